import { useState } from "preact/hooks";
import type { CheckPoints as Points, CheckPointView } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { Button, Disclosure, LinkButton, NumberField, TextArea, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { lookingWords } from "../../words/looking";
import { Page } from "./frame";
import { Streak } from "./Outcome";

const say = lookingWords.hub;

/** All that looks back in one relationship, with where each stands. */
export function LookingBack({ relationship }: { relationship: string }) {
  const id = relationship;
  const checkup = useQuery("checkup.get", { relationship });
  const mid = useQuery("mid_point.get", { relationship }).value.value;
  const revisit = useQuery("revisit.get", { relationship }).value.value;
  const points = useQuery("check_point.get", { relationship }).value.value;
  const view = checkup.value.value;
  return (
    <Page relationship={relationship} title={lookingWords.title} lead={lookingWords.lead} hub>
      {checkup.error.value !== null ? <Trouble error={checkup.error.value} onRetry={() => void checkup.ask()} /> : null}
      {view?.streak != null ? <Streak card={view.streak} /> : null}
      <div class="columns looking">
        {view !== undefined ? (
          <section class="card stack tight" aria-labelledby="hub-checkup">
            <h2 id="hub-checkup">{say.checkup}</h2>
            <p>{view.status}</p>
            <div class="row"><LinkButton kind="primary" main href={href("checkup", { id })}>{view.own.completed === null ? say.begin : say.goOn}</LinkButton></div>
          </section>
        ) : null}
        {mid !== undefined ? (
          <section class="card stack tight" aria-labelledby="hub-mid">
            <h2 id="hub-mid">{say.midPoint}</h2>
            <p>{mid.status}</p>
            <div class="row"><LinkButton href={href("midPoint", { id })} label={`${lookingWords.open}: ${say.midPoint}`}>{lookingWords.open}</LinkButton></div>
          </section>
        ) : null}
        {revisit !== undefined ? (
          <section class="card stack tight" aria-labelledby="hub-revisit">
            <h2 id="hub-revisit">{say.revisit}</h2>
            <p>{revisit.status}</p>
            <div class="row"><LinkButton href={href("revisit", { id })} label={`${lookingWords.open}: ${say.revisit}`}>{lookingWords.open}</LinkButton></div>
          </section>
        ) : null}
        {points?.mentorQuestion != null ? (
          <section class="card stack tight" aria-labelledby="hub-mentor">
            <h2 id="hub-mentor">{say.mentor}</h2>
            <p>{say.mentorLead}</p>
            <div class="row"><LinkButton href={href("mentor", { id })} label={`${lookingWords.open}: ${say.mentor}`}>{lookingWords.open}</LinkButton></div>
          </section>
        ) : null}
      </div>
      {points !== undefined ? <CheckPoints relationship={relationship} points={points} own={view?.own.side ?? null} /> : null}
    </Page>
  );
}

/** Every third session, or another one, with three questions more (R115). */
function CheckPoints({ relationship, points, own }: { relationship: string; points: Points; own: string | null }) {
  const [every, setEvery] = useState<number | null>(points.every);
  const form = useForm();
  return (
    <section class="stack" aria-labelledby="hub-points">
      <h2 id="hub-points">{say.checkPoints}</h2>
      <p>{points.words}</p>
      <p class="hint">{points.placeTip}</p>
      {points.sessions.length === 0 ? <p class="quiet">{say.none}</p> : null}
      {points.sessions.map((session) => <CheckPoint key={session.session} relationship={relationship} points={points} session={session} own={own} />)}
      <form
        class="stack tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(() => call("check_point.set", { relationship, every: every ?? 0 })).then((done) => done && toast(say.saved));
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <NumberField id="every" label={say.every} hint={say.everyHint} value={every} min={0} max={52} onChange={setEvery} error={form.errorOf("every")} />
        <div class="row"><Button compact type="submit" off={form.busy}>{say.save}</Button></div>
      </form>
    </section>
  );
}

function CheckPoint({ relationship, points, session, own }: { relationship: string; points: Points; session: CheckPointView; own: string | null }) {
  return (
    <div class="card stack tight">
      <h3>{session.date.words}</h3>
      <ul class="bare">{session.people.map((person) => <li key={person.side}>{person.answered ? say.answered(person.name) : say.notAnswered(person.name)}</li>)}</ul>
      <Disclosure writes label={say.answerOf(session.date.words)}>
        <div class="stack">
          {points.questions.map((question, at) => (
            <fieldset class="question" key={question.key}>
              <legend>{question.question}</legend>
              {session.people.map((person) =>
                person.side === own
                  ? <Answer key={person.side} relationship={relationship} session={session.session} question={question.key} name={person.name} text={person.answers[at] ?? ""} />
                  : <p key={person.side}><strong>{person.name}</strong> <span class="reading">{person.answers[at] === "" ? say.notAnswered(person.name) : person.answers[at]}</span></p>)}
            </fieldset>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

function Answer({ relationship, session, question, name, text }: { relationship: string; session: string; question: string; name: string; text: string }) {
  const draft = useDraft(`check-point:${session}:${question}`, text, (value) => call("check_point.answer", { relationship, session, [question]: value }));
  return <TextArea label={name} value={draft.value.value} onInput={(value) => draft.edit(value)} onLeave={() => void draft.leave()} error={draft.problem.value?.message ?? null} />;
}
