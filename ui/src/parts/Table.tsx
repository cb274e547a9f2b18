import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { announce } from "../live";
import { words } from "../words";
import { spread } from "./windowed";

/** One column of a table. */
export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ComponentChildren;
  /** Where the cell leads. The table makes the link, so that it is reached by the arrow keys. */
  href?: (row: T) => string;
  /** What the rows are sorted by; without it the column cannot be sorted. Texts go by the alphabet, numbers by size. */
  sort?: (row: T) => string | number;
  /** Numbers stand at the end of their cell. */
  figures?: boolean;
}

/** Which column the rows are sorted by. */
export interface Order {
  column: string;
  down: boolean;
}

interface TableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** How it is sorted at first; without it the rows stand as they come. */
  order?: Order;
  /** What Enter on a cell without a link does, and a double press on a row. */
  onOpen?: (row: T) => void;
}

/** The height of a row that was never drawn, in CSS pixels; measured ones replace it. */
const GUESS = 44;
/** Rows drawn above and below what can be seen, once that stands on the screen. */
const SPARE = 6;
/** Made at the first table: making it reads the system's tables of languages, which would hold up the start. */
let alphabet: Intl.Collator | undefined;
const byAlphabet = (a: string, b: string): number => (alphabet ??= new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" })).compare(a, b);

/**
 * A table of any length: only the rows in sight are drawn (and the one with the focus). Headers sort; inside, arrows go from cell to cell,
 * Home and End along the row, Ctrl with them to the first and last row, Page Up/Down by a window (APG grid). In a narrow window
 * each row becomes a card.
 */
export function Table<T>(props: TableProps<T>) {
  const { columns, rows, keyOf } = props;
  const [order, setOrder] = useState<Order | null>(props.order ?? null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [, redraw] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const heights = useRef(new Map<string, number>());
  const follow = useRef(false);
  // The first frame holds what is in sight alone: it comes the sooner.
  const [begun, setBegun] = useState(false);

  const sorted = useMemo(() => arrange(rows, columns, order), [rows, columns, order]);
  const tall = (row: T): number => heights.current.get(keyOf(row)) ?? GUESS;
  const active = { row: Math.min(at.row, Math.max(0, sorted.length - 1)), column: Math.min(at.column, columns.length - 1) };
  const top = body.current?.getBoundingClientRect().top ?? 0;
  const shown = spread(sorted.length, (index) => tall(sorted[index] as T), -top, window.innerHeight, begun ? SPARE : 0, active.row);

  useEffect(() => {
    setBegun(true);
    let asked = 0;
    const look = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        redraw((count) => count + 1);
      });
    };
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, []);

  useLayoutEffect(() => {
    const lines = [...(body.current?.rows ?? [])];
    // Everything is written before anything is read, so that the page is laid out once. Style through the object: the policy
    // forbids the attribute.
    for (const line of lines) if (line.dataset["key"] === undefined) line.style.height = `${line.dataset["height"]}px`;
    let news = false;
    let bare = false;
    for (const line of lines) {
      const key = line.dataset["key"];
      const { top: above, bottom, height } = line.getBoundingClientRect();
      if (key === undefined) bare ||= bottom > 0 && above < window.innerHeight;
      else if (height > 0 && heights.current.get(key) !== height) {
        heights.current.set(key, height);
        news = true;
      }
    }
    // Where rows fill the window, what was learnt of their heights can wait until it is scrolled.
    if (news && bare) redraw((count) => count + 1);
  });
  useLayoutEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    const cell = body.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const go = (row: number, column: number): void => {
    follow.current = true;
    setAt({ row: Math.max(0, Math.min(sorted.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) });
  };
  const page = Math.max(1, Math.floor(window.innerHeight / GUESS) - 2);
  const keys: Record<string, (main: boolean) => void> = {
    ArrowDown: () => go(active.row + 1, active.column),
    ArrowUp: () => go(active.row - 1, active.column),
    ArrowRight: () => go(active.row, active.column + 1),
    ArrowLeft: () => go(active.row, active.column - 1),
    Home: (main) => go(main ? 0 : active.row, 0),
    End: (main) => go(main ? sorted.length - 1 : active.row, columns.length - 1),
    PageDown: () => go(active.row + page, active.column),
    PageUp: () => go(active.row - page, active.column),
  };

  return (
    <table class="table" role="grid" aria-label={props.label} aria-rowcount={sorted.length + 1}>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map((column) => {
            const down = order?.column === column.key ? order.down : null;
            return (
              <th key={column.key} role="columnheader" scope="col" class={column.figures ? "figures" : undefined} aria-sort={down === null ? undefined : down ? "descending" : "ascending"}>
                {column.sort === undefined ? column.head : (
                  <button
                    type="button"
                    class={down === null ? "sorter" : down ? "sorter down" : "sorter up"}
                    onClick={() => {
                      setOrder({ column: column.key, down: down === false });
                      setAt({ row: 0, column: active.column });
                      announce(words.table.sorted(column.head, down === false));
                    }}
                  >
                    {column.head}
                  </button>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        ref={body}
        onKeyDown={(event) => {
          if (event.altKey || event.shiftKey) return;
          const key = keys[event.key];
          if (key === undefined) return;
          event.preventDefault();
          key(event.ctrlKey || event.metaKey);
        }}
      >
        {shown.map((piece) => {
          if ("height" in piece) return <tr key={`gap-${piece.before}`} aria-hidden="true" data-height={piece.height} />;
          const row = sorted[piece.index] as T;
          return (
            <tr key={keyOf(row)} role="row" data-key={keyOf(row)} aria-rowindex={piece.index + 2} onDblClick={() => props.onOpen?.(row)}>
              {columns.map((column, index) => {
                const tabIndex = piece.index === active.row && index === active.column ? 0 : -1;
                const here = (): void => setAt({ row: piece.index, column: index });
                return (
                  <td
                    key={column.key}
                    role="gridcell"
                    class={column.figures ? "figures" : undefined}
                    data-head={column.head}
                    tabIndex={column.href === undefined ? tabIndex : undefined}
                    onFocusCapture={here}
                    onKeyDown={(event) => {
                      if (event.key === "Enter" && event.target === event.currentTarget) props.onOpen?.(row);
                    }}
                  >
                    {column.href === undefined ? column.cell(row) : <a href={column.href(row)} tabIndex={tabIndex}>{column.cell(row)}</a>}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The rows in the order asked for; equal ones stay as they came. */
function arrange<T>(rows: readonly T[], columns: readonly Column<T>[], order: Order | null): readonly T[] {
  const value = columns.find((column) => column.key === order?.column)?.sort;
  if (order === null || value === undefined) return rows;
  const way = order.down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => way * (typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : byAlphabet(String(a.value), String(b.value))))
    .map((each) => each.row);
}
