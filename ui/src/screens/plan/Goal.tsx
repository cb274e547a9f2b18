import { useState } from "preact/hooks";
import type { ActivityView, GoalState, PlanGoal, PlanView, ResourceKind, Side } from "../../api";
import { call } from "../../ipc";
import { Button, DateField, LinkButton, OrderedList, RadioSet, Screen, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { planWords as say } from "../../words/plan";
import { HistoryButton } from "../agreement/History";
import { removeRow } from "../agreement/Rows";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { ActivityForm } from "./ActivityForm";
import { attempt } from "./deeds";

const STATES: readonly GoalState[] = ["open", "reached", "changed", "dropped"];
const KINDS: readonly ResourceKind[] = ["link", "book", "person", "opportunity"];

/** One goal with its activities, what helps with it, and how it stands. */
export function Goal({ relationship, goal: id }: { relationship: string; goal: string }) {
  const query = useQuery("plan.get", { relationship });
  const plan = query.value.value;
  const goal = plan?.goals.find((each) => each.id === id);
  const missing = plan !== undefined && goal === undefined;
  return (
    <Screen title={goal?.title ?? (missing ? say.gone : say.goal)} about={plan?.title} {...(missing ? { lead: say.goneBody } : {})} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      <div class="row"><LinkButton href={href("plan", { id: relationship })}>{say.back}</LinkButton></div>
      {plan !== undefined && goal !== undefined ? (
        <div class="stack loose plan">
          <About goal={goal} plan={plan} />
          <Activities relationship={relationship} plan={plan} goal={goal} />
          <Resources relationship={relationship} plan={plan} goal={goal} />
          <Standing relationship={relationship} goal={goal} />
        </div>
      ) : null}
    </Screen>
  );
}

/** Horizon, measure, which kinds of learning there are, and where the two stood and stand (R27, R103). */
function About({ goal, plan }: { goal: PlanGoal; plan: PlanView }) {
  const { mentee, mentor } = plan;
  const steps = words.agreement.goals.steps;
  const step = (value: number | null): string => (value === null ? say.notSaid : steps[String(value) as keyof typeof steps]);
  return (
    <div class="stack tight">
      <p>{say.horizons[goal.horizon]}{goal.measure !== "" ? <>. {say.measure(goal.measure)}</> : null}</p>
      <p>
        <span class="small">{say.coverage}: {goal.coverage.words}</span>
        {goal.activities.length > 0 && goal.coverage.hint !== null ? <span class="small quiet"> {goal.coverage.hint}</span> : null}
      </p>
      {goal.then !== null && goal.thenOn !== null ? (
        <>
          <p class="small">{say.thenOn(goal.thenOn.words)}</p>
          <ul class="bare small">
            <li>{say.then(mentee, step(goal.then.mentee), step(goal.now.mentee))}</li>
            <li>{say.then(mentor, step(goal.then.mentor), step(goal.now.mentor))}</li>
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Activities({ relationship, plan, goal }: { relationship: string; plan: PlanView; goal: PlanGoal }) {
  const [open, setOpen] = useState<string | null>(null);
  const done = (): void => setOpen(null);
  return (
    <section class="stack" aria-labelledby="activities">
      <h2 id="activities">{say.activities}</h2>
      {goal.activities.length === 0 ? <p class="quiet">{say.noActivities}</p> : null}
      {goal.activities.length > 0 ? (
        <OrderedList
          label={say.activities}
          items={goal.activities}
          keyOf={(each) => each.id}
          nameOf={(each) => each.title}
          onMove={(each, to) => void attempt(() => call("activity.move", { relationship, activity: each.id, position: to + 1 }))}
        >
          {(each) =>
            open === each.id ? (
              <ActivityForm relationship={relationship} plan={plan} goal={goal.id} activity={each} onDone={done} />
            ) : (
              <div class="stack tight entry">
                <p><strong>{each.title}</strong></p>
                <p class="small">{told(each)}</p>
                {each.learned !== "" ? <p class="small">{say.learnedShort(each.learned)}</p> : null}
                <div class="row">
                  <Button compact kind="quiet" label={say.edit(each.title)} onClick={() => setOpen(each.id)}>{say.editShort}</Button>
                  <HistoryButton relationship={relationship} label={each.title} subject={{ of: "activity", activity: each.id }} />
                  <Button compact kind="quiet" label={say.remove(each.title)} onClick={() => removeRow(relationship, each.title, () => call("activity.remove", { relationship, activity: each.id }))}>{say.removeShort}</Button>
                </div>
              </div>
            )
          }
        </OrderedList>
      ) : null}
      {open === "new" ? (
        <ActivityForm relationship={relationship} plan={plan} goal={goal.id} activity={null} onDone={done} />
      ) : (
        <div class="row"><Button kind="primary" main onClick={() => setOpen("new")}>{say.addActivity}</Button></div>
      )}
    </section>
  );
}

const told = (activity: ActivityView): string =>
  [activity.kindWords, activity.effortWords, activity.start?.words, activity.finish === null ? undefined : say.over(activity.finish.words), activity.ownerName, activity.stateWords]
    .filter((each) => each !== undefined && each !== "")
    .join(" · ");

/** A link, a book, a person, an opportunity, and whose idea it was (R100). */
function Resources({ relationship, plan, goal }: { relationship: string; plan: PlanView; goal: PlanGoal }) {
  const [open, setOpen] = useState(false);
  return (
    <section class="stack" aria-labelledby="resources">
      <h2 id="resources">{say.resources}</h2>
      {goal.resources.length === 0 ? <p class="quiet">{say.noResources}</p> : null}
      <ul class="bare stack tight">
        {goal.resources.map((each) => (
          <li key={each.id} class="row">
            <span class="grow">{each.kindWords}: <strong>{each.title}</strong>{each.place !== "" ? <>, <bdi>{each.place}</bdi></> : null}{each.note !== "" ? <>, {each.note}</> : null} <span class="small quiet">{say.by(each.author)}</span></span>
            <Button compact kind="quiet" label={say.remove(each.title)} onClick={() => removeRow(relationship, each.title, () => call("resource.remove", { relationship, resource: each.id }))}>{say.removeShort}</Button>
          </li>
        ))}
      </ul>
      {open ? <ResourceForm relationship={relationship} plan={plan} goal={goal.id} onDone={() => setOpen(false)} /> : <div class="row"><Button compact onClick={() => setOpen(true)}>{say.addResource}</Button></div>}
    </section>
  );
}

function ResourceForm({ relationship, plan, goal, onDone }: { relationship: string; plan: PlanView; goal: string; onDone: () => void }) {
  const form = useForm();
  const [kind, setKind] = useState<ResourceKind>("link");
  const [title, setTitle] = useState("");
  const [place, setPlace] = useState("");
  const [side, setSide] = useState<Side | null>(null);
  const { mentee, mentor } = plan;
  const save = (): void => void form.send(() => call("resource.add", { relationship, goal, kind, title, place, side })).then((done) => { if (done) onDone(); });
  return (
    <form class="stack row-form" aria-label={say.addResource} onSubmit={(event) => { event.preventDefault(); save(); }}>
      {form.trouble !== null ? <p class="error">{form.trouble.message}</p> : null}
      <RadioSet legend={say.resourceKind} look="across" options={KINDS.map((value) => ({ value, label: say.resourceKinds[value] }))} value={kind} onChange={setKind} />
      <TextField id="title" label={say.resourceTitle} value={title} error={form.errorOf("title")} onInput={setTitle} />
      <TextField id="place" label={say.resourcePlace} optional spellcheck={false} value={place} error={form.errorOf("place")} onInput={setPlace} />
      <RadioSet legend={say.whose} look="across" optional options={[{ value: "mentee", label: mentee }, { value: "mentor", label: mentor }]} value={side} onChange={(next) => setSide(next as Side)} />
      <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.add}</Button><Button onClick={onDone}>{say.cancel}</Button></div>
    </form>
  );
}

/** Open, reached, changed or dropped, and since when. */
function Standing({ relationship, goal }: { relationship: string; goal: PlanGoal }) {
  const stand = (state: GoalState, on?: string): void => void attempt(() => call("goal.stand", { relationship, goal: goal.id, state, ...(on === undefined ? {} : { on }) }));
  return (
    <section class="stack" aria-labelledby="standing">
      <h2 id="standing">{say.goalState}</h2>
      <RadioSet legend={say.goalState} quietLegend look="across" options={STATES.map((value) => ({ value, label: say.goalStates[value] }))} value={goal.state} onChange={(state) => stand(state)} />
      {goal.state !== "open" ? <DateField past label={say.since} value={goal.since?.date ?? null} onChange={(on) => { if (on !== null) stand(goal.state, on); }} /> : null}
    </section>
  );
}
