/** The end of a relationship: every page in every look, and what is done there by keyboard alone. */
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, focused, heading, useBrowser, visit } from "./browser";
import { type EndingDesk, endingDesk } from "./ending";
import { endingPlaces, expectGoodInEveryLook } from "./screens";

useBrowser();

const at = (page: string): string => `/app/#/relationship/r1${page}`;
const requests = (desk: EndingDesk, name: string): Record<string, unknown>[] => desk.asked.filter((each) => each.name === name).map((each) => each.request);

describe("every look", () => {
  test.each(endingPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });
});

describe("closing", () => {
  test("r123_r124_r127_each_answers_and_what_is_typed_is_kept", async () => {
    const desk = endingDesk("open");
    const page = await visit(at("/closing"), desk.answer);
    await heading(page, "Closing conversation");
    await page.getByText("1 of 2 goals reached, 2 meetings").waitFor();
    const box = page.locator("[data-question='appreciation']").getByLabel("Tom Okafor");
    await box.fill("Your questions.");
    await box.press("Tab");
    await expect.poll(() => desk.closing.questions[1]?.answers.map((each) => each.text)).toEqual(["", "Your questions."]);
    await page.locator("[data-question='overall']").getByRole("group", { name: "Priya Shah" }).getByRole("radio", { name: "5" }).press("Space");
    await expect.poll(() => desk.closing.questions[3]?.answers[0]?.text).toBe("5");
    await page.getByRole("button", { name: /^Take the number away: All in all.*Priya Shah$/ }).press("Enter");
    await expect.poll(() => desk.closing.questions[3]?.answers[0]?.text).toBe("");
    expect(await focused(page)).toMatch(/^input/);
  });

  test("r125_staying_in_touch_wants_a_whole_interval_and_r126_a_way_becomes_a_task", async () => {
    const desk = endingDesk("open");
    const page = await visit(at("/closing"), desk.answer);
    await heading(page, "Closing conversation");
    await page.getByLabel("How often: every").fill("1");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.getByText("Choose weeks, months or years.").waitFor();
    await page.getByRole("radio", { name: "years" }).press("Space");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await expect.poll(() => requests(desk, "closing.stay_in_touch").at(-1)).toMatchObject({ every: { count: 1, unit: "years" }, remind: true });
    await page.getByRole("group", { name: "Tom Okafor" }).getByRole("checkbox", { name: "Recommend mentoring to somebody" }).press("Space");
    await expect.poll(() => desk.closing.culture[0]?.ticked).toEqual(["mentor"]);
    await page.getByRole("button", { name: "Make it a task: Take part again, as mentor, Priya Shah" }).press("Enter");
    await expect.poll(() => requests(desk, "task.add")).toEqual([{ relationship: "r1", what: "Take part again, as mentor", owner: "mentee" }]);
  });

  test("r127_it_is_closed_after_a_question_read_only_then_and_reopened_with_a_reason", async () => {
    const desk = endingDesk("open");
    const page = await visit(at("/closing"), desk.answer);
    await heading(page, "Closing conversation");
    const close = page.getByRole("button", { name: "Close this relationship…" });
    await close.press("Enter");
    await page.getByRole("dialog", { name: "Close the relationship of Priya Shah and Tom Okafor?" }).waitFor();
    await expectNoAxeFindings(page, "the question");
    await page.keyboard.press("Escape");
    expect(requests(desk, "closing.close")).toEqual([]);
    await close.press("Enter");
    await page.getByRole("button", { name: "Close it", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "Closed 21 Nov" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.locator("[data-question] textarea").count(), "nothing to change").toBe(0);
    await page.getByRole("button", { name: "Reopen" }).press("Enter");
    await page.getByText("Write in a few words why you reopen it.").waitFor();
    expect(requests(desk, "closing.reopen")).toEqual([]);
    await page.getByLabel("Why do you reopen it?").fill("A late question");
    await page.getByRole("button", { name: "Reopen" }).press("Enter");
    await close.waitFor();
    await page.getByText("A late question").waitFor();
    await expectNoAxeFindings(page, "open again");
  });

  test("r122_the_closing_record_is_saved_and_the_end_moved", async () => {
    const desk = endingDesk("open");
    const page = await visit(at("/closing"), desk.answer);
    await heading(page, "Closing conversation");
    await page.getByRole("region", { name: "Closing record" }).getByRole("button").last().press("Enter");
    await expect.poll(() => requests(desk, "save_paper")[0]).toMatchObject({ kind: "closing_record", relationship: "r1" });
    await page.getByRole("button", { name: "Move the end" }).press("Enter");
    const move = page.getByRole("button", { name: "Move the end" }).last();
    await move.press("Enter");
    await page.getByText("Choose whether the end is put off or brought forward.").waitFor();
    await page.getByRole("radio", { name: "Put the end off" }).press("Space");
    await move.press("Enter");
    await page.getByText("That day is not later than the present end.").waitFor();
    await page.getByRole("textbox", { name: "New end" }).fill("2027-03-18");
    await page.getByRole("textbox", { name: "New end" }).press("Tab");
    await move.press("Enter");
    await page.getByText("Your time together ends on Thursday 18 March 2027.").waitFor();
  });

  test("own_goals_go_into_a_new_relationship", async () => {
    const desk = endingDesk("closed");
    const page = await visit(at("/closing"), desk.answer);
    await page.getByLabel("Who will be your mentor?").fill("Ruth Kessler");
    await page.getByRole("button", { name: "Take my goals into a new relationship" }).press("Enter");
    await page.getByText("2 goals and 1 activity went along.").first().waitFor();
    await expect.poll(() => focused(page)).toContain("2 goals and 1 activity");
    expect(requests(desk, "relationship.take_goals")[0]).toMatchObject({ from: "r1", partner: { name: "Ruth Kessler" } });
    await page.getByRole("link", { name: "Open that relationship" }).waitFor();
  });
});

describe("ending without fault", () => {
  test("r97_it_shows_the_clause_asks_for_no_reason_and_ends_after_a_question", async () => {
    const desk = endingDesk("open");
    const page = await visit(at("/ending"), desk.answer);
    await heading(page, "Ending without fault");
    await page.getByText("Either of us may end this mentoring relationship at any time").waitFor();
    expect(await page.getByLabel(/reason/i).count(), "no reason is asked for").toBe(0);
    await page.getByRole("button", { name: "Copy the text" }).press("Enter");
    await expect.poll(() => String(requests(desk, "copy_text")[0]?.["text"])).toContain("Priya Shah and Tom Okafor ended");
    await page.getByRole("button", { name: "Open in my mail program" }).press("Enter");
    await page.getByRole("button", { name: "Open it", exact: true }).press("Enter");
    await expect.poll(() => requests(desk, "open_mail")[0]).toMatchObject({ to: "office@example.org" });
    await page.getByRole("button", { name: "End this relationship…" }).press("Enter");
    await expectNoAxeFindings(page, "the question");
    await page.getByRole("button", { name: "End it", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "Ended 21 Nov" }).waitFor();
    expect(requests(desk, "ending.end")).toEqual([{ relationship: "r1" }]);
    await page.getByRole("link", { name: "See what can be read, or reopen it" }).waitFor();
  });
});

describe("deleting", () => {
  test("b7_it_is_exported_first_and_deleted_only_when_the_name_is_typed", async () => {
    const desk = endingDesk("ended");
    const page = await visit(at("/delete"), desk.answer);
    await heading(page, "Delete from this computer");
    await page.getByText("1 private note").waitFor();
    await page.getByText("This happens on this computer only.").waitFor();
    await page.getByRole("button", { name: "Save all of it as a file" }).press("Enter");
    await page.getByText("Saved as Priya Shah and Tom Okafor.json in Documents.").first().waitFor();
    const remove = page.getByRole("button", { name: "Delete from this computer" });
    await remove.press("Enter");
    await page.getByRole("link", { name: "Type “Tom Okafor”." }).waitFor();
    expect(requests(desk, "deletion.delete")).toEqual([]);
    await page.getByLabel(/^Type “Tom Okafor”/).fill("Tom");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /This is not the name of this relationship/ }).waitFor();
    await expectNoAxeFindings(page, "a wrong name");
    await page.getByRole("radio", { name: "Remove them too" }).press("Space");
    await page.getByLabel(/^Type “Tom Okafor”/).fill("Tom Okafor");
    await page.keyboard.press("Enter");
    await heading(page, "Relationships");
    expect(requests(desk, "deletion.delete").at(-1)).toEqual({ relationship: "r1", name: "Tom Okafor", backups: "remove" });
    await page.getByText("was deleted from this computer").first().waitFor();
  });
});

