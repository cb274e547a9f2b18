/** Writing: nothing that is typed is lost, moved or held up. */
import { describe, expect, test } from "vitest";
import { agreementDesk } from "./agreement";
import { callOut, expectNoAxeFindings, shoot, useBrowser, visit } from "./browser";
import { caretAt, caretOf, longText, typeOn } from "./typing";

useBrowser();

const at = (section: string): string => `/app/#/relationship/ex/agreement/${section}`;
const FULL = { code: "disk_full", message: "The disk is full. What was saved before is safe. Make room and try again.", field: null };

/** A desk with a section of 50 kB. */
function longDesk() {
  const rust = agreementDesk("blank");
  const text = longText().trimEnd();
  const field = rust.view.sections.flatMap((section) => section.fields).find((each) => each.field === "template.5.text");
  const answer = field?.answers[0];
  if (answer === undefined) throw new Error("the form has no template.5.text");
  answer.value = text;
  return { rust, text };
}

describe("typing", () => {
  test("twenty_letters_a_second_into_50_kb_drop_no_letter_and_move_no_caret", async () => {
    const { rust, text } = longDesk();
    rust.slow = { name: "answer.set", wait: () => new Promise((done) => setTimeout(done, 120)) };
    const page = await visit(at("template.5"), rust.answer);
    const box = page.getByLabel("What you have decided", { exact: true });
    const middle = text.indexOf(" ", 25_000);
    await caretAt(box, middle);
    const typed = await typeOn(page, 110);
    expect(await box.inputValue()).toBe(text.slice(0, middle) + typed + text.slice(middle));
    expect(await caretOf(box)).toBe(middle + typed.length);
    // Who never pauses is saved all the same.
    const kept = rust.stored("template.5.text");
    expect(kept).not.toBe(text);
    // Taking letters back, and going on elsewhere, while saves come back.
    for (let step = 0; step < 12; step += 1) await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Home");
    const begin = await typeOn(page, 20);
    const wanted = begin + text.slice(0, middle) + typed.slice(0, -12) + text.slice(middle);
    expect(await box.inputValue()).toBe(wanted);
    expect(await caretOf(box)).toBe(begin.length);
    await expect.poll(() => rust.stored("template.5.text")).toBe(wanted);
    // The answers to what screens asked again arrive after the last letter, and change nothing of it.
    await page.getByText("Saved on this computer,").waitFor();
    expect(await box.inputValue()).toBe(wanted);
    expect(await caretOf(box)).toBe(begin.length);
  });

  test.each(["itself", "the_script"])("the_box_is_as_high_as_its_text_while_it_grows_and_shrinks_by_%s", async (by) => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.4"), rust.answer);
    // WebKit does not size boxes by itself yet.
    await page.evaluate((browser) => { if (!browser) CSS.supports = () => false; }, by === "itself");
    await page.evaluate((to) => { location.hash = to; }, "#/relationship/ex/agreement/template.5");
    await page.getByRole("heading", { level: 1, name: "Meeting plan" }).waitFor();
    const box = page.getByLabel("What you have decided", { exact: true });
    const hidden = () => box.evaluate((each) => each.scrollHeight - each.clientHeight);
    const height = () => box.evaluate((each) => each.clientHeight);
    const low = await height();
    await box.focus();
    for (let line = 0; line < 12; line += 1) {
      await page.keyboard.type(`Line ${line}`);
      await page.keyboard.press("Enter");
    }
    expect(await hidden()).toBeLessThanOrEqual(0);
    const high = await height();
    expect(high).toBeGreaterThan(low * 2);
    expect(await box.evaluate((each) => (each as HTMLElement).style.height !== "")).toBe(by === "the_script");
    await page.setViewportSize({ width: 420, height: 700 });
    await box.fill("A long sentence that needs more lines in a narrow window than it needs in a wide one. ".repeat(6));
    await expect.poll(hidden).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1180, height: 780 });
    await expect.poll(hidden).toBeLessThanOrEqual(0);
    await box.fill("");
    await expect.poll(height).toBe(low);
  });

  test("screens_ask_again_in_the_pause_and_not_between_two_letters", async () => {
    const { rust } = longDesk();
    const page = await visit(at("template.5"), rust.answer);
    const box = page.getByLabel("What you have decided", { exact: true });
    await caretAt(box, 0);
    const questions = (): number => rust.asked.filter((each) => each.name === "agreement.get").length;
    const before = questions();
    await typeOn(page, 70);
    const saves = rust.asked.filter((each) => each.name === "answer.set").length;
    expect(saves).toBeGreaterThan(0);
    expect(questions()).toBe(before);
    await expect.poll(questions).toBeGreaterThan(before);
  });

  test("a_full_disk_keeps_the_text_on_the_screen_and_says_so_with_a_way_out", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), async (name, request) => {
      if (name === "quit") return rust.asked.push({ name, request });
      return rust.answer(name, request);
    });
    rust.refuse = FULL;
    const box = page.getByLabel("What you have decided", { exact: true });
    await box.focus();
    await page.keyboard.type("We meet on Mondays");
    const bar = page.locator(".saving.failed");
    await bar.getByText("Not saved. The disk is full.").waitFor();
    // Who listens hears it at once.
    await page.locator("[role=alert]", { hasText: "The disk is full." }).waitFor({ state: "attached" });
    await expectNoAxeFindings(page, "disk full");
    await shoot(page, "disk-full");
    // Typing goes on where it was, and nothing of it goes.
    await page.keyboard.type(", at nine");
    expect(await box.inputValue()).toBe("We meet on Mondays, at nine");
    await bar.getByRole("button", { name: "Copy my text" }).click();
    await page.getByText("Copied.").waitFor();
    expect(rust.asked.findLast((each) => each.name === "copy_text")?.request["text"]).toBe("We meet on Mondays, at nine");
    // The window does not close over it.
    await callOut(page, "close-requested", null);
    await page.getByRole("dialog", { name: "Something is not saved yet" }).waitFor();
    expect(rust.asked.some((each) => each.name === "quit")).toBe(false);
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: "Try again" }).click();
    await bar.waitFor();
    expect(rust.stored("template.5.text")).toBe(null);
    rust.refuse = null;
    await bar.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => rust.stored("template.5.text")).toBe("We meet on Mondays, at nine");
    await bar.waitFor({ state: "detached" });
  });

  test("closing_in_the_middle_of_a_word_saves_it_first", async () => {
    const rust = agreementDesk("blank");
    const atTheEnd: unknown[] = [];
    const page = await visit(at("template.5"), async (name, request) => {
      if (name !== "quit") return rust.answer(name, request);
      return atTheEnd.push(rust.stored("template.5.text"), rust.asked.findLast((each) => each.name === "place.keep")?.request);
    });
    await page.getByLabel("What you have decided", { exact: true }).focus();
    await page.keyboard.type("We meet on Mond");
    await callOut(page, "close-requested", null);
    // Where the window was left is kept before the end, too.
    await expect.poll(() => atTheEnd).toEqual(["We meet on Mond", { route: "relationship/ex/agreement/template.5" }]);
  });

  test("hiding_the_window_in_the_middle_of_a_word_saves_it_at_once", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    // Without this the pause would save it as well.
    await page.evaluate(() => {
      const later = window.setTimeout.bind(window);
      window.setTimeout = ((run: () => void, after: number) => later(run, after === 400 ? 600_000 : after)) as typeof window.setTimeout;
    });
    await page.getByLabel("What you have decided", { exact: true }).focus();
    await page.keyboard.type("We meet on Mond");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => rust.stored("template.5.text")).toBe("We meet on Mond");
  });
});
