import { useRef } from "preact/hooks";
import type { ClosingAnswer, ClosingGroup, ClosingQuestion, ClosingView } from "../../api";
import { saving, useDraft } from "../../autosave";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, TextArea } from "../../parts";
import { endingWords } from "../../words/ending";
import { failed } from "./frame";

const say = endingWords.closing;
const SCALE = ["1", "2", "3", "4", "5"] as const;

/** The questions of one group, each with the answers of both (R123, R124, R127). */
export function Questions({ relationship, group, view }: { relationship: string; group: ClosingGroup; view: ClosingView }) {
  const open = view.standing === "open";
  return (
    <section class="stack" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{say.groups[group]}</h2>
      {open ? <p class="hint">{say.groupHints[group]}</p> : null}
      {view.questions.filter((question) => question.group === group).map((question) => (open ? <Question key={question.question} relationship={relationship} question={question} /> : <Said key={question.question} question={question} />))}
    </section>
  );
}

function Question({ relationship, question }: { relationship: string; question: ClosingQuestion }) {
  return (
    <fieldset class="question" data-question={question.question}>
      <legend>{question.label}</legend>
      <p class="hint">{question.prompt}</p>
      <div class="sides">
        {question.answers.map((answer) => (
          <div key={answer.side} class={`side ${answer.side}`}>
            {question.kind === "scale" ? <Scale relationship={relationship} question={question} answer={answer} /> : <Words relationship={relationship} question={question.question} answer={answer} />}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Words({ relationship, question, answer }: { relationship: string; question: string; answer: ClosingAnswer }) {
  const draft = useDraft(`closing:${relationship}:${question}:${answer.side}`, answer.text, (text) => call("closing.answer", { relationship, question, side: answer.side, answer: text }));
  return <TextArea label={answer.name} reading value={draft.value.value} error={draft.problem.value?.message ?? null} onInput={(text) => draft.edit(text)} onLeave={() => void draft.leave()} />;
}

function Scale({ relationship, question, answer }: { relationship: string; question: ClosingQuestion; answer: ClosingAnswer }) {
  const box = useRef<HTMLDivElement>(null);
  const set = (value: string | number): void => {
    // The button that takes the number away goes with it.
    if (value === "") box.current?.querySelector("input")?.focus();
    saving(() => call("closing.answer", { relationship, question: question.question, side: answer.side, answer: value })).then(() => announce(endingWords.saved), failed);
  };
  return (
    <div class="stack tight" ref={box}>
      <RadioSet legend={answer.name} look="across" options={SCALE.map((value) => ({ value, label: value }))} value={SCALE.find((value) => value === answer.text) ?? null} onChange={(value) => set(Number(value))} />
      {answer.text === "" ? null : <div class="row"><Button compact kind="quiet" label={say.leaveOpenOf(question.label, answer.name)} onClick={() => set("")}>{say.leaveOpen}</Button></div>}
    </div>
  );
}

/** The answers of a closed relationship, to read. */
function Said({ question }: { question: ClosingQuestion }) {
  return (
    <div class="stack tight" data-question={question.question}>
      <h3>{question.label}</h3>
      <dl class="facts close">
        {question.answers.map((answer) => [
          <dt key={`${answer.side} name`}>{answer.name}</dt>,
          <dd key={answer.side} class={answer.text === "" ? "quiet" : "reading written"}>{answer.text === "" ? say.noAnswer : answer.text}</dd>,
        ])}
      </dl>
    </div>
  );
}
