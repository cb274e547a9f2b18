import { beforeEach, expect, test } from "vitest";
import { meant, shortcuts } from "@ui/frame/shortcuts";
import { Rescue } from "@ui/frame/Rescue";
import { holds } from "@ui/search";
import { show, until } from "./render";

beforeEach(() => {
  document.body.replaceChildren();
});

test("no_shortcut_is_a_single_letter", () => {
  for (const each of shortcuts) expect(each.main === true || each.alt === true || /^f\d+$/.test(each.key), each.key).toBe(true);
});

test("no_two_shortcuts_share_their_keys", () => {
  const keys = shortcuts.map((each) => [each.key, each.main ?? false, each.alt ?? false, each.shift ?? false].join());
  expect(new Set(keys).size).toBe(keys.length);
});

test("undo_in_a_text_is_the_texts_own", () => {
  const box = document.createElement("textarea");
  document.body.append(box);
  let found: unknown = "unset";
  box.addEventListener("keydown", (event) => { found = meant(event); });
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
  expect(found).toBeUndefined();
  const button = document.createElement("button");
  document.body.append(button);
  button.addEventListener("keydown", (event) => { found = meant(event)?.words; });
  button.dispatchEvent(new KeyboardEvent("keydown", { key: "z", metaKey: true }));
  expect(found).toBe("Undo, outside a text");
  button.dispatchEvent(new KeyboardEvent("keydown", { key: "Z", ctrlKey: true, shiftKey: true }));
  expect(found).toBe("Redo, outside a text");
});

test("a_page_that_cannot_be_drawn_is_told_in_words", async () => {
  const Broken = (): never => {
    throw new Error("boom");
  };
  const place = show(<Rescue><Broken /></Rescue>);
  await until(() => expect(place.querySelector('[role="alert"]')?.textContent ?? "").toContain("could not be shown"));
  expect(place.querySelector("a")?.getAttribute("href")).toBe("#/today");
});

test("a_search_ignores_accents_capitals_and_the_order_of_words", () => {
  expect(holds("Zoë Łucja Okafor", "okafor zoe")).toBe(true);
  expect(holds("Zoë Okafor", "")).toBe(true);
  expect(holds("Zoë Okafor", "tom")).toBe(false);
});
