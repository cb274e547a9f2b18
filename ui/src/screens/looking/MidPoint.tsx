import { useState } from "preact/hooks";
import type { ClauseKept, CommitmentChoice, CommitmentView, MidPointQuestion, MidPointView, SignedClause } from "../../api";
import { saving, useDraft } from "../../autosave";
import { call, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, DateField, LinkButton, RadioSet, TextArea, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { lookingWords } from "../../words/looking";
import { failed, Page } from "./frame";

const say = lookingWords.midPoint;
const PARTS = ["looking", "goals", "problems", "evaluation"] as const;
const KEPT: readonly ClauseKept[] = ["kept", "partly", "not_kept"];
const RATINGS = ["1", "2", "3", "4", "5"] as const;
const RENEWALS: readonly CommitmentChoice[] = ["go_on", "go_on_changed", "end"];

/** The mid-point evaluation, with what was signed beside the question how it was kept (R116 to R121). */
export function MidPoint({ relationship }: { relationship: string }) {
  const query = useQuery("mid_point.get", { relationship });
  const view = query.value.value;
  return (
    <Page relationship={relationship} title={say.title} lead={say.lead}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose mid-point">
          <p class="status">{view.status}</p>
          <Meeting relationship={relationship} view={view} />
          <TrustRating relationship={relationship} view={view} />
          {PARTS.map((part) => (
            <section key={part} class="stack" aria-labelledby={`part-${part}`}>
              <h2 id={`part-${part}`}>{say.parts[part]}</h2>
              {part === "goals" ? <Left view={view} /> : null}
              {view.questions.filter((question) => question.part === part).map((question) => (
                <div key={question.key} class={question.key === "honouring" ? "stack" : undefined}>
                  <Question relationship={relationship} question={question} />
                  {question.key === "honouring" ? <Clauses relationship={relationship} view={view} /> : null}
                </div>
              ))}
              {part === "looking" ? <Goals view={view} /> : null}
              {part === "problems" ? <Anew relationship={relationship} view={view} /> : null}
            </section>
          ))}
          <section class="stack tight" aria-labelledby="print-plan">
            <h2 id="print-plan">{say.plan}</h2>
            <p class="small quiet">{say.planHint}</p>
            <div class="row"><LinkButton href={address(`relationship/${relationship}/plan`)}>{say.openPlan}</LinkButton></div>
          </section>
          <Commitments relationship={relationship} commitments={view.commitments} occasion="mid_point" />
          <Finish relationship={relationship} view={view} />
        </div>
      ) : null}
    </Page>
  );
}

function Meeting({ relationship, view }: { relationship: string; view: MidPointView }) {
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [place, setPlace] = useState("");
  const form = useForm();
  return (
    <section class="card stack" aria-labelledby="meeting">
      <h2 id="meeting">{say.meeting}</h2>
      <p class="hint">{view.placeTip}</p>
      {view.opens !== null && view.on !== null ? <p>{say.window(view.opens.words, view.on.words)}</p> : null}
      {view.session !== null ? (
        <p><strong>{view.session.date.words}</strong>{view.session.inWindow ? null : ` ${say.outside}`}</p>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!form.check([at === null && { field: "at", message: lookingWords.obstacles.missingTime }])) return;
            void form
              .send(() => call("mid_point.book", { relationship, at: at ?? "", ...(on === null ? {} : { on }), ...(place.trim() === "" ? {} : { place }) }))
              .then((done) => done && toast(say.booked));
          }}
        >
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          <DateField id="on" label={say.on} {...(view.on !== null ? { hint: say.onHint(view.on.words) } : {})} value={on} onChange={setOn} error={form.errorOf("on")} optional />
          <TimeField id="at" label={say.at} value={at} onChange={setAt} error={form.errorOf("at")} />
          <TextField id="place" label={say.place} value={place} onInput={setPlace} error={form.errorOf("place")} optional />
          <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.book}</Button></div>
        </form>
      )}
    </section>
  );
}

