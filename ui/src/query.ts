/** Asks a use case and asks again when something changed. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { calm } from "./typing";
import { type ApiError, apiError, call, changed, type Name, type RequestOf, type ResponseOf } from "./ipc";

/** What a screen knows of one question. `value` stays while a newer answer is on its way. */
export interface Query<T> {
  readonly value: ReadonlySignal<T | undefined>;
  readonly error: ReadonlySignal<ApiError | null>;
  ask(): Promise<void>;
}

/**
 * The answer of a use case as signals, asked at once, whenever the request changes and whenever something changed.
 * Only the answer to the newest question counts; with `null` nothing is asked.
 */
export function useQuery<K extends Name>(name: K, request: RequestOf<K> | null): Query<ResponseOf<K>> {
  const value = useMemo<Signal<ResponseOf<K> | undefined>>(() => signal(undefined), [name]);
  const error = useMemo<Signal<ApiError | null>>(() => signal(null), [name]);
  const newest = useRef(0);
  const key = JSON.stringify(request);
  const query = useMemo<Query<ResponseOf<K>>>(
    () => ({
      value,
      error,
      async ask() {
        if (request === null) return;
        const turn = ++newest.current;
        try {
          const answer = await call(name, request);
          if (turn !== newest.current) return;
          value.value = answer;
          error.value = null;
        } catch (refusal) {
          if (turn === newest.current) error.value = apiError(refusal);
        }
      },
    }),
    [name, key],
  );
  // Not `useEffect`, which waits for the page to be drawn: each question inside another's answer would cost a frame more.
  useLayoutEffect(() => {
    void query.ask();
    let known = changed.peek();
    // While somebody types, what their own letters changed is asked for in the next pause.
    const stop = effect(() => {
      if (changed.value === known) return;
      // An answer that is on its way now is older than what was just saved: it must not take letters back.
      newest.current += 1;
      if (!calm.value) return;
      known = changed.peek();
      untracked(() => void query.ask());
    });
    return () => {
      stop();
      newest.current += 1;
    };
  }, [query]);
  return query;
}
