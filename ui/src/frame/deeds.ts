/** What keys, buttons and menus do: one function each. */
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

/** Takes back the last deed in a relationship, after what is typed was saved (it may be that deed). */
export function undo(relationship: string): Promise<void> {
  return turn("undo.back", relationship, words.undo.undone, words.undo.nothingBack);
}
/** Does again what was taken back. */
export function redo(relationship: string): Promise<void> {
  return turn("undo.forward", relationship, words.undo.redone, words.undo.nothingForward);
}

async function turn(name: "undo.back" | "undo.forward", relationship: string, done: (what: string) => string, nothing: string): Promise<void> {
  try {
    if (!(await flush())) return;
    const answer = await saving(() => call(name, { relationship }));
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
