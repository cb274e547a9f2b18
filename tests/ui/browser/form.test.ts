/** The form around its questions: sentences, headings, who may hear what, and the way to what is missing. */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { agreementDesk } from "./agreement";
import { expectNoAxeFindings, expectReflow, expectTargets, shoot, useBrowser, visit } from "./browser";

useBrowser();

const at = (section: string): string => `/app/#/relationship/ex/agreement/${section}`;
const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

test("the_sentence_is_worded_in_place_and_a_changed_answer_asks_which_of_the_two_holds", async () => {
  const rust = agreementDesk();
  const page = await visit(at("template.5"), rust.answer);
  const sentence = page.getByRole("textbox", { name: "On paper your answers read" });
  await expect.poll(() => sentence.inputValue()).toContain("We meet every 6 weeks for 90 minutes.");
  await sentence.fill("Every sixth Wednesday, ninety minutes.");
  await page.keyboard.press("Tab");
  const section = () => rust.view.sections.find((each) => each.section === "template.5");
  await expect.poll(() => section()?.sentence?.own).toBe(true);
  await page.getByText("In your own words.").waitFor();
  // The answers say something else by now: nothing is overwritten, and the two are asked.
  const own = section()?.sentence;
  if (own == null) throw new Error("the sentence is gone");
  Object.assign(own, { generated: "We meet every month for 60 minutes.", differs: true });
  await page.goto("about:blank");
  const again = await visit(at("template.5"), rust.answer);
  await again.getByText("Your answers have changed since you worded this.").waitFor();
  await again.getByText("We meet every month for 60 minutes.").waitFor();
  expect(await again.getByRole("textbox", { name: "On paper your answers read" }).inputValue()).toBe("Every sixth Wednesday, ninety minutes.");
  await expectNoAxeFindings(again, "two sentences");
  await again.getByRole("button", { name: "Keep my words" }).press("Enter");
  await expect.poll(() => section()?.sentence).toMatchObject({ own: true, differs: false, text: "Every sixth Wednesday, ninety minutes." });
  await again.getByRole("button", { name: "Let it follow the answers again" }).press("Enter");
  await expect.poll(() => section()?.sentence?.own).toBe(false);
  await expect.poll(() => again.getByRole("textbox", { name: "On paper your answers read" }).inputValue()).toBe("We meet every month for 60 minutes.");
});

