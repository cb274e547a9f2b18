/** The Rust side of talking it through: suggestions, and what each of the two expects. It remembers; what changes word by word is the core's. */
import type { Calls, SuggestionState, SuggestionView } from "../../../ui/src/api";
import type { AgreementDesk } from "./agreement";

type Uses = { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] };
const WHEN = "Saturday 21 November 2026, 10:32";
const gone = (): never => {
  throw { code: "not_found", message: "This suggestion is not here any more. Nothing was changed. Choose one from the list.", field: "suggestion" };
};

export function talkUses(desk: () => AgreementDesk, deed: (name: string) => void): Uses {
  const names = (): Record<"mentor" | "mentee", string> => {
    const of = (side: string): string => desk().suggestions.people.find((each) => each.side === side)?.name ?? "";
    return { mentor: of("mentor"), mentee: of("mentee") };
  };
  const find = (id: string): SuggestionView => desk().suggestions.open.find((each) => each.id === id) ?? gone();
  const decide = (suggestion: SuggestionView, state: SuggestionState, name: string, reason = ""): void => {
    const { suggestions } = desk();
    suggestions.open = suggestions.open.filter((each) => each.id !== suggestion.id);
    suggestions.decided.unshift({ ...suggestion, state, decision: { name, when: WHEN, reason } });
  };
  /** Puts the words where they belong, and opens an agreed section again. */
  const put = (suggestion: SuggestionView): "open" | "agreed" | "not_for_us" => {
    const { view } = desk();
    const { place } = suggestion;
    if (place.kind === "heading") {
      const heading = view.headings.find((each) => each.id === place.heading);
      if (heading !== undefined) heading.text = suggestion.after;
      return "open";
    }
    const section = view.sections.find((each) => each.section === suggestion.section);
    if (section === undefined) return "open";
    if (section.standing === "agreed") section.standing = "open";
    if (place.kind === "sentence" && section.sentence !== null) section.sentence = { ...section.sentence, text: suggestion.after, own: true };
    if (place.kind === "answer") {
      const answer = section.fields.find((field) => field.field === place.field)?.answers.find((each) => each.side === place.side);
      if (answer !== undefined) answer.value = suggestion.value;
    }
    return section.standing;
  };
  const standing = (): "open" => "open";
  const answer = (now: Calls["suggestion.list"]["response"]["standing"] = null): Calls["suggestion.list"]["response"] => ({ ...desk().suggestions, standing: now });

  return {
    "suggestion.list": () => answer(),
    "suggestion.make": ({ place, value, side, comment }) => {
      const section = place.kind === "heading" ? "" : place.kind === "sentence" ? place.section : place.field.split(".").slice(0, 2).join(".");
      const title = desk().view.sections.find((each) => each.section === section)?.title ?? desk().view.headings[0]?.title ?? "";
      if (value === null) throw { code: "no_change", message: "These words stand there already. Nothing was changed. Change them to what you suggest.", field: "value" };
      deed(`suggesting other words in “${title}”`);
      const whose = side ?? "mentee";
      const other = whose === "mentee" ? "mentor" : "mentee";
      const text = typeof value === "string" ? value : JSON.stringify(value);
      desk().suggestions.open.push({
        id: `made${desk().suggestions.open.length + 1}`, place, section, title, label: "", side: whose, name: names()[whose], decider: names()[other], when: WHEN, comment: comment ?? "", state: "open",
        before: "", after: text, value, pieces: [{ change: "added", text }], changes: [`added: “${text}”`], moved: false, comments: [], decision: null, answers: null, route: "",
      });
      return answer(standing());
    },
    "suggestion.accept": ({ suggestion: id }) => {
      const found = find(id);
      deed(`accepting ${found.name}'s words in “${found.title}”`);
      decide(found, "accepted", found.decider);
      return answer(put(found));
    },
    "suggestion.keep": ({ suggestion: id, reason }) => {
      const found = find(id);
      deed(`keeping the words in “${found.title}”`);
      decide(found, "kept", found.decider, reason ?? "");
      return answer(standing());
    },
    "suggestion.withdraw": ({ suggestion: id }) => {
      const found = find(id);
      deed(`taking back the suggestion in “${found.title}”`);
      decide(found, "withdrawn", found.name);
      return answer(standing());
    },
    "suggestion.blend": ({ suggestion: id, value, comment, both }) => {
      const found = find(id);
      if (JSON.stringify(value) === JSON.stringify(found.value)) throw { code: "no_change", message: "These are the words of the suggestion. Nothing was changed. Accept it, or change the words first.", field: "value" };
      deed(`blending the words in “${found.title}”`);
      decide(found, "blended", found.decider);
      const after = String(value);
      const made: SuggestionView = { ...found, id: `${id}-blend`, side: found.side === "mentee" ? "mentor" : "mentee", name: found.decider, decider: found.name, value, after, comment: comment ?? "", comments: [], answers: id, pieces: [{ change: "removed", text: found.before }, { change: "added", text: after }], changes: [] };
      desk().suggestions.open.push(made);
      if (both !== true) return answer(standing());
      decide(made, "accepted", made.decider);
      return answer(put(made));
    },
    "suggestion.comment": ({ suggestion: id, text, side }) => {
      const found = find(id);
      if (text.trim() === "") throw { code: "empty", message: "A comment needs words. Nothing was changed. Write what you want to say.", field: "text" };
      deed(`commenting on “${found.title}”`);
      found.comments.push({ side: side ?? "mentee", name: names()[side ?? "mentee"], when: WHEN, text });
      return answer(standing());
    },
    "expectation.get": () => desk().expectations,
    "expectation.read": ({ side }) => ({ text: desk().unseen[side] }),
    "expectation.write": ({ side, text }) => {
      desk().unseen[side] = text;
      const writer = desk().expectations.writers.find((each) => each.side === side);
      if (writer !== undefined) writer.stage = text.trim() === "" ? "nothing" : "writing";
      return {};
    },
    "expectation.finish": ({ side }) => {
      const { expectations, unseen } = desk();
      if (unseen[side].trim() === "") throw { code: "empty", message: "Nothing is written yet. Nothing was changed. Write one expectation or more, one a line.", field: "text" };
      for (const writer of expectations.writers) if (writer.side === side) writer.stage = "finished";
      expectations.ready = expectations.writers.every((each) => each.stage === "finished");
      return expectations;
    },
    "expectation.discard": ({ side }) => {
      const { expectations, unseen } = desk();
      unseen[side] = "";
      for (const writer of expectations.writers) if (writer.side === side) writer.stage = "nothing";
      expectations.ready = false;
      return expectations;
    },
    "expectation.reveal": () => {
      const { expectations, unseen } = desk();
      expectations.lines = expectations.writers.flatMap((writer) => unseen[writer.side].split("\n").filter((line) => line.trim() !== "").map((text, index) => ({ id: `${writer.side}${index}`, side: writer.side, name: writer.name, text, mark: null })));
      for (const writer of expectations.writers) writer.stage = "nothing";
      unseen.mentee = unseen.mentor = "";
      expectations.ready = false;
      return expectations;
    },
    "expectation.mark": ({ line: id, mark }) => {
      const { expectations } = desk();
      deed("marking a line");
      for (const line of expectations.lines) if (line.id === id) line.mark = mark;
      return expectations;
    },
  };
}
