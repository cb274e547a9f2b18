/** Two people sign at one computer; versions; keys. */
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { callOut, expectNoAxeFindings, focused, heading, shoot, tabTo, useBrowser, visit, watchArrivals } from "./browser";
import { words } from "../../../ui/src/words";
import { expectGoodInEveryLook, type Place, signingPlaces } from "./screens";
import { type SigningDesk, signingDesk } from "./signing";

useBrowser();

const LEILA = "Leila Benali";
const TOMAS = "Tomás Ó Briain";
const SIGN = "/app/#/relationship/ex/sign";
const asked = (rust: SigningDesk, name: string): Record<string, unknown>[] => rust.asked.filter((each) => each.name === name).map((each) => each.request);
const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).first().click();
/** Types a name with keys alone: the field by Tab, the button by Ctrl+Enter. */
async function typeName(page: Page, name: string): Promise<void> {
  await tabTo(page, "#name");
  await page.keyboard.type(name);
  await page.keyboard.press("Control+Enter");
}

describe("every screen of signing", () => {
  test.each(signingPlaces.map((place) => [place.name, place] as const))("%s_is_accessible_and_fits_in_every_look", async (_, place) => {
    await expectGoodInEveryLook(await visit(place.address, place.answer()), place);
  });

  test("the_dot_of_a_line_stands_before_its_first_words_in_a_narrow_window", async () => {
    const place = signingPlaces.find(({ name }) => name === "sign-check-blocked");
    const page = await visit(SIGN, place?.answer() ?? (() => null), { width: 320, height: 640 });
    await page.locator(".links a").first().waitFor();
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".links li")].map((item) => {
        // Something empty in the line of the dot: its lower edge is what the dot stands on.
        const probe = document.createElement("span");
        probe.style.display = "inline-block";
        item.prepend(probe);
        const ground = probe.getBoundingClientRect().bottom;
        probe.remove();
        const text = document.createRange();
        text.selectNodeContents(item.querySelector("a") as HTMLElement);
        const rows = [...text.getClientRects()];
        return { rows: rows.length, first: ground > (rows[0]?.top ?? 0) && ground < (rows[0]?.bottom ?? 0) };
      }),
    );
    expect(Math.max(...lines.map(({ rows }) => rows)), "one line at least is broken").toBeGreaterThan(1);
    expect(lines.map(({ first }) => first)).toEqual(lines.map(() => true));
  });

  // Pages that have no address of their own, each with the way to it.
  const steps: [string, string, (page: Page) => Promise<void>][] = [
    ["sign-read", "Read version 1", (page) => press(page, "Freeze this text and read it")],
    ["sign-typed", `${LEILA} signs`, async (page) => {
      await press(page, "Freeze this text and read it");
      await press(page, "Go on to signing");
      await page.locator("#name").fill("Leila");
      await press(page, `Sign as ${LEILA}`);
      await page.getByText("The agreement names").first().waitFor();
    }],
    ["sign-drawn", `${LEILA} signs`, async (page) => {
      await press(page, "Freeze this text and read it");
      await press(page, "Go on to signing");
      await page.getByRole("radio", { name: "Draw my signature" }).check();
      await draw(page);
    }],
    ["sign-paper", `${LEILA} signs`, async (page) => {
      await press(page, "Freeze this text and read it");
      await press(page, "Go on to signing");
      await page.getByRole("radio", { name: "On paper" }).check();
      await press(page, "Choose a file");
      await page.getByText("Attached: signed page.png").first().waitFor();
    }],
    ["sign-pass", `Pass the computer to ${TOMAS}`, async (page) => {
      await press(page, "Freeze this text and read it");
      await press(page, `${TOMAS} signs first`);
    }],
  ];
  test.each(steps)("%s_is_accessible_and_fits_in_every_look", async (name, title, way) => {
    const page = await visit(SIGN, signingDesk().answer);
    await heading(page, "Before you sign");
    await way(page);
    const place: Place = { name, address: SIGN, heading: title, answer: () => signingDesk().answer };
    await expectGoodInEveryLook(page, place);
  });
});

