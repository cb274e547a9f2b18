/** Every screen in every look: what the browser tests examine, and what `cargo xtask gallery` shows. */
import type { Page } from "playwright-core";
import type { State } from "../../../ui/src/api";
import { words } from "../../../ui/src/words";
import { verifyWords } from "../../../ui/src/words/verify";
import { agreementDesk } from "./agreement";
import { type Answerer, expectNoAxeFindings, expectNothingCut, expectReflow, expectTargets, shoot, spaceOut } from "./browser";
import { firstDesk } from "./first";
import { type EndStage, endingDesk } from "./ending";
import { libraryDesk } from "./library";
import { lookingDesk, type Stage } from "./looking";
import { meetingDesk } from "./meeting";
import { planDesk } from "./plan";
import { type Product, product, relationship } from "./product";
import { sessionsDesk } from "./sessions";
import { type Filled, setupDesk } from "./setup";
import { verdicts, verifyDesk } from "./verify";
import { type Begun, signingDesk } from "./signing";

/** A screen: its address, what shows that it is there, and the data it is shown with. */
export interface Place {
  name: string;
  address: string;
  /** Its heading of the first level. */
  heading?: string;
  /** A selector of what must be there. */
  there?: string;
  /** A button that is pressed first. */
  press?: string;
  answer: () => Answerer;
}

const closed = (state: State, happened: string, safe: string, next: string, backups?: false): Product =>
  product({ ...(backups === false ? { backups } : {}), start: { ...product().start, state, sentence: { happened, safe, next } } });

/** The screens around the agreement: name, address, heading, data. */
const around: [string, string, string, () => Product][] = [
  ["welcome", "", "Welcome. What should we call you?", () => product({ firstRun: true })],
  ["today", "#/today", "Today", () => product()],
  ["today-empty", "#/today", "Today", () => product({ relationships: [], cards: [] })],
  ["today-asks", "#/today", "Today", () => product({ standing: { atLogin: null, tray: true } })],
  ["today-quiet", "#/today", "Today", () => product({ cards: [] })],
  ["relationships", "#/relationships", "Relationships", () => product({ relationships: [relationship(), relationship({ id: "ex", title: "Maya Lindqvist and Kofi Mensah", mentee: { ...relationship().mentee, name: "Maya Lindqvist" }, mentor: { ...relationship().mentor, name: "Kofi Mensah" }, example: true, settled: 23, status: "Everything is settled." })] })],
  ["relationships-empty", "#/relationships", "Relationships", () => product({ relationships: [], cards: [] })],
  ["new", "#/relationship/new", "New relationship", () => product()],
  ["overview", "#/relationship/r1", "Priya Shah and Tom Okafor", () => product()],
  ["overview-waiting", "#/relationship/r1", "Priya Shah and Tom Okafor", () => product({ relationships: [relationship({ connection: "waiting", connectedOn: null, midPoint: null, endsOn: null, revisitOn: null, settled: 0, status: "You have not begun the agreement." })] })],
  ["overview-gone", "#/relationship/r9", "Overview", () => product()],
  ["reminders", "#/reminders", "Reminders", () => product()],
  ["reminders-empty", "#/reminders", "Reminders", () => product({ cards: [] })],
  ["people", "#/people", "People", () => product()],
  ["settings", "#/settings", "You", () => product()],
  ["settings-reminders", "#/settings/reminders", "Reminders", () => product()],
  ["settings-reminders-paused", "#/settings/reminders", "Reminders", () => product({ paused: true, standing: { atLogin: true, tray: false } })],
  ["settings-data", "#/settings/data", "Where your data is", () => product()],
  ["settings-security", "#/settings/recovery", "Lock and recovery", () => product()],
  ["settings-security-done", "#/settings/recovery", "Lock and recovery", () => product({ confirmed: true, keyPlace: "pass_phrase" })],
  ["settings-display", "#/settings/display", "Display", () => product()],
  ["help", "#/help", "Help", () => product()],
  ["missing", "#/nowhere", "This page is not here", () => product()],
  ["locked", "", "Welcome back", () => closed("locked", "Your data is locked.", "Everything is as you left it.", "Type your pass phrase.")],
  ["key-missing", "", "Your recovery code is needed", () => closed("key_missing", "The key to your data is not on this computer.", "The data file is whole.", "Type your recovery code.")],
  ["damaged", "", "Your data file is damaged", () => closed("damaged", "The data file was changed by something other than Fairlead.", "It stays where it is, whole.", "Choose a backup.")],
  ["damaged-no-backup", "", "Your data file is damaged", () => closed("damaged", "The file with your data is empty or cut short.", "Nothing was deleted: every file is where it was.", "Put back the file fairlead.db from a copy of the folder and try again, or begin anew.", false)],
  ["newer", "", "A newer Fairlead made this data", () => closed("newer", "A newer Fairlead made this data.", "It was not touched.", "Install that Fairlead.")],
  ["in-use", "", "Fairlead is open already", () => closed("in_use", "Another Fairlead has the data open.", "Nothing was changed.", "Go to its window.")],
  ["read-only", "", "The data folder cannot be written to", () => closed("read_only", "The folder can only be read.", "Nothing was changed.", "Ask for the right to write there.")],
  ["disk-full", "", "The disk is full", () => closed("disk_full", "There is no room left on the disk.", "What was saved before is safe.", "Make room and try again.")],
  ["unreadable", "", "Your data cannot be opened", () => closed("unreadable", "Something else stands where the data should be.", "It was not touched.", "Move it away and try again.")],
];

