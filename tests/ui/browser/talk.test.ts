/** Talking it through: suggestions and what each of the two expects, with the keyboard alone. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type AgreementDesk, agreementDesk } from "./agreement";
import { expectNoAxeFindings, focused, heading, useBrowser, visit } from "./browser";

useBrowser();

const at = (section: string): string => `/app/#/relationship/ex/agreement/${section}`;

/** Tab, until the focus is on a control of this name. */
async function tabTo(page: Page, role: "button" | "textbox" | "radio" | "link", name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  await wanted.waitFor();
  const reached = (): Promise<boolean> => wanted.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 200 && !(await reached()); step += 1) await page.keyboard.press("Tab");
  expect(await reached(), `Tab leads to ${String(name)}`).toBe(true);
}
async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
}
const card = (page: Page, id: string) => page.locator(`[data-suggestion="${id}"]`);
const made = (rust: AgreementDesk, name: string) => rust.asked.filter((each) => each.name === name).map((each) => each.request);

describe("suggestions", () => {
  test("one_is_made_for_the_other_person_by_keyboard_with_a_comment", async () => {
    const rust = agreementDesk();
    const page = await visit(at("template.5"), rust.answer);
    await heading(page, "Meeting plan");
    await press(page, "Suggest other words: Place");
    // The focus is on whose it is: the owner's, until somebody says otherwise.
    expect(await page.getByRole("radio", { name: "Leila Benali", checked: true }).evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "textbox", "The words you suggest");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("The harbour office");
    await tabTo(page, "textbox", /^Comment/);
    await page.keyboard.type("It is quiet there.");
    await expectNoAxeFindings(page, "a suggestion that is being written");
    await press(page, "Suggest it");
    await page.getByRole("article", { name: "Suggestion from Tomás Ó Briain" }).waitFor();
    expect(made(rust, "suggestion.make")).toEqual([
      { relationship: "ex", place: { kind: "answer", field: "template.5.place", side: null }, value: "The harbour office", side: "mentor", comment: "It is quiet there." },
    ]);
    await expect.poll(() => focused(page)).toBe("button Suggest other words");
    // What is suggested changes nothing.
    expect(rust.stored("template.5.place")).not.toBe("The harbour office");
  });

  test("what_is_begun_waits_when_somebody_looks_elsewhere_and_escape_puts_it_away", async () => {
    const page = await visit(at("template.5"), agreementDesk().answer);
    await heading(page, "Meeting plan");
    await press(page, "Suggest other words: Place");
    await tabTo(page, "textbox", "The words you suggest");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("The harbour");
    await page.evaluate(() => { location.hash = "#/relationship/ex/agreement/template.4"; });
    await heading(page, "Timeframe");
    await page.evaluate(() => { location.hash = "#/relationship/ex/agreement/template.5"; });
    await heading(page, "Meeting plan");
    const words = page.getByRole("textbox", { name: "The words you suggest" });
    expect(await words.inputValue()).toBe("The harbour");
    await words.focus();
    await page.keyboard.press("Escape");
    expect(await words.count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("button Suggest other words");
  });

  test("accepting_opens_the_agreed_section_again_and_undo_brings_both_back", async () => {
    const rust = agreementDesk("example", "open");
    const page = await visit(at("template.5"), rust.answer);
    await card(page, "suggestion1").waitFor();
    await press(page, /^Accept the suggestion of Tomás/);
    await page.getByText("is open again: still talking").waitFor();
    expect(await card(page, "suggestion1").count()).toBe(0);
    expect(String(rust.stored("template.5.text"))).toContain("within two working days");
    await page.getByRole("radio", { name: "Still talking", checked: true }).waitFor();
    await expect.poll(() => focused(page)).toBe("button Suggest other words");
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await card(page, "suggestion1").waitFor();
    await page.getByRole("radio", { name: "Agreed by both", checked: true }).waitFor();
  });

  test("the_words_are_kept_with_a_reason_or_without", async () => {
    const rust = agreementDesk("example", "open");
    const page = await visit("/app/#/relationship/ex/agreement/suggestions", rust.answer);
    await card(page, "suggestion1").waitFor();
    await press(page, "Keep ours: Meeting plan");
    await page.keyboard.type("Three days is what I can promise.");
    await press(page, "Keep them");
    await expect.poll(() => card(page, "suggestion1").count()).toBe(0);
    await press(page, "Keep ours: Relationship feedback");
    await press(page, "Keep them");
    await expect.poll(() => made(rust, "suggestion.keep").map((each) => each["reason"])).toEqual(["Three days is what I can promise.", ""]);
    await page.getByText("“Three days is what I can promise.”").waitFor();
    // The focus goes on to the one that is left.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-suggestion"))).toBe("suggestion3");
  });

  test("blending_begins_with_the_suggested_words_and_asks_who_wants_them", async () => {
    const rust = agreementDesk("example", "open");
    const page = await visit(at("template.5"), rust.answer);
    await card(page, "suggestion1").waitFor();
    await press(page, "Blend both: Meeting plan");
    await tabTo(page, "textbox", "Words of both");
    expect(await page.getByRole("textbox", { name: "Words of both" }).inputValue()).toContain("within two working days");
    await press(page, "We both want these words");
    await page.getByText("These are the words of the suggestion.").waitFor();
    await page.getByRole("textbox", { name: "Words of both" }).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Two days, three in the holidays.");
    await expectNoAxeFindings(page, "words of both");
    await press(page, "Suggest this to Tomás Ó Briain");
    await card(page, "suggestion1-blend").waitFor();
    expect(await card(page, "suggestion1-blend").textContent()).toContain("Tomás Ó Briain decides:");
    await press(page, "Blend both: Meeting plan");
    await tabTo(page, "textbox", "Words of both");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Two days, four in the holidays.");
    await press(page, "We both want these words");
    await expect.poll(() => rust.stored("template.5.text")).toBe("Two days, four in the holidays.");
    expect(made(rust, "suggestion.blend").map((each) => each["both"])).toEqual([true, false, true]);
  });

  test("a_comment_is_added_by_either_and_a_suggestion_is_taken_back", async () => {
    const rust = agreementDesk("example", "open");
    const page = await visit(at("template.5"), rust.answer);
    await card(page, "suggestion1").waitFor();
    await press(page, "Comment on the suggestion: Meeting plan");
    await tabTo(page, "textbox", "Your comment");
    await page.keyboard.type("Good.");
    await press(page, "Add the comment");
    await card(page, "suggestion1").getByText("Good.").waitFor();
    await press(page, "Take it back (Tomás Ó Briain)");
    await page.getByText("The suggestion is taken back.").waitFor();
    expect(made(rust, "suggestion.comment")[0]).toMatchObject({ side: "mentee", text: "Good." });
  });

  test("what_changes_is_said_in_words_and_marks_and_not_by_colour_alone", async () => {
    const page = await visit(at("template.5"), agreementDesk("example", "open").answer);
    const redline = card(page, "suggestion1").locator(".redline");
    await redline.waitFor();
    expect(await redline.ariaSnapshot()).toContain("deletion: \"removed: three end of the change.\"");
    expect(await redline.ariaSnapshot()).toContain("insertion: \"added: two end of the change.\"");
    for (const forcedColors of ["none", "active"] as const) {
      await page.emulateMedia({ forcedColors });
      const lines = await redline.evaluate((box) => ["del", "ins"].map((tag) => getComputedStyle(box.querySelector(tag)!).textDecorationLine));
      expect(lines).toEqual(["line-through", "underline"]);
    }
    expect(await card(page, "suggestion1").locator(".changes li").allTextContents()).toEqual(["“three” becomes “two”", "“phone” becomes “video”"]);
  });

  test("the_list_before_signing_leads_to_each_suggestion", async () => {
    const page = await visit("/app/#/relationship/ex/agreement", agreementDesk("example", "open").answer);
    await page.getByRole("heading", { name: "3 suggestions wait for a decision" }).waitFor();
    await tabTo(page, "link", "Suggestion from Tomás Ó Briain: Meeting plan");
    await page.keyboard.press("Enter");
    await heading(page, "Meeting plan");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-suggestion"))).toBe("suggestion1");
    await page.goBack();
    await tabTo(page, "link", "Suggestion from Tomás Ó Briain: When we meet in person");
    await page.keyboard.press("Enter");
    await heading(page, "When we meet in person");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-suggestion"))).toBe("suggestion3");
  });

  test("the_document_shows_each_suggestion_in_its_place_and_decides_it_there", async () => {
    const rust = agreementDesk("example", "open");
    const page = await visit("/app/#/relationship/ex/agreement/document", rust.answer);
    await page.locator(".paper .talk").first().waitFor();
    expect(await page.locator(".paper [data-suggestion]").count()).toBe(3);
    await press(page, "Suggestion from Leila Benali: Relationship feedback");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-suggestion"))).toBe("suggestion2");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-place]")?.getAttribute("data-place"))).toBe("area.13");
    await press(page, "Accept the suggestion of Leila Benali: Relationship feedback");
    await expect.poll(() => rust.stored("area.13.rhythm")).toBe("quarterly");
  });
});

