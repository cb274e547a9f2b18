/** Pulling a row of a list to another place with mouse, pen or finger. */
import { useEffect, useRef } from "preact/hooks";

/** How near to the window's edge the page begins to scroll, in CSS pixels. */
export const EDGE = 48;

/**
 * Answers what a grip does when it is pressed. The row follows the pointer and the others make room, without a new drawing; letting go
 * tells the places before and after, Escape puts the row back.
 */
export function useDrag(list: { readonly current: HTMLElement | null }, onDrop: (from: number, to: number) => void): (event: PointerEvent, from: number) => void {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  return (event, from) => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    const row = rows[from];
    if (row === undefined || event.button !== 0) return;
    // No text is marked on the way.
    event.preventDefault();
    stop.current?.();
    const grip = event.currentTarget as HTMLElement;
    const boxes = rows.map((each) => ({ top: each.getBoundingClientRect().top + window.scrollY, height: each.offsetHeight }));
    const mine = boxes[from] ?? { top: 0, height: 0 };
    const next = boxes[from + 1] ?? boxes[from - 1] ?? mine;
    const gap = Math.abs(next.top - mine.top) - (next.top > mine.top ? mine.height : next.height);
    const start = event.clientY + window.scrollY;
    let to = from;

    const show = (pointer: number): void => {
      const moved = pointer + window.scrollY - start;
      const middle = mine.top + moved + mine.height / 2;
      to = boxes.filter((box, index) => index !== from && box.top + box.height / 2 < middle).length;
      rows.forEach((each, index) => {
        const aside = index > from && index <= to ? -1 : index < from && index >= to ? 1 : 0;
        each.style.translate = `0 ${index === from ? moved : aside * (mine.height + gap)}px`;
      });
    };
    const end = (): void => {
      stop.current = undefined;
      grip.removeEventListener("pointermove", moved);
      grip.removeEventListener("pointerup", up);
      grip.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", key, true);
      list.current?.classList.remove("dragging");
      row.classList.remove("pulled");
      for (const each of rows) each.style.translate = "";
    };
    const moved = (at: PointerEvent): void => {
      const over = at.clientY < EDGE ? at.clientY - EDGE : Math.max(0, at.clientY - window.innerHeight + EDGE);
      if (over !== 0) window.scrollBy(0, over / 4);
      show(at.clientY);
    };
    const up = (): void => {
      end();
      if (to !== from) drop.current(from, to);
    };
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end();
    };
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", moved);
    grip.addEventListener("pointerup", up);
    grip.addEventListener("pointercancel", end);
    window.addEventListener("keydown", key, true);
    list.current?.classList.add("dragging");
    row.classList.add("pulled");
    stop.current = end;
  };
}