describe("the overview", () => {
  test("r132_after_ten_days_there_are_three_choices_and_the_office_gets_a_letter", async () => {
    const desk = endingDesk("lapsed");
    const page = await visit(at(""), desk.answer);
    await page.getByRole("button", { name: "Tell the office" }).press("Enter");
    await page.getByText("Send the letter from your own mail program.").first().waitFor();
    await expect.poll(() => focused(page)).toContain("Send the letter");
    expect(requests(desk, "intake.choose")).toEqual([{ relationship: "r1", choice: "office" }]);
    expect(await page.getByLabel("Message").inputValue()).toContain("Priya Shah asked Tom Okafor");
    await expectNoAxeFindings(page, "the letter to the office");
  });

  test("r127_a_closed_relationship_wears_its_badge_and_the_ways_to_the_end_are_found", async () => {
    const desk = endingDesk("closed");
    const page = await visit(at(""), desk.answer);
    await page.getByRole("heading", { name: "Closed 20 Nov" }).waitFor();
    expect(await page.locator(".page").getByRole("textbox").count(), "nothing to change").toBe(0);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("without fault");
    await page.keyboard.press("Enter");
    await heading(page, "Ending without fault");
    const list = await visit("/app/#/relationships", desk.answer);
    await list.locator(".pill", { hasText: "Closed 20 Nov" }).waitFor();
  });
});
