import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { ApiError } from "../ipc";
import { words } from "../words";
import { Button } from "./Button";
import { Disclosure } from "./Disclosure";

/** A few sentences that stand out. `attention` and `danger` are for what needs someone; the tone is never colour alone: the words say it. */
export function Notice(props: { tone?: "info" | "attention" | "danger" | "good"; title?: string; children: ComponentChildren }) {
  return (
    <div class={`notice ${props.tone ?? "info"}`}>
      {props.title !== undefined ? <h2>{props.title}</h2> : null}
      {props.children}
    </div>
  );
}

/** A refusal or failure: Rust's three-part sentence, the technical detail for who wants it, and the way on. */
export function Trouble(props: { error: ApiError; onRetry?: () => void }) {
  return (
    <div class="notice danger" role="alert">
      <p>{props.error.message}</p>
      {props.error.detail !== null ? (
        <Disclosure label={words.errors.details}><p class="code small">{props.error.detail}</p></Disclosure>
      ) : null}
      {props.onRetry !== undefined ? <div class="row"><Button reads onClick={props.onRetry}>{words.tryAgain}</Button></div> : null}
    </div>
  );
}

/** One thing to mend: the words that stand at the field too, and that field's id. */
export interface Mistake {
  field: string;
  message: string;
}

/** All that stops a form, at its top. It takes the focus when it appears, and each line leads to its field. */
export function ErrorSummary(props: { mistakes: readonly Mistake[] }) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const key = JSON.stringify(props.mistakes);
  useLayoutEffect(() => {
    if (props.mistakes.length > 0) box.current?.focus();
  }, [key]);
  if (props.mistakes.length === 0) return null;
  return (
    <div class="summary" ref={box} tabIndex={-1} role="group" aria-labelledby={title}>
      <h2 id={title}>{words.errors.summary(props.mistakes.length)}</h2>
      <ul>
        {props.mistakes.map((mistake) => (
          <li key={mistake.field}>
            <a
              href={`#${mistake.field}`}
              onClick={(event) => {
                // The address after # is the screen's; here only the focus moves.
                event.preventDefault();
                document.getElementById(mistake.field)?.focus();
              }}
            >
              {mistake.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing here yet: what will stand here, why, and one action. */
export function Empty(props: { title: string; children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      <p class="quiet">{props.children}</p>
      {props.action ?? null}
    </div>
  );
}
