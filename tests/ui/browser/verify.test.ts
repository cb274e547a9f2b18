import { describe, expect, test } from "vitest";
import { useBrowser, visit } from "./browser";
import { expectGoodInEveryLook, verifyPlaces } from "./screens";
import { verdicts, verifyDesk } from "./verify";

useBrowser();

describe("checking a signed paper", () => {
  test.each(verifyPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });

  test("with_the_keyboard_alone_a_pdf_is_chosen_and_the_verdict_takes_the_focus", async () => {
    const desk = verifyDesk(null, null, verdicts.valid, verdicts.changed);
    const page = await visit("/app/#/today", desk.answer);
    await page.getByRole("link", { name: "Check a paper" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Check a signed paper" }).waitFor();
    // The button waits for what may have been dropped on the window.
    const choose = page.getByRole("button", { name: "Choose a PDF" });
    await expect.poll(() => choose.isEnabled()).toBe(true);
    // The dialog is closed: nothing happens. Ctrl+Enter is the page's main deed.
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => desk.asked.length).toBe(1);
    expect(await page.locator("#verdict").count()).toBe(0);
    // While the dialog is open, its button cannot take the focus.
    await expect.poll(() => choose.isEnabled()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Choose a PDF");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Genuine and unchanged" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
    expect(await page.getByText("Every letter of the text and every page is as it was signed.").isVisible()).toBe(true);
    expect(await page.getByText("Version 2 was signed since").isVisible()).toBe(true);
    // Details are there for who wants them.
    expect(await page.getByText("Monday 9 March 2026, 09:00").count()).toBe(0);
    await page.getByRole("button", { name: "Technical details" }).focus();
    await page.keyboard.press("Space");
    expect(await page.getByText("Monday 9 March 2026, 09:00").isVisible()).toBe(true);
    // Another file takes its place.
    await page.getByRole("button", { name: "Check another PDF" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Not valid" }).waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "Area 5, Contact" }).first().isVisible()).toBe(true);
  });

  test("a_file_that_was_dropped_is_checked_at_once", async () => {
    const page = await visit("/app/#/verify", verifyDesk(verdicts.foreign).answer);
    await page.getByRole("heading", { level: 2, name: "Cannot be told" }).waitFor();
    expect(await page.getByText("This file has 500 MB.").first().isVisible()).toBe(true);
  });
});
