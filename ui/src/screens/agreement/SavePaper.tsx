import { useState } from "preact/hooks";
import type { PaperSize } from "../../api";
import { flush, saving } from "../../autosave";
import { type ApiError, apiError, call, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Notice, RadioSet, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";

const say = words.agreement.document;
const SIZES: readonly PaperSize[] = ["a4", "letter"];

/** Paper size, the file, and what can be done with it then. `kind` is the paper's word in Rust, the card has a size of its own; `beside`: the page is for something else. */
export function SavePaper({ relationship, kind, version, session, beside, layout }: { relationship: string; kind: "agreement" | "sheet" | "to_sign" | "signed" | "contact_plan" | "action_plan" | "closing_record" | "session_summary" | "supervisor_brief"; version?: number; session?: string; beside?: boolean; layout?: { landscape: boolean; handwriting: boolean } }) {
  const settings = useQuery("settings.get", {}).value.value;
  /** What was chosen here counts at once, before its way through the settings is over. */
  const [chosen, setChosen] = useState<PaperSize | null>(null);
  const size = chosen ?? settings?.paper;
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const save = async (): Promise<void> => {
    if (busy || size === undefined) return;
    setBusy(true);
    setTrouble(null);
    try {
      // The paper is made from what is on the disk: the last letters first.
      await flush();
      const file = await shell.savePaper(kind, relationship, size, version ?? null, layout ?? null, session ?? null);
      if (file !== null) {
        setSaved(file);
        announce(say.saved(file.name, file.folder));
      }
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  const use = (deed: (token: string) => Promise<unknown>): void => {
    if (saved !== null) deed(saved.token).then(() => setTrouble(null), (error: unknown) => setTrouble(apiError(error)));
  };
  return (
    <section class="stack" aria-label={say.save}>
      <div class="saver">
        {settings !== undefined && kind !== "contact_plan" ? (
          <RadioSet
            legend={say.size}
            look="across"
            options={SIZES.map((value) => ({ value, label: words.settings.display.papers[value] }))}
            value={size ?? null}
            onChange={(paper) => {
              setChosen(paper);
              saving(() => call("settings.save", { ...settings, paper })).catch((error: unknown) => toast(apiError(error).message));
            }}
          />
        ) : null}
        <div class="row"><Button reads kind={beside === true ? "plain" : "primary"} main={beside !== true} off={busy} onClick={() => void save()}>{busy ? say.saving : say.save}</Button></div>
      </div>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {saved !== null ? (
        <Notice tone="good">
          <p>{say.saved(saved.name, saved.folder)}</p>
          <div class="row">
            <Button reads onClick={() => use(shell.openSaved)}>{say.open}</Button>
            <Button reads onClick={() => use(shell.showSaved)}>{say.show}</Button>
          </div>
        </Notice>
      ) : null}
    </section>
  );
}
