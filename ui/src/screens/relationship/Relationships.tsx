import { useState } from "preact/hooks";
import type { RelationshipView } from "../../api";
import { Empty, LinkButton, Screen, TextField, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { stayingWords } from "../../words/staying";
import { holds } from "../../search";
import { Progress } from "./Progress";

const say = words.relationship;

/** So many relationships are looked over without a search. */
const FEW = 8;
/** So many rows are drawn at once: hundreds would make every letter of a search slow. */
const DRAWN = 50;

/** All relationships, each with where it stands; many are found by a name. */
export function Relationships() {
  const list = useQuery("relationship.list", {});
  const [sought, setSought] = useState("");
  const rows = list.value.value?.relationships;
  const found = (rows ?? []).filter((row) => holds(`${row.title} ${row.programme.name}`, sought));
  return (
    <Screen title={words.frame.relationships}>
      {list.error.value !== null ? <Trouble error={list.error.value} onRetry={() => void list.ask()} /> : null}
      {rows !== undefined && rows.length === 0 ? (
        <Empty title={say.noneTitle} action={<LinkButton href={href("relationshipNew")} kind="primary" main>{say.create}</LinkButton>}>{say.none}</Empty>
      ) : null}
      {rows !== undefined && rows.length > 0 ? (
        <>
          {rows.length > FEW ? <TextField label={say.find} value={sought} onInput={setSought} spellcheck={false} width="middle" /> : null}
          {found.length > DRAWN ? <p class="quiet small">{say.some(DRAWN, found.length)}</p> : null}
          {found.length === 0 ? <p>{say.nobody}</p> : null}
          <ul class="bare stack">{found.slice(0, DRAWN).map((row) => <li key={row.id}><Row row={row} /></li>)}</ul>
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
        {row.badge !== null ? <span class="pill plain">{row.badge}</span> : null}
        {row.example ? <span class="pill plain">{say.example}</span> : null}
      </div>
      <div class="row"><Who name={row.mentee.name} side="mentee" called={row.mentee.called} /><Who name={row.mentor.name} side="mentor" called={row.mentor.called} /></div>
      <p>{row.status}</p>
      {row.contact.last !== null ? <p class="quiet small">{stayingWords.last}: {row.contact.last.words}, {row.contact.last.relative}</p> : null}
      <Progress done={row.settled} of={row.sections} />
    </article>
  );
}
