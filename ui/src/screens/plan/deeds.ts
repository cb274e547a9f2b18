/** What several pages of the plan do. */
import type { ActivityState, ActivityView, PlanView } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { toast } from "../../parts";
import { planWords as say } from "../../words/plan";

/** Does something that saves at once; a refusal is told. Answers whether it worked. */
export function attempt(action: () => Promise<unknown>): Promise<boolean> {
  return saving(action).then(
    () => true,
    (error: unknown) => {
      toast(apiError(error).message);
      return false;
    },
  );
}

/** Puts an activity into another column of the board. */
export function moveTo(relationship: string, activity: ActivityView, state: ActivityState): void {
  void attempt(() => call("activity.change", { relationship, activity: activity.id, state })).then((done) => {
    if (done) announce(say.moved(activity.title, say.states[state]));
  });
}

/** All activities of a plan, with the title of the goal of each. */
export const everything = (plan: PlanView): { activity: ActivityView; goal: string }[] => plan.goals.flatMap((goal) => goal.activities.map((activity) => ({ activity, goal: goal.title })));
