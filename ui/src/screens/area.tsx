/** Pages that are fetched when the first of them is asked for, so that the window begins with what it shows first. */
import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { during } from "../ipc";

/** A part of the window that comes in a file of its own. */
export interface Area<M> {
  /** Fetches it before it is needed; a failure is told when it is needed. */
  bring(): Promise<void>;
  /** Draws something of it once somebody else has fetched it: what the first screen need not wait for. */
  offer(draw: (area: M) => ComponentChild): ComponentChild;
  /** Draws something of it, as soon as it is here. */
  show(draw: (area: M) => ComponentChild): ComponentChild;
}

/** An area from its `import()`. The file is part of the program: fetching it asks no network. */
export function area<M>(load: () => Promise<M>): Area<M> {
  const here = signal<M | null>(null);
  const failure = signal<unknown>(null);
  let asked: Promise<void> | null = null;
  const bring = (): Promise<void> =>
    (asked ??= during(load()).then(
      (loaded) => {
        here.value = loaded;
      },
      (error: unknown) => {
        asked = null;
        failure.value = error;
      },
    ));
  function Piece({ draw }: { draw: (area: M) => ComponentChild }) {
    const loaded = here.value;
    if (loaded !== null) return <>{draw(loaded)}</>;
    // Thrown, the page's own rescue tells it; the next visit tries again.
    if (failure.value !== null) {
      const error = failure.value;
      failure.value = null;
      throw error;
    }
    void bring();
    return null;
  }
  function Offered({ draw }: { draw: (area: M) => ComponentChild }) {
    return <>{here.value === null ? null : draw(here.value)}</>;
  }
  return { bring, offer: (draw) => <Offered draw={draw} />, show: (draw) => <Piece draw={draw} /> };
}
