import type { AnswerValue, FieldView } from "../../api";
import { DateField, NumberField, RadioSet, TextArea, YesNo } from "../../parts";
import { words } from "../../words";
import { LineField } from "./Line";
import { Lines } from "./Lines";

const say = words.agreement;

interface ControlProps {
  field: FieldView;
  label: string;
  /** The visible label stands above both answers. */
  quiet: boolean;
  value: AnswerValue | null;
  error: string | null;
  /** A letter more or less. */
  edit: (value: AnswerValue | null) => void;
  /** The whole answer at once, as a choice gives it. */
  take: (value: AnswerValue | null) => void;
  leave: () => void;
}

/** The control of a field, by the kind of its answer. */
export function Control({ field, label, quiet, value, error, edit, take, leave }: ControlProps) {
  const text = typeof value === "string" ? value : "";
  const hint = quiet ? undefined : (field.hint ?? undefined);
  const needed = field.required && !quiet;
  const named = { label, quietLabel: quiet, hint, needed, error };
  const asked = { legend: label, quietLegend: quiet, hint, needed, error };
  const onInput = (next: string): void => edit(next);
  const onLeave = leave;
  switch (field.kind) {
    case "text":
      return <LineField {...named} value={text} onInput={onInput} onLeave={onLeave} />;
    case "long":
      return <TextArea {...named} reading value={text} onInput={onInput} onLeave={onLeave} />;
    case "list":
      return <Lines {...named} lines={Array.isArray(value) ? value : []} onEdit={(lines) => edit(lines)} onLeave={onLeave} />;
    case "choice":
      return (
        <RadioSet
          {...asked}
          look={!quiet && field.options.some((option) => option.detail !== null) ? "cards" : "list"}
          options={field.options.map((option) => ({ value: option.key, label: option.label, ...(option.detail === null ? {} : { about: option.detail }) }))}
          value={typeof value === "string" ? value : null}
          onChange={take}
        />
      );
    case "number": {
      const range = field.min === null || field.max === null ? "" : say.range(field.min, field.max, field.unit);
      const about = [hint, range].filter(Boolean).join(" ");
      return (
        <NumberField
          {...named}
          {...(about === "" ? {} : { hint: about })}
          {...(field.min === null ? {} : { min: field.min })}
          {...(field.max === null ? {} : { max: field.max })}
          {...(field.unit === null ? {} : { unit: field.unit })}
          value={typeof value === "number" ? value : null}
          onChange={(next) => edit(next)}
          onLeave={onLeave}
        />
      );
    }
    case "date":
      return <DateField {...named} {...(hint === undefined ? {} : { hint: `${hint} ${words.date.hint}` })} value={text === "" ? null : text} onChange={(next) => edit(next)} onLeave={onLeave} />;
    case "yes_no":
      return <YesNo {...asked} value={typeof value === "boolean" ? value : null} onChange={take} />;
    case "goals":
    case "milestones":
    case "contact":
      return null;
  }
}
