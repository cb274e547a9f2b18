/** `date.read` for the browser tests: the few texts they type, refused otherwise as Rust does. */
export function readDate(text: string): { date: string; words: string; relative: string } {
  const spoken: Record<string, string> = { today: "2026-11-21", "26/11/2026": "2026-11-26", "26 nov": "2026-11-26" };
  const date = spoken[text.trim().toLowerCase()] ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
  if (date === null) throw { code: "date_unread", message: `We could not read “${text}” as a date. Nothing was changed. Write it like 26/11/2026 or 26 Nov.`, field: "text" };
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day)).replace(",", "");
  return { date, words, relative: "" };
}
