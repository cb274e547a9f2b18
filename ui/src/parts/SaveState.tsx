import { useEffect, useRef } from "preact/hooks";
import { flush, saveState, unsavedText } from "../autosave";
import { shell } from "../ipc";
import { alarm, announce } from "../live";
import { words } from "../words";
import { route } from "../router";
import { Button, LinkButton } from "./Button";
import { toast } from "./Toasts";

/** Made at the first save: making it reads the system's tables of languages, which would hold up the start. */
let clock: Intl.DateTimeFormat | undefined;
const clockTime = (at: Date): string => (clock ??= new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" })).format(at);

/** Copies a text through the shell, which asks no permission; answers whether it worked. */
export async function copy(text: string): Promise<boolean> {
  try {
    await shell.copyText(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether what is typed is on the disk. Always in sight; spoken only for the first save and for trouble. */
export function SaveState() {
  const state = saveState.value;
  const told = useRef(false);
  useEffect(() => {
    if (state.kind === "failed") alarm(words.save.failed(state.error.message));
    else if (state.kind === "saved" && !told.current) {
      told.current = true;
      announce(words.save.first);
    }
  }, [state.kind]);
  if (state.kind === "failed") {
    return (
      <div class="saving failed">
        <span>{words.save.failed(state.error.message)}</span>
        {state.error.field === null ? (
          <Button compact kind="danger" onClick={() => void flush()}>{words.tryAgain}</Button>
        ) : state.place !== `#/${route.value.path}` ? (
          // The answer itself needs a change; trying again would be refused again.
          <LinkButton compact href={state.place}>{words.save.show}</LinkButton>
        ) : null}
        <Button compact onClick={() => void copy(unsavedText()).then((done) => toast(done ? words.copied : words.notCopied))}>{words.save.copy}</Button>
      </div>
    );
  }
  return (
    <div class="saving">
      {state.kind === "saving" ? words.save.now : state.kind === "saved" ? words.save.saved(clockTime(state.at)) : words.save.idle}
    </div>
  );
}
