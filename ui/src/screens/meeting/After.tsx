import { useState } from "preact/hooks";
import type { FeedbackOf, FeedbackPointView, FeedbackTag, SessionPage, Side } from "../../api";
import { call } from "../../ipc";
import { Button, Disclosure, LinkButton, RadioSet, TextArea, Trouble, useForm, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { meetingWords as say } from "../../words/meeting";
import { SavePaper } from "../agreement/SavePaper";
import { Message } from "../contact/Message";
import { AddLine } from "./AddLine";
import { press } from "./doing";

type Answers = { takeAway: string; keep: string; less: string; differently: string };
const EMPTY: Answers = { takeAway: "", keep: "", less: "", differently: "" };
const TAGS: readonly FeedbackTag[] = ["skill", "method", "awareness"];

/** The session is followed up: four answers each, feedback in a line, and the summary. */
export function After({ page }: { page: SessionPage }) {
  return (
    <div class="stack loose">
      <Feedback page={page} />
      <Points page={page} />
      <Summary page={page} />
      <ForMentor page={page} />
    </div>
  );
}

/** The mentor's own minute, for nobody else to see (R152, R154). */
function ForMentor({ page }: { page: SessionPage }) {
  if (page.people.find((person) => person.owner)?.side !== "mentor") return null;
  return (
    <section class="stack tight" aria-labelledby="own-check">
      <h2 id="own-check">{say.check.title}</h2>
      <p class="hint">{say.check.hint}</p>
      <div class="row"><LinkButton href={href("mentor", { id: page.relationship })}>{say.check.open}</LinkButton></div>
    </section>
  );
}

function Feedback({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  const { feedback } = page;
  const owner = page.people.find((person) => person.owner)?.side;
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    if (opened) return;
    setOpened(true);
    void call("reminder.opened", { ...which, kind: "N10" }).catch(() => undefined);
  };
  return (
    <section class="stack" aria-labelledby="feedback" onFocusIn={open}>
      <h2 id="feedback">{say.feedback.title}</h2>
      <p class="hint">{feedback.due ? say.feedback.hint : say.feedback.notDue}</p>
      <div class="sides">
        {feedback.people.map((person) => (
          <div key={person.side} class={`side ${person.side} stack`} role="group" aria-label={person.name}>
            <p><Who name={person.name} side={person.side} /> <span class="pill">{say.feedback.stages[person.stage]}</span></p>
            {person.sent !== null ? <p class="small">{say.feedback.sent(person.name, person.sent)}</p> : null}
            {person.answers !== null ? (
              <dl>
                {feedback.questions.map((question) => (
                  <div key={question.field}>
                    <dt class="small">{question.words}</dt>
                    <dd><bdi>{person.answers?.[question.field as keyof Answers] || say.feedback.empty}</bdi></dd>
                  </div>
                ))}
              </dl>
            ) : person.stage === "finished" ? (
              person.side === owner ? (
                <div class="stack tight">
                  <p class="hint">{say.feedback.showHint}</p>
                  <Button compact onClick={() => press(() => call("session.feedback.show", which))}>{say.feedback.show}</Button>
                </div>
              ) : null
            ) : (
              <Disclosure writes label={say.feedback.answer(person.name)}><Answer page={page} person={person} /></Disclosure>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The four questions, for one of the two. */
function Answer({ page, person }: { page: SessionPage; person: FeedbackOf }) {
  const which = { relationship: page.relationship, session: page.session, side: person.side };
  const draft = useQuery("session.feedback.read", which).value.value;
  const [changed, setChanged] = useState<Partial<Answers>>({});
  const form = useForm();
  const answers: Answers = { ...EMPTY, ...draft, ...changed };
  const keep = (): void => {
    if (Object.keys(changed).length > 0) press(() => call("session.feedback.write", { ...which, ...changed }));
  };
  return (
    <div class="stack">
      {page.feedback.questions.map((question) => {
        const field = question.field as keyof Answers;
        return <TextArea key={field} label={question.words} optional id={`${person.side}-${field}`} value={answers[field]} onInput={(text) => setChanged({ ...changed, [field]: text })} onLeave={keep} error={form.errorOf(field)} />;
      })}
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row"><Button kind="primary" off={form.busy} onClick={() => void form.send(() => call("session.feedback.send", { ...which, ...answers }), (field) => field in EMPTY)}>{say.feedback.send}</Button></div>
    </div>
  );
}

function Points({ page }: { page: SessionPage }) {
  const [side, setSide] = useState<Side>(page.people.find((person) => person.owner)?.side ?? "mentee");
  const [tag, setTag] = useState<FeedbackTag | null>(null);
  return (
    <section class="stack" aria-labelledby="in-a-line">
      <h2 id="in-a-line">{say.points.title}</h2>
      <ul class="bare stack">{page.feedbackPoints.map((point) => <Point key={point.id} page={page} point={point} />)}</ul>
      <AddLine field="feedback" label={say.points.add} hint={say.points.hint} button={say.points.addButton} onAdd={(text) => call("feedback.add", { relationship: page.relationship, session: page.session, text, side, tag })}>
        <RadioSet legend={say.points.who} look="across" options={page.people.map((person) => ({ value: person.side, label: person.name }))} value={side} onChange={setSide} />
        <RadioSet legend={say.points.tag} optional look="across" options={TAGS.map((value) => ({ value, label: say.points.tags[value] }))} value={tag} onChange={setTag} />
      </AddLine>
    </section>
  );
}

/** Feedback, and what the other one answers to it without judgement (R75 to R77). */
function Point({ page, point }: { page: SessionPage; point: FeedbackPointView }) {
  const which = { relationship: page.relationship };
  const [rather, setRather] = useState(false);
  return (
    <li class="stack tight">
      <p><Who name={point.name} side={point.side} withSide={false} /> <bdi>{point.text}</bdi> {point.tag !== null ? <span class="pill">{say.points.tags[point.tag]}</span> : null} {point.state === "agree_to_disagree" ? <span class="pill aside">{say.points.agreed}</span> : null}</p>
      <ul>{point.counters.map((counter) => <li key={counter.id} class="small"><bdi>{counter.name}</bdi>: {counter.begins} <bdi>{counter.text}</bdi></li>)}</ul>
      <div class="row">
        <Button compact label={say.points.differentlyOf(point.text)} onClick={() => press(() => call("feedback.counter", { ...which, about: point.id, kind: "differently", text: "" }))}>{say.points.differently}</Button>
        <Button compact label={say.points.ratherOf(point.text)} expanded={rather} onClick={() => setRather(!rather)}>{say.points.rather}</Button>
        {point.counters.length > 0 && point.state !== "agree_to_disagree" ? <Button compact kind="quiet" label={say.points.agreeOf(point.text)} onClick={() => press(() => call("feedback.change", { ...which, feedback: point.id, state: "agree_to_disagree" }))}>{say.points.agree}</Button> : null}
      </div>
      {rather ? <AddLine field={`rather-${point.id}`} label={say.points.say} button={say.points.addButton} onAdd={(text) => call("feedback.counter", { ...which, about: point.id, kind: "rather", text }).then(() => setRather(false))} /> : null}
    </li>
  );
}

function Summary({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  const summary = useQuery("session.summary.get", which).value.value;
  return (
    <section class="stack" aria-labelledby="summary">
      <h2 id="summary">{say.summary.title}</h2>
      <p>{page.summary.sent === null ? say.summary.owner(page.summary.ownerName) : say.summary.sent(page.summary.sent)} {page.next === null ? say.summary.noNext : say.summary.next(page.next.date.words, page.next.time)}</p>
      {summary !== undefined ? <Disclosure label={say.summary.message}><Message key={summary.message.text} draft={summary.message} /></Disclosure> : null}
      <Disclosure label={say.summary.paper}><SavePaper relationship={page.relationship} kind="session_summary" session={page.session} beside /></Disclosure>
      {page.summary.sent === null ? <div class="row"><Button kind="primary" onClick={() => press(() => call("session.summary.sent", which))}>{say.summary.mark}</Button></div> : null}
    </section>
  );
}
