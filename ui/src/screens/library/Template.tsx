import { useState } from "preact/hooks";
import type { TemplateSection, TemplateView } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Disclosure, LinkButton, Notice, OrderedList, Screen, TextField, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { libraryWords } from "../../words/library";
import { useEditing } from "../agreement/Rows";
import { undoIn } from "../agreement/undo";
import { SectionForm } from "./SectionForm";

const say = libraryWords.editor;

/** One template: its name, and what it says about each section (R53, R58). */
export function Template({ template }: { template: string }) {
  const query = useQuery("template.get", { template });
  const view = query.value.value;
  if (view === undefined) {
    return (
      <Screen title={say.above}>
        {query.error.value === null ? null : <><Trouble error={query.error.value} onRetry={() => void query.ask()} /><div class="row"><LinkButton href={href("library")} kind="primary" main>{libraryWords.title}</LinkButton></div></>}
      </Screen>
    );
  }
  const { shipped, used, version, name, retired } = view.template;
  return (
    <Screen title={name} lead={shipped ? say.shipped : say.used(used, version)} above={<p class="label"><a href={href("library")}>{libraryWords.title}</a></p>}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {retired ? <Notice tone="attention"><p>{libraryWords.retiredAbout}</p></Notice> : null}
      {shipped ? null : <Names key={template} view={view} />}
      <Sections view={view} />
      {shipped ? null : <History key={`history ${template}`} template={template} />}
    </Screen>
  );
}

function Names({ view }: { view: TemplateView }) {
  const { id, name, programme } = view.template;
  const named = useDraft(`template:${id}:name`, name, (value) => call("template.change", { template: id, name: value }));
  const asking = useDraft(`template:${id}:programme`, programme, (value) => call("template.change", { template: id, programme: value }));
  return (
    <div class="stack">
      <TextField id="template-name" label={say.name} value={named.value.value} error={named.problem.value?.message ?? null} onInput={(value) => named.edit(value)} onLeave={() => void named.leave()} />
      <TextField id="template-programme" label={say.programme} hint={say.programmeHint} optional value={asking.value.value} error={asking.problem.value?.message ?? null} onInput={(value) => asking.edit(value)} onLeave={() => void asking.leave()} />
    </div>
  );
}

const PARTS = ["template", "contract", "clause"] as const;

function Sections({ view }: { view: TemplateView }) {
  const rows = useEditing();
  const { id, shipped } = view.template;
  const row = (section: TemplateSection) =>
    rows.editing === section.section ? (
      <SectionForm template={id} section={section} onDone={() => rows.close(section.section)} onRemove={() => { rows.close(section.section); remove(id, section); }} />
    ) : (
      <Row section={section} onEdit={shipped ? null : () => rows.open(section.section)} />
    );
  return (
    <section class="stack loose" aria-labelledby="sections">
      <h2 id="sections">{say.sections}</h2>
      <fieldset class="question field template-parts" ref={rows.box}>
        <legend class="unseen">{say.sections}</legend>
        {PARTS.map((part) => {
          const sections = view.sections.filter((each) => each.part === part);
          return (
            <div key={part} class="stack tight">
              <h3>{say.parts[part]}</h3>
              <p class="quiet small">{say.partsHint[part]}</p>
              {part === "contract" && !shipped ? (
                <>
                  <OrderedList label={say.parts[part]} items={sections} keyOf={(each) => each.section} nameOf={(each) => each.title} onMove={(each, to) => attempt(() => call("template.section.move", { template: id, section: each.section, position: to + 1 }))}>
                    {row}
                  </OrderedList>
                  <AddSection template={id} />
                </>
              ) : (
                <ul class="bare milestones">{sections.map((each) => <li key={each.section}>{row(each)}</li>)}</ul>
              )}
            </div>
          );
        })}
      </fieldset>
    </section>
  );
}

function attempt(action: () => Promise<unknown>): void {
  saving(action).catch((error: unknown) => toast(apiError(error).message));
}

function Row({ section, onEdit }: { section: TemplateSection; onEdit: (() => void) | null }) {
  const reworded = !section.own && (section.title !== section.shippedTitle || section.guidance !== section.shippedGuidance);
  return (
    <div class="entry">
      <p>
        {section.number !== null && !section.mayMove ? <span class="number figures">{section.number} </span> : null}
        <strong><bdi>{section.title}</bdi></strong>
      </p>
      <div class="row">
        {section.own ? <span class="pill plain">{say.ownSection}</span> : null}
        {section.asked !== "nobody" ? <span class="pill plain">{say.marks.asked}</span> : null}
        {section.hidden ? <span class="pill plain">{say.marks.hidden}</span> : null}
        {reworded ? <span class="pill plain">{say.marks.changed}</span> : null}
        {onEdit !== null ? <div class="row" data-opens={section.section}><Button compact kind="quiet" label={say.editOf(section.title)} onClick={onEdit}>{say.edit}</Button></div> : null}
      </div>
    </div>
  );
}

/** Takes a section of the template's own away, with its way back by name. */
function remove(template: string, section: TemplateSection): void {
  saving(() => call("template.section.remove", { template, section: section.section })).then(
    async () => toast(say.removedSection(section.title), await undoIn({ template })),
    (error: unknown) => toast(apiError(error).message),
  );
}

/** What was done to the template, the newest first. */
function History({ template }: { template: string }) {
  return <Disclosure label={say.history.open}><Deeds template={template} /></Disclosure>;
}

function Deeds({ template }: { template: string }) {
  const deeds = useQuery("template.history", { template }).value.value?.deeds;
  if (deeds === undefined) return null;
  if (deeds.length === 0) return <p class="quiet">{say.history.none}</p>;
  return (
    <ol class="bare stack tight">
      {deeds.map((deed, index) => (
        <li key={index}>{say.history.deed(deed.name, deed.when)}{deed.undone ? <> <span class="pill plain">{say.history.undone}</span></> : null}</li>
      ))}
    </ol>
  );
}

function AddSection({ template }: { template: string }) {
  const [title, setTitle] = useState("");
  const [error, setError] = useState<string | null>(null);
  const add = (): void => {
    if (title.trim() === "") return setError(say.needsTitle);
    saving(() => call("template.section.add", { template, title, guidance: "", asked: false })).then(
      () => {
        setTitle("");
        setError(null);
      },
      (refusal: unknown) => setError(apiError(refusal).message),
    );
  };
  return (
    <form
      class="row-form stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField id="new-section" label={say.addTitle} value={title} error={error} onInput={setTitle} />
      <div class="row"><Button type="submit" compact>{say.addButton}</Button></div>
    </form>
  );
}
