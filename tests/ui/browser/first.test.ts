/** The five stages, the first meeting and the supervisor: every page in every look, and what is done there by keyboard alone. */
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, focused, heading, useBrowser, visit } from "./browser";
import { firstDesk } from "./first";
import { expectGoodInEveryLook, firstPlaces } from "./screens";

useBrowser();

const at = (page: string): string => `/app/#/relationship/r1${page}`;

describe("every look", () => {
  test.each(firstPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });
});

describe("the journey", () => {
  test("r79_five_stages_stand_in_order_with_words_dates_and_links_and_none_is_a_lock", async () => {
    const page = await visit(at(""), firstDesk().answer);
    const stages = page.getByRole("region", { name: "The five stages" }).getByRole("listitem");
    await stages.first().waitFor();
    expect(await stages.evaluateAll((all) => all.map((each) => each.getAttribute("aria-current")))).toEqual([null, "step", null, null, null]);
    expect(await stages.getByRole("link").evaluateAll((all) => all.map((each) => each.getAttribute("href")))).toEqual([
      "#/relationship/r1/first", "#/relationship/r1/plan", "#/relationship/r1/checkups/ninety-days", "#/relationship/r1/checkups/mid-point", "#/relationship/r1/closing",
    ]);
    const told = await stages.allInnerTexts();
    expect(told[0]).toContain("Done");
    expect(told[1]).toContain("Under way");
    expect(told[1]).toContain("Sunday 20 December 2026");
    expect(told[3]).toContain("Skipped on purpose");
    // A date stands there once.
    expect((await page.locator(".page").innerText()).split("Thursday 18 March 2027").length - 1).toBe(1);
  });

  test("r79_a_stage_is_skipped_on_purpose_and_taken_up_again_by_keyboard", async () => {
    const desk = firstDesk();
    const page = await visit(at(""), desk.answer);
    await page.getByRole("button", { name: "Skip on purpose: First 30 days" }).press("Enter");
    await expect.poll(() => desk.journey.stages[1]?.state).toBe("skipped");
    await page.getByRole("button", { name: "Take up again: First 30 days" }).press("Enter");
    await expect.poll(() => desk.journey.stages[1]?.state).toBe("not_started");
    await page.locator("[data-stage='first_meeting'] a").press("Enter");
    await heading(page, "First meeting");
  });
});

describe("ways there", () => {
  test("both_pages_are_found_in_the_palette_and_the_overview_leads_to_the_supervisor", async () => {
    const page = await visit(at(""), firstDesk().answer);
    await page.getByRole("link", { name: "Who else should know" }).press("Enter");
    await heading(page, "Who else should know");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("first meet");
    await page.getByRole("option", { name: "First meeting" }).waitFor();
    await page.keyboard.press("Enter");
    await heading(page, "First meeting");
  });
});

