import { useState } from "preact/hooks";
import { call } from "../../ipc";
import { Button, Disclosure, ErrorSummary, Notice, TextField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { RecoveryCode } from "../start/RecoveryCode";
import { SettingsPage } from "./Page";

const say = words.settings.security;

/** The recovery code and the pass phrase. */
export function SecuritySettings() {
  return (
    <SettingsPage place="settingsSecurity">
      <Recovery />
      <PassPhrase />
    </SettingsPage>
  );
}

function Recovery() {
  const query = useQuery("recovery.show", {});
  const form = useForm();
  const recovery = query.value.value;
  return (
    <section class="stack" aria-labelledby="recovery">
      <h2 id="recovery">{words.recovery.title}</h2>
      <p class="quiet">{words.recovery.lead}</p>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {recovery === undefined ? null : recovery.code !== null ? (
        <RecoveryCode onDone={() => undefined} later={false} />
      ) : (
        <>
          <Notice tone="good">{words.recovery.confirmedBefore}</Notice>
          <Disclosure label={say.lost}>
            <div class="stack">
              <p>{say.renewBody}</p>
              <div class="row"><Button off={form.busy} onClick={() => void form.send(() => call("recovery.renew", {}))}>{say.renew}</Button></div>
            </div>
          </Disclosure>
        </>
      )}
    </section>
  );
}

function PassPhrase() {
  const where = useQuery("data.where", {}).value.value;
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const form = useForm();
  if (where === undefined) return null;
  const set = where.keyPlace === "pass_phrase";
  return (
    <section class="stack" aria-labelledby="phrase">
      <h2 id="phrase">{say.phrase}</h2>
      <p class="quiet">{set ? say.phraseOn : say.phraseOff}</p>
      <form
        class="stack"
        noValidate
        key={String(set)}
        onSubmit={(event) => {
          event.preventDefault();
          const ready = form.check([
            first === "" && { field: "passPhrase", message: say.missing },
            !set && first !== "" && first !== second && { field: "again", message: say.different },
          ]);
          if (!ready) return;
          void form.send(() => call(set ? "passphrase.remove" : "passphrase.set", { passPhrase: first })).then((done) => {
            if (!done) return;
            setFirst("");
            setSecond("");
            toast(set ? say.removed : say.done);
          });
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <TextField id="passPhrase" label={set ? say.current : say.fresh} hint={set ? undefined : say.hint} error={form.errorOf("passPhrase")} type="password" autocomplete={set ? "current-password" : "new-password"} value={first} onInput={setFirst} />
        {set ? null : <TextField id="again" label={say.again} error={form.errorOf("again")} type="password" autocomplete="new-password" value={second} onInput={setSecond} />}
        <div class="row"><Button type="submit" off={form.busy}>{set ? say.remove : say.set}</Button></div>
      </form>
    </section>
  );
}
