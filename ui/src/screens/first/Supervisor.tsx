import type { ChangeSupervisor, RelationshipView, SupervisorView } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, CheckboxSet, DateField, LinkButton, Notice, Screen, TextField, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { firstWords } from "../../words/first";
import { SavePaper } from "../agreement/SavePaper";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { saveEvents } from "../sessions/saving";

const say = firstWords.supervisor;

/** Whom the mentee tells of taking part: only when they say so, and only what the two cleared (R93, R94, R96, C24). */
export function Supervisor({ relationship }: { relationship: string }) {
  const query = useQuery("supervisor.get", { relationship });
  const about = useQuery("relationship.get", { relationship }).value.value;
  const view = query.value.value;
  return (
    <Screen title={say.title} about={about?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined && about !== undefined ? <Parts about={about} view={view} /> : null}
    </Screen>
  );
}

function Parts({ about, view }: { about: RelationshipView; view: SupervisorView }) {
  const relationship = about.id;
  const change = (what: Omit<ChangeSupervisor, "relationship">): void => {
    saving(() => call("supervisor.change", { relationship, ...what })).catch((error: unknown) => toast(apiError(error).message));
  };
  const name = about.mentee.name;
  return (
    <div class="stack loose supervisor">
      {about.role === "mentor" && !view.agreed ? (
        <Notice><p>{say.notAgreed(name)} {say.theirs(name)}</p></Notice>
      ) : (
        <Checkbox label={say.agreed} about={say.agreedHint} checked={view.agreed} onChange={(agreed) => change({ agreed })} />
      )}
      {view.agreed ? (
        <>
          <Who relationship={relationship} view={view} onDone={(done) => change({ done })} />
          <section class="stack" aria-labelledby="says">
            <h2 id="says">{say.says}</h2>
            {view.cleared.length === 0 ? <p>{say.saysNothing}</p> : <><p>{say.saysLead}</p><ul>{view.cleared.map((line) => <li key={line}>{line}</li>)}</ul></>}
            <div class="row"><LinkButton href={href("agreementSection", { id: relationship, section: "clause.confidentiality" })}>{say.clear}</LinkButton></div>
          </section>
          <section class="stack" aria-labelledby="events">
            <h2 id="events">{say.events}</h2>
            {view.events.length === 0 ? <p class="quiet">{say.eventsNone}</p> : (
              <CheckboxSet
                legend={say.eventsLegend}
                options={view.events.map((event) => ({ value: event.event, label: event.date === null ? event.name : say.eventOn(event.name, event.date.words) }))}
                values={view.events.filter((event) => event.shared).map((event) => event.event)}
                onChange={(events) => change({ events })}
              />
            )}
            <div class="row">
              {view.events.some((event) => event.shared && event.date !== null) ? <Button reads onClick={() => saveEvents(relationship, "supervisor")}>{say.calendarTheirs}</Button> : null}
              {view.briefOn !== null || view.events.some((event) => event.date !== null) ? <Button reads kind="quiet" onClick={() => saveEvents(relationship, "own")}>{say.calendarOwn}</Button> : null}
              <LinkButton kind="quiet" href={href("relationshipSetup", { id: relationship })}>{say.eventsOpen}</LinkButton>
            </div>
          </section>
          <section class="stack" aria-labelledby="brief">
            <h2 id="brief">{say.brief}</h2>
            <p class="hint">{say.briefLead}</p>
            <SavePaper relationship={relationship} kind="supervisor_brief" />
          </section>
        </>
      ) : null}
    </div>
  );
}

/** Their name, and the day of the talk. */
function Who({ relationship, view, onDone }: { relationship: string; view: SupervisorView; onDone: (done: boolean) => void }) {
  const name = useDraft(`supervisor-name:${relationship}`, view.name, (name) => call("supervisor.change", { relationship, name }));
  const email = useDraft(`supervisor-email:${relationship}`, view.email, (email) => call("supervisor.change", { relationship, email }));
  const on = useDraft(`supervisor-on:${relationship}`, view.briefOn?.date ?? null, (day) => call("supervisor.change", { relationship, briefOn: day ?? "" }));
  return (
    <>
      <section class="stack" aria-labelledby="who">
        <h2 id="who">{say.who}</h2>
        <TextField label={say.name} optional spellcheck={false} value={name.value.value} error={name.problem.value?.message ?? null} onInput={(text) => name.edit(text)} onLeave={() => void name.leave()} />
        <TextField label={say.email} optional type="email" value={email.value.value} error={email.problem.value?.message ?? null} onInput={(text) => email.edit(text)} onLeave={() => void email.leave()} />
      </section>
      <section class="stack" aria-labelledby="talk">
        <h2 id="talk">{say.when}</h2>
        <DateField label={say.on} optional value={on.value.value} error={on.problem.value?.message ?? null} onChange={(day) => on.edit(day)} onLeave={() => void on.leave()} />
        {view.doneOn === null ? (
          <div class="row"><Button onClick={() => onDone(true)}>{say.told}</Button></div>
        ) : (
          <div class="row"><p>{say.toldOn(view.doneOn.words)}</p><Button compact kind="quiet" onClick={() => onDone(false)}>{say.notTold}</Button></div>
        )}
      </section>
    </>
  );
}
