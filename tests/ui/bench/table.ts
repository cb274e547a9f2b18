/** Measures how soon a table of 2,000 rows stands on the screen: from the press of its button to the end of the next frame. */
import { expect, test } from "vitest";
import { useBrowser, visit } from "../browser/browser";
import { report } from "../browser/measured";

useBrowser();

const ROUNDS = 15;

test("table", async () => {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await visit("/gallery/#long", () => null);
    const button = page.getByRole("button", { name: "Show 2,000 rows" });
    await button.waitFor();
    took.push(
      await button.evaluate(
        (each) =>
          new Promise<number>((done) => {
            const channel = new MessageChannel();
            // A message comes after the frame that it was sent in has been laid out and painted.
            channel.port1.onmessage = () => done(performance.now() - begun);
            const begun = performance.now();
            (each as HTMLButtonElement).click();
            requestAnimationFrame(() => channel.port2.postMessage(null));
          }),
      ),
    );
    expect(await page.getByRole("row").count()).toBeGreaterThan(5);
  }
  report("table", took);
});
