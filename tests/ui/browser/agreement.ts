/** A Rust side for the agreement's screens: real answers of the core about the example (tests/fixtures/screens), and memory for what is changed. */
import { readFileSync } from "node:fs";
import type { AgreementView, AnswerSaved, AnswerValue, Calls, Expectations, History, OnScreen, PermissionState, RelationshipView, Side, Suggestions } from "../../../ui/src/api";
import { talkUses } from "./talk";
import type { Answerer } from "./browser";
import { readDate } from "./dates";
import { product, type Product } from "./product";

export const fixture = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../fixtures/screens/${name}.json`, import.meta.url), "utf8")) as T;

export interface AgreementDesk {
  view: AgreementView;
  product: Product;
  /** Every call in its order. */
  asked: { name: string; request: Record<string, unknown> }[];
  /** The stored answer of one field. */
  /** The suggestions, and what each of the two expects. */
  suggestions: Suggestions;
  expectations: Expectations;
  /** What each is writing unseen. */
  unseen: Record<Side, string>;
  stored(field: string, side?: "mentor" | "mentee"): AnswerValue | null;
  /** Calls of this name wait for what this answers. */
  slow: { name: string; wait: () => Promise<void> } | null;
  /** Refuses an answer, when set: what `answer.set` throws. */
  refuse: { code: string; message: string; field: string | null } | null;
  answer: Answerer;
}

/** What may follow a step of a permission. */
const NEXT: Record<PermissionState, PermissionState[]> = { asked: ["given", "refused"], given: ["withdrawn"], refused: ["asked", "given"], withdrawn: ["asked", "given"] };

/** The example as it stands, or the same form with nothing in it. */
export function agreementDesk(kind: "example" | "blank" = "example", talking: "open" | "quiet" = "quiet"): AgreementDesk {
  const view = fixture<AgreementView>("agreement");
  const document = fixture<OnScreen>("document");
  const sheet = fixture<OnScreen>("sheet");
  const history = fixture<History>("history");
  const relationship = fixture<RelationshipView>("relationship");
  const suggestions = fixture<Suggestions>("suggestions");
  if (talking === "quiet") suggestions.open = [];
  const expectations = fixture<Expectations>("expectations");
  if (kind === "blank") {
    blank(view);
    suggestions.decided = [];
    expectations.lines = [];
    expectations.standing = "open";
  }
  const rust = product({ relationships: [{ ...relationship, settled: view.settled }] });
  const past: { name: string; view: string }[] = [];
  const future: { name: string; view: string }[] = [];
  const self: AgreementDesk = {
    view,
    product: rust,
    asked: [],
    slow: null,
    refuse: null,
    suggestions,
    expectations,
    unseen: { mentee: "", mentor: "" },
    stored: (field, side) => find(self.view, field, side ?? null).answer.value,
    answer: async (name, request) => {
      self.asked.push({ name, request });
      if (name === "save_paper") return { token: "saved-1", name: "Mentoring agreement.pdf", folder: "Documents" };
      if (name === "open_saved" || name === "show_saved") return null;
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      if (self.slow?.name === name) await self.slow.wait();
      const picture = (): string => JSON.stringify([self.view, self.suggestions, self.expectations]);
      const before = picture();
      const output = use(request as never);
      return { output: structuredClone(output), changed: before === picture() ? [] : ["agreement"] };
    },
  };
  const deed = (name: string): void => {
    past.push({ name, view: JSON.stringify([self.view, self.suggestions, self.expectations]) });
    future.length = 0;
  };
  const turn = (from: typeof past, to: typeof past): Calls["undo.back"]["response"] => {
    const last = from.pop();
    if (last !== undefined) {
      to.push({ name: last.name, view: JSON.stringify([self.view, self.suggestions, self.expectations]) });
      [self.view, self.suggestions, self.expectations] = JSON.parse(last.view) as [AgreementView, Suggestions, Expectations];
    }
    return { back: past.at(-1)?.name ?? null, forward: future.at(-1)?.name ?? null, done: last?.name ?? null };
  };
  const goals = (id: string | null = null): Calls["goal.add"]["response"] => ({ goals: self.view.goals, id });
  const milestones = (id: string | null = null): Calls["milestone.add"]["response"] => ({ milestones: self.view.milestones, id });
  const on = (text: string | null | undefined) => (text == null || text === "" ? null : { ...readDate(text), relative: "" });

  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "agreement.get": () => self.view,
    "agreement.document": () => document,
    "agreement.sheet": () => sheet,
    "answer.set": ({ field: key, side, value }) => {
      if (self.refuse !== null) throw self.refuse;
      const kept = tidy(value);
      const { section, field, answer } = find(self.view, key, side ?? null);
      if (JSON.stringify(answer.value) !== JSON.stringify(kept)) {
        // Typing in one field is one deed.
        const name = `changing “${field.label}”`;
        if (past.at(-1)?.name !== name || field.kind === "choice") deed(name);
        answer.value = kept;
        answer.recorded = true;
        answer.date = field.kind === "date" ? on(kept as string | null) : null;
        section.begun = true;
        if (section.standing === "agreed") section.standing = "open";
        settle(self.view);
      }
      return { answer, text: null, standing: section.standing, savedAt: "10:32" } satisfies AnswerSaved;
    },
    ...talkUses(() => self, deed),
    "answer.history": ({ field: key, side }) =>
      key === "template.5.text"
        ? { entries: [...history.entries, { edit: 7, when: "Friday 20 November 2026, 18:02", at: "2026-11-20T18:02:00+00:00[Europe/London]", author: "Leila Benali", title: null, text: "We meet on the first Wednesday of the month.", current: false }] }
        : { entries: find(self.view, key, side ?? null).answer.value === null ? [] : history.entries },
    "heading.history": ({ heading: id }) => {
      const { text, title } = self.view.headings.find((each) => each.id === id) ?? { text: "", title: "" };
      return { entries: [{ edit: 9, when: "Saturday 21 November 2026, 10:32", at: "2026-11-21T10:32:00+00:00[Europe/London]", author: "Leila Benali", title, text, current: true }, { edit: 8, when: "Friday 20 November 2026, 18:02", at: "2026-11-20T18:02:00+00:00[Europe/London]", author: "Leila Benali", title, text: "In the orchard.", current: false }] };
    },
    "heading.restore": () => {
      deed("changing a heading");
      const heading = self.view.headings[0];
      if (heading !== undefined) heading.text = "In the orchard.";
      return { headings: self.view.headings, id: null };
    },
    "answer.restore": () => {
      const { section, answer } = find(self.view, "template.5.text", null);
      deed("putting back “What you have decided”");
      answer.value = "We meet on the first Wednesday of the month.";
      return { answer, text: null, standing: section.standing, savedAt: "10:32" };
    },
    "section.stand": ({ section: key, standing }) => {
      const section = self.view.sections.find((each) => each.section === key);
      if (section === undefined) throw { code: "not_found", message: "No such section.", field: "section" };
      if (key === "clause.no_fault" && standing === "not_for_us") throw { code: "needs_both", message: "The no-fault ending is part of every agreement and can be left out only when both of you sign that. Nothing was changed. You can change its wording, or keep talking about it.", field: "standing" };
      deed(`agreeing on “${section.title}”`);
      section.standing = standing;
      settle(self.view);
      return {};
    },
    "note.write": ({ about, text }) => {
      const section = self.view.sections.find((each) => each.section === about);
      if (section !== undefined) section.privateNote = text;
      return {};
    },
    "goal.add": ({ title, measure = "", horizon }) => {
      deed(`adding the goal “${title}”`);
      const id = `goal${self.view.goals.length + 1}-${title.length}`;
      self.view.goals.push({ id, title, measure, horizon, rank: null, ratings: { mentor: null, mentee: null }, state: "open", since: null, occasion: null, on: on("2026-11-21"), set: `Written down on ${on("2026-11-21")?.words}` });
      return goals(id);
    },
    "goal.change": ({ goal: id, title, measure, horizon, rank, occasion, on: day }) => {
      const goal = self.view.goals.find((each) => each.id === id);
      if (goal === undefined) throw { code: "not_found", message: "This goal is not here any more. Nothing was changed. Choose one from the list.", field: "goal" };
      if (title != null) goal.title = title.trim();
      if (measure != null) goal.measure = measure;
      if (horizon != null) goal.horizon = horizon;
      if (occasion != null) goal.occasion = occasion;
      if (day != null) goal.on = on(day);
      if (occasion != null || day != null) goal.set = `Set: ${goal.occasion ?? ""} ${goal.on?.words ?? ""}`;
      if (rank != null) {
        for (const each of self.view.goals) if (each.rank === rank) each.rank = null;
        goal.rank = rank === 0 ? null : rank;
      }
      return goals();
    },
    "rating.set": ({ goal: id, side, value = null }) => {
      const goal = self.view.goals.find((each) => each.id === id);
      if (goal === undefined) throw { code: "not_found", message: "This goal is not here any more. Nothing was changed. Choose one from the list.", field: "goal" };
      if (value !== null && !(value >= 1 && value <= 5)) throw { code: "out_of_range", message: "A rating goes from 1, just starting, to 5, there. Nothing was changed. Choose one of the five, or none.", field: "value" };
      deed(`rating where ${{ mentor: "Tomás Ó Briain", mentee: "Leila Benali" }[side]} stands with “${goal.title}”`);
      goal.ratings = { ...goal.ratings, [side]: value };
      return goals();
    },
    "goal.history": ({ goal: id }) => {
      const title = self.view.goals.find((each) => each.id === id)?.title ?? "";
      const past = { author: "Leila Benali", text: "Short-term work goal, first in front" };
      return { entries: [{ edit: 12, when: "Saturday 21 November 2026, 10:32", at: "2026-11-21T10:32:00+00:00[Europe/London]", title, current: true, ...past }, { edit: 11, when: "Friday 20 November 2026, 18:02", at: "2026-11-20T18:02:00+00:00[Europe/London]", title: "Run a project", current: false, ...past }] };
    },
    "goal.restore": () => {
      const goal = self.view.goals[0];
      deed(`putting back the goal “${goal?.title ?? ""}”`);
      if (goal !== undefined) goal.title = "Run a project";
      return goals();
    },
    "goal.remove": ({ goal: id }) => {
      const goal = self.view.goals.find((each) => each.id === id);
      deed(`removing the goal “${goal?.title ?? ""}”`);
      self.view.goals = self.view.goals.filter((each) => each.id !== id);
      return goals();
    },
    "goal.move": ({ goal: id, position }) => {
      const goal = self.view.goals.find((each) => each.id === id);
      if (goal === undefined) throw { code: "not_found", message: "gone", field: "goal" };
      const rest = self.view.goals.filter((each) => each.id !== id);
      rest.splice(position - 1, 0, goal);
      self.view.goals = rest;
      return goals();
    },
    "milestone.add": ({ name, on: date, source }) => {
      deed(`adding the milestone “${name}”`);
      const id = `milestone${self.view.milestones.length + 1}-${name.length}`;
      self.view.milestones.push({ id, name, date: on(date), source: source ?? "", ends: false, evidence: "", rating: null });
      return milestones(id);
    },
    "milestone.change": ({ milestone: id, name, on: date, source }) => {
      const milestone = self.view.milestones.find((each) => each.id === id);
      if (milestone !== undefined && name != null) milestone.name = name.trim();
      if (milestone !== undefined && date != null) milestone.date = on(date);
      if (milestone !== undefined && source != null) milestone.source = source;
      return milestones();
    },
    "milestone.remove": ({ milestone: id }) => {
      deed("removing a milestone");
      self.view.milestones = self.view.milestones.filter((each) => each.id !== id);
      return milestones();
    },
    "heading.add": ({ title, text }) => {
      deed(`adding the heading “${title}”`);
      const id = `heading${self.view.headings.length + 1}-${title.length}`;
      self.view.headings.push({ id, title, text: text ?? "", guidance: "", askedBy: null, standing: "open" });
      settle(self.view);
      return { headings: self.view.headings, id };
    },
    "heading.change": ({ heading: id, title, text, standing }) => {
      const heading = self.view.headings.find((each) => each.id === id);
      if (heading === undefined) throw { code: "not_found", message: "This heading is not here any more. Nothing was changed. Choose one from the list.", field: "heading" };
      if (title != null) heading.title = title.trim();
      if (text != null) heading.text = text;
      if (standing != null) heading.standing = standing;
      settle(self.view);
      return { headings: self.view.headings, id: null };
    },
    "heading.remove": ({ heading: id }) => {
      deed("removing a heading");
      self.view.headings = self.view.headings.filter((each) => each.id !== id);
      settle(self.view);
      return { headings: self.view.headings, id: null };
    },
    "heading.move": ({ heading: id, position }) => {
      const heading = self.view.headings.find((each) => each.id === id);
      if (heading === undefined) throw { code: "not_found", message: "gone", field: "heading" };
      const rest = self.view.headings.filter((each) => each.id !== id);
      rest.splice(position - 1, 0, heading);
      self.view.headings = rest;
      return { headings: self.view.headings, id: null };
    },
    "section.rename": ({ section: key, title }) => {
      const row = self.view.order.find((each) => each.key === key);
      const section = self.view.sections.find((each) => each.section === key);
      if (row === undefined || section === undefined) throw { code: "fixed", message: "It keeps its name. Nothing was changed.", field: "section" };
      deed(`calling “${row.standard ?? row.title}” “${title}”`);
      const standard = row.standard ?? row.title;
      const own = title.trim() !== "" && title.trim() !== standard;
      row.title = section.title = own ? title.trim() : standard;
      row.standard = section.standard = own ? standard : null;
      return { order: self.view.order };
    },
    "section.move": ({ section: key, position }) => {
      const row = self.view.order.find((each) => each.key === key);
      if (row === undefined) throw { code: "not_found", message: "gone", field: "section" };
      deed(`moving “${row.title}”`);
      const rest = self.view.order.filter((each) => each !== row);
      rest.splice(position - 1, 0, row);
      self.view.order = rest;
      return { order: rest };
    },
    "sentence.write": ({ section: key, text }) => {
      const section = self.view.sections.find((each) => each.section === key);
      if (section?.sentence == null) throw { code: "not_found", message: "No such sentence.", field: "section" };
      deed(`wording “${section.title}”`);
      const own = text.trim() !== "" && text.trim() !== section.sentence.generated;
      section.sentence = { ...section.sentence, text: own ? text.trim() : section.sentence.generated, own, differs: false, recorded: true };
      if (section.standing === "agreed") section.standing = "open";
      return { sentence: section.sentence, standing: section.standing };
    },
    "sentence.settle": ({ section: key, choice }) => {
      const section = self.view.sections.find((each) => each.section === key);
      if (section?.sentence == null) throw { code: "not_found", message: "No such sentence.", field: "section" };
      deed(`wording “${section.title}”`);
      const { generated, text } = section.sentence;
      section.sentence = choice === "take" ? { generated, text: generated, own: false, differs: false, recorded: true } : { generated, text, own: true, differs: false, recorded: true };
      return { sentence: section.sentence, standing: section.standing };
    },
    "permission.add": ({ what, whom, giver, state, on: day }) => {
      if (what.trim() === "") throw { code: "empty", message: "Write what is passed on. Nothing was changed.", field: "what" };
      deed(`adding the permission “${what}”`);
      const id = `permission-${what.length}`;
      const names = { mentor: "Tomás Ó Briain", mentee: "Leila Benali" };
      const side = state === "asked" ? (giver === "mentee" ? "mentor" : "mentee") : giver;
      self.view.permissions.push({ id, what, whom, giver, name: names[giver], state, next: NEXT[state], steps: [{ state, side, name: names[side], date: on(day ?? "2026-11-21") }] });
      return { permissions: self.view.permissions, id };
    },
    "permission.step": ({ permission: id, state, on: day }) => {
      const permission = self.view.permissions.find((each) => each.id === id);
      if (permission === undefined) throw { code: "not_found", message: "gone", field: "permission" };
      deed(`giving the permission “${permission.what}”`);
      permission.state = state;
      permission.next = NEXT[state];
      permission.steps.push({ state, side: permission.giver, name: permission.name, date: on(day ?? "2026-11-21") });
      return { permissions: self.view.permissions, id: null };
    },
    "permission.remove": ({ permission: id }) => {
      deed("removing a permission");
      self.view.permissions = self.view.permissions.filter((each) => each.id !== id);
      return { permissions: self.view.permissions, id: null };
    },
    "undo.state": () => ({ back: past.at(-1)?.name ?? null, forward: future.at(-1)?.name ?? null, done: null }),
    "undo.back": () => turn(past, future),
    "undo.forward": () => turn(future, past),
    "since.get": () => ({ since: null, changes: [] }),
  };
  return self;
}

function find(view: AgreementView, key: string, side: string | null) {
  for (const section of view.sections) {
    const field = section.fields.find((each) => each.field === key);
    const answer = field?.answers.find((each) => each.side === side);
    if (field !== undefined && answer !== undefined) return { section, field, answer };
  }
  throw { code: "not_found", message: `no field ${key} of ${side ?? "both"}`, field: "field" };
}

/** The core trims lines and drops empty ones; an empty answer is none. */
function tidy(value: AnswerValue | null): AnswerValue | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (!Array.isArray(value)) return value;
  const lines = value.map((line) => line.trim()).filter((line) => line !== "");
  return lines.length === 0 ? null : lines;
}

/** What follows from the answers: which fields are asked, and how much is settled. */
function settle(view: AgreementView): void {
  for (const section of view.sections) {
    for (const field of section.fields) {
      if (field.when !== null) field.asked = field.when.is.includes(String(find(view, field.when.field, null).answer.value));
    }
  }
  const own = view.order.filter((row) => row.own && !view.headings.some((each) => each.id === row.key));
  view.order = view.order.filter((row) => !own.includes(row));
  for (const heading of view.headings) {
    const row = view.order.find((each) => each.key === heading.id);
    if (row === undefined) view.order.push({ key: heading.id, own: true, number: null, title: heading.title, standard: null, standing: heading.standing });
    else Object.assign(row, { title: heading.title, standing: heading.standing });
  }
  for (const row of view.order) if (!row.own) row.standing = view.sections.find((each) => each.section === row.key)?.standing ?? "open";
  view.settled = view.sections.filter((section) => section.standing !== "open").length;
}

function blank(view: AgreementView): void {
  for (const section of view.sections) {
    section.standing = "open";
    section.begun = false;
    section.privateNote = "";
    section.sentence = null;
    for (const answer of section.fields.flatMap((field) => field.answers)) Object.assign(answer, { value: null, date: null, advice: null, fix: null, recorded: false });
  }
  view.goals = [];
  view.milestones = [];
  view.headings = [];
  view.permissions = [];
  view.advice = [];
  for (const line of view.summary) line.text = null;
  view.midPoint = null;
  view.revisitOn = null;
  settle(view);
}
