import { useRef, useState } from "preact/hooks";
import type { ProgrammeView } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call } from "../../ipc";
import { Button, Picture, toast, Trouble } from "../../parts";
import { words } from "../../words";
import { undoThis } from "../agreement/undo";

const say = words.setup.logo;

/** The largest file that is read at all, in bytes; Rust says in words what it takes. */
const MOST = 3_000_000;

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** The programme's logo (R58): chosen in the web view's file dialog, looked at by Rust, drawn here as it will be printed. */
export function Logo({ programme }: { programme: ProgrammeView }) {
  const { relationship, logo } = programme;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (busy || file === undefined) return;
    setBusy(true);
    setTrouble(null);
    try {
      const picture = await base64(file);
      await saving(() => call("programme.logo.set", { relationship, picture }));
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
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        <Button off={busy} onClick={() => input.current?.click()}>{logo === null ? say.choose : say.change}</Button>
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
