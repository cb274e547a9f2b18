import { expect, test } from "vitest";
import { readTime, timeInWords } from "@ui/times";

test.each([
  ["14:00", "14:00"], ["14.30", "14:30"], ["14h30", "14:30"], ["14h", "14:00"], ["1430", "14:30"], ["930", "09:30"], ["9", "09:00"], ["0:05", "00:05"],
  ["2pm", "14:00"], ["2 pm", "14:00"], ["2.30 p.m.", "14:30"], ["2:30PM", "14:30"], ["12am", "00:00"], ["12pm", "12:00"], ["11.59 pm", "23:59"],
  ["noon", "12:00"], [" Midday ", "12:00"], ["midnight", "00:00"], ["23:59", "23:59"],
])("%s_is_read_as_%s", (typed, time) => expect(readTime(typed)).toBe(time));

test.each(["24:00", "14:60", "25", "13pm", "0am", "2 o", "-3", "12:5", "12345", "tomorrow", "2pm3"])("%s_is_no_time", (typed) => expect(readTime(typed)).toBeUndefined());

test("an_empty_text_is_none", () => {
  expect(readTime("")).toBeNull();
  expect(readTime("  ")).toBeNull();
});

test("a_time_is_said_in_both_ways_of_counting_hours", () => {
  expect(["14:00", "14:05", "00:00", "00:30", "12:00", "12:30", "09:00"].map(timeInWords)).toEqual([
    "14:00, that is 2 pm", "14:05, that is 2.05 pm", "00:00, that is midnight", "00:30, that is 12.30 am", "12:00, that is noon", "12:30, that is 12.30 pm", "09:00, that is 9 am",
  ]);
});
