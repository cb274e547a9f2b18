/** `cargo xtask gallery`: pictures of all parts and all screens in every look, from the data of the browser tests, and one page that shows them. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, test } from "vitest";
import { useBrowser, visit } from "../browser";
import { product } from "../product";
import { agreementPlaces, arrive, endingPlaces, firstPlaces, libraryPlaces, lookingPlaces, looks, meetingPlaces, type Place, planPlaces, productPlaces, sessionsPlaces, setupPlaces, signingPlaces, verifyPlaces, wear } from "../screens";
import { readDate } from "../dates";

const folder = process.env["FAIRLEAD_GALLERY"];
if (folder === undefined) throw new Error("FAIRLEAD_GALLERY names no folder: use cargo xtask gallery.");

useBrowser();
const taken: string[] = [];

const parts: Place = {
  name: "parts",
  address: "/gallery/",
  heading: "Parts",
  answer: () => (name, request) => {
    if (name === "date.read") return { output: readDate(String(request["text"])), changed: [] };
    throw { code: "unknown", message: name, field: null };
  },
};
/** What opens over a screen: how it is opened. */
const over: [string, Place, (page: Page) => Promise<void>][] = [
  ["calendar", parts, async (page) => { await page.getByLabel("End date", { exact: true }).fill("26 Nov"); await page.getByRole("button", { name: "Choose from a calendar: End date" }).click(); await page.getByRole("dialog").waitFor(); }],
  ["dialog", parts, async (page) => { await page.getByRole("button", { name: "Open a dialog" }).click(); await page.getByRole("dialog").waitFor(); }],
  ["toast", parts, async (page) => { await page.getByRole("button", { name: "Show a toast" }).click(); await page.getByText("Goal removed.").waitFor(); }],
  ["palette", place("today"), async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("option").first().waitFor(); }],
  ["keys", place("today"), async (page) => { await page.keyboard.press("Control+/"); await page.getByRole("dialog").waitFor(); }],
];
function place(name: string): Place {
  return productPlaces.find((each) => each.name === name) ?? { name, address: "/app/", answer: () => product().answer };
}

/** All looks of one screen; the whole page, or what a window shows of it. */
async function take(page: Page, name: string, fullPage: boolean): Promise<void> {
  for (const [look, how] of looks) {
    await wear(page, how);
    mkdirSync(`${folder}/${look}`, { recursive: true });
    await page.screenshot({ path: `${folder}/${look}/${name}.png`, fullPage });
  }
  taken.push(name);
}

describe("gallery", () => {
  test.each([parts, ...productPlaces, ...agreementPlaces, ...libraryPlaces, ...setupPlaces, ...sessionsPlaces, ...verifyPlaces, ...signingPlaces, ...firstPlaces, ...meetingPlaces, ...planPlaces, ...lookingPlaces, ...endingPlaces].map((each) => [each.name, each] as const))("%s", async (name, each) => {
    const page = await visit(each.address, each.answer());
    await arrive(page, each);
    await take(page, name, true);
  });

  test.each(over)("%s", async (name, under, open) => {
    const page = await visit(under.address, under.answer());
    await arrive(page, under);
    await open(page);
    await take(page, name, false);
  });
});

afterAll(() => {
  const pictures = (look: string): string => taken.map((name) => `<figure><a href="${look}/${name}.png"><img src="${look}/${name}.png" alt="${name}, ${look}" loading="lazy"></a><figcaption>${name}</figcaption></figure>`).join("\n");
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Fairlead: gallery</title>
<style>body{font:1rem system-ui;margin:2rem}section{display:grid;grid-template-columns:repeat(auto-fill,minmax(22rem,1fr));gap:1rem;align-items:start}figure{margin:0}img{width:100%;max-height:30rem;object-fit:cover;object-position:top;border:1px solid #999}</style>
<h1>Gallery</h1>${looks.map(([look]) => `<h2>${look}</h2><section>${pictures(look)}</section>`).join("\n")}</html>\n`,
  );
});
