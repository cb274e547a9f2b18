import { useId, useState } from "preact/hooks";
import type { GoalView, Side } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { RadioSet, Who } from "../../parts";
import { words } from "../../words";

const say = words.agreement.goals;
/** The one whose goals they are comes first, as on paper. */
const SIDES: readonly Side[] = ["mentee", "mentor"];
/** From 1 to 5; 0 takes it back. */
const STEPS = ["0", "1", "2", "3", "4", "5"] as const;
type Step = (typeof STEPS)[number];

interface RatingsProps {
  goal: GoalView;
  names: Record<Side, string>;
}

const step = (goal: GoalView, side: Side): Step => STEPS.find((each) => Number(each) === goal.ratings[side]) ?? "0";

/** Where each of the two stands towards a goal by their own judgement: what a signed version keeps as the beginning (R27). */
export function Ratings({ relationship, goal, names }: RatingsProps & { relationship: string }) {
  const hint = useId();
  return (
    <fieldset class="field ratings" aria-describedby={hint}>
      <legend>{say.now}</legend>
      <p class="hint" id={hint}>{say.nowHint}</p>
      <div class="sides">
        {SIDES.map((side) => (
          <div key={side} class={`side ${side}`}>
            <Who name={names[side]} side={side} />
            <Rating relationship={relationship} goal={goal} side={side} name={names[side]} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** One person's judgement. A refusal leaves it as it was and says why. */
function Rating({ relationship, goal, side, name }: { relationship: string; goal: GoalView; side: Side; name: string }) {
  const [error, setError] = useState<string | null>(null);
  const rate = (value: Step): void => {
    saving(() => call("rating.set", { relationship, goal: goal.id, side, value: value === "0" ? null : Number(value) })).then(
      () => setError(null),
      (refusal: unknown) => setError(apiError(refusal).message),
    );
  };
  return (
    <RadioSet
      quietLegend
      legend={say.nowOf(name)}
      options={STEPS.map((value) => ({ value, label: say.steps[value] }))}
      value={step(goal, side)}
      error={error}
      onChange={rate}
    />
  );
}

/** The same in two lines, where the goal is only read. */
export function Rated({ goal, names }: RatingsProps) {
  return (
    <ul class="bare rated small" aria-label={say.now}>
      {SIDES.map((side) => <li key={side} class={goal.ratings[side] === null ? "quiet" : undefined}>{goal.ratings[side] === null ? say.unrated(names[side]) : say.rated(names[side], say.steps[step(goal, side)])}</li>)}
    </ul>
  );
}
