import type { RelationshipView } from "../../api";
import { Empty, LinkButton, Screen, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { Progress } from "./Progress";

const say = words.relationship;

/** All relationships, each with where it stands. */
export function Relationships() {
  const list = useQuery("relationship.list", {});
  const rows = list.value.value?.relationships;
  return (
    <Screen title={words.frame.relationships}>
      {list.error.value !== null ? <Trouble error={list.error.value} onRetry={() => void list.ask()} /> : null}
      {rows !== undefined && rows.length === 0 ? (
        <Empty title={say.noneTitle} action={<LinkButton href={href("relationshipNew")} kind="primary" main>{say.create}</LinkButton>}>{say.none}</Empty>
      ) : null}
      {rows !== undefined && rows.length > 0 ? (
        <>
          <ul class="bare stack">{rows.map((row) => <li key={row.id}><Row row={row} /></li>)}</ul>
          <div class="row"><LinkButton href={href("relationshipNew")} main>{say.create}</LinkButton></div>
        </>
      ) : null}
    </Screen>
  );
}

function Row({ row }: { row: RelationshipView }) {
  return (
    <article class="card link-card">
      <div class="row apart">
        <h2><a href={href("relationship", { id: row.id })}><bdi>{row.title}</bdi></a></h2>
        {row.example ? <span class="pill plain">{say.example}</span> : null}
      </div>
      <div class="row"><Who name={row.mentee.name} side="mentee" /><Who name={row.mentor.name} side="mentor" /></div>
      <p>{row.status}</p>
      <Progress done={row.settled} of={row.sections} />
    </article>
  );
}
