import { useRef, useState } from "preact/hooks";
import type { AcquaintanceLine, FirstView, Participant } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, TextField, toast, useReading, Who } from "../../parts";
import { firstWords } from "../../words/first";

const say = firstWords.first;
/** What a line can be about. */
export type Kind = keyof typeof say.kinds;
const WORKSHEET: readonly Kind[] = ["common", "years", "employers", "skills", "unique", "hobbies", "style", "benefits"];

interface Pair {
  relationship: string;
  view: FirstView;
  people: readonly [Participant, Participant];
}

/** The worksheet for two: what each says beside what the other says, and what they have in common (R81 to R84). */
export function Acquainted(props: Pair) {
  const { view } = props;
  const reading = useReading();
  return (
    <div class="stack">
      {reading ? null : <p class="hint">{say.keeps}</p>}
      {WORKSHEET.map((kind) => <Both key={kind} {...props} kind={kind} />)}
      <section class="stack tight" aria-labelledby="in-common">
        <h3 id="in-common">{say.common}</h3>
        {view.inCommon.length === 0 ? <p class="quiet">{say.commonNone}</p> : <ul>{view.inCommon.map(([one, other]) => <li key={`${one}\n${other}`}>{say.pair(one, other)}</li>)}</ul>}
      </section>
    </div>
  );
}

/** One thing, told by both: two columns, one below the other where there is no room. */
export function Both({ relationship, view, people, kind, titled = false }: Pair & { kind: Kind; /** Its name stands above it already. */ titled?: boolean }) {
  const { title, hint } = say.kinds[kind];
  const [mentee, mentor] = people;
  return (
    <section class="stack tight" aria-label={title} data-kind={kind}>
      {titled ? null : <h3>{title}</h3>}
      {hint !== "" ? <p class="hint">{hint}</p> : null}
      <div class="columns worksheet">
        {[{ person: mentee, other: mentor }, { person: mentor, other: mentee }].map(({ person, other }) => (
          <div key={person.side} class="stack tight" data-side={person.side}>
            <p class="small"><Who name={person.name} side={person.side} /></p>
            <Lines relationship={relationship} lines={view.lines.filter((line) => line.kind === kind && line.side === person.side)} other={other.name} />
            <NewLine relationship={relationship} kind={kind} person={person} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Lines({ relationship, lines, other }: { relationship: string; lines: readonly AcquaintanceLine[]; other: string }) {
  const remove = (line: AcquaintanceLine): void => {
    saving(() => call("first.remove", { relationship, line: line.line })).then(() => announce(say.removed), (error: unknown) => toast(apiError(error).message));
  };
  if (lines.length === 0) return null;
  return (
    <ul class="bare stack tight">
      {lines.map((line) => (
        <li key={line.line} class="told">
          <div class="grow">
            <p>{line.text}</p>
            {line.overlaps.length > 0 ? <p class="small shared">{say.overlap(line.overlaps, other)}</p> : null}
          </div>
          <Button compact kind="quiet" label={say.removeOf(line.text)} onClick={() => remove(line)}>{say.remove}</Button>
        </li>
      ))}
    </ul>
  );
}

/** A field that becomes a line: with Enter, or by leaving it. */
function NewLine({ relationship, kind, person }: { relationship: string; kind: Kind; person: Participant }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef(false);
  const add = (): void => {
    const written = text.trim();
    // Enter and leaving the field right after it are one deed.
    if (written === "" || sending.current) return;
    sending.current = true;
    saving(() => call("first.add", { relationship, side: person.side, kind, text: written }))
      .then(
        () => {
          // What was typed meanwhile stays.
          setText((now) => (now.trim() === written ? "" : now));
          setProblem(null);
          announce(say.added(written));
        },
        (error: unknown) => setProblem(apiError(error).message),
      )
      .finally(() => {
        sending.current = false;
      });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField id={`${kind}-${person.side}`} label={kind === "wish" ? say.wishOf(person.name) : say.addOf(say.kinds[kind].title, person.name)} quietLabel value={text} error={problem} onInput={setText} onLeave={add} />
    </form>
  );
}
