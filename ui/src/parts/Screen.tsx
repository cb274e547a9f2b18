import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { arriving } from "../router";
import { words } from "../words";
import { Readable } from "./reading";

interface ScreenProps {
  /** The heading; also the window's title. */
  title: string;
  /** Whom or what it is about, for the window's title: "Priya and Tom". */
  about?: string | undefined;
  /** Between heading and content: one sentence. */
  lead?: ComponentChildren;
  /** Above the heading: whose place this is. */
  above?: ComponentChildren;
  children: ComponentChildren;
  wide?: boolean;
}

/** One screen's page: its heading takes the focus on arrival, and the window is called after it. */
export function Screen(props: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, [props.title, props.about, words.app].filter(Boolean).join(" – "));
  return (
    <div class={`page${props.wide ? " wide" : ""}`}>
      <header>
        {props.above ?? null}
        <h1 ref={heading} tabIndex={-1}>{props.title}</h1>
        {props.lead !== undefined ? <p class="lead">{props.lead}</p> : null}
      </header>
      <Readable>{props.children}</Readable>
    </div>
  );
}

/** Names the window, and puts the focus on the heading after a change of address. */
export function useArrival(heading: { current: HTMLElement | null }, title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  const now = arriving.value;
  // Before it is painted: a key that is pressed at once finds the focus where it belongs.
  useLayoutEffect(() => {
    if (!now) return;
    arriving.value = false;
    heading.current?.focus({ preventScroll: true });
  }, [now]);
}
