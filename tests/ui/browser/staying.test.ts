/** Staying in touch, by keyboard and with a screen reader's eyes. */
import { expect, test } from "vitest";
import { expectNoAxeFindings, heading, useBrowser, visit } from "./browser";
import { relationship } from "./product";
import { looks, wear } from "./screens";
import { setupDesk, type SetupDesk } from "./setup";

useBrowser();

const open = async (desk: SetupDesk) => {
  const page = await visit(`/app/#/relationship/${relationship().id}/contact`, desk.answer);
  await heading(page, "Contact plan");
  await page.getByRole("heading", { name: "Log a contact" }).waitFor();
  return page;
};
const asked = (desk: SetupDesk, name: string) => desk.asked.filter((each) => each.name === name).map((each) => each.request);

test("r18_a_contact_is_logged_with_two_presses", async () => {
  const desk = setupDesk();
  const page = await open(desk);
  await page.getByRole("radio", { name: "Tom did" }).press("Space");
  await page.getByRole("button", { name: "Log it: Phone", exact: true }).press("Enter");
  await expect.poll(() => desk.staying.contacts.length).toBe(3);
  expect(asked(desk, "contact.log")).toEqual([{ relationship: "r1", direction: "in", channel: "phone", needsReply: false, note: "" }]);
  await page.getByRole("status").filter({ hasText: "Written down: Phone." }).waitFor();
});

test("r18_what_was_logged_is_put_right_and_taken_away_by_keyboard", async () => {
  const desk = setupDesk();
  const page = await open(desk);
  await page.getByRole("button", { name: /^Correct: Tuesday 17 November/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Correct a contact" });
  await dialog.getByRole("radio", { name: "Text message" }).press("Space");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await expect.poll(() => desk.staying.contacts[0]?.channel).toBe("text");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Remove: Wednesday 4 November/ }).press("Enter");
  await expect.poll(() => desk.staying.contacts.length).toBe(1);
});

test("r8_r7_four_ticks_come_before_the_draft_and_a_reason_is_asked_for", async () => {
  const desk = setupDesk();
  const page = await open(desk);
  await page.getByRole("checkbox", { name: "I have looked in my junk folder." }).press("Space");
  await expect.poll(() => desk.staying.escalations[0]?.mishaps[0]?.done).toBe(true);
  await page.getByRole("button", { name: "Not needed, because…" }).press("Enter");
  await page.getByText("It is not said why there is no need.").first().waitFor();
  await page.getByRole("textbox", { name: /^Why is there no need/ }).fill("We spoke on the phone.");
  await page.getByRole("button", { name: "Not needed, because…" }).press("Enter");
  await page.getByText("Not needed since Saturday 21 November 2026: We spoke on the phone.").waitFor();
});

test("a_message_is_opened_in_the_mail_program_only_after_a_question", async () => {
  const desk = setupDesk();
  const page = await open(desk);
  await page.getByRole("button", { name: "Begin a message: Ask how it goes" }).press("Enter");
  const starters = page.getByRole("region", { name: "Messages to begin from" });
  await starters.getByRole("textbox", { name: "Message" }).fill("Tea?");
  await starters.getByRole("button", { name: "Open in my mail program" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Open your mail program?" });
  expect(asked(desk, "open_mail")).toEqual([]);
  await dialog.getByRole("button", { name: "Open it" }).press("Enter");
  await expect.poll(() => asked(desk, "open_mail")).toEqual([{ to: "tom@example.org", subject: "How are you?", text: "Tea?" }]);
  await starters.getByRole("button", { name: "Copy the text" }).press("Enter");
  await expect.poll(() => asked(desk, "copy_text")).toEqual([{ text: "Tea?" }]);
});

test("r19_all_fine_shows_its_day_before_it_is_written_down_and_can_be_ended", async () => {
  const desk = setupDesk();
  const page = await open(desk);
  await page.getByRole("button", { name: "Say that all is fine" }).press("Enter");
  await page.getByText("You will be in touch again by Saturday 19 December 2026.").waitFor();
  for (const look of ["light", "dark", "forced", "320"]) {
    await wear(page, looks.find(([name]) => name === look)?.[1] ?? { width: 1180, height: 780 });
    await expectNoAxeFindings(page, `all fine ${look}`);
  }
  await page.getByRole("button", { name: "Write it down" }).press("Enter");
  await expect.poll(() => asked(desk, "contact.all_fine")).toEqual([{ relationship: "r1", count: 4, unit: "weeks" }]);
  await page.getByRole("button", { name: "End it now" }).press("Enter");
  await expect.poll(() => desk.staying.allFine).toBe(null);
});
