/** Where the agreement's sections stand on a paper, by what the paper calls them. */
import type { AgreementView } from "../../api";
import { OWN } from "./sections";

/** A section on a paper. */
export interface Place {
  /** The section's key, as in its address. */
  readonly key: string;
  readonly title: string;
  /** Its id, where it is a heading of their own. */
  readonly heading: string | null;
}

/** Finds the section that a heading (number and text) or the first cell of a row (its text alone) belongs to. */
export type FindPlace = (number: string | null, text: string) => Place | undefined;

/** The sections by number and title, and behind them the headings of their own by title: a title that stands twice leads nowhere. */
export function places(view: AgreementView | undefined): FindPlace {
  const all = new Map<string, Place>();
  for (const { section, number, title } of view?.sections ?? []) all.set(number === null ? title : `${number} ${title}`, { key: section, title, heading: null });
  const own = view?.headings ?? [];
  for (const { id, title } of own) {
    if (!all.has(title) && own.filter((each) => each.title === title).length === 1) all.set(title, { key: OWN, title, heading: id });
  }
  return (number, text) => all.get(number === null ? text : `${number} ${text}`);
}
