import { expect, test } from "vitest";
import { addDays, addMonths, inWords, iso, parse, weekday, weeks } from "@ui/dates";

const day = (text: string) => {
  const read = parse(text);
  if (read === null) throw new Error(`no date: ${text}`);
  return read;
};

test("days_that_do_not_exist_are_no_dates", () => {
  expect(parse("2027-02-29")).toBeNull();
  expect(parse("2028-02-29")).toEqual({ year: 2028, month: 2, day: 29 });
  expect(parse("2027-13-01")).toBeNull();
  expect(parse("2027-00-10")).toBeNull();
  expect(parse("26 Nov")).toBeNull();
});

test("a_month_later_is_the_same_day_or_the_month's_last", () => {
  expect(iso(addMonths(day("2027-01-31"), 1))).toBe("2027-02-28");
  expect(iso(addMonths(day("2028-01-31"), 1))).toBe("2028-02-29");
  expect(iso(addMonths(day("2026-11-30"), 3))).toBe("2027-02-28");
  expect(iso(addMonths(day("2027-01-15"), -1))).toBe("2026-12-15");
});

test("days_are_counted_over_the_ends_of_years_and_clock_changes", () => {
  expect(iso(addDays(day("2026-12-31"), 1))).toBe("2027-01-01");
  expect(iso(addDays(day("2026-10-24"), 2))).toBe("2026-10-26");
  expect(iso(addDays(day("2028-03-01"), -1))).toBe("2028-02-29");
});

test("dates_are_told_with_their_weekday", () => {
  expect(inWords("2026-11-26")).toBe("Thursday 26 November 2026");
  expect(inWords("soon")).toBe("soon");
});

test("a_month_is_whole_weeks_from_monday", () => {
  for (const month of ["2026-11-10", "2027-02-01", "2026-03-31"]) {
    const rows = weeks(day(month));
    expect(rows.every((row) => row.length === 7 && weekday(row[0] ?? day(month)) === 0)).toBe(true);
    const inside = rows.flat().filter((each) => each.month === day(month).month).length;
    expect(inside).toBe(new Date(Date.UTC(day(month).year, day(month).month, 0)).getUTCDate());
  }
});
