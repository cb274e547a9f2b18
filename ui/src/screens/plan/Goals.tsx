import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Horizon, PlanGoal, PlanView } from "../../api";
import { call } from "../../ipc";
import { Button, Dialog, Empty, OrderedList, RadioSet, TextField, useForm } from "../../parts";
import { href } from "../../router";
import { planWords as say } from "../../words/plan";
import { attempt } from "./deeds";

const HORIZONS: readonly Horizon[] = ["short", "long"];

/** The goals: the first three in order, by keyboard, buttons and drag (R88, R101), and the others. */
export function Goals({ relationship, plan }: { relationship: string; plan: PlanView }) {
  const [asking, setAsking] = useState<PlanGoal | null>(null);
  const front = plan.goals.filter((goal) => goal.rank !== null);
  const further = plan.goals.filter((goal) => goal.rank === null);
  const rank = (goal: PlanGoal, to: number, unrank?: string): Promise<boolean> => attempt(() => call("goal.change", { relationship, goal: goal.id, rank: to, ...(unrank === undefined ? {} : { unrank }) }));
  const move = (goal: PlanGoal, to: number): void => {
    const there = front[to]?.rank;
    if (there != null) void rank(goal, there);
  };
  const put = (goal: PlanGoal): void => {
    const free = [1, 2, 3].find((each) => !front.some((other) => other.rank === each));
    if (free === undefined) setAsking(goal);
    else void rank(goal, free);
  };
  return (
    <section class="stack" aria-labelledby="goals">
      <h2 id="goals">{say.goals}</h2>
      {plan.goals.length === 0 ? <Empty title={say.none}>{say.noneBody}</Empty> : <p class="small">{plan.ranked}</p>}
      {front.length > 0 ? (
        <OrderedList label={say.front} items={front} keyOf={(goal) => goal.id} nameOf={(goal) => goal.title} onMove={move}>
          {(goal) => (
            <Line relationship={relationship} goal={goal}>
              <Button compact kind="quiet" label={say.unrankOf(goal.title)} onClick={() => void rank(goal, 0)}>{say.unrank}</Button>
            </Line>
          )}
        </OrderedList>
      ) : null}
      {further.length > 0 ? (
        <ul class="bare stack" aria-label={say.further}>
          {further.map((goal) => (
            <li key={goal.id}>
              <Line relationship={relationship} goal={goal}>
                <Button compact kind="quiet" label={say.rankOf(goal.title)} onClick={() => put(goal)}>{say.rank}</Button>
              </Line>
            </li>
          ))}
        </ul>
      ) : null}
      <NewGoal relationship={relationship} />
      {asking !== null ? <Which goal={asking} front={front} onClose={() => setAsking(null)} onChosen={(other) => void rank(asking, other.rank ?? 3, other.id).then(() => setAsking(null))} /> : null}
    </section>
  );
}

function Line({ relationship, goal, children }: { relationship: string; goal: PlanGoal; children: preact.ComponentChildren }) {
  return (
    <div class="stack tight entry">
      <p><a href={href("planGoal", { id: relationship, goal: goal.id })}>{goal.title}</a></p>
      <p class="small quiet">
        {say.horizons[goal.horizon]}{goal.state !== "open" ? `, ${goal.stateWords.toLowerCase()}` : ""}. {goal.activities.length === 0 ? say.noActivities : `${goal.coverage.words}. ${goal.coverage.hint ?? ""}`}
      </p>
      <div class="row">{children}</div>
    </div>
  );
}

/** Ranking a fourth asks which one gives its place up (R88). */
function Which({ goal, front, onClose, onChosen }: { goal: PlanGoal; front: readonly PlanGoal[]; onClose: () => void; onChosen: (goal: PlanGoal) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const other = front.find((each) => each.id === chosen);
  return (
    <Dialog open title={say.which} narrow onClose={onClose}>
      <div class="stack">
        <p>{say.whichBody(goal.title)}</p>
        <RadioSet legend={say.which} quietLegend options={front.map((each) => ({ value: each.id, label: `${each.rank} ${each.title}` }))} value={chosen} onChange={setChosen} />
        <div class="row">
          <Button kind="primary" off={other === undefined} onClick={() => { if (other !== undefined) onChosen(other); }}>{say.instead}</Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function NewGoal({ relationship }: { relationship: string }) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [horizon, setHorizon] = useState<Horizon>("short");
  const form = useForm();
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // What was pressed is gone: the focus goes to what stands in its place.
  useLayoutEffect(() => {
    if (moved.current) box.current?.querySelector<HTMLElement>("input, button")?.focus();
    moved.current = true;
  }, [open]);
  const add = (): void => {
    void form.send(() => call("goal.add", { relationship, title, horizon })).then((done) => {
      if (!done) return;
      setTitle("");
      setOpen(false);
    });
  };
  if (!open) return <div class="row" ref={box}><Button compact onClick={() => setOpen(true)}>{say.addGoal}</Button></div>;
  return (
    <div ref={box}><form class="stack row-form" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <TextField id="title" label={say.goalName} value={title} error={form.errorOf("title") ?? form.trouble?.message ?? null} onInput={setTitle} />
      <RadioSet legend={say.horizon} look="across" options={HORIZONS.map((value) => ({ value, label: say.horizons[value] }))} value={horizon} onChange={setHorizon} />
      <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.add}</Button><Button onClick={() => setOpen(false)}>{say.cancel}</Button></div>
    </form></div>
  );
}
