import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";

const files = (): { name: string; bytes: Buffer }[] => {
  const folder = join(inject("built"), "app");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));
};

const size = (all: { bytes: Buffer }[]): number => all.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
/** What the window needs for its first screen: the page and what the page names. */
const first = (): ReturnType<typeof files> => {
  const all = files();
  const page = all.find(({ name }) => name === "index.html")?.bytes.toString() ?? "";
  return all.filter(({ name }) => name === "index.html" || page.includes(`/${name}"`));
};

test("what_the_window_begins_with_stays_under_60_kB_gzip", () => {
  const names = first().map(({ name }) => name);
  expect(names.map((name) => name.replace(/-[\w-]{8}\./, "."))).toEqual(expect.arrayContaining(["index.css", "index.html", "index.js"]));
  // Nothing else comes with it: what its scripts import at once the page names as well; other parts come later, by import().
  for (const { name, bytes } of first().filter((each) => each.name.endsWith(".js"))) {
    for (const [, imported = ""] of bytes.toString().matchAll(/(?:^|[;}\n])\s*import\s*(?:[\w*{][^("'`]*from\s*)?["'`]\.\/([^"'`]+)/g)) {
      expect(names, name).toContain(imported);
    }
  }
  expect(size(first())).toBeGreaterThan(10_000);
  expect(size(first())).toBeLessThan(60_000);
});

test("the_agreement_and_the_settings_come_when_they_are_asked_for", () => {
  const later = files().filter(({ name }) => !first().some((each) => each.name === name));
  expect(later.map(({ name }) => name.split("-")[0]).sort()).toEqual(expect.arrayContaining(["agreement", "settings"]));
  expect(size(later)).toBeGreaterThan(5_000);
});

test("the_page_holds_no_inline_script_or_style", () => {
  const page = files().find(({ name }) => name === "index.html")?.bytes.toString() ?? "";
  expect(page).toContain("<script type=\"module\"");
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|data:/);
});
