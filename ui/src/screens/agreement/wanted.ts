/** The question or the suggestion that a link leads to: it takes the focus once its page is there. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

let wanted: string | null = null;
let suggestion: string | null = null;

/** Says which question the next page is opened for. */
export function want(field: string): void {
  wanted = field;
  suggestion = null;
}

/** Says which suggestion the next page is opened for. */
export function wantSuggestion(id: string): void {
  suggestion = id;
  wanted = null;
}

/** Whether the page was opened for this suggestion; asked once, when it is there. */
export function isWanted(id: string): boolean {
  if (suggestion !== id) return false;
  suggestion = null;
  return true;
}

/** Puts the focus on the question that the page was opened for, after the heading had it. */
export function useWanted(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const field = wanted;
    wanted = null;
    if (field === null) return;
    const control = page.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] :is(input, textarea, button)`);
    if (control == null) return;
    requestAnimationFrame(() => {
      control.focus();
      control.scrollIntoView({ block: "center" });
    });
  }, []);
}
