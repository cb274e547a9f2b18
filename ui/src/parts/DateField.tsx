import { useEffect, useRef, useState } from "preact/hooks";
import { PAUSE } from "../autosave";
import { addDays, addMonths, type Day, inWords, iso, parse, plainDate } from "../dates";
import { apiError, call } from "../ipc";
import { words } from "../words";
import { Calendar } from "./Calendar";
import { Dialog } from "./Dialog";
import { Field, type FieldProps, useFieldIds } from "./Field";
import { IconCalendar } from "./icons";

/** A quick choice below a date: so many days or months after `from` (without it: after today). */
export interface DateChip {
  words: string;
  days?: number;
  months?: number;
  /** "2026-11-26" */
  from?: string;
}

interface DateFieldProps extends FieldProps {
  /** "2026-11-26", or null where there is none. */
  value: string | null;
  onChange: (value: string | null) => void;
  onLeave?: () => void;
  chips?: readonly DateChip[];
  /** It is about something that has happened: "2 Nov" is then the last one, not the next. */
  past?: boolean;
}

const typed = (value: string | null): string => {
  const day = value === null ? null : parse(value);
  return day === null ? "" : plainDate(day);
};

/**
 * A date, typed in any usual way ("26/11/2026", "26 Nov", "tomorrow"), read by the use case `date.read` after a pause,
 * and echoed in full below. The calendar is the other way in. What cannot be read stays in the box and is explained on leaving it.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange } = props;
  const [text, setText] = useState(typed(value));
  const [echo, setEcho] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [calendar, setCalendar] = useState<{ today: Day; shown: Day } | null>(null);
  /** The date that the text in the box stands for, as far as we know. */
  const known = useRef<string | null>(value);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reading = useRef<{ text: string; done: Promise<void> } | null>(null);
  const box = useRef<HTMLInputElement>(null);

  const read = (from: string, complain: boolean): Promise<void> => {
    clearTimeout(timer.current);
    const mine = ++turn.current;
    const done = (async () => {
      if (from.trim() === "") {
        setEcho("");
        setProblem(null);
        if (known.current !== null) {
          known.current = null;
          onChange(null);
        }
        return;
      }
      try {
        const answer = await call("date.read", props.past === true ? { text: from, past: true } : { text: from });
        if (mine !== turn.current) return;
        setEcho(words.date.echo(answer.words, answer.relative));
        setProblem(null);
        if (known.current !== answer.date) {
          known.current = answer.date;
          onChange(answer.date);
        }
      } catch (refusal) {
        if (mine !== turn.current) return;
        setEcho("");
        if (complain) setProblem(apiError(refusal).message);
      }
    })();
    reading.current = { text: from, done };
    return done;
  };

  /** Echoes a date that is known already; it changes nothing. */
  const tell = async (date: string): Promise<void> => {
    const mine = ++turn.current;
    try {
      const answer = await call("date.read", { text: date });
      if (mine === turn.current) setEcho(words.date.echo(answer.words, answer.relative));
    } catch {
      // The date stands there in words already, only without "in 5 days".
    }
  };

  // A date from outside (an undo, another field's rule) replaces what is typed, and is echoed.
  useEffect(() => {
    if (value !== known.current || (value !== null && turn.current === 0)) {
      known.current = value;
      setProblem(null);
      if (value === null) {
        setText("");
        setEcho("");
        turn.current += 1;
      } else {
        if (document.activeElement !== box.current || text === "") setText(typed(value));
        setEcho(inWords(value));
        void tell(value);
      }
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const choose = (day: Day): void => {
    setText(plainDate(day));
    void read(iso(day), true);
    setCalendar(null);
  };
  const today = async (): Promise<Day | null> => parse((await call("date.read", { text: "today" })).date);

  const error = props.error ?? problem;
  const ids = useFieldIds({ ...props, hint: props.hint ?? words.date.hint, error }, ["echo"]);
  return (
    <Field {...props} told={typed(value)} hint={props.hint ?? words.date.hint} error={error} ids={ids}>
      <div class="date">
        <input
          ref={box}
          class="input"
          id={ids.id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? "true" : undefined}
          onInput={(event) => {
            const next = event.currentTarget.value;
            setText(next);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => void read(next, false), PAUSE);
          }}
          onBlur={(event) => {
            const last = event.currentTarget.value;
            const settled = reading.current?.text === last && problem === null && echo !== "" ? reading.current.done : read(last, true);
            void settled.then(() => props.onLeave?.());
          }}
        />
        <button
          type="button"
          class="btn icon"
          aria-label={words.date.open(props.label)}
          onClick={() => {
            void today().then((day) => {
              if (day !== null) setCalendar({ today: day, shown: (known.current === null ? null : parse(known.current)) ?? day });
            });
          }}
        >
          <IconCalendar />
        </button>
      </div>
      {props.chips !== undefined ? (
        <div class="chips" role="group" aria-label={words.date.chips(props.label)}>
          {props.chips.map((chip) => (
            <button
              key={chip.words}
              type="button"
              class="chip"
              onClick={() => {
                const from = chip.from === undefined ? null : parse(chip.from);
                void (from === null ? today() : Promise.resolve(from)).then((day) => {
                  if (day !== null) choose(addDays(addMonths(day, chip.months ?? 0), chip.days ?? 0));
                });
              }}
            >
              {chip.words}
            </button>
          ))}
        </div>
      ) : null}
      <div class="echo" id={`${ids.id}-echo`} aria-live="polite" hidden={Boolean(error) && echo === ""}>{echo}</div>
      <Dialog open={calendar !== null} title={props.label} onClose={() => setCalendar(null)} narrow>
        {calendar !== null ? <Calendar today={calendar.today} shown={calendar.shown} chosen={known.current === null ? null : parse(known.current)} onChoose={choose} onClose={() => setCalendar(null)} /> : null}
      </Dialog>
    </Field>
  );
}
