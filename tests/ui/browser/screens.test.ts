import { describe, expect, test } from "vitest";
import type { State } from "../../../ui/src/api";
import { expectNoAxeFindings, expectReflow, expectTargets, shoot, useBrowser, visit } from "./browser";
import { type Product, product, relationship } from "./product";

useBrowser();

const closed = (state: State, happened: string, safe: string, next: string): Product =>
  product({ start: { ...product().start, state, sentence: { happened, safe, next } } });

/** Every screen that exists: its address, its heading, and the data it is shown with. */
const screens: [string, string, string, () => Product][] = [
  ["welcome", "", "Welcome. What should we call you?", () => product({ firstRun: true })],
  ["today", "#/today", "Today", () => product()],
  ["today-empty", "#/today", "Today", () => product({ relationships: [], cards: [] })],
  ["today-quiet", "#/today", "Today", () => product({ cards: [] })],
  ["relationships", "#/relationships", "Relationships", () => product({ relationships: [relationship(), relationship({ id: "ex", title: "Maya Lindqvist and Kofi Mensah", example: true, settled: 23, status: "Everything is settled." })] })],
  ["relationships-empty", "#/relationships", "Relationships", () => product({ relationships: [], cards: [] })],
  ["new", "#/relationship/new", "New relationship", () => product()],
  ["overview", "#/relationship/r1", "Priya Shah and Tom Okafor", () => product()],
  ["overview-waiting", "#/relationship/r1", "Priya Shah and Tom Okafor", () => product({ relationships: [relationship({ connection: "waiting", connectedOn: null, midPoint: null, endsOn: null, revisitOn: null, settled: 0, status: "You have not begun the agreement." })] })],
  ["overview-gone", "#/relationship/r9", "Overview", () => product()],
  ["reminders", "#/reminders", "Reminders", () => product()],
  ["reminders-empty", "#/reminders", "Reminders", () => product({ cards: [] })],
  ["people", "#/people", "People", () => product()],
  ["settings", "#/settings", "You", () => product()],
  ["settings-reminders", "#/settings/reminders", "Reminders", () => product()],
  ["settings-data", "#/settings/data", "Where your data is", () => product()],
  ["settings-security", "#/settings/recovery", "Lock and recovery", () => product()],
  ["settings-security-done", "#/settings/recovery", "Lock and recovery", () => product({ confirmed: true, keyPlace: "pass_phrase" })],
  ["settings-display", "#/settings/display", "Display", () => product()],
  ["help", "#/help", "Help", () => product()],
  ["missing", "#/nowhere", "This page is not here", () => product()],
  ["locked", "", "Welcome back", () => closed("locked", "Your data is locked.", "Everything is as you left it.", "Type your pass phrase.")],
  ["key-missing", "", "Your recovery code is needed", () => closed("key_missing", "The key to your data is not on this computer.", "The data file is whole.", "Type your recovery code.")],
  ["damaged", "", "Your data file is damaged", () => closed("damaged", "The data file was changed by something other than Fairlead.", "It stays where it is, whole.", "Choose a backup.")],
  ["newer", "", "A newer Fairlead made this data", () => closed("newer", "A newer Fairlead made this data.", "It was not touched.", "Install that Fairlead.")],
  ["in-use", "", "Fairlead is open already", () => closed("in_use", "Another Fairlead has the data open.", "Nothing was changed.", "Go to its window.")],
  ["read-only", "", "The data folder cannot be written to", () => closed("read_only", "The folder can only be read.", "Nothing was changed.", "Ask for the right to write there.")],
  ["disk-full", "", "The disk is full", () => closed("disk_full", "There is no room left on the disk.", "What was saved before is safe.", "Make room and try again.")],
  ["unreadable", "", "Your data cannot be opened", () => closed("unreadable", "Something else stands where the data should be.", "It was not touched.", "Move it away and try again.")],
];

/** One look after the other on the same page; the last one is the smallest window. */
const looks: [string, { width: number; height: number; dark?: boolean; text?: number }][] = [
  ["light", { width: 1180, height: 780 }],
  ["dark", { width: 1180, height: 780, dark: true }],
  ["text200", { width: 1180, height: 780, text: 200 }],
  ["720", { width: 720, height: 560 }],
  ["320", { width: 320, height: 640 }],
];

describe("every screen", () => {
  test.each(screens)("%s_is_accessible_and_fits_in_every_look", async (name, address, heading, make) => {
    const page = await visit(`/app/${address}`, make().answer);
    await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toContain("Fairlead");
    for (const [look, { width, height, dark, text }] of looks) {
      const where = `${name} ${look}`;
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark === true ? "dark" : "light" });
      await page.evaluate((size) => { document.documentElement.style.fontSize = size === undefined ? "" : `${size}%`; }, text);
      await shoot(page, `${name}-${look}`);
      await expectReflow(page, where);
      await expectTargets(page, where);
      if (look !== "720") await expectNoAxeFindings(page, where);
    }
  });
});
