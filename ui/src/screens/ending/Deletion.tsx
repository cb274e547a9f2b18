import { useState } from "preact/hooks";
import type { DeletionView, HeldBackups } from "../../api";
import { flush, saving } from "../../autosave";
import { call, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, ErrorSummary, Notice, RadioSet, TextField, toast, Trouble, Usable, useForm } from "../../parts";
import { useQuery } from "../../query";
import { go, href } from "../../router";
import { endingWords } from "../../words/ending";
import { failed, Page } from "./frame";

const say = endingWords.deletion;
const HELD: readonly HeldBackups[] = ["keep", "remove"];

/** Taking a relationship off this computer: a clear list, an export first, and the name typed (B7). */
export function Deletion({ relationship }: { relationship: string }) {
  const query = useQuery("deletion.get", { relationship });
  const view = query.value.value;
  return (
    <Page relationship={relationship} title={say.title} {...(view === undefined ? {} : { lead: say.lead(view.title) })}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose ending">
          <section class="card stack" aria-labelledby="gone">
            <h2 id="gone">{say.gone}</h2>
            <ul class="plain-lines gone">{view.disappears.map((line) => <li key={line.what}>{line.words}</li>)}</ul>
            <p>{view.computer}</p>
          </section>
          <Usable>
            <Export relationship={relationship} />
            <Confirm relationship={relationship} view={view} />
          </Usable>
        </div>
      ) : null}
    </Page>
  );
}

function Export({ relationship }: { relationship: string }) {
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const save = (): void => {
    saving(async () => {
      await flush();
      const made = await call("relationship.export", { relationship });
      return shell.saveText(made.name, made.text);
    }).then((file) => {
      if (file === null) return;
      setSaved(file);
      announce(say.exported(file.name, file.folder));
    }, failed);
  };
  return (
    <section class="stack" aria-labelledby="first">
      <h2 id="first">{say.first}</h2>
      <p>{say.firstBody}</p>
      <div class="row"><Button onClick={save}>{say.export}</Button></div>
      {saved !== null ? <Notice tone="good"><p>{say.exported(saved.name, saved.folder)}</p></Notice> : null}
    </section>
  );
}

function Confirm({ relationship, view }: { relationship: string; view: DeletionView }) {
  const [name, setName] = useState("");
  const [backups, setBackups] = useState<HeldBackups>("keep");
  const form = useForm();
  return (
    <form
      class="stack loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.check([name.trim() === "" && { field: "name", message: say.nameMissing(view.name) }])) return;
        let sentence = "";
        void form
          .send(async () => {
            sentence = (await call("deletion.delete", { relationship, name, backups })).sentence;
          })
          .then((done) => {
            if (!done) return;
            go(href("relationships"), "replace");
            toast(sentence);
          });
      }}
    >
      <ErrorSummary mistakes={form.mistakes} />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <section class="stack" aria-labelledby="backups">
        <h2 id="backups">{say.backups}</h2>
        <p>{view.backups}</p>
        {view.held.length > 0 ? (
          <RadioSet id="held" legend={say.backupsLegend} options={HELD.map((value) => ({ value, label: say.held[value], about: say.heldAbout[value] }))} value={backups} onChange={setBackups} />
        ) : null}
      </section>
      <section class="card stack" aria-labelledby="confirm">
        <h2 id="confirm">{say.confirm}</h2>
        <p>{view.once}</p>
        <TextField id="name" label={say.name(view.name)} spellcheck={false} value={name} onInput={setName} error={form.errorOf("name")} />
        <div class="row"><Button kind="danger" type="submit" off={form.busy}>{say.button}</Button></div>
      </section>
    </form>
  );
}
