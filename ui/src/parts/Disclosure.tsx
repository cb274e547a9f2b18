import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useReading } from "./reading";

/** More, for who wants it. A button with aria-expanded: `<details>` is exposed as "unknown" by some web views. */
export function Disclosure(props: { label: string; children: ComponentChildren; open?: boolean; onToggle?: (open: boolean) => void; /** What is inside is for changing something only: not there where a page can only be read. */ writes?: boolean }) {
  const [open, setOpen] = useState(props.open ?? false);
  const id = useId();
  if (useReading() && props.writes === true) return null;
  return (
    <div class="disclosure">
      <button
        type="button"
        class="toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          props.onToggle?.(!open);
        }}
      >
        {props.label}
      </button>
      <div class="body" id={id} hidden={!open}>
        {open ? props.children : null}
      </div>
    </div>
  );
}
