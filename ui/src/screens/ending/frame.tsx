import type { ComponentChildren } from "preact";
import { apiError } from "../../ipc";
import { Screen, toast } from "../../parts";
import { useQuery } from "../../query";
import { arriving, href } from "../../router";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";

/** Shows what was refused. */
export const failed = (error: unknown): void => toast(apiError(error).message);

/** What was pressed is gone with the page it stood on: the focus goes to the heading. */
export const toHeading = (): void => {
  arriving.value = true;
};

/** Written lines, without the empty ones. */
export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** A page of the end: the way back to the overview, and the places of the relationship. */
export function Page(props: { relationship: string; title: string; lead?: string | undefined; badge?: string | null; children: ComponentChildren }) {
  const view = useQuery("relationship.get", { relationship: props.relationship }).value.value;
  return (
    <Screen
      title={props.title}
      about={view?.title}
      lead={props.lead}
      wide
      above={
        <div class="row">
          <a href={href("relationship", { id: props.relationship })}>{words.overview.title}</a>
          {props.badge ? <span class="pill plain">{props.badge}</span> : null}
        </div>
      }
    >
      {view?.role === "coordinator" ? null : <RelationshipTabs relationship={props.relationship} />}
      {props.children}
    </Screen>
  );
}
