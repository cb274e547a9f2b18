/** A contact log for the browser tests: what Rust would say of it, in one moment, and memory for what is logged. */
import type { Calls, ContactLogView, EscalationView, LoggedContact, Mishap, QuietView } from "../../../ui/src/api";
import { readDate } from "./dates";

const day = (date: string, relative = ""): { date: string; words: string; relative: string } => ({ ...readDate(date), relative });
const mechanism = { channel: "Signal", text: "Is everything all right? No need for a long answer.", nudge: "If Tom has not replied after 3 days, please send a text message." };
const CHANNELS: Record<LoggedContact["channel"], string> = { video_call: "Video call", email: "E-mail", text: "Text message", phone: "Phone", mobile: "Mobile phone", messaging: "Messaging app", in_person: "Face to face", skype: "Skype", other: "Another way" };

function contact(id: string, change: Partial<LoggedContact>): LoggedContact {
  const made: LoggedContact = { id, direction: "out", from: "mentee", channel: "email", channelName: "", on: day("2026-11-21", "today"), at: "10:30", note: "", needsReply: false, waiting: false, allFine: false, session: null, words: "", ...change };
  const name = CHANNELS[made.channel];
  return { ...made, channelName: name, words: `${made.direction === "out" ? "you" : "Tom"} got in touch, ${name.toLowerCase()}` };
}

const LABELS: Record<Mishap, string> = {
  junk: "I have looked in my junk folder.",
  spelling: "I have checked how Tom's address is spelt.",
  other_channel: "I have tried another way to reach Tom.",
  out_of_office: "I have looked for an out-of-office message from Tom.",
};

const escalation: EscalationView = {
  about: "first_contact",
  title: "No answer from Tom: tell the programme",
  words: "By the end of day 14 every pair is in touch. Very often something simple happened to a message, so look at four things first. Then the programme helps you and Tom find each other.",
  dueOn: day("2026-11-16", "5 days ago"),
  due: true,
  duty: false,
  mishaps: (["junk", "spelling", "other_channel", "out_of_office"] as const).map((mishap) => ({ mishap, label: LABELS[mishap], done: false })),
  draft: { to: "office@example.org", subject: "No contact yet: Priya Shah and Tom Okafor", text: "Hello,\n\nPriya Shah (mentee) and Tom Okafor (mentor) were connected on Monday 2 November 2026.\n\nAttempts to get in touch:\n- Thursday 5 November 2026: Priya Shah to Tom Okafor, e-mail\n\nPriya Shah" },
  outcome: null,
  endedOn: null,
  reason: "",
};

const quiet: QuietView = { state: "ringing", days: 56, weeks: 8, ringsOn: day("2026-11-20", "yesterday"), words: "There was no contact since Friday 25 September 2026. You agreed to check on each other after 8 weeks.", mechanism };

/** Everything at once, or nothing before the connection. */
export function stayingView(connected: boolean): ContactLogView {
  const contacts = connected
    ? [
        contact("l2", { on: day("2026-11-17", "4 days ago"), needsReply: true, waiting: true, note: "Three times that suit me, and who I am" }),
        contact("l1", { direction: "in", from: "mentor", channel: "phone", on: day("2026-11-04", "2 weeks ago"), at: null, session: "s1" }),
      ]
    : [];
  return {
    relationship: "r1",
    title: "Priya Shah and Tom Okafor",
    contact: {
      state: connected ? "overdue" : "not_connected", flag: connected ? "red" : "early", day: connected ? 19 : null, inTouchOn: null,
      words: connected ? "You and Tom are not in touch both ways, and it is day 19." : "Nothing to do until the connection e-mail arrives.",
      last: connected ? day("2026-11-17", "4 days ago") : null,
      lastWords: connected ? "Tuesday 17 November 2026, 4 days ago: you got in touch, e-mail" : "Nothing is written down yet.",
    },
    quiet: connected ? quiet : null,
    notHeardBack: connected ? [{ contact: "l2", from: "mentee", sentOn: day("2026-11-17", "4 days ago"), askOn: day("2026-11-20", "yesterday"), due: true, words: "Tom has not answered since Tuesday 17 November 2026.", mechanism }] : [],
    allFine: null,
    escalations: connected ? [structuredClone(escalation)] : [],
    starters: connected ? [{ key: "check_in", title: "Ask how it goes", about: "For a time when it has been quiet. No reproach, and no long answer needed.", message: { to: "tom@example.org", subject: "How are you?", text: "Hello Tom,\n\nit has been quiet between us for a while.\n\nBest wishes\nPriya" } }] : [],
    contacts,
    id: null,
  };
}

/** The calls of the log on such a view, which they change. */
export function stayingUses(view: ContactLogView): { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } {
  const kept = (id: string): LoggedContact => {
    const found = view.contacts.find((each) => each.id === id);
    if (found === undefined) throw { code: "not_found", message: "This contact is not written down any more. Nothing was changed.", field: "contact" };
    return found;
  };
  return {
    "contact.list": () => view,
    "contact.log": ({ direction, channel, note, needsReply, session }) => {
      const id = `l${view.contacts.length + 1}`;
      view.contacts.unshift(contact(id, { direction: direction ?? "out", channel: channel ?? "email", note: note ?? "", needsReply: needsReply === true, session: session == null ? null : "s2" }));
      view.id = id;
      return view;
    },
    "contact.change": ({ contact: id, channel, note, needsReply }) => {
      const before = kept(id);
      const changed = contact(id, { ...before, channel: channel ?? before.channel, note: note ?? before.note, needsReply: needsReply ?? before.needsReply });
      view.contacts = view.contacts.map((each) => (each.id === id ? changed : each));
      if (needsReply === false) view.notHeardBack = view.notHeardBack.filter((each) => each.contact !== id);
      return view;
    },
    "contact.remove": ({ contact: id }) => {
      kept(id);
      view.contacts = view.contacts.filter((each) => each.id !== id);
      return view;
    },
    "contact.all_fine.try": ({ count, unit }) => ({ backOn: day("2026-12-19", `in ${count} ${unit}`), message: { to: "tom@example.org", subject: "All fine for now", text: "Hello Tom,\n\nall is fine here.\n\nPriya" } }),
    "contact.all_fine": () => {
      view.allFine = { contact: "l9", from: "mentee", saidOn: day("2026-11-21", "today"), backOn: day("2026-12-19", "in 4 weeks"), runs: true, due: false, words: "You said on Saturday 21 November 2026 that all is fine, and will be in touch again by Saturday 19 December 2026." };
      return view;
    },
    "contact.all_fine.end": () => {
      view.allFine = null;
      return view;
    },
    "escalation.tick": ({ mishap, done }) => {
      for (const each of view.escalations.flatMap((one) => one.mishaps)) if (each.mishap === mishap) each.done = done !== false;
      return view;
    },
    "escalation.close": ({ outcome, reason }) => {
      if (outcome === "not_needed" && (reason ?? "") === "") throw { code: "empty", message: "It is not said why there is no need. Nothing was changed. A few words are enough.", field: "reason" };
      for (const each of view.escalations) Object.assign(each, { outcome, due: false, endedOn: outcome === null ? null : day("2026-11-21", "today"), reason: reason ?? "" });
      return view;
    },
  };
}
