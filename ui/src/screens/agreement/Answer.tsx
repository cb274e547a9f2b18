import { useEffect, useRef } from "preact/hooks";
import type { AnswerValue, AnswerView, FieldView, SectionView } from "../../api";
import { type Draft, useDraft } from "../../autosave";
import { inWords as dateInWords } from "../../dates";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, toast } from "../../parts";
import { words } from "../../words";
import { Control } from "./Control";
import { HistoryButton } from "./History";
import { Suggest, Talk } from "./Talk";
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
      <Control
        field={field}
        label={label}
        quiet={side !== null}
        value={value}
        error={draft.problem.value?.message ?? null}
        edit={(next) => draft.edit(next)}
        take={take}
        leave={() => void draft.leave()}
      />
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
        {section.fields.includes(field) && (!empty || answer.recorded) ? <Suggest place={{ kind: "answer", field: field.field, side }} label={label} /> : null}
      </div>
      {section.fields.includes(field) ? <Talk place={{ kind: "answer", field: field.field, side }} label={label} field={field} value={answer.value} /> : null}
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
