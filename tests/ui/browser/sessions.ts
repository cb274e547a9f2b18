/** A Rust side for the page of sessions: real answers about Daniel and Ruth, and memory of what was asked. */
import { readFileSync } from "node:fs";
import type { CalendarFile, Calls, Contingency, PatternView, SeriesPreview, Sessions } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { person, type Product, product, relationship } from "./product";

interface Kept {
  list: Sessions;
  pattern: PatternView;
  preview: SeriesPreview;
  contingency: Contingency;
  calendar: CalendarFile;
}

export interface SessionsDesk {
  kept: Kept;
  product: Product;
  asked: { name: string; request: unknown }[];
  answer: Answerer;
}

const file = new URL("../../fixtures/screens/sessions.json", import.meta.url);

/** `empty`: nothing is planned. `lost`: four in a row did not take place. */
export function sessionsDesk(look: "full" | "empty" | "lost" = "full"): SessionsDesk {
  const kept = JSON.parse(readFileSync(file, "utf8")) as Kept;
  if (look === "empty") Object.assign(kept.list, { sessions: [], proposals: [], pace: [], held: 0, heldMinutes: 0, heldWords: "0 min", left: 0, next: null, ledger: { lines: [], counts: kept.list.ledger.counts.map((count) => ({ ...count, moves: 0, cancellations: 0, shortNotice: 0 })) } });
  if (look === "empty") Object.assign(kept.pattern, { cadence: null, count: null, unit: null, minutes: null, minutesAMonth: null, words: null, when: "", place: "", whyChange: null });
  if (look === "lost") kept.list.streak = { count: 4, longest: 4, level: "flag", words: "4 sessions in a row did not take place. You can talk about it, choose another rhythm, or end without fault and hand over." };
  const pair = relationship();
  const rust = product({ relationships: [relationship({ id: "ex", title: "Daniel Ferreira and Ruth Kessler", mentee: { ...pair.mentee, ...person("Daniel Ferreira") }, mentor: { ...pair.mentor, ...person("Ruth Kessler"), zone: "America/Toronto" } })] });
  const find = (id: string): Sessions["sessions"][number] => {
    const found = kept.list.sessions.find((session) => session.id === id);
    if (found === undefined) throw { code: "not_found", message: "This session is not here any more. Nothing was changed.", field: "session" };
    return found;
  };
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "session.list": () => kept.list,
    "pattern.get": () => kept.pattern,
    "pattern.set": () => kept.pattern,
    "series.preview": () => kept.preview,
    "series.book": () => kept.list,
    "session.contingency": () => kept.contingency,
    "calendar.sessions": () => kept.calendar,
    "times.try": ({ on, at }) => ({ people: (kept.list.sessions[0]?.people ?? []).map((person) => ({ side: person.side, name: person.name, date: { date: on, words: on, relative: "" }, time: at, mark: null, warning: null })) }),
    "session.cancel": ({ session }) => {
      Object.assign(find(session), { state: "cancelled", stateName: "Cancelled" });
      return kept.list;
    },
    "session.hold": ({ session, minutes }) => {
      Object.assign(find(session), { state: "held", stateName: "Held", untold: false, heldMinutes: minutes });
      return kept.list;
    },
    "session.move": ({ session, on }) => {
      const moved = find(session);
      Object.assign(moved, { on, date: { ...moved.date, date: on ?? moved.on, words: "Friday 19 June 2026" } });
      return kept.list;
    },
    "slot.choose": ({ slot }) => {
      kept.list.proposals.forEach((proposal) => Object.assign(proposal, { state: "chosen", chosen: slot }));
      return kept.list;
    },
  };
  const self: SessionsDesk = {
    kept,
    product: rust,
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const before = JSON.stringify(kept.list);
      const output = use(request as never);
      return { output: structuredClone(output), changed: before === JSON.stringify(kept.list) ? [] : ["sessions"] };
    },
  };
  return self;
}
