import { useState } from "preact/hooks";
import type { ClosingStep } from "../../api";
import { call } from "../../ipc";
import { Button, DateField, Disclosure, RadioSet, TextField, toast, Trouble, useForm } from "../../parts";
import { endingWords } from "../../words/ending";

const say = endingWords.course;
const WAYS = ["extend", "finish_early"] as const;
type Way = (typeof WAYS)[number];

/** Putting the end off, or finishing early. */
export function Course({ relationship, endsOn }: { relationship: string; endsOn: string | null }) {
  const [way, setWay] = useState<Way | null>(null);
  const [to, setTo] = useState<string | null>(endsOn);
  const [reason, setReason] = useState("");
  const form = useForm();
  return (
    <section class="stack" aria-labelledby="course">
      <h2 id="course">{say.title}</h2>
      <p class="hint">{say.lead}</p>
      <Disclosure label={say.button}>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!form.check([way === null && { field: "way", message: say.whichMissing }, to === null && { field: "endsOn", message: say.endsOnMissing }]) || way === null || to === null) return;
            let end = "";
            void form
              .send(async () => {
                const view = await call(way === "extend" ? "closing.extend" : "closing.finish_early", { relationship, endsOn: to, ...(reason.trim() === "" ? {} : { reason }) });
                end = view.endsOn?.words ?? "";
              })
              .then((done) => {
                if (!done) return;
                setReason("");
                toast(say.done(end));
              });
          }}
        >
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          <RadioSet id="way" legend={say.which} look="across" options={WAYS.map((value) => ({ value, label: say[value] }))} value={way} onChange={setWay} error={form.errorOf("way")} />
          <DateField id="endsOn" label={say.endsOn} value={to} onChange={setTo} error={form.errorOf("endsOn")} />
          <TextField id="reason" label={say.reason} optional value={reason} onInput={setReason} error={form.errorOf("reason")} />
          <div class="row"><Button type="submit" off={form.busy}>{say.button}</Button></div>
        </form>
      </Disclosure>
    </section>
  );
}

/** What happened to the course of the relationship, with the reasons that were given. */
export function Steps({ steps }: { steps: readonly ClosingStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="steps">
      <h2 id="steps">{say.history}</h2>
      <ol class="plain-lines">{steps.map((step, at) => <li key={at}>{step.words}{step.reason === "" ? null : <span class="quiet small">: {step.reason}</span>}</li>)}</ol>
    </section>
  );
}
