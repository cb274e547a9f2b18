import { useState } from "preact/hooks";
import { call } from "../../ipc";
import { Button, copy, Dialog, Empty, Notice, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { SettingsPage } from "./Page";

const say = words.settings.data;

/** Where everything is, the backups of it, and the example. */
export function DataSettings() {
  const place = useQuery("data.where", {});
  const where = place.value.value;
  return (
    <SettingsPage place="settingsData">
      <Notice tone="good" title={say.hereTitle}>{say.here}</Notice>
      {place.error.value !== null ? <Trouble error={place.error.value} onRetry={() => void place.ask()} /> : null}
      {where !== undefined ? (
        <dl class="facts">
          <dt>{say.folder}</dt>
          <dd class="row"><span class="code">{where.folder}</span><Button compact label={say.copyFolder} onClick={() => void copy(where.folder).then((done) => toast(done ? words.copied : words.notCopied))}>{words.recovery.copy}</Button></dd>
          <dt>{say.size}</dt><dd>{say.bytes(where.bytes)}</dd>
          <dt>{say.key}</dt><dd>{where.keySentence}</dd>
          <dt>{say.lastBackup}</dt><dd>{where.lastBackup ?? say.noBackup}</dd>
        </dl>
      ) : null}
      <BackupList />
      <Example />
    </SettingsPage>
  );
}

function BackupList() {
  const list = useQuery("backup.list", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const form = useForm();
  const backups = list.value.value?.backups;
  const picked = backups?.find((each) => each.backup === chosen);
  return (
    <section class="stack" aria-labelledby="backups">
      <div class="row apart">
        <h2 id="backups">{say.backups}</h2>
        <Button kind="primary" main off={form.busy} onClick={() => void form.send(() => call("backup.make", {})).then((done) => done && toast(say.made))}>{say.make}</Button>
      </div>
      <p class="quiet">{say.backupsLead}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {list.error.value !== null ? <Trouble error={list.error.value} onRetry={() => void list.ask()} /> : null}
      {backups !== undefined && backups.length === 0 ? <Empty title={say.noBackup}>{say.noBackupBody}</Empty> : null}
      <ul class="bare stack tight">
        {(backups ?? []).map((backup) => (
          <li key={backup.backup} class="card slim">
            <div class="row apart">
              <div>
                <strong>{backup.made}</strong>
                <div class="quiet small">{backup.reason} · {words.backups.holds(backup.relationships, backup.answers)} · {say.bytes(backup.bytes)}</div>
              </div>
              <Button compact label={words.backups.restoreThis(backup.made)} onClick={() => setChosen(backup.backup)}>{words.backups.restore}</Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog open={picked !== undefined} title={say.sure} onClose={() => setChosen(null)}>
        <p>{picked === undefined ? "" : say.sureBody(picked.made)}</p>
        <div class="foot">
          <Button onClick={() => setChosen(null)}>{words.cancel}</Button>
          <Button
            kind="primary"
            onClick={() => {
              setChosen(null);
              void form.send(() => call("backup.restore", { backup: chosen ?? "" })).then((done) => done && toast(say.restored));
            }}
          >
            {words.backups.restore}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}

function Example() {
  const list = useQuery("relationship.list", {}).value.value?.relationships;
  const form = useForm();
  if (list === undefined) return null;
  const here = list.some((each) => each.example);
  return (
    <section class="stack" aria-labelledby="example">
      <h2 id="example">{say.example}</h2>
      <p class="quiet">{here ? say.exampleHere : say.exampleNot}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row">
        {here ? (
          <Button off={form.busy} onClick={() => void form.send(() => call("example.remove", {})).then((done) => done && toast(say.exampleRemoved))}>{say.exampleRemove}</Button>
        ) : (
          <Button off={form.busy} onClick={() => void form.send(() => call("example.add", {})).then((done) => done && toast(say.exampleAdded))}>{say.exampleAdd}</Button>
        )}
      </div>
    </section>
  );
}
