/** A text as it is compared: without accents and capitals. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a text holds every word that was typed, in any order. */
export function holds(text: string, typed: string): boolean {
  const inside = plain(text);
  return plain(typed).split(/\s+/).every((part) => inside.includes(part));
}
