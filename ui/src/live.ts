/** Words for people who listen: two regions that screen readers watch. */
import { signal } from "@preact/signals";

export const polite = signal("");
export const urgent = signal("");

/** Says something when there is a pause in speech. The same words twice are said twice. */
export function announce(text: string): void {
  polite.value = polite.peek() === text ? `${text}\u00a0` : text;
}
/** Says something at once. Only for failures. */
export function alarm(text: string): void {
  urgent.value = urgent.peek() === text ? `${text}\u00a0` : text;
}
