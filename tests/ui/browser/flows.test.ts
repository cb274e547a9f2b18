/** What people do, by keyboard alone, and what the screens promise them. */
import { describe, expect, test } from "vitest";
import { callOut, expectNoAxeFindings, focused, heading, shoot, tabTo, useBrowser, visit, watchArrivals } from "./browser";
import { product, relationship } from "./product";

useBrowser();

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

  test("a_new_screen_takes_the_focus_before_a_key_can_come", async () => {
    const page = await visit("/app/#/today", product().answer);
    await heading(page, "Today");
    const arrivals = await watchArrivals(page);
    for (const [key, title] of [["Control+4", "People"], ["Control+1", "Today"], ["F1", "Help"]] as const) {
      await page.keyboard.press(key);
      await heading(page, title);
    }
    expect(await arrivals()).toEqual(["People | People", "Today | Today", "Help | Help"]);
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
    await expect.poll(() => rust.asked.some((each) => each.name === "quit")).toBe(true);
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

  test("the_list_says_why_and_a_reminder_can_be_dismissed_by_keyboard_alone", async () => {
    const rust = product();
    const page = await visit("/app/#/reminders", rust.answer);
    await heading(page, "Reminders");
    const row = page.getByRole("article", { name: "Read the agreement with Tom again" });
    await row.getByRole("button", { name: "Why am I seeing this?" }).focus();
    await page.keyboard.press("Enter");
    await row.getByText("You both chose “every 6 months”").waitFor();
    await expectNoAxeFindings(page, "reminders unfolded");
    await shoot(page, "reminders-unfolded");
    await row.getByRole("button", { name: "No more of this one" }).focus();
    await page.keyboard.press("Enter");
    await row.waitFor({ state: "detached" });
    expect(rust.asked.find((each) => each.name === "reminder.dismiss")?.request).toEqual({ reminder: "n20:r1:2026-11-26" });
  });

  test("each_kind_of_reminder_is_switched_and_timed_by_keyboard_alone", async () => {
    const rust = product();
    const page = await visit("/app/#/settings/reminders", rust.answer);
    await heading(page, "Reminders");
    expect(await page.getByRole("article", { name: "First contact, your turn as mentor" }).count(), "for another role").toBe(0);
    const row = page.getByRole("article", { name: "Read your agreement again" });
    await row.getByText("Days before the revisit date: 14 days before, 3 days before, on the day").waitFor();
    await row.getByRole("radio", { name: "Notification" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => rust.asked.find((each) => each.name === "reminder.change")?.request).toEqual({ kind: "N20", delivery: "in_app" });
    await row.getByText("Changed by you").waitFor();

    await row.getByRole("button", { name: "Times and reasons: Read your agreement again" }).focus();
    await page.keyboard.press("Enter");
    await row.getByText("You say that you have read it again").waitFor();
    await expectNoAxeFindings(page, "kind unfolded");
    await shoot(page, "settings-reminders-unfolded");
    await row.getByRole("button", { name: "Add a time" }).focus();
    await page.keyboard.press("Enter");
    await row.getByRole("button", { name: "Keep these times" }).focus();
    await page.keyboard.press("Enter");
    await row.getByText("Type a number, or remove the line.").waitFor();
    await expectNoAxeFindings(page, "a time that is missing");
    await row.getByRole("textbox", { name: "Days, time 4" }).focus();
    await page.keyboard.type("5");
    await row.getByRole("group", { name: "Before or after, time 4" }).getByRole("radio", { name: "After" }).focus();
    await page.keyboard.press("Space");
    await row.getByRole("button", { name: "Keep these times" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => rust.asked.filter((each) => each.name === "reminder.change").at(-1)?.request).toEqual({ kind: "N20", leads: [-14, -3, 0, 5] });
    await row.getByText("5 days after").waitFor();
    await row.getByRole("button", { name: "As usual again: Read your agreement again" }).focus();
    await page.keyboard.press("Enter");
    await row.getByText("Changed by you").waitFor({ state: "detached" });
  });
});
