import { useRef, useState } from "preact/hooks";
import type { ContactSide, PartName, TimeMark } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { RadioSet, toast, useReading } from "../../parts";
import { words } from "../../words";

const say = words.contact;

/** What a press marks with. */
type Brush = TimeMark | "none";
const BRUSHES: readonly Brush[] = ["good", "urgent", "avoid", "none"];
/** A sign for each mark, so that none is told by its colour alone. */
const SIGNS: Record<Brush, string> = { good: "✓", urgent: "!", avoid: "✕", none: "" };

/**
 * The times of one person's week (R12): a grid of days and parts of the day. Arrow keys move, Home and End go to the ends
 * of a row, with Ctrl to those of the grid; Space and Enter mark. Every cell says in words what it is.
 */
export function Week({ relationship, half, parts }: { relationship: string; half: ContactSide; parts: readonly PartName[] }) {
  const [brush, setBrush] = useState<Brush>("good");
  const [at, setAt] = useState({ day: 0, part: 2 });
  /** Where the next key starts from: it may come before the page has followed the last one. */
  const here = useRef(at);
  const grid = useRef<HTMLTableElement>(null);
  const days = half.week;
  const reading = useReading();
  const go = (to: { day: number; part: number }): void => {
    here.current = to;
    setAt(to);
  };
  const move = (day: number, part: number): void => {
    const to = { day: Math.min(Math.max(day, 0), days.length - 1), part: Math.min(Math.max(part, 0), parts.length - 1) };
    go(to);
    grid.current?.tBodies[0]?.rows[to.part]?.querySelectorAll("button")[to.day]?.focus();
  };
  const press = (day: number, part: number): void => {
    go({ day, part });
    if (reading) return;
    const chosen = days[day];
    const named = parts[part];
    const now = chosen?.parts[part]?.mark ?? null;
    if (chosen === undefined || named === undefined) return;
    // Pressing a time that is marked so already takes the mark away.
    const mark = brush === "none" || now === brush ? null : brush;
    saving(() => call("times.mark", { relationship, side: half.side, times: [{ day: chosen.day, part: named.part, mark }] })).then(
      () => announce(say.marked(chosen.name, named.name, mark === null ? say.unmarked : say.marks[mark])),
      (error: unknown) => toast(apiError(error).message),
    );
  };
  const keys: Record<string, (from: typeof at, whole: boolean) => [number, number]> = {
    ArrowLeft: ({ day, part }) => [day - 1, part],
    ArrowRight: ({ day, part }) => [day + 1, part],
    ArrowUp: ({ day, part }) => [day, part - 1],
    ArrowDown: ({ day, part }) => [day, part + 1],
    Home: ({ part }, whole) => [0, whole ? 0 : part],
    End: ({ part }, whole) => [days.length - 1, whole ? parts.length - 1 : part],
  };
  return (
    <div class="stack tight">
      {reading ? null : <RadioSet legend={say.brush} look="across" options={BRUSHES.map((value) => ({ value, label: say.marks[value] }))} value={brush} onChange={setBrush} />}
      <table
        class="week"
        role="grid"
        aria-label={say.timesOf(half.name)}
        ref={grid}
        onKeyDown={(event) => {
          if (event.altKey || event.metaKey || event.shiftKey) return;
          const target = keys[event.key];
          if (target === undefined) return;
          event.preventDefault();
          move(...target(here.current, event.ctrlKey));
        }}
      >
        <thead>
          <tr>
            <th scope="col"><span class="unseen">{say.part}</span></th>
            {days.map((day) => <th key={day.day} scope="col" abbr={day.name}>{day.name.slice(0, 2)}<span class="unseen">{day.name.slice(2)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, row) => (
            <tr key={part.part}>
              <th scope="row"><span>{part.name}</span> <span class="quiet figures hours">{part.hours}</span></th>
              {days.map((day, column) => {
                const mark = day.parts[row]?.mark ?? null;
                const here = at.day === column && at.part === row;
                return (
                  <td key={day.day} role="gridcell">
                    <button
                      type="button"
                      class={`cell ${mark ?? ""}`}
                      tabIndex={here ? 0 : -1}
                      aria-label={say.cell(day.name, part.name, part.hours, mark === null ? say.unmarked : say.marks[mark])}
                      onClick={() => press(column, row)}
                    >
                      {SIGNS[mark ?? "none"]}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
