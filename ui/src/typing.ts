/** Whether somebody is in the middle of typing: then screens wait with asking again, so that no letter has to wait for them. */
import { signal, type ReadonlySignal } from "@preact/signals";

/** How long a pause in typing is, in milliseconds. */
export const PAUSE = 400;

const resting = signal(true);
/** True from a pause in typing until the next letter. */
export const calm: ReadonlySignal<boolean> = resting;

let timer: ReturnType<typeof setTimeout> | undefined;

/** A letter was typed. */
export function typed(): void {
  resting.value = false;
  clearTimeout(timer);
  timer = setTimeout(rest, PAUSE);
}

/** Nobody is typing any more: a field was left, or the window. */
export function rest(): void {
  clearTimeout(timer);
  resting.value = true;
}
