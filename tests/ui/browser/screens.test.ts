import { describe, expect, test } from "vitest";
import { useBrowser, visit } from "./browser";
import { expectGoodInEveryLook, productPlaces, sessionsPlaces, setupPlaces } from "./screens";

useBrowser();

describe("every screen", () => {
  test.each([...productPlaces, ...setupPlaces, ...sessionsPlaces].map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    const page = await visit(place.address, place.answer());
    await expectGoodInEveryLook(page, place);
    expect(await page.title()).toContain("Fairlead");
  });
});