const section = (section: string): string => `/app/#/relationship/ex/agreement/${section}`;
/** The agreement: every kind of field, both modes, filled and empty. */
const inside: [string, string, "example" | "blank", "open"?][] = [
  ["contents", "/app/#/relationship/ex/agreement", "example"],
  ["contents-blank", "/app/#/relationship/ex/agreement", "blank"],
  ["roles", section("template.1"), "example"],
  ["roles-blank", section("template.1"), "blank"],
  ["purposes", section("template.2"), "example"],
  ["goals", section("template.3"), "example"],
  ["goals-blank", section("template.3"), "blank"],
  ["goal-rated", section("template.3"), "example"],
  ["timeframe", section("template.4"), "example"],
  ["meetings", section("template.5"), "example"],
  ["between", section("template.6"), "example"],
  ["between-blank", section("template.6"), "blank"],
  ["silence", section("area.5"), "blank"],
  ["limits", section("area.7"), "example"],
  ["confidentiality", section("clause.confidentiality"), "example"],
  ["own", section("own"), "example"],
  ["own-page", section("heading1"), "example"],
  ["document", "/app/#/relationship/ex/agreement/document", "example"],
  ["sheet", "/app/#/relationship/ex/agreed", "example"],
  ["expectations", section("area.10"), "example"],
  ["expectations-blank", section("area.10"), "blank"],
  ["contents-talk", "/app/#/relationship/ex/agreement", "example", "open"],
  ["meetings-talk", section("template.5"), "example", "open"],
  ["document-talk", "/app/#/relationship/ex/agreement/document", "example", "open"],
  ["suggestions", "/app/#/relationship/ex/agreement/suggestions", "example", "open"],
  ["suggestions-none", "/app/#/relationship/ex/agreement/suggestions", "blank"],
];


export const productPlaces: Place[] = around.map(([name, address, heading, make]) => ({ name, address: `/app/${address}`, heading, answer: () => make().answer }));

export const agreementPlaces: Place[] = inside.map(([name, address, kind, talking]) => ({
  name: `agreement-${name}`,
  address,
  there: name.startsWith("document") || name === "sheet" ? ".paper" : name === "suggestions" ? ".talk" : name === "suggestions-none" ? ".empty" : name.endsWith("-talk") && !name.startsWith("contents") ? ".talk" : name.startsWith("expectations") ? ".expectations" : name.startsWith("contents") ? ".contents" : "article.section",
  ...(name === "roles" ? { press: "More about this" } : name === "goal-rated" ? { press: "Edit: Run one project" } : {}),
  answer: () => {
    const rust = agreementDesk(kind, talking);
    if (name === "goal-rated") rust.view.goals.forEach((goal, place) => { goal.ratings = { mentee: (place % 5) + 1, mentor: place % 2 === 0 ? 3 : null }; });
    return rust.answer;
  },
}));

export const libraryPlaces: Place[] = [
  ["library", "#/library", "Library"],
  ["template", "#/library/spring", "Spring cohort"],
  ["template-shipped", "#/library/fairlead", "Fairlead's own form"],
].map(([name = "", address = "", heading = ""]) => ({ name, address: `/app/${address}`, heading, answer: () => libraryDesk().answer }));

/** Setting up: the contact plan, and the relationship with its programme. */
const setting: [string, string, string, Filled, boolean][] = [
  ["contact", "contact", "Contact plan", "filled", false],
  ["contact-half", "contact", "Contact plan", "half", false],
  ["contact-waiting", "contact", "Contact plan", "waiting", false],
  ["setup", "setup", words.setup.title, "filled", false],
  ["setup-half", "setup", words.setup.title, "half", false],
  ["setup-waiting", "setup", words.setup.title, "waiting", false],
  ["setup-request", "setup", words.setup.title, "request", false],
  ["setup-programme-logo", "setup", words.setup.title, "filled", true],
];
export const setupPlaces: Place[] = setting.map(([name, address, heading, filled, logo]) => ({
  name,
  address: `/app/#/relationship/r1/${address}`,
  heading,
  there: address === "contact" ? ".contact-plan" : "section[aria-labelledby='words']",
  answer: () => setupDesk(filled, logo).answer,
}));

