import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Draft, expectNews, flush, PAUSE, saveState, unsavedText } from "@ui/autosave";
import { ApiError } from "@ui/ipc";

/** A store that answers when the test says so. */
function slowStore() {
  const asked: { text: string; done: () => void; refuse: (error: unknown) => void }[] = [];
  const save = (text: string): Promise<void> => new Promise((done, refuse) => asked.push({ text, done, refuse }));
  return { asked, save };
}

beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
});

describe("autosave", () => {
  test("a_pause_of_400_ms_saves", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("a", "", save);
    draft.edit("M");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    draft.edit("Mo");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map((each) => each.text)).toEqual(["Mo"]);
    asked[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.dirty).toBe(false);
  });

  test("who_types_without_a_pause_is_saved_every_two_seconds", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("long", "", save);
    for (let letter = 1; letter <= 100; letter += 1) {
      draft.edit("x".repeat(letter));
      await vi.advanceTimersByTimeAsync(50);
      asked.at(-1)?.done();
    }
    // Five seconds: after two, and after four.
    expect(asked.map((each) => each.text.length)).toEqual([40, 80]);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asked.at(-1)?.text.length).toBe(100);
    asked.at(-1)?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.dirty).toBe(false);
  });

  test("leaving_saves_at_once", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("b", "", save);
    draft.edit("x");
    const left = draft.leave();
    expect(asked).toHaveLength(1);
    asked[0]?.done();
    expect(await left).toBe(true);
  });

  test("letters_typed_while_an_older_text_is_on_its_way_are_saved_after_it", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("c", "", save);
    draft.edit("one");
    void draft.leave();
    draft.edit("one two");
    expect(saveState.value.kind).toBe("saving");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asked.map((each) => each.text)).toEqual(["one"]);
    asked[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map((each) => each.text)).toEqual(["one", "one two"]);
    expect(draft.dirty).toBe(true);
    asked[1]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.dirty).toBe(false);
    expect(saveState.value.kind).toBe("saved");
  });

  test("an_older_answer_from_the_store_never_overwrites_younger_letters", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("d", "", save);
    draft.edit("first");
    void draft.leave();
    draft.edit("first and second");
    asked[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    draft.receive("first");
    expect(draft.value.value).toBe("first and second");
    await vi.advanceTimersByTimeAsync(PAUSE);
    asked[1]?.done();
    await vi.advanceTimersByTimeAsync(0);
    // A late rendering with the older answer, after the younger one was saved.
    draft.receive("first");
    expect(draft.value.value).toBe("first and second");
    draft.receive("first and second");
    // News: somebody pressed Undo.
    draft.receive("first");
    expect(draft.value.value).toBe("first");
  });

  test("what_the_store_trims_is_no_news", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("trim", "", save);
    draft.edit("with a ");
    void draft.leave();
    asked[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    draft.receive("with a");
    expect(draft.value.value).toBe("with a ");
    draft.receive("with an");
    expect(draft.value.value).toBe("with an");
    const lines = new Draft<string[]>("lines", ["one"], () => Promise.resolve());
    lines.edit(["one", ""]);
    await lines.leave();
    lines.receive(["one"]);
    expect(lines.value.value).toEqual(["one", ""]);
  });

  test("an_undo_counts_even_where_the_answers_in_between_never_came", async () => {
    const draft = new Draft<string>("undo", "before", () => Promise.resolve());
    draft.edit("after");
    await draft.leave();
    // The answer that says "after" was overtaken by the one that follows the undo.
    expectNews();
    draft.receive("before");
    expect(draft.value.value).toBe("before");
  });

  test("a_refused_save_keeps_the_text_and_says_so_until_it_works", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("e", "", save);
    draft.edit("do not lose me");
    void draft.leave();
    asked[0]?.refuse(new ApiError("disk_full", "The disk is full."));
    await vi.advanceTimersByTimeAsync(0);
    expect(saveState.value).toMatchObject({ kind: "failed", error: { code: "disk_full", message: "The disk is full." } });
    expect(draft.value.value).toBe("do not lose me");
    expect(unsavedText()).toBe("do not lose me");
    const again = flush();
    asked[1]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked[1]?.text).toBe("do not lose me");
    expect(await again).toBe(true);
    expect(saveState.value.kind).toBe("saved");
    expect(unsavedText()).toBe("");
  });

  test("flush_also_saves_what_was_typed_while_it_ran", async () => {
    const { asked, save } = slowStore();
    const draft = new Draft<string>("f", "", save);
    draft.edit("1");
    const all = flush();
    draft.edit("12");
    asked[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.done();
    expect(await all).toBe(true);
    expect(asked.map((each) => each.text)).toEqual(["1", "12"]);
  });
});
