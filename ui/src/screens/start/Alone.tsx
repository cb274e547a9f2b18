import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useArrival } from "../../parts";
import { Mark } from "../../parts/icons";
import { words } from "../../words";

/** A page without sidebar: first run, and closed doors. */
export function Alone(props: { title: string; above?: ComponentChildren; lead?: ComponentChildren; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, `${props.title} – ${words.app}`);
  return (
    <main class="alone" id="main">
      <div class="sheet">
        <div class="row apart"><span class="brand"><Mark /> {words.app}</span></div>
        {props.above ?? null}
        <div class="stack tight">
          <h1 ref={heading} tabIndex={-1}>{props.title}</h1>
          {props.lead !== undefined ? <p class="lead">{props.lead}</p> : null}
        </div>
        {props.children}
      </div>
    </main>
  );
}
