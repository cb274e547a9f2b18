/** What a text is called in an address and on the page. */
import type { Versions } from "../../api";
import { versionWords } from "../../words/version";

/** The draft's word in an address, beside the numbers of versions. */
export const DRAFT = "draft";

/** The number in an address; null for the draft, undefined for what is neither. */
export function numberOf(text: string): number | null | undefined {
  if (text === DRAFT) return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** "Version 1", "Version 2, draft". */
export function nameOf(text: string, view: Versions): string {
  const number = numberOf(text);
  return number == null ? versionWords.draftName(view.draft.number) : versionWords.name(number);
}