/** How far the two trust each other: each alone, private until shared (R116). */
function TrustRating({ relationship, view }: { relationship: string; view: MidPointView }) {
  const own = view.ownTrust;
  const [note, setNote] = useState(own?.note ?? "");
  const rate = (rating: number): void => {
    saving(() => call("mid_point.trust", { relationship, rating, note })).then(() => announce(lookingWords.hub.saved), failed);
  };
  return (
    <section class="stack" aria-labelledby="trust">
      <h2 id="trust">{say.trust}</h2>
      {own?.shared === true ? (
        <p>{own.words}{own.note === "" ? null : <span class="quiet">: {own.note}</span>} <span class="small quiet">{say.trustShared}</span></p>
      ) : (
        <>
          <p class="hint">{say.trustHint(view.otherName)}</p>
          <RadioSet legend={say.trustLegend} look="across" options={RATINGS.map((value) => ({ value, label: say.ratings[value] }))} value={own === null ? null : (String(own.rating) as (typeof RATINGS)[number])} onChange={(value) => rate(Number(value))} />
          <TextField label={say.trustNote} value={note} onInput={setNote} onLeave={() => { if (own !== null && note !== own.note) rate(own.rating); }} optional />
          {own !== null ? <div class="row"><Button compact onClick={() => void saving(() => call("mid_point.share_trust", { relationship })).then(() => announce(say.trustShared), failed)}>{say.shareTrust}</Button></div> : null}
        </>
      )}
      {view.otherTrust !== null ? <p>{say.trustOf(view.otherName, view.otherTrust.words)}{view.otherTrust.note === "" ? null : <span class="quiet">: {view.otherTrust.note}</span>}</p> : null}
    </section>
  );
}

function Question({ relationship, question }: { relationship: string; question: MidPointQuestion }) {
  return (
    <fieldset class="question" data-question={question.key}>
      <legend>{question.question}</legend>
      {question.hint === "" ? null : <p class="hint">{question.hint}</p>}
      {question.answers.map((answer) => <Answer key={answer.side ?? "pair"} relationship={relationship} question={question.key} side={answer.side} name={answer.side === null ? say.both : answer.name} text={answer.text} />)}
    </fieldset>
  );
}

function Answer({ relationship, question, side, name, text }: { relationship: string; question: string; side: "mentor" | "mentee" | null; name: string; text: string }) {
  const draft = useDraft(`mid-point:${relationship}:${question}:${side ?? ""}`, text, (value) => call("mid_point.answer", { relationship, question, text: value, ...(side === null ? {} : { side }) }));
  return <TextArea label={name} reading value={draft.value.value} onInput={(value) => draft.edit(value)} onLeave={() => void draft.leave()} error={draft.problem.value?.message ?? null} />;
}

/** What was signed, page by page, beside how it was kept (R117). */
function Clauses({ relationship, view }: { relationship: string; view: MidPointView }) {
  if (view.version === null) return <p class="quiet">{say.noVersion}</p>;
  return (
    <section class="stack" aria-label={say.clauses(view.version)}>
      <h3>{say.clauses(view.version)}</h3>
      <p class="hint">{say.clausesHint}</p>
      {view.clauses.map((clause) => <Clause key={clause.section} relationship={relationship} clause={clause} />)}
    </section>
  );
}

function Clause({ relationship, clause }: { relationship: string; clause: SignedClause }) {
  const judge = (kept: ClauseKept): void => {
    saving(() => call("mid_point.clause", { relationship, section: clause.section, kept })).then(() => announce(lookingWords.hub.saved), failed);
  };
  return (
    <div class="beside" data-clause={clause.section}>
      <div class="stack tight">
        <h4>{clause.name}</h4>
        {clause.signed.map((line) => <p key={line} class="reading">{line}</p>)}
      </div>
      <div class="stack tight">
        <RadioSet legend={say.keptOf(clause.name)} options={KEPT.map((value) => ({ value, label: say.kept[value] }))} value={clause.kept} onChange={judge} />
        {clause.kept === "not_kept" || clause.kept === "partly" ? <div class="row"><LinkButton compact href={address(clause.route)} label={say.changeOf(clause.name)}>{say.change}</LinkButton></div> : null}
      </div>
    </div>
  );
}