test("r53_an_area_is_renamed_moved_and_not_used_by_keyboard_alone", async () => {
  const rust = agreementDesk();
  const page = await visit(at("own"), rust.answer);
  await heading(page, "Headings of your own");
  await page.getByRole("button", { name: "Rename: Conclusion" }).press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("How we part");
  await page.keyboard.press("Enter");
  await expect.poll(() => rust.view.order.find((each) => each.key === "area.14")).toMatchObject({ title: "How we part", standard: "Conclusion" });
  await page.getByText("The form calls it: Conclusion").waitFor();
  await page.getByRole("button", { name: "Move up: How we part" }).press("Enter");
  await expect.poll(() => rust.view.order.findIndex((each) => each.key === "area.14")).toBe(12);
  await page.getByRole("button", { name: "Do not use: Limits" }).press("Enter");
  await expect.poll(() => rust.view.sections.find((each) => each.section === "area.7")?.standing).toBe("not_for_us");
  await page.getByRole("button", { name: "Use it again: Limits" }).press("Enter");
  await expect.poll(() => rust.view.sections.find((each) => each.section === "area.7")?.standing).toBe("open");
  await expectNoAxeFindings(page, "names and order");
  for (const width of [1180, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expectReflow(page, `names and order ${width}`);
    await expectTargets(page, `names and order ${width}`);
  }
});

test("r96_who_may_hear_what_is_a_table_of_ticks", async () => {
  const rust = agreementDesk();
  const page = await visit(at("clause.confidentiality"), rust.answer);
  const table = page.getByRole("table", { name: "Who may hear what" });
  await expect.poll(() => table.getByRole("checkbox").count()).toBe(9);
  const tick = table.getByRole("checkbox", { name: /^Your goals, A supervisor or manager:/ });
  expect(await tick.isChecked()).toBe(false);
  await tick.press("Space");
  await expect.poll(() => rust.stored("clause.confidentiality.share_goals_supervisor")).toBe(true);
});

test("r96_a_permission_is_written_down_and_withdrawn_with_its_day", async () => {
  const rust = agreementDesk();
  const page = await visit(at("clause.confidentiality"), rust.answer);
  await page.getByRole("button", { name: "Write down a permission" }).press("Enter");
  await page.getByRole("button", { name: "Write it down" }).press("Enter");
  await page.getByText("Write what is passed on. Nothing was changed.").waitFor();
  await page.getByLabel("What is passed on").fill("The forecast idea");
  await page.getByLabel("To whom").fill("Mei");
  await page.getByRole("radio", { name: "Asked for" }).check();
  await page.getByRole("button", { name: "Write it down" }).press("Enter");
  await expect.poll(() => rust.view.permissions.at(-1)?.steps.map((step) => step.state)).toEqual(["asked"]);
  await page.getByRole("button", { name: "Go on: The forecast idea" }).press("Enter");
  await page.getByRole("radio", { name: "Refused" }).check();
  await expectNoAxeFindings(page, "a permission");
  await page.getByRole("button", { name: "Write it down" }).press("Enter");
  await page.getByText("Leila Benali refused it.").waitFor();
  await page.getByRole("button", { name: "Remove: The forecast idea" }).press("Enter");
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Remove: The forecast idea" }).waitFor();
});

test("r39_an_answer_that_fits_better_is_taken_with_one_press", async () => {
  const rust = agreementDesk();
  const field = rust.view.sections.flatMap((section) => section.fields).find((each) => each.field === "area.5.silence_weeks");
  const answer = field?.answers[0];
  if (answer === undefined) throw new Error("the field is gone");
  Object.assign(answer, { value: 6, advice: "You meet every 6 weeks: this alarm would ring each time. 8?", fix: { value: 8, words: "8 weeks" } });
  const page = await visit(at("area.5"), rust.answer);
  await page.getByRole("button", { name: /^Use 8 weeks/ }).press("Enter");
  await expect.poll(() => rust.stored("area.5.silence_weeks")).toBe(8);
});

test("r30_the_rhythm_is_asked_under_timing_too_and_is_the_same_answer", async () => {
  const rust = agreementDesk();
  const page = await visit(at("area.2"), rust.answer);
  await page.getByText("Asked here too").waitFor();
  await page.getByRole("radio", { name: "Once a month, an hour" }).check();
  await expect.poll(() => rust.stored("template.5.cadence")).toBe("monthly_60");
});

test("r144_a_missing_answer_leads_to_its_question", async () => {
  const rust = agreementDesk();
  rust.view.missing = [{ code: "required", section: "template.5", title: "Meeting plan", field: "template.5.postpone", side: null, label: "If one of you has to postpone", why: "This is needed before you sign.", route: "/relationship/ex/agreement/template.5" }];
  const page = await visit("/app/#/relationship/ex/agreement", rust.answer);
  await page.getByRole("link", { name: "If one of you has to postpone (Meeting plan)" }).press("Enter");
  await heading(page, "Meeting plan");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field"))).toBe("template.5.postpone");
});

test("r61_each_role_stands_on_a_card_with_its_comment", async () => {
  const rust = agreementDesk();
  const page = await visit(at("template.1"), rust.answer);
  const card = page.getByRole("region", { name: "Role card of Tomás Ó Briain, mentor" });
  await card.getByLabel("The mentor's role", { exact: true }).waitFor();
  await card.getByRole("textbox", { name: "Comments on the mentor's role" }).fill("Please challenge my first answer.");
  await page.keyboard.press("Tab");
  await expect.poll(() => rust.stored("template.1.mentor_comments")).toBe("Please challenge my first answer.");
  await page.getByRole("region", { name: "Role card of Leila Benali, mentee" }).getByLabel("The mentee's role", { exact: true }).waitFor();
  await expectNoAxeFindings(page, "role cards");
  await shoot(page, "agreement-role-cards");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectReflow(page, "role cards 320");
});

test("r60_r65_a_goal_says_where_it_was_set_and_keeps_its_history", async () => {
  const rust = agreementDesk();
  const page = await visit(at("template.3"), rust.answer);
  await page.getByText(/^Set at the first meeting, /).first().waitFor();
  await shoot(page, "agreement-goals-set");
  const title = rust.view.goals[0]?.title ?? "";
  await page.getByRole("button", { name: `Edit: ${title}` }).press("Enter");
  await page.getByRole("radio", { name: "Between two meetings" }).check();
  await expect.poll(() => rust.view.goals[0]?.occasion).toBe("between");
  await page.getByLabel("On which day?", { exact: true }).fill("2026-11-14");
  await page.keyboard.press("Tab");
  await expect.poll(() => rust.view.goals[0]?.on?.date).toBe("2026-11-14");
  await shoot(page, "agreement-goal-form");
  await page.getByRole("button", { name: `History: ${title}` }).press("Enter");
  const dialog = page.getByRole("dialog", { name: `History of “${title}”` });
  await dialog.getByText("Run a project", { exact: true }).waitFor();
  await expectNoAxeFindings(page, "history of a goal");
  await shoot(page, "agreement-goal-history");
  await dialog.getByRole("button", { name: /^Put this wording back/ }).press("Enter");
  await expect.poll(() => rust.view.goals[0]?.title).toBe("Run a project");
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => rust.view.goals[0]?.title).toBe(title);
});

