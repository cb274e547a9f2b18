import { useRef } from "preact/hooks";
import type { AgreementView, FieldView, MilestoneView } from "../../api";
import { expectNews, saving, useDraft } from "../../autosave";
import { ApiError, apiError, call } from "../../ipc";
import { Button, DateField, TextField, toast } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { removeRow, RowDeeds, RowForm, useEditing } from "./Rows";

const say = words.agreement.milestones;
const ADDING = "new";

/** Milestones that guide the end date, by date (R67). */
export function Milestones({ relationship, view, field }: { relationship: string; view: AgreementView; field: FieldView }) {
  const rows = useEditing();
  const made = useRef<string | null>(null);
  const shown = view.milestones.filter((each) => !(rows.editing === ADDING && each.id === made.current));
  return (
    <fieldset class="question field" data-field={field.field} ref={rows.box}>
      <legend>{field.label} {field.required ? <span class="optional">{words.needed}</span> : null}</legend>
      {field.hint !== null ? <p class="hint">{field.hint}</p> : null}
      {shown.length === 0 && rows.editing !== ADDING ? <p class="quiet">{say.none}</p> : null}
      <ul class="milestones dated bare">
        {shown.map((milestone) => (
          <li key={milestone.id}>
            {rows.editing === milestone.id ? (
              <MilestoneForm relationship={relationship} milestone={milestone} onDone={() => rows.close(milestone.id)} />
            ) : (
              <div class="entry">
                <p><strong>{milestone.name}</strong><br />{milestone.date === null ? <span class="quiet small">{say.undated}</span> : <span class="small">{milestone.date.words} <span class="quiet">{milestone.date.relative}</span></span>}{milestone.source === "" ? null : <><br /><span class="quiet small">{milestone.source}</span></>}{milestone.ends ? <><br /><span class="small">{say.ends}</span></> : null}</p>
                {milestone.date === null ? null : (
                  <Button compact kind="quiet" label={milestone.ends ? say.endNotOf(milestone.name) : say.endOnOf(milestone.name)} onClick={() => attempt(() => call("milestone.change", { relationship, milestone: milestone.id, ends: !milestone.ends }))}>{milestone.ends ? say.endNot : say.endOn}</Button>
                )}
                <RowDeeds
                  id={milestone.id}
                  name={milestone.name}
                  onEdit={() => rows.open(milestone.id)}
                  onRemove={() => removeRow(relationship, milestone.name, () => call("milestone.remove", { relationship, milestone: milestone.id }))}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.editing === ADDING ? (
        <MilestoneForm
          relationship={relationship}
          milestone={null}
          onMade={(id) => { made.current = id; }}
          onDone={() => {
            made.current = null;
            rows.close(ADDING);
          }}
        />
      ) : (
        <div class="row" data-opens={ADDING}><Button compact onClick={() => rows.open(ADDING)}>{say.add}</Button></div>
      )}
    </fieldset>
  );
}

function attempt(action: () => Promise<unknown>): void {
  saving(action).then(() => expectNews(), (error: unknown) => toast(apiError(error).message));
}

function MilestoneForm(props: { relationship: string; milestone: MilestoneView | null; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, milestone } = props;
  const id = useRef(milestone?.id ?? null);
  const draft = useDraft(
    `milestone:${relationship}:${milestone?.id ?? ADDING}`,
    { name: milestone?.name ?? "", on: milestone?.date?.date ?? "", source: milestone?.source ?? "" },
    async ({ name, on, source }) => {
      if (name.trim() === "") {
        if (id.current === null && on === "" && source.trim() === "") return;
        throw new ApiError("empty", say.needsName, "name");
      }
      if (id.current !== null) await call("milestone.change", { relationship, milestone: id.current, name, on, source });
      else {
        const answer = await call("milestone.add", { relationship, name, on, source });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    milestone,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField label={say.name} value={value.name} error={problem !== null && problem.field !== "on" && problem.field !== "source" ? problem.message : null} onInput={(name) => draft.edit({ ...draft.value.peek(), name })} onLeave={leave} />
      <DateField label={say.date} value={value.on === "" ? null : value.on} error={problem?.field === "on" ? problem.message : null} onChange={(on) => draft.edit({ ...draft.value.peek(), on: on ?? "" })} onLeave={leave} />
      <TextField label={say.source} hint={say.sourceHint} optional value={value.source} error={problem?.field === "source" ? problem.message : null} onInput={(source) => draft.edit({ ...draft.value.peek(), source })} onLeave={leave} />
      {milestone !== null ? <div class="row"><HistoryButton relationship={relationship} subject={{ of: "milestone", milestone: milestone.id }} label={milestone.name} /></div> : null}
    </RowForm>
  );
}
