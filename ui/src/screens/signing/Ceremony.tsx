import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { LinkButton, useArrival } from "../../parts";
import { Mark } from "../../parts/icons";
import { href } from "../../router";
import { words } from "../../words";
import { signingWords } from "../../words/signing";
import { curtain } from "../../frame/curtain";

const say = signingWords;

/** Where one is on the way. */
export interface Way {
  /** Names of the steps, in their order. */
  steps: readonly string[];
  /** The place of the present one, from 0; none where the page is no step. */
  at: number | null;
}

/** A page of the signing: the window has nothing beside it. Its heading takes the focus when the page comes. */
export function Ceremony(props: { relationship: string; title: string; lead?: ComponentChildren; way: Way; wide?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, [props.title, say.title, words.app].join(" – "));
  useLayoutEffect(() => {
    if (!turned) return;
    turned = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main class={`alone ceremony${props.wide === true ? " wide" : ""}`} id="main">
      <div class="sheet">
        <header class="stack">
          <div class="row apart">
            <span class="brand"><Mark /> {say.title}</span>
            {/* In the other person's hands there is one way out: giving the computer back. */}
            {curtain.value ? null : <LinkButton compact href={href("agreement", { id: props.relationship })}>{say.close}</LinkButton>}
          </div>
          {props.way.at === null ? null : (
            <nav aria-label={say.steps.label}>
              <ol class="way-steps bare">
                {props.way.steps.map((step, index) => (
                  <li key={step} aria-current={index === props.way.at ? "step" : undefined} class={index < (props.way.at ?? 0) ? "past" : undefined}>
                    <span class="number figures">{index + 1}</span> <bdi>{step}</bdi>
                  </li>
                ))}
              </ol>
            </nav>
          )}
        </header>
        <div class="stack tight">
          <h1 ref={heading} tabIndex={-1}>{props.title}</h1>
          {props.lead !== undefined ? <p class="lead">{props.lead}</p> : null}
        </div>
        {props.children}
      </div>
    </main>
  );
}

/** Another page takes the place of the one before it; the next that is drawn takes the focus. */
let turned = false;

/** Says that another page comes, together with what makes it come. */
export function turnPage(): void {
  turned = true;
  window.scrollTo(0, 0);
}
