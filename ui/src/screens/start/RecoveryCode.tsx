import { useState } from "preact/hooks";
import { apiError, call, shell } from "../../ipc";
import { Button, copy, ErrorSummary, Notice, TextField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";

const say = words.recovery;

/**
 * The recovery code: kept outside this computer it opens the data when the computer's own key is lost (B7).
 * It is shown, copied, saved or printed, and then typed once to be sure. `onDone` is called after that, or for "Later".
 */
export function RecoveryCode(props: { onDone: () => void; later?: boolean }) {
  const shown = useQuery("recovery.show", {});
  const [typed, setTyped] = useState("");
  const form = useForm();
  const recovery = shown.value.value;
  if (recovery === undefined) return shown.error.value === null ? null : <Trouble error={shown.error.value} onRetry={() => void shown.ask()} />;
  const code = recovery.code;
  if (code === null) return <p>{say.confirmedBefore}</p>;
  const text = say.paper(code);
  return (
    <div class="stack loose">
      <div class="stack">
        <p class="recovery code figures" role="group" aria-label={say.spoken}>
          {groups(code).map((group, index) => <span key={index}>{group}</span>)}
        </p>
        <div class="row">
          <Button onClick={() => void copy(code).then((done) => toast(done ? say.copied : words.notCopied))}>{say.copy}</Button>
          <Button onClick={() => void keep(async () => { const saved = await shell.saveText(say.fileName, text); return saved === null ? null : words.savedAs(saved.name, saved.folder); })}>{say.save}</Button>
          <Button onClick={() => void keep(async () => { await shell.printPage(); return null; })}>{say.print}</Button>
        </div>
      </div>
      <Notice tone="attention" title={say.where.title}>
        <ul>{say.where.lines.map((line) => <li key={line}>{line}</li>)}</ul>
      </Notice>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.check([typed.trim() === "" && { field: "code", message: say.confirm.missing }])) return;
          void form.send(() => call("recovery.confirm", { code: typed })).then((done) => {
            if (!done) return;
            toast(say.confirm.done);
            props.onDone();
          });
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <TextField id="code" label={say.confirm.label} hint={say.confirm.hint} error={form.errorOf("code")} value={typed} onInput={setTyped} spellcheck={false} look="code" />
        <div class="row">
          <Button type="submit" kind="primary" main off={form.busy}>{say.confirm.button}</Button>
          {props.later === false ? null : <Button kind="quiet" onClick={props.onDone}>{say.later}</Button>}
        </div>
      </form>
    </div>
  );
}

/** The code's groups, as they are printed. */
function groups(code: string): string[] {
  return code.split(/[\s-]+/).filter(Boolean);
}

/** A deed of the shell whose end is told; a closed dialog is no news. */
async function keep(deed: () => Promise<string | null>): Promise<void> {
  try {
    const done = await deed();
    if (done !== null) toast(done);
  } catch (error) {
    toast(apiError(error).message);
  }
}
