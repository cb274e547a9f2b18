import type { ComponentChildren } from "preact";
import { useReading } from "./reading";

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  /** `primary`: the one thing a page is for. `quiet`: beside others. `danger`: ends or removes something. */
  kind?: "plain" | "primary" | "quiet" | "danger";
  type?: "button" | "submit";
  /** In rows and tables. */
  compact?: boolean;
  /** Spoken name, where the visible text alone does not tell which one ("Move up: Speak up in meetings"). */
  label?: string;
  /** Stays reachable by keyboard and says that it cannot be used now. */
  off?: boolean;
  id?: string;
  /** Answers to Ctrl/Cmd+Enter on its page. */
  main?: boolean;
  describedBy?: string | undefined;
  expanded?: boolean;
  controls?: string;
  /** Changes nothing, and so is there too where a page can only be read. */
  reads?: boolean;
}

/** A button with words on it. For going somewhere use `LinkButton`. */
export function Button(props: ButtonProps) {
  const { kind = "plain", type = "button", off = false, onClick } = props;
  if (useReading() && props.reads !== true) return null;
  return (
    <button
      type={off ? "button" : type}
      id={props.id}
      class={`btn ${kind}${props.compact ? " compact" : ""}`}
      aria-label={props.label}
      aria-disabled={off ? "true" : undefined}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      data-main={props.main ? "" : undefined}
      onClick={() => {
        if (!off) onClick?.();
      }}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it goes to an address. */
export function LinkButton(props: { href: string; children: ComponentChildren; kind?: "plain" | "primary" | "quiet"; label?: string; compact?: boolean; main?: boolean }) {
  return (
    <a class={`btn ${props.kind ?? "plain"}${props.compact ? " compact" : ""}`} href={props.href} aria-label={props.label} data-main={props.main ? "" : undefined}>
      {props.children}
    </a>
  );
}
