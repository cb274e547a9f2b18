import { useState } from "preact/hooks";
import type { PaperSize, TemplateSummary } from "../../api";
import { type ApiError, apiError, type BlankOf, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { libraryWords } from "../../words/library";
import { SavedNotice } from "./SavedNotice";

const say = libraryWords.blank;
const KINDS = ["blank-template", "blank-contract"] as const;
const SIZES: readonly PaperSize[] = ["a4", "letter"];
const SHIPPED = "fairlead";
const NOBODY = "";

/** The planning template and the agreement as blank forms: of any template, for any programme (R78, R58). */
export function BlankForms({ templates }: { templates: readonly TemplateSummary[] }) {
  const relationships = useQuery("relationship.list", {}).value.value?.relationships ?? [];
  const [template, setTemplate] = useState(SHIPPED);
  const [head, setHead] = useState(NOBODY);
  // A programme has many relationships and one letterhead: each name stands there once.
  const programmes = relationships.filter((each, index) => each.programme.name !== "" && relationships.findIndex((other) => other.programme.name === each.programme.name) === index);
  const from = templates.some((each) => each.id === template) ? template : SHIPPED;
  const relationship = programmes.some((each) => each.id === head) ? head : NOBODY;
  return (
    <section class="stack" aria-labelledby="blank">
      <h2 id="blank">{say.title}</h2>
      <p class="quiet">{say.lead}</p>
      {templates.length > 1 ? (
        <RadioSet legend={say.from} options={templates.map((each) => ({ value: each.id, label: each.name }))} value={from} onChange={setTemplate} />
      ) : null}
      {programmes.length > 0 ? (
        <RadioSet legend={say.head} hint={say.headHint} options={[{ value: NOBODY, label: say.nobody }, ...programmes.map((each) => ({ value: each.id, label: each.programme.name }))]} value={relationship} onChange={setHead} />
      ) : null}
      <Sheets of={{ template: from, relationship: relationship === NOBODY ? null : relationship }} />
    </section>
  );
}

/** The blank forms of one relationship: its template, with the name, the logo and the words of its programme. */
export function OwnBlankForms({ relationship }: { relationship: string }) {
  return (
    <section class="stack" aria-labelledby="blank">
      <h2 id="blank">{say.title}</h2>
      <p class="quiet">{say.ownLead}</p>
      <Sheets of={{ template: null, relationship }} />
    </section>
  );
}

function Sheets({ of }: { of: BlankOf }) {
  const usual = useQuery("settings.get", {}).value.value?.paper;
  const [chosen, setChosen] = useState<PaperSize | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const size = chosen ?? usual ?? null;
  const save = async (kind: (typeof KINDS)[number]): Promise<void> => {
    if (busy !== null || size === null) return;
    setBusy(kind);
    setTrouble(null);
    try {
      const file = await shell.saveBlank(kind, of, size);
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
    <>
      <RadioSet legend={say.size} look="across" options={SIZES.map((value) => ({ value, label: words.settings.display.papers[value] }))} value={size} onChange={setChosen} />
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {saved !== null ? <SavedNotice file={saved} /> : null}
      <div class="row">
        {KINDS.map((kind) => <Button key={kind} off={busy !== null} onClick={() => void save(kind)}>{busy === kind ? say.making : say.save[kind]}</Button>)}
      </div>
    </>
  );
}
