/**
 * Saving without a Save button: after a pause of 400 ms, every two seconds where there is none, and on leaving a field.
 * A draft holds what stands in the field. It never gives a letter up: not while an older text is on its way,
 * not when saving fails, not when the screen is left.
 */
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { type ApiError, apiError } from "./ipc";
import { PAUSE, rest, typed } from "./typing";

export { PAUSE };
/** Who types without a pause is saved this often, in milliseconds: it is what a power cut can cost at most. */
export const LONGEST = 2000;

/** What the save state in the bar says. */
export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** `place` is the address at which the letters were written. */
  | { kind: "failed"; error: ApiError; place: string };

let turns = 0;
/** After an undo or an older wording was put back: the next answer counts, even where it says what an earlier one said. */
export function expectNews(): void {
  turns += 1;
}

/** The store trims lines and drops empty ones. That is no news, and must not take the space away that somebody is about to write behind. */
function alike(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b));
}
function trimmed(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (Array.isArray(value)) return value.map(trimmed).filter((line) => line !== "");
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each)]));
  return value;
}

/** One field's text on its way to the disk. */
export class Draft<T> {
  readonly value: Signal<T>;
  /** Why the last try did not work; null when it did. */
  readonly problem: Signal<ApiError | null> = signal(null);
  /** The address at which somebody wrote here last. */
  place = "";
  #save: (value: T) => Promise<unknown>;
  #server: string;
  #edits = 0;
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest letter that is not on the disk was typed. */
  #since = 0;
  #running: Promise<boolean> | null = null;
  #turn = turns;

  constructor(
    readonly key: string,
    value: T,
    save: (value: T) => Promise<unknown>,
  ) {
    this.value = signal(value);
    this.#server = JSON.stringify(value);
    this.#save = save;
  }

  /** True while something stands here that the disk does not have. */
  get dirty(): boolean {
    return this.#edits !== this.#saved;
  }

  /** A keystroke: keeps the value and saves it after a pause. */
  edit(value: T): void {
    this.place = location.hash;
    if (!this.dirty) this.#since = performance.now();
    typed();
    batch(() => {
      this.value.value = value;
      this.#edits += 1;
      hold(this);
    });
    clearTimeout(this.#timer);
    const left = this.#since + LONGEST - performance.now();
    this.#timer = setTimeout(() => void this.#keep(), Math.max(0, Math.min(PAUSE, left)));
  }

  /** Leaving the field: saves now what is not saved. Answers whether all is on the disk. */
  leave(): Promise<boolean> {
    rest();
    return this.#keep();
  }

  #keep(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.dirty) return Promise.resolve(true);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /**
   * What the store says stands here. It is taken only when it is news (an undo, the other person, another window)
   * and nothing is unsaved: an answer to an older question must never overwrite younger letters.
   */
  receive(value: T): void {
    const arrived = JSON.stringify(value);
    if (arrived === this.#server && this.#turn === turns) return;
    this.#server = arrived;
    this.#turn = turns;
    if (!this.dirty && !alike(value, this.value.peek())) this.value.value = value;
  }

  /** The saver of the newest rendering, so that it sees the newest props. */
  with(save: (value: T) => Promise<unknown>): void {
    this.#save = save;
  }

  async #run(): Promise<boolean> {
    // A timer that runs means someone is typing: that newer text has its own turn after the pause.
    while (this.dirty && this.#timer === undefined) {
      const taken = this.#edits;
      this.#since = performance.now();
      begin();
      try {
        await this.#save(this.value.peek());
        batch(() => {
          this.#saved = taken;
          this.problem.value = null;
          if (!this.dirty) release(this);
          end(true);
        });
      } catch (error) {
        batch(() => {
          this.problem.value = apiError(error);
          end(false);
        });
        return false;
      }
    }
    return !this.dirty;
  }
}

/** Drafts with unsaved letters. They outlive the screen they were written on. */
interface Unsaved {
  readonly key: string;
  readonly value: ReadonlySignal<unknown>;
  readonly problem: ReadonlySignal<ApiError | null>;
  readonly place: string;
  leave(): Promise<boolean>;
}
const held = signal<ReadonlyMap<string, Unsaved>>(new Map());
const flying = signal(0);
const lastSaved = signal<Date | null>(null);

function hold(draft: Unsaved): void {
  if (held.peek().get(draft.key) === draft) return;
  held.value = new Map(held.peek()).set(draft.key, draft);
}
function release(draft: Unsaved): void {
  if (held.peek().get(draft.key) !== draft) return;
  const rest = new Map(held.peek());
  rest.delete(draft.key);
  held.value = rest;
}
function begin(): void {
  flying.value += 1;
}
function end(worked: boolean): void {
  flying.value -= 1;
  if (worked) lastSaved.value = new Date();
}

/** What the bar shows: trouble first, then work, then rest. */
export const saveState: ReadonlySignal<SaveState> = computed(() => {
  for (const draft of held.value.values()) {
    const error = draft.problem.value;
    if (error !== null) return { kind: "failed", error, place: draft.place };
  }
  if (flying.value > 0 || held.value.size > 0) return { kind: "saving" };
  return lastSaved.value === null ? { kind: "idle" } : { kind: "saved", at: lastSaved.value };
});

/** Whether letters wait at this key, so that the place where they stand can be unfolded. */
export function isHeld(key: string): boolean {
  return held.peek().has(key);
}

/** Saves everything that is not saved. Answers whether all is on the disk now. */
export async function flush(): Promise<boolean> {
  await Promise.all([...held.peek().values()].map((draft) => draft.leave()));
  // Letters typed while the older ones were on their way have their turn as well; what was refused waits for "Try again".
  for (;;) {
    const late = [...held.peek().values()].filter((draft) => draft.problem.peek() === null);
    if (late.length === 0) return held.peek().size === 0;
    await Promise.all(late.map((draft) => draft.leave()));
  }
}

/** All unsaved texts, for "Copy my text". */
export function unsavedText(): string {
  return [...held.peek().values()]
    .map((draft) => draft.value.peek())
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2)))
    .join("\n\n");
}

/** Runs an action that saves by itself (a button, a choice), so that the bar tells of it too. Rejects as the action does. */
export async function saving<T>(action: () => Promise<T>): Promise<T> {
  begin();
  try {
    const answer = await action();
    end(true);
    return answer;
  } catch (error) {
    end(false);
    throw apiError(error);
  }
}

/**
 * The draft of one field. `key` names the answer in the whole program (for example `answer:REL:template.4.ends_on:mentor`):
 * who comes back to a field with unsaved letters finds them. `answer` is the answer that `stored` stands in, where there is one:
 * each new one is looked at.
 */
export function useDraft<T>(key: string, stored: T, save: (value: T) => Promise<unknown>, answer?: unknown): Draft<T> {
  const draft = useMemo(() => (held.peek().get(key) as Draft<T> | undefined) ?? new Draft<T>(key, stored, save), [key]);
  draft.with(save);
  const arrived = JSON.stringify(stored);
  // With the drawing, not after it: by then a save may have come back, and this answer would be older than what stands here.
  useLayoutEffect(() => draft.receive(stored), [draft, arrived, answer]);
  useEffect(() => () => void draft.leave(), [draft]);
  return draft;
}
