import { signal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

/** Whether the page on screen is of a relationship that came to its end: it can be read and not changed (R127). */
export const toRead = signal(false);

/** The same for a part of a page, which the parts below ask: fields become text, and buttons that change something are not there. */
const Reading = createContext(false);
export const useReading = (): boolean => useContext(Reading);

/** A page that is read where its relationship came to its end. */
export function Readable({ children }: { children: ComponentChildren }) {
  return <Reading.Provider value={toRead.value}>{children}</Reading.Provider>;
}

/** A part of such a page that can be used all the same: reopening, staying in touch, taking goals along. */
export function Usable({ children }: { children: ComponentChildren }) {
  return <Reading.Provider value={false}>{children}</Reading.Provider>;
}

/** An answer that can only be read; one that was never given is not there. */
export function Told({ label, quietLabel = false, children }: { label: ComponentChildren; quietLabel?: boolean | undefined; children: ComponentChildren }) {
  return (
    <div class="field told-answer">
      <p class={quietLabel ? "unseen" : "small quiet"}>{label}</p>
      {children}
    </div>
  );
}
