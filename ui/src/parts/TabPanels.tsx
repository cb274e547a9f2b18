import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";

/** One of the panels that lie on top of each other. */
export interface TabPanel {
  key: string;
  label: string;
  panel: () => ComponentChildren;
}

/**
 * Panels on top of each other, one shown at a time (APG tabs): arrows choose, Home and End go to the first and the last.
 * Where each has an address of its own, use `Tabs`. Without `current` it remembers by itself.
 */
export function TabPanels(props: { label: string; panels: readonly TabPanel[]; current?: string; onChange?: (key: string) => void }) {
  const { panels } = props;
  const [own, setOwn] = useState(panels[0]?.key);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(0, panels.findIndex((each) => each.key === (props.current ?? own)));
  const shown = panels[at];
  if (shown === undefined) return null;

  const choose = (index: number): void => {
    const next = panels[(index + panels.length) % panels.length];
    if (next === undefined) return;
    setOwn(next.key);
    props.onChange?.(next.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[(index + panels.length) % panels.length]?.focus();
  };
  const keys: Record<string, () => void> = {
    ArrowRight: () => choose(at + 1),
    ArrowLeft: () => choose(at - 1),
    Home: () => choose(0),
    End: () => choose(panels.length - 1),
  };
  return (
    <div class="stack">
      <div class="tabs" role="tablist" aria-label={props.label} ref={list}>
        {panels.map((each, index) => (
          <button
            key={each.key}
            type="button"
            role="tab"
            id={`${id}-${each.key}`}
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => choose(index)}
            onKeyDown={(event) => {
              const key = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
              if (key === undefined) return;
              event.preventDefault();
              key();
            }}
          >
            {each.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.key}`} tabIndex={0} key={shown.key}>
        {shown.panel()}
      </div>
    </div>
  );
}
