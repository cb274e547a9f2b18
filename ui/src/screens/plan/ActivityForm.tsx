import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ActivityKind, ActivityOwner, ActivityState, ActivityView, EffortUnit, PlanView } from "../../api";
import { call } from "../../ipc";
import { Button, DateField, Disclosure, ErrorSummary, NumberField, RadioSet, TextArea, TextField, useForm } from "../../parts";
import { planWords as say } from "../../words/plan";

const UNITS: readonly EffortUnit[] = ["hours", "days", "weeks"];
const STATES: readonly ActivityState[] = ["not_started", "under_way", "done", "dropped"];
const OWNERS: readonly ActivityOwner[] = ["mentee", "mentor", "both"];

/** An activity, new or to be changed: what, how one learns by it, how long, from when, who (R102, R104, R106). */
export function ActivityForm(props: { relationship: string; plan: PlanView; goal: string | null; activity: ActivityView | null; onDone: () => void }) {
  const { relationship, plan, activity } = props;
  const box = useRef<HTMLFormElement>(null);
  const form = useForm();
  const [goal, setGoal] = useState(activity?.goal ?? props.goal ?? plan.goals[0]?.id ?? "");
  const [title, setTitle] = useState(activity?.title ?? "");
  const [kind, setKind] = useState<ActivityKind>(activity?.kind ?? "doing");
  const [count, setCount] = useState<number | null>(activity?.effort?.count ?? null);
  const [unit, setUnit] = useState<EffortUnit>(activity?.effort?.unit ?? "hours");
  const [start, setStart] = useState<string | null>(activity?.start?.date ?? null);
  const [finish, setFinish] = useState<string | null>(activity?.finishMoved === true ? (activity.finish?.date ?? null) : null);
  const [owner, setOwner] = useState<ActivityOwner>(activity?.owner ?? "mentee");
  const [state, setState] = useState<ActivityState>(activity?.state ?? "not_started");
  const [learned, setLearned] = useState(activity?.learned ?? "");
  const { mentee, mentor } = plan;
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const save = (): void => {
    const effort = count === null ? (activity === null ? null : { count: 0, unit }) : { count, unit };
    const dates = activity === null ? { ...(start === null ? {} : { start }), ...(finish === null || unit !== "hours" ? {} : { finish }) } : { start: start ?? "", ...(unit === "hours" && count !== null && start !== null ? { finish: finish ?? "" } : {}) };
    const common = { relationship, goal, title, kind, owner, state, effort, ...dates };
    void form.send(() => (activity === null ? call("activity.add", common) : call("activity.change", { ...common, activity: activity.id, learned }))).then((done) => { if (done) props.onDone(); });
  };
  const examples = plan.kinds.find((each) => each.kind === kind)?.examples ?? [];
  return (
    <form ref={box} class="stack row-form" aria-label={activity === null ? say.addActivity : say.edit(activity.title)} onSubmit={(event) => { event.preventDefault(); save(); }}>
      <ErrorSummary mistakes={form.mistakes} />
      {form.trouble !== null ? <p class="error">{form.trouble.message}</p> : null}
      <TextField id="title" label={say.activity} value={title} error={form.errorOf("title")} onInput={setTitle} />
      {props.goal === null ? <RadioSet id="goal" legend={say.goal} options={plan.goals.map((each) => ({ value: each.id, label: each.title }))} value={goal} onChange={setGoal} /> : null}
      <RadioSet legend={say.kind} look="cards" options={plan.kinds.map((each) => ({ value: each.kind, label: each.name, about: each.about }))} value={kind} onChange={setKind} />
      <Disclosure label={say.examples}>
        <ul class="bare stack tight">{examples.map((example) => <li key={example}><Button compact kind="quiet" label={say.take(example)} onClick={() => setTitle(example)}>{example}</Button></li>)}</ul>
      </Disclosure>
      <NumberField id="effort" label={say.count} optional value={count} min={1} max={5000} error={form.errorOf("effort")} onChange={setCount} />
      <RadioSet legend={say.unit} look="across" options={UNITS.map((value) => ({ value, label: say.units[value] }))} value={unit} onChange={setUnit} />
      <DateField id="start" label={say.start} optional value={start} error={form.errorOf("start")} onChange={setStart} />
      {unit === "hours" && count !== null && start !== null ? <DateField id="finish" label={say.finish} hint={say.finishHint} optional value={finish} error={form.errorOf("finish")} onChange={setFinish} /> : null}
      <RadioSet legend={say.owner} look="across" options={OWNERS.map((value) => ({ value, label: value === "mentee" ? mentee : value === "mentor" ? mentor : say.both }))} value={owner} onChange={setOwner} />
      {activity !== null ? <RadioSet legend={say.state} look="across" options={STATES.map((value) => ({ value, label: say.stateOf[value] }))} value={state} onChange={setState} /> : null}
      {activity !== null ? <TextArea id="learned" label={say.learned} optional value={learned} error={form.errorOf("learned")} onInput={setLearned} /> : null}
      <div class="row"><Button type="submit" kind="primary" off={form.busy}>{activity === null ? say.add : say.save}</Button><Button onClick={props.onDone}>{say.cancel}</Button></div>
    </form>
  );
}
