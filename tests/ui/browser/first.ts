/** A Rust side for the five stages, the first meeting and the page of the supervisor, with memory for what is changed. */
import type { AcquaintanceLine, Attachments, AttachmentView, Calls, FirstView, Journey, PlanView, SelfAssessment, Sessions, StepState, SupervisorView } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { readDate } from "./dates";
import { planDesk } from "./plan";
import { product, relationship } from "./product";
import { sessionsDesk } from "./sessions";

const day = (date: string, relative = ""): { date: string; words: string; relative: string } => ({ ...readDate(date), relative });
const said: Record<StepState, string> = { not_started: "Not started", under_way: "Under way", done: "Done", skipped: "Skipped on purpose" };

const line = (line: string, side: "mentee" | "mentor", kind: string, text: string, overlaps: string[] = []): AcquaintanceLine => ({ line, side, kind, label: kind, text, overlaps });

export interface FirstDesk {
  files: Attachments;
  first: FirstView;
  journey: Journey;
  supervisor: SupervisorView;
  sessions: Sessions;
  plan: PlanView;
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

/** Priya and Tom in their first meeting; `empty`, before it. */
export function firstDesk({ empty = false, mentor = false } = {}): FirstDesk {
  const rust = product({ relationships: [relationship(mentor ? { role: "mentor" } : {})] });
  const sessions = sessionsDesk("empty");
  const listed = sessions.answer("session.list", { relationship: "ex" }) as { output: Sessions };
  const full = (sessionsDesk("full").answer("session.list", { relationship: "ex" }) as { output: Sessions }).output.sessions[0];
  const ways: [string, string][] = [
    ["technical_skills", "Technical skills"], ["multitasking", "Keeping many things going at once"], ["organisation", "Finding my way in the organisation"], ["ideas", "New ideas"],
    ["career_path", "A new career path"], ["network", "A wider network"], ["confidence", "Confidence"],
  ];
  const blocks: [string, string, number, number | null, StepState][] = [
    ["acquainted", "Get acquainted", 20, null, empty ? "not_started" : "under_way"],
    ["goals", "Where you are going, and where you are now", 15, null, "not_started"],
    ["help", "How the mentor can help", 10, empty ? null : 12, empty ? "not_started" : "done"],
    ["top_three", "The top three goals", 5, null, empty ? "not_started" : "skipped"],
    ["agreement", "Your agreement, and the next session", 10, null, "not_started"],
  ];
  const words = (block: { planned: number; used: number | null; state: StepState }): string =>
    block.state === "skipped" ? said.skipped : `${said[block.state]}: ${block.used === null ? `${block.planned} of 60 min are reserved for it` : `${block.used} of 60 min used for this block`}`;
  const cv = (): AttachmentView => ({ id: "f1", name: "CV Priya Shah.pdf", kind: "profile", about: "", side: "mentee", owner: "Priya Shah", mediaType: "application/pdf", bytes: 83_900, words: "PDF, 84 kB", shared: false, here: true, added: day("2026-11-19", "2 days ago") });
  const self: FirstDesk = {
    files: { attachments: empty ? [] : [cv()], id: null },
    first: {
      checklist: empty ? "0 of 3" : "2 of 3",
      checks: [
        { step: "plan", label: "The plan goes ahead, whatever its stage", done: !empty },
        { step: "profile", label: "A CV or profile is shared", done: false },
        { step: "wish", label: "What you want from the first meeting", done: !empty },
      ],
      planInProgress: true,
      minutes: 60,
      blocks: blocks.map(([block, label, planned, used, state]) => ({ block, label, planned, used, state, words: words({ planned, used, state }) })),
      lines: empty ? [] : [
        line("l1", "mentee", "common", "Started in a call centre", ["Two years at a call centre"]),
        line("l2", "mentee", "unique", "Gujarati, and a year with the ambulance service"),
        line("l3", "mentee", "wish", "To know how you would begin in my place"),
        line("l4", "mentor", "employers", "Two years at a call centre", ["Started in a call centre"]),
        line("l5", "mentor", "hobbies", "A brass band that is better than it sounds"),
      ],
      inCommon: empty ? [] : [["Started in a call centre", "Two years at a call centre"]],
      help: ways.map(([way, label]) => ({ way, label, wanted: !empty && (way === "network" || way === "confidence"), goal: !empty && way === "network" ? "goal1" : null })),
      topThree: empty ? [] : ["Run one project across teams", "Speak up in meetings"],
      note: `${empty ? 0 : 2} of 3 goals have a rank. Fewer than three are fine, where you both want it so.`,
    },
    journey: {
      stages: [
        { stage: "first_meeting", label: "First meeting", state: "done", words: said.done, current: false, due: day("2026-11-20", "yesterday"), route: "/relationship/r1/first" },
        { stage: "first_30_days", label: "First 30 days", state: "under_way", words: said.under_way, current: true, due: day("2026-12-20", "in 4 weeks"), route: "/relationship/r1/plan" },
        { stage: "check_90", label: "90-day check-up", state: "not_started", words: said.not_started, current: false, due: day("2027-02-18", "in 3 months"), route: "/relationship/r1/checkups/ninety-days" },
        { stage: "mid_point", label: "Renewing commitment", state: "skipped", words: said.skipped, current: false, due: day("2027-03-18", "in 4 months"), route: "/relationship/r1/checkups/mid-point" },
        { stage: "celebrate", label: "Celebrate success", state: "not_started", words: said.not_started, current: false, due: day("2027-08-02", "in 8 months"), route: "/relationship/r1/closing" },
      ],
      start: day("2026-11-20", "yesterday"),
      provisional: false,
      windowOpens: day("2027-02-18", "in 3 months"),
      midPoint: day("2027-03-18", "in 4 months"),
    },
    supervisor: {
      name: empty ? "" : "Jo Bell", email: empty ? "" : "jo@example.org", agreed: !empty, briefOn: empty ? null : day("2026-12-04", "in 13 days"), doneOn: null,
      events: [
        { event: "e1", name: "Spring day", date: day("2027-04-20", "in 5 months"), shared: !empty },
        { event: "e2", name: "Mentees only", date: null, shared: false },
      ],
      cleared: empty ? [] : ["Period: Monday 2 November 2026 to Monday 2 August 2027", "Meetings: 60 minutes every 4 weeks"],
    },
    sessions: listed.output,
    plan: planDesk(empty).plan,
    asked: [],
    answer: () => null,
  };
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "attachment.list": () => self.files,
    "attachment.share": ({ attachment, share }) => {
      for (const file of self.files.attachments) if (file.id === attachment) file.shared = share ?? true;
      for (const check of self.first.checks) if (check.step === "profile") check.done = self.files.attachments.some((file) => file.shared);
      self.first.checklist = `${self.first.checks.filter((check) => check.done).length} of 3`;
      return self.files;
    },
    "attachment.remove": ({ attachment }) => {
      self.files.attachments = self.files.attachments.filter((file) => file.id !== attachment);
      return self.files;
    },
    "self_assessment.get": (request) => (planDesk(empty).answer("self_assessment.get", request) as { output: SelfAssessment }).output,
    "calendar.supervisor": () => ({ name: "Programme events for the supervisor - Priya and Tom.ics", text: "BEGIN:VCALENDAR", entries: 1 }),
    "calendar.events": () => ({ name: "Programme events - Priya and Tom.ics", text: "BEGIN:VCALENDAR", entries: 3 }),
    "first.get": () => self.first,
    "first.add": ({ side, kind, text }) => {
      if (text.length > 100) throw { code: "too_long", message: "The line has more than 100 letters. Nothing was changed. Shorten it.", field: "text" };
      const mine = line(`n${self.first.lines.length}`, side ?? "mentee", kind, text);
      // As the core finds them: two telling words are the same.
      const telling = (of: string): string[] => of.toLowerCase().split(/\W+/).filter((word) => word.length > 3);
      for (const other of self.first.lines.filter((each) => each.side !== mine.side)) {
        if (telling(other.text).filter((word) => telling(text).includes(word)).length < 2) continue;
        mine.overlaps.push(other.text);
        other.overlaps.push(text);
        self.first.inCommon.push(mine.side === "mentee" ? [text, other.text] : [other.text, text]);
      }
      self.first.lines.push(mine);
      if (kind === "wish") for (const check of self.first.checks) if (check.step === "wish") check.done = true;
      return self.first;
    },
    "first.remove": ({ line }) => {
      self.first.lines = self.first.lines.filter((each) => each.line !== line);
      return self.first;
    },
    "first.help": ({ way, wanted, goal }) => {
      const known = self.first.help.find((each) => each.way === way);
      if (known === undefined) self.first.help.push({ way, label: way, wanted: true, goal: goal ?? null });
      else Object.assign(known, { wanted: wanted ?? true, goal: goal ?? null });
      return self.first;
    },
    "first.mark": ({ step, state, minutes }) => {
      for (const block of self.first.blocks) {
        if (block.block !== step) continue;
        block.state = state;
        block.used = minutes ?? block.used;
        block.words = words(block);
      }
      for (const check of self.first.checks) if (check.step === step) check.done = state === "done";
      for (const stage of self.journey.stages) if (stage.stage === step) Object.assign(stage, { state, words: said[state], current: false });
      self.first.checklist = `${self.first.checks.filter((check) => check.done).length} of 3`;
      return self.first;
    },
    "first.propose_second": ({ on, at }) => {
      if (full !== undefined) self.sessions = { ...self.sessions, sessions: [{ ...full, kind: "milestones", kindName: "Milestones", state: "proposed", stateName: "Proposed", date: day(on ?? "2026-12-18"), at: at ?? "14:00", minutes: 60 }] };
      return self.sessions;
    },
    "journey.get": () => self.journey,
    "supervisor.get": () => self.supervisor,
    "supervisor.change": ({ name, email, agreed, briefOn, done, events }) => {
      const now = self.supervisor;
      self.supervisor = {
        ...now,
        name: name ?? now.name,
        email: email ?? now.email,
        agreed: agreed ?? now.agreed,
        briefOn: briefOn == null ? now.briefOn : briefOn === "" ? null : day(briefOn),
        doneOn: done == null ? now.doneOn : done ? day("2026-11-21", "today") : null,
        events: events == null ? now.events : now.events.map((event) => ({ ...event, shared: events.includes(event.event) })),
      };
      return self.supervisor;
    },
    "session.list": () => self.sessions,
    "plan.get": () => self.plan,
  };
  self.answer = (name, request) => {
    self.asked.push({ name, request });
    if (name === "save_attachment") return { token: "t2", name: "CV Priya Shah.pdf", folder: "Documents" };
    if (name === "choose_attachment") {
      if (request.kind === "plan") throw { code: "file_too_large", message: "This file is larger than 10 MB. Nothing was added, and the file is as it was. Save it smaller, for example as a PDF with smaller pictures, and choose it again.", field: "base64" };
      self.files.attachments.push(cv());
      return { output: self.files, changed: ["attachments"] };
    }
    if (name === "save_text") return { token: "t3", name: String(request["name"]), folder: "Documents" };
    if (name === "save_paper") return { token: "t1", name: "Supervisor brief.pdf", folder: "Documents" };
    const use = uses[name as keyof Calls];
    if (use === undefined) return rust.answer(name, request);
    const state = (): string => JSON.stringify([self.files, self.first, self.journey, self.supervisor, self.sessions]);
    const before = state();
    const output = structuredClone(use(request as never));
    return { output, changed: before === state() ? [] : ["first"] };
  };
  return self;
}
