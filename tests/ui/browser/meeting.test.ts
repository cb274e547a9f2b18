/** One session before, during and after, and the tasks: by keyboard. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, useBrowser, visit } from "./browser";
import { meetingDesk } from "./meeting";
import { expectGoodInEveryLook, meetingPlaces } from "./screens";

useBrowser();

const address = "/app/#/relationship/ex/session/s";

/** Chooses a tab with the arrow keys from the first one. */
async function tab(page: Page, times: number): Promise<void> {
  await page.getByRole("tab", { name: "Before" }).focus();
  for (let at = 0; at < times; at += 1) await page.keyboard.press("ArrowRight");
}

describe("every look", () => {
  test.each(meetingPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    const page = await visit(place.address, place.answer());
    await expectGoodInEveryLook(page, place);
  });
});

test("r36_both_versions_of_the_wish_stand_on_top", async () => {
  const page = await visit(address, meetingDesk().answer);
  const wish = page.locator("section[aria-labelledby='wish']");
  await expect.poll(() => wish.innerText()).toContain("decide what to drop");
  expect(await wish.innerText()).toContain("decide who takes over the dashboard");
});

test("r145_points_are_added_and_the_agenda_is_sent_by_keyboard", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await page.getByRole("textbox", { name: "Add a point" }).fill("Budget round");
  await page.keyboard.press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.agenda.add")?.request).toMatchObject({ text: "Budget round" });
  await expect.poll(() => page.locator("section[aria-labelledby='agenda']").innerText()).toContain("Budget round");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("point");
  await page.getByRole("button", { name: "Mark as sent, and write the message" }).press("Enter");
  await expect.poll(() => page.locator(".message").count()).toBe(1);
  await expectNoAxeFindings(page, "an agenda that is sent");
});

test("r148_a_line_becomes_an_action_and_the_private_note_is_kept_on_leaving_it", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await tab(page, 1);
  await page.getByRole("textbox", { name: "Add a line" }).fill("Ask the board");
  await page.keyboard.press("Enter");
  const make = page.getByRole("button", { name: "Make it an action: Ask the board" });
  await make.press("Enter");
  await page.getByRole("radio", { name: "Ruth Kessler" }).check();
  await expectNoAxeFindings(page, "marking an action");
  await page.getByRole("button", { name: "Mark as action" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.note.action")?.request).toMatchObject({ owner: "mentor" });
  const own = page.locator(".private textarea");
  await own.fill("Only for me, again");
  await own.blur();
  await expect.poll(() => desk.page.privateNote).toBe("Only for me, again");
});

test("what_happened_to_a_point_is_said_with_a_radio_button", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await tab(page, 1);
  const point = page.getByRole("group", { name: "What happened to “Steering group”?" });
  await point.getByRole("radio", { name: "Not reached" }).check();
  await expect.poll(() => desk.asked.find((each) => each.name === "session.agenda.outcome")?.request).toMatchObject({ outcome: "not_reached" });
});

