import { useState } from "preact/hooks";
import type { TemplateSummary } from "../../api";
import { saving } from "../../autosave";
import { apiError, call, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Dialog, LinkButton, Screen, TextField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { go, href } from "../../router";
import { words } from "../../words";
import { libraryWords } from "../../words/library";
import { undoIn } from "../agreement/undo";
import { BlankForms } from "./BlankForms";
import { ImportTemplate } from "./ImportTemplate";
import { SavedNotice } from "./SavedNotice";

const say = libraryWords;

/** Templates for relationships to come, their files, and blank forms (R58, R78). */
export function Library() {
  const list = useQuery("template.list", {});
  const templates = list.value.value?.templates;
  const [copied, setCopied] = useState<TemplateSummary | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const tell = (error: unknown): void => toast(apiError(error).message);
  const save = (template: TemplateSummary): void => {
    shell.saveTemplate(template.id).then((file) => {
      if (file === null) return;
      setSaved(file);
      announce(say.file.exported(file.name, file.folder));
    }, tell);
  };
  return (
    <Screen title={say.title} lead={say.lead}>
      {list.error.value !== null ? <Trouble error={list.error.value} onRetry={() => void list.ask()} /> : null}
      {templates !== undefined ? (
        <>
          <section class="stack" aria-labelledby="templates">
            <h2 id="templates">{say.templates}</h2>
            {saved !== null ? <SavedNotice file={saved} /> : null}
            <ul class="bare stack">
              {templates.map((template) => (
                <li key={template.id}><Row template={template} onCopy={() => setCopied(template)} onSave={() => save(template)} /></li>
              ))}
            </ul>
            <ImportTemplate />
          </section>
          <BlankForms templates={templates} />
        </>
      ) : null}
      {copied !== null ? <CopyDialog template={copied} onClose={() => setCopied(null)} /> : null}
    </Screen>
  );
}

function Row({ template, onCopy, onSave }: { template: TemplateSummary; onCopy: () => void; onSave: () => void }) {
  const address = href("template", { template: template.id });
  return (
    <article class="card link-card">
      <div class="row apart">
        <h3><a href={address}><bdi>{template.name}</bdi></a></h3>
        {template.retired ? <span class="pill plain">{say.retired}</span> : null}
      </div>
      <p class="quiet">{template.shipped ? template.about : say.about(template.version, template.used, template.about)}</p>
      {template.programme !== "" ? <p class="small">{say.programme(template.programme)}</p> : null}
      {template.retired ? <p class="small">{say.retiredAbout}</p> : null}
      <div class="row">
        <LinkButton compact href={address} label={template.shipped ? say.lookAt(template.name) : say.changeOf(template.name)}>{template.shipped ? say.look : say.change}</LinkButton>
        <Button compact label={say.copyOf(template.name)} onClick={onCopy}>{say.copy}</Button>
        {template.shipped ? null : <Button compact label={say.file.exportOf(template.name)} onClick={onSave}>{say.file.export}</Button>}
        {template.shipped ? null : template.retired ? (
          <Button compact label={say.takeBackOf(template.name)} onClick={() => takeBack(template)}>{say.takeBack}</Button>
        ) : (
          <Button compact kind="quiet" label={say.removeOf(template.name)} onClick={() => remove(template)}>{say.remove}</Button>
        )}
      </div>
    </article>
  );
}

function takeBack(template: TemplateSummary): void {
  saving(() => call("template.change", { template: template.id, retired: false })).catch((error: unknown) => toast(apiError(error).message));
}

/** Removes a template, with its way back by name. One that relationships use is kept and offered no more. */
function remove(template: TemplateSummary): void {
  saving(() => call("template.remove", { template: template.id })).then(
    async ({ retired }) => toast(retired ? say.removedKept(template.name) : say.removed(template.name), await undoIn({ template: template.id })),
    (error: unknown) => toast(apiError(error).message),
  );
}

function CopyDialog({ template, onClose }: { template: TemplateSummary; onClose: () => void }) {
  const [name, setName] = useState("");
  const form = useForm();
  const copy = async (): Promise<void> => {
    let made = "";
    const done = await form.send(async () => {
      made = (await call("template.copy", { template: template.id, name })).template.id;
    });
    if (!done) return;
    onClose();
    go(href("template", { template: made }));
  };
  return (
    <Dialog open narrow title={say.copyTitle(template.name)} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <TextField id="name" label={say.copyName} hint={say.copyHint} error={form.errorOf("name")} value={name} onInput={setName} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{say.copyButton}</Button>
        </div>
      </form>
    </Dialog>
  );
}
