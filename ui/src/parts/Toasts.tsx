import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words";
import { Button } from "./Button";

/** How long a toast stays, in milliseconds; it waits while the pointer or the focus is on it. */
export const STAY = 10_000;

interface Toast {
  id: number;
  words: string;
  undo?: () => void;
}
const toasts = signal<readonly Toast[]>([]);
let next = 1;

/** Tells what was done, with a way back. The newest three are shown. Undo stands in the bar as well, so nothing depends on the time. */
export function toast(text: string, undo?: () => void): void {
  const made: Toast = undo === undefined ? { id: next++, words: text } : { id: next++, words: text, undo };
  toasts.value = [...toasts.peek(), made].slice(-3);
}
const drop = (id: number): void => {
  toasts.value = toasts.peek().filter((each) => each.id !== id);
};

/** The corner where toasts appear; a status region that is always there, so that screen readers hear them. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((each) => <One key={each.id} toast={each} />)}
    </div>
  );
}

function One({ toast: { id, words: text, undo } }: { toast: Toast }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => drop(id), STAY);
  };
  const stop = (): void => clearTimeout(timer.current);
  useEffect(() => {
    start();
    return stop;
  }, []);
  return (
    <div class="toast" onMouseEnter={stop} onMouseLeave={start} onFocusCapture={stop} onBlurCapture={start}>
      <span>{text}</span>
      {undo !== undefined ? (
        <Button compact onClick={() => { drop(id); undo(); }}>{words.undo.plain}</Button>
      ) : null}
      <Button compact onClick={() => drop(id)}>{words.close}</Button>
    </div>
  );
}
