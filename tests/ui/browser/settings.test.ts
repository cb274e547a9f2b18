/** What goes wrong in the settings: told where it happened, in three parts, with what was typed still there. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeFindings, focused, heading, useBrowser, visit } from "./browser";
import { product } from "./product";

useBrowser();

type Refusal = { code: string; message: string; field: string | null };
/** A product in which one use case is refused. */
async function refusing(address: string, name: string, refusal: Refusal, change: Parameters<typeof product>[0] = {}): Promise<Page> {
  const rust = product(change);
  return visit(address, (asked, request) => {
    if (asked === name) throw refusal;
    return rust.answer(asked, request);
  });
}
/** The alert of the page, without its technical details. */
const told = (page: Page, message: string): Promise<void> => page.locator("main").getByText(message).first().waitFor();

test("a_backup_that_cannot_be_made_says_why_what_is_safe_and_what_to_do", async () => {
  const message = "No backup was made: Fairlead could not write into its folder “backups”. Your data is safe, and is saved as before. Then try again.";
  const page = await refusing("/app/#/settings/data", "backup.make", { code: "backup_folder", message, field: null });
  await heading(page, "Where your data is");
  await page.getByRole("button", { name: "Make a backup now" }).press("Enter");
  await told(page, message);
  expect(await page.getByText("The backup is made and checked.").count()).toBe(0);
  await expectNoAxeFindings(page, "no backup");
});

test("a_backup_that_is_refused_leaves_the_list_and_says_so", async () => {
  const message = "This backup is not whole (a page is damaged). Nothing was changed: your data is where it was. Choose another backup.";
  const page = await refusing("/app/#/settings/data", "backup.restore", { code: "not_whole", message, field: "backup" });
  await heading(page, "Where your data is");
  await page.getByRole("button", { name: /^Restore the backup of Saturday/ }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).press("Enter");
  await told(page, message);
  await page.getByRole("button", { name: /^Restore the backup of Friday/ }).waitFor();
  await expectNoAxeFindings(page, "restore refused");
});

test("a_list_of_backups_that_cannot_be_read_can_be_asked_for_again", async () => {
  const message = "The folder with your backups could not be read. Your data is safe. Check the disk, then try again.";
  const page = await refusing("/app/#/settings/data", "backup.list", { code: "unreadable", message, field: null });
  await told(page, message);
  await page.getByRole("button", { name: "Try again" }).waitFor();
});

test("a_wrong_recovery_code_is_explained_at_its_field_and_stays_to_be_mended", async () => {
  const message = "This code is mistyped: at least one character is another. Nothing was changed. Compare it with your copy, group by group.";
  const page = await refusing("/app/#/settings/recovery", "recovery.confirm", { code: "mistyped", message, field: "code" });
  await heading(page, "Lock and recovery");
  const box = page.getByLabel("Type or paste the code, to be sure that you have it");
  await box.fill("K7QF 2MXD");
  await page.keyboard.press("Enter");
  await told(page, message);
  expect(await box.inputValue()).toBe("K7QF 2MXD");
  expect(await box.getAttribute("aria-invalid")).toBe("true");
  await expectNoAxeFindings(page, "wrong code");
});

test("two_pass_phrases_that_differ_are_named_in_a_summary_that_leads_to_the_field", async () => {
  const page = await visit("/app/#/settings/recovery", product({ confirmed: true }).answer);
  await heading(page, "Lock and recovery");
  await page.getByLabel("New pass phrase").fill("four words of mine");
  await page.getByLabel("The same once more").fill("four words of yours");
  await page.keyboard.press("Enter");
  const message = "The two are not the same. Nothing was changed. Type the pass phrase once more.";
  await page.getByRole("link", { name: message }).waitFor();
  await expectNoAxeFindings(page, "two pass phrases");
  await page.getByRole("link", { name: message }).press("Enter");
  await expect.poll(() => focused(page)).toBe("input again");
});

test("settings_that_cannot_be_kept_on_a_full_disk_are_told_and_the_choice_goes_back", async () => {
  const message = "This was not saved: the disk is full. Everything saved before is safe. Make some room, then save again.";
  const page = await refusing("/app/#/settings/display", "settings.save", { code: "disk_full", message, field: null });
  await heading(page, "Display");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true }).catch(() => undefined);
  await page.getByText(message).first().waitFor();
  await expectNoAxeFindings(page, "full disk");
});
