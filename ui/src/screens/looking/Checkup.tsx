import { useEffect, useState } from "preact/hooks";
import type { Calls, Checkup as View, CheckupForm, CheckupLine, ObstacleView, Side } from "../../api";
import { saving } from "../../autosave";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, Checkbox, Disclosure, LinkButton, RadioSet, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { lookingWords } from "../../words/looking";
import { failed, Page } from "./frame";
import { Outcome, Streak } from "./Outcome";

const say = lookingWords.checkup;
type Answers = Omit<Calls["checkup.answer"]["request"], "relationship" | "side">;

/** The 90-day check-up: five questions, each person alone; then the obstacles, sharing, and what follows (R107 to R113). */
export function Checkup({ relationship }: { relationship: string }) {
  const [side, setSide] = useState<Side | null>(null);
  const query = useQuery("checkup.get", { relationship, ...(side !== null ? { side } : {}) });
  const view = query.value.value;
  return (
    <Page relationship={relationship} title={say.title} lead={say.lead}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose checkup">
          <p class="status">{view.status}</p>
          {view.streak !== null ? <Streak card={view.streak} /> : null}
          {view.together !== null ? <Outcome view={view.together} title={say.together} /> : null}
          <Own key={view.own.side} relationship={relationship} view={view} />
          {view.other !== null ? (
            <section class="stack" aria-label={say.other(view.other.name)}>
              <h2>{say.other(view.other.name)}</h2>
              <Count form={view.other} own={false} />
              <Named obstacles={view.other.obstacles} />
            </section>
          ) : null}
          {view.plans.length > 0 ? <div class="row"><LinkButton href={href("obstacleMeeting", { id: relationship })}>{say.plans}</LinkButton></div> : null}
          <section class="stack tight">
            {side === null ? (
              view.other === null ? (
                <Disclosure label={say.swap(view.otherName)}>
                  <div class="stack tight">
                    <p class="hint">{say.swapHint(view.otherName)}</p>
                    <div class="row"><Button reads compact onClick={() => setSide(view.own.side === "mentor" ? "mentee" : "mentor")}>{say.swapNow(view.otherName)}</Button></div>
                  </div>
                </Disclosure>
              ) : null
            ) : (
              <div class="row"><Button reads compact onClick={() => setSide(null)}>{say.back(view.otherName)}</Button></div>
            )}
          </section>
        </div>
      ) : null}
    </Page>
  );
}

/** One person's own form. */
function Own({ relationship, view }: { relationship: string; view: View }) {
  const form = view.own;
  const side = form.side;
  const answer = (with_: Answers): void => {
    saving(() => call("checkup.answer", { relationship, side, ...with_ })).catch(failed);
  };
  return (
    <>
      {form.shared === null ? (
        <section class="stack" aria-labelledby="questions">
          <h2 id="questions">{say.alone(form.name)}</h2>
          {form.lines.map((line) => <Question key={line.key} relationship={relationship} side={side} line={line} onAnswer={answer} />)}
        </section>
      ) : null}
      <section class="stack" aria-labelledby="count">
        <h2 id="count">{say.count}</h2>
        <Count form={form} />
        {form.shared !== null ? <p class="quiet">{say.shared(form.shared.words)}</p> : <Steps relationship={relationship} view={view} />}
      </section>
      {form.obstaclesOpen ? <Obstacles relationship={relationship} form={form} /> : null}
      {form.result !== null && view.together === null ? <Outcome view={form.result} title={say.result} /> : null}
    </>
  );
}

/** Completing, sharing, beginning anew. */
function Steps({ relationship, view }: { relationship: string; view: View }) {
  const { side, completed } = view.own;
  const deed = (name: "checkup.complete" | "checkup.share" | "checkup.begin_anew", done?: string): void => {
    saving(() => call(name, { relationship, side })).then((next) => announce(done ?? next.status), failed);
  };
  if (completed === null) {
    return (
      <div class="stack tight">
        <div class="row"><Button kind="primary" main off={!view.own.answered} onClick={() => deed("checkup.complete")}>{say.complete}</Button></div>
        <p class="small quiet">{say.completeHint}</p>
      </div>
    );
  }
  return (
    <div class="stack tight">
      <p>{say.completed(completed.words)}</p>
      <p class="small quiet">{say.shareHint(view.otherName)}</p>
      <div class="row">
        <Button kind="primary" main onClick={() => deed("checkup.share")}>{say.shareOf(view.otherName)}</Button>
        <Button kind="quiet" onClick={() => deed("checkup.begin_anew", say.anewDone)}>{say.anew}</Button>
      </div>
    </div>
  );
}

