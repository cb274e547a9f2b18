import { Empty, LinkButton, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { zoneOption } from "./zones";

const say = words.people;

/** Everybody the owner knows here, with how to reach them. */
export function People() {
  const query = useQuery("person.list", {});
  const people = query.value.value?.people;
  const others = people?.filter((person) => !person.owner) ?? [];
  return (
    <Screen title={words.frame.people} lead={say.lead}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {people !== undefined && others.length === 0 ? (
        <Empty title={say.none} action={<LinkButton href={href("relationshipNew")} kind="primary" main>{words.relationship.create}</LinkButton>}>{say.noneBody}</Empty>
      ) : null}
      <ul class="bare columns">
        {(people ?? []).map((person) => (
          <li key={person.id} class="card">
            <div class="row apart">
              <h2 class="name"><bdi>{person.name}</bdi></h2>
              {person.owner ? <span class="pill plain">{say.you}</span> : null}
            </div>
            <dl class="facts close">
              {person.email !== "" ? <><dt>{words.person.email}</dt><dd>{person.email}</dd></> : null}
              {person.phone !== "" ? <><dt>{words.person.phone}</dt><dd>{person.phone}</dd></> : null}
              {person.place !== "" ? <><dt>{words.person.place}</dt><dd>{person.place}</dd></> : null}
              <dt>{words.person.zone}</dt><dd>{zoneOption(person.zone).label}</dd>
            </dl>
            {person.owner ? <p class="small"><a href={href("settings")}>{words.overview.yourDetails}</a></p> : null}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
