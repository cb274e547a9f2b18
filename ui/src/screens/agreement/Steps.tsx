import type { AgreementView } from "../../api";
import { LinkButton } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";
import { pages, OWN } from "./sections";

const say = words.agreement;

/** Back and next; behind the last page stands the list of their own headings, with all names and the order. */
export function Steps({ relationship: id, view, current }: { relationship: string; view: AgreementView; current: string }) {
  const all = pages(view);
  const at = all.findIndex((each) => each.key === current);
  const before = all[at - 1];
  const after = all[at + 1];
  return (
    <div class="steps">
      {before === undefined ? (
        <LinkButton href={href("agreement", { id })}>{say.back(say.overview)}</LinkButton>
      ) : (
        <LinkButton href={href("agreementSection", { id, section: before.key })}>{say.back(before.title)}</LinkButton>
      )}
      {after === undefined ? (
        <LinkButton href={href("agreementSection", { id, section: OWN })} kind="primary" main>{say.next(say.own.title)}</LinkButton>
      ) : (
        <LinkButton href={href("agreementSection", { id, section: after.key })} kind="primary" main>{say.next(after.title)}</LinkButton>
      )}
    </div>
  );
}
