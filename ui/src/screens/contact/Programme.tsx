import { useState } from "preact/hooks";
import type { EscalationOutcome, EscalationView, Mishap } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, TextField, toast, Trouble, useForm } from "../../parts";
import { stayingWords } from "../../words/staying";
import { Message } from "./Message";

const say = stayingWords.programme;

/** Telling the programme: four simple mishaps, then the draft, then how it ended (R6, R7, R8, R57). */
export function Programme({ relationship, escalation }: { relationship: string; escalation: EscalationView }) {
  const form = useForm();
  const [reason, setReason] = useState("");
  const { about } = escalation;
  const tick = (mishap: Mishap, done: boolean): void => {
    saving(() => call("escalation.tick", { relationship, about, mishap, done })).catch((error: unknown) => toast(apiError(error).message));
  };
  const close = (outcome: EscalationOutcome | null): void => void form.send(() => call("escalation.close", { relationship, about, outcome, reason }));
  const ended = escalation.endedOn?.words ?? "";
  const title = `programme-${about}`;
  return (
    <section class={`stack${escalation.due ? " card" : ""}`} aria-labelledby={title}>
      <h2 id={title}>{escalation.title}</h2>
      {escalation.outcome !== null ? (
        <>
          <p>{escalation.outcome === "sent" ? say.wasSent(ended) : say.wasNotNeeded(ended, escalation.reason)}</p>
          <div class="row"><Button onClick={() => close(null)}>{say.again}</Button></div>
        </>
      ) : (
        <>
          <p>{escalation.words}</p>
          {escalation.dueOn !== null ? <p class="small quiet">{escalation.due ? say.due(escalation.dueOn.words) : say.early(escalation.dueOn.words)}</p> : null}
          <fieldset class="field choices list">
            <legend>{say.first}</legend>
            <div class="set">{escalation.mishaps.map((each) => <Checkbox key={each.mishap} label={each.label} checked={each.done} onChange={(on) => tick(each.mishap, on)} />)}</div>
          </fieldset>
          <h3>{say.draft}</h3>
          <p class="hint">{say.draftLead}</p>
          <Message key={escalation.draft.text} draft={escalation.draft} />
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          <div class="row"><Button onClick={() => close("sent")}>{say.sent}</Button></div>
          <TextField id="reason" label={say.reason} hint={say.reasonHint} optional value={reason} error={form.errorOf("reason")} onInput={setReason} />
          <div class="row"><Button onClick={() => close("not_needed")}>{say.notNeeded}…</Button></div>
        </>
      )}
    </section>
  );
}
