import type { TemplateSection } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, TextArea, TextField, toast } from "../../parts";
import { libraryWords } from "../../words/library";
import { RowForm } from "../agreement/Rows";

const say = libraryWords.editor;

/** What a template says about one section; all of it is kept as it is typed. */
export function SectionForm(props: { template: string; section: TemplateSection; onDone: () => void; onRemove: () => void }) {
  const { template, section } = props;
  const key = section.section;
  /** An empty field stands for the shipped words. */
  const own = (text: string, shipped: string | null): string => (text === shipped ? "" : text);
  const draft = useDraft(
    `template:${template}:${key}`,
    { title: own(section.title, section.shippedTitle), guidance: own(section.guidance, section.shippedGuidance) },
    ({ title, guidance }) => call("template.section.change", { template, section: key, title, guidance }),
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  const mark = (change: { asked?: boolean; hidden?: boolean }): void => {
    saving(() => call("template.section.change", { template, section: key, ...change })).catch((error: unknown) => toast(apiError(error).message));
  };
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField
        label={say.sectionTitle}
        {...(section.shippedTitle !== null ? { hint: say.titleHint(section.shippedTitle) } : {})}
        value={value.title}
        error={problem !== null && problem.field !== "guidance" ? problem.message : null}
        onInput={(title) => draft.edit({ ...draft.value.peek(), title })}
        onLeave={leave}
      />
      <TextArea
        label={say.guidance}
        hint={section.shippedGuidance !== null ? say.guidanceHint(section.shippedGuidance) : say.guidanceOwn}
        value={value.guidance}
        error={problem?.field === "guidance" ? problem.message : null}
        onInput={(guidance) => draft.edit({ ...draft.value.peek(), guidance })}
        onLeave={leave}
      />
      {section.asked === "fairlead" ? <p class="small">{say.askedFairlead}</p> : <Checkbox label={say.asked} about={say.askedAbout} checked={section.asked === "template"} onChange={(asked) => mark({ asked })} />}
      {section.mayHide ? <Checkbox label={say.hidden} about={say.hiddenAbout} checked={section.hidden} onChange={(hidden) => mark({ hidden })} /> : null}
      {section.own ? <div class="row"><Button compact kind="quiet" label={libraryWords.removeOf(section.title)} onClick={props.onRemove}>{libraryWords.remove}</Button></div> : null}
      {section.own || section.mayHide || section.asked === "fairlead" ? null : <p class="small quiet">{say.always}</p>}
    </RowForm>
  );
}
