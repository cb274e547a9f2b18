import { expect, test } from "vitest";
import { ApiError, apiError, call, changed, during, markChanged, setTransport, settled, shell, unpack, wellFormed } from "@ui/ipc";

test("half_a_surrogate_pair_never_leaves", () => {
  expect(wellFormed({ a: "x\ud83d", b: ["\udc00y", "😀"], c: 1, d: null })).toEqual({ a: "x\ufffd", b: ["\ufffdy", "😀"], c: 1, d: null });
});

test("a_refusal_keeps_code_words_and_field", async () => {
  setTransport(() => Promise.reject({ code: "date_unread", message: "No date.", field: "text" }));
  await expect(call("date.read", { text: "x" })).rejects.toMatchObject({ code: "date_unread", message: "No date.", field: "text" });
});

test("anything_else_is_told_in_three_parts_with_its_detail_kept", () => {
  const error = apiError(new Error("boom"));
  expect(error).toBeInstanceOf(ApiError);
  expect(error.code).toBe("unexpected");
  expect(error.message).not.toContain("boom");
  expect(error.detail).toBe("boom");
});

test("an_answer_that_changed_something_tells_the_queries", async () => {
  const before = changed.value.count;
  setTransport(async () => ({ output: { date: "2026-11-26", words: "", relative: "" }, changed: ["answer"] }));
  await call("date.read", { text: "x" });
  expect(changed.value).toEqual({ count: before + 1, kinds: ["answer"] });
  setTransport(async () => ({ output: { date: "2026-11-26", words: "", relative: "" }, changed: [] }));
  await call("date.read", { text: "x" });
  expect(changed.value.count).toBe(before + 1);
});

test("the_screen_has_settled_when_a_part_that_was_fetched_is_here_and_nothing_is_asked_after_it", async () => {
  let here = (): void => undefined;
  void during(new Promise<void>((done) => (here = done)));
  let drawn = false;
  const quiet = settled().then(() => (drawn = true));
  for (let frames = 0; frames < 6; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  expect(drawn).toBe(false);
  here();
  await quiet;
  expect(drawn).toBe(true);
});

test("the_screen_has_settled_when_no_question_is_open", async () => {
  let answer = (): void => undefined;
  setTransport(() => new Promise((done) => (answer = () => done({ output: {} }))));
  const asked = call("today.get", {});
  let drawn = false;
  const quiet = settled().then(() => (drawn = true));
  for (let frames = 0; frames < 6; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  expect(drawn).toBe(false);
  answer();
  await asked;
  await quiet;
  expect(drawn).toBe(true);
});

test("what_came_with_the_page_is_not_asked_for_until_something_changes_or_the_first_screen_stands", async () => {
  const asked: unknown[] = [];
  setTransport(async (command, args) => {
    asked.push(args["name"] ?? command);
    return { output: "asked" };
  });
  const page = JSON.stringify([{ name: "since.get", request: { relationship: "r" }, answer: { output: "brought", changed: [] } }]);
  unpack(page);
  expect(await call("since.get", { relationship: "r" })).toBe("brought");
  expect(await call("since.get", { relationship: "r" })).toBe("brought");
  expect(await call("since.get", { relationship: "other" })).toBe("asked");
  expect(asked).toEqual(["since.get"]);
  markChanged(["agreement"]);
  expect(await call("since.get", { relationship: "r" })).toBe("asked");
  unpack(page);
  await shell.firstScreen();
  expect(await call("since.get", { relationship: "r" })).toBe("asked");
  unpack(undefined);
  expect(asked).toEqual(["since.get", "since.get", "first_screen", "since.get"]);
});
