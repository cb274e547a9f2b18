/**
 * Measures how far what is seen lies behind the keys: from the event to the end of the next frame, at twenty letters a second
 * into a section of 50 kB, in the window's own bundle. Writes the numbers into the folder that FAIRLEAD_MEASURED names.
 */
import { expect, test } from "vitest";
import { agreementDesk } from "../browser/agreement";
import { useBrowser, visit } from "../browser/browser";
import { report } from "../browser/measured";
import { caretAt, longText, typeOn } from "../browser/typing";

useBrowser();

/** Ten seconds at the pace. */
const LETTERS = 200;

test("typing", async () => {
  const rust = agreementDesk();
  const text = longText().trimEnd();
  const answer = rust.view.sections.flatMap((section) => section.fields).find((each) => each.field === "template.5.text")?.answers[0];
  if (answer === undefined) throw new Error("the form has no template.5.text");
  answer.value = text;
  const page = await visit("/app/#/relationship/ex/agreement/template.5", rust.answer);
  const box = page.getByLabel("What you have decided", { exact: true });
  await caretAt(box, 25_000);
  // The first letters wake everything up and do not count.
  const woken = await typeOn(page, 20);
  await page.evaluate(() => {
    const lags: number[] = [];
    (window as unknown as { lags: number[] }).lags = lags;
    const channel = new MessageChannel();
    let pressed: number[] = [];
    // A message comes after the frame that it was sent in has been laid out and painted.
    channel.port1.onmessage = () => {
      const now = performance.now();
      lags.push(...pressed.map((at) => now - at));
      pressed = [];
    };
    window.addEventListener("keydown", (event) => {
      if (pressed.push(event.timeStamp) === 1) requestAnimationFrame(() => channel.port2.postMessage(null));
    }, { capture: true });
  });
  const typed = await typeOn(page, LETTERS);
  await expect.poll(() => page.evaluate(() => (window as unknown as { lags: number[] }).lags.length)).toBe(LETTERS);
  expect(await box.inputValue()).toBe(text.slice(0, 25_000) + woken + typed + text.slice(25_000));
  const lags = await page.evaluate(() => (window as unknown as { lags: number[] }).lags);
  report("typing", lags);
});
