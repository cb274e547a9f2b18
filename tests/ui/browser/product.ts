/** A Rust side for the browser tests: two fictional people, and just enough memory to see that a screen really called. */
import type { Calls, Card, Journey, NewPerson, OwnForm, RelationshipView, ReminderKind, Settings, StartState } from "../../../ui/src/api";
import type { Standing } from "../../../ui/src/ipc";
import type { Answerer } from "./browser";
import { readDate } from "./dates";

type Refusal = { code: string; message: string; field: string | null };
const refuse = (code: string, message: string, field: string | null = null): never => {
  throw { code, message, field } satisfies Refusal;
};
const day = (date: string, relative = ""): { date: string; words: string; relative: string } => ({ ...readDate(date), relative });

/** What is there, with what was sent: what is left out stays. */
export const given = <T extends object>(present: T, sent: { [K in keyof T]?: T[K] | null }): T =>
  ({ ...present, ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value != null)) });

export const person = (name: string): Required<NewPerson> => ({ name, email: `${name.split(" ")[0]?.toLowerCase()}@example.org`, phone: "", zone: "Europe/London", place: "" });

/** Priya and Tom, half-way through their agreement. */
export function relationship(change: Partial<RelationshipView> = {}): RelationshipView {
  return {
    id: "r1",
    title: "Priya Shah and Tom Okafor",
    role: "mentee",
    mentee: { side: "mentee", called: "mentee", ...person("Priya Shah"), localTime: "10:32", owner: true },
    mentor: { side: "mentor", called: "mentor", ...person("Tom Okafor"), zone: "Africa/Lagos", phone: "+234 1 555 0100", place: "Lagos", localTime: "11:32", owner: false },
    example: false,
    connection: "connected",
    connectedOn: day("2026-11-02", "19 days ago"),
    contact: {
      state: "in_touch", flag: "green", day: 19, inTouchOn: day("2026-11-04"), words: "You and Tom got in touch on day 2, Wednesday 4 November 2026.",
      last: day("2026-11-18", "3 days ago"), lastWords: "Wednesday 18 November 2026, 3 days ago: Tom got in touch, phone",
    },
    intake: { kind: "matched", together: null, askedOn: null, replyBy: null, message: "", reply: "open", repliedOn: null, reason: "", state: "none", choices: [], chosenOn: null },
    firstContact: null,
    firstMeeting: null,
    meetingSkipped: false,
    nextSession: null,
    programme: { name: "Spring cohort", email: "office@example.org" },
    startsOn: day("2026-11-02", "19 days ago"),
    midPoint: day("2027-03-18", "in 4 months"),
    endsOn: day("2027-08-02", "in 8 months"),
    timeLeft: "8 sessions left until Monday 2 August 2027",
    revisitOn: day("2027-05-02", "in 5 months"),
    settled: 4,
    sections: 23,
    status: "Next in your agreement: “Contact between meetings”.",
    standing: "open",
    badge: null,
    template: { id: "fairlead", name: "Fairlead's own form", version: 1, newer: null },
    ...change,
  };
}

const cards: Card[] = [
  {
    id: "n20:r1", kind: "N20", title: "Read the agreement with Tom again", body: "You agreed to look at it after six months and see whether it still fits.",
    why: "You both chose “every 6 months” under “Looking at it again”.", whyRoute: "relationship/r1/agreement/area.12", action: "Open the agreement", route: "relationship/r1/agreement",
    by: day("2026-11-26", "in 5 days"), relationship: "r1", reminder: "n20:r1:2026-11-26",
  },
  {
    id: "agreement:r1", kind: "agreement", title: "Go on with your agreement", body: "4 of 23 sections are settled. Next: how you keep in touch.",
    why: "An agreement early on makes the rest easier.", whyRoute: null, action: "Go on", route: "relationship/r1/agreement", by: null, relationship: "r1", reminder: null,
  },
  {
    id: "recovery", kind: "recovery_code", title: "Keep your recovery code", body: "You have not confirmed yet that you keep it somewhere else.",
    why: "Without it, nobody can open your data when this computer loses its key.", whyRoute: null, action: "Show the code", route: "settings/recovery", by: null, relationship: null, reminder: null,
  },
];

