/** What people do, by keyboard alone, and what the screens promise them. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { agreementDesk } from "./agreement";
import { callOut, expectNoAxeFindings, expectReflow, shoot, useBrowser, visit } from "./browser";
import { product, relationship } from "./product";

useBrowser();

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null ? "" : `${at.tagName.toLowerCase()} ${at.id || (at.textContent ?? "").slice(0, 60)}`;
  });
const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
/** Presses Tab until the focus is on what the selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector}; the focus is on ${await focused(page)}`);
}

describe("first run", () => {
  test("three_questions_and_the_recovery_code_by_keyboard_alone", async () => {
    const rust = product({ firstRun: true });
    const page = await visit("/app/", rust.answer);
    await heading(page, "Welcome. What should we call you?");

    await tabTo(page, "#name");
    await page.keyboard.press("Enter");
    await page.getByText("One thing needs a change").waitFor();
    await expectNoAxeFindings(page, "welcome refused");
    await tabTo(page, ".summary a");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("input name");
    await page.keyboard.type("Priya Shah");
    await page.keyboard.press("Enter");

    await heading(page, "How will you use Fairlead?");
    await expect.poll(() => focused(page)).toBe("h1 How will you use Fairlead?");
    await shoot(page, "welcome-2");
    await expectNoAxeFindings(page, "welcome 2");
    await tabTo(page, "#roles");
    expect(await page.getByRole("checkbox", { name: "Mentee", exact: true }).count(), "the name is the first line alone").toBe(1);
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");

    await heading(page, "Where would you like to start?");
    await shoot(page, "welcome-3");
    await expectNoAxeFindings(page, "welcome 3");
    await tabTo(page, "#start");
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");

    await heading(page, "Your recovery code");
    expect(rust.asked.find((each) => each.name === "profile.save")?.request).toEqual({ name: "Priya Shah", email: "", phone: "", zone: "Europe/London", roles: ["mentee"] });
    await page.getByRole("button", { name: "Save as a text file" }).click();
    await page.getByText("Saved as “Fairlead recovery code.txt” in the folder “Documents”.").waitFor();
    expect(JSON.stringify(rust.asked.find((each) => each.name === "save_text")?.request)).toContain("K7QF-2MXD-9RTB-4HWP-6ZNC-8VJG");
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await expect.poll(() => rust.asked.some((each) => each.name === "print_page")).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByLabel("Recovery code", { exact: true }).isVisible()).toBe(true);
    expect(await page.locator("button:visible, input:visible").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await shoot(page, "welcome-code");
    await expectNoAxeFindings(page, "recovery code");
    await tabTo(page, "#code");
    await page.keyboard.type("wrong");
    await page.keyboard.press("Enter");
    await page.locator("#code-error").waitFor();
    await page.locator("#code").fill("k7qf 2mxd 9rtb 4hwp 6znc 8vjg");
    await page.keyboard.press("Enter");
    await heading(page, "New relationship");
    await expect.poll(() => focused(page)).toBe("h1 New relationship");
    expect(rust.confirmed).toBe(true);
  });

  test("the_example_is_one_press_away", async () => {
    const rust = product({ firstRun: true });
    const page = await visit("/app/", rust.answer);
    await page.getByLabel("Your name").fill("Priya");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "Mentor" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("radio", { name: "An example" }).check();
    await page.getByRole("button", { name: "Start" }).click();
    await heading(page, "Your recovery code");
    await page.getByRole("button", { name: "Later" }).click();
    await heading(page, "Maya Lindqvist and Kofi Mensah");
    expect(await page.getByText("Example", { exact: true }).count()).toBe(1);
  });

  test("a_name_that_rust_refuses_is_explained_at_its_field", async () => {
    const rust = product({ firstRun: true });
    const page = await visit("/app/", rust.answer);
    await page.getByLabel("Your name").fill("x".repeat(300));
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "Mentor" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("radio", { name: "My own relationship" }).check();
    await page.getByRole("button", { name: "Start" }).click();
    await heading(page, "Welcome. What should we call you?");
    await page.locator("#name-error").waitFor();
    await expect.poll(() => focused(page)).toContain("One thing needs a change");
  });
});

describe("a new relationship", () => {
  test("asks_for_what_is_missing_and_then_opens_it", async () => {
    const rust = product();
    const page = await visit("/app/#/relationship/new", rust.answer);
    await page.getByRole("button", { name: "Create the relationship" }).click();
    await page.getByText("2 things need a change").waitFor();
    await page.getByRole("link", { name: "Write a name." }).click();
    await page.keyboard.type("Amara Nwosu");
    await page.getByRole("radio", { name: "Yes, we are connected" }).check();
    await page.getByLabel("Connected on", { exact: true }).fill("26 Nov");
    await page.keyboard.press("Tab");
    await page.getByText("Thursday 26 November 2026").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator('[id="connection.on-error"]').waitFor();
    await expectNoAxeFindings(page, "refused date");
    await page.getByRole("button", { name: "Today" }).click();
    await page.getByText("Saturday 21 November 2026").waitFor();
    await page.getByRole("button", { name: "Create the relationship" }).click();
    await heading(page, "Priya Shah and Amara Nwosu");
    expect(rust.asked.filter((each) => each.name === "relationship.create").at(-1)?.request).toEqual({
      role: "mentee",
      partner: { name: "Amara Nwosu", email: "", phone: "", zone: "", place: "" },
      other: null,
      connection: { state: "connected", on: "2026-11-21" },
      programme: null,
    });
    expect(await page.title()).toBe("Priya Shah and Amara Nwosu – Fairlead");
  });

  test("a_coordinator_names_both_people", async () => {
    const page = await visit("/app/#/relationship/new", product().answer);
    await page.getByRole("radio", { name: "I coordinate it" }).check();
    expect(await page.getByRole("group", { name: "Who is the mentee?" }).count()).toBe(1);
    expect(await page.getByRole("group", { name: "Who is the mentor?" }).count()).toBe(1);
    await expectNoAxeFindings(page, "coordinator");
  });

  test("a_coordinator_sees_how_far_an_agreement_is_and_no_way_into_it", async () => {
    const page = await visit("/app/#/relationship/r1", product({ relationships: [relationship({ role: "coordinator" })] }).answer);
    await page.getByText("4 of 23").waitFor();
    expect(await page.locator('main a[href*="agreement"], main a[href*="document"]').evaluateAll((links) => links.filter((each) => each.closest(".since") === null).length)).toBe(0);
    await expectNoAxeFindings(page, "coordinator's overview");
  });

  test("waiting_ends_when_the_connection_has_come", async () => {
    const rust = product({ relationships: [relationship({ connection: "waiting", connectedOn: null })] });
    const page = await visit("/app/#/relationship/r1", rust.answer);
    await page.getByText("Waiting for the connection").waitFor();
    await page.getByRole("button", { name: "It has come" }).click();
    await page.getByText("Say on which day you were connected.").waitFor();
    await page.getByRole("button", { name: "Today", exact: true }).click();
    await page.getByText("Saturday 21 November 2026").waitFor();
    await page.getByRole("button", { name: "It has come" }).click();
    await page.getByText("Waiting for the connection").waitFor({ state: "detached" });
    expect(rust.relationships[0]?.connectedOn?.date).toBe("2026-11-21");
  });
});

describe("saving", () => {
  test("a_text_is_saved_by_itself_and_the_bar_says_so", async () => {
    const rust = product();
    const page = await visit("/app/#/relationship/r1", rust.answer);
    await page.getByRole("button", { name: "Change Tom Okafor’s details" }).click();
    await page.getByLabel("Place").fill("Abuja");
    await page.getByText(/^Saved on this computer, \d\d:\d\d$/).waitFor();
    expect(rust.relationships[0]?.mentor.place).toBe("Abuja");
  });

  test("what_cannot_be_saved_stays_and_try_again_saves_it", async () => {
    const rust = product();
    let full = true;
    const page = await visit("/app/#/relationship/r1", (name, request) => {
      if (name === "relationship.update" && full) throw { code: "disk_full", message: "The disk is full. What was saved before is safe. Make room, then try again.", field: null };
      return rust.answer(name, request);
    });
    await page.getByLabel("Name of the programme").fill("Autumn cohort");
    await page.getByText("Not saved. The disk is full.").first().waitFor();
    await expectNoAxeFindings(page, "not saved");
    await shoot(page, "not-saved");
    expect(await page.getByLabel("Name of the programme").inputValue()).toBe("Autumn cohort");
    // The letters outlive the screen they were written on.
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await heading(page, "Today");
    await page.getByRole("button", { name: "Copy my text" }).click();
    await page.getByText("Copied.").waitFor();
    expect(JSON.stringify(rust.asked.find((each) => each.name === "copy_text")?.request)).toContain("Autumn cohort");
    full = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(/^Saved on this computer, /).waitFor();
    expect(rust.relationships[0]?.programme.name).toBe("Autumn cohort");
  });

  test("an_answer_that_needs_a_change_is_found_again_from_anywhere", async () => {
    const rust = product();
    const page = await visit("/app/#/relationship/r1", (name, request) => {
      const mail = (request["mentor"] as { email?: string } | undefined)?.email;
      if (name === "relationship.update" && mail === "nonsense") throw { code: "invalid", message: "“nonsense” does not look like an e-mail address. Nothing was changed. Type it like name@example.org.", field: "mentor.email" };
      return rust.answer(name, request);
    });
    await page.getByRole("button", { name: "Change Tom Okafor’s details" }).click();
    const mail = page.getByRole("textbox", { name: "E-mail (optional)" });
    await mail.fill("nonsense");
    await page.getByText("Not saved. “nonsense”").first().waitFor();
    expect(await mail.getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Control+1");
    await heading(page, "Today");
    await page.getByRole("link", { name: "Show me where" }).click();
    await heading(page, "Priya Shah and Tom Okafor");
    expect(await mail.inputValue()).toBe("nonsense");
    await mail.fill("tom@example.net");
    await page.getByText(/^Saved on this computer, /).waitFor();
    expect(rust.relationships[0]?.mentor.email).toBe("tom@example.net");
  });

  test("letters_of_the_last_moment_are_saved_when_the_screen_is_left", async () => {
    const rust = product();
    const page = await visit("/app/#/settings", rust.answer);
    await page.getByLabel("Your name").fill("Priya S. Shah");
    await page.keyboard.press("Control+1");
    await heading(page, "Today");
    await expect.poll(() => rust.asked.filter((each) => each.name === "profile.save").at(-1)?.request["name"]).toBe("Priya S. Shah");
  });

  test("undo_outside_a_text_names_what_it_takes_back_and_inside_a_text_belongs_to_the_text", async () => {
    const rust = product();
    const page = await visit("/app/#/relationship/r1", rust.answer);
    await page.getByRole("button", { name: "Undo adding the goal “Speak up”" }).waitFor();
    await page.getByLabel("Name of the programme").focus();
    await page.keyboard.press("Control+z");
    expect(rust.asked.some((each) => each.name === "undo.back")).toBe(false);
    await page.getByRole("heading", { level: 1 }).evaluate((each) => (each as HTMLElement).focus());
    await page.keyboard.press("Control+z");
    await page.getByText("Undone: adding the goal “Speak up”").waitFor();
  });
});

describe("finding the way", () => {
  test("a_new_screen_takes_the_focus_to_its_heading_and_back_works_by_keys", async () => {
    const page = await visit("/app/#/today", product().answer);
    await heading(page, "Today");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("a Skip to the page");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("main main");
    await page.keyboard.press("Control+4");
    await heading(page, "People");
    await expect.poll(() => focused(page)).toBe("h1 People");
    await page.keyboard.press("Alt+ArrowLeft");
    await heading(page, "Today");
    await expect.poll(() => focused(page)).toBe("h1 Today");
    await page.keyboard.press("F1");
    await heading(page, "Help");
    expect(await page.title()).toBe("Help – Fairlead");
  });

  test("the_menu_opens_in_a_narrow_window_and_closes_after_a_choice", async () => {
    const page = await visit("/app/#/today", product().answer, { width: 400 });
    await heading(page, "Today");
    const people = page.getByRole("link", { name: "People", exact: true });
    expect(await people.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await expectNoAxeFindings(page, "menu");
    await people.click();
    await heading(page, "People");
    expect(await people.isVisible()).toBe(false);
  });

  test("a_focused_control_is_never_behind_the_bar", async () => {
    const page = await visit("/app/#/relationship/r1", product().answer, { width: 800, height: 560 });
    await heading(page, "Priya Shah and Tom Okafor");
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press(key);
        const covered = await page.evaluate(() => {
          const at = document.activeElement;
          const bar = document.querySelector(".bar");
          if (at === null || at === document.body || bar === null || bar.contains(at) || at.closest(".skip, .sidebar") !== null) return null;
          const box = at.getBoundingClientRect();
          return box.top < bar.getBoundingClientRect().bottom && box.bottom > bar.getBoundingClientRect().top ? at.outerHTML.slice(0, 120) : null;
        });
        expect(covered).toBeNull();
      }
    }
  });
});

describe("the shell", () => {
  test("a_notification_leads_to_its_place", async () => {
    const page = await visit("/app/#/today", product().answer);
    await heading(page, "Today");
    await callOut(page, "open-route", "/relationship/r1");
    await heading(page, "Priya Shah and Tom Okafor");
  });

  test("what_the_timer_changed_is_asked_again", async () => {
    const rust = product();
    const page = await visit("/app/#/today", rust.answer);
    await heading(page, "Today");
    await page.getByRole("article", { name: "Go on with your agreement" }).waitFor();
    rust.cards = [];
    await callOut(page, "changed", ["reminder"]);
    await page.getByText("Nothing needs you today.").waitFor();
  });

  test("closing_waits_for_the_last_letters_and_not_saved_keeps_the_window", async () => {
    const rust = product();
    let full = true;
    const page = await visit("/app/#/settings", (name, request) => {
      if (name === "profile.save" && full) throw { code: "disk_full", message: "The disk is full.", field: null };
      return name === "quit" ? rust.asked.push({ name, request }) : rust.answer(name, request);
    });
    await page.getByLabel("Your name").fill("Priya S.");
    await callOut(page, "close-requested", null);
    const dialog = page.getByRole("dialog", { name: "Something is not saved yet" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "not saved at closing");
    await shoot(page, "closing");
    await expect.poll(() => rust.asked.some((each) => each.name === "keep_open")).toBe(true);
    expect(rust.asked.some((each) => each.name === "quit")).toBe(false);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    full = false;
    await callOut(page, "close-requested", null);
    await expect.poll(() => rust.asked.at(-1)?.name).toBe("quit");
    expect(rust.asked.filter((each) => each.name === "profile.save").at(-1)?.request["name"]).toBe("Priya S.");
  });
});

describe("many relationships", () => {
  test("are_found_by_a_name_and_never_drawn_all_at_once", async () => {
    const many = Array.from({ length: 600 }, (_, index) => relationship({ id: `r${index}`, title: `Mentee ${index} and Tom Okafor` }));
    const page = await visit("/app/#/relationships", product({ relationships: many }).answer);
    await page.getByText("Showing 50 of 600").waitFor();
    expect(await page.getByRole("article").count()).toBe(50);
    await page.getByLabel("Find a name").fill("mentee 577");
    await page.getByRole("link", { name: "Mentee 577 and Tom Okafor" }).waitFor();
    await expect.poll(() => page.getByRole("article").count()).toBe(1);
    await expectNoAxeFindings(page, "many");
    await page.getByLabel("Find a name").fill("nobody");
    await page.getByText("Nobody of that name").waitFor();
  });
});

describe("text size by keys", () => {
  test("control_plus_minus_and_zero_change_it", async () => {
    const rust = product();
    const page = await visit("/app/#/today", rust.answer);
    await heading(page, "Today");
    await page.keyboard.press("Control+=");
    await expect.poll(() => rust.settings.textSize).toBe(115);
    await page.keyboard.press("Control+=");
    await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe("130%");
    await page.keyboard.press("Control+-");
    await expect.poll(() => rust.settings.textSize).toBe(115);
    await page.keyboard.press("Control+0");
    await expect.poll(() => rust.settings.textSize).toBe(100);
  });
});

describe("today and reminders", () => {
  test("a_card_says_why_and_can_be_put_off", async () => {
    const rust = product();
    const page = await visit("/app/#/today", rust.answer);
    const card = page.getByRole("article", { name: "Read the agreement with Tom again" });
    await card.getByRole("button", { name: "Why am I seeing this?" }).click();
    await card.getByText("You both chose “every 6 months”").waitFor();
    await card.getByRole("button", { name: /^Later/ }).click();
    await expectNoAxeFindings(page, "card unfolded");
    await shoot(page, "today-unfolded");
    await card.getByRole("button", { name: "Tomorrow" }).click();
    await card.waitFor({ state: "detached" });
    expect(rust.asked.find((each) => each.name === "reminder.snooze")?.request).toEqual({ reminder: "n20:r1:2026-11-26", until: "tomorrow" });
    await page.getByText("Put off: tomorrow.").waitFor();
  });
});

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

describe("the palette and the sheet of keys", () => {
  const options = (page: Page): Promise<string[]> => page.getByRole("option").evaluateAll((all) => all.map((each) => each.querySelector("span")?.textContent ?? ""));

  test("people_sections_places_and_commands_are_found_by_a_few_letters", async () => {
    const rust = product({ relationships: [relationship(), relationship({ id: "r2", title: "Priya Shah and Ada Nwosu", mentor: { ...relationship().mentor, name: "Ada Nwosu" } })] });
    const page = await visit("/app/#/today", rust.answer);
    await heading(page, "Today");
    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox", { name: "Find people, sections, places and commands" });
    await expect.poll(() => box.evaluate((each) => document.activeElement === each)).toBe(true);
    await page.getByRole("group", { name: "People" }).waitFor();
    for (const look of [{ width: 1180, dark: false }, { width: 1180, dark: true }, { width: 320, dark: false }]) {
      await page.setViewportSize({ width: look.width, height: 640 });
      await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light" });
      await expectNoAxeFindings(page, `palette ${look.width}`);
      await expectReflow(page, `palette ${look.width}`);
      await shoot(page, `palette-${look.width}${look.dark ? "-dark" : ""}`);
    }
    await page.keyboard.type("nwo");
    await expect.poll(() => options(page)).toEqual(["Ada Nwosu"]);
    await page.keyboard.press("Enter");
    await heading(page, "Priya Shah and Ada Nwosu");
    await expect.poll(() => focused(page)).toContain("h1");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("a_command_is_run_and_escape_gives_the_focus_back", async () => {
    const rust = product();
    const page = await visit("/app/#/today", rust.answer);
    await heading(page, "Today");
    await page.getByRole("link", { name: "Reminders" }).focus();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("zzz");
    await page.getByText("Nothing of that name. Try fewer letters.").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("a Reminders");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("backup now");
    await expect.poll(() => options(page)).toEqual(["Make a backup now"]);
    await page.keyboard.press("Enter");
    await page.getByText("The backup is made and checked.").waitFor();
    expect(rust.asked.some(({ name }) => name === "backup.make")).toBe(true);
    await page.keyboard.press("Control+k");
    await expect.poll(() => options(page).then((all) => all.length)).toBeGreaterThan(8);
    const active = (): Promise<string | null | undefined> => page.evaluate(() => document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")?.textContent);
    const first = await active();
    await page.keyboard.press("ArrowDown");
    await expect.poll(active).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    await expect.poll(active).toBe(first);
    await page.keyboard.press("ArrowUp");
    // The list is a ring.
    const last = (await options(page)).at(-1) ?? "";
    await expect.poll(active).toContain(last);
    expect(last).not.toBe((await options(page))[0]);
  });

  test("sections_of_the_agreement_are_found_where_the_owner_may_read_it", async () => {
    const desk = agreementDesk();
    const id = desk.product.relationships[0]?.id ?? "";
    const page = await visit("/app/#/today", desk.answer);
    await heading(page, "Today");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("confidentiality");
    await expect.poll(() => options(page)).toContain("Confidentiality");
    await page.getByRole("option", { name: /^Confidentiality/ }).first().click();
    await heading(page, "Confidentiality");
    expect(page.url()).toContain(`relationship/${id}/agreement/`);
  });

  test("every_key_stands_on_one_sheet_over_the_page", async () => {
    const page = await visit("/app/#/people", product().answer, { width: 320, height: 640 });
    await heading(page, "People");
    await page.keyboard.press("Control+/");
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await sheet.waitFor();
    for (const key of ["Ctrl + K", "Ctrl + 1", "F1", "F8", "Alt + ←"]) await sheet.getByText(key, { exact: true }).waitFor();
    await expectNoAxeFindings(page, "keys");
    await expectReflow(page, "keys");
    await shoot(page, "keys");
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await heading(page, "People");
  });
});

describe("messages with a way back", () => {
  test("the_newest_is_reached_by_a_key_waits_while_it_has_the_focus_and_gives_it_back", async () => {
    const page = await visit("/app/#/settings/data", product().answer);
    await heading(page, "Where your data is");
    await page.clock.install();
    const make = page.getByRole("button", { name: "Make a backup now" });
    await make.press("Enter");
    const message = page.getByText("The backup is made and checked.");
    await message.waitFor();
    await page.keyboard.press("F8");
    await expect.poll(() => focused(page)).toBe("button Close");
    await page.clock.runFor(60_000);
    expect(await message.count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => message.count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("button Make a backup now");
    await make.press("Enter");
    await message.waitFor();
    await page.clock.runFor(10_500);
    await expect.poll(() => message.count()).toBe(0);
  });
});
