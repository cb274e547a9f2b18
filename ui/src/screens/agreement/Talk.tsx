/** Suggestions where they belong: the button that makes one, and those that are open about one place. */
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { AgreementView, AnswerValue, FieldView, Side, SuggestionPlace, SuggestionView, Suggestions } from "../../api";
import { saving } from "../../autosave";
import { ApiError, apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, TextArea } from "../../parts";
import { words } from "../../words";
import { Control } from "./Control";
import { SuggestionCard } from "./SuggestionCard";

const say = words.agreement.talk;

/** What a page knows of the talk; null as long as it knows nothing. */
export interface Talking {
  readonly relationship: string;
  readonly view: AgreementView | undefined;
  readonly list: Suggestions;
}
export const TalkContext = createContext<Talking | null>(null);

/** A place as a key. */
export function keyOf(place: SuggestionPlace): string {
  switch (place.kind) {
    case "answer":
      return `answer:${place.field}:${place.side ?? "both"}`;
    case "sentence":
      return `sentence:${place.section}`;
    case "heading":
      return `heading:${place.heading}`;
  }
}

/** The field that a suggestion is about, where it is about an answer. */
export function fieldOf(view: AgreementView | undefined, suggestion: SuggestionView): FieldView | undefined {
  const { place } = suggestion;
  return place.kind === "answer" ? view?.sections.flatMap((section) => section.fields).find((field) => field.field === place.field) : undefined;
}

/** What is being written for a place and not suggested yet: it waits here when somebody looks elsewhere. */
interface Writing {
  side: Side | null;
  value: AnswerValue | null;
  comment: string;
}
const writing = signal<ReadonlyMap<string, Writing>>(new Map());
function keep(key: string, what: Writing | null): void {
  const next = new Map(writing.peek());
  if (what === null) next.delete(key);
  else next.set(key, what);
  writing.value = next;
}
const writingKey = (talk: Talking, place: SuggestionPlace): string => `${talk.relationship} ${keyOf(place)}`;

/** The button beside an answer's history. */
export function Suggest({ place, label }: { place: SuggestionPlace; label: string }) {
  const talk = useContext(TalkContext);
  if (talk === null || !suggestible(place)) return null;
  const key = writingKey(talk, place);
  const open = writing.value.has(key);
  return (
    <span data-suggests={keyOf(place)}>
      <Button compact kind="quiet" label={say.makeFor(label)} expanded={open} onClick={() => keep(key, open ? null : { side: null, value: null, comment: "" })}>{say.make}</Button>
    </span>
  );
}

/** Consent is nobody's to suggest. */
const suggestible = (place: SuggestionPlace): boolean => !(place.kind === "answer" && place.field === "clause.no_fault.leave_out");

interface TalkProps {
  place: SuggestionPlace;
  label: string;
  /** Its field, where it is an answer. */
  field?: FieldView;
  /** What stands there now. */
  value: AnswerValue | null;
}

/** The open suggestions about a place, and the form for a new one. */
export function Talk({ place, label, field, value }: TalkProps) {
  const talk = useContext(TalkContext);
  if (talk === null) return null;
  const key = keyOf(place);
  const open = talk.list.open.filter((each) => keyOf(each.place) === key);
  const at = writing.value.get(writingKey(talk, place));
  return (
    <>
      {at !== undefined ? <Form talk={talk} place={place} label={label} field={field} now={value} at={at} /> : null}
      {open.map((each) => <SuggestionCard key={each.id} talk={talk} suggestion={each} field={field} />)}
    </>
  );
}

interface FormProps {
  talk: Talking;
  place: SuggestionPlace;
  label: string;
  field: FieldView | undefined;
  now: AnswerValue | null;
  at: Writing;
}

function Form({ talk, place, label, field, now, at }: FormProps) {
  const key = writingKey(talk, place);
  const box = useRef<HTMLDivElement>(null);
  const trouble = useRef(signal<ApiError | null>(null)).current;
  const owner = talk.list.people.find((each) => each.owner)?.side ?? null;
  // Untouched, it begins with what stands there.
  const value = at.value ?? now;
  const side = at.side ?? owner;
  const set = (change: Partial<Writing>): void => keep(key, { ...(writing.peek().get(key) ?? at), ...change });
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>("input:checked, input, textarea")?.focus();
  }, []);
  const back = (): void => {
    keep(key, null);
    document.querySelector<HTMLElement>(`[data-suggests="${CSS.escape(keyOf(place))}"] button`)?.focus();
  };
  const send = (): void => {
    const comment = at.comment.trim() === "" ? null : at.comment;
    saving(() => call("suggestion.make", { relationship: talk.relationship, place, value, side, comment })).then(
      ({ people }) => {
        announce(say.sent(people.find((each) => each.side !== side)?.name ?? ""));
        back();
      },
      (error: unknown) => { trouble.value = apiError(error); },
    );
  };
  const wrong = trouble.value;
  const error = wrong !== null && wrong.field !== "comment" ? wrong.message : null;
  return (
    <div
      class="talk-form stack"
      role="group"
      aria-label={say.makeFor(label)}
      ref={box}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing || event.key !== "Escape") return;
        event.preventDefault();
        back();
      }}
    >
      <RadioSet
        legend={say.whose}
        hint={say.whoseHint}
        look="across"
        options={talk.list.people.map((each) => ({ value: each.side, label: each.name }))}
        value={side}
        onChange={(next) => set({ side: next })}
      />
      <Words field={field} label={say.words} value={value} error={error} onChange={(next) => set({ value: next })} />
      <TextArea label={say.comment} optional hint={say.commentHint} value={at.comment} error={wrong?.field === "comment" ? wrong.message : null} onInput={(comment) => set({ comment })} />
      <div class="row">
        <Button compact kind="primary" onClick={send}>{say.send}</Button>
        <Button compact onClick={back}>{say.cancel}</Button>
      </div>
    </div>
  );
}

/** The control for words of any place. */
export function Words(props: { field: FieldView | undefined; label: string; hint?: string; value: AnswerValue | null; error: string | null; onChange: (value: AnswerValue | null) => void }) {
  const { field, label, hint, value, error, onChange } = props;
  if (field === undefined) return <TextArea label={label} reading {...(hint === undefined ? {} : { hint })} value={typeof value === "string" ? value : ""} error={error} onInput={onChange} />;
  return <Control field={{ ...field, hint: hint ?? null, required: false }} label={label} quiet={false} value={value} error={error} edit={onChange} take={onChange} leave={() => undefined} />;
}
