/** A Rust side for the library: real answers of the core about templates (tests/fixtures/screens), and memory for what is changed. */
import { readFileSync } from "node:fs";
import type { Calls, ImportPreview, Templates, TemplateSection, TemplateView } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { product, type Product } from "./product";

const fixture = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../fixtures/screens/${name}.json`, import.meta.url), "utf8")) as T;

export interface LibraryDesk {
  list: Templates;
  view: TemplateView;
  /** What looking at a file answers. */
  preview: ImportPreview;
  /** Refuses the file, when set. */
  refuse: { code: string; message: string; field: string | null } | null;
  product: Product;
  /** What was done to the template, by name, and what it was before each. */
  deeds: string[];
  before: TemplateView[];
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

/** The shipped form and a programme's template; the second can be changed. */
export function libraryDesk(change: Parameters<typeof product>[0] = {}): LibraryDesk {
  const rust = product(change);
  const section = (key: string): TemplateSection => {
    const found = self.view.sections.find((each) => each.section === key);
    if (found === undefined) throw { code: "not_found", message: "This template has no such section any more. Nothing was changed.", field: "section" };
    return found;
  };
  const own = (): TemplateView => {
    self.list.templates = self.list.templates.map((each) => (each.id === "spring" ? self.view.template : each));
    return self.view;
  };
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "template.list": () => self.list,
    "template.get": ({ template }) => {
      if (template === "spring") return self.view;
      if (template !== "fairlead") throw { code: "not_found", message: "This template is not here any more. Nothing was changed. Choose one from your list.", field: "template" };
      const shipped = self.list.templates[0];
      if (shipped === undefined) throw new Error("no shipped form");
      return { template: shipped, sections: self.view.sections.filter((each) => !each.own), added: null };
    },
    "template.copy": ({ name }) => {
      if (name.trim() === "") throw { code: "empty", message: "The name is empty. Nothing was changed. Type at least one letter.", field: "name" };
      self.view.template = { ...self.view.template, name };
      return own();
    },
    "template.change": ({ name, programme, retired }) => {
      if (name != null) self.view.template.name = name;
      if (programme != null) self.view.template.programme = programme;
      if (retired != null) self.view.template.retired = retired;
      return own();
    },
    "template.remove": () => {
      self.list.templates = self.list.templates.filter((each) => each.id !== "spring");
      return { retired: false, text: "{}" };
    },
    "template.section.change": ({ section: key, title, guidance, asked, hidden }) => {
      const found = section(key);
      if (title != null) found.title = title.trim() === "" ? (found.shippedTitle ?? found.title) : title.trim();
      if (guidance != null) found.guidance = guidance.trim() === "" ? (found.shippedGuidance ?? "") : guidance;
      if (asked != null) found.asked = asked ? "template" : "nobody";
      if (hidden != null) found.hidden = hidden;
      return own();
    },
    "template.section.add": ({ title, guidance }) => {
      const made: TemplateSection = { ...section("area.1"), section: `own.${title.length}`, number: null, title, shippedTitle: null, question: "", guidance, shippedGuidance: null, asked: "nobody", hidden: false, mayHide: false, own: true };
      self.view.sections.splice(21, 0, made);
      return { ...own(), added: made.section };
    },
    "template.section.move": ({ section: key, position }) => {
      const found = section(key);
      const rest = self.view.sections.filter((each) => each !== found);
      rest.splice(6 + position, 0, found);
      self.view.sections = rest;
      return own();
    },
    "template.section.remove": ({ section: key }) => {
      self.view.sections = self.view.sections.filter((each) => each.section !== key);
      return own();
    },
    "template.undo_state": () => ({ back: self.deeds.at(-1) ?? null, forward: null, done: null }),
    "template.undo": () => {
      const done = self.deeds.pop() ?? null;
      const before = self.before.pop();
      if (before !== undefined) self.view = before;
      if (!self.list.templates.some((each) => each.id === "spring")) self.list.templates.push(self.view.template);
      own();
      return { back: self.deeds.at(-1) ?? null, forward: done, done };
    },
    "template.history": () => ({ deeds: [...self.deeds].reverse().map((name) => ({ name, when: "Saturday 21 November 2026, 10:32", undone: false })) }),
    "template.preview": () => {
      if (self.refuse !== null) throw self.refuse;
      return self.preview;
    },
    "template.import": () => {
      if (!self.list.templates.some((each) => each.id === "spring")) self.list.templates.push(self.view.template);
      return self.view;
    },
    "template.compare": () => ({ template: { id: "spring", name: "Spring cohort", version: 2, newer: null }, differences: self.preview.differences }),
    "template.adopt": () => {
      for (const each of rust.relationships) each.template = { ...each.template, version: 2, newer: null };
      return { template: { id: "spring", name: "Spring cohort", version: 2, newer: null }, differences: [] };
    },
  };
  const self: LibraryDesk = {
    list: fixture<Templates>("templates"),
    view: fixture<TemplateView>("template"),
    preview: fixture<ImportPreview>("template_preview"),
    refuse: null,
    product: rust,
    deeds: [],
    before: [],
    asked: [],
    answer: (name, request) => {
      self.asked.push({ name, request });
      if (name === "template.remove" || name.startsWith("template.section.")) {
        self.before.push(structuredClone(self.view));
        self.deeds.push(`${name.split(".").at(-1) ?? ""} “${String(request["section"] ?? request["title"] ?? self.view.template.name)}”`);
      }
      if (name === "save_template") return { token: "saved-1", name: "Template - Spring cohort.json", folder: "Documents" };
      if (name === "save_blank") return { token: "saved-2", name: "Planning template - blank form.pdf", folder: "Documents" };
      if (name === "open_template") return { name: "cohort.json", text: "{}" };
      if (name === "open_saved" || name === "show_saved") return null;
      const use = uses[name as keyof Calls];
      if (use === undefined) return rust.answer(name, request);
      const before = JSON.stringify([self.list, self.view, rust.relationships]);
      const output = use(request as never);
      return { output: structuredClone(output), changed: before === JSON.stringify([self.list, self.view, rust.relationships]) ? [] : ["templates"] };
    },
  };
  return self;
}
