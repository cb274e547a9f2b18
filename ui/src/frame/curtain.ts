/**
 * While the computer is in the other person's hands, the window shows the signing and nothing else: no lists, no names of others,
 * no notes, no reminders, no search. The address cannot be left until the owner says that they are back.
 */
import { signal } from "@preact/signals";
import { clearToasts } from "../parts/Toasts";
import { held, route } from "../router";
import { keepPlace } from "./place";

/** True from handing the computer over until its owner has it back. */
export const curtain = signal(false);

/** Lets the curtain fall over everything but the page that is shown. The next start comes back to that page as well. */
export function fall(): void {
  if (curtain.peek()) return;
  clearToasts();
  held.value = `#/${route.peek().path}`;
  curtain.value = true;
  void keepPlace();
}

/** The owner is back, or the page is gone (a closed door). */
export function raise(): void {
  held.value = null;
  curtain.value = false;
}
