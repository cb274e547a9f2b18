/** The agreement's screens, with answers that the core really gave. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { agreementDesk } from "./agreement";
import { callOut, expectNoAxeFindings, shoot, useBrowser, visit } from "./browser";
import { agreementPlaces, expectGoodInEveryLook } from "./screens";

useBrowser();

const at = (section: string): string => `/app/#/relationship/ex/agreement/${section}`;
const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const focusedText = (page: Page): Promise<string> => page.evaluate(() => `${document.activeElement?.tagName ?? ""} ${document.activeElement?.textContent ?? ""}`);

describe("every screen of the agreement", () => {
  test.each(agreementPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });

  test("the_measure_of_the_paper_is_66_characters_at_most", async () => {
    const page = await visit("/app/#/relationship/ex/agreement/document", agreementDesk().answer);
    await page.locator(".paper").waitFor();
    const wide = await page.evaluate(() => [...document.querySelectorAll(".paper > p.body, .paper > .region > .text > p.body")].map((each) => each.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(each).fontSize)));
    expect(wide.length).toBeGreaterThan(5);
    // A character is about half as wide as it is high.
    expect(Math.max(...wide)).toBeLessThan(40);
  });
});

describe("guided", () => {
  test("all_sections_can_be_filled_and_walked_by_keyboard_alone", async () => {
    const rust = agreementDesk("blank");
    const page = await visit("/app/#/relationship/ex/agreement", rust.answer);
    await heading(page, "Agreement");
    await page.keyboard.press("Control+Enter");
    for (const [place, section] of rust.view.sections.entries()) {
      await heading(page, section.title);
      await expect.poll(() => focusedText(page), { message: section.section }).toBe(`H1 ${section.title}`);
      expect(await page.title()).toBe(`${section.title} – Agreement – Leila Benali and Tomás Ó Briain – Fairlead`);
      // "What you have decided" (or the clause) closes every section: Tab alone gets there.
      const last = `[id="${await page.locator("article textarea").last().getAttribute("id")}"]`;
      for (let step = 0; step < 200 && !(await page.evaluate((wanted) => document.activeElement?.matches(wanted), last)); step += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Control+A");
      await page.keyboard.type(`Decided in ${place}.`);
      // The standing, by arrow keys.
      await page.getByRole("radio", { name: "Still talking" }).focus();
      await page.keyboard.press("ArrowUp");
      await page.getByRole("radio", { name: "Agreed by both", checked: true }).waitFor();
      await page.keyboard.press("Control+Enter");
    }
    await heading(page, "Headings of your own");
    await page.keyboard.press("Control+Enter");
    await heading(page, "Document");
    await page.locator(".paper").waitFor();
    for (const [place, section] of rust.view.sections.entries()) {
      const texts = section.fields.filter((field) => field.kind === "long" && field.asked).flatMap((field) => field.answers.map((answer) => answer.value));
      expect(texts, section.section).toContain(`Decided in ${place}.`);
      expect(section.standing).toBe("agreed");
    }
    expect(rust.view.settled).toBe(23);
  });

  test("no_letter_is_lost_while_saves_are_on_their_way_and_the_caret_stays", async () => {
    const rust = agreementDesk("blank");
    const waiting: (() => void)[] = [];
    rust.slow = { name: "answer.set", wait: () => new Promise((done) => waiting.push(done)) };
    const page = await visit(at("template.5"), rust.answer);
    const place = page.getByLabel("Place", { exact: true });
    await place.click();
    let typed = "";
    for (const word of ["a ", "room ", "with ", "windows "]) {
      await page.keyboard.type(word);
      typed += word;
      // Each word's save is asked for before the next word, and answered only while that one is typed.
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      await page.keyboard.type("x");
      waiting.splice(0).forEach((done) => done());
      await page.keyboard.press("Backspace");
      expect(await place.inputValue()).toBe(typed);
    }
    // In the middle of the text: what the store says must not move the caret.
    for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("wide ");
    rust.slow = null;
    waiting.splice(0).forEach((done) => done());
    await expect.poll(() => rust.stored("template.5.place")).toBe("a room with wide windows");
    await page.getByText("Saved on this computer,").waitFor();
    await page.keyboard.type("and high ");
    await expect.poll(() => rust.stored("template.5.place")).toBe("a room with wide and high windows");
    // The space at the end is not in the store, and stays in the box.
    expect(await place.inputValue()).toBe("a room with wide and high windows ");
  });

  test("saving_waits_for_a_pause_and_leaving_does_not_wait", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    await page.getByLabel("Place", { exact: true }).fill("At the harbour");
    await page.keyboard.press("Tab");
    await expect.poll(() => rust.stored("template.5.place")).toBe("At the harbour");
    await page.getByLabel("Day and time", { exact: true }).fill("Wednesdays");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => rust.stored("template.5.when")).toBe("Wednesdays");
  });

  test("a_refused_answer_is_explained_at_its_field_and_keeps_its_text", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    rust.refuse = { code: "disk_full", message: "The disk is full. What was saved before is safe. Make room and try again.", field: null };
    const place = page.getByLabel("Place", { exact: true });
    await place.fill("At the harbour");
    await page.keyboard.press("Tab");
    await page.locator(".answer .error", { hasText: "The disk is full." }).waitFor();
    await expectNoAxeFindings(page, "refused");
    expect(await place.inputValue()).toBe("At the harbour");
    await page.keyboard.press("Control+Enter");
    await heading(page, rust.view.sections[5]?.title ?? "");
    rust.refuse = null;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => rust.stored("template.5.place")).toBe("At the harbour");
  });

  test("every_box_leaves_room_for_its_words_in_the_usual_window", async () => {
    for (const section of ["template.1", "template.2", "area.5", "area.7", "area.10"]) {
      const rust = agreementDesk("example");
      const page = await visit(at(section), rust.answer, { width: 1100, height: 760 });
      await page.locator("article textarea").first().waitFor();
      const narrow = await page.evaluate(() => [...document.querySelectorAll("article textarea")].filter((box) => box.checkVisibility() && box.clientWidth < 150).map((box) => `${box.clientWidth} px: ${box.getAttribute("aria-label") ?? box.id}`));
      expect(narrow, section).toEqual([]);
    }
  });

  test("each_of_the_two_answers_beside_the_other", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.6"), rust.answer);
    const calls = page.getByRole("group", { name: "An unplanned call is" }).first();
    await calls.getByRole("group", { name: "An unplanned call is: Leila Benali" }).getByRole("radio", { name: "fine if you ask first" }).check();
    await expect.poll(() => rust.stored("template.6.ad_hoc", "mentee")).toBe("ask_first");
    expect(rust.stored("template.6.ad_hoc", "mentor")).toBe(null);
    await page.getByRole("button", { name: "Take the answer back: An unplanned call is: Leila Benali" }).click();
    await expect.poll(() => rust.stored("template.6.ad_hoc", "mentee")).toBe(null);
    expect(await page.getByRole("radio", { name: "fine if you ask first", checked: true }).count()).toBe(0);
  });

  test("a_question_that_depends_on_an_answer_comes_and_goes_with_it", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    await page.getByRole("radio", { name: "We find a new date" }).check();
    const within = page.getByLabel("New date within", { exact: true });
    await within.waitFor();
    await page.getByRole("button", { name: "Use the suggestion: New date within" }).click();
    await expect.poll(() => rust.stored("template.5.postpone_days")).toBe(7);
    expect(await within.inputValue()).toBe("7");
    await within.fill("99");
    await page.keyboard.press("Tab");
    await page.getByText("Write a number from 1 to 60.").waitFor();
    expect(await within.inputValue()).toBe("99");
    expect(rust.stored("template.5.postpone_days")).toBe(7);
    await page.getByRole("radio", { name: "We leave it out" }).check();
    await within.waitFor({ state: "detached" });
  });

  test("a_suggestion_is_no_answer_until_it_is_taken", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    const use = page.getByRole("button", { name: "Use the suggestion: What you have decided" });
    await use.waitFor();
    expect(rust.stored("template.5.text")).toBe(null);
    await use.click();
    await expect.poll(() => String(rust.stored("template.5.text"))).toContain("The person who cancels");
    await use.waitFor({ state: "detached" });
    expect(await page.getByLabel("What you have decided", { exact: true }).inputValue()).toContain("The person who cancels");
  });

  test("editing_an_agreed_section_opens_it_again_with_undo", async () => {
    const rust = agreementDesk();
    const page = await visit(at("template.5"), rust.answer);
    await page.getByRole("radio", { name: "Agreed by both", checked: true }).waitFor();
    await page.getByLabel("Place", { exact: true }).fill("At sea");
    await page.getByText("so it is open again").waitFor();
    await page.getByRole("radio", { name: "Still talking", checked: true }).waitFor();
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("radio", { name: "Agreed by both", checked: true }).waitFor();
    await expect.poll(() => page.getByLabel("Place", { exact: true }).inputValue()).toContain("Video call");
  });

  test("undo_refreshes_the_form_but_not_a_field_that_is_being_typed", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    await page.getByLabel("Place", { exact: true }).fill("At the harbour");
    await page.getByRole("button", { name: "Undo changing “Place”" }).click();
    await expect.poll(() => page.getByLabel("Place", { exact: true }).inputValue()).toBe("");
    await page.getByRole("button", { name: "Redo changing “Place”" }).click();
    await expect.poll(() => page.getByLabel("Place", { exact: true }).inputValue()).toBe("At the harbour");
    // A slow save holds the letters of another field while an undo passes by.
    const waiting: (() => void)[] = [];
    rust.slow = { name: "answer.set", wait: () => new Promise((done) => waiting.push(done)) };
    await page.getByLabel("Day and time", { exact: true }).fill("Wednes");
    await page.getByLabel("Day and time", { exact: true }).press("End");
    await expect.poll(() => waiting.length).toBe(1);
    await page.keyboard.type("days");
    // What the shell calls out makes every page ask again, while the letters are only here.
    await callOut(page, "changed", ["agreement"]);
    rust.slow = null;
    waiting.forEach((done) => done());
    await expect.poll(() => rust.stored("template.5.when")).toBe("Wednesdays");
    expect(await page.getByLabel("Day and time", { exact: true }).inputValue()).toBe("Wednesdays");
  });

  test("a_standing_that_is_refused_stays_as_it_was_and_says_why", async () => {
    const rust = agreementDesk();
    const page = await visit(at("clause.no_fault"), rust.answer);
    const before = rust.view.sections.at(-1)?.standing;
    await page.getByRole("radio", { name: "Does not apply to us" }).click();
    await page.getByText("can be left out only when both of you sign that").waitFor();
    expect(await page.getByRole("radio", { name: "Does not apply to us", checked: true }).count()).toBe(0);
    expect(rust.view.sections.at(-1)?.standing).toBe(before);
    await expectNoAxeFindings(page, "refused standing");
  });

  test("lines_are_added_moved_and_removed_by_keyboard", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.2"), rust.answer);
    await page.getByLabel("Your purposes, line 1").focus();
    await page.keyboard.type("to speak up");
    await page.keyboard.press("Enter");
    await page.keyboard.type("to lead");
    await page.keyboard.press("Enter");
    await page.keyboard.type("to learn ");
    await expect.poll(() => rust.stored("template.2.purposes")).toEqual(["to speak up", "to lead", "to learn"]);
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => rust.stored("template.2.purposes")).toEqual(["to speak up", "to learn", "to lead"]);
    await page.getByText("moved to position 2 of 3").waitFor({ state: "attached" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => rust.stored("template.2.purposes")).toEqual(["to speak up", "to lead"]);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("to lead");
  });

  test("goals_are_added_ranked_moved_and_removed_with_a_way_back", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.3"), rust.answer);
    await page.getByRole("button", { name: "Add a goal for soon" }).click();
    await page.keyboard.type("Speak up in meetings");
    await expect.poll(() => rust.view.goals.map((goal) => goal.title)).toEqual(["Speak up in meetings"]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Three times a month");
    await page.getByRole("button", { name: "Done" }).click();
    await expect.poll(() => rust.view.goals[0]?.measure).toBe("Three times a month");
    await page.getByRole("button", { name: "Add a goal for soon" }).click();
    await page.keyboard.type("Know more people");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Edit: Know more people" }).click();
    await page.getByRole("radio", { name: "First", exact: true }).check();
    await expect.poll(() => rust.view.goals[1]?.rank).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByText("First goal").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Edit: Know more people");
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => rust.view.goals.map((goal) => goal.title)).toEqual(["Know more people", "Speak up in meetings"]);
    await page.locator("li:first-child").getByRole("button", { name: "Edit: Know more people" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "the focus goes along with the row").toBe("Edit: Know more people");
    await page.getByRole("button", { name: "Remove: Speak up in meetings" }).click();
    await page.getByText("Removed: Speak up in meetings").waitFor();
    expect(rust.view.goals).toHaveLength(1);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Edit: Speak up in meetings" }).waitFor();
    await expectNoAxeFindings(page, "goals");
  });

  test("a_measure_without_a_goal_is_kept_and_asks_for_its_name", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.3"), rust.answer);
    await page.getByRole("button", { name: "Add a goal for later" }).click();
    await page.getByLabel("How you will both see that it is reached").fill("A title on the door");
    await page.getByText("A goal needs a name before it can be kept.").first().waitFor();
    expect(rust.view.goals).toEqual([]);
    await page.getByLabel("Goal", { exact: true }).fill("Lead");
    await expect.poll(() => rust.view.goals.map(({ title, measure }) => [title, measure])).toEqual([["Lead", "A title on the door"]]);
  });

  test("milestones_have_a_name_and_a_date_in_words", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.4"), rust.answer);
    await page.getByRole("button", { name: "Add a milestone" }).click();
    await page.keyboard.type("Yearly review");
    await page.keyboard.press("Tab");
    await page.keyboard.type("26 Nov");
    await page.keyboard.press("Tab");
    await page.locator(".echo", { hasText: "Thursday 26 November 2026" }).waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Edit: Yearly review" }).waitFor();
    expect(rust.view.milestones.map(({ name, date }) => [name, date?.date])).toEqual([["Yearly review", "2026-11-26"]]);
    await page.getByLabel("It ends on", { exact: true }).fill("26 Nov");
    await page.keyboard.press("Tab");
    await expect.poll(() => rust.stored("template.4.ends_on")).toBe("2026-11-26");
  });

  test("headings_of_their_own_are_added_ordered_and_removed_r53", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("own"), rust.answer);
    await page.getByRole("button", { name: "Add a heading" }).click();
    await page.keyboard.type("Holidays");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Add a heading" }).press("Enter");
    await page.keyboard.type("Languages");
    await page.keyboard.press("Tab");
    await page.keyboard.type("English in writing, Irish over tea.");
    await page.getByRole("button", { name: "Done" }).press("Enter");
    await expect.poll(() => rust.view.headings.map(({ title, text }) => [title, text])).toEqual([["Holidays", ""], ["Languages", "English in writing, Irish over tea."]]);
    await page.getByRole("button", { name: "Edit: Languages" }).press("Enter");
    await page.getByRole("radio", { name: "Agreed by both" }).check();
    await expect.poll(() => rust.view.headings[1]?.standing).toBe("agreed");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Move up: Languages" }).press("Enter");
    await expect.poll(() => rust.view.order.slice(-2).map((each) => each.title)).toEqual(["Languages", "Holidays"]);
    await page.getByRole("button", { name: "Remove: Holidays" }).press("Enter");
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Edit: Holidays" }).waitFor();
    await expectNoAxeFindings(page, "own headings");
  });

  test("r53_each_heading_of_their_own_has_a_page_among_the_areas_by_keyboard_alone", async () => {
    const rust = agreementDesk();
    const own = rust.view.headings[0];
    if (own === undefined) throw new Error("the example has a heading of its own");
    // Between area 2 and area 3, as the two moved it.
    const row = rust.view.order.splice(rust.view.order.findIndex((each) => each.own), 1);
    rust.view.order.splice(2, 0, ...row);
    const titles = rust.view.order.map((each) => each.title);
    const page = await visit(at("area.2"), rust.answer);
    await heading(page, titles[1] ?? "");
    await page.keyboard.press("Control+Enter");
    await heading(page, own.title);
    await expect.poll(() => focusedText(page)).toBe(`H1 ${own.title}`);
    const list = page.getByRole("navigation", { name: "Sections" });
    expect(await list.locator("[aria-current=page]").innerText()).toContain(own.title);
    expect(await list.locator("[aria-current=page]").innerText()).toContain("Still talking");
    const text = page.getByLabel("What you have decided", { exact: true });
    await text.fill("Under the old oak, unless it rains.");
    await page.getByRole("radio", { name: "Still talking" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => [rust.view.headings[0]?.text, rust.view.headings[0]?.standing]).toEqual(["Under the old oak, unless it rains.", "agreed"]);
    await expect.poll(() => list.locator("[aria-current=page]").innerText()).toContain("Agreed");
    await page.keyboard.press("Control+Enter");
    await heading(page, titles[3] ?? "");
    await page.goBack();
    await heading(page, own.title);
    await page.getByRole("button", { name: "Remove this heading" }).press("Enter");
    await heading(page, "Headings of your own");
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: `Edit: ${own.title}` }).waitFor();
    await page.getByRole("group", { name: "Headings of your own" }).getByRole("link", { name: own.title }).press("Enter");
    await heading(page, own.title);
  });

  test("an_earlier_wording_is_put_back_from_the_history", async () => {
    const rust = agreementDesk();
    const page = await visit(at("template.5"), rust.answer);
    await page.getByRole("button", { name: "History: What you have decided" }).click();
    const dialog = page.getByRole("dialog", { name: "History of “What you have decided”" });
    await dialog.getByText("This is what stands there now").waitFor();
    await expectNoAxeFindings(page, "history");
    await shoot(page, "agreement-history");
    await dialog.getByRole("button", { name: "Put this wording back: Friday 20 November 2026, 18:02" }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => page.getByLabel("What you have decided", { exact: true }).inputValue()).toBe("We meet on the first Wednesday of the month.");
  });

  test("an_answer_that_was_emptied_keeps_its_history_within_reach_r60", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("template.5"), rust.answer);
    const open = page.getByRole("button", { name: "History: Place" });
    await page.getByLabel("Place", { exact: true }).waitFor();
    expect(await open.count()).toBe(0);
    await page.getByLabel("Place", { exact: true }).fill("At sea");
    await open.waitFor();
    await page.getByLabel("Place", { exact: true }).fill("");
    await expect.poll(() => rust.stored("template.5.place")).toBe(null);
    await open.click();
    await page.getByRole("dialog", { name: "History of “Place”" }).waitFor();
  });

  test("a_private_note_says_that_it_stays_and_is_kept_apart_b8", async () => {
    const rust = agreementDesk("blank");
    const page = await visit(at("area.7"), rust.answer);
    await page.getByRole("button", { name: "Private note" }).click();
    await page.getByText("Only you see this. It never leaves this computer.").waitFor();
    await page.getByLabel("Your private note").fill("Ask about the move");
    await page.keyboard.press("Tab");
    await expect.poll(() => rust.view.sections.find((each) => each.section === "area.7")?.privateNote).toBe("Ask about the move");
    expect(rust.asked.filter((each) => each.name === "answer.set")).toEqual([]);
    await page.getByRole("button", { name: "Private note (you have one)" }).waitFor();
  });

  test("a_section_that_is_not_there_is_told", async () => {
    const page = await visit(at("area.99"), agreementDesk().answer);
    await heading(page, "This section is not here");
    await expectNoAxeFindings(page, "gone");
  });
});

describe("document", () => {
  const paper = "/app/#/relationship/ex/agreement/document";

  test("every_section_of_the_paper_can_be_changed_where_it_stands_and_leads_to_its_guidance", async () => {
    const rust = agreementDesk();
    const page = await visit(paper, rust.answer);
    await page.locator(".paper").waitFor();
    const changes = await page.locator(".paper").getByRole("button", { name: /^Change: / }).evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    expect(changes.toSorted()).toEqual([...rust.view.sections, ...rust.view.headings].map((each) => `Change: ${each.title}`).toSorted());
    await page.getByRole("button", { name: "Change: No-fault ending" }).press("Enter");
    await page.getByRole("link", { name: "With guidance and examples: No-fault ending" }).click();
    await heading(page, "No-fault ending");
  });

  test("a_text_is_changed_in_place_by_keyboard_alone", async () => {
    const rust = agreementDesk();
    const page = await visit(paper, rust.answer);
    await page.getByRole("button", { name: "Change: Mentoring boundaries" }).press("Enter");
    const box = page.getByLabel("What you have decided", { exact: true });
    for (let step = 0; step < 60 && !(await box.evaluate((each) => each === document.activeElement)); step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("We stop at law and health.");
    await expectNoAxeFindings(page, "in place");
    await shoot(page, "document-in-place");
    await expect.poll(() => rust.stored("area.6.text")).toBe("We stop at law and health.");
    await page.keyboard.press("Escape");
    // The focus is back where it was, and the paper asks again.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Change: Mentoring boundaries");
    expect(rust.asked.filter((each) => each.name === "agreement.document").length).toBeGreaterThan(1);
  });

  test("a_press_on_a_text_puts_the_caret_where_it_was_pressed", async () => {
    const rust = agreementDesk();
    const page = await visit(paper, rust.answer);
    const text = String(rust.stored("area.6.text"));
    const words = text.split("\n")[0] ?? "";
    await page.locator(".paper .text p", { hasText: words }).first().click({ position: { x: 60, y: 12 } });
    const box = page.getByLabel("What you have decided", { exact: true });
    await expect.poll(() => box.evaluate((each) => each === document.activeElement)).toBe(true);
    const caret = await box.evaluate((each) => (each as HTMLTextAreaElement).selectionStart);
    expect(caret).toBeGreaterThan(0);
    expect(caret).toBeLessThan(words.length);
    await page.keyboard.type("XX");
    await expect.poll(() => rust.stored("area.6.text")).toBe(`${text.slice(0, caret)}XX${text.slice(caret)}`);
  });

  test("a_structured_answer_opens_its_control_in_place_and_reopens_an_agreed_section", async () => {
    const rust = agreementDesk();
    const page = await visit(paper, rust.answer);
    await page.getByRole("button", { name: "Change: Meeting plan" }).click();
    await page.getByRole("radio", { name: "We leave it out" }).check();
    await expect.poll(() => rust.stored("template.5.postpone")).toBe("skip");
    await page.getByText("so it is open again").waitFor();
    await page.getByRole("button", { name: "Done: Meeting plan" }).click();
    // Another one can be open, and only one at a time.
    await page.getByRole("button", { name: "Change: Goals" }).click();
    await page.getByRole("button", { name: "Add a goal for soon" }).click();
    await page.keyboard.type("Speak up");
    await expect.poll(() => rust.view.goals.some((goal) => goal.title === "Speak up")).toBe(true);
    await page.getByRole("button", { name: "Change: Timeframe" }).click();
    expect(await page.locator(".in-place").count()).toBe(1);
  });

  test("a_heading_of_their_own_is_changed_in_place_r53", async () => {
    const rust = agreementDesk();
    const own = rust.view.headings[0];
    const page = await visit(paper, rust.answer);
    await page.getByRole("button", { name: `Change: ${own?.title ?? ""}` }).press("Enter");
    await page.getByRole("textbox", { name: "What you have decided" }).fill("In the garden.");
    await expect.poll(() => rust.view.headings[0]?.text).toBe("In the garden.");
    expect(rust.view.headings[0]?.title).toBe(own?.title);
    // Its history is there, and an older text comes back into the box (R60).
    await page.getByRole("button", { name: `History: ${own?.title ?? ""}` }).press("Enter");
    await page.getByRole("button", { name: "Put this wording back: Friday 20 November 2026, 18:02" }).press("Enter");
    await expect.poll(() => page.getByRole("textbox", { name: "What you have decided" }).inputValue()).toBe("In the orchard.");
  });

  test("the_sheet_of_what_was_agreed_is_one_press_from_every_page_of_the_relationship_r60", async () => {
    const rust = agreementDesk();
    const page = await visit("/app/#/relationship/ex", rust.answer);
    for (const place of ["", "/agreement", "/agreement/template.5", "/agreement/own", "/agreement/document"]) {
      await page.evaluate((to) => { location.hash = to; }, `#/relationship/ex${place}`);
      await page.getByRole("link", { name: "What we agreed", exact: true }).click();
      await heading(page, "What we agreed");
    }
    await page.locator(".paper").getByText("Goals that come first").waitFor();
    await expectNoAxeFindings(page, "sheet");
    await shoot(page, "sheet");
    await page.keyboard.press("Control+Enter");
    await page.locator(".notice", { hasText: "Saved:" }).waitFor();
    expect(rust.asked.find((each) => each.name === "save_paper")?.request).toEqual({ kind: "sheet", relationship: "ex", paper: "a4" });
    await page.locator(".paper").getByRole("link", { name: "Open: Meeting plan" }).click();
    await heading(page, "Meeting plan");
    // And back, by keys.
    await page.keyboard.press("Alt+ArrowLeft");
    await heading(page, "What we agreed");
    await page.keyboard.press("Alt+ArrowRight");
    await heading(page, "Meeting plan");
  });

  test("every_answer_of_the_form_stands_on_the_paper", async () => {
    const rust = agreementDesk();
    const page = await visit("/app/#/relationship/ex/agreement/document", rust.answer);
    const plain = (text: string): string => text.replace(/^- /gm, "").replace(/\s+/g, "");
    await page.locator(".paper").waitFor();
    const paper = plain((await page.locator(".paper").textContent()) ?? "");
    for (const field of rust.view.sections.flatMap((section) => section.fields).filter((each) => each.asked && each.kind === "long")) {
      // What is off the table is printed without details where somebody wishes so (R42).
      if (field.field === "area.7.limits") continue;
      for (const answer of field.answers) if (typeof answer.value === "string") expect(paper, field.field).toContain(plain(answer.value));
    }
  });

  test("the_pdf_is_saved_in_the_chosen_size_then_opened_and_shown", async () => {
    const rust = agreementDesk();
    const page = await visit("/app/#/relationship/ex/agreement/document", rust.answer);
    await page.getByRole("radio", { name: "Letter" }).check();
    await expect.poll(() => rust.product.settings.paper).toBe("letter");
    await page.keyboard.press("Control+Enter");
    await page.locator(".notice", { hasText: "Saved: Mentoring agreement.pdf, in the folder Documents" }).waitFor();
    expect(rust.asked.find((each) => each.name === "save_paper")?.request).toEqual({ kind: "agreement", relationship: "ex", paper: "letter" });
    await expectNoAxeFindings(page, "saved");
    await shoot(page, "agreement-saved");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("button", { name: "Show in folder" }).click();
    await expect.poll(() => rust.asked.filter((each) => each.name.endsWith("_saved")).map((each) => [each.name, each.request["token"]])).toEqual([["open_saved", "saved-1"], ["show_saved", "saved-1"]]);
  });
});
