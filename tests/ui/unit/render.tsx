/** Renders a piece of the window into the document and takes it away after the test. */
import { render } from "preact";
import type { ComponentChild } from "preact";
import { afterEach, vi } from "vitest";
import { ApiError, setTransport } from "@ui/ipc";

const places: Element[] = [];

export function show(piece: ComponentChild): HTMLElement {
  const place = document.createElement("div");
  document.body.append(place);
  places.push(place);
  render(piece, place);
  return place;
}

afterEach(() => {
  for (const place of places.splice(0)) {
    render(null, place);
    place.remove();
  }
});

/** Types into a box as a person does: one input event with the new text. */
export function type(box: Element | null, text: string): void {
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) throw new Error("no text box");
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

export function press(target: Element | null, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  if (target === null) throw new Error("nothing to press a key in");
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

/** Lets promises and renderings run until `check` holds. */
export const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 2000, interval: 5 });

/** Answers `date.read` as Rust does for ISO dates, "today" and a few spoken ones; refuses the rest. */
export function readDates(today = "2026-11-21"): void {
  setTransport(async (_command, args) => {
    const { name, request } = args as { name: string; request: { text: string } };
    if (name !== "date.read") throw new Error(`unexpected call ${name}`);
    const spoken: Record<string, string> = { today, tomorrow: "2026-11-22", "26/11/2026": "2026-11-26", "26 November 2026": "2026-11-26" };
    const date = spoken[request.text] ?? (/^\d{4}-\d{2}-\d{2}$/.test(request.text) ? request.text : null);
    if (date === null) throw new ApiError("date_unread", `We could not read “${request.text}” as a date.`, "text");
    return { output: { date, words: `echo of ${date}`, relative: "" }, changed: [] };
  });
}
