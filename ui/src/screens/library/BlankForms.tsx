import { useState } from "preact/hooks";
import type { PaperSize, TemplateSummary } from "../../api";
import { type ApiError, apiError, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { SavedNotice } from "./SavedNotice";

const say = words.library.blank;
const KINDS = ["blank-template", "blank-contract"] as const;
const SIZES: readonly PaperSize[] = ["a4", "letter"];
const SHIPPED = "fairlead";

/** The planning template and the agreement as blank forms, of any template (R78). */
export function BlankForms({ templates }: { templates: readonly TemplateSummary[] }) {
  const usual = useQuery("settings.get", {}).value.value?.paper;
  const [chosen, setChosen] = useState<PaperSize | null>(null);
  const [template, setTemplate] = useState(SHIPPED);
  const [busy, setBusy] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const size = chosen ?? usual ?? null;
  const from = templates.some((each) => each.id === template) ? template : SHIPPED;
  const save = async (kind: (typeof KINDS)[number]): Promise<void> => {
    if (busy !== null || size === null) return;
    setBusy(kind);
    setTrouble(null);
    try {
      const file = await shell.saveBlank(kind, from, size);
      if (file !== null) {
        setSaved(file);
        announce(words.agreement.document.saved(file.name, file.folder));
      }
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <section class="stack" aria-labelledby="blank">
      <h2 id="blank">{say.title}</h2>
      <p class="quiet">{say.lead}</p>
      {templates.length > 1 ? (
        <RadioSet legend={say.from} options={templates.map((each) => ({ value: each.id, label: each.name }))} value={from} onChange={setTemplate} />
      ) : null}
      <RadioSet legend={say.size} look="across" options={SIZES.map((value) => ({ value, label: words.settings.display.papers[value] }))} value={size} onChange={setChosen} />
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {saved !== null ? <SavedNotice file={saved} /> : null}
      <div class="row">
        {KINDS.map((kind) => <Button key={kind} off={busy !== null} onClick={() => void save(kind)}>{busy === kind ? say.making : say.save[kind]}</Button>)}
      </div>
    </section>
  );
}
