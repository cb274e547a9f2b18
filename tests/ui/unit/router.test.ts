import { afterEach, expect, test } from "vitest";
import { ADDRESSES, arriving, go, href, match, route, type ScreenName, startRouter } from "@ui/router";

let stop: (() => void) | undefined;
afterEach(() => stop?.());

test("every_screen_has_an_address_that_leads_back_to_it", () => {
  for (const screen of Object.keys(ADDRESSES) as ScreenName[]) {
    const params = { version: "1", from: "1", to: "draft", id: "a/b ü", section: "template.4", template: "fairlead", goal: "g1", session: "s1" };
    expect(match(href(screen, params)).screen).toBe(screen);
  }
  expect(match(href("agreementSection", { id: "a/b ü", section: "x" })).params).toEqual({ id: "a/b ü", section: "x" });
});

test("no_address_is_today_and_nonsense_is_told", () => {
  expect(match("").screen).toBe("today");
  expect(match("#/").screen).toBe("today");
  expect(match("#/nowhere/at/all").screen).toBe("missing");
  expect(match("#/relationships/%E0%A4%A/agreement").screen).toBe("missing");
});

test("going_somewhere_sets_the_place_and_asks_for_the_focus", async () => {
  stop = startRouter();
  go(href("people"));
  window.dispatchEvent(new Event("hashchange"));
  expect(route.value.screen).toBe("people");
  expect(arriving.value).toBe(true);
});
