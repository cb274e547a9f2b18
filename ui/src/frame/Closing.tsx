import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { flush, saveState, unsavedText } from "../autosave";
import { shell } from "../ipc";
import { Button, copy, Dialog } from "../parts";
import { words } from "../words";
import { keepPlace } from "./place";

const say = words.closing;
const asking = signal(false);

/** The window is to close: saves what is not saved and lets it; what cannot be saved keeps it open and asks. */
export async function close(): Promise<void> {
  if (await flush()) {
    await keepPlace();
    await shell.quit();
    return;
  }
  asking.value = true;
  await shell.keepOpen();
}

/** Asks what becomes of letters that could not be saved. Nothing brings them back, so this is worth a question. */
export function Closing() {
  const state = saveState.value;
  // A toast would lie behind the dialog.
  const [told, setTold] = useState("");
  return (
    <Dialog open={asking.value} title={say.title} onClose={() => { asking.value = false; }}>
      <p>{say.body(state.kind === "failed" ? state.error.message : "")}</p>
      <p role="status">{told}</p>
      <div class="foot">
        <Button kind="danger" onClick={() => void shell.quit()}>{say.anyway}</Button>
        <Button onClick={() => void copy(unsavedText()).then((done) => setTold(done ? words.copied : words.notCopied))}>{words.save.copy}</Button>
        <Button onClick={() => { asking.value = false; }}>{say.stay}</Button>
        <Button
          kind="primary"
          onClick={() => {
            asking.value = false;
            void close();
          }}
        >
          {words.tryAgain}
        </Button>
      </div>
    </Dialog>
  );
}
