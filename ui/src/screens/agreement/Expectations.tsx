import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AgreementView, ExpectationLine, ExpectationMark, Expectations as View, FieldView, SectionView, Side, Writer } from "../../api";
import { expectNews, flush, saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, Disclosure, RadioSet, TextArea, toast, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { Question } from "./Question";
import { undoThis } from "./undo";

const say = words.agreement.talk.expect;

/** The field that is written here. */
export const EXPECTATIONS = "area.10.expectations";
/** Where all lines together stand: it follows from their marks, so nobody is asked for it. */
export const ALIGNMENT = "area.10.alignment";
const MARKS: readonly ExpectationMark[] = ["aligned", "to_discuss", "different"];

interface Props {
  relationship: string;
  view: AgreementView;
  section: SectionView;
  field: FieldView;
}

/** What each of the two expects: written alone and unseen, revealed together, marked line by line (R45). */
export function Expectations(props: Props) {
  const { relationship } = props;
  const query = useQuery("expectation.get", { relationship });
  const view = query.value.value;
  const box = useRef<HTMLFieldSetElement>(null);
  const before = useRef<string | null>(null);
  const revealing = useRef(false);
  const lines = view?.lines.map((line) => line.id).join(" ");
  useLayoutEffect(() => {
    // Other lines than before were revealed: the first one waits for its mark.
    if (lines === undefined) return;
    if (before.current !== null && before.current !== lines && revealing.current) box.current?.querySelector<HTMLElement>(".lines input")?.focus();
    before.current = lines;
    revealing.current = false;
  }, [lines]);
  if (view === undefined) return query.error.value === null ? null : <Trouble error={query.error.value} onRetry={() => void query.ask()} />;
  const unseen = <Unseen relationship={relationship} view={view} box={box} onReveal={() => { revealing.current = true; }} />;
  return (
    <fieldset class="question expectations" data-field={EXPECTATIONS} ref={box}>
      <legend>{say.title}</legend>
      {view.lines.length === 0 ? (
        <>
          <p class="hint">{say.how}</p>
          {unseen}
        </>
      ) : (
        <>
          <Lines relationship={relationship} view={view} />
          <Disclosure writes label={say.change}><Question {...props} /></Disclosure>
          <Disclosure writes label={say.anew} open={view.writers.some((each) => each.stage !== "nothing")}>
            <p class="hint">{say.anewHint}</p>
            {unseen}
          </Disclosure>
        </>
      )}
    </fieldset>
  );
}

const failed = (error: unknown): void => toast(apiError(error).message);

/** Each of the two in turn, and both together at the end. */
function Unseen({ relationship, view, box, onReveal }: { relationship: string; view: View; box: { readonly current: HTMLElement | null }; onReveal: () => void }) {
  const [writing, setWriting] = useState<Side | null>(null);
  const [asking, setAsking] = useState<Side | null>(null);
  const at = view.writers.find((each) => each.side === writing && each.stage !== "finished");
  /** Where the focus goes as soon as it stands there: what was done shows only with the next answer. */
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const control = wanted.current === null ? null : (box.current?.querySelector<HTMLElement>(wanted.current) ?? null);
    if (control === null) return;
    wanted.current = null;
    control.focus();
  });
  const focus = (what: string): void => { wanted.current = what; };
  const otherOf = (writer: Writer): string => view.writers.find((each) => each.side !== writer.side)?.name ?? "";
  const end = (side: Side): void => {
    focus(`[data-writer="${side}"] [data-writes] button`);
    setWriting(null);
  };
  if (at !== undefined) {
    return (
      <Alone
        key={at.side}
        relationship={relationship}
        writer={at}
        other={otherOf(at)}
        onLater={() => end(at.side)}
        onFinished={() => {
          focus(`[data-writer]:not([data-writer="${at.side}"]) [data-writes] button, [data-reveals] button`);
          announce(say.finished(at.name, otherOf(at)));
          setWriting(null);
        }}
      />
    );
  }
  const forget = (side: Side): void => {
    saving(() => call("expectation.discard", { relationship, side })).then(() => {
      focus(`[data-writer="${side}"] [data-writes] button`);
      setAsking(null);
    }, failed);
  };
  return (
    <div class="stack">
      <ul class="bare writers">
        {view.writers.map((writer) => (
          <li key={writer.side} data-writer={writer.side} class={`side ${writer.side}`}>
            <p><Who name={writer.name} side={writer.side} /> <span class={`pill ${writer.stage === "finished" ? "agreed" : ""}`}>{say.stage[writer.stage]}</span></p>
            {writer.stage === "finished" ? (
              asking === writer.side ? (
                <div class="stack tight">
                  <p>{say.againAsk(writer.name)}</p>
                  <div class="row">
                    <Button compact kind="danger" onClick={() => forget(writer.side)}>{say.againYes}</Button>
                    <Button compact onClick={() => setAsking(null)}>{words.cancel}</Button>
                  </div>
                </div>
              ) : (
                <>
                  <p class="small quiet">{say.hidden(writer.name)}</p>
                  <div class="row"><Button compact kind="quiet" label={say.againOf(writer.name)} onClick={() => setAsking(writer.side)}>{say.again}</Button></div>
                </>
              )
            ) : (
              <div class="row" data-writes><Button compact onClick={() => setWriting(writer.side)}>{writer.stage === "writing" ? say.goOn(writer.name) : say.begin(writer.name)}</Button></div>
            )}
          </li>
        ))}
      </ul>
      {view.ready ? (
        <div class="notice good" data-reveals>
          <p>{say.both}</p>
          <p class="small">{say.revealHint}</p>
          <div class="row">
            <Button
              kind="primary"
              onClick={() => {
                onReveal();
                saving(() => call("expectation.reveal", { relationship })).then(() => {
                  expectNews();
                  announce(say.revealed);
                }, failed);
              }}
            >
              {say.reveal}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** One of the two writes, while the other one looks away. */
function Alone(props: { relationship: string; writer: Writer; other: string; onLater: () => void; onFinished: () => void }) {
  const { relationship, writer } = props;
  const query = useQuery("expectation.read", { relationship, side: writer.side });
  const draft = query.value.value;
  if (draft === undefined) return query.error.value === null ? null : <Trouble error={query.error.value} />;
  return <Page {...props} text={draft.text} answer={draft} />;
}

function Page({ relationship, writer, other, text, answer, onLater, onFinished }: { relationship: string; writer: Writer; other: string; text: string; answer: unknown; onLater: () => void; onFinished: () => void }) {
  const { side, name } = writer;
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const draft = useDraft(`expectation:${relationship}:${side}`, text, (value) => call("expectation.write", { relationship, side, text: value }), answer);
  useLayoutEffect(() => box.current?.querySelector("textarea")?.focus(), []);
  const finish = (): void => {
    saving(async () => {
      await flush();
      return call("expectation.finish", { relationship, side });
    }).then(onFinished, (refusal: unknown) => setError(apiError(refusal).message));
  };
  return (
    <div class="stack writes-alone" ref={box}>
      <p><strong>{say.away(other)}</strong></p>
      <TextArea
        label={say.label(name)}
        reading
        hint={say.hint}
        value={draft.value.value}
        error={error ?? draft.problem.value?.message ?? null}
        onInput={(next) => {
          setError(null);
          draft.edit(next);
        }}
        onLeave={() => void draft.leave()}
      />
      <p class="small quiet">{say.finishHint}</p>
      <div class="row">
        <Button compact kind="primary" onClick={finish}>{say.finish}</Button>
        <Button compact onClick={() => void draft.leave().then((all) => { if (all) onLater(); })}>{say.later}</Button>
      </div>
    </div>
  );
}

/** What was revealed: every line, and how the two stand to it. */
function Lines({ relationship, view }: { relationship: string; view: View }) {
  const mark = (line: ExpectationLine, to: ExpectationMark): void => {
    const agreed = view.standing === "agreed";
    saving(() => call("expectation.mark", { relationship, line: line.id, mark: to })).then(async ({ standing }) => {
      announce(say.marked[to]);
      if (agreed && standing === "open") toast(words.agreement.talk.done.reopened(say.title), await undoThis(relationship));
    }, failed);
  };
  return (
    <>
      <div class="sides">
        {view.writers.map((writer) => (
          <section key={writer.side} class={`side ${writer.side} stack`} aria-label={say.linesOf(writer.name)}>
            <Who name={writer.name} side={writer.side} />
            <ul class="bare lines">
              {view.lines.filter((line) => line.side === writer.side).map((line) => (
                <li key={line.id}>
                  <p class="reading">{line.text}</p>
                  <RadioSet
                    legend={say.mark(line.text)}
                    quietLegend
                    look="across"
                    options={MARKS.map((each) => ({ value: each, label: say.marks[each] }))}
                    value={line.mark}
                    onChange={(to) => mark(line, to)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p class="small">{say.left(view.lines.filter((line) => line.mark === null).length)}</p>
    </>
  );
}
