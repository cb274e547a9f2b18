import { useState } from "preact/hooks";
import { call } from "../../ipc";
import { Button, DateField, LinkButton, TimeField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { firstWords } from "../../words/first";

const say = firstWords.first;

/** The session after the first meeting: milestones, for the whole session (R139). */
export function Next({ relationship }: { relationship: string }) {
  const sessions = useQuery("session.list", { relationship }).value.value?.sessions;
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const form = useForm();
  if (sessions === undefined) return null;
  const there = sessions.find((session) => session.kind === "milestones" && session.state !== "cancelled");
  return (
    <section class="stack" aria-labelledby="second">
      <h3 id="second">{say.second}</h3>
      {there !== undefined ? (
        <>
          <p>{say.proposed(there.date.words, there.at, there.minutes, there.stateName)}</p>
          <div class="row"><LinkButton href={href("sessions", { id: relationship })}>{say.sessions}</LinkButton></div>
        </>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.send(() => call("first.propose_second", { relationship, ...(on === null ? {} : { on }), ...(at === null ? {} : { at }) }));
          }}
        >
          <p class="hint">{say.secondLead}</p>
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          <div class="columns">
            <DateField id="on" label={say.secondOn} hint={say.secondOnHint} optional value={on} onChange={setOn} error={form.errorOf("on")} />
            <TimeField id="at" label={say.secondAt} hint={say.secondAtHint} optional value={at} onChange={setAt} error={form.errorOf("at")} />
          </div>
          <div class="row"><Button type="submit" off={form.busy}>{say.propose}</Button></div>
        </form>
      )}
    </section>
  );
}
