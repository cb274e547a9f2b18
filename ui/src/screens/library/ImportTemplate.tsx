import { useState } from "preact/hooks";
import type { ImportPreview } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call, type OpenedText, shell } from "../../ipc";
import { Button, Dialog, toast, Trouble } from "../../parts";
import { words } from "../../words";
import { libraryWords } from "../../words/library";
import { Differences } from "./Differences";

const say = libraryWords.file;

/** A template from a file: what is in it is shown before anything is taken in. */
export function ImportTemplate() {
  const [looked, setLooked] = useState<{ file: OpenedText; preview: ImportPreview } | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const file = await shell.openTemplate();
      if (file !== null) setLooked({ file, preview: await call("template.preview", { text: file.text }) });
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  const take = (asCopy: boolean): void => {
    if (looked === null) return;
    const { text } = looked.file;
    setLooked(null);
    saving(() => call("template.import", { text, asCopy })).then(
      (view) => toast(say.done(view.template.name)),
      (error: unknown) => setTrouble(apiError(error)),
    );
  };
  return (
    <div class="stack tight">
      {trouble !== null ? <Trouble error={trouble} /> : null}
      <p class="quiet" id="import-hint">{say.importHint}</p>
      <div class="row"><Button off={busy} describedBy="import-hint" onClick={() => void look()}>{say.import}</Button></div>
      {looked !== null ? (
        <Dialog open title={say.title(looked.file.name)} onClose={() => setLooked(null)}>
          <p>{looked.preview.sentence}</p>
          {looked.preview.kind === "same" ? null : <Differences label={say.differences} list={looked.preview.differences} none={say.nothing} />}
          <div class="foot">
            <Button onClick={() => setLooked(null)}>{looked.preview.kind === "same" ? words.close : words.cancel}</Button>
            {looked.preview.kind === "change" ? <Button onClick={() => take(true)}>{say.takeCopy}</Button> : null}
            {looked.preview.kind === "same" ? null : <Button kind="primary" onClick={() => take(false)}>{looked.preview.kind === "change" ? say.takeChange : say.take}</Button>}
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
