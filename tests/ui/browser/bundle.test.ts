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

test("the_bundle_stays_under_60_kB_gzip", () => {
  const size = files().reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(60_000);
});

test("the_page_holds_no_inline_script_or_style", () => {
  const page = files().find(({ name }) => name === "index.html")?.bytes.toString() ?? "";
  expect(page).toContain("<script type=\"module\"");
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|data:/);
});
