/** A relationship that came to its end (R127): its pages are read, and hold nothing that would only be refused. */
import { describe, expect, test } from "vitest";
import type { RelationshipView } from "../../../ui/src/api";
import { type Answerer, expectNoAxeFindings, shoot, useBrowser, visit } from "./browser";
import { agreementPlaces, arrive, firstPlaces, lookingPlaces, meetingPlaces, type Place, planPlaces, sessionsPlaces, setupPlaces, wear } from "./screens";

useBrowser();

const SENTENCE = "This relationship was closed on Friday 20 November 2026. Everything can be read and printed; nothing can be changed.";

/** The same data, closed. */
function over(answer: Answerer): Answerer {
  return (name, request) => {
    if (name !== "relationship.get") return answer(name, request);
    const { output } = answer(name, request) as { output: RelationshipView };
    return { output: { ...output, standing: "closed", badge: "Closed 20 Nov", status: SENTENCE }, changed: [] };
  };
}

/** What begins the name of a button that changes something. */
const CHANGES = /^(Add|Agree|Accept|Answer|Book|Cancel|Change|Choose|Complete|Confirm|Correct|Delete|Done|Edit|End|Finish|Forget|I can|I see|Keep|Leave|Log|Make|Mark|Move|Not done|Plan|Propose|Put|Rank|Remove|Rename|Reopen|Restore|Send|Set|Share|Skip|Suggest|Take|That is not|Unrank|Use|Withdraw|Write)\b/;

const inside = (places: readonly Place[], ...names: string[]): Place[] => places.filter((place) => names.includes(place.name));
const pages: Place[] = [
  ...inside(firstPlaces, "first", "supervisor"),
  ...inside(planPlaces, "plan", "plan-goal", "journal"),
  ...lookingPlaces,
  ...inside(sessionsPlaces, "sessions-full"),
  ...meetingPlaces.filter((place) => place.press === undefined),
  ...agreementPlaces.filter((place) => place.press === undefined),
  ...inside(setupPlaces, "setup"),
];

describe("after the end", () => {
  test.each(pages.map((place) => [place.name, place] as const))("r127_%s_is_read_and_has_no_control_that_the_core_would_refuse", async (_, place) => {
    const page = await visit(place.address, over(place.answer()));
    await arrive(page, place);
    const main = page.locator(".page");
    await main.getByText(SENTENCE).first().waitFor();
    expect(await main.getByRole("link", { name: "Reopen" }).getAttribute("href")).toMatch(/\/closing$/);
    expect(await main.locator("input, textarea, select").count(), "nothing to type in").toBe(0);
    expect(await main.locator("button[type=submit]").count(), "nothing to send").toBe(0);
    const names = await main.getByRole("button").evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? each.textContent ?? ""));
    expect(names.filter((name) => CHANGES.test(name.trim())), names.join(" | ")).toEqual([]);
    await expectNoAxeFindings(page, `${place.name} closed`);
    for (const [look, how] of [["light", { width: 1180, height: 780 }], ["dark", { width: 1180, height: 780, dark: true }], ["720", { width: 720, height: 560 }]] as const) {
      await wear(page, how);
      await shoot(page, `over-${place.name}-${look}`);
    }
  });
});
