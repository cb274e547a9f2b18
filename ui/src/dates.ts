/** Civil dates as the texts "2026-11-26". No clock and no time zone here: what day it is comes from Rust. */

/** A day in the calendar; `month` is 1-12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads "2026-11-26"; null for anything else, also for days that do not exist. */
export function parse(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysIn(day.year, day.month) ? day : null;
}

/** Writes "2026-11-26". */
export function iso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Number of days in a month. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function utc({ year, month, day }: Day): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

/** A number of days later (or earlier). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(utc(day).getTime() + count * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A number of months later, on the same day or on the last one the month has. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + (day.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12 + 12) % 12 + 1;
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

/** Day of the week, Monday = 0. */
export function weekday(day: Day): number {
  return (utc(day).getUTCDay() + 6) % 7;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** "Mo", "Tu" and so on with their full names, Monday first. */
export const weekdays = WEEKDAYS.map((name) => ({ name, short: name.slice(0, 2) }));

/** "November 2026". */
export function monthName(day: Day): string {
  return `${MONTHS[day.month - 1] ?? ""} ${day.year}`;
}
/** "Thursday 26 November 2026". */
export function longDate(day: Day): string {
  return `${WEEKDAYS[weekday(day)] ?? ""} ${plainDate(day)}`;
}
/** "26 November 2026". */
export function plainDate(day: Day): string {
  return `${day.day} ${monthName(day)}`;
}
/** "Thursday 26 November 2026" for "2026-11-26"; a text that is no date is shown as it is. */
export function inWords(text: string): string {
  const day = parse(text);
  return day === null ? text : longDate(day);
}
/** The weeks of a month as rows of seven days, Monday first, with the neighbours' days that fill them. */
export function weeks(of: Day): Day[][] {
  const first = { ...of, day: 1 };
  let day = addDays(first, -weekday(first));
  const rows: Day[][] = [];
  do {
    rows.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
    day = addDays(day, 7);
  } while (day.year === of.year && day.month === of.month);
  return rows;
}
/** Whether both are the same day. */
export function same(a: Day, b: Day): boolean {
  return iso(a) === iso(b);
}

/** Days from one date to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}
