/** The bar at the top of the window. */
import { expect, test } from "vitest";
import { agreementDesk } from "./agreement";
import { heading, useBrowser, visit } from "./browser";

useBrowser();

test("the_bar_keeps_its_height_while_answers_are_saved_in_the_usual_window", async () => {
  const rust = agreementDesk("blank");
  const answer: typeof rust.answer = (name, request) =>
    name === "undo.state" ? { output: { back: "suggesting other words in “Relationship feedback”", forward: null, done: null }, changed: [] } : rust.answer(name, request);
  const page = await visit("/app/#/relationship/ex/agreement/template.2", answer, { width: 1100, height: 760 });
  await heading(page, "Establish purpose");
  await page.getByRole("button", { name: /^Undo suggesting/ }).waitFor();
  await page.evaluate(() => {
    const bar = document.querySelector(".bar");
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = (): void => {
      seen.add(`${bar?.getBoundingClientRect().height ?? 0}`);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.getByLabel("Your purposes, line 1").focus();
  await page.keyboard.type("to speak up", { delay: 20 });
  await expect.poll(() => rust.stored("template.2.purposes")).toEqual(["to speak up"]);
  await page.getByText(/^Saved on this computer, /).waitFor();
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toHaveLength(1);
  // The search is still called by its name where only its sign is drawn.
  expect(await page.getByRole("button", { name: "Search" }).count()).toBe(1);
});
