/** The action plan and the journal: by keyboard alone, and in every look. */
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, heading, shoot, useBrowser, visit } from "./browser";
import { planDesk } from "./plan";
import { expectGoodInEveryLook, planPlaces } from "./screens";

useBrowser();

describe("every look", () => {
  test.each(planPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });
});

const front = (desk: ReturnType<typeof planDesk>): string[] => desk.plan.goals.filter((goal) => goal.rank !== null).map((goal) => goal.id);

describe("goals", () => {
  test("r88_r101_the_first_three_are_ordered_by_keys_and_by_buttons", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    const row = page.locator("ol.ordered > li").first();
    await row.getByRole("link").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => front(desk)).toEqual(["goal2", "goal1", "goal3"]);
    await page.getByRole("button", { name: "Move up: Stay calm when challenged in the steering group" }).press("Enter");
    await expect.poll(() => front(desk)).toEqual(["goal2", "goal3", "goal1"]);
  });

  test("r88_r101_the_first_three_are_ordered_by_pulling", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    const rows = page.locator("ol.ordered > li");
    const from = await rows.nth(0).locator(".grip").boundingBox();
    const to = await rows.nth(2).boundingBox();
    if (from === null || to === null) throw new Error("no rows");
    await page.mouse.move(from.x + 4, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(from.x + 4, to.y + to.height - 4, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => front(desk)).toEqual(["goal2", "goal3", "goal1"]);
  });

  test("r88_ranking_a_fourth_asks_which_one_gives_its_place_up", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    await page.getByRole("button", { name: "Put in front: Basics of budgeting" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Which goal gives its place up?" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "which goal");
    await shoot(page, "plan-which");
    await dialog.getByRole("radio", { name: "2 Be ready for a head-of-data post in three years" }).press("Space");
    await dialog.getByRole("button", { name: "Put it in its place" }).press("Enter");
    await expect.poll(() => front(desk)).toEqual(["goal1", "goal4", "goal3"]);
    await dialog.waitFor({ state: "detached" });
  });
});