/** The counting, line by line (R109). */
function Count({ form, own = true }: { form: CheckupForm; own?: boolean }) {
  return (
    <div class="stack tight">
      <div class="scrolls" role="group" aria-label={say.count} tabIndex={0}>
        <table class="plain-table">
          <thead><tr><th scope="col">{say.question}</th><th scope="col">{own ? say.answer : say.theirs}</th><th scope="col">{say.counts}</th></tr></thead>
          <tbody>
            {form.lines.map((line) => (
              <tr key={line.key} data-line={line.key}>
                <th scope="row">{line.number}. {line.question}</th>
                <td>{line.words}{line.overruled ? <span class="small quiet"> {line.reason}</span> : null}</td>
                <td>{line.verdict}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p><strong>{form.sum}</strong></p>
    </div>
  );
}

function Question({ relationship, side, line, onAnswer }: { relationship: string; side: Side; line: CheckupLine; onAnswer: (answers: Answers) => void }) {
  const options = line.options.map((option) => ({ value: option.value, label: option.words }));
  const legend = `${line.number}. ${line.question}`;
  if (line.counted === null || (line.key === "meetings" && line.unfavourable === null)) {
    return <RadioSet legend={legend} {...(line.counted !== null ? { hint: line.counted } : {})} look="across" options={options} value={line.answer} onChange={(value) => onAnswer({ [line.key]: value })} />;
  }
  return <Counted relationship={relationship} side={side} line={line} legend={legend} onAnswer={onAnswer} />;
}

/** A question that the log answers; who sees it differently says why (R108). */
function Counted({ relationship, side, line, legend, onAnswer }: { relationship: string; side: Side; line: CheckupLine; legend: string; onAnswer: (answers: Answers) => void }) {
  const reasonField = `${line.key}Reason`;
  const opposite = line.options.find((option) => option.value !== line.answer);
  const [reason, setReason] = useState(line.reason);
  const form = useForm();
  return (
    <div class="stack tight counted" data-question={line.key}>
      <h3>{legend}</h3>
      <p>{line.words}</p>
      <p class="hint">{line.counted}</p>
      {line.overruled ? (
        <>
          <p class="reading">{line.reason}</p>
          <div class="row"><Button compact kind="quiet" label={say.asCountedOf(line.question)} onClick={() => onAnswer({ [line.key]: "as_counted" })}>{say.asCounted}</Button></div>
        </>
      ) : (
        <Disclosure writes label={say.otherwiseOf(line.question)}>
          <form
            class="stack tight"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void form.send(() => call("checkup.answer", { relationship, side, [line.key]: opposite?.value, [reasonField]: reason }));
            }}
          >
            {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
            <p>{opposite?.words}</p>
            <TextField id={reasonField} label={say.reason} value={reason} error={form.errorOf(reasonField)} onInput={setReason} />
            <div class="row"><Button compact type="submit" off={form.busy}>{say.keep}</Button></div>
          </form>
        </Disclosure>
      )}
    </div>
  );
}

/** The ten obstacles, ticked, each with words to it (R111). */
function Obstacles({ relationship, form }: { relationship: string; form: CheckupForm }) {
  const stored = JSON.stringify(form.obstacles);
  const [ticks, setTicks] = useState<readonly ObstacleView[]>(form.obstacles);
  useEffect(() => setTicks(form.obstacles), [stored]);
  const change = (number: number, with_: Partial<ObstacleView>): void => setTicks(ticks.map((each) => (each.number === number ? { ...each, ...with_ } : each)));
  const save = (): void => {
    const obstacles = ticks.filter((each) => each.ticked).map(({ number, words }) => ({ number, words }));
    saving(() => call("checkup.obstacles", { relationship, side: form.side, obstacles })).then(() => announce(lookingWords.hub.saved), failed);
  };
  return (
    <section class="stack" aria-labelledby="obstacles">
      <h2 id="obstacles">{say.obstacles}</h2>
      {form.shared === null ? <p class="hint">{say.obstaclesHint}</p> : null}
      <ol class="bare stack tight">
        {ticks.map((each) => (
          <li key={each.number} class="stack tight">
            <Checkbox label={`${each.number}. ${each.title}`} about={each.detail} checked={each.ticked} onChange={(ticked) => change(each.number, { ticked })} />
            {each.ticked ? <TextField label={say.obstacleWords(each.title)} value={each.words} onInput={(words) => change(each.number, { words })} optional /> : null}
          </li>
        ))}
      </ol>
      <div class="row"><Button kind={form.shared === null ? "plain" : "primary"} onClick={save}>{say.saveObstacles}</Button></div>
    </section>
  );
}

/** The obstacles that somebody has shared. */
function Named({ obstacles }: { obstacles: readonly ObstacleView[] }) {
  const named = obstacles.filter((each) => each.ticked);
  if (named.length === 0) return null;
  return <ul>{named.map((each) => <li key={each.number}>{each.number}. {each.title}{each.words === "" ? null : <span class="quiet">: {each.words}</span>}</li>)}</ul>;
}
