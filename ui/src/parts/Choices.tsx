import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { words } from "../words";
import { Told, useReading } from "./reading";

/** One of the things to choose from. */
export interface Choice<V extends string> {
  value: V;
  label: string;
  /** A line below the label. */
  about?: ComponentChildren;
}

interface SetProps<V extends string> {
  legend: string;
  hint?: ComponentChildren;
  error?: string | null;
  options: readonly Choice<V>[];
  optional?: boolean;
  /** Adds that it is asked for before signing. */
  needed?: boolean | undefined;
  /** `cards`: few options with explanations. `across`: short ones on one line. */
  look?: "list" | "cards" | "across";
  id?: string;
  /** Keeps the legend for screen readers only. */
  quietLegend?: boolean;
}

function Frame<V extends string>(props: SetProps<V> & { name: string; children: ComponentChildren }) {
  const { name } = props;
  const described = [props.hint !== undefined && `${name}-hint`, props.error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset class={`field choices ${props.look ?? "list"}`} aria-describedby={described} aria-invalid={props.error ? "true" : undefined}>
      <legend class={props.quietLegend ? "unseen" : undefined}>
        {props.legend} {props.optional ? <span class="optional">{words.optional}</span> : null}
        {props.needed ? <span class="optional">{words.needed}</span> : null}
      </legend>
      {props.hint !== undefined ? <div class="hint" id={`${name}-hint`}>{props.hint}</div> : null}
      <div class="set">{props.children}</div>
      {props.error ? <div class="error" id={`${name}-error`}>{props.error}</div> : null}
    </fieldset>
  );
}

/** One of a few. All options stay in sight; there is no drop-down. The first input carries `id`, for an ErrorSummary. */
export function RadioSet<V extends string>(props: SetProps<V> & { value: V | null; onChange: (value: V) => void }) {
  const made = useId();
  const name = props.id ?? made;
  const reading = useReading();
  if (reading) {
    const chosen = props.options.find((option) => option.value === props.value);
    return chosen === undefined ? null : <Told label={props.legend} quietLabel={props.quietLegend}><p>{chosen.label}</p></Told>;
  }
  return (
    <Frame {...props} name={name}>
      {props.options.map((option, index) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            id={index === 0 ? name : `${name}-${option.value}`}
            name={`${name}-set`}
            checked={props.value === option.value}
            // The label holds both lines; only the first is the name.
            aria-labelledby={option.about !== undefined ? `${name}-${option.value}-label` : undefined}
            aria-describedby={option.about !== undefined ? `${name}-${option.value}-about` : undefined}
            onChange={() => props.onChange(option.value)}
          />
          <span id={`${name}-${option.value}-label`}>{option.label}</span>
          {option.about !== undefined ? <span class="about" id={`${name}-${option.value}-about`}>{option.about}</span> : null}
        </label>
      ))}
    </Frame>
  );
}

/** Any number of a few. */
export function CheckboxSet<V extends string>(props: SetProps<V> & { values: readonly V[]; onChange: (values: V[]) => void }) {
  const made = useId();
  const name = props.id ?? made;
  const reading = useReading();
  if (reading) {
    const chosen = props.options.filter((option) => props.values.includes(option.value));
    return chosen.length === 0 ? null : <Told label={props.legend} quietLabel={props.quietLegend}><ul>{chosen.map((option) => <li key={option.value}>{option.label}</li>)}</ul></Told>;
  }
  return (
    <Frame {...props} name={name}>
      {props.options.map((option, index) => (
        <Checkbox
          key={option.value}
          id={index === 0 ? name : `${name}-${option.value}`}
          label={option.label}
          about={option.about}
          checked={props.values.includes(option.value)}
          onChange={(on) => {
            // The order of the options, not of the clicks: the same set is the same answer.
            props.onChange(props.options.map((each) => each.value).filter((value) => (value === option.value ? on : props.values.includes(value))));
          }}
        />
      ))}
    </Frame>
  );
}

/** Yes or not, by itself. */
export function Checkbox(props: { label: ComponentChildren; about?: ComponentChildren; checked: boolean; onChange: (on: boolean) => void; id?: string }) {
  const made = useId();
  const id = props.id ?? made;
  if (useReading()) return props.checked ? <p>✓ {props.label}</p> : null;
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={id}
        checked={props.checked}
        aria-labelledby={props.about !== undefined ? `${id}-label` : undefined}
        aria-describedby={props.about !== undefined ? `${id}-about` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span id={`${id}-label`}>{props.label}</span>
      {props.about !== undefined ? <span class="about" id={`${id}-about`}>{props.about}</span> : null}
    </label>
  );
}

/** Yes, no, or not answered yet. */
export function YesNo(props: { legend: string; quietLegend?: boolean; needed?: boolean | undefined; hint?: ComponentChildren; error?: string | null; value: boolean | null; onChange: (value: boolean) => void; optional?: boolean }) {
  return (
    <RadioSet
      {...props}
      look="across"
      options={[{ value: "yes", label: words.yes }, { value: "no", label: words.no }]}
      value={props.value === null ? null : props.value ? "yes" : "no"}
      onChange={(value) => props.onChange(value === "yes")}
    />
  );
}