test("r49_answers_are_written_alone_and_sent_and_the_summary_follows", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await tab(page, 2);
  await page.getByRole("button", { name: "Answer as Priya Raman" }).press("Enter");
  await page.getByRole("textbox", { name: "What do you take away from this session?" }).fill("Drop it");
  await expectNoAxeFindings(page, "answering");
  await page.getByRole("button", { name: "Send my answers" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.feedback.send")?.request).toMatchObject({ side: "mentee", takeAway: "Drop it" });
  await page.getByRole("button", { name: "I see it differently: Name the number first" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "feedback.counter")?.request).toMatchObject({ kind: "differently" });
  await page.getByRole("button", { name: "Mark as sent", exact: true }).press("Enter");
  await expect.poll(() => desk.asked.some((each) => each.name === "session.summary.sent")).toBe(true);
});

test("r49_both_answers_are_shown_together", async () => {
  const page = await visit(address, meetingDesk("after").answer);
  await tab(page, 2);
  const feedback = page.locator("section[aria-labelledby='feedback']");
  await expect.poll(() => feedback.innerText()).toContain("Drop the dashboard");
  expect(await feedback.innerText()).toContain("Asking first");
});

test("r22_a_short_date_is_told_and_the_better_one_is_taken", async () => {
  const desk = meetingDesk();
  const page = await visit("/app/#/relationship/ex/tasks", desk.answer);
  await page.getByRole("button", { name: "Add a task" }).press("Enter");
  await page.getByRole("textbox", { name: "What is to be done?" }).fill("Read the report");
  const due = page.getByRole("textbox", { name: /By when/ });
  await due.fill("2026-06-18");
  await due.blur();
  const take = page.getByRole("button", { name: /^Take / });
  await take.waitFor();
  await expectNoAxeFindings(page, "a short date");
  await take.press("Enter");
  await page.getByRole("button", { name: "Add the task" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "task.add")?.request).toMatchObject({ what: "Read the report", due: desk.kept.try.warning?.proposed.date });
});

test("r23_a_date_that_cannot_be_kept_is_told_with_the_one_that_can", async () => {
  const desk = meetingDesk();
  const page = await visit("/app/#/relationship/ex/tasks", desk.answer);
  await page.getByRole("button", { name: "I can't make it: Send me the brief" }).press("Enter");
  const due = page.getByRole("textbox", { name: "The date you can keep" });
  await due.fill("2026-07-01");
  await due.blur();
  await page.getByRole("button", { name: "Put it off and write the message" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "task.cant_make_it")?.request).toMatchObject({ due: "2026-07-01" });
  await expect.poll(() => page.locator(".message").count()).toBe(1);
});

test("r22_a_short_date_is_told_while_an_action_is_marked", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await tab(page, 1);
  await page.getByRole("button", { name: "Make it an action: Mei is ready for more" }).press("Enter");
  // Typed, and not left: it is told all the same.
  await page.getByRole("textbox", { name: /By when/ }).fill("2026-06-18");
  await page.getByText(desk.kept.try.warning?.words ?? "").waitFor();
  await expectNoAxeFindings(page, "a short date of an action");
  await page.getByRole("button", { name: "Mark as action" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.note.action")?.request).toMatchObject({ due: "2026-06-18" });
});

test("r149_goals_and_open_activities_stand_beside_the_notes", async () => {
  const desk = meetingDesk();
  const page = await visit(address, desk.answer);
  await tab(page, 1);
  const beside = page.locator("section[aria-labelledby='beside-activities']");
  await expect.poll(() => beside.innerText()).toContain("Rehearse for goal 1");
  expect(await beside.innerText()).toContain("Not started, until Monday 11 May 2026, Priya Raman");
  await beside.getByRole("link", { name: "Rehearse for goal 1" }).press("Enter");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("/plan/goal/");
});

test("r151_a_request_for_help_is_answered_and_files_are_added_to_it", async () => {
  const desk = meetingDesk();
  const page = await visit("/app/#/relationship/ex/tasks", desk.answer);
  const help = page.locator("section[aria-labelledby='help']");
  await expect.poll(() => help.innerText()).toContain("https://priya.example/application");
  await help.getByRole("button", { name: "Add a file" }).waitFor();
  await expectNoAxeFindings(page, "a request for help");
  await help.getByRole("textbox", { name: "What do you answer?" }).fill("Lead with the forecast.");
  await page.keyboard.press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "help.answer")?.request).toMatchObject({ text: "Lead with the forecast." });
});

describe("r147_the_bell", () => {
  const next = (utc: string): object => ({ next: { relationship: "ex", session: "s", name: "Ruth Kessler", at: "15:20", utc } });

  test("it_rings_once_on_a_page_that_is_not_the_sessions", async () => {
    const desk = meetingDesk();
    let asked = 0;
    const soon = new Date(Date.now() + 1500).toISOString();
    const page = await visit("/app/#/", (name, request) => {
      if (name !== "session.bell") return desk.answer(name, request);
      asked += 1;
      return { output: asked === 1 ? next(soon) : { next: null }, changed: [] };
    });
    await page.locator(".toast").getByText("15:20: time for feedback with Ruth Kessler.").waitFor();
    await expectNoAxeFindings(page, "the bell");
    // It asks for the next one, and this one is over.
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(await page.locator(".toast").count()).toBe(1);
  });

  test("one_that_is_long_past_stays_silent", async () => {
    const desk = meetingDesk();
    let asked = 0;
    const past = new Date(Date.now() - 3_600_000).toISOString();
    const page = await visit("/app/#/", (name, request) => {
      if (name !== "session.bell") return desk.answer(name, request);
      asked += 1;
      return { output: asked === 1 ? next(past) : { next: null }, changed: [] };
    });
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(await page.locator(".toast").count()).toBe(0);
  });
});
