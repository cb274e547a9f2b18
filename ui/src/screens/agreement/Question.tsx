import { useId } from "preact/hooks";
import type { AgreementView, FieldView, SectionView } from "../../api";
import { Who } from "../../parts";
import { words } from "../../words";
import { Answer } from "./Answer";
import { ContactLines } from "./ContactLines";
import { Goals } from "./Goals";
import { Milestones } from "./Milestones";

interface QuestionProps {
  relationship: string;
  view: AgreementView;
  section: SectionView;
  field: FieldView;
}

/** One question of a section: one answer for both, or one each beside the other. */
export function Question(props: QuestionProps) {
  const { field } = props;
  if (field.kind === "goals") return <Goals {...props} />;
  if (field.kind === "milestones") return <Milestones {...props} />;
  if (field.kind === "contact") return <ContactLines {...props} />;
  if (field.owner === "each") return <Pair {...props} />;
  return <div class="question" data-field={field.field}>{field.answers.map((answer) => <Answer key={answer.side} {...props} answer={answer} />)}</div>;
}

function Pair(props: QuestionProps) {
  const { field } = props;
  const hint = useId();
  return (
    <fieldset class="question pair" data-field={field.field} aria-describedby={field.hint === null ? undefined : hint}>
      <legend>
        {field.label} {field.required ? <span class="optional">{words.needed}</span> : null}
      </legend>
      {field.hint !== null ? <p class="hint" id={hint}>{field.hint}</p> : null}
      <div class="sides">
        {field.answers.map((answer) => (
          <div key={answer.side} class={`side ${answer.side ?? ""}`}>
            {answer.side !== null ? <Who name={answer.name ?? ""} side={answer.side} /> : null}
            <Answer {...props} answer={answer} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
