import type { SessionTime, Suits } from "../../api";
import { useQuery } from "../../query";
import { sessionsWords as say } from "../../words/sessions";

/** A moment on both clocks (R92); the day too, where it is another one there. */
export function Clocks({ people, date }: { people: readonly (SessionTime | Suits)[]; date: string }) {
  return (
    <ul class="clocks">
      {people.map((person) => (
        <li key={person.side} class="figures">{person.date.date === date ? say.there(person.name, person.time) : say.thereOn(person.name, person.date.words, person.time)}</li>
      ))}
    </ul>
  );
}

/** What there is to think about; nothing of it blocks (R12, R20). */
export function Warnings({ list }: { list: readonly string[] }) {
  return list.length === 0 ? null : <ul class="bare small">{list.map((warning) => <li key={warning} class="advice">{warning}</li>)}</ul>;
}

/** Both clocks for a time that is being typed, and what the two say of it. */
export function Tried({ relationship, on, at, minutes }: { relationship: string; on: string | null; at: string | null; minutes: number | null }) {
  const tried = useQuery("times.try", on === null || at === null ? null : { relationship, on, at, minutes }).value.value;
  if (on === null || at === null || tried === undefined) return null;
  return (
    <div aria-live="polite" class="stack tight">
      <Clocks people={tried.people} date={on} />
      <Warnings list={tried.people.flatMap((person) => (person.warning === null ? [] : [person.warning]))} />
    </div>
  );
}
