/** A Rust side for the action plan and the journal, with memory for what is changed. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Behaviours, Calls, Journal, PlanView, SelfAssessment } from "../../../ui/src/api";
import { agreementDesk } from "./agreement";
import type { Answerer } from "./browser";
import { readDate } from "./dates";

const real = JSON.parse(readFileSync(fileURLToPath(new URL("../../fixtures/screens/plan.json", import.meta.url)), "utf8")) as PlanView;

export interface PlanDesk {
  plan: PlanView;
  journal: Journal;
  behaviours: Behaviours;
  /** Every call that changed something, in its order. */
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

const lists = (): SelfAssessment["stages"][number]["lists"] => [
  { list: "strengths", name: "Strengths", lines: [{ id: "line1", text: "Numbers" }] },
  { list: "weaknesses", name: "Weaknesses", lines: [] },
  { list: "style", name: "Style", lines: [] },
];

const day = (date: string): { date: string; words: string; relative: string } => ({ ...readDate(date), relative: "" });

/** The plan of J5; empty, nothing is in it yet. */
export function planDesk(empty = false): PlanDesk {
  const base = agreementDesk("example");
  const plan = structuredClone(real);
  if (empty) Object.assign(plan, { goals: [], timeline: null, milestones: [], touched: null, touchedOn: null, dated: false, ranked: "0 of 3 ranked" });
  const self: PlanDesk = {
    plan,
    journal: { moments: [], words: "0 moments", id: null },
    behaviours: { behaviours: [], id: null, goal: null },
    asked: [],
    answer: () => null,
  };
  const goal = (id: string): PlanView["goals"][number] => {
    const found = self.plan.goals.find((each) => each.id === id);
    if (found === undefined) throw { code: "not_found", message: "This goal is not here any more. Nothing was changed. Choose one from the list.", field: "goal" };
    return found;
  };
  const activity = (id: string): PlanView["goals"][number]["activities"][number] => {
    const found = self.plan.goals.flatMap((each) => each.activities).find((each) => each.id === id);
    if (found === undefined) throw { code: "not_found", message: "This activity is not here any more. Nothing was changed. Choose one from the plan.", field: "activity" };
    return found;
  };
  const answers: { [K in keyof Calls]?: (request: Calls[K]["request"]) => unknown } = {
    "plan.get": () => self.plan,
    "plan.history": () => ({ deeds: [{ what: "Adding the goal “Run one project across teams”", when: "Wednesday 25 March 2026, 09:00", author: "Priya Raman" }] }),
    "plan.review": () => {
      self.plan = { ...self.plan, mark: null, reviewedOn: day("2026-03-25"), versions: [{ number: 1, on: day("2026-03-25"), changes: 0 }] };
      return self.plan;
    },
    "plan.still_right": () => self.plan,
    "goal.change": ({ goal: id, rank, unrank }) => {
      const one = goal(id);
      if (rank === 0) one.rank = null;
      else if (rank != null) {
        const others = self.plan.goals.filter((each) => each.rank !== null && each !== one && each.id !== unrank);
        if (others.length === 3) throw { code: "three_ranked", message: "Three goals stand in front already. Nothing was changed. Say which one gives its rank up.", field: "unrank" };
        if (unrank != null) goal(unrank).rank = null;
        others.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
        others.splice(rank - 1, 0, one);
        others.forEach((each, place) => { each.rank = place + 1; });
      }
      self.plan = { ...self.plan, goals: [...self.plan.goals].sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9)) };
      return { goals: [], id: null };
    },
    "goal.stand": ({ goal: id, state, on }) => {
      Object.assign(goal(id), { state, since: state === "open" ? null : day(on ?? "2026-03-25") });
      self.plan = { ...self.plan };
      return { goals: [], id: null };
    },
    "activity.add": ({ goal: id, title, kind, effort, start }) => {
      const made = { ...structuredClone(activity("activity1")), id: `new-${title.length}`, goal: id, title, kind, effort: effort ?? null, start: start == null ? null : day(start), finish: null };
      goal(id).activities.push(made);
      self.plan = { ...self.plan, id: made.id };
      return self.plan;
    },
    "activity.change": ({ activity: id, state, title }) => {
      const one = activity(id);
      if (state != null) Object.assign(one, { state, since: state === "not_started" ? null : day("2026-03-25") });
      if (title != null) one.title = title;
      self.plan = { ...self.plan };
      return self.plan;
    },
    "resource.add": ({ goal: id, kind, title, place, side }) => {
      goal(id).resources.push({ id: `resource-${title.length}`, goal: id, kind, kindWords: kind, title, place: place ?? "", note: "", side: side ?? "mentee", author: side === "mentor" ? self.plan.mentor : self.plan.mentee });
      self.plan = { ...self.plan };
      return self.plan;
    },
    "journal.list": () => self.journal,
    "journal.add": ({ text, share }) => {
      self.journal = { ...self.journal, words: "1 moment", moments: [{ id: "moment1", on: day("2026-03-25"), text, shared: share === true, author: self.plan.mentee }, ...self.journal.moments] };
      return self.journal;
    },
    "journal.share": ({ moment }) => {
      self.journal = { ...self.journal, moments: self.journal.moments.map((each) => (each.id === moment ? { ...each, shared: true } : each)) };
      return self.journal;
    },
    "behaviour.list": () => self.behaviours,
    "behaviour.add": ({ text }) => {
      self.behaviours = { ...self.behaviours, behaviours: [...self.behaviours.behaviours, { id: `behaviour${self.behaviours.behaviours.length + 1}`, text, goal: null, title: null }] };
      return self.behaviours;
    },
    "behaviour.promote": ({ behaviour, title }) => {
      self.behaviours = { ...self.behaviours, behaviours: self.behaviours.behaviours.map((each) => (each.id === behaviour ? { ...each, goal: "goal9", title: title ?? each.text } : each)) };
      return self.behaviours;
    },
    "self_assessment.get": () => ({ stages: [{ stage: "start", words: "At the start", lists: lists() }], compared: null, id: null }),
  };
  self.answer = (name, request) => {
    const answer = answers[name as keyof Calls] as ((request: unknown) => unknown) | undefined;
    if (answer === undefined) return base.answer(name, request);
    const asks = /\.(get|list|history|compare)$/.test(name);
    if (!asks) self.asked.push({ name, request });
    const output = structuredClone(answer(request));
    return { output, changed: asks ? [] : ["plan"] };
  };
  return self;
}
