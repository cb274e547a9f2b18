/** The contact plan, by keyboard. */
import { expect, test } from "vitest";
import { expectNoAxeFindings, heading, useBrowser, visit } from "./browser";
import { relationship } from "./product";
import { looks, wear } from "./screens";
import { setupDesk } from "./setup";

useBrowser();

test("each_arrow_key_counts_in_the_week_however_fast_it_comes", async () => {
  const desk = setupDesk();
  const page = await visit(`/app/#/relationship/${relationship().id}/contact`, desk.answer);
  await heading(page, "Contact plan");
  await page.locator("table.week button[tabindex='0']").first().focus();
  // All at once: the page has no time to follow.
  await page.evaluate(() => {
    const press = (key: string, ctrlKey = false): void => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
    };
    press("Home", true);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]) press(key);
  });
  const name = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);
  expect(await name()).toMatch(/^Thursday, /);
  const third = await page.locator("table.week").first().locator("tbody tr").nth(2).locator("th span").first().innerText();
  expect(await name()).toContain(`Thursday, ${third}, `);
  await expect.poll(() => page.locator("table.week").first().locator("button[tabindex='0']").getAttribute("aria-label")).toBe(await name());
  await page.keyboard.press("Space");
  await expect.poll(() => desk.plan.mentee.week[3]?.parts[2]?.mark).toBe("good");
});

test("r11_ways_are_added_ordered_and_taken_away_by_keyboard_alone", async () => {
  const desk = setupDesk();
  const page = await visit(`/app/#/relationship/${relationship().id}/contact`, desk.answer);
  await heading(page, "Contact plan");
  const ways = (): string[] => desk.plan.mentee.channels.map((each) => each.kind);
  expect(ways()).toEqual(["messaging", "email", "in_person"]);
  await page.getByRole("button", { name: "Add a way to reach Priya Shah" }).press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
  await page.keyboard.press("Space");
  await expect.poll(() => ways().length).toBe(4);
  const added = ways()[3] ?? "";
  await page.keyboard.press("Escape");
  const row = page.locator(".ordered").first().locator("> li").nth(3);
  await row.getByRole("button", { name: /^Edit: / }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(ways).toEqual(["messaging", "email", added, "in_person"]);
  // The list on the page follows what was moved: only then is its third row the one that is meant.
  await expect.poll(() => page.locator(".ordered").first().locator("> li").nth(2).innerText()).toContain("Video call");
  await page.getByRole("button", { name: /^Move up: / }).nth(2).press("Enter");
  await expect.poll(ways).toEqual(["messaging", added, "email", "in_person"]);
  await expect.poll(() => page.locator(".ordered").first().locator("> li").nth(1).innerText()).toContain("Video call");
  await page.locator(".ordered").first().locator("> li").nth(1).getByRole("button", { name: /^Remove: / }).press("Enter");
  await expect.poll(ways).toEqual(["messaging", "email", "in_person"]);
  for (const look of ["light", "dark", "forced"]) {
    await wear(page, looks.find(([name]) => name === look)?.[1] ?? { width: 1180, height: 780 });
    await expectNoAxeFindings(page, `ways ${look}`);
  }
});
