import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AnswerValue, FieldView, Side, SuggestionView, Suggestions } from "../../api";
import { expectNews, flush, saving } from "../../autosave";
import { type ApiError, apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, TextArea, toast, Who } from "../../parts";
import { words } from "../../words";
import { Changes, Redline } from "./Redline";
import { keyOf, type Talking, Words } from "./Talk";
import { undoThis } from "./undo";
import { isWanted } from "./wanted";

const say = words.agreement.talk;

/** What is opened in a card: nothing, or one of its three forms. */
type Opened = "keep" | "blend" | "comment" | null;

/** One open suggestion with what it would change, what was said about it, and the ways to decide it. */
export function SuggestionCard({ talk, suggestion, field, titled }: { talk: Talking; suggestion: SuggestionView; field?: FieldView | undefined; titled?: boolean }) {
  const { relationship } = talk;
  const { id, title, name, decider } = suggestion;
  const [opened, setOpened] = useState<Opened>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!isWanted(id)) return;
    card.current?.focus();
    card.current?.scrollIntoView({ block: "center" });
  }, []);
  useLayoutEffect(() => {
    if (opened !== null) card.current?.querySelector<HTMLElement>("[data-form] :is(input:checked, input, textarea)")?.focus();
  }, [opened]);
  const which = { relationship, suggestion: id };

  /** Does one thing with the suggestion; the card may be gone afterwards, and the focus goes on. */
  const decide = (action: () => Promise<Suggestions>, told: string): void => {
    const agreed = talk.view?.sections.find((each) => each.section === suggestion.section)?.standing === "agreed";
    const next = after(card.current, suggestion);
    saving(async () => {
      await flush();
      return action();
    }).then(
      async ({ standing }) => {
        expectNews();
        toast(agreed && standing === "open" ? `${told} ${say.done.reopened(title)}` : told, await undoThis(relationship));
        next();
      },
      (error: unknown) => setTrouble(apiError(error)),
    );
  };
  const close = (): void => {
    const back = opened;
    setTrouble(null);
    setOpened(null);
    requestAnimationFrame(() => card.current?.querySelector<HTMLElement>(`[data-opens="${back ?? ""}"] button`)?.focus());
  };
  const opener = (what: NonNullable<Opened>, text: string, label: string): ComponentChildren => (
    <span data-opens={what}><Button compact label={label} expanded={opened === what} onClick={() => { setTrouble(null); setOpened(opened === what ? null : what); }}>{text}</Button></span>
  );
  return (
    <article
      class={`talk ${suggestion.side}`}
      ref={card}
      tabIndex={-1}
      data-suggestion={id}
      aria-label={titled === true ? say.fromOn(name, title) : say.from(name)}
      onKeyDown={(event) => {
        if (opened === null || event.defaultPrevented || event.isComposing || event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <p class="label">{say.from(name)}</p>
      <p class="small"><Who name={name} side={suggestion.side} /> <span class="quiet">{suggestion.when}</span></p>
      {suggestion.comment !== "" ? <p class="said">{say.because(suggestion.comment)}</p> : null}
      {suggestion.answers !== null ? <p class="small">{say.answersOther}</p> : null}
      <Redline pieces={suggestion.pieces} />
      <Changes changes={suggestion.changes} />
      {suggestion.moved ? <p class="small"><strong>{say.moved}</strong></p> : null}
      <Comments suggestion={suggestion} />
      {trouble !== null && opened === null ? <p class="error" role="alert">{trouble.message}</p> : null}
      <p class="small"><strong>{say.decides(decider)}</strong></p>
      <div class="row">
        <Button compact kind="primary" label={say.acceptOf(title, name)} onClick={() => decide(() => call("suggestion.accept", which), say.done.accepted(title))}>{say.accept}</Button>
        {opener("keep", say.keep, say.keepOf(title))}
        {opener("blend", say.blend, say.blendOf(title))}
        {opener("comment", say.say, say.sayOf(title))}
        <Button compact kind="quiet" onClick={() => decide(() => call("suggestion.withdraw", which), say.done.withdrawn)}>{say.withdrawOf(name)}</Button>
      </div>
      {opened === "keep" ? <Keep title={title} trouble={trouble} onCancel={close} onSend={(reason, disagree) => decide(() => call("suggestion.keep", { ...which, reason, disagree }), disagree ? say.done.disagreed(title) : say.done.kept(title))} /> : null}
      {opened === "blend" ? (
        <Blend
          suggestion={suggestion}
          field={field}
          trouble={trouble}
          onCancel={close}
          onSend={(value, comment, both) => decide(() => call("suggestion.blend", { ...which, value, comment, both }), both ? say.done.both(title) : say.done.blended(name))}
        />
      ) : null}
      {opened === "comment" ? (
        <Say
          talk={talk}
          trouble={trouble}
          onCancel={close}
          onSend={(text, side) => {
            saving(() => call("suggestion.comment", { ...which, text, side })).then(
              () => {
                announce(say.done.commented);
                close();
              },
              (error: unknown) => setTrouble(apiError(error)),
            );
          }}
        />
      ) : null}
    </article>
  );
}

/** What the two said about it. */
export function Comments({ suggestion }: { suggestion: SuggestionView }) {
  if (suggestion.comments.length === 0) return null;
  return (
    <ol class="bare comments">
      {suggestion.comments.map((comment, index) => (
        <li key={index}>
          <p class="small"><Who name={comment.name} side={comment.side} withSide={false} /> <span class="quiet">{comment.when}</span></p>
          <p class="said">{comment.text}</p>
        </li>
      ))}
    </ol>
  );
}

/** Where the focus goes when the card is gone: to the next one, else to the button beside the words, else to the page's heading. */
function after(card: HTMLElement | null, suggestion: SuggestionView): () => void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-suggestion]")];
  const at = card === null ? -1 : all.indexOf(card);
  const near = (all[at + 1] ?? all[at - 1])?.dataset["suggestion"];
  return () =>
    requestAnimationFrame(() => {
      const beside = document.querySelector<HTMLElement>(`[data-suggests="${CSS.escape(keyOf(suggestion.place))}"] button`);
      const other = near === undefined ? null : document.querySelector<HTMLElement>(`[data-suggestion="${CSS.escape(near)}"]`);
      (beside ?? other ?? document.querySelector<HTMLElement>("main h1"))?.focus();
    });
}

