import { useState } from "preact/hooks";
import { type ApiError, apiError, type SavedFile, shell } from "../../ipc";
import { Button, Notice, Trouble } from "../../parts";
import { words } from "../../words";

const say = words.agreement.document;

/** A file that was just saved, and what can be done with it. */
export function SavedNotice({ file }: { file: SavedFile }) {
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const use = (deed: (token: string) => Promise<unknown>): void => {
    deed(file.token).then(() => setTrouble(null), (error: unknown) => setTrouble(apiError(error)));
  };
  return (
    <>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      <Notice tone="good">
        <p>{say.saved(file.name, file.folder)}</p>
        <div class="row">
          <Button reads onClick={() => use(shell.openSaved)}>{say.open}</Button>
          <Button reads onClick={() => use(shell.showSaved)}>{say.show}</Button>
        </div>
      </Notice>
    </>
  );
}
