/** One Chromium for a test file, pages with a mocked Rust side, axe, and measures of what people with other eyes and hands need. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { type Browser, chromium, type Page } from "playwright-core";

const axe = readFileSync(fileURLToPath(new URL("../../../ui/node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");

/** Answers one use case: the output, or throws `{code, message, field}`. */
export type Answerer = (name: string, request: Record<string, unknown>) => unknown;

let browser: Browser;
const open: { page: Page; address: string; complaints: string[] }[] = [];

/** Registers start and stop of the browser for the file that calls it. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env["FAIRLEAD_CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  afterEach(async () => {
    const pages = open.splice(0);
    await Promise.all(pages.map(({ page }) => page.context().close()));
    for (const { address, complaints } of pages) expect(complaints, `console of ${address}`).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** What a page looks like. */
export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  /** Text size in per cent, as in Settings. */
  text?: 100 | 115 | 130 | 150 | 200;
  reducedMotion?: boolean;
  forcedColors?: boolean;
}

/** Opens an address. Anything that the page complains of in its console, and any broken policy, fails the test. */
export async function visit(address: string, answer: Answerer, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1180, height: look.height ?? 780 },
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: look.reducedMotion === false ? "no-preference" : "reduce",
    forcedColors: look.forcedColors ? "active" : "none",
    locale: "en-GB",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  open.push({ page, address, complaints });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.exposeFunction("answerCall", async (command: string, args: { name?: string; request?: Record<string, unknown> }) => {
    try {
      const name = command === "call" ? (args.name ?? "") : command;
      const output = await answer(name, args.request ?? (args as Record<string, unknown>));
      return { ok: output ?? null };
    } catch (error) {
      return { refused: error instanceof Error ? { code: "test", message: String(error.stack), field: null } : error };
    }
  });
  await page.addInitScript(() => {
    type Heard = (message: { event: string; id: number; payload: unknown }) => void;
    const door = window as unknown as { answerCall(command: string, args: unknown): Promise<{ ok?: unknown; refused?: unknown }>; __TAURI_INTERNALS__: unknown; callOut(event: string, payload: unknown): void };
    const heard: Heard[] = [];
    const listeners = new Map<string, number>();
    door.callOut = (event, payload) => heard[listeners.get(event) ?? -1]?.({ event, id: 1, payload });
    door.__TAURI_INTERNALS__ = {
      transformCallback: (callback: Heard) => heard.push(callback) - 1,
      invoke: async (command: string, args: { event?: string; handler?: number }) => {
        if (command === "plugin:event|listen") return listeners.set(args.event ?? "", args.handler ?? -1).size;
        const answered = await door.answerCall(command, args);
        if ("refused" in answered) throw answered.refused;
        return answered.ok;
      },
    };
  });
  await page.goto(`${inject("site")}${address}`);
  if (look.text !== undefined) await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, look.text);
  return page;
}

/** Calls out an event as the shell does. */
export async function callOut(page: Page, event: string, payload: unknown): Promise<void> {
  await page.evaluate(([name, value]) => (window as unknown as { callOut(event: unknown, payload: unknown): void }).callOut(name, value), [event, payload]);
}

/** Fails with every rule of WCAG 2.2 A and AA and every best practice that axe finds broken. */
export async function expectNoAxeFindings(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    type Axe = { run(options: { resultTypes: string[] }): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    // All rules run; only what is broken is written out element by element.
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ["violations"] });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`));
  });
  expect(found, where).toEqual([]);
}

/** WCAG 1.4.10: nothing needs sideways scrolling. */
export async function expectReflow(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((each) => {
      const box = each.getBoundingClientRect();
      // A dialog that cuts off what does not fit is as bad as a window that does.
      const room = Math.min(width, each.parentElement?.closest("dialog")?.getBoundingClientRect().right ?? width);
      return box.width > 0 && box.right > room + 1 && !each.closest(".unseen, .skip") && getComputedStyle(each).visibility !== "hidden";
    });
    return { scroll: document.documentElement.scrollWidth - width, out: out.slice(0, 5).map((each) => each.outerHTML.slice(0, 160)) };
  });
  expect(wide, where).toEqual({ scroll: 0, out: [] });
}

/** WCAG 2.5.8: what can be pressed is at least 24 by 24 CSS pixels; links inside a sentence are excepted, and a choice counts with its label. */
export async function expectTargets(page: Page, where: string): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, textarea, a[href], [role=option]")]
      .filter((each) => each.checkVisibility() && each.closest("p, .unseen, .skip, .summary li") === null)
      .map((each) => ({ each, box: (each.closest("label.choice") ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ each, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${each.outerHTML.slice(0, 120)}`),
  );
  expect(small, where).toEqual([]);
}

/** WCAG 1.4.12: puts lines, letters and words apart as a reader may. A constructed sheet, since the policy forbids an inline one. */
export async function spaceOut(page: Page, on: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    document.adoptedStyleSheets = wanted ? [sheet] : [];
  }, on);
}

/** Nothing that is written is cut off by its own box. */
export async function expectNothingCut(page: Page, where: string): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((each) => each.clientWidth > 1 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1) && getComputedStyle(each).overflow === "hidden" && each.closest("svg, .unseen, .search, .grower") === null)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(cut, where).toEqual([]);
}

/** Saves what one sees, for looking at; only where SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What has the focus: its tag, and its id or its first letters. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null ? "" : `${at.tagName.toLowerCase()} ${at.id || (at.textContent ?? "").slice(0, 60)}`;
  });
/** Notes from now on where the focus was as each first heading came into the page, before anything was painted: `heading | focus`. */
export async function watchArrivals(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = ((window as unknown as { arrivals: string[] }).arrivals = []) as string[];
    let last = document.querySelector("h1")?.textContent;
    new MutationObserver(() => {
      const heading = document.querySelector("h1")?.textContent;
      if (heading === undefined || heading === last) return;
      last = heading;
      const at = document.activeElement;
      seen.push(`${heading} | ${at?.tagName === "H1" ? at.textContent : String(at?.tagName)}`);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { arrivals: string[] }).arrivals);
}
/** Waits for a screen by its heading. */
export const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
/** Presses Tab until the focus is on what the selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector}; the focus is on ${await focused(page)}`);
}
