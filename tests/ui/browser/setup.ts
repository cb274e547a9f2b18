/** A Rust side for setting up a relationship: the contact plan, how the two came together, the programme; and memory for what is changed. */
import type { Calls, ChannelView, ContactLogView, ContactPlan, ContactSide, Day, DayView, FirstMeetingView, PartName, ProgrammeView, RelationshipView, ReplyPromise, Side, TimeMark } from "../../../ui/src/api";
import { agreementDesk } from "./agreement";
import type { Answerer } from "./browser";
import { readDate } from "./dates";
import { given, type Product, product, relationship } from "./product";
import { stayingUses, stayingView } from "./staying";

/** How much is known: everything, one half, nothing before the connection, a request to a mentor that is not answered. */
export type Filled = "filled" | "half" | "waiting" | "request";

const DAYS: readonly Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const PARTS: PartName[] = [
  { part: "night", name: "Night", hours: "00:00 to 06:00" },
  { part: "early_morning", name: "Early morning", hours: "06:00 to 09:00" },
  { part: "morning", name: "Morning", hours: "09:00 to 12:00" },
  { part: "midday", name: "Midday", hours: "12:00 to 14:00" },
  { part: "afternoon", name: "Afternoon", hours: "14:00 to 16:00" },
  { part: "late_afternoon", name: "Late afternoon", hours: "16:00 to 18:00" },
  { part: "evening", name: "Evening", hours: "18:00 to 21:00" },
  { part: "late_evening", name: "Late evening", hours: "21:00 to 24:00" },
];
const KINDS: Record<ChannelView["kind"], string> = { video_call: "Video call", email: "E-mail", text: "Text message", phone: "Phone", mobile: "Mobile phone", messaging: "Messaging app", in_person: "Face to face", skype: "Skype", other: "Another way" };
const day = (date: string, relative = ""): RelationshipView["startsOn"] & object => ({ ...readDate(date), relative });
const promised = (reply: ReplyPromise | null): string | null => (reply === null ? null : reply.count === 0 ? "on the same day" : `within ${reply.count} ${reply.unit}`);

/** A way to reach somebody, named as Rust names it. */
function channel(id: string, kind: ChannelView["kind"], change: Partial<ChannelView> = {}): ChannelView {
  const made: ChannelView = { id, kind, name: "", label: "", address: "", note: "", reply: null, promise: null, ...change };
  return { ...made, name: made.label === "" ? KINDS[kind] : made.label, promise: promised(made.reply) };
}

function week(marks: [Day, number, TimeMark][]): DayView[] {
  return DAYS.map((name) => ({ day: name, name: name.replace(/^./, (first) => first.toUpperCase()), parts: PARTS.map(({ part }, index) => ({ part, mark: marks.find(([each, at]) => each === name && at === index)?.[2] ?? null })) }));
}

/** The times in words, the good ones first. */
function inWords(days: DayView[]): string[] {
  const heads: [TimeMark, string][] = [["good", "Good"], ["urgent", "Only if urgent"], ["avoid", "Please avoid"]];
  return heads.flatMap(([mark, head]) => days.flatMap((each) => each.parts.flatMap((cell, index) => (cell.mark === mark ? [`${head}: ${each.name}, ${PARTS[index]?.hours ?? ""}`] : []))));
}

/** One pixel, as a picture that loads. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export interface SetupDesk {
  plan: ContactPlan;
  staying: ContactLogView;
  programme: ProgrammeView;
  product: Product;
  /** Every call in its order. */
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

const meeting: FirstMeetingView = {
  date: day("2026-11-26", "in 5 days"),
  time: "17:30",
  zone: "Europe/London",
  method: "Video call",
  place: "https://meet.example.org/priya-and-tom-first-meeting",
  people: [
    { side: "mentee", name: "Priya Shah", date: day("2026-11-26", "in 5 days"), time: "17:30", mark: "good", warning: null },
    { side: "mentor", name: "Tom Okafor", date: day("2026-11-26", "in 5 days"), time: "18:30", mark: "avoid", warning: "Tom wants to avoid this time." },
  ],
};

