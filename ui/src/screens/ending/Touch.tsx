import { useState } from "preact/hooks";
import type { StayInTouch, TouchUnit } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { Button, Checkbox, DateField, NumberField, RadioSet, TextArea, toast, Trouble, useForm } from "../../parts";
import { endingWords } from "../../words/ending";
import { linesOf } from "./frame";

const say = endingWords.touch;
const UNITS: readonly TouchUnit[] = ["weeks", "months", "years"];

/** How the two stay in touch; it can be changed after the end, and its reminders go on (R125). */
export function Touch({ relationship, touch }: { relationship: string; touch: StayInTouch }) {
  const ideas = useDraft(`touch:${relationship}`, touch.ideas.join("\n"), (text) => call("closing.stay_in_touch", { relationship, ideas: linesOf(text) }));
  const [count, setCount] = useState<number | null>(touch.every?.count ?? null);
  const [unit, setUnit] = useState<TouchUnit | null>(touch.every?.unit ?? null);
  const [first, setFirst] = useState<string | null>(touch.first?.date ?? null);
  const [remind, setRemind] = useState(touch.every === null || touch.remind);
  const form = useForm();
  return (
    <section class="stack" aria-labelledby="touch">
      <h2 id="touch">{say.title}</h2>
      <p class="hint">{say.lead}</p>
      <TextArea label={say.ideas} hint={say.ideasHint} value={ideas.value.value} error={ideas.problem.value?.message ?? null} onInput={(text) => ideas.edit(text)} onLeave={() => void ideas.leave()} />
      {touch.words === "" ? null : <p>{touch.words}</p>}
      {touch.next !== null ? <p class="quiet small">{say.next(touch.next.words)}</p> : null}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const half = (count === null) !== (unit === null);
          if (!form.check([half && count === null && { field: "every", message: say.countMissing }, half && unit === null && { field: "every.unit", message: say.unitMissing }])) return;
          void form
            .send(() => call("closing.stay_in_touch", { relationship, ...(count === null || unit === null ? {} : { every: { count, unit } }), first: first ?? "", remind }))
            .then((done) => done && toast(endingWords.saved));
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <div class="row fields">
          <NumberField id="every" label={say.count} min={1} max={120} value={count} onChange={setCount} error={form.errorOf("every")} />
          <RadioSet id="every.unit" legend={say.unit} look="across" options={UNITS.map((value) => ({ value, label: say.units[value] }))} value={unit} onChange={setUnit} error={form.errorOf("every.unit")} />
        </div>
        <DateField id="first" label={say.first} hint={say.firstHint} optional value={first} onChange={setFirst} error={form.errorOf("first")} />
        <Checkbox label={say.remind} checked={remind} onChange={setRemind} />
        <div class="row"><Button type="submit" off={form.busy}>{endingWords.save}</Button></div>
      </form>
    </section>
  );
}
