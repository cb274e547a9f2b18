import { useState } from "preact/hooks";
import type { ProgrammeView } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call, shell } from "../../ipc";
import { Button, Picture, toast, Trouble } from "../../parts";
import { words } from "../../words";
import { undoThis } from "../agreement/undo";

const say = words.setup.logo;

/** The programme's logo (R58): chosen in the desktop's own dialog, read and looked at by Rust, drawn here as it will be printed. */
export function Logo({ programme }: { programme: ProgrammeView }) {
  const { relationship, logo } = programme;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const choose = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      // While the dialog is open nothing is being saved.
      if (!(await shell.chooseLogo(relationship))) return;
      await saving(() => Promise.resolve());
      toast(say.chosen, await undoThis(relationship));
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack tight" aria-labelledby="logo">
      <h2 id="logo">{say.title}</h2>
      <p class="quiet">{say.lead}</p>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {logo === null ? <p class="quiet">{say.none}</p> : <div class="logo"><Picture png={logo.png} words={logo.words} /></div>}
      <div class="row">
        <Button off={busy} onClick={() => void choose()}>{logo === null ? say.choose : say.change}</Button>
        {logo !== null ? (
          <Button
            kind="quiet"
            onClick={() => {
              saving(() => call("programme.logo.remove", { relationship })).then(
                async () => toast(say.removed, await undoThis(relationship)),
                (error: unknown) => setTrouble(apiError(error)),
              );
            }}
          >
            {say.remove}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
