import { useEffect, useRef } from "preact/hooks";
import type { AnswerValue, AnswerView, FieldView, SectionView } from "../../api";
import { type Draft, useDraft } from "../../autosave";
import { inWords as dateInWords } from "../../dates";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, DateField, NumberField, RadioSet, TextArea, toast, YesNo } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { LineField } from "./Line";
import { Lines } from "./Lines";
import { undoThis } from "./undo";

const say = words.agreement;

/** One answer on its way to the disk; null where there is none. */
export type AnswerDraft = Draft<AnswerValue | null>;

interface AnswerProps {
  relationship: string;
  section: SectionView;
  field: FieldView;
  answer: AnswerView;
}

/** One answer: its control, the suggestion as long as it is empty, advice, and its history. */
export function Answer({ relationship, section, field, answer }: AnswerProps) {
  const { side } = answer;
  const label = answer.name === null ? field.label : say.whose(field.label, answer.name);
  const draft: AnswerDraft = useDraft<AnswerValue | null>(
    `answer:${relationship}:${field.field}:${side ?? "both"}`,
    answer.value,
    async (value) => {
      const before = section.standing;
      const saved = await call("answer.set", { relationship, field: field.field, side, value });
      if (before === "agreed" && saved.standing === "open") toast(say.reopened(section.title), await undoThis(relationship));
    },
    answer,
  );
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && answer.advice !== null) announce(answer.advice);
    first.current = false;
  }, [answer.advice]);

  const value = draft.value.value;
  const empty = value === null || value === "" || (Array.isArray(value) && value.every((line) => line.trim() === ""));
  const take = (next: AnswerValue | null): void => {
    draft.edit(next);
    void draft.leave();
  };
  return (
    <div class="answer">
      <Control field={field} label={label} quiet={side !== null} draft={draft} take={take} />
      {empty && field.suggestion !== null ? (
        <div class={`suggestion${field.kind === "long" ? "" : " brief"}`}>
          <p class="label">{say.suggestion}</p>
          <p class={field.kind === "long" ? "reading" : undefined}>{inWords(field, field.suggestion)}</p>
          <div class="row"><Button compact label={say.useFor(label)} onClick={() => take(field.suggestion)}>{say.use}</Button></div>
        </div>
      ) : null}
      {answer.advice !== null ? (
        <div class="advice">
          <p><strong>{say.advice}</strong> {answer.advice}</p>
          {answer.fix !== null ? <div class="row"><Button compact label={say.fixOf(label, answer.fix.words)} onClick={() => take(answer.fix?.value ?? null)}>{say.fix(answer.fix.words)}</Button></div> : null}
        </div>
      ) : null}
      <div class="deeds">
        {!empty && (field.kind === "choice" || field.kind === "yes_no") ? <Button compact kind="quiet" label={say.clearOf(label)} onClick={() => take(null)}>{say.clear}</Button> : null}
        {answer.recorded ? <HistoryButton relationship={relationship} subject={{ of: "answer", field: field.field, side }} label={label} /> : null}
      </div>
    </div>
  );
}

/** A suggested value as people say it. */
function inWords(field: FieldView, value: AnswerValue): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return say.withUnit(value, field.unit);
  if (Array.isArray(value)) return value.join("\n");
  if (field.kind === "date") return dateInWords(value);
  return field.options.find((option) => option.key === value)?.label ?? value;
}

interface ControlProps {
  field: FieldView;
  label: string;
  /** The visible label stands above both answers. */
  quiet: boolean;
  draft: AnswerDraft;
  take: (value: AnswerValue | null) => void;
}

function Control({ field, label, quiet, draft, take }: ControlProps) {
  const value = draft.value.value;
  const error = draft.problem.value?.message ?? null;
  const text = typeof value === "string" ? value : "";
  const hint = quiet ? undefined : (field.hint ?? undefined);
  const needed = field.required && !quiet;
  const named = { label, quietLabel: quiet, hint, needed, error };
  const asked = { legend: label, quietLegend: quiet, hint, needed, error };
  const onInput = (next: string): void => draft.edit(next);
  const onLeave = (): void => void draft.leave();
  switch (field.kind) {
    case "text":
      return <LineField {...named} value={text} onInput={onInput} onLeave={onLeave} />;
    case "long":
      return <TextArea {...named} reading value={text} onInput={onInput} onLeave={onLeave} />;
    case "list":
      return <Lines {...named} lines={Array.isArray(value) ? value : []} onEdit={(lines) => draft.edit(lines)} onLeave={onLeave} />;
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
          onChange={(next) => draft.edit(next)}
          onLeave={onLeave}
        />
      );
    }
    case "date":
      return <DateField {...named} {...(hint === undefined ? {} : { hint: `${hint} ${words.date.hint}` })} value={text === "" ? null : text} onChange={(next) => draft.edit(next)} onLeave={onLeave} />;
    case "yes_no":
      return <YesNo {...asked} value={typeof value === "boolean" ? value : null} onChange={take} />;
    case "goals":
    case "milestones":
    case "contact":
      return null;
  }
}