async function draw(page: Page): Promise<void> {
  const canvas = page.locator(".pad canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("there is no box to draw in");
  for (const [from, to] of [[[0.1, 0.7], [0.4, 0.2]], [[0.5, 0.8], [0.9, 0.3]]] as const) {
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 12 });
    await page.mouse.up();
  }
}

describe("signing at one computer", () => {
  test("a_page_of_signing_takes_the_focus_before_a_key_can_come", async () => {
    const page = await visit(SIGN, signingDesk().answer);
    await heading(page, "Before you sign");
    const arrivals = await watchArrivals(page);
    await page.keyboard.press("Control+Enter");
    await heading(page, "Read version 1");
    await page.locator(".paper").waitFor();
    await page.keyboard.press("Control+Enter");
    await heading(page, `${LEILA} signs`);
    expect(await arrivals()).toEqual(["Read version 1 | Read version 1", `${LEILA} signs | ${LEILA} signs`]);
  });

  test("two_people_sign_one_after_the_other_by_keyboard_alone", async () => {
    const rust = signingDesk();
    const page = await visit("/app/#/relationship/ex/agreement", rust.answer);
    await heading(page, "Agreement");
    await page.getByRole("link", { name: "Check and sign" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Before you sign");
    await expect.poll(() => focused(page)).toBe("h1 Before you sign");
    await page.keyboard.press("Control+Enter");
    await heading(page, "Read version 1");
    await expect.poll(() => focused(page)).toBe("h1 Read version 1");
    await page.getByText("river · lemon · copper · anchor").waitFor();
    await page.locator(".paper").waitFor();
    await expect.poll(() => asked(rust, "signing.open")).toEqual([{ relationship: "ex", side: "mentee" }]);
    await page.keyboard.press("Control+Enter");
    await heading(page, `${LEILA} signs`);
    await expect.poll(() => focused(page)).toBe(`h1 ${LEILA} signs`);
    await typeName(page, LEILA);
    // The computer goes to the other person: nothing is seen of either.
    await heading(page, `Pass the computer to ${TOMAS}`);
    await expect.poll(() => focused(page)).toBe(`h1 Pass the computer to ${TOMAS}`);
    expect(await page.locator(".paper, .sidebar, .bar, .fingerprint").count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await heading(page, "Read version 1");
    await page.locator(".paper").waitFor();
    await page.keyboard.press("Control+Enter");
    await heading(page, `${TOMAS} signs`);
    await page.getByText("When you sign, both of you have signed.").waitFor();
    await typeName(page, TOMAS);
    await heading(page, "Signed by both");
    await expect.poll(() => focused(page)).toBe("h1 Signed by both");
    expect(asked(rust, "signing.sign").map(({ side, name, kind, fingerprint, version }) => ({ side, name, kind, fingerprint, version }))).toEqual([
      { side: "mentee", name: LEILA, kind: "typed", fingerprint: rust.versions[0]?.fingerprint.hex, version: "v1-0" },
      { side: "mentor", name: TOMAS, kind: "typed", fingerprint: rust.versions[0]?.fingerprint.hex, version: "v1-0" },
    ]);
    // Back to the owner, whose own pages come again only then.
    expect(await page.getByRole("link", { name: "Open this version" }).count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await heading(page, `Give the computer back to ${LEILA}`);
    await page.keyboard.press("Control+Enter");
    await heading(page, "Signed by both");
    await page.getByRole("link", { name: "Open this version" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Version 1");
    await page.getByText("Signed by both, Tuesday 24 March 2026").first().waitFor();
  });

  test("while_it_is_handed_over_nothing_leads_anywhere_else", async () => {
    const rust = signingDesk("half");
    const page = await visit("/app/#/today", rust.answer);
    await heading(page, "Today");
    await page.evaluate(() => { location.hash = "#/relationship/ex/sign"; });
    await heading(page, `Waiting for ${TOMAS}’s signature`);
    await press(page, `${TOMAS} is here now`);
    const pass = (): Promise<void> => heading(page, `Pass the computer to ${TOMAS}`);
    await pass();
    await shoot(page, "sign-pass-alone");
    expect(await page.locator("a[href]").count()).toBe(0);
    const texts = await page.locator("body").innerText();
    for (const word of ["Today", "Relationships", "Reminders", "Undo", "Library"]) expect(texts).not.toContain(word);
    for (const keys of ["Control+k", "Control+1", "Control+2", "Control+4", "Control+,", "Control+e", "Control+z", "F1", "Control+/", "F8", "Alt+ArrowLeft", "Alt+ArrowRight"]) {
      await page.keyboard.press(keys);
      await pass();
      expect(await page.locator("dialog, .sidebar").count(), keys).toBe(0);
    }
    await page.goBack();
    await pass();
    await callOut(page, "open-route", "/relationship/ex/agreement/area.7");
    await pass();
    expect(await page.evaluate(() => location.hash)).toBe("#/relationship/ex/sign");
    expect(asked(rust, "undo.back")).toEqual([]);
    // Only a name leads on.
    await press(page, `I am ${TOMAS}`);
    await heading(page, "Read version 1");
    await page.keyboard.press("Control+k");
    await page.goBack();
    await heading(page, "Read version 1");
    await press(page, `Give the computer back to ${LEILA}`);
    await heading(page, `Give the computer back to ${LEILA}`);
    await press(page, `I am ${LEILA}`);
    await heading(page, `Waiting for ${TOMAS}’s signature`);
    await page.keyboard.press("Control+1");
    await heading(page, "Today");
  });

  test("a_start_in_the_other_persons_hands_begins_behind_the_curtain", async () => {
    const rust = signingDesk("half");
    rust.here = "mentor";
    const page = await visit(SIGN, rust.answer);
    await heading(page, `Pass the computer to ${TOMAS}`);
    await page.keyboard.press("Control+1");
    await heading(page, `Pass the computer to ${TOMAS}`);
    await press(page, `I am ${LEILA}`);
    await heading(page, `Waiting for ${TOMAS}’s signature`);
    expect(asked(rust, "signing.hand_over")).toEqual([{ relationship: "ex", side: "mentee" }]);
  });

  test("handing_over_takes_messages_with_it_and_remembers_the_page", async () => {
    const rust = signingDesk("half");
    const page = await visit("/app/#/relationship/ex/sign", rust.answer);
    await heading(page, `Waiting for ${TOMAS}’s signature`);
    await press(page, "What is this?");
    await press(page, "Copy the fingerprint");
    await page.locator(".toast", { hasText: "Copied." }).waitFor();
    await press(page, `${TOMAS} is here now`);
    await heading(page, `Pass the computer to ${TOMAS}`);
    expect(await page.locator(".toast").count()).toBe(0);
    await expect.poll(() => asked(rust.agreement as unknown as SigningDesk, "place.keep").at(-1)).toEqual({ route: "relationship/ex/sign" });
  });

  test("messages_of_the_page_before_do_not_lie_over_what_is_to_be_signed", async () => {
    const page = await visit(SIGN, signingDesk("half").answer);
    const waiting = `Waiting for ${TOMAS}’s signature`;
    await heading(page, waiting);
    await press(page, "What is this?");
    await press(page, "Copy the fingerprint");
    const message = page.locator(".toast", { hasText: "Copied." });
    await message.waitFor();
    await page.getByRole("link", { name: "Close" }).click();
    await page.getByRole("heading", { level: 1, name: waiting }).waitFor({ state: "detached" });
    expect(await message.count()).toBe(1);
    await page.goBack();
    await heading(page, waiting);
    // By itself it would stay for ten seconds.
    await expect.poll(() => message.count(), { timeout: 2_000 }).toBe(0);
  });

  test("what_blocks_signing_leads_to_its_place_and_open_sections_are_left_on_purpose", async () => {
    const rust = signingDesk("open");
    const page = await visit(SIGN, rust.answer);
    await page.getByRole("heading", { name: "3 things stand in the way" }).waitFor();
    expect(await page.getByRole("button", { name: "Freeze this text and read it" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Open: Limits" }).getAttribute("href")).toBe("#/relationship/ex/agreement/area.7");
    expect(await page.getByRole("link", { name: "How (Relationship feedback)" }).getAttribute("href")).toBe("#/relationship/ex/agreement/area.13");
    await page.getByRole("link", { name: /^How long a silence is too long/ }).click();
    await heading(page, "When an answer does not come");
    Object.assign(rust.ready, { missing: [], names: [], suggestions: [] });
    await page.goBack();
    await page.getByText("Nothing stands in the way").waitFor();
    await press(page, "Freeze this text and read it");
    await page.getByText("3 sections are still open.").waitFor();
    expect(asked(rust, "signing.begin")).toEqual([]);
    await expectNoAxeFindings(page, "undecided");
    await page.getByRole("checkbox", { name: "Limits" }).check();
    await press(page, "Leave all of them for later");
    await press(page, "Freeze this text and read it");
    await heading(page, "Read version 1");
    expect(asked(rust, "signing.begin")).toEqual([{ relationship: "ex", later: ["area.7", "area.10", "area.14"] }]);
  });

  test("a_name_that_is_refused_is_explained_at_its_field", async () => {
    const rust = signingDesk("half");
    const page = await visit(SIGN, rust.answer);
    await press(page, `${TOMAS} is here now`);
    await press(page, `I am ${TOMAS}`);
    await press(page, "Go on to signing");
    await press(page, `Sign as ${TOMAS}`);
    await page.locator(".field .error", { hasText: "Type your name. It is your signature." }).waitFor();
    await expect.poll(() => focused(page)).toContain("One thing needs a change");
    await page.locator("#name").fill("Тomás Ó Briain");
    await press(page, `Sign as ${TOMAS}`);
    await page.locator(".field .error", { hasText: "mixes letters of two scripts" }).waitFor();
    expect(await page.locator("#name").getAttribute("aria-invalid")).toBe("true");
    await page.locator(".summary a").click();
    await expect.poll(() => focused(page)).toBe("input name");
    await page.locator("#name").fill(TOMAS);
    await press(page, `Sign as ${TOMAS}`);
    await heading(page, "Signed by both");
  });

  test("a_drawn_signature_is_kept_as_points_and_strokes_can_be_taken_back", async () => {
    const rust = signingDesk("half");
    const page = await visit(SIGN, rust.answer);
    await press(page, `${TOMAS} is here now`);
    await press(page, `I am ${TOMAS}`);
    await press(page, "Go on to signing");
    await page.getByRole("radio", { name: "Draw my signature" }).check();
    await press(page, `Sign as ${TOMAS}`);
    await page.locator(".field .error", { hasText: "Draw your signature in the box" }).waitFor();
    await draw(page);
    await page.getByText("2 strokes").waitFor();
    await press(page, "Undo stroke");
    await page.locator("#drawing-state", { hasText: "One stroke" }).waitFor();
    await press(page, "Clear");
    await page.getByText("Nothing drawn yet").waitFor();
    await draw(page);
    // The window becomes narrower: what was drawn shrinks with its box, and stays the same drawing.
    const before = await page.locator(".pad canvas").boundingBox();
    await page.setViewportSize({ width: 400, height: 780 });
    await expect.poll(async () => (await page.locator(".pad canvas").boundingBox())?.width).toBeLessThan(before?.width ?? 0);
    await press(page, `Sign as ${TOMAS}`);
    await heading(page, "Signed by both");
    const drawing = asked(rust, "signing.sign")[0]?.["drawing"] as { width: number; height: number; strokes: [number, number][][] };
    expect([drawing.width, drawing.height, drawing.strokes.length]).toEqual([600, 200, 2]);
    const [first] = drawing.strokes;
    const ends = [...(first?.[0] ?? []), ...(first?.at(-1) ?? [])];
    const drawn = [60, 140, 240, 40];
    expect(ends.every((value, index) => Math.abs(value - (drawn[index] ?? 0)) < 6), String(ends)).toBe(true);
    expect(drawing.strokes.flat(2).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(await page.getByRole("img", { name: `Signature of ${TOMAS}, drawn by hand` }).locator("polyline").count()).toBe(2);
  });

  test("who_cannot_draw_types_instead", async () => {
    const page = await visit(SIGN, signingDesk().answer);
    await press(page, "Freeze this text and read it");
    await press(page, "Go on to signing");
    await page.getByRole("radio", { name: "Draw my signature" }).check();
    await press(page, "Prefer the keyboard? Type your name instead.");
    await page.locator("#name").waitFor();
  });

  test("a_signature_on_paper_counts_when_the_other_has_confirmed_it", async () => {
    const rust = signingDesk();
    const page = await visit(SIGN, rust.answer);
    await press(page, "Freeze this text and read it");
    await press(page, "Go on to signing");
    await page.getByRole("radio", { name: "On paper" }).check();
    await press(page, `Sign as ${LEILA}`);
    await page.locator(".field .error", { hasText: "Say on which day you signed the paper." }).waitFor();
    await page.getByRole("textbox", { name: "Signed on" }).fill("today");
    await page.getByText("Saturday 21 November 2026").waitFor();
    await press(page, "Choose a file");
    await page.getByText("Attached: signed page.png").first().waitFor();
    await press(page, `Sign as ${LEILA}`);
    await heading(page, `Pass the computer to ${TOMAS}`);
    expect(asked(rust, "signing.sign")[0]).toMatchObject({ kind: "on_paper", name: LEILA, paper: { signedOn: "2026-11-21", scan: { base64: expect.any(String) } } });
    await press(page, `I am ${TOMAS}`);
    await press(page, "Go on to signing");
    await typeName(page, TOMAS);
    await heading(page, `${LEILA} signed on paper`);
    await expect.poll(() => focused(page)).toBe(`h1 ${LEILA} signed on paper`);
    await expectNoAxeFindings(page, "confirm");
    await shoot(page, "sign-confirm");
    expect(rust.versions[0]?.state).toBe("waiting");
    await page.getByRole("img", { name: `The page that ${LEILA} attached` }).waitFor();
    await press(page, `I have seen it: it is ${LEILA}’s signature`);
    await heading(page, "Signed by both");
    await page.getByText("Tuesday 24 March 2026, 10:25").waitFor();
  });

  test("a_pdf_of_the_signed_page_is_named_and_opened_before_it_is_confirmed", async () => {
    const rust = signingDesk();
    rust.scan = "pdf";
    const page = await visit(SIGN, rust.answer);
    await press(page, "Freeze this text and read it");
    await press(page, "Go on to signing");
    await page.getByRole("radio", { name: "On paper" }).check();
    // The paper to be printed is the frozen version, not the agreement as it stands.
    await press(page, "Save as PDF");
    await expect.poll(() => asked(rust, "save_paper")).toMatchObject([{ kind: "to_sign", relationship: "ex" }]);
    await page.getByRole("textbox", { name: "Signed on" }).fill("today");
    await press(page, "Choose a file");
    await page.getByText("Attached: signed pages.pdf").first().waitFor();
    await press(page, `Sign as ${LEILA}`);
    await heading(page, `Pass the computer to ${TOMAS}`);
    expect(asked(rust, "signing.sign")[0]).toMatchObject({ paper: { scan: { name: "signed pages.pdf" } } });
    await press(page, `I am ${TOMAS}`);
    await press(page, "Go on to signing");
    await typeName(page, TOMAS);
    await heading(page, `${LEILA} signed on paper`);
    await page.getByText("signed pages.pdf · PDF, 2 pages, 340 kB").waitFor();
    await expectNoAxeFindings(page, "confirm-pdf");
    await shoot(page, "sign-confirm-pdf");
    await press(page, "Open the scan");
    await expect.poll(() => asked(rust, "show_scan")).toEqual([{ relationship: "ex", sha256: "ab".repeat(32) }]);
    await press(page, `I have seen it: it is ${LEILA}’s signature`);
    await heading(page, "Signed by both");
  });

  test("a_signature_can_be_taken_back_until_both_have_signed", async () => {
    const rust = signingDesk("half");
    const page = await visit(SIGN, rust.answer);
    await press(page, "Take my signature back");
    const dialog = page.getByRole("dialog", { name: "Take the signature back?" });
    await dialog.waitFor();
    await expectNoAxeFindings(page, "withdraw");
    await shoot(page, "sign-withdraw");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(asked(rust, "signing.withdraw")).toEqual([]);
    await press(page, "Take my signature back");
    await press(page, "Take it back");
    await heading(page, "Agreement");
    expect(asked(rust, "signing.withdraw")).toEqual([{ relationship: "ex", side: "mentee" }]);
    // Afterwards there is nothing to press, only the reason.
    const done = await visit(SIGN, signingDesk("signed").answer);
    await heading(done, "Signed by both");
    expect(await done.getByRole("button", { name: "Take my signature back" }).count()).toBe(0);
    await press(done, "Can a signature still be taken back?");
    await done.getByText("Both of you have signed, and each of you relies on it.").waitFor();
  });

  test("the_second_person_may_leave_it_unsigned", async () => {
    const rust = signingDesk("half");
    const page = await visit(SIGN, rust.answer);
    await press(page, `${TOMAS} is here now`);
    await press(page, `I am ${TOMAS}`);
    await press(page, "I do not sign this");
    await page.getByRole("dialog", { name: "Leave this version unsigned?" }).waitFor();
    await press(page, "Leave it unsigned");
    await heading(page, `Give the computer back to ${LEILA}`);
    expect(asked(rust, "signing.withdraw")).toEqual([{ relationship: "ex", side: "mentor" }]);
    await press(page, `I am ${LEILA}`);
    await heading(page, "Before you sign");
  });

  test("the_fingerprint_stands_in_words_and_in_full_and_can_be_copied", async () => {
    const rust = signingDesk("signed");
    const page = await visit(SIGN, rust.answer);
    await heading(page, "Signed by both");
    await press(page, "What is this?");
    expect((await page.locator(".hex").innerText()).replaceAll(" ", "")).toBe(rust.versions[0]?.fingerprint.hex);
    await press(page, "Copy the fingerprint");
    await page.locator(".toast", { hasText: "Copied." }).waitFor();
    expect(JSON.stringify(asked(rust.agreement as unknown as SigningDesk, "copy_text"))).toContain(`river lemon copper anchor\\n${rust.versions[0]?.fingerprint.hex}`);
  });
});

describe("versions", () => {
  test("two_texts_are_compared_in_words_and_marks_and_by_keys", async () => {
    const page = await visit("/app/#/relationship/ex/versions/1/draft", signingDesk("changed").answer);
    await heading(page, "What changed");
    await page.getByRole("button", { name: "Next change" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("h2 change-0");
    await page.getByRole("button", { name: "Next change" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("h2 change-1");
    await page.getByText("Change 2 of 3: Limits: mentor").waitFor({ state: "attached" });
    const first = page.locator(".compared").first();
    expect(await first.locator("ins").innerText()).toContain("and a half");
    expect(await first.locator("ins .unseen").first().textContent()).toContain(words.agreement.talk.added);
    expect(await first.locator("del").count()).toBe(0);
    const line = await first.locator("ins").evaluate((each) => getComputedStyle(each).textDecorationLine);
    expect(line).toBe("underline");
    await page.getByRole("tab", { name: "Changes side by side" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Between meetings we write.").first().waitFor();
    await expectNoAxeFindings(page, "whole texts");
    await shoot(page, "compare-whole");
    await page.keyboard.press("ArrowRight");
    await page.locator("ol.change-list").waitFor();
    await expectNoAxeFindings(page, "list of changes");
    await shoot(page, "compare-list");
    expect(await page.locator("ol.change-list del").evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe("line-through");
  });

  test("any_two_texts_are_chosen_and_the_same_twice_is_none", async () => {
    const page = await visit("/app/#/relationship/ex/versions", signingDesk("changed").answer);
    await page.getByText("What later versions changed").waitFor();
    await page.getByText("an hour and a half instead of an hour").waitFor();
    await page.getByRole("group", { name: "Later" }).getByRole("radio", { name: "Version 1" }).check();
    await press(page, "Compare");
    await page.locator(".field .error", { hasText: "Choose two different texts." }).waitFor();
    await page.getByRole("group", { name: "Later" }).getByRole("radio", { name: "Version 2, draft" }).check();
    await press(page, "Compare");
    await heading(page, "What changed");
  });

  test("an_older_wording_becomes_a_suggestion_R60", async () => {
    const rust = signingDesk("changed");
    const page = await visit("/app/#/relationship/ex/versions/1/draft", rust.answer);
    await heading(page, "What changed");
    await press(page, "Suggest this wording again: Meeting plan: How long");
    await heading(page, "Meeting plan");
    expect(asked(rust, "version.restore")).toEqual([{ relationship: "ex", version: 1, place: { kind: "answer", field: "template.5.length_minutes", side: null }, side: "mentee" }]);
    await page.getByText("The older wording of “Meeting plan” is now a suggestion.").waitFor();
    // What was not there before cannot be suggested again.
    const other = await visit("/app/#/relationship/ex/versions/1/draft", rust.answer);
    await heading(other, "What changed");
    expect(await other.getByRole("button", { name: /^Suggest this wording again/ }).count()).toBe(1);
  });

  test("what_we_agreed_is_reached_from_every_page_of_the_relationship_R60", async () => {
    const rust = signingDesk("changed");
    for (const path of ["", "/contact", "/setup", "/agreement", "/agreement/area.7", "/agreement/own", "/agreement/document", "/agreed", "/versions", "/versions/1", "/versions/1/draft", "/versions/9", "/keys"]) {
      const page = await visit(`/app/#/relationship/ex${path}`, rust.answer);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.getByRole("link", { name: "What we agreed", exact: true }).first().getAttribute("href"), path).toBe("#/relationship/ex/agreed");
    }
  });
});

describe("keys", () => {
  test("a_changed_key_asks_for_a_spoken_check_before_it_is_confirmed", async () => {
    const rust = signingDesk("key");
    const page = await visit("/app/#/relationship/ex/keys", rust.answer);
    await page.getByRole("heading", { name: `${TOMAS}’s key has changed` }).waitFor();
    await page.getByText("counts for nothing until you have compared the four words by voice").waitFor();
    await press(page, `We have compared the words by voice: ${TOMAS}’s key is right`);
    const dialog = page.getByRole("dialog", { name: "Are the four words the same?" });
    await dialog.getByText("winter, salmon, ladder, cherry").waitFor();
    await press(page, "No, or not sure");
    expect(asked(rust, "key.confirm")).toEqual([]);
    await press(page, `We have compared the words by voice: ${TOMAS}’s key is right`);
    await press(page, "Yes, the same words");
    await page.getByText("You compared it by voice on Saturday 21 November 2026.").waitFor();
    expect(asked(rust, "key.confirm")).toEqual([{ relationship: "ex", key: rust.keys.partner[1]?.key }]);
  });
});
