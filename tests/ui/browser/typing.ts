/** Typing as a person does: real key events at a steady pace. */
import type { Locator, Page } from "playwright-core";

/** Letters, and how a key of each is called. */
const LETTERS = "the quick brown fox jumps over a lazy dog ";

/** Twenty a second, in milliseconds. */
export const PACE = 50;

/** A text of about 50 kB, as people write: paragraphs, lists, letters of more than one byte. */
export function longText(): string {
  const paragraph = "We meet where both of us can talk, and whoever is late says so. Señora Ó Briain’s office is a good place in winter; the café by the canal in summer.\n- bring the notes\n- leave the telephone in the bag\n\n";
  return paragraph.repeat(Math.ceil(50_000 / Buffer.byteLength(paragraph)));
}

/** Puts the caret into a box. */
export async function caretAt(box: Locator, offset: number): Promise<void> {
  await box.focus();
  await box.evaluate((each, at) => (each as HTMLTextAreaElement).setSelectionRange(at, at), offset);
}

/** Where the caret is. */
export function caretOf(box: Locator): Promise<number> {
  return box.evaluate((each) => (each as HTMLTextAreaElement).selectionStart);
}

/** Presses so many letters at the pace, without waiting for what the page does with them. Answers what was typed. */
export async function typeOn(page: Page, count: number): Promise<string> {
  const keys: Promise<void>[] = [];
  let typed = "";
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    const letter = LETTERS[index % LETTERS.length] ?? " ";
    typed += letter;
    keys.push(page.keyboard.press(letter === " " ? "Space" : letter));
    const due = begun + (index + 1) * PACE - performance.now();
    await new Promise((done) => setTimeout(done, Math.max(0, due)));
  }
  await Promise.all(keys);
  return typed;
}
