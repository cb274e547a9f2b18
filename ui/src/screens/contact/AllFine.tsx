import { useState } from "preact/hooks";
import type { AllFineView, AwayUnit } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, NumberField, RadioSet, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { stayingWords } from "../../words/staying";
import { undoThis } from "../agreement/undo";
import { Message } from "./Message";

const say = stayingWords.allFine;

/** "All fine for now": how long, the message, and the day of being in touch again (R19). */
export function AllFine({ relationship, fine }: { relationship: string; fine: AllFineView | null }) {
  const [open, setOpen] = useState(false);
  const end = (): void => {
    saving(() => call("contact.all_fine.end", { relationship })).then(
      async () => toast(say.ended, await undoThis(relationship)),
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <section class="stack" aria-labelledby="all-fine">
      <h2 id="all-fine">{say.title}</h2>
      {fine !== null ? (
        <>
          <p>{fine.words}</p>
          <div class="row"><Button onClick={end}>{say.end}</Button></div>
        </>
      ) : (
        <>
          <p class="hint">{say.lead}</p>
          {open ? <Form relationship={relationship} onDone={() => setOpen(false)} /> : <div class="row"><Button onClick={() => setOpen(true)}>{say.open}</Button></div>}
        </>
      )}
    </section>
  );
}

function Form({ relationship, onDone }: { relationship: string; onDone: () => void }) {
  const form = useForm();
  const [count, setCount] = useState<number | null>(4);
  const [unit, setUnit] = useState<AwayUnit>("weeks");
  const draft = useQuery("contact.all_fine.try", count === null ? null : { relationship, count, unit });
  const shown = draft.value.value;
  const save = async (): Promise<void> => {
    if (count === null) return;
    const saved = await form.send(() => call("contact.all_fine", { relationship, count, unit }));
    if (!saved) return;
    onDone();
    if (shown !== undefined) toast(say.saved(shown.backOn.words), await undoThis(relationship));
  };
  return (
    <div class="stack indented">
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {draft.error.value !== null ? <Trouble error={draft.error.value} /> : null}
      <NumberField id="count" label={say.count} min={1} max={unit === "weeks" ? 104 : 24} value={count} error={form.errorOf("count")} onChange={setCount} />
      <RadioSet legend={say.unit} look="across" options={[{ value: "weeks", label: say.units.weeks }, { value: "months", label: say.units.months }]} value={unit} onChange={setUnit} />
      {shown !== undefined ? (
        <>
          <p>{say.back(shown.backOn.words)}</p>
          <Message key={shown.message.text} draft={shown.message} />
          <div class="row"><Button kind="primary" onClick={() => void save()}>{say.save}</Button></div>
        </>
      ) : null}
    </div>
  );
}
