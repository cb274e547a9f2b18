import { useState } from "preact/hooks";
import type { PlanView } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, LinkButton, Screen, TabPanels, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { planWords as say } from "../../words/plan";
import { SavePaper } from "../agreement/SavePaper";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { ActivityForm } from "./ActivityForm";
import { attempt } from "./deeds";
import { Goals } from "./Goals";
import { Milestones } from "./Milestones";
import { Versions } from "./Versions";
import { Board, Rows, Timeline, Year } from "./Views";

/** The action plan: goals in order, and their activities as board, table, timeline and year (R98 to R105). */
export function Plan({ relationship }: { relationship: string }) {
  const query = useQuery("plan.get", { relationship });
  const plan = query.value.value;
  return (
    <Screen title={say.title} about={plan?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {plan !== undefined ? (
        <div class="stack loose plan">
          <Head relationship={relationship} plan={plan} />
          <Goals relationship={relationship} plan={plan} />
          <Activities relationship={relationship} plan={plan} />
          <Milestones relationship={relationship} plan={plan} />
          <Versions relationship={relationship} plan={plan} />
          <Paper relationship={relationship} />
        </div>
      ) : null}
    </Screen>
  );
}

/** By when there is a plan, whether it was gone through, and when it was touched last. */
function Head({ relationship, plan }: { relationship: string; plan: PlanView }) {
  const review = (): void => void attempt(() => call("plan.review", { relationship })).then((done) => { if (done) toast(say.reviewedNow); });
  const right = (): void => void attempt(() => call("plan.still_right", { relationship })).then((done) => { if (done) toast(say.rightNow); });
  return (
    <div class="stack tight">
      {plan.mark !== null ? <p><span class="pill open">{say.mark(plan.mark)}</span> <span class="small">{say.markBody}</span></p> : null}
      {plan.due !== null && (plan.mark !== null || !plan.dated) ? (
        <p>{plan.due.words}. {plan.due.left}. {plan.due.provisional ? <span class="small quiet">{say.provisional}</span> : null}</p>
      ) : null}
      {plan.reviewedOn !== null ? <p class="small">{say.reviewed(plan.reviewedOn.words)}</p> : null}
      {plan.touched !== null ? <p class="small quiet">{plan.touched}</p> : null}
      <div class="row">
        {plan.goals.length > 0 ? <Button onClick={review}>{say.review}</Button> : null}
        {plan.goals.length > 0 && plan.reviewedOn !== null ? <Button onClick={right}>{say.right}</Button> : null}
        <LinkButton href={href("journal", { id: relationship })}>{say.journal}</LinkButton>
      </div>
    </div>
  );
}

function Activities({ relationship, plan }: { relationship: string; plan: PlanView }) {
  const [adding, setAdding] = useState(false);
  if (plan.goals.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="activities">
      <h2 id="activities">{say.activities}</h2>
      <p class="small">{plan.coverage.words}{plan.coverage.hint !== null ? <>{". "}<span class="quiet">{plan.coverage.hint}</span></> : null}</p>
      {adding ? <ActivityForm relationship={relationship} plan={plan} goal={null} activity={null} onDone={() => setAdding(false)} /> : <div class="row"><Button kind="primary" main onClick={() => setAdding(true)}>{say.addActivity}</Button></div>}
      <TabPanels
        label={say.view}
        panels={[
          { key: "board", label: say.board, panel: () => <Board relationship={relationship} plan={plan} /> },
          { key: "table", label: say.table, panel: () => <Rows relationship={relationship} plan={plan} /> },
          { key: "timeline", label: say.timeline, panel: () => <Timeline plan={plan} /> },
          { key: "year", label: say.year, panel: () => <Year plan={plan} /> },
        ]}
      />
    </section>
  );
}

/** The plan as a file, lying or standing, with or without room for handwriting (R118). */
function Paper({ relationship }: { relationship: string }) {
  const [landscape, setLandscape] = useState(true);
  const [handwriting, setHandwriting] = useState(false);
  return (
    <section class="stack" aria-labelledby="paper">
      <h2 id="paper">{say.paper}</h2>
      <Checkbox label={say.landscape} checked={landscape} onChange={setLandscape} />
      <Checkbox label={say.handwriting} checked={handwriting} onChange={setHandwriting} />
      <SavePaper relationship={relationship} kind="action_plan" beside layout={{ landscape, handwriting }} />
    </section>
  );
}
