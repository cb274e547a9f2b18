/** The catalogue in the words of a programme (C29). */
import { effect } from "@preact/signals";
import { afterEach, expect, test } from "vitest";
import { asIs, speakIn, spoken } from "@ui/spoken";
import { words } from "@ui/words";

const forms = Object.entries({ mentor: "adviser", Mentor: "Adviser", mentors: "advisers", "a mentor": "an adviser", meeting: "catch-up", Meeting: "Catch-up", programme: "scheme", Programme: "Scheme" }).map(([usual, own]) => ({ usual, own }));

afterEach(() => speakIn([]));

const say = spoken({
  plain: "The mentee asks a mentor before the meeting.",
  deep: { list: ["Two mentors", "None"], word: asIs({ mentor: "Instead of mentor" }) },
  named: (name: string) => `${name} is a mentor.`,
  all: (names: readonly string[]) => `Mentors: ${names.join(" and ")}, one mentor`,
  count: (count: number) => (count === 1 ? "1 meeting" : `${count} meetings`),
});

test("c29_without_own_words_every_text_is_the_usual_one", () => {
  expect(say.plain).toBe("The mentee asks a mentor before the meeting.");
  expect(say.named("Mentor Hall")).toBe("Mentor Hall is a mentor.");
});

test("c29_whole_words_are_said_with_their_article_plural_and_capital", () => {
  speakIn(forms);
  expect(say.plain).toBe("The mentee asks an adviser before the catch-up.");
  expect(say.deep.list).toEqual(["Two advisers", "None"]);
  expect([...say.deep.list]).toHaveLength(2);
  expect(words.setup.title).toBe("Scheme and beginning");
  expect(words.relationship.create).toBe("New relationship");
});

test("c29_names_and_other_texts_inside_a_sentence_stay", () => {
  speakIn(forms);
  expect(say.named("Mentor Hall")).toBe("Mentor Hall is an adviser.");
  expect(say.named("mentor")).toBe("mentor is an adviser.");
  expect(say.named("(a mentor)")).toBe("(a mentor) is an adviser.");
  expect(say.all(["Anna Mentor", "mentor"])).toBe("Mentors: Anna Mentor and mentor, one mentor");
  expect(say.count(1)).toBe("1 catch-up");
});

test("c29_the_words_that_name_the_usual_ones_stay", () => {
  speakIn(forms);
  expect(say.deep.word.mentor).toBe("Instead of mentor");
  expect(words.setup.programme.word).toMatchObject({ mentor: "Instead of mentor", meeting: "Instead of meeting" });
});

test("c29_what_reads_the_catalogue_is_told_when_the_words_change", () => {
  const seen: string[] = [];
  const stop = effect(() => void seen.push(say.named("Tom")));
  speakIn(forms);
  speakIn([]);
  stop();
  expect(seen).toEqual(["Tom is a mentor.", "Tom is an adviser.", "Tom is a mentor."]);
});

test("a_word_with_signs_of_patterns_is_only_text", () => {
  speakIn([{ usual: "mentor", own: "coach ($&)" }]);
  for (const name of ["Tom (b)", "Half-time", "a/b \\ [c] {d} ^e$ |f*+?."]) expect(say.named(name)).toBe(`${name} is a coach ($&).`);
});
