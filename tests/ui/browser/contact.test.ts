/** The contact plan, by keyboard. */
import { expect, test } from "vitest";
import { heading, useBrowser, visit } from "./browser";
import { relationship } from "./product";
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
