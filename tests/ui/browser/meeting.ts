/** A Rust side for a session's page and the tasks: real answers about Priya and Ruth, and memory of what was asked. */
import { readFileSync } from "node:fs";
import type { Calls, FeedbackPoints, HelpRequests, RelationshipView, SessionPage, Summary, Tasks, TaskTime, Topics } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { readDate } from "./dates";
import { type Product, product } from "./product";

interface Kept {
  /** While the two talk. */
  page: SessionPage;
  /** Followed up, with both answers shown. */
  after: SessionPage;
  /** The next session, with what was carried over. */
  next: SessionPage;
  tasks: Tasks;
  try: TaskTime;
  topics: Topics;
  help: HelpRequests;
  feedback: FeedbackPoints;
  summary: Summary;
  relationship: RelationshipView;
}

export interface MeetingDesk {
  kept: Kept;
  page: SessionPage;
  product: Product;
  asked: { name: string; request: unknown }[];
  answer: Answerer;
}

const file = new URL("../../fixtures/screens/meeting.json", import.meta.url);

/** `page`: while they talk. `after`: followed up. `next`: the one after it. */
export function meetingDesk(look: "page" | "after" | "next" = "page"): MeetingDesk {
  const kept = JSON.parse(readFileSync(file, "utf8")) as Kept;
  const rust = product({ relationships: [kept.relationship] });
  const page = kept[look];
  const same = (): SessionPage => page;
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "session.page": same,
    "session.wish": same,
    "session.rethink": same,
    "session.agenda.add": ({ text }) => {
      const like = page.agenda.find((point) => point.task === null);
      if (like !== undefined) page.agenda.push({ ...like, id: `new${page.agenda.length}`, text, carriedFrom: null, carriedDate: null, outcome: null });
      return page;
    },
    "session.agenda.remove": ({ point }) => {
      page.agenda = page.agenda.filter((each) => each.id !== point);
      return page;
    },
    "session.agenda.send": () => ({ ...page, message: kept.summary.message }),
    "session.agenda.outcome": ({ point, outcome }) => {
      page.agenda.forEach((each) => { if (each.id === point) each.outcome = outcome; });
      return page;
    },
    "session.note.add": ({ text }) => {
      const like = page.notes[0];
      if (like !== undefined) page.notes.push({ ...like, id: `new${page.notes.length}`, text, outside: false, action: null });
      return page;
    },
    "session.note.action": ({ note, owner }) => {
      const action = page.notes.find((each) => each.action !== null)?.action ?? null;
      page.notes.forEach((each) => { if (each.id === note && action !== null) each.action = { ...action, owner: owner ?? "mentee" }; });
      return page;
    },
    "session.note.private": ({ text }) => {
      page.privateNote = text;
      return page;
    },
    "session.outside": same,
    "session.feedback.read": () => ({ takeAway: "", keep: "", less: "", differently: "" }),
    "session.feedback.write": same,
    "session.feedback.send": same,
    "session.summary.get": () => kept.summary,
    "session.summary.sent": () => {
      page.summary.sent = "Thursday 7 May 2026, 10:00";
      return page;
    },
    "help.list": () => kept.help,
    "help.answer": ({ task, text }) => {
      const found = kept.help.open.find((each) => each.task.id === task);
      kept.help.open = kept.help.open.filter((each) => each !== found);
      if (found !== undefined) kept.help.answered.push({ ...found, answer: text, answered: "Tuesday 16 June 2026, 10:00" });
      return kept.help;
    },
    "help.ask": () => ({ ...kept.help, id: kept.help.open[0]?.task.id ?? null, message: kept.summary.message }),
    "attachment.list": () => ({ attachments: [], id: null }),
    "feedback.counter": () => kept.feedback,
    "topic.list": () => kept.topics,
    "task.list": () => kept.tasks,
    "task.try": () => kept.try,
    "task.add": () => kept.tasks,
    "task.done": ({ task }) => {
      kept.tasks.open = kept.tasks.open.filter((each) => each.id !== task);
      return kept.tasks;
    },
    "task.cant_make_it": () => ({ ...kept.tasks, message: kept.summary.message }),
    "date.read": ({ text }) => readDate(text),
  };
  const self: MeetingDesk = {
    kept,
    page,
    product: rust,
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const output = use(request as never);
      const reads = /\.(page|list|get|read|try)$/.test(name);
      return { output: structuredClone(output), changed: reads ? [] : ["sessions", "tasks"] };
    },
  };
  return self;
}
