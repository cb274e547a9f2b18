import type { DateWords, RelationshipView } from "../../api";
import { daysBetween, parse } from "../../dates";
import { Threads } from "../../parts/Threads";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";

const say = words.way;

/** The dates of a relationship on a line of two threads: coloured up to today, pale from there. */
export function Way({ view }: { view: RelationshipView }) {
  const today = useQuery("date.read", { text: "today" }).value.value?.date ?? "";
  const points: { name: string; date: DateWords | null }[] = [
    { name: say.connected, date: view.connectedOn },
    { name: say.midPoint, date: view.midPoint },
    { name: say.revisit, date: view.revisitOn },
    { name: say.end, date: view.endsOn },
  ];
  // Dates in their order; what has none yet stands at the end.
  const sorted = points.toSorted((a, b) => (a.date?.date ?? "9999").localeCompare(b.date?.date ?? "9999"));
  const passed = sorted.filter((point) => point.date !== null && point.date.date <= today).length;
  const next = sorted[passed]?.date?.date;
  const last = sorted[passed - 1]?.date?.date;
  // Between two dates the threads are strong as far as the days have gone.
  const days = last === undefined || next === undefined ? null : [parse(last), parse(today), parse(next)];
  const [from, now, to] = days ?? [];
  const part = from != null && now != null && to != null ? daysBetween(from, now) / Math.max(1, daysBetween(from, to)) : 0;
  return (
    <section class="way" aria-label={say.label}>
      <div class="line"><Threads parts={sorted.length - 1} done={passed === 0 ? 0 : passed - 1 + part} /></div>
      <ol class="bare">
        {sorted.map((point, index) => (
          <li key={point.name} class={index < passed ? "passed" : undefined}>
            <span class="knot" aria-hidden="true" />
            <strong>{point.name}</strong>
            {point.date === null ? (
              point.name === say.connected || view.role === "coordinator" ? <span class="quiet small">{point.name === say.connected ? say.waiting : say.open}</span> : <a class="small" href={href("agreement", { id: view.id })}>{say.open}</a>
            ) : (
              <span class="small"><span>{point.date.words}</span> <span class="quiet">{point.date.relative}</span></span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