interface FormProps {
  trouble: ApiError | null;
  onCancel: () => void;
}

function Keep({ title, trouble, onCancel, onSend }: FormProps & { title: string; onSend: (reason: string, disagree: boolean) => void }) {
  const [reason, setReason] = useState("");
  return (
    <div class="talk-form stack" data-form role="group" aria-label={say.keepOf(title)}>
      <p>{say.keepTitle}</p>
      <p class="small quiet">{say.disagreeHint}</p>
      <TextArea label={say.reason} optional hint={say.reasonHint} value={reason} error={trouble?.message ?? null} onInput={setReason} />
      <div class="row">
        <Button compact kind="primary" onClick={() => onSend(reason, false)}>{say.keepThem}</Button>
        <Button compact onClick={() => onSend(reason, true)}>{say.disagree}</Button>
        <Button compact onClick={onCancel}>{say.cancel}</Button>
      </div>
    </div>
  );
}

interface BlendProps extends FormProps {
  suggestion: SuggestionView;
  field: FieldView | undefined;
  onSend: (value: AnswerValue | null, comment: string | null, both: boolean) => void;
}

function Blend({ suggestion, field, trouble, onCancel, onSend }: BlendProps) {
  const [value, setValue] = useState<AnswerValue | null>(suggestion.value ?? (field === undefined ? suggestion.after : null));
  const [comment, setComment] = useState("");
  const wrong = trouble !== null && trouble.field !== "comment" ? trouble.message : null;
  const send = (both: boolean): void => onSend(value, comment.trim() === "" ? null : comment, both);
  return (
    <div class="talk-form stack" data-form role="group" aria-label={say.blendOf(suggestion.title)}>
      <Words field={field} label={say.blendWords} hint={say.blendHint} value={value} error={wrong} onChange={setValue} />
      <TextArea label={say.comment} optional value={comment} error={trouble?.field === "comment" ? trouble.message : null} onInput={setComment} />
      <div class="row">
        <Button compact kind="primary" onClick={() => send(false)}>{say.blendSend(suggestion.name)}</Button>
        <Button compact onClick={() => send(true)}>{say.blendBoth}</Button>
        <Button compact kind="quiet" onClick={onCancel}>{say.cancel}</Button>
      </div>
    </div>
  );
}

function Say({ talk, trouble, onCancel, onSend }: FormProps & { talk: Talking; onSend: (text: string, side: Side | null) => void }) {
  const [text, setText] = useState("");
  const [side, setSide] = useState<Side | null>(talk.list.people.find((each) => each.owner)?.side ?? null);
  return (
    <div class="talk-form stack" data-form>
      <RadioSet legend={say.speaker} look="across" options={talk.list.people.map((each) => ({ value: each.side, label: each.name }))} value={side} onChange={setSide} />
      <TextArea label={say.saying} value={text} error={trouble?.message ?? null} onInput={setText} />
      <div class="row">
        <Button compact kind="primary" onClick={() => onSend(text, side)}>{say.sayIt}</Button>
        <Button compact onClick={onCancel}>{say.cancel}</Button>
      </div>
    </div>
  );
}