/** The goals then and now (R27). */
function Goals({ view }: { view: MidPointView }) {
  if (view.goals.length === 0) return null;
  return (
    <div class="scrolls" role="group" aria-label={say.goals} tabIndex={0}>
      <table class="plain-table">
        <caption>{say.goals}</caption>
        <thead><tr><th scope="col">{say.goal}</th><th scope="col">{say.then}</th><th scope="col">{say.now}</th></tr></thead>
        <tbody>
          {view.goals.map((goal) => (
            <tr key={goal.goal}>
              <th scope="row">{goal.title}</th>
              <td>{goal.then === null ? say.none : say.rating(goal.then.mentee, goal.then.mentor)}</td>
              <td>{say.rating(goal.now.mentee, goal.now.mentor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is left of the term, for choosing what is realistic (R119). */
function Left({ view }: { view: MidPointView }) {
  return (
    <div class="stack tight">
      {view.leftWords === "" ? null : <p>{view.leftWords}</p>}
      {view.notStarted.length > 0 ? (
        <>
          <h3>{say.notStarted}</h3>
          <ul>{view.notStarted.map((title) => <li key={title}>{title}</li>)}</ul>
        </>
      ) : null}
    </div>
  );
}

/** A new agreement goes into the draft, and so into the next version (R120). */
function Anew({ relationship, view }: { relationship: string; view: MidPointView }) {
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const form = useForm();
  return (
    <form
      class="card stack"
      noValidate
      aria-labelledby="anew"
      onSubmit={(event) => {
        event.preventDefault();
        void form
          .send(() => call("mid_point.agree", { relationship, words: text, ...(title.trim() === "" ? {} : { title }) }))
          .then((done) => {
            if (!done) return;
            setTitle("");
            setText("");
            toast(say.anewDone);
          });
      }}
    >
      <h3 id="anew">{say.anew}</h3>
      <p class="hint">{say.anewHint}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <TextField id="title" label={say.anewTitle} value={title} onInput={setTitle} error={form.errorOf("title")} optional />
      <TextArea id="words" label={say.anewWords} reading value={text} onInput={setText} error={form.errorOf("words")} />
      <div class="row"><Button compact type="submit" off={form.busy}>{say.anewAdd}</Button></div>
      {view.suggestions > 0 ? <p><a href={href("agreementTalk", { id: relationship })}>{say.waiting(view.suggestions)}</a></p> : null}
    </form>
  );
}

/** What each of the two says to going on: renewing what they promised. */
export function Commitments({ relationship, commitments, occasion }: { relationship: string; commitments: readonly CommitmentView[]; occasion: "mid_point" | "revisit" }) {
  if (commitments.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="commitment">
      <h2 id="commitment">{say.commitment}</h2>
      <div class="sides">
        {commitments.map((each) => (
          <div key={each.side} class={`side ${each.side} stack tight`}>
            <RadioSet
              legend={say.commitmentOf(each.name)}
              options={RENEWALS.map((value) => ({ value, label: say.renewals[value] }))}
              value={each.choice}
              onChange={(choice) => void saving(() => call("commitment.renew", { relationship, side: each.side, occasion, choice })).then(() => announce(lookingWords.hub.saved), failed)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** The end of the evaluation, and the text for the coordinator (R121). */
function Finish({ relationship, view }: { relationship: string; view: MidPointView }) {
  const save = (): void => {
    saving(async () => {
      const made = await call("mid_point.evaluation", { relationship });
      return shell.saveText(made.name, made.text);
    }).then((saved) => { if (saved !== null) toast(say.savedAs(saved.name, saved.folder)); }, failed);
  };
  return (
    <section class="stack" aria-labelledby="finish">
      <h2 id="finish">{say.finish}</h2>
      <p class="small quiet">{say.finishHint}</p>
      {view.finished !== null ? <p>{say.finished(view.finished.words)}</p> : null}
      <div class="row">
        <Button kind="primary" main onClick={() => void saving(() => call("mid_point.finish", { relationship })).then((next) => announce(next.status), failed)}>{say.finish}</Button>
        <Button reads onClick={save}>{say.evaluation}</Button>
      </div>
      <p class="small quiet">{say.evaluationHint}</p>
    </section>
  );
}
