import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { saving } from "../../autosave";
import { apiError } from "../../ipc";
import { Button, toast } from "../../parts";
import { words } from "../../words";
import { undoThis } from "./undo";

const say = words.agreement;

/** Which row of a list is open for writing: an id, `new:` and a group, or none. The focus follows. */
export function useEditing() {
  const [editing, setEditing] = useState<string | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    box.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [editing]);
  return {
    box,
    editing,
    open(key: string): void {
      wanted.current = `[data-form] input`;
      setEditing(key);
    },
    /** `back` names the row that the focus returns to. */
    close(back: string): void {
      wanted.current = `[data-opens="${CSS.escape(back)}"] button`;
      setEditing(null);
    },
  };
}

/** The buttons of a row that is not open. */
export function RowDeeds(props: { id: string; name: string; onEdit: () => void; onRemove: () => void }) {
  return (
    <div class="row" data-opens={props.id}>
      <Button compact kind="quiet" label={say.editOf(props.name)} onClick={props.onEdit}>{say.edit}</Button>
      <Button compact kind="quiet" label={say.removeLine(props.name)} onClick={props.onRemove}>{say.remove}</Button>
    </div>
  );
}

/** Removes a row and offers the way back by name. */
export function removeRow(relationship: string, name: string, remove: () => Promise<unknown>): void {
  saving(remove).then(
    async () => toast(say.removed(name), await undoThis(relationship), { key: `removed:${relationship}`, words: say.removedMany }),
    (error: unknown) => toast(apiError(error).message),
  );
}

/** The fields of an open row; Done, Escape and Enter in a line close it. All of it is kept as it is typed. */
export function RowForm(props: { onDone: () => void; children: ComponentChildren }) {
  return (
    <div
      class="row-form stack"
      data-form
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]") !== null) return;
        const enter = event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement && event.target.type === "text";
        if (!enter && event.key !== "Escape") return;
        event.preventDefault();
        props.onDone();
      }}
    >
      {props.children}
      <div class="row"><Button compact onClick={props.onDone}>{say.done}</Button></div>
    </div>
  );
}
