import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, ErrorSummary, TextField, Trouble, useForm } from "../../parts";

/** A line that is written and added with Enter or the button; then the next one can be written. */
export function AddLine(props: { label: string; button: string; field: string; hint?: string; onAdd: (text: string) => Promise<unknown>; children?: ComponentChildren }) {
  const [text, setText] = useState("");
  const form = useForm();
  const id = props.field;
  const send = async (): Promise<void> => {
    if (await form.send(() => props.onAdd(text))) {
      setText("");
      document.getElementById(id)?.focus();
    }
  };
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {form.mistakes.length > 1 ? <ErrorSummary mistakes={form.mistakes} /> : null}
      <TextField label={props.label} hint={props.hint} id={id} value={text} onInput={setText} error={form.errorOf(id) ?? form.mistakes[0]?.message ?? null} />
      {props.children}
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row"><Button type="submit" off={form.busy}>{props.button}</Button></div>
    </form>
  );
}
