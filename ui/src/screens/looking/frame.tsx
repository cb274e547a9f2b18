import type { ComponentChildren } from "preact";
import { apiError } from "../../ipc";
import { Screen, toast } from "../../parts";
import { href } from "../../router";
import { lookingWords } from "../../words/looking";
import { RelationshipTabs } from "../relationship/RelationshipTabs";

/** Shows what was refused. */
export const failed = (error: unknown): void => toast(apiError(error).message);

/** A page of looking back: the places of the relationship above, the way back to all check-ups beside the heading. */
export function Page(props: { relationship: string; title: string; lead?: string; children: ComponentChildren; hub?: boolean }) {
  return (
    <Screen
      title={props.title}
      {...(props.lead !== undefined ? { lead: props.lead } : {})}
      wide
      above={props.hub ? undefined : <p><a href={href("checkups", { id: props.relationship })}>{lookingWords.back}</a></p>}
    >
      <RelationshipTabs relationship={props.relationship} />
      {props.children}
    </Screen>
  );
}
