/** The tokens keep their contrast (WCAG 1.4.3 and 1.4.11), and both dark blocks say the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Vitest runs in ui/.
const css = readFileSync("src/styles/tokens.css", "utf8");

function block(opening: string): Record<string, string> {
  const at = css.indexOf(`${opening} {`);
  const body = css.slice(at, css.indexOf("}", at));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((each) => [each[1] ?? "", (each[2] ?? "").trim()]));
}
const light = block(":root");
const dark = block(':root[data-theme="dark"]');

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["bg", "surface", "sunken"];
const texts = ["ink", "ink-2", "accent", "mentee", "attention", "danger", "agreed", "info"];
const tinted = ["accent", "mentee", "attention", "danger", "agreed", "info"];

test.each([["light", light], ["dark", dark]] as const)("%s_tokens_are_readable", (_, tokens) => {
  const colour = (name: string): string => {
    const value = tokens[name];
    if (value === undefined || !/^#[0-9a-f]{6}$/i.test(value)) throw new Error(`no colour --${name}: ${value}`);
    return value;
  };
  for (const ground of grounds) {
    for (const text of texts) expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const edge of ["border", "focus"]) expect(contrast(colour(edge), colour(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  for (const name of tinted) {
    expect(contrast(colour(name), colour(`${name}-tint`)), `${name} on its tint`).toBeGreaterThanOrEqual(4.5);
    for (const text of ["ink", "ink-2", "accent"]) expect(contrast(colour(text), colour(`${name}-tint`)), `${text} on ${name}-tint`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("border"), colour(`${name}-tint`)), `border on ${name}-tint`).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(colour("on-accent"), colour("accent"))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour("on-accent"), colour("accent-strong"))).toBeGreaterThanOrEqual(4.5);
});

test("both_dark_blocks_are_alike", () => {
  expect(block(':root:not([data-theme="light"])')).toEqual(dark);
  expect(Object.keys(dark).length).toBeGreaterThan(20);
});
