/** Closed doors and how they open again; the settings. */
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, heading, shoot, tabTo, useBrowser, visit } from "./browser";
import { product } from "./product";

useBrowser();

describe("closed doors", () => {
  const locked = () => product({ start: { ...product().start, state: "locked", sentence: { happened: "Your data is locked.", safe: "Everything is as you left it.", next: "Type your pass phrase." } } });

  test("a_wrong_pass_phrase_is_told_and_the_right_one_opens", async () => {
    const page = await visit("/app/", locked().answer);
    await heading(page, "Welcome back");
    await tabTo(page, "#passPhrase");
    await page.keyboard.type("guess");
    await page.keyboard.press("Enter");
    await page.locator("#passPhrase-error").waitFor();
    await expectNoAxeFindings(page, "wrong pass phrase");
    await page.getByLabel("Pass phrase").fill("four words of mine");
    await page.keyboard.press("Enter");
    await heading(page, "Today");
  });

  test("who_forgot_the_pass_phrase_uses_the_recovery_code", async () => {
    const page = await visit("/app/", locked().answer);
    await page.getByRole("button", { name: "I have forgotten it" }).click();
    await page.getByLabel("Recovery code").fill("K7QF-2MXD-9RTB-4HWP-6ZNC-8VJG");
    await page.keyboard.press("Enter");
    await heading(page, "Today");
  });

  test("a_damaged_file_is_left_for_a_backup_only_after_asking", async () => {
    const rust = product({ start: { ...product().start, state: "damaged", sentence: { happened: "Damaged.", safe: "It stays.", next: "Choose." } } });
    const page = await visit("/app/", rust.answer);
    await page.getByRole("button", { name: "Restore the backup of Saturday 21 November 2026, 09:10" }).click();
    const dialog = page.getByRole("dialog", { name: "Restore this backup?" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "restore dialog");
    await shoot(page, "restore-dialog");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(rust.asked.some((each) => each.name === "start.restore")).toBe(false);
    await page.getByRole("button", { name: "Restore the backup of Saturday 21 November 2026, 09:10" }).click();
    await dialog.getByRole("button", { name: "Restore" }).click();
    await heading(page, "Today");
    expect(rust.asked.find((each) => each.name === "start.restore")?.request).toEqual({ backup: "b2" });
  });

  test("without_a_backup_one_may_begin_anew_after_asking", async () => {
    const rust = product({ backups: false, start: { ...product().start, state: "damaged", sentence: { happened: "Damaged.", safe: "It stays.", next: "Put it back, or begin anew." } } });
    const page = await visit("/app/", rust.answer);
    await page.getByText("There is no backup").waitFor();
    await page.getByRole("button", { name: "Begin anew" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Begin anew?" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "begin anew");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(rust.asked.some((each) => each.name === "start.begin_anew")).toBe(false);
    await page.getByRole("button", { name: "Begin anew" }).press("Enter");
    await dialog.getByRole("button", { name: "Begin anew" }).press("Enter");
    await heading(page, "Welcome. What should we call you?");
  });

  test("with_backups_beginning_anew_stands_behind_them", async () => {
    const page = await visit("/app/", product({ start: { ...product().start, state: "damaged", sentence: { happened: "Damaged.", safe: "It stays.", next: "Choose." } } }).answer);
    await page.getByRole("button", { name: "None of these helps" }).waitFor();
    expect(await page.getByRole("button", { name: "Begin anew" }).count()).toBe(0);
    await page.getByRole("button", { name: "None of these helps" }).press("Enter");
    await page.getByRole("button", { name: "Begin anew" }).waitFor();
  });

  test("damage_found_while_it_is_used_shows_the_closed_door_at_once_and_keeps_the_letters", async () => {
    const rust = product();
    let broken = false;
    const page = await visit("/app/#/settings", (name, request) => {
      if (broken && name === "profile.save") {
        rust.start = { ...rust.start, state: "damaged", sentence: { happened: "The file was changed from outside.", safe: "There are 2 backups.", next: "Choose a backup." } };
        throw { code: "damaged", message: "This was not saved: the data file no longer reads as it was written.", field: null };
      }
      return rust.answer(name, request);
    });
    await heading(page, "You");
    broken = true;
    await page.getByLabel("Your name").fill("Priya Shah-Okafor");
    await heading(page, "Your data file is damaged");
    await page.getByText("The file was changed from outside.").waitFor();
    await page.getByText("Something is not saved yet").waitFor();
    await page.getByRole("button", { name: "Copy my text" }).click();
    await expect.poll(() => JSON.stringify(rust.asked.find((each) => each.name === "copy_text")?.request ?? "")).toContain("Priya Shah-Okafor");
    await expectNoAxeFindings(page, "door closed while used");
    await page.getByRole("button", { name: "Restore the backup of Saturday 21 November 2026, 09:10" }).click();
    broken = false;
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await heading(page, "You");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Priya Shah-Okafor");
  });
});

describe("settings", () => {
  test("colours_and_text_size_take_effect_at_once_and_are_saved", async () => {
    const rust = product();
    const page = await visit("/app/#/settings/display", rust.answer);
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(21, 25, 23)");
    await page.getByRole("radio", { name: "150 %" }).check();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("24px");
    await page.getByRole("radio", { name: "More contrast" }).check();
    await expect.poll(() => rust.settings).toMatchObject({ theme: "contrast", textSize: 150 });
    await expectNoAxeFindings(page, "contrast");
    await shoot(page, "settings-contrast");
  });

  test("room_movement_and_spelling_take_effect_at_once_and_are_saved", async () => {
    const rust = product();
    const page = await visit("/app/#/settings/display", rust.answer, { reducedMotion: false });
    await heading(page, "Display");
    const buttonHeight = (): Promise<number> => page.getByRole("button", { name: "Search" }).evaluate((each) => each.getBoundingClientRect().height);
    await page.getByRole("radio", { name: "Compact" }).press("Space");
    await expect.poll(() => rust.settings.density).toBe("compact");
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--control"))).toBe("1.875rem");
    expect(await buttonHeight()).toBeGreaterThanOrEqual(24);
    const moves = (): Promise<string> => page.getByRole("button", { name: "Search" }).evaluate((each) => getComputedStyle(each).transitionDuration.split(",")[0] ?? "");
    expect(await moves()).toBe("0.12s");
    await page.getByRole("checkbox", { name: "No movement" }).press("Space");
    await expect.poll(moves).toBe("0s");
    await page.getByRole("checkbox", { name: "Underline misspelt words" }).press("Space");
    await expect.poll(() => rust.settings.spelling).toBe(false);
    await page.goto(`${page.url().split("#")[0] ?? ""}#/relationship/r1`);
    await heading(page, "Priya Shah and Tom Okafor");
    expect(await page.getByLabel("Name of the programme").getAttribute("spellcheck")).toBe("false");
  });

  test("a_pass_phrase_is_typed_twice_and_can_be_taken_away", async () => {
    const rust = product({ confirmed: true });
    const page = await visit("/app/#/settings/recovery", rust.answer);
    await page.getByLabel("New pass phrase").fill("four words of mine");
    await page.getByLabel("The same once more").fill("four words of min");
    await page.getByRole("button", { name: "Ask for it from now on" }).click();
    await page.locator("#again-error").waitFor();
    await page.getByLabel("The same once more").fill("four words of mine");
    await page.getByRole("button", { name: "Ask for it from now on" }).click();
    await page.getByText("Fairlead asks for your pass phrase at each start.", { exact: true }).waitFor();
    await page.getByLabel("Your pass phrase").fill("four words of mine");
    await page.getByRole("button", { name: "Stop asking for it" }).click();
    await expect.poll(() => rust.keyPlace).toBe("keychain");
  });

  test("the_example_comes_and_goes", async () => {
    const rust = product();
    const page = await visit("/app/#/settings/data", rust.answer);
    await page.getByRole("button", { name: "Show the example" }).click();
    await page.getByRole("button", { name: "Remove the example" }).click();
    await page.getByRole("button", { name: "Show the example" }).waitFor();
    expect(rust.relationships.some((each) => each.example)).toBe(false);
  });
});
