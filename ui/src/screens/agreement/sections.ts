/** Where a section stands in the agreement, and in which words. */
import type { AgreementView, Part, SectionView } from "../../api";
import { words } from "../../words";

const PARTS: readonly Part[] = ["template", "contract", "clause"];

/** The sections under their three headings, in the order in which they are asked. */
export function grouped(view: AgreementView): { part: Part; sections: SectionView[] }[] {
  return PARTS.map((part) => ({ part, sections: view.sections.filter((each) => each.part === part) }));
}

/** Where the two stand: a section nobody wrote in is not under discussion yet. */
export function standingOf(section: SectionView): "agreed" | "open" | "not_for_us" | "untouched" {
  return section.standing === "open" && !section.begun ? "untouched" : section.standing;
}

/** The first section that is neither agreed nor left out, counted from behind the given one and around. */
export function nextOpen(view: AgreementView, after = -1): SectionView | undefined {
  const open = (section: SectionView): boolean => section.standing === "open";
  return view.sections.slice(after + 1).find(open) ?? view.sections.find(open);
}

/** "Planning template, 4 of 7". */
export function placeOf(view: AgreementView, section: SectionView): string {
  const of = view.sections.filter((each) => each.part === section.part).length;
  return words.agreement.place(words.agreement.parts[section.part], section.number, of);
}
