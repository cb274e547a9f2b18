/** Looking back: every page in every look, and what is done there by keyboard alone. */
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, heading, useBrowser, visit } from "./browser";
import { lookingDesk } from "./looking";
import { expectGoodInEveryLook, lookingPlaces } from "./screens";

useBrowser();

const at = (page: string): string => `/app/#/relationship/ex/checkups${page}`;

describe("every look", () => {
  test.each(lookingPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });
});

describe("the 90-day check-up", () => {
  test("r107_r108_r109_the_questions_are_answered_overruled_with_a_reason_completed_and_shared_by_keyboard", async () => {
    const desk = lookingDesk("before");
    const page = await visit(at("/ninety-days"), desk.answer);
    await heading(page, "90-day check-up");
    await page.getByRole("radio", { name: "Fairly" }).press("Space");
    await page.getByRole("radio", { name: "Rarely" }).press("Space");
    await page.getByRole("group", { name: "4. Are you satisfied" }).getByRole("radio", { name: "No" }).press("Space");
    await expect.poll(() => desk.checkup.own.unfavourable).toBeGreaterThanOrEqual(3);
    // The counting stands there line by line.
    await page.locator("[data-line='suitability']").getByText("unfavourable").waitFor();
    await page.getByRole("button", { name: /I see it differently: Have you met/ }).press("Enter");
    await page.getByRole("button", { name: "Save my view" }).press("Enter");
    await page.getByText("Say in a few words why you see it differently.").waitFor();
    await page.getByLabel("Why do you see it differently?").fill("We met at lunch.");
    await page.keyboard.press("Enter");
    await expect.poll(() => desk.checkup.own.lines[1]?.reason).toBe("We met at lunch.");
    await expectNoAxeFindings(page, "a reason");
    await page.getByRole("button", { name: "Complete my check-up" }).press("Enter");
    await page.getByRole("button", { name: /^Share with/ }).press("Enter");
    await page.getByRole("heading", { name: "What follows from both" }).waitFor();
    const kinds = await page.locator("[data-card]").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));
    expect(kinds, "A before B, and the talk beside it (C14, C15)").toEqual(["coordinator", "talk", "plan"]);
  });

  test("r111_obstacles_are_ticked_with_words_and_r112_the_letter_has_names_and_dates_only", async () => {
    const desk = lookingDesk("alone");
    const page = await visit(at("/ninety-days"), desk.answer);
    await page.getByRole("checkbox", { name: "6. The goals are not clear" }).press("Space");
    await page.getByLabel("Words to “The goals are not clear”").fill("Too many at once.");
    await page.getByRole("button", { name: "Save the obstacles" }).press("Enter");
    await expect.poll(() => desk.asked.some((each) => each.name === "checkup.obstacles" && JSON.stringify(each.request).includes("Too many at once."))).toBe(true);
    await page.getByRole("button", { name: "Letter to the programme" }).press("Enter");
    const letter = await page.locator(".letter").innerText();
    expect(letter).toContain("Ruth Kessler");
    expect(letter).not.toContain("Audit");
    await expectNoAxeFindings(page, "the letter");
  });

  test("r114_a_step_is_added_and_the_follow_up_noted", async () => {
    const desk = lookingDesk("together");
    const page = await visit(at("/obstacles"), desk.answer);
    await heading(page, "Meeting about obstacles");
    await page.getByText("Wednesday 15 July 2026").waitFor();
    await page.getByLabel("Step", { exact: true }).fill("Ask for two free Fridays");
    await page.keyboard.press("Enter");
    await page.getByText("Ask for two free Fridays").waitFor();
    await page.getByLabel("What became of it?").fill("Better.");
    await page.getByRole("button", { name: "We looked at it again" }).press("Enter");
    await page.getByText("You looked at it again on Wednesday 15 July 2026.").waitFor();
  });
});

describe("mid-point and revisit", () => {
  test("r117_the_signed_clause_stands_beside_the_answer_and_r116_trust_is_shared", async () => {
    const desk = lookingDesk("before");
    const page = await visit(at("/mid-point"), desk.answer);
    await heading(page, "Mid-point");
    const clause = page.locator("[data-clause='template.5']");
    await clause.getByText("We meet").first().waitFor();
    await clause.getByRole("radio", { name: "Not kept" }).press("Space");
    await clause.getByRole("link", { name: /^Change/ }).waitFor();
    await page.getByRole("button", { name: "Share my rating" }).press("Enter");
    await page.locator("section span", { hasText: "Shared. Both of you see it." }).waitFor();
    await page.locator("[data-question='set_out'] textarea").fill("To lead a project.");
    await page.locator("[data-question='set_out'] textarea").press("Tab");
    await expect.poll(() => desk.mid.questions[0]?.answers[0]?.text).toBe("To lead a project.");
    await expectNoAxeFindings(page, "mid-point");
  });

  test("r118_the_plan_with_its_paper_is_one_press_away_from_the_mid_point", async () => {
    const page = await visit(at("/mid-point"), lookingDesk("before").answer);
    await heading(page, "Mid-point");
    await page.getByRole("heading", { name: "Print the plan" }).waitFor();
    expect(await page.getByRole("link", { name: "Open the plan" }).getAttribute("href")).toBe("#/relationship/ex/plan");
  });

  test("r47_pages_are_kept_or_changed_one_after_the_other", async () => {
    const desk = lookingDesk("before");
    const page = await visit(at("/revisit"), desk.answer);
    await heading(page, "Looking at the agreement again");
    await page.getByRole("radio", { name: "It stays" }).press("Space");
    await page.getByText("1 stay, 0 change").first().waitFor();
    await page.getByRole("button", { name: "Next page" }).press("Enter");
    await page.getByText("Page 2 of").waitFor();
    await page.getByRole("radio", { name: "It changes" }).press("Space");
    await page.getByLabel("Other words for it").fill("Other words.");
    await page.getByRole("button", { name: "Suggest these words" }).press("Enter");
    await expect.poll(() => desk.asked.some((each) => each.name === "revisit.page" && each.request["words"] === "Other words.")).toBe(true);
    await page.getByRole("button", { name: "We have looked at it" }).press("Enter");
    await expect.poll(() => desk.asked.some((each) => each.name === "revisit.finish")).toBe(true);
  });
});

describe("for mentors", () => {
  test("r152_r154_r155_a_self_check_is_kept_and_removed_by_keyboard", async () => {
    const desk = lookingDesk("before", true);
    const page = await visit(at("/mentor"), desk.answer);
    await heading(page, "For you as mentor");
    await page.getByRole("checkbox", { name: "I talked most of the time" }).press("Space");
    await page.getByLabel("How much of the time did I talk?").fill("55");
    const slider = page.getByRole("slider", { name: "Slide to the share of the time you talked" });
    expect(await slider.inputValue(), "R155: one answer, in two ways").toBe("55");
    await slider.press("ArrowRight");
    await expect.poll(() => page.getByLabel("How much of the time did I talk?").inputValue()).toBe("60");
    await page.getByRole("button", { name: "Keep it" }).press("Enter");
    await expect.poll(() => desk.asked.find((each) => each.name === "self_check.save")?.request).toMatchObject({ pitfalls: [1], talkShare: 60 });
    await page.getByRole("button", { name: "Remove the self-check of Tuesday 9 June 2026" }).press("Enter");
    await expect.poll(() => desk.checks.checks.some((each) => each.id === "new")).toBe(false);
    await expectNoAxeFindings(page, "mentor");
  });
});
