/** A Rust side for the end of a relationship, with memory for what is pressed. */
import type { Calls, ClosingQuestion, ClosingView, DateWords, DeletionView, EndingView, RelationshipView } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { readDate } from "./dates";
import { type Product, product, relationship } from "./product";

/** How far it is: going on, closed together, ended early, or a request that nobody answered. */
export type EndStage = "open" | "closed" | "ended" | "lapsed";

export interface EndingDesk {
  closing: ClosingView;
  deletion: DeletionView;
  rust: Product;
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

const day = (date: string, relative = ""): DateWords => ({ ...readDate(date), relative });
const refuse = (code: string, message: string, field: string): never => {
  throw { code, message, field };
};

const question = (key: string, group: ClosingQuestion["group"], kind: ClosingQuestion["kind"], label: string, prompt: string): ClosingQuestion => ({
  question: key, group, kind, label, prompt,
  answers: [{ side: "mentee", name: "Priya Shah", text: "" }, { side: "mentor", name: "Tom Okafor", text: "" }],
});

function closingView(): ClosingView {
  return {
    standing: "open", on: null, badge: null, sentence: null,
    endsOn: day("2026-12-18", "in 27 days"),
    meeting: null,
    facts: {
      sentence: "1 of 2 goals reached, 2 meetings, 2 h 30 min, 2 journal moments", goalsReached: 1, goals: 2, meetings: 2, minutes: 150, time: "2 h 30 min", moments: 2,
      goalLines: [
        { goal: "g1", title: "Run one project across teams", rank: 1, reached: true, state: "Reached" },
        { goal: "g2", title: "Stay calm when challenged", rank: 2, reached: false, state: "Under way" },
      ],
      meetingLines: [{ date: day("2026-03-11"), minutes: 60 }, { date: day("2026-03-25"), minutes: 90 }],
      momentLines: [{ date: day("2026-04-15"), text: "First talk before the board", shared: true }, { date: null, text: "I slept badly before it", shared: false }],
    },
    questions: [
      question("goals", "stock", "text", "What we reached", "Which goals did you reach? Small things count."),
      question("appreciation", "stock", "text", "What I appreciate", "What did Tom do or say that stayed with you?"),
      question("organisation", "return", "text", "What it did for the organisation", "What is different where you work because the two of you met?"),
      question("overall", "evaluation", "scale", "All in all, how well did this relationship work for you?", "1 is not at all, 5 is very well."),
      question("worked", "evaluation", "text", "What worked best", "What should every pair know from the first day on?"),
    ],
    culture: [
      { way: "recommend", label: "Recommend mentoring to somebody", ticked: [] },
      { way: "mentor", label: "Take part again, as mentor", ticked: ["mentee"] },
    ],
    cultureIdeas: [{ side: "mentee", name: "Priya Shah", ideas: [] }, { side: "mentor", name: "Tom Okafor", ideas: ["A lunch for new mentors"] }],
    stayInTouch: { ideas: ["Coffee each February"], every: null, first: null, remind: false, next: null, words: "" },
    steps: [],
    open: ["What we reached", "What I appreciate"],
  };
}

export function endingDesk(stage: EndStage): EndingDesk {
  const lapsed: RelationshipView["intake"] = {
    ...relationship().intake, kind: "request", askedOn: day("2026-11-09"), replyBy: day("2026-11-19"), state: "lapsed",
    choices: [{ choice: "ask_again", words: "Ask Tom again" }, { choice: "another", words: "Ask somebody else" }, { choice: "office", words: "Tell the office" }],
  };
  const rust = product({
    relationships: [
      relationship(stage === "lapsed" ? { connection: "waiting", connectedOn: null, midPoint: null, endsOn: null, revisitOn: null, intake: lapsed, status: "Tom has not answered within ten days." } : {}),
      relationship({ id: "r3", title: "Priya Shah and Ruth Kessler" }),
    ],
  });
  const row = (): RelationshipView => rust.relationships.find((each) => each.id === "r1") ?? refuse("not_found", "This relationship is not here any more. Nothing was changed. Go back and choose again.", "relationship");
  const over = (standing: "closed" | "ended", on: string): ClosingView => {
    const date = readDate(on);
    const badge = `${standing === "closed" ? "Closed" : "Ended"} ${String(Number(on.slice(8)))} Nov`;
    const sentence = `This relationship was ${standing === "closed" ? "closed" : "ended without fault"} on ${date.words}. Everything can be read and printed; nothing can be changed.`;
    self.closing = { ...self.closing, standing, on: day(on), badge, sentence, steps: [...self.closing.steps, { what: standing, words: `${standing === "closed" ? "Closed" : "Ended"} on ${date.words}`, reason: "" }] };
    Object.assign(row(), { standing, badge, status: sentence });
    return self.closing;
  };
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "closing.get": () => self.closing,
    "closing.answer": ({ question: key, side, answer }) => {
      for (const each of self.closing.questions) for (const said of each.answers) if (each.question === key && said.side === (side ?? "mentee")) said.text = String(answer);
      return self.closing;
    },
    "closing.culture": ({ side, ways, own }) => {
      const who = side ?? "mentee";
      for (const way of self.closing.culture) way.ticked = [...way.ticked.filter((each) => each !== who), ...(ways.includes(way.way) ? [who] : [])];
      for (const each of self.closing.cultureIdeas) if (each.side === who && own != null) each.ideas = own;
      return self.closing;
    },
    "closing.stay_in_touch": ({ ideas, every, first, remind }) => {
      const before = self.closing.stayInTouch;
      const from = first == null ? before.first : first === "" ? null : day(first);
      self.closing.stayInTouch = { ideas: ideas ?? before.ideas, every: every ?? before.every, first: from, remind: remind ?? before.remind, next: from, words: every == null ? before.words : `Every ${String(every.count)} ${every.unit}.` };
      return self.closing;
    },
    "closing.close": ({ on }) => (on === "2026-11-01" ? refuse("wrong_order", "The relationship began on Monday 2 November 2026. Nothing was changed. Choose that day or a later one.", "on") : over("closed", on ?? "2026-11-21")),
    "ending.end": ({ on }) => over("ended", on ?? "2026-11-21"),
    "closing.reopen": ({ reason }) => {
      self.closing = { ...self.closing, standing: "open", on: null, badge: null, sentence: null, steps: [...self.closing.steps, { what: "reopened", words: "Reopened on Saturday 21 November 2026", reason }] };
      Object.assign(row(), { standing: "open", badge: null, status: "It goes on." });
      return self.closing;
    },
    "closing.extend": ({ endsOn }) => (endsOn <= (self.closing.endsOn?.date ?? "") ? refuse("wrong_order", "That day is not later than the present end. Nothing was changed. Choose a later day.", "endsOn") : (self.closing = { ...self.closing, endsOn: day(endsOn) })),
    "closing.finish_early": ({ endsOn }) => (self.closing = { ...self.closing, endsOn: day(endsOn) }),
    "task.add": () => ({ tasks: [] }) as unknown as Calls["task.add"]["response"],
    "ending.get": (): EndingView => ({
      standing: self.closing.standing, clauseTitle: "No-fault ending", clause: "Either of us may end this mentoring relationship at any time and need not give a reason.", leftOut: false,
      suggestion: "If you can, talk about it first. Nobody owes the other a reason, and Fairlead does not ask for one.",
      draft: { to: "office@example.org", subject: "End of a mentoring relationship", body: "Hello,\n\nPriya Shah and Tom Okafor ended their mentoring relationship on Saturday 21 November 2026.\n\nPriya Shah\n" },
    }),
    "relationship.take_goals": ({ into }) => ({ relationship: into ?? "r3", goals: 2, activities: 1, left: "Nothing that Tom Okafor wrote was copied. The old relationship stays as it is." }),
    "relationship.export": () => ({ name: "Priya Shah and Tom Okafor.json", text: "{}" }),
    "deletion.get": () => {
      row();
      return self.deletion;
    },
    "deletion.delete": ({ name, backups }) => {
      if (name.trim().toLowerCase() !== "tom okafor") refuse("wrong_name", "This is not the name of this relationship. Nothing was deleted. To delete it, type “Tom Okafor”.", "name");
      rust.relationships = rust.relationships.filter((each) => each.id !== "r1");
      const removed = backups === "remove" ? self.deletion.held.length : 0;
      return { title: self.deletion.title, backupsRemoved: removed, backupsLeft: self.deletion.held.length - removed, sentence: "Priya Shah and Tom Okafor was deleted from this computer." };
    },
    "intake.choose": ({ choice }) => {
      const one = row();
      one.intake = { ...one.intake, state: choice === "ask_again" ? "open" : "withdrawn", choices: [] };
      return {
        intake: one.intake,
        next: choice === "office" ? "Send the letter from your own mail program." : "Set up a new relationship with the person you ask now. This one stays as it is.",
        draft: choice === "office" ? { to: "office@example.org", subject: "A mentoring request without an answer", body: "Hello,\n\nPriya Shah asked Tom Okafor on Monday 9 November 2026.\n" } : null,
      };
    },
  };
  const self: EndingDesk = {
    closing: closingView(),
    deletion: {
      name: "Tom Okafor", title: "Priya Shah and Tom Okafor",
      disappears: [{ what: "edit", count: 16, words: "16 changes in the history" }, { what: "goal", count: 2, words: "2 goals" }, { what: "session", count: 2, words: "2 sessions" }, { what: "private_note", count: 1, words: "1 private note" }],
      computer: "This happens on this computer only. What Tom Okafor has stays with Tom Okafor, and so does every paper you saved or sent.",
      once: "It cannot be undone. If you may want to read it again, export it first.",
      backups: "Your backups still hold this relationship: Friday 20 November 2026, 18:02. You can remove them with it; Fairlead then makes a new one of what is left.",
      held: [{ backup: "b1", made: "Friday 20 November 2026, 18:02" }],
    },
    rust,
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      if (name === "save_paper") return { token: "t2", name: "Closing record.pdf", folder: "Documents" };
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const state = (): string => JSON.stringify([self.closing, rust.relationships]);
      const before = state();
      const output = structuredClone(use(request as never));
      return { output, changed: before === state() ? [] : ["closing", "relationships"] };
    },
  };
  if (stage === "closed" || stage === "ended") over(stage, "2026-11-20");
  return self;
}
