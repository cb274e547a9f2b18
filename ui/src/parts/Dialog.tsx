import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface DialogProps {
  open: boolean;
  title: string;
  /** Esc, a press beside it, or one of its own buttons. */
  onClose: () => void;
  children: ComponentChildren;
  /** As small as what is in it. */
  narrow?: boolean;
  /** At the top of the window, with its title for screen readers only: for what grows and shrinks while one types. */
  top?: boolean;
  /** For reading: the focus goes to the title, so that a long text is read from its beginning. */
  reading?: boolean;
}

/** A modal dialog. The focus goes in, stays in, and comes back to where it was. */
export function Dialog(props: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { open, onClose } = props;
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null || !open) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      if (dialog.open) dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      class={props.narrow ? "narrow" : props.top ? "top" : undefined}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <div class="inside">
        <h2 id={title} class={props.top ? "unseen" : undefined} tabIndex={props.reading ? -1 : undefined} autofocus={props.reading === true}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
}
