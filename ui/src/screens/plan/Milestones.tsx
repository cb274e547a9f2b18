import { useState } from "preact/hooks";
import type { MilestoneView, PlanView, RateMilestone } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { RadioSet, TextArea, TextField } from "../../parts";
import { planWords as say } from "../../words/plan";
import { attempt } from "./deeds";

const RATINGS: readonly RateMilestone[] = ["realistic", "stretch", "unclear", "none"];

/** Where it leads, from where, and what the two make of each milestone (R137, R138). */
export function Milestones({ relationship, plan }: { relationship: string; plan: PlanView }) {
  return (
    <section class="stack" aria-labelledby="milestones">
      <h2 id="milestones">{say.milestones}</h2>
      <Text relationship={relationship} label={say.career} field="careerGoal" stored={plan.careerGoal} />
      <Text relationship={relationship} label={say.situation} field="situation" stored={plan.situation} />
      {plan.milestones.length > 0 ? <p class="hint">{say.milestonesHint}</p> : null}
      {plan.milestones.map((milestone) => <Milestone key={milestone.id} relationship={relationship} milestone={milestone} />)}
    </section>
  );
}

function Text({ relationship, label, field, stored }: { relationship: string; label: string; field: "careerGoal" | "situation"; stored: string }) {
  const draft = useDraft(`plan:${relationship}:${field}`, stored, (text) => call("plan.change", { relationship, [field]: text }));
  return <TextArea label={label} value={draft.value.value} error={draft.problem.value?.message ?? null} onInput={(text) => draft.edit(text)} onLeave={() => void draft.leave()} />;
}

function Milestone({ relationship, milestone }: { relationship: string; milestone: MilestoneView }) {
  const [chosen, setChosen] = useState<RateMilestone | null>(null);
  const draft = useDraft(`milestone:${relationship}:${milestone.id}:evidence`, milestone.evidence, (evidence) => call("milestone.change", { relationship, milestone: milestone.id, evidence }));
  return (
    <div class="stack tight entry">
      <p><strong>{milestone.name}</strong>{milestone.date !== null ? `, ${milestone.date.words}` : ""}</p>
      <RadioSet
        legend={say.rating(milestone.name)}
        look="across"
        options={RATINGS.map((value) => ({ value, label: say.ratings[value] }))}
        value={chosen ?? milestone.rating ?? "none"}
        onChange={(rating) => {
          setChosen(rating);
          void attempt(() => call("milestone.change", { relationship, milestone: milestone.id, rating })).then(() => setChosen(null));
        }}
      />
      <TextField label={say.evidence(milestone.name)} optional value={draft.value.value} error={draft.problem.value?.message ?? null} onInput={(text) => draft.edit(text)} onLeave={() => void draft.leave()} />
    </div>
  );
}
