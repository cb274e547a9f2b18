import { useLayoutEffect, useRef } from "preact/hooks";
import type { AgreementView, HeadingView, SectionView, Side } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { Button, TextArea } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";
import { HistoryButton } from "./History";
import type { Place } from "./places";
import { Questions } from "./Section";
import { Stand } from "./Stand";
import { Suggest, Talk } from "./Talk";
import { OWN } from "./sections";

const say = words.agreement.document;

/** Where a text was pressed: its words as they stand on the paper, and the letter within them. */
export interface Spot {
  readonly text: string;
  readonly offset: number;
  /** Whose answers stand in the column that was pressed, where each has one (R52). */
  readonly side: Side | null;
}

interface InPlaceProps {
  relationship: string;
  view: AgreementView;
  place: Place;
  /** Null where it was opened with its button. */
  spot: Spot | null;
  onDone: () => void;
}

/** A section's answers where its text stands on the paper. The same fields as in the guided mode, so everything is kept as it is typed. */
export function InPlace({ relationship, view, place, spot, onDone }: InPlaceProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) enter(box.current, spot);
  }, []);
  const section = view.sections.find((each) => each.section === place.key);
  const heading = view.headings.find((each) => each.id === place.heading);
  return (
    <div
      class="in-place stack loose"
      ref={box}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing || event.key !== "Escape" || document.querySelector("dialog[open]") !== null) return;
        event.preventDefault();
        onDone();
      }}
    >
      {section !== undefined ? <Fields relationship={relationship} view={view} section={section} /> : heading !== undefined ? <Heading relationship={relationship} heading={heading} /> : null}
      <div class="row">
        <Button compact kind="primary" onClick={onDone}>{say.done}</Button>
        <a class="small" href={href("agreementSection", { id: relationship, section: section?.section ?? heading?.id ?? OWN })} aria-label={say.guidanceOf(place.title)}>{say.guidance}</a>
      </div>
    </div>
  );
}

function Fields({ relationship, view, section }: { relationship: string; view: AgreementView; section: SectionView }) {
  return (
    <>
      <Questions relationship={relationship} view={view} section={section} />
      <Stand relationship={relationship} section={section} />
    </>
  );
}

/** The text under a heading of their own (R53). */
function Heading({ relationship, heading }: { relationship: string; heading: HeadingView }) {
  const draft = useDraft(
    `heading:${relationship}:${heading.id}`,
    { title: heading.title, text: heading.text },
    ({ title, text }) => call("heading.change", { relationship, heading: heading.id, title, text }),
    heading,
  );
  return (
    <div class="answer">
      <TextArea
        label={words.agreement.own.text}
        reading
        value={draft.value.value.text}
        error={draft.problem.value?.message ?? null}
        onInput={(text) => draft.edit({ ...draft.value.peek(), text })}
        onLeave={() => void draft.leave()}
      />
      <div class="deeds">
        <HistoryButton relationship={relationship} subject={{ of: "heading", heading: heading.id }} label={heading.title} />
        <Suggest place={{ kind: "heading", heading: heading.id }} label={heading.title} />
      </div>
      <Talk place={{ kind: "heading", heading: heading.id }} label={heading.title} value={heading.text} />
    </div>
  );
}

/** Puts the caret where the text was pressed; the focus into the first control where that is not known. */
function enter(box: HTMLElement, spot: Spot | null): void {
  const words = spot?.text.trim() ?? "";
  if (spot !== null && words !== "") {
    const fields = [...box.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input[type=text]")];
    // The same words may stand on both sides: the side that was pressed comes first.
    const pressed = (field: HTMLElement): boolean => spot.side !== null && field.closest(`.side.${spot.side}`) !== null;
    for (const field of [...fields.filter(pressed), ...fields.filter((each) => !pressed(each))]) {
      const at = field.value.indexOf(words);
      if (at < 0) continue;
      const within = Math.min(words.length, Math.max(0, spot.offset - (spot.text.length - spot.text.trimStart().length)));
      field.focus();
      field.setSelectionRange(at + within, at + within);
      return;
    }
  }
  const side = spot?.side ? box.querySelector<HTMLElement>(`.side.${spot.side} :is(textarea, input)`) : null;
  (side ?? box.querySelector<HTMLElement>("textarea, input, button"))?.focus();
}