export function setupDesk(filled: Filled = "filled", logo = false): SetupDesk {
  const full = filled === "filled";
  const known = full || filled === "half";
  const row = relationship(
    full ? { intake: { ...relationship().intake, together: true }, firstMeeting: meeting }
    : filled === "waiting" ? { connection: "waiting", connectedOn: null, midPoint: null, endsOn: null, revisitOn: null, settled: 0 }
    : filled === "request" ? { connection: "waiting", connectedOn: null, intake: { kind: "request", together: null, askedOn: day("2026-11-19", "2 days ago"), replyBy: day("2026-11-29", "in 8 days"), message: "I heard you speak about field work in June, and would like to learn how you plan a season.", reply: "open", repliedOn: null, reason: "", state: "open", choices: [], chosenOn: null } }
    : {},
  );
  const rust = product({ relationships: [row] });
  const half = (side: Side, channels: ChannelView[], days: DayView[]): ContactSide => {
    const { name, owner, zone, localTime } = row[side];
    return look({ side, name, owner, empty: false, ask: null, zone, localTime, channels, week: days, times: [], promises: [], nudge: null, calls: null });
  };
  const plan: ContactPlan = {
    relationship: row.id,
    title: row.title,
    mentee: half(
      "mentee",
      known ? [channel("c1", "messaging", { label: "Signal", address: "+44 20 7946 0018", note: "Not at night", reply: { count: 4, unit: "hours" } }), channel("c2", "email", { address: "priya@example.org", reply: { count: 2, unit: "days" } }), channel("c3", "in_person", { note: "Room 4.12, on Wednesdays" })] : [],
      week(known ? [["monday", 2, "good"], ["monday", 3, "good"], ["wednesday", 6, "good"], ["friday", 7, "urgent"], ["saturday", 0, "avoid"], ["sunday", 0, "avoid"]] : []),
    ),
    mentor: half("mentor", full ? [channel("c4", "phone", { address: "+234 1 555 0100", reply: { count: 0, unit: "days" } })] : [], week(full ? [["thursday", 6, "avoid"], ["tuesday", 4, "good"]] : [])),
    parts: PARTS,
    points: [],
    silence: [],
    programme: known ? ["Spring cohort: office@example.org", "Ada Nwosu, coordinator: ada.nwosu@example.org, +44 20 7946 0011"] : [],
  };
  const programme: ProgrammeView = {
    relationship: row.id,
    name: known ? "Spring cohort" : "",
    email: known ? "office@example.org" : "",
    web: full ? "https://mentoring.example.org/spring" : "",
    phone: "",
    words: { mentor: full ? "guide" : "", mentee: "", meeting: "", programme: "", coordinator: "" },
    contacts: full ? [{ id: "k1", kind: "coordinator", name: "Ada Nwosu", email: "ada.nwosu@example.org", phone: "+44 20 7946 0011", note: "Away on Fridays" }, { id: "k2", kind: "escalation", name: "Research culture office of the Faculty of Environmental Sciences", email: "", phone: "", note: "" }] : [],
    events: full ? [{ id: "e1", name: "Half-time gathering", date: day("2027-03-04", "in 3 months"), time: "14:00", place: "Great Hall", note: "Bring one question" }, { id: "e2", name: "Closing evening", date: null, time: null, place: "", note: "" }] : [],
    logo: logo ? { png: PNG, width: 1, height: 1, words: "Logo of Spring cohort" } : null,
    id: null,
  };
  const agreement = agreementDesk(full ? "example" : "blank");
  const staying = stayingView(known);
  const owning = (id: string): ContactSide => {
    const found = [self.plan.mentee, self.plan.mentor].find((each) => each.channels.some((way) => way.id === id));
    if (found === undefined) throw { code: "not_found", message: "This way is not here any more. Nothing was changed.", field: "channel" };
    return found;
  };
  const saved = (side: ContactSide, id: string | null = null): Calls["channel.add"]["response"] => {
    look(side);
    return { plan: self.plan, id };
  };
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    ...stayingUses(staying),
    "agreement.get": () => agreement.view,
    "contact.get": () => self.plan,
    "channel.add": ({ side, kind, label, address, note, reply }) => {
      const id = `c${self.plan.mentee.channels.length + self.plan.mentor.channels.length + 10}`;
      self.plan[side === "mentor" ? "mentor" : "mentee"].channels.push(channel(id, kind, { label: label ?? "", address: address ?? "", note: note ?? "", reply: reply ?? null }));
      return saved(owning(id), id);
    },
    "channel.change": ({ channel: id, kind, label, address, note, reply, noPromise }) => {
      const half = owning(id);
      half.channels = half.channels.map((each) => (each.id === id ? channel(id, kind ?? each.kind, { label: label ?? each.label, address: address ?? each.address, note: note ?? each.note, reply: noPromise === true ? null : (reply ?? each.reply) }) : each));
      return saved(half);
    },
    "channel.remove": ({ channel: id }) => {
      const half = owning(id);
      half.channels = half.channels.filter((each) => each.id !== id);
      return saved(half);
    },
    "channel.move": ({ channel: id, position }) => {
      const half = owning(id);
      const moved = half.channels.filter((each) => each.id === id);
      const rest = half.channels.filter((each) => each.id !== id);
      rest.splice(position - 1, 0, ...moved);
      half.channels = rest;
      return saved(half);
    },
    "times.mark": ({ side, times }) => {
      const half = self.plan[side === "mentor" ? "mentor" : "mentee"];
      for (const { day: name, part, mark } of times) for (const cell of half.week.find((each) => each.day === name)?.parts ?? []) if (cell.part === part) cell.mark = mark ?? null;
      return saved(half);
    },
    "programme.get": () => self.programme,
    "programme.change": ({ name, email, web, phone, words }) => {
      self.programme = { ...self.programme, name: name ?? self.programme.name, email: email ?? self.programme.email, web: web ?? self.programme.web, phone: phone ?? self.programme.phone, words: given(self.programme.words, words ?? {}) };
      return self.programme;
    },
    "programme.logo.remove": () => (self.programme = { ...self.programme, logo: null }),
  };
  const self: SetupDesk = {
    plan,
    staying,
    programme,
    product: rust,
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const before = JSON.stringify([self.plan, self.staying, self.programme]);
      const output = use(request as never);
      return { output: structuredClone(output), changed: before === JSON.stringify([self.plan, self.staying, self.programme]) ? [] : ["contact"] };
    },
  };
  return self;
}

/** What Rust says of a half after every change. */
function look(half: ContactSide): ContactSide {
  half.times = inWords(half.week);
  half.empty = half.channels.length === 0 && half.times.length === 0;
  half.ask = half.empty && !half.owner ? `Ask ${half.name.split(" ")[0] ?? ""}` : null;
  return half;
}
