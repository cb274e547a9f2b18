/** Keys that work everywhere. Each has a modifier or is a function key, so that no letter typed by voice or by accident does anything (WCAG 2.1.4). */
import { flush, saveState } from "../autosave";
import { reachToast, toast } from "../parts/Toasts";
import { go, href, route } from "../router";
import { words } from "../words";
import { curtain } from "./curtain";
import { goBack, goForward, type Place, placeOf, redo, resize, undo } from "./deeds";
import { showPalette } from "./Palette";
import { showKeys } from "./Sheet";

export interface Shortcut {
  /** `event.key` in lower case. */
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  main?: boolean;
  shift?: boolean;
  alt?: boolean;
  /** Not while somebody writes: there the text's own undo and word jumps count. */
  outsideText?: boolean;
  /** Works behind the curtain too, while the computer is in the other person's hands. */
  always?: boolean;
  /** What it does, for the list of keys. */
  words: string;
  /** Its name among the palette's commands; without one it is not there. */
  name?: string;
  run: () => void;
}

/** The whole agreement as a paper, from where it is saved and printed. */
const paper = (): void => {
  const id = route.value.params["id"];
  if (id !== undefined) go(href("agreementDocument", { id }));
};

const here = (deed: (place: Place) => Promise<void>) => (): void => {
  const place = placeOf(route.value);
  if (place !== null) void deed(place);
};

export const shortcuts: readonly Shortcut[] = [
  { key: "k", main: true, words: words.keys.find, run: showPalette },
  { key: "z", main: true, outsideText: true, words: words.keys.undo, name: words.palette.undo, run: here(undo) },
  { key: "z", main: true, shift: true, outsideText: true, words: words.keys.redo, name: words.palette.redo, run: here(redo) },
  { key: "y", main: true, outsideText: true, words: words.keys.redo, run: here(redo) },
  {
    key: "s",
    main: true,
    words: words.keys.save,
    run: () => void flush().then((all) => {
      // A failure says so in the bar.
      if (all && saveState.peek().kind !== "failed") toast(words.save.already);
    }),
  },
  { key: "enter", main: true, always: true, words: words.keys.main, run: () => document.querySelector<HTMLElement>("[data-main]")?.click() },
  { key: "1", main: true, words: words.keys.go(words.frame.today), run: () => go(href("today")) },
  { key: "2", main: true, words: words.keys.go(words.frame.relationships), run: () => go(href("relationships")) },
  { key: "3", main: true, words: words.keys.go(words.frame.reminders), run: () => go(href("reminders")) },
  { key: "4", main: true, words: words.keys.go(words.frame.people), run: () => go(href("people")) },
  { key: ",", main: true, words: words.keys.go(words.frame.settings), run: () => go(href("settings")) },
  { key: "arrowleft", alt: true, outsideText: true, words: words.frame.goBack, run: goBack },
  { key: "arrowright", alt: true, outsideText: true, words: words.frame.goForward, run: goForward },
  { key: "e", main: true, words: words.keys.paper, run: paper },
  { key: "p", main: true, words: words.keys.paper, run: paper },
  { key: "f1", words: words.keys.go(words.frame.help), run: () => go(href("help")) },
  { key: "/", main: true, words: words.keys.list, name: words.keys.list, run: showKeys },
  { key: "f8", words: words.keys.toast, run: reachToast },
  { key: "=", main: true, always: true, words: words.keys.larger, name: words.keys.larger, run: () => void resize(1) },
  { key: "-", main: true, always: true, words: words.keys.smaller, name: words.keys.smaller, run: () => void resize(-1) },
  { key: "0", main: true, always: true, words: words.keys.usual, name: words.keys.usual, run: () => void resize(0) },
];

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type));

/** The shortcut an event means, if any. */
export function meant(event: KeyboardEvent): Shortcut | undefined {
  const main = event.ctrlKey || event.metaKey;
  return shortcuts.find(
    (each) =>
      // The plus stands behind Shift on some keyboards and by itself on others.
      each.key === (event.key === "+" ? "=" : event.key.toLowerCase()) && Boolean(each.main) === main && Boolean(each.alt) === event.altKey &&
      // "/" needs Shift on many keyboards.
      (each.key === "/" || each.key === "=" || Boolean(each.shift) === event.shiftKey) &&
      !(each.outsideText === true && writes(event.target)),
  );
}

/** Listens to the keyboard. Answers how to stop. */
export function startShortcuts(): () => void {
  const pressed = (event: KeyboardEvent): void => {
    // A dialog in the way has the keyboard to itself.
    if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
    const shortcut = meant(event);
    if (shortcut === undefined) return;
    event.preventDefault();
    if (curtain.peek() && shortcut.always !== true) return;
    shortcut.run();
  };
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}
