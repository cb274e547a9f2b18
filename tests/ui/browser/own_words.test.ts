/** A programme's own words and its logo on the pages of its relationship (C29, R58). */
import { describe, expect, test } from "vitest";
import type { OwnForm } from "../../../ui/src/api";
import { expectNoAxeFindings, heading, shoot, useBrowser, visit } from "./browser";
import { relationship } from "./product";
import { setupDesk } from "./setup";

useBrowser();

/** As Rust answers for coach, learner, catch-up, scheme. */
const forms: OwnForm[] = Object.entries({ mentor: "coach", mentee: "learner", meeting: "catch-up", programme: "scheme" }).flatMap(([usual, own]) => {
  const capital = (word: string): string => word.replace(/^./, (first) => first.toUpperCase());
  return [[usual, own], [capital(usual), capital(own)], [`${usual}s`, `${own}s`]].map(([from = "", to = ""]) => ({ usual: from, own: to }));
});

describe("own words", () => {
  test("c29_every_sentence_of_a_relationships_pages_says_them_and_names_stay", async () => {
    const desk = setupDesk("filled");
    desk.product.forms = forms;
    desk.product.relationships = desk.product.relationships.map((row) => ({ ...row, mentor: { ...row.mentor, name: "Mentor Hall", called: "coach" } }));
    const page = await visit("/app/#/relationship/r1/setup", desk.answer);
    await heading(page, "Scheme and beginning");
    await page.getByRole("heading", { name: "Your next catch-up" }).waitFor();
    await page.getByRole("radio", { name: "The learner asks a coach" }).waitFor();
    // The fields that give the words name the usual ones.
    await page.getByLabel("Instead of mentor").waitFor();
    await shoot(page, "own-words");
    await expectNoAxeFindings(page, "own words");
    await page.goto(page.url().replace("/setup", ""));
    await page.getByText("Mentor Hall coach").first().waitFor();
    // Elsewhere the usual words hold, and lists name each by what their own programme says.
    await page.getByRole("link", { name: "Relationships" }).click();
    await heading(page, "Relationships");
    await page.getByText("Mentor Hall coach").first().waitFor();
    await page.getByRole("link", { name: "New relationship" }).click();
    await page.getByRole("radio", { name: "I am the mentee" }).waitFor();
  });

  test("c29_a_relationship_without_own_words_beside_one_with_them_says_the_usual_ones", async () => {
    const desk = setupDesk("filled");
    desk.product.relationships = [...desk.product.relationships, relationship({ id: "r2", title: "Lena and Omar" })];
    const own = (name: string, request: Record<string, unknown>): unknown =>
      name === "programme.words" ? { output: { relationship: request["relationship"], forms: request["relationship"] === "r1" ? forms : [] }, changed: [] } : desk.answer(name, request);
    const page = await visit("/app/#/relationship/r1/setup", own);
    await heading(page, "Scheme and beginning");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Lena and Omar" }).click();
    await page.getByRole("link", { name: "Programme and beginning" }).first().waitFor();
    expect(await page.getByText("Scheme").count()).toBe(0);
  });
});

describe("the logo", () => {
  test("r58_it_is_chosen_in_the_desktops_dialog_and_a_bad_picture_is_told_in_three_parts", async () => {
    const desk = setupDesk("filled");
    let answer: () => unknown = () => null;
    const asked = (name: string, request: Record<string, unknown>): unknown => (name === "choose_logo" ? answer() : desk.answer(name, request));
    const page = await visit("/app/#/relationship/r1/setup", asked);
    const choose = page.getByRole("button", { name: "Choose a picture…" });
    await choose.press("Enter");
    // The dialog was closed: nothing is said.
    await page.getByText("No logo yet.").waitFor();
    answer = () => {
      throw { code: "no_picture", message: "This file is no PNG or JPEG picture. Nothing was changed. Choose a PNG or JPEG file.", field: "picture" };
    };
    await choose.press("Enter");
    await page.getByText("This file is no PNG or JPEG picture. Nothing was changed.").first().waitFor();
    await expectNoAxeFindings(page, "a bad picture");
    answer = () => {
      desk.programme = { ...desk.programme, logo: setupDesk("filled", true).programme.logo };
      return { output: desk.programme, changed: ["programme"] };
    };
    await choose.press("Enter");
    await page.getByRole("img", { name: "Logo of Spring cohort" }).waitFor();
    await page.getByText("The logo is kept.").first().waitFor();
    expect(await page.getByText("This file is no PNG or JPEG picture").count()).toBe(0);
    expect(await page.locator("input[type=file]").count()).toBe(0);
  });
});
