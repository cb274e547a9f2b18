/** What is reached from anywhere by keys: the palette, the sheet of keys, the newest message. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { agreementDesk } from "./agreement";
import { expectNoAxeFindings, expectReflow, focused, heading, shoot, useBrowser, visit } from "./browser";
import { product, relationship } from "./product";
import { looks, wear } from "./screens";

useBrowser();

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

  test("headings_of_their_own_goals_templates_and_rows_of_the_settings_are_found", async () => {
    const desk = agreementDesk();
    const own = desk.view.headings[0]?.title ?? "";
    const goal = desk.view.goals[0]?.title ?? "";
    const milestone = desk.view.milestones[0]?.name ?? "";
    const page = await visit("/app/#/today", desk.answer);
    await heading(page, "Today");
    for (const [letters, found, arrived] of [
      [own, own, own],
      [goal, goal, "Goals"],
      [milestone, milestone, "Timeframe"],
      ["own form", "Fairlead's own form", "Fairlead's own form"],
      ["quiet", "Quiet hours", "Reminders"],
      ["text size", "Text size", "Display"],
      ["pass phrase", "Pass phrase", "Lock and recovery"],
      ["names and", "Names and order", "Headings of your own"],
    ] as const) {
      await page.keyboard.press("Control+k");
      await page.keyboard.type(letters);
      await expect.poll(() => options(page), { message: letters }).toContain(found);
      await page.getByRole("option").filter({ hasText: found }).first().click();
      // A template is not part of this desk: its page says so by its own name or asks for another.
      if (found !== "Fairlead's own form") await heading(page, arrived);
      else await expect.poll(() => page.url()).toContain("library/fairlead");
    }
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
    for (const [look, how] of looks) {
      await wear(page, how);
      await expectReflow(page, `keys ${look}`);
    }
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
