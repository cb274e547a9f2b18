/** Where the window is when it opens. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { useBrowser, visit } from "./browser";
import { product } from "./product";

useBrowser();

const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

describe("the last place", () => {
  test("the_next_start_comes_back_to_the_page_that_was_left", async () => {
    const rust = product();
    rust.start = { ...rust.start, place: "settings/display" };
    const page = await visit("/app/", rust.answer);
    await heading(page, "Display");
    expect(await page.evaluate(() => location.hash)).toBe("#/settings/display");
    // It asks once: from there on the window is where its owner goes.
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await heading(page, "Today");
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await expect.poll(() => rust.asked.findLast((each) => each.name === "place.keep")?.request).toEqual({ route: "today" });
  });

  test("a_page_that_is_gone_from_the_program_is_not_come_back_to", async () => {
    const rust = product();
    rust.start = { ...rust.start, place: "a/page/of/another/version" };
    const page = await visit("/app/", rust.answer);
    await heading(page, "Today");
  });
});
