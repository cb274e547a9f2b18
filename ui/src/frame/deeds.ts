/** What keys, buttons and menus do: one function each. */
import type { UndoState } from "../api";
import { expectNews, flush, saving } from "../autosave";
import { apiError, call } from "../ipc";
import { alarm } from "../live";
import { toast } from "../parts/Toasts";
import { words } from "../words";

export function goBack(): void {
  history.back();
}
export function goForward(): void {
  history.forward();
}

/** Where deeds have names and a way back: in a relationship's shared record, or on a template. */
export type Place = { relationship: string } | { template: string };

/** The place of the page that is shown, where it has one. */
export function placeOf({ params }: { params: Readonly<Record<string, string>> }): Place | null {
  const { id, template } = params;
  return id !== undefined ? { relationship: id } : template !== undefined ? { template } : null;
}

/** What can be taken back and done again there, by name. */
export const deedsOf = (place: Place): Promise<UndoState> => ("template" in place ? call("template.undo_state", place) : call("undo.state", place));

/** Takes back the last deed of a place, after what is typed was saved (it may be that deed). */
export function undo(place: Place): Promise<void> {
  return turn(() => ("template" in place ? call("template.undo", place) : call("undo.back", place)), words.undo.undone, words.undo.nothingBack);
}
/** Does again what was taken back. */
export function redo(place: Place): Promise<void> {
  return turn(() => ("template" in place ? call("template.redo", place) : call("undo.forward", place)), words.undo.redone, words.undo.nothingForward);
}

async function turn(act: () => Promise<UndoState>, done: (what: string) => string, nothing: string): Promise<void> {
  try {
    if (!(await flush())) return;
    const answer = await saving(act);
    expectNews();
    toast(answer.done === null ? nothing : done(answer.done));
  } catch (error) {
    const { message } = apiError(error);
    toast(message);
    alarm(message);
  }
}

/** Text sizes in per cent, as Settings offers them. */
export const SIZES = [100, 115, 130, 150, 200] as const;

/** Makes all text one step larger (1) or smaller (-1), or as it usually is (0). */
export async function resize(step: 1 | 0 | -1): Promise<void> {
  try {
    const settings = await call("settings.get", {});
    // The first size that is not below the present one: a size chosen elsewhere lies between two steps.
    const at = SIZES.findIndex((size) => size >= settings.textSize);
    const textSize = step === 0 ? SIZES[0] : (SIZES[Math.min(SIZES.length - 1, Math.max(0, at + step))] ?? SIZES[0]);
    await saving(() => call("settings.save", { ...settings, textSize }));
  } catch (error) {
    toast(apiError(error).message);
  }
}
