import { useRef } from "preact/hooks";
import { Field, type FieldProps, useFieldIds, useGrowth, useReading } from "../../parts";

interface LineProps {
  value: string;
  onInput: (text: string) => void;
  onLeave: () => void;
  /** Enter, which begins no new line here. */
  onEnter?: () => void;
  id?: string;
  label?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** By which its list finds it. */
  mark?: number;
}

/** One line of text that goes on below, instead of hiding its end. */
export function Line(props: LineProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useGrowth(box, props.value);
  if (useReading()) return <p class="told">{props.value}</p>;
  return (
    <div class="grower line">
      <textarea
        ref={box}
        id={props.id}
        rows={1}
        spellcheck={true}
        data-line={props.mark}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid ? "true" : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onLeave}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
          event.preventDefault();
          props.onEnter?.();
        }}
      />
    </div>
  );
}

/** A field of one line. */
export function LineField(props: FieldProps & { value: string; onInput: (text: string) => void; onLeave: () => void }) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} told={props.value} ids={ids}>
      <Line id={ids.id} describedBy={ids.describedBy} invalid={Boolean(props.error)} value={props.value} onInput={props.onInput} onLeave={props.onLeave} />
    </Field>
  );
}
