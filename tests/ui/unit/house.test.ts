/** Rules of the window's sources that no compiler checks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// Vitest runs in ui/.
function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}
const all = sources("src");
const offenders = (pattern: RegExp, except: RegExp = /^$/): string[] =>
  all.filter(({ file, text }) => !except.test(file) && pattern.test(text)).map(({ file, text }) => `${file}: ${pattern.exec(text)?.[0].trim()}`);

test("the_sources_are_found", () => {
  expect(all.length).toBeGreaterThan(40);
});

test("only_ipc_knows_tauri", () => {
  expect(offenders(/from "@tauri-apps/, /src\/ipc\.ts$/)).toEqual([]);
});

test("nothing_writes_markup_or_inline_style", () => {
  expect(offenders(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/)).toEqual([]);
  expect(offenders(/\sstyle=/)).toEqual([]);
});

test("nothing_goes_online", () => {
  expect(offenders(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|https?:\/\//)).toEqual([]);
});

test("every_word_stands_in_the_catalogue", () => {
  // Text between tags, and the attributes that people read or hear.
  const between = /<[a-zA-Z][^<>]*>\s*[A-Za-z]{2,}[^<>{}]*<\//;
  const attribute = /\s(?:label|title|hint|legend|aria-label|alt|placeholder|about|lead)="[^"]*[A-Za-z]{2,}/;
  expect(offenders(between, /words/)).toEqual([]);
  expect(offenders(attribute, /words/)).toEqual([]);
});

test("no_native_date_input_and_no_drop_down", () => {
  expect(offenders(/type="(?:date|time|datetime-local|month|week|color)"|<select/)).toEqual([]);
});

test("no_file_outgrows_its_reader", () => {
  expect(all.filter(({ file, text }) => !/words|api/.test(file) && text.split("\n").length > 400).map(({ file }) => file)).toEqual([]);
});
