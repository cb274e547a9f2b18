/** Notifications on trial, a day without them, and starting with the computer. */
import { expect, test } from "vitest";
import { expectNoAxeFindings, heading, shoot, useBrowser, visit } from "./browser";
import { type Product, product } from "./product";
import { reminderWords as say } from "../../../ui/src/words/reminders";

useBrowser();

const settings = async (rust: Product) => {
  const page = await visit("/app/#/settings/reminders", rust.answer);
  await heading(page, "Reminders");
  return page;
};

test("a_notification_on_trial_says_where_to_look_when_nothing_was_seen", async () => {
  const page = await settings(product());
  await page.getByRole("button", { name: say.try }).press("Enter");
  await page.getByRole("status").getByText(say.tried).waitFor();
  await shoot(page, "notification-tried");
  await expectNoAxeFindings(page, "notification tried");
});

test("a_system_that_does_not_tell_is_not_said_to_have_shown_it", async () => {
  const rust = product();
  const page = await visit("/app/#/settings/reminders", (name, request) => (name === "try_notification" ? { confirmed: false } : rust.answer(name, request)));
  await page.getByRole("button", { name: say.try }).press("Enter");
  await page.getByText(say.untold).waitFor();
  expect(await page.getByText(say.tried).count()).toBe(0);
});

for (const [code, message] of [
  ["no_notifications", "This desktop has no notification service that could show it. Every reminder still stands in Fairlead’s own list. Look into the list."],
  ["silent_notifications", "The notification service of this desktop did not answer within 5 seconds. Every reminder still stands in Fairlead’s own list. Log out and in again."],
] as const) {
  test(`a_trial_that_ends_with_${code}_says_so_in_three_parts_and_can_be_repeated`, async () => {
    const rust = product();
    let trials = 0;
    const page = await visit("/app/#/settings/reminders", (name, request) => {
      if (name !== "try_notification") return rust.answer(name, request);
      trials += 1;
      throw { code, message, field: null };
    });
    const button = page.getByRole("button", { name: say.try });
    await button.press("Enter");
    await page.getByRole("alert").getByText(message).waitFor();
    expect(await page.getByText(say.tried).count()).toBe(0);
    await expectNoAxeFindings(page, code);
    await button.press("Enter");
    await expect.poll(() => trials).toBe(2);
    await page.getByRole("alert").getByText(message).waitFor();
  });
}

test("a_day_without_notifications_can_be_chosen_and_taken_back", async () => {
  const rust = product();
  const page = await settings(rust);
  await page.getByRole("button", { name: say.pause }).press("Enter");
  await page.getByRole("status").getByText(say.paused).waitFor();
  expect(rust.paused).toBe(true);
  await page.getByRole("button", { name: say.resume }).press("Enter");
  await page.getByRole("button", { name: say.pause }).waitFor();
  expect(rust.paused).toBe(false);
});

test("starting_with_the_computer_is_one_box_and_tells_where_fairlead_waits", async () => {
  const rust = product();
  const page = await settings(rust);
  const box = page.getByRole("checkbox", { name: say.atLogin });
  expect(await box.isChecked()).toBe(false);
  await page.getByText(say.atLoginTray).waitFor();
  await page.getByText(say.tray).waitFor();
  await box.press("Space");
  await expect.poll(() => rust.standing.atLogin).toBe(true);
  expect(await box.isChecked()).toBe(true);
});

test("an_entry_that_cannot_be_written_leaves_the_box_as_it_was_and_says_why", async () => {
  const message = "Whether Fairlead starts with the computer could not be changed. Everything is as it was before. Add it in the settings of the desktop.";
  const rust = product();
  const page = await visit("/app/#/settings/reminders", (name, request) => {
    if (name === "start_at_login") throw { code: "not_written", message, field: null };
    return rust.answer(name, request);
  });
  await page.getByRole("checkbox", { name: say.atLogin }).press("Space");
  await page.getByRole("alert").getByText(message).waitFor();
  expect(rust.standing.atLogin).toBe(false);
  await expectNoAxeFindings(page, "entry not written");
});

test("a_desktop_without_a_tray_is_told_what_closing_does", async () => {
  const page = await settings(product({ standing: { atLogin: false, tray: false } }));
  await page.getByText(say.noTray).waitFor();
  expect(await page.getByText(say.tray, { exact: true }).count()).toBe(0);
});

test("today_asks_once_when_the_first_reminder_has_a_date", async () => {
  const rust = product({ standing: { atLogin: null, tray: true } });
  const page = await visit("/app/#/today", rust.answer);
  const card = page.getByRole("article", { name: say.ask.title });
  await card.getByText(say.ask.body).waitFor();
  await shoot(page, "today-asks");
  await expectNoAxeFindings(page, "today asks");
  await card.getByRole("button", { name: say.ask.yes }).press("Enter");
  await page.getByText(say.ask.done).first().waitFor();
  expect(rust.standing.atLogin).toBe(true);
  await expect.poll(() => card.count()).toBe(0);
});

test("not_now_is_an_answer_as_well_and_nothing_is_asked_without_a_reminder", async () => {
  const rust = product({ standing: { atLogin: null, tray: true } });
  const page = await visit("/app/#/today", rust.answer);
  const card = page.getByRole("article", { name: say.ask.title });
  await card.getByRole("button", { name: say.ask.no }).press("Enter");
  await expect.poll(() => rust.standing.atLogin).toBe(false);
  await expect.poll(() => card.count()).toBe(0);

  const quiet = product({ standing: { atLogin: null, tray: true }, cards: [] });
  const other = await visit("/app/#/today", quiet.answer);
  await other.getByText("Nothing needs you today.").waitFor();
  await expect.poll(() => quiet.asked.filter((each) => each.name === "reminder.list").length).toBeGreaterThan(0);
  expect(await other.getByRole("article", { name: say.ask.title }).count()).toBe(0);
});