describe("activities", () => {
  test("the_board_moves_an_activity_by_a_button_and_the_other_views_show_it", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    await page.getByRole("button", { name: "Write the one-page brief: move to Under way" }).press("Enter");
    await page.getByRole("region", { name: "Under way" }).getByRole("link", { name: "Write the one-page brief" }).waitFor();
    await page.getByRole("tab", { name: "Board" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("grid", { name: "Activities" }).waitFor();
    await expectNoAxeFindings(page, "table");
    await page.keyboard.press("ArrowRight");
    const picture = page.getByRole("img", { name: /^3 activities from Monday 30 March 2026 to Sunday 21 June 2026/ });
    await picture.waitFor();
    // R104: the picture's twin says the same in words.
    await page.getByRole("row", { name: /Lead the retention forecast 10 weeks Monday 13 April 2026 Sunday 21 June 2026/ }).waitFor();
    await expectNoAxeFindings(page, "timeline");
    await shoot(page, "plan-timeline");
    await page.keyboard.press("ArrowRight");
    await page.getByText("October planning round", { exact: true }).first().waitFor();
    await expectNoAxeFindings(page, "year");
  });

  test("the_board_moves_an_activity_by_pulling_and_by_keys", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    const column = (name: string) => page.getByRole("region", { name });
    const card = column("Ideas").locator("li", { hasText: "Write the one-page brief" });
    await card.locator(".grip").scrollIntoViewIfNeeded();
    const from = await card.locator(".grip").boundingBox();
    const to = await column("Done").boundingBox();
    if (from === null || to === null) throw new Error("no board");
    await page.mouse.move(from.x + 6, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 8 });
    await expect.poll(() => page.locator(".board > .over").count()).toBe(1);
    await shoot(page, "plan-pulled");
    // Escape puts it back.
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(() => page.locator(".board > .over").count()).toBe(0);
    expect(desk.asked.filter(({ name }) => name === "activity.change")).toEqual([]);
    await page.mouse.move(from.x + 6, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 8 });
    await page.mouse.up();
    await column("Done").getByRole("link", { name: "Write the one-page brief" }).waitFor();
    await expect.poll(() => desk.asked.findLast(({ name }) => name === "activity.change")?.request).toMatchObject({ state: "done" });
    // Alt with an arrow key moves it back by one column, and the focus goes with it.
    await column("Done").getByRole("link", { name: "Write the one-page brief" }).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await column("Under way").getByRole("link", { name: "Write the one-page brief" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Write the one-page brief");
    await page.keyboard.press("Alt+ArrowRight");
    await column("Done").getByRole("link", { name: "Write the one-page brief" }).waitFor();
  });

  test("the_history_of_an_activity_is_read_on_the_page_of_its_goal", async () => {
    const desk = planDesk();
    const entry = { edit: 7, title: "Write the brief", text: "By doing, 3 hours", author: "Daniel Ferreira", when: "Wednesday 25 March 2026, 10:00", current: false };
    const page = await visit("/app/#/relationship/ex/plan/goal/goal1", (name, request) => (name === "activity.history" ? { output: { entries: [{ ...entry, edit: 8, title: "Write the one-page brief", current: true }, entry] }, changed: [] } : desk.answer(name, request)));
    await heading(page, "Run one project across teams");
    await page.getByRole("button", { name: "History: Write the one-page brief" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("By doing, 3 hours").first().waitFor();
    await expectNoAxeFindings(page, "history of an activity");
    // It is there to be read: the only button closes it.
    expect(await dialog.getByRole("button").count()).toBe(1);
  });

  test("r102_an_activity_is_added_on_the_page_of_its_goal_by_keyboard_from_an_example", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan/goal/goal4", desk.answer);
    await heading(page, "Basics of budgeting");
    await page.getByRole("button", { name: "Add an activity" }).press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("title");
    await page.getByRole("radio", { name: "As a stretch" }).press("Space");
    await page.getByRole("button", { name: "Examples to start from" }).press("Enter");
    await page.getByRole("button", { name: "Start from: Take over a project that is stuck" }).press("Enter");
    await page.getByLabel("How long does it take?").fill("2");
    await page.getByRole("radio", { name: "Weeks" }).press("Space");
    await expectNoAxeFindings(page, "activity form");
    await shoot(page, "plan-activity");
    await page.getByRole("form", { name: "Add an activity" }).getByRole("button", { name: "Add", exact: true }).press("Enter");
    await expect.poll(() => desk.asked.findLast(({ name }) => name === "activity.add")).toMatchObject({ request: { goal: "goal4", title: "Take over a project that is stuck", kind: "stretch", effort: { count: 2, unit: "weeks" } } });
    await page.getByText("Take over a project that is stuck", { exact: true }).waitFor();
  });

  test("c33_going_through_the_plan_takes_the_mark_away", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan", desk.answer);
    await heading(page, "Plan");
    await page.getByText("In progress", { exact: true }).waitFor();
    await page.getByRole("button", { name: "We have gone through it" }).press("Enter");
    await page.getByText("Gone through together on Wednesday 25 March 2026").waitFor();
    await expect.poll(() => page.getByText("In progress", { exact: true }).count()).toBe(0);
    await page.getByText("Version 1, Wednesday 25 March 2026").waitFor();
  });
});

describe("journal", () => {
  test("r106_a_moment_is_written_and_shared_only_after_a_question", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan/journal", desk.answer);
    await heading(page, "Journal");
    await page.getByRole("textbox", { name: "What happened?" }).fill("The brief went out");
    await page.getByRole("button", { name: "Keep it" }).press("Enter");
    await page.getByRole("button", { name: "Share it: The brief went out" }).press("Enter");
    await page.getByRole("dialog", { name: "Share this moment?" }).waitFor();
    await expectNoAxeFindings(page, "share");
    expect(desk.journal.moments[0]?.shared).toBe(false);
    await page.getByRole("dialog").getByRole("button", { name: "Share it" }).press("Enter");
    await expect.poll(() => desk.journal.moments[0]?.shared).toBe(true);
  });

  test("r99_a_line_of_ones_own_becomes_a_goal_under_another_name", async () => {
    const desk = planDesk();
    const page = await visit("/app/#/relationship/ex/plan/journal", desk.answer);
    await heading(page, "Journal");
    await page.getByRole("textbox", { name: "Something you want to do differently" }).fill("I interrupt people");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Make a goal of it: I interrupt people" }).press("Enter");
    await page.getByRole("dialog").getByRole("textbox", { name: "What is the goal called?" }).fill("Let others finish");
    await expectNoAxeFindings(page, "promote");
    await page.keyboard.press("Enter");
    await page.getByText("Is the goal “Let others finish”").waitFor();
    expect(desk.asked.findLast(({ name }) => name === "behaviour.promote")?.request).toMatchObject({ title: "Let others finish" });
  });
});
