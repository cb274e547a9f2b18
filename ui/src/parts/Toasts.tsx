import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { apiError } from "../ipc";
import { words } from "../words";
import { Button } from "./Button";

/** How long a toast stays, in milliseconds; it waits while the pointer or the focus is on it. */
export const STAY = 10_000;

/** Takes a deed back. Several are taken back one after the other, the youngest first. */
export type Undo = () => void | Promise<void>;

/** Deeds of one kind share a toast while it stands there, so that five removals are five lines in one place. */
export interface Batch {
  key: string;
  words: (count: number) => string;
}

interface Toast {
  id: number;
  words: string;
  undos: readonly Undo[];
  batch: string | undefined;
}
const toasts = signal<readonly Toast[]>([]);
let next = 1;

/** Tells what was done, with a way back. The newest three are shown. Undo stands in the bar as well, so nothing depends on the time. */
export function toast(text: string, undo?: Undo, batch?: Batch): void {
  const before = batch === undefined || undo === undefined ? undefined : toasts.peek().find((each) => each.batch === batch.key);
  const undos = [...(before?.undos ?? []), ...(undo === undefined ? [] : [undo])];
  const made = { id: next++, words: before === undefined || batch === undefined ? text : batch.words(undos.length), undos, batch: batch?.key };
  toasts.value = [...toasts.peek().filter((each) => each !== before), made].slice(-3);
}
const drop = (id: number): void => {
  toasts.value = toasts.peek().filter((each) => each.id !== id);
};

/** Takes all of them away: somebody else sits down at the computer. */
export function clearToasts(): void {
  toasts.value = [];
}

/** Where the focus was before a key brought it to a toast. */
let before: Element | null = null;

/** Brings the focus to the newest toast, for hands on the keyboard; Escape or its buttons bring it back. */
export function reachToast(): void {
  const button = document.querySelector<HTMLElement>(".toasts > :last-child button");
  if (button === null) return;
  before = document.activeElement;
  button.focus();
}
function leave(id: number): void {
  drop(id);
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  before = null;
}

/** The corner where toasts appear; a status region that is always there, so that screen readers hear them. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((each) => <One key={each.id} toast={each} />)}
    </div>
  );
}

function One({ toast: { id, words: text, undos } }: { toast: Toast }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What holds the toast: the pointer, the focus. */
  const held = useRef(new Set<"pointer" | "focus">());
  const hold = (by: "pointer" | "focus", on: boolean): void => {
    if (on) held.current.add(by);
    else held.current.delete(by);
    clearTimeout(timer.current);
    if (held.current.size === 0) timer.current = setTimeout(() => drop(id), STAY);
  };
  useEffect(() => {
    hold("focus", false);
    return () => clearTimeout(timer.current);
  }, []);
  return (
    <div
      class="toast"
      onMouseEnter={() => hold("pointer", true)}
      onMouseLeave={() => hold("pointer", false)}
      onFocusCapture={() => hold("focus", true)}
      onBlurCapture={() => hold("focus", false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        leave(id);
      }}
    >
      <span>{text}</span>
      {undos.length > 0 ? (
        <Button
          compact
          onClick={() => {
            leave(id);
            void (async () => {
              for (const undo of [...undos].reverse()) await undo();
            })().catch((error: unknown) => toast(apiError(error).message));
          }}
        >
          {words.undo.plain}
        </Button>
      ) : null}
      <Button compact onClick={() => leave(id)}>{words.close}</Button>
    </div>
  );
}
