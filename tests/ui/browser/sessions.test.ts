/** Sessions, by keyboard: what is planned, moved, cancelled and held. */
import { expect, test } from "vitest";
import { expectNoAxeFindings, heading, useBrowser, visit } from "./browser";
import { sessionsDesk } from "./sessions";

useBrowser();

const address = "/app/#/relationship/ex/sessions";

test("r92_each_session_tells_both_clocks", async () => {
  const page = await visit(address, sessionsDesk().answer);
  await heading(page, "Sessions");
  const last = page.locator("section[aria-labelledby='upcoming'] .session").last();
  await expect.poll(() => last.innerText()).toContain("Wednesday 2 December 2026");
  const clocks = await last.locator(".clocks").innerText();
  expect(clocks).toContain("Daniel Ferreira: 14:00");
  expect(clocks).toContain("Ruth Kessler: 09:00");
});

test("r20_r70_moving_shows_what_was_agreed_and_sends_who_asked", async () => {
  const desk = sessionsDesk();
  const page = await visit(address, desk.answer);
  await page.getByRole("button", { name: "Move: Thursday 18 June 2026", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move the session on Thursday 18 June 2026" });
  await expect.poll(() => dialog.innerText()).toContain("moved once already");
  expect(await dialog.innerText()).toContain("you find a new date");
  await expectNoAxeFindings(page, "moving");
  const day = dialog.getByRole("textbox", { name: "Day", exact: true });
  await day.fill("2026-06-19");
  await day.blur();
  await dialog.getByRole("radio", { name: "Ruth Kessler" }).check();
  await dialog.getByRole("button", { name: "Move it" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.move")?.request).toMatchObject({ session: "session3", on: "2026-06-19", askedBy: "mentor", side: "mentee" });
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await expect.poll(() => page.locator(".toasts").innerText()).toContain("Moved to Friday 19 June 2026");
});

test("what_took_place_is_said_with_its_real_length", async () => {
  const desk = sessionsDesk();
  const page = await visit(address, desk.answer);
  await page.getByRole("button", { name: "It was held: Wednesday 6 May 2026" }).press("Enter");
  const minutes = page.getByRole("textbox", { name: "How long was it really?" });
  await minutes.fill("75");
  await minutes.press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "session.hold")?.request).toMatchObject({ session: "session2", minutes: 75 });
});

test("r143_a_series_is_seen_on_both_clocks_before_it_is_booked", async () => {
  const desk = sessionsDesk("empty");
  const page = await visit(address, desk.answer);
  await page.getByRole("button", { name: "Plan a series" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Plan a series" });
  const day = dialog.getByRole("textbox", { name: "Day of the first session" });
  await day.fill("2027-01-13");
  await day.blur();
  await dialog.getByRole("textbox", { name: "Time", exact: true }).fill("2pm");
  await expect.poll(() => dialog.locator(".session-dates > li").count()).toBe(3);
  await expectNoAxeFindings(page, "planning a series");
  await dialog.getByRole("button", { name: "Put them into both diaries" }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "series.book")?.request).toMatchObject({ from: "2027-01-13", at: "14:00", state: "confirmed" });
});

test("r142_the_other_person_chooses_one_of_the_proposed_times", async () => {
  const desk = sessionsDesk();
  const page = await visit(address, desk.answer);
  await page.getByRole("button", { name: /^Choose: Wednesday 5 August 2026/ }).press("Enter");
  await expect.poll(() => desk.asked.find((each) => each.name === "slot.choose")?.request).toMatchObject({ proposal: "proposal1", slot: 2 });
  await expect.poll(() => page.getByRole("heading", { name: "Times to choose from" }).count()).toBe(0);
});

test("r158_four_in_a_row_lead_to_a_talk_another_rhythm_and_an_ending_without_fault", async () => {
  const page = await visit("/app/#/relationship/ex/sessions", sessionsDesk("lost").answer);
  const notice = page.locator(".notice", { hasText: "4 sessions in a row did not take place" });
  await notice.getByRole("button", { name: "Propose times to talk" }).waitFor();
  await notice.getByRole("link", { name: "Write a plain message" }).waitFor();
  await notice.getByRole("button", { name: "Choose another rhythm" }).waitFor();
  await notice.getByRole("link", { name: "End without fault" }).press("Enter");
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#/relationship/ex/ending");
});