describe("the first meeting", () => {
  test("r81_r82_lines_of_both_are_kept_with_enter_and_by_leaving_and_overlaps_are_said_in_words", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/first"), desk.answer);
    await page.getByLabel("What we may have in common: Priya Shah").fill("Ran a food bank");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Remove: Ran a food bank" }).waitFor();
    expect(await focused(page), "the next line can follow at once").toBe("input common-mentee");
    await page.getByLabel("What we may have in common: Tom Okafor").fill("Helped at the food bank in Leith");
    await page.keyboard.press("Tab");
    await page.getByText("In common with Tom Okafor: “Helped at the food bank in Leith”").waitFor();
    await page.getByText("In common with Priya Shah: “Ran a food bank”").waitFor();
    await page.getByText("“Ran a food bank” and “Helped at the food bank in Leith”").waitFor();
    expect(desk.first.lines.map(({ side, kind }) => [side, kind])).toEqual([["mentee", "common"], ["mentor", "common"]]);
    expect(desk.asked.filter(({ name }) => name === "first.add")).toHaveLength(2);
    await page.getByRole("button", { name: "Remove: Ran a food bank" }).press("Enter");
    await expect.poll(() => desk.first.lines.length).toBe(1);
    await expectNoAxeFindings(page, "the worksheet");
  });

  test("r133_r134_the_checklist_counts_what_is_done", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/first"), desk.answer);
    const count = page.locator("[data-checklist]");
    await count.getByText("0 of 3").waitFor();
    await page.getByRole("checkbox", { name: "A CV or profile is shared" }).press("Space");
    await count.getByText("1 of 3").waitFor();
    await page.getByLabel("What Priya Shah wants from the first meeting").fill("A beginning");
    await page.keyboard.press("Enter");
    await expect.poll(() => desk.first.lines.map(({ kind }) => kind)).toEqual(["wish"]);
  });

  test("r134_a_file_is_added_shared_only_when_ticked_saved_and_removed_for_good_by_keyboard", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/first"), desk.answer);
    await page.getByRole("button", { name: "Add a CV or profile" }).press("Enter");
    await page.getByText("PDF, 84 kB. Added by Priya Shah on Thursday 19 November 2026.").waitFor();
    expect(desk.asked.find(({ name }) => name === "choose_attachment")?.request).toEqual({ relationship: "r1", kind: "profile" });
    const tick = page.getByRole("checkbox", { name: "Share “CV Priya Shah.pdf” with Tom Okafor" });
    expect(await tick.isChecked(), "nothing goes over by itself").toBe(false);
    await tick.press("Space");
    await page.locator("[data-checklist]").getByText("1 of 3").waitFor();
    expect(await page.getByRole("checkbox", { name: "A CV or profile is shared" }).count(), "the file ticks its line").toBe(0);
    await page.getByRole("button", { name: "Save a copy: CV Priya Shah.pdf" }).press("Enter");
    await page.getByText("Saved: CV Priya Shah.pdf", { exact: false }).waitFor();
    await expectNoAxeFindings(page, "a file");
    await page.getByRole("button", { name: "Remove: CV Priya Shah.pdf" }).press("Enter");
    await page.getByText("Undo does not bring it back.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Remove for good" }).press("Enter");
    await expect.poll(() => desk.files.attachments.length).toBe(0);
    await page.getByRole("checkbox", { name: "A CV or profile is shared" }).waitFor();
  });

  test("r133_a_file_that_is_too_large_is_refused_in_words", async () => {
    const page = await visit(at("/first"), firstDesk({ empty: true }).answer);
    await page.getByRole("button", { name: "Add a plan as a file" }).press("Enter");
    await page.getByRole("alert").getByText("This file is larger than 10 MB. Nothing was added").waitFor();
  });

  test("r80_r135_a_block_keeps_its_minutes_and_can_be_skipped_on_purpose_and_taken_up_again", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/first"), desk.answer);
    const block = page.locator("[data-block='acquainted']");
    await block.getByLabel("Minutes used").fill("20");
    await block.getByRole("button", { name: "Done: Get acquainted" }).press("Enter");
    await block.getByText("Done: 20 of 60 min used for this block").waitFor();
    await page.getByText("20 of 60 minutes used so far.").waitFor();
    const goals = page.locator("[data-block='goals']");
    await goals.getByRole("button", { name: /^Skip on purpose/ }).press("Enter");
    await goals.getByText("Skipped on purpose", { exact: true }).waitFor();
    await goals.getByRole("button", { name: /^Take it up again/ }).press("Enter");
    await goals.getByText("Not started: 15 of 60 min are reserved for it").waitFor();
  });

  test("r87_ways_to_help_are_ticked_and_serve_a_goal_and_r88_the_goals_are_one_press_away", async () => {
    const desk = firstDesk();
    const page = await visit(at("/first"), desk.answer);
    await page.getByRole("checkbox", { name: "New ideas" }).press("Space");
    await expect.poll(() => desk.first.help.find(({ way }) => way === "ideas")?.wanted).toBe(true);
    await page.getByRole("button", { name: "Which goal: Confidence" }).press("Enter");
    const goal = desk.plan.goals[1];
    await page.locator("[data-way='confidence']").getByRole("radio", { name: goal?.title ?? "" }).press("Space");
    await expect.poll(() => desk.first.help.find(({ way }) => way === "confidence")?.goal).toBe(goal?.id);
    await page.locator("[data-way='confidence']").getByRole("radio", { name: "None in particular" }).press("Space");
    await expect.poll(() => desk.first.help.find(({ way }) => way === "confidence")?.goal).toBe(null);
    await page.getByLabel("Another way").fill("Practice for the board");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "Practice for the board" }).waitFor();
    await page.getByRole("button", { name: "Take it up again: The top three goals" }).press("Enter");
    expect(await page.getByRole("link", { name: "Put the goals in order" }).getAttribute("href")).toBe("#/relationship/r1/plan");
    await expectNoAxeFindings(page, "ways to help");
  });

  test("r86_the_three_lists_are_told_of_and_one_press_away", async () => {
    const page = await visit(at("/first"), firstDesk().answer);
    const lists = page.getByRole("region", { name: "Strengths, weaknesses and style" });
    await lists.getByText("written").waitFor();
    expect(await lists.getByRole("link", { name: "Open the three lists" }).getAttribute("href")).toBe("#/relationship/r1/plan/journal");
  });

  test("r139_the_next_session_is_proposed_as_milestones_for_the_whole_hour", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/first"), desk.answer);
    await page.getByRole("button", { name: "Propose the session" }).press("Enter");
    await page.getByText("Milestones, Friday 18 December 2026, 14:00, 60 minutes. Proposed.").waitFor();
    expect(desk.asked.filter(({ name }) => name === "first.propose_second").map(({ request }) => request)).toEqual([{ relationship: "r1" }]);
  });
});