/** Three of the kinds of reminders: one for all, one for mentors, one in minutes. */
const reminderKinds: ReminderKind[] = [
  {
    kind: "N02", name: "First contact, your turn as mentor", roles: ["mentor"], measured: "Days after the connection e-mail", until: "You log any message, call or visit",
    why: "The mentee writes within seven days of the connection e-mail. When nothing has come by then, the mentor does.", agreed: null, unit: "days", time: "start", delivery: "notify",
    leads: [{ amount: 8, words: "8 days after" }], changed: false,
  },
  {
    kind: "N09", name: "Think again before the session", roles: ["mentee"], measured: "Minutes before the session begins", until: "You open or dismiss it, or the session begins",
    why: "Five or ten minutes right before a session are well spent on what you want from it.", agreed: null, unit: "minutes", time: "moment", delivery: "notify",
    leads: [{ amount: -15, words: "15 minutes before" }], changed: false,
  },
  {
    kind: "N20", name: "Read your agreement again", roles: ["mentee", "mentor", "coordinator"], measured: "Days before the revisit date", until: "You say that you have read it again",
    why: "You chose this date together in area 12 of your agreement, “Revisit”.", agreed: null, unit: "days", time: "start", delivery: "notify",
    leads: [{ amount: -14, words: "14 days before" }, { amount: -3, words: "3 days before" }, { amount: 0, words: "on the day" }], changed: false,
  },
];