/** The sessions: some of each kind, none yet, and four that did not take place. */
export const sessionsPlaces: Place[] = (["full", "empty", "lost"] as const).map((look) => ({
  name: `sessions-${look}`,
  address: "/app/#/relationship/ex/sessions",
  heading: "Sessions",
  there: look === "empty" ? ".empty" : ".session-list",
  answer: () => sessionsDesk(look).answer,
}));
/** Looking back: each page, the check-up in its three stages. */
const looking: [string, string, string, Stage, boolean?][] = [
  ["checkups", "", "Check-ups", "before"],
  ["checkups-mentor", "", "Check-ups", "before", true],
  ["checkup-before", "/ninety-days", "90-day check-up", "before"],
  ["checkup-alone", "/ninety-days", "90-day check-up", "alone"],
  ["checkup-together", "/ninety-days", "90-day check-up", "together"],
  ["obstacles", "/obstacles", "Meeting about obstacles", "together"],
  ["mid-point", "/mid-point", "Mid-point", "before"],
  ["revisit", "/revisit", "Looking at the agreement again", "before"],
  ["mentor", "/mentor", "For you as mentor", "before", true],
];
export const lookingPlaces: Place[] = looking.map(([name, address, heading, stage, mentor]) => ({ name, address: `/app/#/relationship/ex/checkups${address}`, heading, there: ".page h2", answer: () => lookingDesk(stage, mentor).answer }));
/** The first meeting and the page of the supervisor: before anything was written, and in the middle of it. */
export const firstPlaces: Place[] = [
  { name: "first", address: "/app/#/relationship/r1/first", heading: "First meeting", there: ".block", answer: () => firstDesk().answer },
  { name: "first-empty", address: "/app/#/relationship/r1/first", heading: "First meeting", there: ".block", answer: () => firstDesk({ empty: true }).answer },
  { name: "supervisor", address: "/app/#/relationship/r1/supervisor", heading: "Who else should know", there: "#brief", answer: () => firstDesk().answer },
  { name: "supervisor-not-agreed", address: "/app/#/relationship/r1/supervisor", heading: "Who else should know", there: ".supervisor", answer: () => firstDesk({ empty: true }).answer },
  { name: "supervisor-mentor", address: "/app/#/relationship/r1/supervisor", heading: "Who else should know", there: ".supervisor .notice", answer: () => firstDesk({ empty: true, mentor: true }).answer },
  { name: "overview-under-way", address: "/app/#/relationship/r1", heading: "Priya Shah and Tom Okafor", there: ".journey", answer: () => firstDesk().answer },
];
/** The end: closing before and after, ending without fault, deleting, and a request without an answer. */
const ends: [string, string, string, EndStage][] = [
  ["closing", "/closing", "Closing conversation", "open"],
  ["closing-closed", "/closing", "Closing conversation", "closed"],
  ["ending", "/ending", "Ending without fault", "open"],
  ["ending-ended", "/ending", "Ending without fault", "ended"],
  ["deletion", "/delete", "Delete from this computer", "ended"],
  ["overview-lapsed", "", "Priya Shah and Tom Okafor", "lapsed"],
  ["overview-closed", "", "Priya Shah and Tom Okafor", "closed"],
];
export const endingPlaces: Place[] = ends.map(([name, address, heading, stage]) => ({ name, address: `/app/#/relationship/r1${address}`, heading, there: ".page h2", answer: () => endingDesk(stage).answer }));
/** One session in its three parts, the next one, and the tasks. */
const meetings: [string, string, string, "page" | "after" | "next", string?][] = [
  ["session-before", "session/s", "Session 1", "page"],
  ["session-next", "session/s", "Session 2", "next"],
  ["tasks", "tasks", "Tasks", "page"],
  ["tasks-new", "tasks", "Tasks", "page", "Add a task"],
];
export const meetingPlaces: Place[] = meetings.map(([name, address, heading, look, press]) => ({ name, address: `/app/#/relationship/ex/${address}`, heading, there: ".meeting h2", ...(press === undefined ? {} : { press }), answer: () => meetingDesk(look).answer }));
/** The action plan, a goal of it, and the journal. */
export const planPlaces: Place[] = [
  { name: "plan", address: "/app/#/relationship/ex/plan", heading: "Plan", there: ".board", answer: () => planDesk().answer },
  { name: "plan-empty", address: "/app/#/relationship/ex/plan", heading: "Plan", there: ".empty", answer: () => planDesk(true).answer },
  { name: "plan-goal", address: "/app/#/relationship/ex/plan/goal/goal1", heading: "Run one project across teams", there: ".ordered", answer: () => planDesk().answer },
  { name: "plan-goal-gone", address: "/app/#/relationship/ex/plan/goal/gone", heading: "This goal is not here", answer: () => planDesk().answer },
  { name: "journal", address: "/app/#/relationship/ex/plan/journal", heading: "Journal", there: ".private", answer: () => planDesk().answer },
];

