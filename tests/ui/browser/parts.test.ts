import { describe, expect, test } from "vitest";
import { expectNoAxeFindings, expectReflow, expectTargets, shoot, useBrowser, visit } from "./browser";
import { readDate } from "./dates";

useBrowser();
const answer = (name: string, request: Record<string, unknown>): unknown => {
  if (name === "date.read") return { output: readDate(String(request["text"])), changed: [] };
  throw { code: "unknown", message: name, field: null };
};
const gallery = "/gallery/";

describe("parts", () => {
  test.each([
    ["light", {}],
    ["dark", { dark: true }],
    ["narrow", { width: 320 }],
    ["large", { text: 200 }],
    ["narrow-large", { width: 640, text: 200 }],
    ["forced", { forcedColors: true }],
  ] as const)("all_parts_are_accessible_%s", async (name, look) => {
    const page = await visit(gallery, answer, look);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await shoot(page, `parts-${name}`);
    await expectNoAxeFindings(page, name);
    await expectReflow(page, name);
    await expectTargets(page, name);
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
    for (let step = 0; step < 80; step += 1) {
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
