/** The library: templates, their files, blank forms, and the choice on a new relationship. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectNoAxeFindings, shoot, useBrowser, visit } from "./browser";
import { libraryDesk } from "./library";
import { relationship } from "./product";
import { expectGoodInEveryLook, libraryPlaces } from "./screens";

useBrowser();

const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

describe("every look", () => {
  test.each(libraryPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });
});

describe("templates", () => {
  test("r53_a_section_is_reworded_marked_moved_added_and_taken_away_by_keyboard", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library/spring", desk.answer);
    await heading(page, "Spring cohort");
    await page.getByRole("button", { name: "Change: Time and place" }).press("Enter");
    // The focus is in the form that opened.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Where and when");
    await page.getByLabel("Guidance", { exact: true }).fill("Meet in the library.");
    await page.getByRole("checkbox", { name: "Leave it out from the start" }).press("Space");
    await shoot(page, "template-editing");
    await expectNoAxeFindings(page, "section form");
    await page.getByRole("button", { name: "Done" }).press("Enter");
    await page.getByText("Where and when").waitFor();
    const area = desk.view.sections.find((each) => each.section === "area.4");
    expect([area?.title, area?.guidance, area?.hidden]).toEqual(["Where and when", "Meet in the library.", true]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Change: Where and when");

    await page.getByRole("button", { name: "Move up: Conference season" }).press("Enter");
    await expect.poll(() => desk.view.sections[8]?.title).toBe("Conference season");
    await page.getByLabel("Title of the new section").fill("Publications");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change: Publications" }).waitFor();
    await page.getByRole("button", { name: "Change: Conference season" }).press("Enter");
    await page.getByRole("button", { name: "Remove: Conference season" }).press("Enter");
    await page.getByText("Removed: “Conference season”.").waitFor();
    await page.locator(".toast").getByRole("button", { name: "Undo" }).press("Enter");
    await page.getByRole("button", { name: "Change: Conference season" }).waitFor();
    expect(desk.view.sections[8]?.title, "at its place again").toBe("Conference season");
  });

  test("a_move_that_comes_late_leaves_the_focus_where_one_has_gone_on", async () => {
    const desk = libraryDesk();
    let moved = (): void => {};
    const late = new Promise<void>((done) => (moved = done));
    const page = await visit("/app/#/library/spring", async (name, request) => {
      if (name === "template.section.move") await late;
      return desk.answer(name, request);
    });
    await heading(page, "Spring cohort");
    const first = (): Promise<string | null> => page.getByRole("button", { name: /^Change: / }).nth(8).getAttribute("aria-label");
    expect(await first()).not.toBe("Change: Conference season");
    await page.getByRole("button", { name: "Move up: Conference season" }).press("Enter");
    await page.getByLabel("Title of the new section").focus();
    await page.keyboard.type("Public");
    moved();
    await expect.poll(first).toBe("Change: Conference season");
    // Whatever the list does with the focus, it has done by the second frame after it was drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
    await page.keyboard.type("ations");
    expect(await page.getByLabel("Title of the new section").inputValue()).toBe("Publications");
  });

  test("what_is_done_to_a_template_is_named_and_taken_back_by_its_button_and_by_keys", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library/spring", desk.answer);
    await heading(page, "Spring cohort");
    await page.getByRole("button", { name: "History of this template" }).press("Enter");
    await page.getByText("Nothing yet.").waitFor();
    const places = (): string[] => desk.view.sections.map((each) => each.section);
    const before = places();
    await page.getByRole("button", { name: "Move down: Channel" }).press("Enter");
    await page.getByRole("button", { name: "Undo move “area.1”" }).waitFor();
    await page.getByText("Saturday 21 November 2026, 10:32: move “area.1”").waitFor();
    await expectNoAxeFindings(page, "deeds of a template");
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(places).toEqual(before);
    await page.getByText("Undone: move “area.1”").waitFor();
    expect(desk.asked.filter((each) => each.name === "template.undo")).toHaveLength(1);
    expect(desk.asked.some((each) => each.name === "undo.back"), "a template is no relationship").toBe(false);
  });

  test("the_shipped_form_cannot_be_changed_only_copied", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library/fairlead", desk.answer);
    await heading(page, "Fairlead's own form");
    expect(await page.locator("main").getByRole("button").count()).toBe(0);
    await page.getByRole("link", { name: "Library" }).first().click();
    await heading(page, "Library");
    await page.getByRole("button", { name: "Make a copy: Fairlead's own form" }).press("Enter");
    await page.getByRole("button", { name: "Make the copy" }).press("Enter");
    await page.getByText("The name is empty.").waitFor();
    await expectNoAxeFindings(page, "copy refused");
    await page.getByLabel("What the copy is called").fill("Autumn cohort");
    await page.keyboard.press("Enter");
    await heading(page, "Autumn cohort");
  });

  test("a_template_is_saved_removed_and_brought_back", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library", desk.answer);
    await heading(page, "Library");
    await page.getByRole("button", { name: "Save as a file: Spring cohort" }).click();
    await page.getByText("Saved: Template - Spring cohort.json, in the folder Documents").first().waitFor();
    await page.getByRole("button", { name: "Remove: Spring cohort" }).click();
    await expect.poll(() => desk.list.templates.length).toBe(1);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Remove: Spring cohort" }).waitFor();
  });

  test("a_file_is_shown_before_anything_is_taken_in", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library", desk.answer);
    await heading(page, "Library");
    await page.getByRole("button", { name: "Import a template" }).click();
    const dialog = page.getByRole("dialog", { name: "Import “cohort.json”" });
    await dialog.getByText("This adds the template “Spring cohort”.").waitFor();
    await dialog.getByText("This section is added, and asked for before signing.").waitFor();
    await shoot(page, "template-import");
    await expectNoAxeFindings(page, "import preview");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(desk.asked.some((each) => each.name === "template.import"), "looking takes nothing in").toBe(false);
    await page.getByRole("button", { name: "Import a template" }).click();
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("Imported: “Spring cohort”.").waitFor();
    expect(desk.asked.find((each) => each.name === "template.import")?.request).toEqual({ text: "{}", asCopy: false });
  });

  test("a_bad_file_says_what_is_wrong_with_it", async () => {
    const desk = libraryDesk();
    desk.refuse = { code: "cut_short", message: "This file was not read as a template: it ends in the middle, at line 3, column 9. Nothing was changed. Ask for the file again, or export it once more.", field: "text" };
    const page = await visit("/app/#/library", desk.answer);
    await heading(page, "Library");
    await page.getByRole("button", { name: "Import a template" }).click();
    await page.getByRole("alert").getByText("it ends in the middle").waitFor();
    await expectNoAxeFindings(page, "bad file");
  });

  test("script_in_a_template_is_text", async () => {
    const desk = libraryDesk();
    const script = "<img src=x onerror=alert(1)>";
    const area = desk.view.sections.find((each) => each.section === "area.4");
    if (area !== undefined) area.title = script;
    const page = await visit("/app/#/library/spring", desk.answer);
    await page.getByText(script).waitFor();
    expect(await page.locator("main img").count()).toBe(0);
  });
});

describe("blank forms", () => {
  test("r78_a_form_is_saved_for_a_template_and_a_sheet", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/library", desk.answer);
    await heading(page, "Library");
    await page.getByRole("group", { name: "From which template" }).getByRole("radio", { name: "Spring cohort" }).check();
    await page.getByRole("radio", { name: "Letter" }).check();
    await page.getByRole("button", { name: "Save the planning template" }).click();
    await page.getByText("Saved: Planning template - blank form.pdf, in the folder Documents").first().waitFor();
    expect(desk.asked.find((each) => each.name === "save_blank")?.request).toEqual({ kind: "blank-template", of: { template: "spring", relationship: null }, paper: "letter" });
    await expectNoAxeFindings(page, "blank form saved");
    const programmes = page.getByRole("group", { name: "For which programme" });
    expect(await programmes.getByRole("radio", { name: "For none" }).isChecked()).toBe(true);
    await programmes.getByRole("radio", { name: "Spring cohort" }).check();
    await page.getByRole("button", { name: "Save the agreement" }).click();
    await expect.poll(() => desk.asked.filter((each) => each.name === "save_blank").length).toBe(2);
    expect(desk.asked.findLast((each) => each.name === "save_blank")?.request).toEqual({ kind: "blank-contract", of: { template: "spring", relationship: "r1" }, paper: "letter" });
  });
});

describe("a relationship's template", () => {
  test("a_new_relationship_chooses_one_and_the_shipped_form_is_the_usual_one", async () => {
    const desk = libraryDesk();
    const page = await visit("/app/#/relationship/new", desk.answer);
    await page.getByRole("radio", { name: "Spring cohort" }).waitFor();
    expect(await page.getByRole("radio", { name: "Fairlead's own form" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "Spring cohort" }).check();
    expect(await page.getByRole("radio", { name: "Spring cohort" }).isChecked()).toBe(true);
    await expectNoAxeFindings(page, "choice of the template");
  });

  test("a_newer_version_is_offered_compared_and_taken_only_when_asked", async () => {
    const desk = libraryDesk({ relationships: [relationship({ template: { id: "spring", name: "Spring cohort", version: 1, newer: 2 } })] });
    const page = await visit("/app/#/relationship/r1", desk.answer);
    await page.getByRole("heading", { name: "There is version 2 of “Spring cohort”" }).waitFor();
    await page.getByRole("button", { name: "See what is different" }).click();
    const dialog = page.getByRole("dialog", { name: "Move to version 2?" });
    await dialog.getByText("It is left out from the start.").waitFor();
    await shoot(page, "template-newer");
    await expectNoAxeFindings(page, "newer template");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(desk.asked.some((each) => each.name === "template.adopt")).toBe(false);
    await page.getByRole("button", { name: "See what is different" }).click();
    await dialog.getByRole("button", { name: "Move the agreement" }).click();
    await page.getByText("The agreement now has version 2.").waitFor();
    expect(await page.getByRole("heading", { name: "There is version 2 of “Spring cohort”" }).count()).toBe(0);
  });
});
