/**
 * The catalogue in the words of a programme (C29): coach for mentor, catch-up for meeting. Rust knows the words in every form
 * a sentence needs; here they take the place of the usual ones, as whole words, and never inside what people wrote.
 */
import { computed, signal } from "@preact/signals";
import type { OwnForm } from "./api";

const own = signal<readonly OwnForm[]>([]);

/** Says the catalogue in these words from now on; with none in the usual ones. */
export function speakIn(forms: readonly OwnForm[]): void {
  own.value = forms;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const longestFirst = (texts: readonly string[]): string[] => [...texts].sort((a, b) => b.length - a.length);

/** The present words as a replacement; none where all are the usual ones. `kept` are names and other texts inside the sentence that stay. */
const replacement = computed(() => {
  const forms = own.value;
  if (forms.length === 0) return null;
  const said = new Map(forms.map((form) => [form.usual, form.own]));
  const usual = longestFirst([...said.keys()]).map(literal);
  const whole = (kept: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${[...longestFirst(kept).map(literal), ...usual].join("|")})(?!\\p{L})`, "gu");
  const bare = whole([]);
  return (text: string, kept: readonly string[]): string =>
    text.replace(kept.length === 0 ? bare : whole(kept), (found) => (kept.includes(found) ? found : (said.get(found) ?? found)));
});

const say = (text: string, kept: readonly string[] = []): string => replacement.value?.(text, kept) ?? text;
const texts = (values: readonly unknown[]): string[] => values.flat().filter((value): value is string => typeof value === "string" && value !== "");

const asTheyAre = new WeakSet<object>();

/** Words that stay the usual ones wherever they stand: those that name a usual word. */
export function asIs<T extends object>(words: T): T {
  asTheyAre.add(words);
  return words;
}

const made = new WeakMap<object, object>();

function once<T extends object>(source: object, make: () => T): T {
  const before = made.get(source);
  if (before !== undefined) return before as T;
  const now = make();
  made.set(source, now);
  return now;
}

/** The catalogue, each word of it as it is said when it is read: what reads it while drawing is drawn again when the words change. */
export function spoken<T extends object>(catalogue: T): T {
  return once(catalogue, () =>
    new Proxy(catalogue, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (!Object.hasOwn(target, name)) return value;
        if (typeof value === "string") return say(value);
        if (typeof value === "function") {
          return once(value, () => (...given: unknown[]): unknown => {
            const result: unknown = (value as (...given: unknown[]) => unknown)(...given);
            return typeof result === "string" ? say(result, texts(given)) : result;
          });
        }
        return typeof value === "object" && value !== null && !asTheyAre.has(value) ? spoken(value) : value;
      },
    }),
  );
}
