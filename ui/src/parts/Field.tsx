import type { ComponentChildren } from "preact";
import { signal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { words } from "../words";
import { useGrowth } from "./growth";
import { Told, useReading } from "./reading";

/** Whether misspelt words are underlined, as Settings have it. */
export const spelling = signal(true);

/** What every field takes. */
export interface FieldProps {
  label: string;
  /** One or two sentences above the control; never a placeholder. */
  hint?: ComponentChildren;
  /** What is wrong, in words; shown under the control and tied to it. */
  error?: string | null;
  /** Adds "(optional)" to the label. */
  optional?: boolean;
  /** Adds that it is asked for before signing. */
  needed?: boolean | undefined;
  /** The control's id, for an ErrorSummary's link. */
  id?: string;
  /** Keeps the label for screen readers only, where the heading above says it already. */
  quietLabel?: boolean;
}

/** Ids that tie hint and error to a control. */
export function useFieldIds(props: Pick<FieldProps, "id" | "hint" | "error">, more: (string | false)[] = []) {
  const made = useId();
  const id = props.id ?? made;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const list = [props.hint !== undefined && hintId, Boolean(props.error) && errorId, ...more.map((each) => each !== false && `${id}-${each}`)];
  return { id, hintId, errorId, describedBy: list.filter(Boolean).join(" ") || undefined };
}

/** Label, hint, control and error in their order. */
export function Field(props: FieldProps & { ids: ReturnType<typeof useFieldIds>; children: ComponentChildren; /** What stands in it, where it can only be read. */ told: string }) {
  const { ids } = props;
  if (useReading()) return props.told.trim() === "" ? null : <Told label={props.label} quietLabel={props.quietLabel}><p>{props.told}</p></Told>;
  return (
    <div class="field">
      <label for={ids.id} class={props.quietLabel ? "unseen" : undefined}>
        {props.label} {props.optional ? <span class="optional">{words.optional}</span> : null}
        {props.needed ? <span class="optional">{words.needed}</span> : null}
      </label>
      {props.hint !== undefined ? <div class="hint" id={ids.hintId}>{props.hint}</div> : null}
      {props.children}
      {props.error ? <div class="error" id={ids.errorId}>{props.error}</div> : null}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  type?: "text" | "email" | "tel" | "password";
  /** The browser's token: "name", "email", "tel", "current-password". */
  autocomplete?: string;
  width?: "short" | "middle" | "wide";
  /** Codes and addresses are not to be spell-checked. */
  spellcheck?: boolean;
  look?: "code";
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} told={props.value} ids={ids}>
      <input
        class={`input ${props.width ?? "wide"} ${props.look ?? ""}`}
        id={ids.id}
        type={(props.type ?? "text") as "text"}
        value={props.value}
        autocomplete={(props.autocomplete ?? "off") as "off"}
        spellcheck={spelling.value && (props.spellcheck ?? props.type === undefined)}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error ? "true" : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onLeave?.()}
      />
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  /** The agreement's reading face, for words that both people will read. */
  reading?: boolean;
}

/** Text of any length; the box grows with it. */
export function TextArea(props: TextAreaProps) {
  const ids = useFieldIds(props);
  const box = useRef<HTMLTextAreaElement>(null);
  useGrowth(box, props.value);
  return (
    <Field {...props} told={props.value} ids={ids}>
      <div class={`grower${props.reading ? " reading" : ""}`}>
        <textarea
          ref={box}
          id={ids.id}
          rows={3}
          value={props.value}
          spellcheck={spelling.value}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error ? "true" : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onLeave?.()}
        />
      </div>
    </Field>
  );
}