/** The state that a test may change before and read after. */
export interface Product {
  start: StartState;
  settings: Settings;
  relationships: RelationshipView[];
  cards: Card[];
  confirmed: boolean;
  keyPlace: string;
  kinds: ReminderKind[];
  /** What the programme calls things, in every form (C29). */
  forms: OwnForm[];
  /** How Fairlead stands on the desktop. */
  standing: Standing;
  /** Whether notifications are paused for today. */
  paused: boolean;
  /** Every call in its order. */
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

export function product(change: Partial<Omit<Product, "answer" | "asked">> & { firstRun?: boolean; /** False: there is no backup. */ backups?: false } = {}): Product {
  const settings: Settings = { theme: "system", textSize: 100, density: "comfortable", still: false, spelling: true, paper: "a4", quietFrom: "21:00", quietUntil: "08:00", startOfDay: "09:00", endOfDay: "17:00", namesInNotifications: false };
  const start: StartState = { state: "open", firstRun: change.firstRun ?? false, sentence: null, waitSeconds: 0, today: "2026-11-21", zone: "Europe/London", version: "0.1.0", settings, place: null };
  const self: Product = {
    settings,
    start,
    relationships: change.firstRun ? [] : [relationship()],
    cards: change.firstRun ? [] : cards,
    confirmed: false,
    keyPlace: "keychain",
    kinds: reminderKinds,
    forms: [],
    standing: { atLogin: false, tray: true },
    paused: false,
    asked: [],
    ...change,
    answer: (name, request) => {
      self.asked.push({ name, request });
      if (name === "environment") return { locale: "en-GB", platform: "linux", version: "0.1.0" };
      if (name === "first_screen" || name === "copy_text" || name === "open_mail" || name === "keep_open" || name === "print_page") return null;
      if (name === "background_standing") return self.standing;
      if (name === "start_at_login") return (self.standing = { ...self.standing, atLogin: request["on"] === true });
      if (name === "try_notification") return { confirmed: true };
      if (name === "save_text") return { token: "t1", name: String(request["name"]), folder: "Documents" };
      if (name.startsWith("plugin:event|")) return 1;
      const use = uses[name as keyof Calls];
      if (use === undefined) return refuse("unknown_call", `no such use case in the test: ${name}`);
      const before = JSON.stringify([self.start, self.settings, self.relationships, self.cards, self.confirmed, self.keyPlace, self.kinds, self.paused]);
      const output = use(request as never);
      const after = JSON.stringify([self.start, self.settings, self.relationships, self.cards, self.confirmed, self.keyPlace, self.kinds, self.paused]);
      return { output, changed: before === after ? [] : ["all"] };
    },
  };
  const code = "K7QF-2MXD-9RTB-4HWP-6ZNC-8VJG";
  const plain = (text: unknown): string => String(text).replace(/[\s-]/g, "").toUpperCase();
  const backups = change.backups === false ? [] : [
    { backup: "b2", made: "Saturday 21 November 2026, 09:10", at: "2026-11-21T09:10:00Z", reason: "While you worked", relationships: 1, answers: 12, bytes: 118_784 },
    { backup: "b1", made: "Friday 20 November 2026, 18:02", at: "2026-11-20T18:02:00Z", reason: "While you worked", relationships: 1, answers: 9, bytes: 114_688 },
  ];
  const one = (id: string): RelationshipView => self.relationships.find((each) => each.id === id) ?? refuse("not_found", "This relationship is not here any more. Nothing was changed. Go back and choose again.");
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "start.state": () => ({ ...self.start, settings: self.settings }),
    "start.unlock": ({ passPhrase }) => (passPhrase === "four words of mine" ? (self.start = { ...self.start, state: "open", sentence: null }) : refuse("wrong_pass_phrase", "This is not the pass phrase. Nothing was changed. Try again, or use your recovery code.", "passPhrase")),
    "start.recover": (request) => (plain(request.code) === plain(code) ? (self.start = { ...self.start, state: "open", sentence: null }) : refuse("wrong_code", "This code does not open the data. Nothing was changed. Compare it with your paper letter by letter.", "code")),
    "start.backups": () => ({ backups }),
    "start.restore": () => (self.start = { ...self.start, state: "open", sentence: null }),
    "start.retry": () => self.start,
    "start.begin_anew": () => (self.start = { ...self.start, state: "open", firstRun: true, sentence: null }),
    "profile.get": () => ({ profile: { name: "Priya Shah", email: "priya@example.org", phone: "", zone: "Europe/London", roles: ["mentee"] } }),
    "profile.save": (request) => {
      if (request.name.length > 200) refuse("too_long", "The name has more than 200 letters. Nothing was changed. Shorten it.", "name");
      self.start = { ...self.start, firstRun: false };
      return {};
    },
    "settings.get": () => self.settings,
    "settings.save": (request) => (self.settings = request),
    "place.keep": () => ({}),
    "session.bell": () => ({ next: null }),
    "programme.words": (request) => ({ relationship: request.relationship, forms: self.forms }),
    "data.where": () => ({ folder: "/home/priya/.local/share/fairlead", bytes: 118_784, keyPlace: self.keyPlace, keySentence: "In the keychain of this computer, and in your recovery code.", lastBackup: "Saturday 21 November 2026, 09:10" }),
    "backup.make": () => ({ backups }),
    "backup.list": () => ({ backups }),
    "backup.restore": () => self.start,
    "recovery.show": () => ({ code: self.confirmed ? null : code, confirmed: self.confirmed }),
    "recovery.confirm": (request) => {
      if (plain(request.code) !== plain(code)) refuse("wrong_code", "This is not the code above. Nothing was changed. Compare it letter by letter.", "code");
      self.confirmed = true;
      return { code: null, confirmed: true };
    },
    "recovery.renew": () => {
      self.confirmed = false;
      return { code, confirmed: false };
    },
    "passphrase.set": () => {
      self.keyPlace = "pass_phrase";
      return {};
    },
    "passphrase.remove": ({ passPhrase }) => {
      if (passPhrase !== "four words of mine") refuse("wrong_pass_phrase", "This is not the pass phrase. Nothing was changed. Try again.", "passPhrase");
      self.keyPlace = "keychain";
      return {};
    },
    "person.list": () => ({
      people: [
        { id: "p1", ...person("Priya Shah"), owner: true },
        ...self.relationships.map((each, index) => ({ id: `p${index + 2}`, ...person(each.mentor.name), zone: "Africa/Lagos", place: "Lagos", owner: false })),
      ],
    }),
    "relationship.create": (request) => {
      const { state, on } = request.connection ?? { state: "waiting" };
      if (on === "2026-11-26") refuse("in_the_future", "The connection cannot be in the future. Nothing was saved. Choose today or an earlier day.", "connection.on");
      const mentor = { ...relationship().mentor, name: request.partner.name };
      self.relationships = [...self.relationships, relationship({ id: "r2", mentor, title: `Priya Shah and ${mentor.name}`, connection: state, connectedOn: on == null ? null : day(on), midPoint: null, endsOn: null, revisitOn: null, settled: 0, status: "You have not begun the agreement." })];
      return { id: "r2" };
    },
    "relationship.list": () => ({ relationships: self.relationships }),
    "relationship.get": (request) => one(request.relationship),
    "relationship.update": (request) => {
      const row = one(request.relationship);
      if (request.mentor != null) row.mentor = given(row.mentor, request.mentor);
      if (request.connectedOn != null) row.connectedOn = day(request.connectedOn);
      if (request.programme != null) row.programme = given(row.programme, request.programme);
      return row;
    },
    "journey.get": ({ relationship: id }) => {
      const row = one(id);
      const stage = (stage: string, label: string, page: string, due: Journey["stages"][number]["due"], current = false): Journey["stages"][number] => ({
        stage, label, state: current ? "under_way" : "not_started", words: current ? "Under way" : "Not started", current, due, route: `/relationship/${id}/${page}`,
      });
      const after = (date: string, relative: string) => (row.connectedOn === null ? null : day(date, relative));
      return {
        stages: [
          stage("first_meeting", "First meeting", "first", null, true),
          stage("first_30_days", "First 30 days", "plan", after("2026-12-02", "in 11 days")),
          stage("check_90", "90-day check-up", "checkups/ninety-days", after("2027-01-31", "in 2 months")),
          stage("mid_point", "Renewing commitment", "checkups/mid-point", row.midPoint),
          stage("celebrate", "Celebrate success", "closing", row.endsOn),
        ],
        start: row.connectedOn, provisional: true, windowOpens: row.midPoint === null ? null : day("2027-02-18", "in 3 months"), midPoint: row.midPoint,
      };
    },
    "relationship.connected": (request) => {
      const row = one(request.relationship);
      row.connection = "connected";
      row.connectedOn = day(request.on);
      return row;
    },
    "version.list": () => ({ versions: [], draft: { number: 1, changes: null, words: "Nobody has signed it yet." } }),
    "undo.state": () => ({ back: "adding the goal “Speak up”", forward: null, done: null }),
    "undo.back": () => ({ back: null, forward: "adding the goal “Speak up”", done: "adding the goal “Speak up”" }),
    "undo.forward": () => ({ back: null, forward: null, done: null }),
    "since.get": ({ relationship: id }) =>
      id === "r1"
        ? { since: "Tuesday 17 November 2026", changes: ["Tom agreed “Confidentiality”", "Tom changed “How often we meet”", "Tom added the goal “Know more people”", "Tom agreed “Feedback”"].map((text) => ({ text, route: "relationship/r1/agreement/area.8" })) }
        : { since: null, changes: [] },
    "since.seen": () => ({}),
    "today.get": () => ({ date: day("2026-11-21", "today"), cards: self.cards, comingUp: self.relationships.length === 0 ? [] : [{ title: "Mid-point of Priya Shah and Tom Okafor", date: day("2027-03-18", "in 4 months"), route: "relationship/r1" }, { title: "Look at the agreement again", date: day("2027-05-02", "in 5 months"), route: "relationship/r1/agreement" }] }),
    "reminder.list": () => ({
      now: self.cards.flatMap((card) => (card.reminder === null ? [] : [{ reminder: card.reminder, kind: card.kind, relationship: "r1", title: card.title, body: card.body, due: day("2026-11-26", "in 5 days"), fires: "Thursday 12 November 2026, 09:00", at: "2026-11-12T09:00:00+00:00", snoozedUntil: null, action: card.action, route: card.route, why: card.why, whyRoute: card.whyRoute ?? card.route, with: [] }])),
      later: [],
    }),
    "reminder.snooze": ({ reminder }) => {
      self.cards = self.cards.filter((card) => card.reminder !== reminder);
      return {};
    },
    "reminder.dismiss": ({ reminder }) => {
      self.cards = self.cards.filter((card) => card.reminder !== reminder);
      return {};
    },
    "reminder.pauses": () => ({ today: self.paused }),
    "reminder.pause": ({ today }) => {
      self.paused = today;
      return { today };
    },
    "reminder.kinds": () => ({ kinds: self.kinds }),
    "reminder.change": ({ kind, delivery, leads }) => {
      if (leads?.length === 0) refuse("invalid", "A reminder without a time would never come. Nothing was changed. Give it at least one, or switch it off.", "leads");
      self.kinds = self.kinds.map((each) =>
        each.kind === kind ? { ...each, changed: true, delivery: delivery ?? each.delivery, leads: leads?.map((amount) => ({ amount, words: `${Math.abs(amount)} days ${amount < 0 ? "before" : "after"}` })) ?? each.leads } : each,
      );
      return { kinds: self.kinds };
    },
    "reminder.reset": ({ kind }) => {
      self.kinds = self.kinds.map((each) => (each.kind === kind ? { ...each, ...reminderKinds.find((usual) => usual.kind === kind) } : each));
      return { kinds: self.kinds };
    },
    "revisit.finish": () => ({}),
    "date.read": ({ text }) => readDate(text),
    "zone.list": () => ({ zones: ["Africa/Lagos", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Berlin", "Europe/London"], own: "Europe/London" }),
    "example.add": () => {
      self.relationships = [...self.relationships, relationship({ id: "ex", title: "Maya Lindqvist and Kofi Mensah", example: true })];
      return { id: "ex" };
    },
    "template.list": () => ({ templates: [{ id: "fairlead", name: "Fairlead's own form", programme: "", version: 1, shipped: true, retired: false, used: 0, about: "Seven sections of planning, fourteen areas and two clauses." }] }),
    "example.remove": () => {
      self.relationships = self.relationships.filter((each) => !each.example);
      return {};
    },
  };
  return self;
}
