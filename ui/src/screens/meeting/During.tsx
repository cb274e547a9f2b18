import { useState } from "preact/hooks";
import type { AgendaOutcome, NoteView, SessionPage, Side } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, DateField, Notice, NumberField, RadioSet, TextArea, toast } from "../../parts";
import { href } from "../../router";
import { meetingWords as say } from "../../words/meeting";
import { AddLine } from "./AddLine";
import { press } from "./doing";
import { EnoughTime } from "./EnoughTime";

const OUTCOMES: readonly AgendaOutcome[] = ["reached", "not_reached", "dropped"];

/** The two are talking: what happens to each point, shared notes with actions, and the owner's own notes apart. */
export function During({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  const outside = page.notes.some((note) => note.outside);
  return (
    <div class="beside">
      <div class="stack loose">
        {page.agenda.length > 0 ? (
          <section class="stack" aria-labelledby="points">
            <h2 id="points">{say.agenda.title}</h2>
            <p class="hint">{say.agenda.goesOn}</p>
            {page.agenda.map((point) => (
              <RadioSet
                key={point.id}
                legend={say.agenda.outcome(point.text)}
                look="across"
                options={OUTCOMES.map((value) => ({ value, label: say.agenda.outcomes[value] }))}
                value={point.outcome}
                onChange={(outcome) => press(() => call("session.agenda.outcome", { ...which, point: point.id, outcome }))}
              />
            ))}
          </section>
        ) : null}
        <section class="stack" aria-labelledby="notes">
          <h2 id="notes">{say.notes.title}</h2>
          <p class="hint">{say.notes.hint}</p>
          {page.notesMissing ? <Notice tone="attention"><p>{say.notes.missing}</p></Notice> : null}
          {page.notes.length === 0 ? <p class="quiet">{say.notes.none}</p> : null}
          <ul class="bare stack">{page.notes.map((note) => <Line key={note.id} page={page} note={note} />)}</ul>
          <AddLine field="note" label={say.notes.add} button={say.notes.addButton} onAdd={(text) => call("session.note.add", { ...which, text })} />
        </section>
        <section class="stack tight">
          <p class="hint">{say.outside.hint}</p>
          <div class="row"><Button onClick={() => press(() => call("session.outside", which))}>{say.outside.button}</Button></div>
          {outside ? (
            <Notice title={say.outside.turn}>
              {page.specialists.length === 0 ? <p>{say.outside.none}</p> : <ul>{page.specialists.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>}
            </Notice>
          ) : null}
        </section>
      </div>
      <aside class="stack loose" aria-label={say.privacy.title}>
        <PrivateNote key={page.session} page={page} />
        {page.goals.length > 0 ? (
          <section class="stack tight" aria-labelledby="goals">
            <h2 id="goals">{say.goals}</h2>
            <ol>{page.goals.map((goal) => <li key={goal.id} value={goal.rank}><bdi>{goal.title}</bdi></li>)}</ol>
          </section>
        ) : null}
        {page.activities.length > 0 ? (
          <section class="stack tight" aria-labelledby="beside-activities">
            <h2 id="beside-activities">{say.activities}</h2>
            <ul class="bare stack tight">
              {page.activities.map((each) => (
                <li key={each.id}>
                  <a href={href("planGoal", { id: page.relationship, goal: each.goal })}>{each.title}</a>
                  <p class="small">{say.activity(each.stateWords, each.finish?.words ?? null, each.ownerName)}</p>
                  <p class="small quiet"><bdi>{each.goalTitle}</bdi></p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {page.tasks.length > 0 ? (
          <section class="stack tight" aria-labelledby="beside-tasks">
            <h2 id="beside-tasks">{say.tasks}</h2>
            <ul>{page.tasks.map((task) => <li key={task.id}><bdi>{task.what}</bdi> <span class="small quiet">{task.ownerName}</span></li>)}</ul>
          </section>
        ) : null}
        <section class="stack tight" aria-labelledby="bell">
          <h2 id="bell">{say.bell.title}</h2>
          <p class="small">{say.bell.at(page.feedbackTime.minutes, page.feedbackTime.at)}</p>
          <NumberField label={say.bell.minutes} min={5} max={10} value={page.feedbackTime.minutes} onChange={(minutes) => { if (minutes !== null && minutes !== page.feedbackTime.minutes) press(() => call("session.feedback.time", { ...which, minutes })); }} />
        </section>
      </aside>
    </div>
  );
}

/** A line of the notes, and what makes an action of it (R148). */
function Line({ page, note }: { page: SessionPage; note: NoteView }) {
  const which = { relationship: page.relationship, session: page.session, note: note.id };
  const [asking, setAsking] = useState(false);
  const [owner, setOwner] = useState<Side>("mentee");
  const [due, setDue] = useState<string | null>(null);
  const { action } = note;
  return (
    <li class={`stack tight note${action !== null ? " action" : ""}`}>
      <p><bdi>{note.text}</bdi> <span class="small quiet">{note.name}</span></p>
      {action !== null ? <p class="small"><strong>{say.notes.is(action.ownerName, action.due?.words ?? null)}</strong></p> : null}
      <div class="row">
        {action === null && !note.outside ? <Button compact label={say.notes.actionOf(note.text)} expanded={asking} onClick={() => setAsking(!asking)}>{say.notes.action}</Button> : null}
        {action !== null ? <Button compact kind="quiet" label={say.notes.plainOf(note.text)} onClick={() => press(() => call("session.note.plain", which))}>{say.notes.plain}</Button> : null}
        <Button compact kind="quiet" label={say.notes.removeOf(note.text)} onClick={() => press(() => call("session.note.remove", which))}>{say.notes.remove}</Button>
      </div>
      {asking && action === null ? (
        <div class="stack">
          <RadioSet legend={say.notes.owner} look="across" options={page.people.map((person) => ({ value: person.side, label: person.name }))} value={owner} onChange={setOwner} />
          <DateField label={say.notes.due} optional value={due} onChange={setDue} />
          <EnoughTime relationship={page.relationship} due={due} onTake={setDue} />
          <div class="row">
            <Button
              kind="primary"
              onClick={() =>
                press(
                  () => call("session.note.action", { ...which, owner, due }),
                  () => setAsking(false),
                )
              }
            >
              {say.notes.mark}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

/** What the owner notes for themselves: visibly apart, and saved on leaving it (B8). */
function PrivateNote({ page }: { page: SessionPage }) {
  const [text, setText] = useState(page.privateNote);
  const [kept, setKept] = useState(page.privateNote);
  const keep = (): void => {
    if (text === kept) return;
    saving(() => call("session.note.private", { relationship: page.relationship, session: page.session, text })).then(
      () => setKept(text),
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <section class="stack tight private" aria-labelledby="private">
      <h2 id="private"><span aria-hidden="true">🔒 </span>{say.privacy.title}</h2>
      <TextArea label={say.privacy.title} quietLabel hint={say.privacy.hint} value={text} onInput={setText} onLeave={keep} />
    </section>
  );
}
