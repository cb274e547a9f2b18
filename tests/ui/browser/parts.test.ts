import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, expectReflow, expectTargets, shoot, useBrowser, visit } from "./browser";
import { readDate } from "./dates";
import { expectGoodInEveryLook, looks, wear } from "./screens";

useBrowser();
const answer = (name: string, request: Record<string, unknown>): unknown => {
  if (name === "date.read") return { output: readDate(String(request["text"])), changed: [] };
  throw { code: "unknown", message: name, field: null };
};
const gallery = "/gallery/";

/** What axe says of the page as it stands now, in the colours that people choose. */
async function wearEach(page: Page, where: string): Promise<void> {
  for (const look of ["light", "dark", "forced"]) {
    await wear(page, looks.find(([name]) => name === look)?.[1] ?? { width: 1180, height: 780 });
    await expectNoAxeFindings(page, `${where} ${look}`);
  }
}

describe("parts", () => {
  test("all_parts_are_accessible_and_fit_in_every_look", async () => {
    await expectGoodInEveryLook(await visit(gallery, answer), { name: "parts", address: gallery, heading: "Parts", answer: () => answer });
  });

  test("the_calendar_is_worked_by_keys_alone", async () => {
    const page = await visit(gallery, answer);
    await page.getByLabel("End date", { exact: true }).fill("26 Nov");
    await page.keyboard.press("Tab");
    await page.getByText("Thursday 26 November 2026").waitFor();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "End date" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "calendar");
    await shoot(page, "calendar");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Thursday 26 November 2026");
    for (const [key, day] of [["ArrowRight", "Friday 27 November 2026"], ["ArrowDown", "Friday 4 December 2026"], ["Home", "Monday 30 November 2026"], ["End", "Sunday 6 December 2026"], ["PageDown", "Wednesday 6 January 2027"], ["Shift+PageDown", "Thursday 6 January 2028"]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(day);
    }
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await page.getByLabel("End date", { exact: true }).inputValue()).toBe("6 January 2028");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Choose from a calendar: End date");
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await page.getByLabel("End date", { exact: true }).inputValue()).toBe("6 January 2028");
  });

  test("no_part_traps_the_keyboard_and_every_stop_shows_its_focus", async () => {
    const page = await visit(gallery, answer);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const seen = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const style = getComputedStyle(focused);
        return { html: focused.outerHTML.slice(0, 120), outline: `${style.outlineStyle} ${style.outlineWidth}` };
      });
      if (at === null) break;
      expect(at.outline, at.html).toBe("solid 3px");
      seen.add(at.html);
    }
    expect(seen.size).toBeGreaterThan(30);
  });

  test("a_row_is_pulled_to_another_place_and_escape_puts_it_back", async () => {
    const page = await visit(gallery, answer);
    const list = page.getByRole("list", { name: "Goals" });
    const order = (): Promise<(string | null)[]> => list.locator("> li").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")));
    const [first, second, third] = ["Lead a small project", "Speak up in meetings", "Know more people outside my team"];
    expect(await order()).toEqual([first, second, third]);
    const pull = async (row: number, to: number): Promise<void> => {
      await list.locator(".grip").nth(row).scrollIntoViewIfNeeded();
      const from = await list.locator(".grip").nth(row).boundingBox();
      const target = await list.locator("> li").nth(to).boundingBox();
      if (from === null || target === null) throw new Error("no such row");
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      // Past the middle of the target row.
      await page.mouse.move(from.x + 10, target.y + target.height / 2 + (to > row ? 12 : -12), { steps: 4 });
    };
    await pull(0, 2);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await order()).toEqual([first, second, third]);
    await pull(0, 1);
    await page.mouse.up();
    await expect.poll(order).toEqual([second, first, third]);
    await pull(2, 0);
    await page.mouse.up();
    await expect.poll(order).toEqual([third, second, first]);
    expect(await list.locator("> li").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).style.translate))).toEqual(["", "", ""]);
  });

  test("a_row_is_moved_by_its_buttons_and_by_keys_and_the_focus_goes_with_it", async () => {
    const page = await visit(gallery, answer);
    const list = page.getByRole("list", { name: "Goals" });
    const order = (): Promise<(string | null)[]> => list.locator("> li").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")));
    const [first = "", second = "", third = ""] = (await order()).map(String);
    await page.getByRole("button", { name: `Move down: ${first}` }).press("Enter");
    await expect.poll(order).toEqual([second, first, third]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(`Move down: ${first}`);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(order).toEqual([second, third, first]);
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(order).toEqual([first, second, third]);
    // At the end of the list nothing moves.
    await page.keyboard.press("Alt+ArrowUp");
    expect(await order()).toEqual([first, second, third]);
    expect(await page.getByRole("button", { name: `Move up: ${first}` }).getAttribute("aria-disabled")).toBe("true");
  });

  test("panels_are_chosen_by_arrows_home_and_end_and_only_one_is_a_tab_stop", async () => {
    const page = await visit(gallery, answer);
    const tabs = page.getByRole("tablist", { name: "The meeting" });
    await tabs.getByRole("tab", { name: "Before" }).focus();
    for (const [key, name, shown] of [["ArrowRight", "During", "Notes that both will see."], ["End", "After", "What I take away."], ["ArrowRight", "Before", "What do you want from this one?"], ["ArrowLeft", "After", "What I take away."], ["Home", "Before", "What do you want from this one?"]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      expect(await tabs.getByRole("tab", { selected: true }).innerText()).toBe(name);
      await page.getByText(shown).waitFor();
      expect(await tabs.getByRole("tab").evaluateAll((all) => all.filter((tab) => (tab as HTMLElement).tabIndex === 0).length)).toBe(1);
    }
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).not.toBe("tab");
  });

  test("a_time_is_typed_read_echoed_and_a_wrong_one_is_explained_by_keyboard_alone", async () => {
    const page = await visit(gallery, answer);
    const box = page.getByLabel("Not before", { exact: true });
    await box.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("half past two");
    await page.keyboard.press("Tab");
    await page.getByText("“half past two” could not be read as a time of day. Nothing was changed.").first().waitFor();
    expect(await box.getAttribute("aria-invalid")).toBe("true");
    await wearEach(page, "a time that cannot be read");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2.30pm");
    await page.keyboard.press("Tab");
    await page.getByText("14:30, that is 2.30 pm").waitFor();
    expect(await box.getAttribute("aria-invalid")).toBe(null);
  });

  test("what_opens_over_the_page_is_accessible_in_light_dark_and_forced_colours", async () => {
    const page = await visit(gallery, answer);
    await page.getByRole("button", { name: "Choose from a calendar: End date" }).press("Enter");
    await page.getByRole("dialog", { name: "End date" }).waitFor();
    await wearEach(page, "calendar");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Open a dialog" }).press("Enter");
    await page.getByRole("dialog", { name: "Remove this goal?" }).waitFor();
    await wearEach(page, "dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Show a toast" }).press("Enter");
    await page.getByText("Goal removed.").waitFor();
    await wearEach(page, "toast");
    const zone = page.getByRole("combobox", { name: "Time zone" });
    await zone.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option").first().waitFor();
    await wearEach(page, "time zones");
  });

  test("a_table_of_2000_rows_draws_what_is_in_sight_and_is_walked_by_keys", async () => {
    const page = await visit(`${gallery}#long`, answer);
    await page.getByRole("button", { name: "Show 2,000 rows" }).click();
    const rows = page.locator("tbody tr[data-key]");
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await expectNoAxeFindings(page, "long table");
    await page.getByRole("link").first().focus();
    await page.keyboard.press("Control+End");
    const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") ?? undefined);
    await expect.poll(at).toBe("2001");
    expect(await rows.count()).toBeLessThan(60);
    const inSight = (): Promise<boolean> => page.evaluate(() => { const box = document.activeElement?.getBoundingClientRect(); return box !== undefined && box.top > 0 && box.bottom <= window.innerHeight; });
    await expect.poll(inSight).toBe(true);
    await page.keyboard.press("PageUp");
    await expect.poll(async () => Number(await at())).toBeLessThan(2001);
    await expect.poll(inSight).toBe(true);
    await page.keyboard.press("Control+Home");
    await expect.poll(at).toBe("2");
    // The row with the focus stays where the wheel leads away from it, and is found again by the next key.
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 30_000);
    await expect.poll(() => rows.nth(3).getAttribute("aria-rowindex").then(Number)).toBeGreaterThan(100);
    expect(await at()).toBe("2");
    await page.keyboard.press("ArrowDown");
    await expect.poll(at).toBe("3");
    await expect.poll(inSight).toBe(true);
    await page.getByRole("button", { name: "Sections settled" }).click();
    await expect.poll(() => page.locator('th[aria-sort="ascending"]').textContent()).toBe("Sections settled");
    await page.setViewportSize({ width: 320, height: 640 });
    await expectReflow(page, "long table, narrow");
    await expectTargets(page, "long table, narrow");
    await expectNoAxeFindings(page, "long table, narrow");
  });

  test("rows_lower_than_guessed_leave_no_empty_space_in_a_high_window", async () => {
    const page = await visit(`${gallery}#long`, answer, { height: 2400 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".table td, .table td * { padding: 0 !important; min-height: 0 !important; block-size: auto !important; font-size: 8px !important; line-height: 10px !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await page.getByRole("button", { name: "Show 2,000 rows" }).click();
    await page.locator("tbody tr[data-key]").first().waitFor();
    const emptyInSight = (): Promise<number> =>
      page.evaluate(() => [...document.querySelectorAll("tbody tr[data-height]")].filter((gap) => { const box = gap.getBoundingClientRect(); return box.bottom > 0 && box.top < window.innerHeight; }).length);
    await expect.poll(emptyInSight).toBe(0);
    expect(await page.locator("tbody tr[data-key]").count()).toBeGreaterThan(2400 / 44 + 20);
    await page.mouse.move(400, 1200);
    await page.mouse.wheel(0, 20_000);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(10_000);
    await expect.poll(emptyInSight).toBe(0);
  });

  test("a_toast_offers_undo", async () => {
    const page = await visit(gallery, answer);
    await page.getByRole("button", { name: "Show a toast" }).click();
    await page.getByText("Goal removed.").waitFor();
    await expectNoAxeFindings(page, "toast");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.getByLabel("Your name").inputValue()).toBe("undone");
    expect(await page.getByText("Goal removed.").count()).toBe(0);
  });
});
