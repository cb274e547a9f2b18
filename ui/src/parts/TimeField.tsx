import { useEffect, useState } from "preact/hooks";
import { clock, readTime, timeInWords } from "../times";
import { words } from "../words";
import { Field, type FieldProps, useFieldIds } from "./Field";

interface TimeFieldProps extends FieldProps {
  /** "14:00", or null where there is none. */
  value: string | null;
  onChange: (value: string | null) => void;
  onLeave?: () => void;
}

/**
 * A time of day, typed in any usual way ("2pm", "14:00", "14.30", "noon") and echoed below in both ways of counting hours.
 * What cannot be read stays in the box and is explained on leaving it.
 */
export function TimeField(props: TimeFieldProps) {
  const { value } = props;
  const [text, setText] = useState(value === null ? "" : clock(value));
  const [problem, setProblem] = useState<string | null>(null);
  // Only a time from outside (an undo, another field's rule) replaces what is typed.
  useEffect(() => {
    const read = readTime(text);
    if (read === undefined || read !== value) {
      setText(value === null ? "" : clock(value));
      setProblem(null);
    }
  }, [value]);
  const read = readTime(text);
  const error = props.error ?? problem;
  const hint = props.hint ?? words.time.hint;
  const ids = useFieldIds({ ...props, hint, error }, ["echo"]);
  return (
    <Field {...props} told={value === null ? "" : clock(value)} hint={hint} error={error} ids={ids}>
      <input
        class="input short figures"
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
          const time = readTime(next);
          if (time === undefined) return;
          setProblem(null);
          if (time !== value) props.onChange(time);
        }}
        onBlur={(event) => {
          setProblem(readTime(event.currentTarget.value) === undefined ? words.time.unread(event.currentTarget.value.trim()) : null);
          props.onLeave?.();
        }}
      />
      <div class="echo" id={`${ids.id}-echo`} aria-live="polite" hidden={Boolean(error) && read === undefined}>{read == null ? "" : timeInWords(read)}</div>
    </Field>
  );
}
