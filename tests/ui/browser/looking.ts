/** A Rust side for looking back: real answers of the core (tests/fixtures/screens/looking.json), and memory for what is pressed. */
import { readFileSync } from "node:fs";
import type { Calls, CheckPoints, Checkup, MentorCards, MidPointView, Revisit, SelfChecks } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { product, relationship } from "./product";

interface Answers {
  before: Checkup;
  alone: Checkup;
  together: Checkup;
  check_points: CheckPoints;
  mid_point: MidPointView;
  revisit: Revisit;
  self_checks: SelfChecks;
  cards: MentorCards;
}

const answers = (): Answers => JSON.parse(readFileSync(new URL("../../fixtures/screens/looking.json", import.meta.url), "utf8")) as Answers;

/** How far the check-up is. */
export type Stage = "before" | "alone" | "together";

export interface LookingDesk {
  checkup: Checkup;
  points: CheckPoints;
  mid: MidPointView;
  revisit: Revisit;
  checks: SelfChecks;
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

/** Daniel and Ruth on 9 June; `mentor` is the mentor's own pages. */
export function lookingDesk(stage: Stage, mentor = false): LookingDesk {
  const real = answers();
  const rust = product({ relationships: [relationship({ id: "ex" })] });
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "checkup.get": () => self.checkup,
    "checkup.answer": (request) => {
      for (const line of self.checkup.own.lines) {
        const value = (request as unknown as Record<string, unknown>)[line.key];
        if (typeof value !== "string") continue;
        if (line.counted !== null) {
          const reason = (request as unknown as Record<string, unknown>)[`${line.key}Reason`];
          if (typeof reason !== "string" || reason === "") throw { code: "reason", message: "The log counts your meetings otherwise. Nothing was changed. Say in a few words why you see it differently.", field: `${line.key}Reason` };
          line.reason = reason;
          line.overruled = true;
        }
        line.answer = value;
        line.words = line.options.find((option) => option.value === value)?.words ?? "";
        line.unfavourable = ["fair", "poor", "rarely", "never", "no", "too_few"].includes(value) && line.key !== "cancelled";
        line.verdict = line.unfavourable ? "unfavourable" : "favourable";
      }
      self.checkup.own.answered = self.checkup.own.lines.every((line) => line.unfavourable !== null);
      self.checkup.own.unfavourable = self.checkup.own.lines.filter((line) => line.unfavourable).length;
      return self.checkup;
    },
    "checkup.complete": () => (self.checkup = real.alone),
    "checkup.share": () => (self.checkup = real.together),
    "checkup.begin_anew": () => (self.checkup = real.before),
    "checkup.obstacles": ({ obstacles }) => {
      for (const each of self.checkup.own.obstacles) each.ticked = obstacles.some((ticked) => ticked.number === each.number);
      return self.checkup;
    },
    "checkup.meet": () => (self.checkup = real.together),
    "checkup.task": ({ what }) => {
      self.checkup.plans[0]?.tasks.push({ what, owner: "mentee", name: "Daniel Ferreira", due: null, done: false });
      return self.checkup;
    },
    "checkup.follow_up": ({ outcome }) => {
      const plan = self.checkup.plans[0];
      if (plan !== undefined) {
        plan.followedUp = plan.followUp;
        plan.outcome = outcome;
      }
      return self.checkup;
    },
    "check_point.get": () => (mentor ? { ...self.points, mentorQuestion: self.checks.reflectionQuestion } : self.points),
    "check_point.set": ({ every }) => (self.points = { ...self.points, every, words: `Every ${every}th session is a check-point.` }),
    "check_point.answer": () => self.points,
    "mid_point.get": () => self.mid,
    "mid_point.answer": ({ question, text }) => {
      for (const each of self.mid.questions) if (each.key === question && each.answers[0] !== undefined) each.answers[0].text = text;
      return self.mid;
    },
    "mid_point.clause": ({ section, kept }) => {
      for (const each of self.mid.clauses) if (each.section === section) each.kept = kept ?? null;
      return self.mid;
    },
    "mid_point.trust": ({ rating, note }) => (self.mid = { ...self.mid, ownTrust: { rating, words: "Mostly", note: note ?? "", shared: false } }),
    "mid_point.share_trust": () => (self.mid = { ...self.mid, ownTrust: self.mid.ownTrust === null ? null : { ...self.mid.ownTrust, shared: true } }),
    "mid_point.book": () => (self.mid = { ...self.mid, session: { session: "s9", date: { date: "2026-07-30", words: "Thursday 30 July 2026", relative: "in 7 weeks" }, held: false, inWindow: true } }),
    "mid_point.agree": () => (self.mid = { ...self.mid, suggestions: 1 }),
    "mid_point.finish": () => (self.mid = { ...self.mid, finished: { date: "2026-07-30", words: "Thursday 30 July 2026", relative: "today" } }),
    "mid_point.evaluation": () => ({ name: "mid-point-evaluation.txt", text: "Half-way." }),
    "revisit.get": () => self.revisit,
    "revisit.page": ({ section, choice }) => {
      for (const page of self.revisit.pages) if (page.section === section) page.choice = choice ?? null;
      const count = (of: string | null): number => self.revisit.pages.filter((page) => page.choice === of).length;
      self.revisit = { ...self.revisit, kept: count("keep"), changed: count("change"), open: count(null) };
      return self.revisit;
    },
    "commitment.renew": ({ side, choice }) => {
      for (const each of [...self.revisit.commitments, ...self.mid.commitments]) if (each.side === (side ?? "mentee")) each.choice = choice ?? null;
      return self.revisit;
    },
    "mentor.cards": () => real.cards,
    "self_check.list": () => self.checks,
    "self_check.save": ({ pitfalls }) => {
      const first = self.checks.checks[0];
      if (first !== undefined) self.checks = { ...self.checks, checks: [{ ...first, id: "new", on: { date: "2026-06-09", words: "Tuesday 9 June 2026", relative: "today" }, pitfalls: pitfalls ?? [] }, ...self.checks.checks] };
      return self.checks;
    },
    "self_check.remove": ({ check }) => (self.checks = { ...self.checks, checks: self.checks.checks.filter((each) => each.id !== check) }),
  };
  const self: LookingDesk = {
    checkup: real[stage],
    points: real.check_points,
    mid: real.mid_point,
    revisit: real.revisit,
    checks: real.self_checks,
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const state = (): string => JSON.stringify([self.checkup, self.points, self.mid, self.revisit, self.checks]);
      const before = state();
      const output = structuredClone(use(request as never));
      return { output, changed: before === state() ? [] : ["checkups"] };
    },
  };
  return self;
}
