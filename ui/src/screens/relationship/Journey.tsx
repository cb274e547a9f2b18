import type { Journey as View, JourneyStage, RelationshipView, StepState } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, toast } from "../../parts";
import { Threads } from "../../parts/Threads";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { firstWords } from "../../words/first";
import { Way } from "./Way";

const say = firstWords.journey;
const over = (stage: JourneyStage): boolean => stage.state === "done" || stage.state === "skipped";

/** The way through the five stages (R79). A coordinator, who does not walk it, sees the dates alone. */
export function Journey({ view }: { view: RelationshipView }) {
  const own = view.role !== "coordinator";
  const query = useQuery("journey.get", own ? { relationship: view.id } : null);
  const journey = query.value.value;
  if (journey !== undefined) return <Stages view={view} journey={journey} />;
  // The dates of the relationship stand there also where the stages cannot be told.
  return own && query.error.value === null ? null : <Way view={view} />;
}

function Stages({ view, journey }: { view: RelationshipView; journey: View }) {
  const stages = journey.stages;
  const here = stages.findIndex((stage) => stage.current);
  const gone = here === -1 ? stages.filter(over).length : here;
  const mark = (stage: JourneyStage, state: StepState): void => {
    const said = state === "skipped" ? say.skipped(stage.label) : say.resumed(stage.label);
    saving(() => call("first.mark", { relationship: view.id, step: stage.stage, state })).then(() => announce(said), (error: unknown) => toast(apiError(error).message));
  };
  const current = stages[here];
  // The first meeting's day stands at its stage: it is said here only where another day counts.
  const from = journey.start === null || !journey.provisional ? null : say.from(journey.start.words);
  const passedMid = stages.some((stage) => stage.stage === "mid_point" && over(stage));
  const notes = [from, journey.windowOpens === null || passedMid ? null : say.window(journey.windowOpens.words)].filter((note) => note !== null);
  return (
    <section class="stack tight" aria-label={say.label}>
      <div class="way journey">
        <div class="line"><Threads parts={stages.length - 1} done={Math.max(0, Math.min(gone, stages.length - 1))} /></div>
        <ol class="bare">
          {stages.map((stage) => (
            <li key={stage.stage} data-stage={stage.stage} class={over(stage) ? "passed" : undefined} aria-current={stage.current ? "step" : undefined}>
              <span class="knot" aria-hidden="true" />
              <a href={address(stage.route)}>{stage.label}</a>
              <span class="small">{stage.words}</span>
              {stage.due !== null ? (
                <span class="small"><span>{stage.due.words}</span> <span class="quiet">{stage.due.relative}</span></span>
              ) : stage.stage === "mid_point" || stage.stage === "celebrate" ? (
                <a class="small" href={href("agreement", { id: view.id })}>{say.notAgreed}</a>
              ) : <span class="small quiet">{say.none}</span>}
            </li>
          ))}
        </ol>
      </div>
      {notes.length > 0 ? <p class="small quiet">{notes.join(" ")}</p> : null}
      {view.standing === "open" ? <div class="row">
        {current !== undefined ? <Button compact kind="quiet" onClick={() => mark(current, "skipped")}>{say.skipOf(current.label)}</Button> : null}
        {stages.filter((stage) => stage.state === "skipped").map((stage) => <Button key={stage.stage} compact kind="quiet" onClick={() => mark(stage, "not_started")}>{say.resumeOf(stage.label)}</Button>)}
      </div> : null}
    </section>
  );
}
