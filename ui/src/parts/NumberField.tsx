import { useEffect, useState } from "preact/hooks";
import { words } from "../words";
import { Field, type FieldProps, useFieldIds } from "./Field";

interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  onLeave?: () => void;
  /** Smallest and largest number that makes sense; outside, the field says so and keeps the text. */
  min?: number;
  max?: number;
  /** Stands behind the box: "days", "minutes". */
  unit?: string;
}

/** Reads a whole number; null for an empty text, a sentence for anything else. */
export function readNumber(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): { value: number | null } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null };
  if (!/^\d{1,15}$/.test(trimmed)) return { problem: words.number.unread };
  const value = Number(trimmed);
  return value < min || value > max ? { problem: words.number.outside(min, max) } : { value };
}

/** A whole number, typed. No spinner: arrow keys that change a number by accident are no help. */
export function NumberField(props: NumberFieldProps) {
  const { min, max, unit, value } = props;
  const [text, setText] = useState(value === null ? "" : String(value));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const read = readNumber(text, min, max);
    if (!("value" in read) || read.value !== value) {
      setText(value === null ? "" : String(value));
      setProblem(null);
    }
    // Only a value from outside replaces what is typed.
  }, [value]);
  const error = props.error ?? problem;
  const ids = useFieldIds({ ...props, error }, [unit !== undefined && "unit"]);
  return (
    <Field {...props} told={value === null ? "" : [value, unit].filter((each) => each !== undefined).join(" ")} error={error} ids={ids}>
      <div class="row">
        <input
          class="input short figures"
          id={ids.id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? "true" : undefined}
          onInput={(event) => {
            const next = event.currentTarget.value;
            setText(next);
            const read = readNumber(next, min, max);
            if ("value" in read) {
              setProblem(null);
              props.onChange(read.value);
            }
          }}
          onBlur={(event) => {
            const read = readNumber(event.currentTarget.value, min, max);
            setProblem("problem" in read ? read.problem : null);
            props.onLeave?.();
          }}
        />
        {unit !== undefined ? <span id={`${ids.id}-unit`}>{unit}</span> : null}
      </div>
    </Field>
  );
}
