import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../live";
import { words } from "../words";
import { useDrag } from "./drag";
import { IconDown, IconGrip, IconUp } from "./icons";
import { useReading } from "./reading";

interface OrderedListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The item's name, for the buttons and for what is said after a move. */
  nameOf: (item: T) => string;
  children: (item: T, index: number) => ComponentChildren;
  /** Puts the item at a place (counted from 0). The list shows the new order when its items come back in it. */
  onMove: (item: T, to: number) => void;
}

/**
 * A list whose order matters. Up and Down on every row; Alt with an arrow key anywhere inside a row does the same, and a row can be
 * pulled by its grip (WCAG 2.5.7: the buttons are the equal way).
 */
export function OrderedList<T>(props: OrderedListProps<T>) {
  const { items, keyOf, nameOf } = props;
  const list = useRef<HTMLOListElement>(null);
  const reading = useReading();
  /** One alone has no order. */
  const moves = items.length > 1 && !reading;
  /** Where the focus belongs after a move: the same row, and what had it there. */
  const keep = useRef<{ key: string; direction: "up" | "down"; had: Element | null } | null>(null);
  const order = items.map(keyOf).join("\n");
  useLayoutEffect(() => {
    if (keep.current === null) return;
    const { key, direction, had } = keep.current;
    keep.current = null;
    const row = [...(list.current?.children ?? [])].find((each) => each.getAttribute("data-key") === key);
    // A row that was moved in the page lost the focus on its way. Where somebody has gone on meanwhile, it stays.
    if (row === undefined || (document.activeElement !== null && document.activeElement !== document.body)) return;
    if (had instanceof HTMLElement && row.contains(had)) had.focus();
    else row.querySelector<HTMLElement>(`[data-move="${direction}"]`)?.focus();
  }, [order]);

  const put = (item: T, to: number): void => {
    props.onMove(item, to);
    announce(words.order.moved(nameOf(item), to + 1, items.length));
  };
  const move = (item: T, index: number, direction: "up" | "down"): void => {
    const to = index + (direction === "up" ? -1 : 1);
    if (to < 0 || to >= items.length) {
      announce(words.order.end(nameOf(item), direction));
      return;
    }
    keep.current = { key: keyOf(item), direction, had: document.activeElement };
    put(item, to);
  };
  const drag = useDrag(list, (from, to) => {
    const item = items[from];
    if (item !== undefined) put(item, to);
  });

  return (
    <ol class="ordered bare" aria-label={props.label} ref={list}>
      {items.map((item, index) => (
        <li
          key={keyOf(item)}
          data-key={keyOf(item)}
          onKeyDown={(event) => {
            if (reading || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            event.preventDefault();
            event.stopPropagation();
            move(item, index, event.key === "ArrowUp" ? "up" : "down");
          }}
        >
          {moves ? <span class="grip" title={words.order.drag} aria-hidden="true" onPointerDown={(event) => drag(event, index)}><IconGrip /></span> : null}
          <div class="grow">{props.children(item, index)}</div>
          {moves ? (
            <div class="moves">
              <button type="button" class="btn icon compact" data-move="up" aria-disabled={index === 0 ? "true" : undefined} aria-label={words.order.up(nameOf(item))} onClick={() => move(item, index, "up")}><IconUp /></button>
              <button type="button" class="btn icon compact" data-move="down" aria-disabled={index === items.length - 1 ? "true" : undefined} aria-label={words.order.down(nameOf(item))} onClick={() => move(item, index, "down")}><IconDown /></button>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
