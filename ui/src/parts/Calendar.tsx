import { useEffect, useRef, useState } from "preact/hooks";
import { addDays, addMonths, type Day, iso, longDate, monthName, same, weekday, weekdays, weeks } from "../dates";
import { words } from "../words";
import { Button } from "./Button";
import { IconBack, IconFarBack, IconFarForward, IconForward } from "./icons";

interface CalendarProps {
  today: Day;
  /** The day the calendar opens on. */
  shown: Day;
  chosen: Day | null;
  onChoose: (day: Day) => void;
  onClose: () => void;
}

/** One month as a grid (APG date picker): arrows by day and week, Home and End, Page Up/Down by month, with Shift by year. */
export function Calendar(props: CalendarProps) {
  const [at, setAt] = useState(props.shown);
  const grid = useRef<HTMLTableElement>(null);
  /** Only keys move the focus with the day; a press on "next month" leaves it there. */
  const follow = useRef(true);
  useEffect(() => {
    if (follow.current) grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
    follow.current = false;
  }, [at]);

  const move = (to: Day): void => {
    follow.current = true;
    setAt(to);
  };
  const keys: Record<string, (event: KeyboardEvent) => Day> = {
    ArrowLeft: () => addDays(at, -1),
    ArrowRight: () => addDays(at, 1),
    ArrowUp: () => addDays(at, -7),
    ArrowDown: () => addDays(at, 7),
    Home: () => addDays(at, -weekday(at)),
    End: () => addDays(at, 6 - weekday(at)),
    PageUp: (event) => addMonths(at, event.shiftKey ? -12 : -1),
    PageDown: (event) => addMonths(at, event.shiftKey ? 12 : 1),
  };

  return (
    <div class="calendar">
      <div class="month">
        <button type="button" class="btn icon quiet" aria-label={words.calendar.yearBack} onClick={() => setAt(addMonths(at, -12))}><IconFarBack /></button>
        <button type="button" class="btn icon quiet" aria-label={words.calendar.monthBack} onClick={() => setAt(addMonths(at, -1))}><IconBack /></button>
        <h3 aria-live="polite">{monthName(at)}</h3>
        <button type="button" class="btn icon quiet" aria-label={words.calendar.monthOn} onClick={() => setAt(addMonths(at, 1))}><IconForward /></button>
        <button type="button" class="btn icon quiet" aria-label={words.calendar.yearOn} onClick={() => setAt(addMonths(at, 12))}><IconFarForward /></button>
      </div>
      <table
        role="grid"
        aria-label={monthName(at)}
        ref={grid}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const target = keys[event.key];
          if (target === undefined) return;
          event.preventDefault();
          move(target(event));
        }}
      >
        <thead>
          <tr>{weekdays.map((day) => <th key={day.name} scope="col" abbr={day.name}>{day.short}</th>)}</tr>
        </thead>
        <tbody>
          {weeks(at).map((row) => (
            <tr key={iso(row[0] ?? at)}>
              {row.map((day) => {
                const chosen = props.chosen !== null && same(day, props.chosen);
                const marks = [same(day, props.today) && "today", day.month !== at.month && "outside"].filter(Boolean).join(" ");
                return (
                  <td key={iso(day)} role="gridcell" aria-selected={chosen}>
                    <button
                      type="button"
                      class={marks || undefined}
                      tabIndex={same(day, at) ? 0 : -1}
                      // A dialog gives its first focus to what asks for it.
                      autofocus={same(day, at)}
                      aria-label={same(day, props.today) ? words.calendar.today(longDate(day)) : longDate(day)}
                      aria-current={same(day, props.today) ? "date" : undefined}
                      onClick={() => props.onChoose(day)}
                    >
                      {day.day}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="foot">
        <Button kind="quiet" onClick={() => props.onChoose(props.today)}>{words.calendar.chooseToday}</Button>
        <Button onClick={props.onClose}>{words.close}</Button>
      </div>
    </div>
  );
}
