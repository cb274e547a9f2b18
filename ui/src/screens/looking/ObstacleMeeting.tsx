import { useState } from "preact/hooks";
import type { ObstaclePlanView, Side } from "../../api";
import { call } from "../../ipc";
import { Button, DateField, LinkButton, RadioSet, TextArea, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { lookingWords } from "../../words/looking";
import { Page } from "./frame";

const say = lookingWords.obstacles;

/** The meeting about obstacles: its agenda, who does what until when, and the day to look at it again (R114). */
export function ObstacleMeeting({ relationship }: { relationship: string }) {
  const query = useQuery("checkup.get", { relationship });
  const view = query.value.value;
  return (
    <Page relationship={relationship} title={say.title} lead={say.lead}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose">
          {view.plans.map((plan) => <Plan key={plan.session} relationship={relationship} plan={plan} names={{ mentee: view.own.side === "mentee" ? view.own.name : view.otherName, mentor: view.own.side === "mentor" ? view.own.name : view.otherName }} />)}
          <New relationship={relationship} tip={view.placeTip} first={view.plans.length === 0} />
        </div>
      ) : null}
    </Page>
  );
}

function New({ relationship, tip, first }: { relationship: string; tip: string; first: boolean }) {
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [place, setPlace] = useState("");
  const [again, setAgain] = useState<string | null>(null);
  const form = useForm();
  return (
    <form
      class="card stack"
      noValidate
      aria-labelledby="new-meeting"
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.check([on === null && { field: "on", message: say.missingDate }, at === null && { field: "at", message: say.missingTime }])) return;
        void form
          .send(() => call("checkup.meet", { relationship, on: on ?? "", at: at ?? "", ...(place.trim() === "" ? {} : { place }), ...(again === null ? {} : { followUpOn: again }) }))
          .then((done) => done && toast(say.made));
      }}
    >
      <h2 id="new-meeting">{lookingWords.checkup.plan}</h2>
      <p class="hint">{tip}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <DateField id="on" label={say.when} value={on} onChange={setOn} error={form.errorOf("on")} />
      <TimeField id="at" label={say.at} value={at} onChange={setAt} error={form.errorOf("at")} />
      <TextField id="place" label={say.place} value={place} onInput={setPlace} error={form.errorOf("place")} optional />
      <DateField id="followUpOn" label={say.followUp} hint={say.followUpHint} value={again} onChange={setAgain} error={form.errorOf("followUpOn")} optional />
      <div class="row"><Button type="submit" kind={first ? "primary" : "plain"} off={form.busy}>{say.make}</Button></div>
    </form>
  );
}

function Plan({ relationship, plan, names }: { relationship: string; plan: ObstaclePlanView; names: Record<Side, string> }) {
  const id = `plan-${plan.session}`;
  return (
    <section class="card stack" aria-labelledby={id} data-plan={plan.session}>
      <h2 id={id}>{plan.when?.words ?? say.title}</h2>
      <h3>{say.agenda}</h3>
      <ol>{plan.agenda.map((line) => <li key={line}>{line}</li>)}</ol>
      <div class="row"><LinkButton compact href={href("session", { id: relationship, session: plan.session })}>{say.session}</LinkButton></div>
      <h3>{say.steps}</h3>
      {plan.tasks.length === 0 ? <p class="quiet">{say.noSteps}</p> : (
        <ul>{plan.tasks.map((task) => <li key={task.what}>{task.what} <span class="quiet">{say.by(task.name, task.due?.words ?? null)}{task.done ? `, ${say.done}` : ""}</span></li>)}</ul>
      )}
      <Step relationship={relationship} session={plan.session} names={names} />
      {plan.followedUp !== null ? (
        <>
          <p>{say.followedUp(plan.followedUp.words)}</p>
          <p class="reading">{plan.outcome}</p>
        </>
      ) : (
        <>
          {plan.followUp !== null ? <p>{say.again(plan.followUp.words)}</p> : null}
          <FollowUp relationship={relationship} session={plan.session} />
        </>
      )}
    </section>
  );
}

function Step({ relationship, session, names }: { relationship: string; session: string; names: Record<Side, string> }) {
  const [what, setWhat] = useState("");
  const [owner, setOwner] = useState<Side>("mentee");
  const [due, setDue] = useState<string | null>(null);
  const form = useForm();
  const field = (name: string): string => `${name}-${session}`;
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form
          .send(() => call("checkup.task", { relationship, session, what, owner, ...(due === null ? {} : { due }) }))
          .then((done) => {
            if (!done) return;
            setWhat("");
            setDue(null);
            toast(say.added);
          });
      }}
    >
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <TextField id={field("what")} label={say.step} value={what} onInput={setWhat} />
      <RadioSet legend={say.owner} look="across" options={[{ value: "mentee", label: names.mentee }, { value: "mentor", label: names.mentor }]} value={owner} onChange={setOwner} />
      <DateField id={field("due")} label={say.due} value={due} onChange={setDue} optional />
      <div class="row"><Button type="submit" compact off={form.busy}>{say.add}</Button></div>
    </form>
  );
}

function FollowUp({ relationship, session }: { relationship: string; session: string }) {
  const [outcome, setOutcome] = useState("");
  const form = useForm();
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.send(() => call("checkup.follow_up", { relationship, session, outcome })).then((done) => done && toast(say.finished));
      }}
    >
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <TextArea id={`outcome-${session}`} label={say.outcome} value={outcome} onInput={setOutcome} reading />
      <div class="row"><Button type="submit" compact off={form.busy}>{say.finish}</Button></div>
    </form>
  );
}
