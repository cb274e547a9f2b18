import { useRef } from "preact/hooks";
import type { AgreementView, FieldView, GoalView, Horizon, Occasion, Side } from "../../api";
import { saving, useDraft } from "../../autosave";
import { ApiError, apiError, call } from "../../ipc";
import { Button, DateField, OrderedList, RadioSet, TextArea, TextField, toast } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { Rated, Ratings } from "./Ratings";
import { removeRow, RowDeeds, RowForm, useEditing } from "./Rows";
import { namesOf } from "./sections";

const say = words.agreement.goals;
const RANKS = ["1", "2", "3", "0"] as const;
const HORIZONS: readonly Horizon[] = ["short", "long"];
const OCCASIONS: readonly Occasion[] = ["before_first", "first_meeting", "meeting", "between"];

/** The goals: for soon and for later, in order, at most three of them in front (R63 to R65, R88). */
export function Goals({ relationship, view, field }: { relationship: string; view: AgreementView; field: FieldView }) {
  const rows = useEditing();
  const names = namesOf(view);
  /** The goal that came into being while its form was open: its row waits until the form closes. */
  const made = useRef<string | null>(null);
  const move = (goal: GoalView, target: GoalView | undefined): void => {
    const position = target === undefined ? 0 : view.goals.indexOf(target) + 1;
    if (position > 0) attempt(() => call("goal.move", { relationship, goal: goal.id, position }));
  };
  return (
    <fieldset class="question field" data-field={field.field} ref={rows.box}>
      <legend>{field.label} {field.required ? <span class="optional">{words.needed}</span> : null}</legend>
      {field.hint !== null ? <p class="hint">{field.hint}</p> : null}
      {HORIZONS.map((horizon) => {
        const adding = `new:${horizon}`;
        const goals = view.goals.filter((goal) => goal.horizon === horizon && !(rows.editing === adding && goal.id === made.current));
        return (
          <section key={horizon} class="stack tight group" aria-label={say[horizon]}>
            <h2>{say[horizon]}</h2>
            {goals.length === 0 && rows.editing !== adding ? <p class="quiet">{say.none}</p> : null}
            {goals.length > 0 ? (
              <OrderedList label={say[horizon]} items={goals} keyOf={(goal) => goal.id} nameOf={(goal) => goal.title} onMove={(goal, to) => move(goal, goals[to])}>
                {(goal) =>
                  rows.editing === goal.id ? (
                    <GoalForm relationship={relationship} names={names} goal={goal} horizon={horizon} onDone={() => rows.close(goal.id)} />
                  ) : (
                    <Goal
                      goal={goal}
                      names={names}
                      onEdit={() => rows.open(goal.id)}
                      onRemove={() => removeRow(relationship, goal.title, () => call("goal.remove", { relationship, goal: goal.id }))}
                    />
                  )
                }
              </OrderedList>
            ) : null}
            {rows.editing === adding ? (
              <GoalForm
                relationship={relationship}
                names={names}
                goal={null}
                horizon={horizon}
                onMade={(id) => { made.current = id; }}
                onDone={() => {
                  made.current = null;
                  rows.close(adding);
                }}
              />
            ) : (
              <div class="row" data-opens={adding}><Button compact onClick={() => rows.open(adding)}>{horizon === "short" ? say.addShort : say.addLong}</Button></div>
            )}
          </section>
        );
      })}
      {/* Below, so that it pushes nothing away from under the keys when a goal has been written. */}
      {field.answers.map((answer) => (answer.advice === null ? null : <p class="advice" key="advice"><strong>{words.agreement.advice}</strong> {answer.advice}</p>))}
    </fieldset>
  );
}

function attempt(action: () => Promise<unknown>): void {
  saving(action).catch((error: unknown) => toast(apiError(error).message));
}

function Goal({ goal, names, onEdit, onRemove }: { goal: GoalView; names: Record<Side, string>; onEdit: () => void; onRemove: () => void }) {
  const front = goal.rank === null ? undefined : say.inFront[String(goal.rank) as "1" | "2" | "3"];
  return (
    <div class="stack tight entry">
      <p class="reading"><strong>{goal.title}</strong></p>
      {goal.measure !== "" ? <p class="small">{say.measured} {goal.measure}</p> : null}
      {goal.set !== null ? <p class="quiet small">{goal.set}</p> : null}
      <Rated goal={goal} names={names} />
      <div class="row">
        {front !== undefined ? <span class="pill plain front">{front}</span> : null}
        <RowDeeds id={goal.id} name={goal.title} onEdit={onEdit} onRemove={onRemove} />
      </div>
    </div>
  );
}

function GoalForm(props: { relationship: string; names: Record<Side, string>; goal: GoalView | null; horizon: Horizon; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, goal, horizon } = props;
  const id = useRef(goal?.id ?? null);
  const draft = useDraft(
    `goal:${relationship}:${goal?.id ?? `new:${horizon}`}`,
    { title: goal?.title ?? "", measure: goal?.measure ?? "" },
    async ({ title, measure }) => {
      if (title.trim() === "") {
        if (id.current === null && measure.trim() === "") return;
        throw new ApiError("empty", say.needsName, "title");
      }
      if (id.current !== null) await call("goal.change", { relationship, goal: id.current, title, measure });
      else {
        const answer = await call("goal.add", { relationship, title, measure, horizon });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    goal,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField label={say.name} value={value.title} error={problem !== null && problem.field !== "measure" ? problem.message : null} onInput={(title) => draft.edit({ ...draft.value.peek(), title })} onLeave={leave} />
      <TextArea label={say.measure} value={value.measure} error={problem?.field === "measure" ? problem.message : null} onInput={(measure) => draft.edit({ ...draft.value.peek(), measure })} onLeave={leave} />
      {goal !== null ? (
        <>
          <Ratings relationship={relationship} goal={goal} names={props.names} />
          <RadioSet
            legend={say.rank}
            look="across"
            options={RANKS.map((rank) => ({ value: rank, label: say.ranks[rank] }))}
            value={goal.rank === null ? "0" : (String(goal.rank) as "1" | "2" | "3")}
            onChange={(rank) => attempt(() => call("goal.change", { relationship, goal: goal.id, rank: Number(rank) }))}
          />
          <RadioSet
            legend={say.horizon}
            look="across"
            options={HORIZONS.map((each) => ({ value: each, label: say[each] }))}
            value={goal.horizon}
            onChange={(next) => attempt(() => call("goal.change", { relationship, goal: goal.id, horizon: next }))}
          />
          <RadioSet
            legend={say.occasion}
            options={OCCASIONS.map((each) => ({ value: each, label: say.occasions[each] }))}
            value={goal.occasion}
            onChange={(occasion) => attempt(() => call("goal.change", { relationship, goal: goal.id, occasion }))}
          />
          <SetOn relationship={relationship} goal={goal} />
          <div class="row"><HistoryButton relationship={relationship} subject={{ of: "goal", goal: goal.id }} label={goal.title} /></div>
        </>
      ) : null}
    </RowForm>
  );
}

/** On which day a goal was set (R65). */
function SetOn({ relationship, goal }: { relationship: string; goal: GoalView }) {
  const draft = useDraft(`goal:${relationship}:${goal.id}:on`, goal.on?.date ?? "", (on) => call("goal.change", { relationship, goal: goal.id, on }), goal);
  return (
    <DateField
      past
      label={say.setOn}
      value={draft.value.value === "" ? null : draft.value.value}
      error={draft.problem.value?.message ?? null}
      onChange={(on) => draft.edit(on ?? "")}
      onLeave={() => void draft.leave()}
    />
  );
}