/** Checking a signed paper: nothing chosen yet, and the three verdicts. */
export const verifyPlaces: Place[] = [
  { name: "verify", address: "/app/#/verify", heading: verifyWords.title, answer: () => verifyDesk(null).answer },
  ...Object.entries(verdicts).map(([name, found]) => ({ name: `verify-${name}`, address: "/app/#/verify", there: "#verdict", press: "Technical details", answer: () => verifyDesk(found).answer })),
];

/** Signing, the versions and the keys. */
const signed: [string, string, string, Begun][] = [
  ["sign-check", "sign", "Before you sign", "ready"],
  ["sign-check-blocked", "sign", "Before you sign", "open"],
  ["sign-waiting", "sign", "Waiting for Tomás Ó Briain’s signature", "half"],
  ["sign-receipt", "sign", "Signed by both", "signed"],
  ["versions", "versions", "Versions", "changed"],
  ["versions-empty", "versions", "Versions", "ready"],
  ["version", "versions/1", "Version 1", "changed"],
  ["version-gone", "versions/9", "This version is not here", "changed"],
  ["compare", "versions/1/draft", "What changed", "changed"],
  ["keys", "keys", "Whose keys are these?", "signed"],
  ["keys-changed", "keys", "Whose keys are these?", "key"],
  ["contents-signed", "agreement", "Agreement", "signed"],
  ["contents-changed", "agreement", "Agreement", "changed"],
  ["contents-half", "agreement", "Agreement", "half"],
];
export const signingPlaces: Place[] = signed.map(([name, address, heading, begun]) => ({ name, address: `/app/#/relationship/ex/${address}`, heading, answer: () => signingDesk(begun).answer }));

/** How a window may look. */
export interface Wear {
  width: number;
  height: number;
  dark?: boolean;
  text?: number;
  contrast?: boolean;
  forced?: boolean;
  /** Lines, letters and words set apart (WCAG 1.4.12). */
  spaced?: boolean;
  /** The density that Settings offer. */
  compact?: boolean;
}

/** One look after the other on the same page; the last one is the smallest window. */
export const looks: [string, Wear][] = [
  ["light", { width: 1180, height: 780 }],
  ["dark", { width: 1180, height: 780, dark: true }],
  ["contrast", { width: 1180, height: 780, contrast: true }],
  ["contrast-dark", { width: 1180, height: 780, contrast: true, dark: true }],
  ["forced", { width: 1180, height: 780, forced: true }],
  ["compact", { width: 1180, height: 780, compact: true }],
  ["text200", { width: 1180, height: 780, text: 200 }],
  ["720", { width: 720, height: 560 }],
  ["spaced", { width: 640, height: 780, spaced: true }],
  ["320", { width: 320, height: 640 }],
];

/** Waits until a screen is there as it is to be looked at. */
export async function arrive(page: Page, place: Place): Promise<void> {
  if (place.heading !== undefined) await page.getByRole("heading", { level: 1, name: place.heading, exact: true }).waitFor();
  if (place.there !== undefined) await page.locator(place.there).first().waitFor();
  await page.waitForLoadState("networkidle");
  if (place.press !== undefined) await page.getByRole("button", { name: place.press }).click();
}

/** Puts a look on. */
export async function wear(page: Page, { width, height, dark, text, contrast, forced, spaced, compact }: Wear): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark === true ? "dark" : "light", contrast: contrast === true ? "more" : "no-preference", forcedColors: forced === true ? "active" : "none" });
  await page.evaluate(([size, dense]) => {
    document.documentElement.style.fontSize = size === undefined ? "" : `${String(size)}%`;
    if (dense === true) document.documentElement.dataset["density"] = "compact";
    else delete document.documentElement.dataset["density"];
  }, [text, compact] as const);
  await spaceOut(page, spaced === true);
}

/** No finding of axe, nothing beside the window, nothing too small to press: in every look. */
export async function expectGoodInEveryLook(page: Page, place: Place): Promise<void> {
  await arrive(page, place);
  for (const [look, how] of looks) {
    const where = `${place.name} ${look}`;
    await wear(page, how);
    await shoot(page, `${place.name}-${look}`);
    await expectReflow(page, where);
    await expectTargets(page, where);
    await expectNothingCut(page, where);
    // Where the colours or what is shown change.
    if (["light", "dark", "contrast", "forced", "text200", "320"].includes(look)) await expectNoAxeFindings(page, where);
  }
}
