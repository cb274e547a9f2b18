/** Times of day as the texts "14:00". No zone and no date here. */
import { words } from "./words";

/** Writes "14:00" for "14:00:00" as well. */
export function clock(time: string): string {
  return time.slice(0, 5);
}

/**
 * Reads a time of day: "14:00", "14.30", "14h30", "1430", "2pm", "2.30 p.m.", "9", "noon", "midnight".
 * Null for an empty text, undefined for what is no time.
 */
export function readTime(typed: string): string | null | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (text === "") return null;
  if (text === "noon" || text === "midday") return "12:00";
  if (text === "midnight") return "00:00";
  const match = /^(\d{1,2})(?:[:.h ]?([0-5]\d))? ?h?(?: ?([ap])\.? ?m\.?)?$/.exec(text);
  if (match === null) return undefined;
  const half = match[3];
  const hour = Number(match[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  // Twelve is the first hour of its half of the day.
  const hours = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  return hours > 23 ? undefined : `${String(hours).padStart(2, "0")}:${match[2] ?? "00"}`;
}

/** "14:00, that is 2 pm". */
export function timeInWords(time: string): string {
  const hours = Number(time.slice(0, 2));
  const minutes = time.slice(3, 5);
  if (minutes === "00" && hours % 12 === 0) return words.time.echo(time, hours === 0 ? words.time.midnight : words.time.noon);
  const small = `${hours % 12 === 0 ? 12 : hours % 12}${minutes === "00" ? "" : `.${minutes}`}`;
  return words.time.echo(time, `${small} ${hours < 12 ? "am" : "pm"}`);
}