describe("what each expects (R45)", () => {
  test("each_writes_unseen_both_are_revealed_and_every_line_is_marked_by_keyboard", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("area.10"), rust.answer);
    await heading(page, "Expectations");
    await press(page, "I am Leila Benali, and I write mine");
    await expect.poll(() => focused(page)).toContain("textarea");
    await page.getByText("Tomás Ó Briain looks away.").waitFor();
    await expectNoAxeFindings(page, "one writes unseen");
    await press(page, "I have finished");
    await page.getByText("Nothing is written yet.").waitFor();
    await page.getByRole("textbox", { name: "What I expect (Leila Benali)" }).focus();
    await page.keyboard.type("Introductions to three people");
    await press(page, "I have finished");
    await page.getByText("Leila Benali has finished. It is hidden").waitFor();
    // From here on it stands nowhere in the window, and the other one is next.
    expect(await page.content()).not.toContain("Introductions to three people");
    await expect.poll(() => focused(page)).toBe("button I am Tomás Ó Briain, and I write mine");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "What I expect (Tomás Ó Briain)" }).waitFor();
    expect(await page.content()).not.toContain("Introductions to three people");
    await page.keyboard.type("No introductions before summer");
    await press(page, "I have finished");
    await expect.poll(() => focused(page)).toBe("button Reveal both");
    expect(await page.content()).not.toContain("before summer");
    await expectNoAxeFindings(page, "both have finished");
    await page.keyboard.press("Enter");
    await page.getByText("Introductions to three people").first().waitFor();
    await page.getByText("2 lines have no mark yet.").waitFor();
    await expect.poll(() => focused(page)).toContain("input");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => rust.expectations.lines[0]?.mark).toBe("different");
    await page.getByText("One line has no mark yet.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => rust.expectations.lines[1]?.mark).toBe("aligned");
    await page.getByText("Every line has been looked at.").waitFor();
    await expectNoAxeFindings(page, "revealed");
  });

  test("who_finished_too_early_begins_anew_after_being_told_that_it_is_lost", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("area.10"), rust.answer);
    await press(page, "I am Leila Benali, and I write mine");
    await expect.poll(() => focused(page)).toContain("textarea");
    await page.keyboard.type("Too early");
    await press(page, "I have finished");
    await press(page, "Begin anew: Leila Benali");
    await page.getByText("This forgets what Leila Benali wrote.").waitFor();
    await press(page, "Forget it and begin anew");
    await expect.poll(() => rust.unseen.mentee).toBe("");
    await expect.poll(() => focused(page)).toBe("button I am Leila Benali, and I write mine");
  });
});