describe("the supervisor", () => {
  test("r93_r94_calendar_files_for_them_and_for_the_own_calendar_are_saved_by_keyboard", async () => {
    const desk = firstDesk();
    const page = await visit(at("/supervisor"), desk.answer);
    await page.getByRole("button", { name: "Save a calendar file for them" }).press("Enter");
    await page.getByText("Programme events for the supervisor - Priya and Tom.ics", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Save one for your own calendar" }).press("Enter");
    await expect.poll(() => desk.asked.filter(({ name }) => name === "save_text").map(({ request }) => request.name)).toEqual(["Programme events for the supervisor - Priya and Tom.ics", "Programme events - Priya and Tom.ics"]);
  });

  test("r93_r94_c24_nothing_is_made_before_the_mentee_says_so_then_events_and_date_are_chosen_by_keyboard", async () => {
    const desk = firstDesk({ empty: true });
    const page = await visit(at("/supervisor"), desk.answer);
    await heading(page, "Who else should know");
    const agreed = page.getByRole("checkbox", { name: "A supervisor may be told" });
    await agreed.waitFor();
    expect(await page.getByRole("heading", { name: "Supervisor brief" }).count()).toBe(0);
    await agreed.press("Space");
    await page.getByRole("heading", { name: "Supervisor brief" }).waitFor();
    await page.getByText("That you take part, and nothing more").waitFor();
    await page.getByRole("checkbox", { name: "Spring day, Tuesday 20 April 2027" }).press("Space");
    await expect.poll(() => desk.supervisor.events.map(({ shared }) => shared)).toEqual([true, false]);
    await page.getByLabel("Name", { exact: false }).first().fill("Jo Bell");
    await page.keyboard.press("Tab");
    await expect.poll(() => desk.supervisor.name).toBe("Jo Bell");
    await page.getByLabel("When you talk to them").first().fill("2026-12-04");
    await page.keyboard.press("Tab");
    await expect.poll(() => desk.supervisor.briefOn?.date).toBe("2026-12-04");
    await page.getByRole("button", { name: "I have told them" }).press("Enter");
    await page.getByText("You told them on Saturday 21 November 2026.").waitFor();
    await page.getByRole("button", { name: "Save as PDF" }).press("Enter");
    await expect.poll(() => desk.asked.find(({ name }) => name === "save_paper")?.request).toMatchObject({ kind: "supervisor_brief", relationship: "r1", paper: "a4" });
    await expectNoAxeFindings(page, "the supervisor");
  });

  test("c24_the_mentor_reads_that_it_is_the_mentees_to_say", async () => {
    const page = await visit(at("/supervisor"), firstDesk({ empty: true, mentor: true }).answer);
    await page.getByText("Whether a supervisor is told is Priya Shah’s to say.").waitFor();
    expect(await page.getByRole("checkbox", { name: "A supervisor may be told" }).count()).toBe(0);
  });
});