test("r27_each_of_the_two_says_by_keyboard_where_they_stand_with_a_goal_and_can_take_it_back", async () => {
  const rust = agreementDesk();
  const page = await visit(at("template.3"), rust.answer);
  const goal = () => rust.view.goals[0];
  const title = goal()?.title ?? "";
  const row = page.getByRole("listitem").filter({ has: page.getByText(title, { exact: true }) }).first();
  await row.getByText("Leila Benali has not said yet where this stands").waitFor();
  await page.getByRole("button", { name: `Edit: ${title}` }).press("Enter");
  const leila = page.getByRole("group", { name: "Where Leila Benali stands now" });
  const tomas = page.getByRole("group", { name: "Where Tomás Ó Briain stands now" });
  expect(await leila.getByRole("radio").count()).toBe(6);
  expect(await leila.getByRole("radio", { name: "Not yet", checked: true }).count()).toBe(1);
  // By arrow keys, each in their own set: one press is one answer.
  await leila.getByRole("radio", { name: "Not yet" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => goal()?.ratings).toEqual({ mentee: 1, mentor: null });
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => goal()?.ratings).toEqual({ mentee: 2, mentor: null });
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => goal()?.ratings).toEqual({ mentee: 2, mentor: 5 });
  await tomas.getByRole("radio", { name: "5, there", checked: true }).waitFor();
  await expectNoAxeFindings(page, "ratings");
  // The bar takes back the last one and no other.
  await page.getByRole("button", { name: `Undo rating where Tomás Ó Briain stands with “${title}”` }).click();
  await tomas.getByRole("radio", { name: "Not yet", checked: true }).waitFor();
  expect(goal()?.ratings).toEqual({ mentee: 2, mentor: null });
  await page.getByRole("button", { name: "Done", exact: true }).press("Enter");
  await row.getByText("Leila Benali stands at 2, first steps").waitFor();
  await row.getByText("Tomás Ó Briain has not said yet where this stands").waitFor();
  // "Not yet" takes it back.
  await page.getByRole("button", { name: `Edit: ${title}` }).press("Enter");
  await leila.getByRole("radio", { name: "Not yet" }).check();
  await expect.poll(() => goal()?.ratings).toEqual({ mentee: null, mentor: null });
  expect(rust.asked.filter((each) => each.name === "rating.set").at(-1)?.request).toMatchObject({ goal: goal()?.id, side: "mentee", value: null });
});

test("r27_a_rating_that_is_refused_says_why_and_stays_as_it_was", async () => {
  const rust = agreementDesk();
  const page = await visit(at("template.3"), rust.answer);
  await page.getByRole("button", { name: `Edit: ${rust.view.goals[0]?.title ?? ""}` }).press("Enter");
  const leila = page.getByRole("group", { name: "Where Leila Benali stands now" });
  await leila.getByRole("radio", { name: "3, on the way" }).waitFor();
  // Removed in another window since.
  const [gone] = rust.view.goals.splice(0, 1);
  await leila.getByRole("radio", { name: "3, on the way" }).click();
  await leila.getByText("This goal is not here any more.").waitFor();
  await leila.getByRole("radio", { name: "Not yet", checked: true }).waitFor();
  expect(gone?.ratings).toEqual({ mentee: null, mentor: null });
  await expectNoAxeFindings(page, "a refused rating");
});
