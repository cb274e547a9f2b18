import type { FieldView, SectionView } from "../../api";
import { LinkButton, Who } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";
import { HistoryButton } from "./History";

/** A part of the contact plan as the agreement shows it: read here, written on the page of the contact plan. */
export function ContactLines({ relationship, section, field }: { relationship: string; section: SectionView; field: FieldView }) {
  return (
    <fieldset class="question pair">
      <legend>{field.label} {field.required ? <span class="optional">{words.needed}</span> : null}</legend>
      {field.hint !== null ? <p class="hint">{field.hint}</p> : null}
      <div class="sides">
        {field.answers.map((answer) => {
          const lines = Array.isArray(answer.value) ? answer.value : [];
          return (
            <div key={answer.side} class={`side ${answer.side ?? ""}`}>
              {answer.side !== null ? <Who name={answer.name ?? ""} side={answer.side} /> : null}
              {lines.length === 0 ? <p class="quiet">{words.contact.notYet}</p> : <ol class="reading plain-lines">{lines.map((line, index) => <li key={index}><bdi>{line}</bdi></li>)}</ol>}
              {section.begun ? <div class="deeds"><HistoryButton relationship={relationship} subject={{ of: "answer", field: field.field, side: answer.side }} label={words.agreement.whose(field.label, answer.name ?? "")} /></div> : null}
            </div>
          );
        })}
      </div>
      <div class="row"><LinkButton compact href={href("contact", { id: relationship })} label={words.contact.openOf(field.label)}>{words.contact.open}</LinkButton></div>
    </fieldset>
  );
}
