/** Pulling a card into another column with mouse, pen or finger. */
import { useEffect, useRef } from "preact/hooks";
import { EDGE } from "./drag";

/**
 * Answers what the grip of a card does when it is pressed. The card follows the pointer, the column under it is marked; letting go tells
 * the number of that column, Escape puts the card back. `columns` holds the columns as its children.
 */
export function useCarry(columns: { readonly current: HTMLElement | null }, onDrop: (card: string, to: number) => void): (event: PointerEvent, card: string) => void {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  return (event, name) => {
    const grip = event.currentTarget as HTMLElement;
    const card = grip.closest<HTMLElement>("li");
    const all = [...(columns.current?.children ?? [])].filter((column) => column instanceof HTMLElement);
    if (card === null || event.button !== 0) return;
    event.preventDefault();
    stop.current?.();
    const from = all.findIndex((column) => column.contains(card));
    const start = { x: event.clientX + window.scrollX, y: event.clientY + window.scrollY };
    let to = from;

    const show = (x: number, y: number): void => {
      card.style.translate = `${x + window.scrollX - start.x}px ${y + window.scrollY - start.y}px`;
      const over = all.findIndex((column) => {
        const box = column.getBoundingClientRect();
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      });
      to = over === -1 ? from : over;
      all.forEach((column, index) => column.classList.toggle("over", index === to && to !== from));
    };
    const end = (): void => {
      stop.current = undefined;
      grip.removeEventListener("pointermove", moved);
      grip.removeEventListener("pointerup", up);
      grip.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", key, true);
      columns.current?.classList.remove("dragging");
      card.classList.remove("pulled");
      card.style.translate = "";
      for (const column of all) column.classList.remove("over");
    };
    const moved = (at: PointerEvent): void => {
      const over = at.clientY < EDGE ? at.clientY - EDGE : Math.max(0, at.clientY - window.innerHeight + EDGE);
      if (over !== 0) window.scrollBy(0, over / 4);
      show(at.clientX, at.clientY);
    };
    const up = (): void => {
      end();
      if (to !== from) drop.current(name, to);
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
    columns.current?.classList.add("dragging");
    card.classList.add("pulled");
    stop.current = end;
  };
}
