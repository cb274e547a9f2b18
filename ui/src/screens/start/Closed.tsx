import { useState } from "preact/hooks";
import type { StartState } from "../../api";
import { saveState } from "../../autosave";
import { call } from "../../ipc";
import { Button, Dialog, Disclosure, Empty, ErrorSummary, Notice, SaveState, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { Alone } from "./Alone";

const say = words.closed;

/** The data cannot be opened now: why, what is safe, and the way on. Nothing is ever deleted here. */
export function Closed({ state }: { state: StartState }) {
  const sentence = state.sentence;
  return (
    <Alone title={say.titles[state.state]} lead={sentence?.happened}>
      {sentence !== null ? <p class="stack tight"><span>{sentence.safe}</span> <strong>{sentence.next}</strong></p> : null}
      <Unsaved />
      {state.state === "locked" ? <PassPhrase wait={state.waitSeconds} /> : null}
      {state.state === "key_missing" ? <Code /> : null}
      {state.state === "damaged" || state.state === "unreadable" ? <Backups damaged={state.state === "damaged"} /> : null}
      {state.state !== "locked" && state.state !== "key_missing" ? <Retry primary={state.state !== "damaged"} /> : null}
    </Alone>
  );
}

/** Letters that were on their way when the door closed: they are still here, and can be taken along. */
function Unsaved() {
  return saveState.value.kind === "failed" ? <Notice tone="attention" title={words.closing.title}><SaveState /></Notice> : null;
}

function Retry({ primary }: { primary: boolean }) {
  const form = useForm();
  return (
    <div class="stack">
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row">
        <Button kind={primary ? "primary" : "plain"} main={primary} off={form.busy} onClick={() => void form.send(() => call("start.retry", {}))}>{words.tryAgain}</Button>
      </div>
    </div>
  );
}

function PassPhrase({ wait }: { wait: number }) {
  const [passPhrase, setPassPhrase] = useState("");
  const form = useForm();
  return (
    <>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.check([passPhrase === "" && { field: "passPhrase", message: say.locked.missing }])) return;
          void form.send(() => call("start.unlock", { passPhrase }));
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        {wait > 0 ? <p class="quiet">{say.wait(wait)}</p> : null}
        <TextField id="passPhrase" label={say.locked.label} error={form.errorOf("passPhrase")} type="password" autocomplete="current-password" value={passPhrase} onInput={setPassPhrase} />
        <div class="row"><Button type="submit" kind="primary" main off={form.busy}>{say.locked.button}</Button></div>
      </form>
      <Disclosure label={say.locked.forgotten}><Code /></Disclosure>
    </>
  );
}

function Code() {
  const [code, setCode] = useState("");
  const form = useForm();
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.check([code.trim() === "" && { field: "code", message: say.code.missing }])) return;
        void form.send(() => call("start.recover", { code }));
      }}
    >
      <ErrorSummary mistakes={form.mistakes} />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <TextField id="code" label={say.code.label} hint={say.code.hint} error={form.errorOf("code")} value={code} onInput={setCode} spellcheck={false} look="code" />
      <div class="row"><Button type="submit" kind="primary" main off={form.busy}>{say.code.button}</Button></div>
    </form>
  );
}

function Backups({ damaged }: { damaged: boolean }) {
  const list = useQuery("start.backups", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const form = useForm();
  if (list.error.value !== null) return <Trouble error={list.error.value} onRetry={() => void list.ask()} />;
  const backups = list.value.value?.backups;
  if (backups === undefined) return null;
  const picked = backups.find((each) => each.backup === chosen);
  return (
    <section class="stack" aria-labelledby="backups">
      <h2 id="backups">{say.backups.title}</h2>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {backups.length === 0 ? <Empty title={say.backups.none}>{say.backups.noneBody}</Empty> : null}
      <ul class="bare stack tight">
        {backups.map((backup, index) => (
          <li key={backup.backup} class="card">
            <div class="row apart">
              <div>
                <strong>{backup.made}</strong>
                <div class="quiet small">{words.backups.holds(backup.relationships, backup.answers)}</div>
              </div>
              <Button kind={index === 0 ? "primary" : "plain"} label={words.backups.restoreThis(backup.made)} onClick={() => setChosen(backup.backup)}>{say.backups.restore}</Button>
            </div>
          </li>
        ))}
      </ul>
      {!damaged ? null : backups.length === 0 ? <Anew /> : <Disclosure label={say.anew.otherwise}><Anew /></Disclosure>}
      <Dialog open={picked !== undefined} title={say.backups.sure} onClose={() => setChosen(null)}>
        <p>{picked === undefined ? "" : say.backups.sureBody(picked.made)}</p>
        <div class="foot">
          <Button onClick={() => setChosen(null)}>{words.cancel}</Button>
          <Button kind="primary" off={form.busy} onClick={() => { setChosen(null); void form.send(() => call("start.restore", { backup: chosen ?? "" })); }}>{say.backups.restore}</Button>
        </div>
      </Dialog>
    </section>
  );
}

/** The last way on: what is there goes aside whole, and an empty folder takes its place. */
function Anew() {
  const [asking, setAsking] = useState(false);
  const form = useForm();
  return (
    <div class="stack">
      <p>{say.anew.lead}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row"><Button off={form.busy} onClick={() => setAsking(true)}>{say.anew.button}</Button></div>
      <Dialog open={asking} title={say.anew.sure} onClose={() => setAsking(false)}>
        <p>{say.anew.sureBody}</p>
        <div class="foot">
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          <Button kind="primary" onClick={() => { setAsking(false); void form.send(() => call("start.begin_anew", {})); }}>{say.anew.button}</Button>
        </div>
      </Dialog>
    </div>
  );
}
