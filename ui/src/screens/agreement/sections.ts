/** Where a section stands in the agreement, and in which words. */
import type { AgreementView, HeadingView, Part, SectionView, Side } from "../../api";
import { words } from "../../words";

const PARTS: readonly Part[] = ["template", "contract", "clause"];

/** The address of the page with all headings, their names and their order; no section has it as its key. */
export const OWN = "own";

/** How a page of the guided mode stands, as the lists say it. */
export type Shown = "agreed" | "open" | "not_for_us" | "untouched";

/** A page of the guided mode: a section of the form, or a heading of their own (R53). */
export interface Page {
  /** The word of its address. */
  readonly key: string;
  readonly part: Part;
  readonly number: string | null;
  readonly title: string;
  readonly shown: Shown;
  readonly section: SectionView | null;
  readonly heading: HeadingView | null;
}

function ofSection(section: SectionView): Page {
  return { key: section.section, part: section.part, number: section.number, title: section.title, shown: standingOf(section), section, heading: null };
}

function ofHeading(heading: HeadingView): Page {
  const shown = heading.standing === "open" && heading.text.trim() === "" ? "untouched" : heading.standing;
  return { key: heading.id, part: "contract", number: null, title: heading.title, shown, section: null, heading };
}

/** All pages in the order in which they are asked: their own headings stand among the areas as on paper (R53). */
export function pages(view: AgreementView): Page[] {
  const of = (part: Part): Page[] => view.sections.filter((each) => each.part === part).map(ofSection);
  const areas = of("contract");
  const own = view.headings.map(ofHeading);
  const ordered = view.order.flatMap((row) => (row.own ? own : areas).find((each) => each.key === row.key) ?? []);
  const rest = [...areas, ...own].filter((each) => !ordered.includes(each));
  return [...of("template"), ...ordered, ...rest, ...of("clause")];
}

/** The pages under their three headings, in the order in which they are asked. */
export function grouped(view: AgreementView): { part: Part; pages: Page[] }[] {
  const all = pages(view);
  return PARTS.map((part) => ({ part, pages: all.filter((each) => each.part === part) }));
}

/** Where the two stand: a section nobody wrote in is not under discussion yet. */
export function standingOf(section: SectionView): Shown {
  return section.standing === "open" && !section.begun ? "untouched" : section.standing;
}

/** The first section that is neither agreed nor left out, counted from behind the given one and around. */
export function nextOpen(view: AgreementView, after = -1): SectionView | undefined {
  const open = (section: SectionView): boolean => section.standing === "open";
  return view.sections.slice(after + 1).find(open) ?? view.sections.find(open);
}

/** "Planning template, 4 of 7"; a heading of their own has no number. */
export function placeOf(view: AgreementView, page: Pick<Page, "part" | "number">): string {
  const of = view.sections.filter((each) => each.part === page.part).length;
  return words.agreement.place(words.agreement.parts[page.part], page.number, of);
}

/** The names of the two, as they stand beside the answers that each gives. */
export function namesOf(view: AgreementView): Record<Side, string> {
  const names: Record<Side, string> = { mentor: "", mentee: "" };
  for (const section of view.sections) {
    for (const answer of section.fields.flatMap((field) => field.answers)) {
      if (answer.side !== null && answer.name !== null) names[answer.side] = answer.name;
    }
  }
  return names;
}
