import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FirstBlock, FirstView, Participant, RelationshipView, StepState } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, Checkbox, LinkButton, NumberField, Screen, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { firstWords } from "../../words/first";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Files } from "../attachment/Files";
import { Acquainted, Both } from "./Acquainted";
import { Help, type Named } from "./Help";
import { Next } from "./Next";

const say = firstWords.first;
const tell = (error: unknown): void => toast(apiError(error).message);

/** The first meeting, block by block, with what comes before it and the session after it (R80 to R88, R133 to R135, R139). */
export function FirstMeeting({ relationship }: { relationship: string }) {
  const query = useQuery("first.get", { relationship });
  const about = useQuery("relationship.get", { relationship }).value.value;
  const goals = useQuery("plan.get", { relationship }).value.value?.goals ?? [];
  const view = query.value.value;
  return (
    <Screen title={say.title} about={about?.title} {...(view !== undefined ? { lead: say.lead(view.minutes) } : {})} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined && about !== undefined ? <Blocks about={about} view={view} goals={goals} /> : null}
    </Screen>
  );
}

function Blocks({ about, view, goals }: { about: RelationshipView; view: FirstView; goals: readonly Named[] }) {
  const relationship = about.id;
  const people: readonly [Participant, Participant] = [about.mentee, about.mentor];
  const pair = { relationship, view, people };
  const used = view.blocks.reduce((sum, block) => sum + (block.used ?? 0), 0);
  const inside: Record<string, ComponentChildren> = {
    acquainted: <Acquainted {...pair} />,
    goals: <><Both {...pair} kind="direction" /><Both {...pair} kind="aspirations" /><Lists relationship={relationship} /></>,
    help: <Help relationship={relationship} view={view} goals={goals} />,
    top_three: <TopThree relationship={relationship} view={view} />,
    agreement: <Agreement relationship={relationship} />,
  };
  return (
    <div class="stack loose first-meeting">
      <Before {...pair} about={about} planned={goals.length > 0} />
      {used > 0 ? <p class="small quiet">{say.used(used, view.minutes)}</p> : null}
      <ol class="bare stack loose">
        {view.blocks.map((block, index) => (
          <li key={block.block}>
            <section class="block stack" aria-labelledby={`block-${block.block}`} data-block={block.block}>
              <div class="stack tight">
                <h2 id={`block-${block.block}`}>{index + 1}. {block.label}</h2>
                <p class="small">{block.words}</p>
              </div>
              {block.state === "skipped" ? null : inside[block.block]}
              <Ending relationship={relationship} block={block} />
            </section>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What goes ahead of the meeting (R133, R134). */
function Before({ about, view, people, planned }: { about: RelationshipView; view: FirstView; people: readonly [Participant, Participant]; planned: boolean }) {
  const relationship = about.id;
  const files = useQuery("attachment.list", { relationship }).value.value?.attachments ?? [];
  /** A shared file ticks its line by itself. */
  const sent = (step: string): boolean => files.some((file) => file.kind === step && file.shared);
  const mark = (step: string, done: boolean): void => {
    saving(() => call("first.mark", { relationship, step, state: done ? "done" : "not_started" })).catch(tell);
  };
  return (
    <section class="stack" aria-labelledby="before">
      <h2 id="before">{say.before}</h2>
      <p class="status" data-checklist>{say.checklist(view.checklist)}</p>
      <ul class="bare stack">
        {view.checks.map((check) => (
          <li key={check.step} class="stack tight" data-check={check.step}>
            {/* Goals, wishes and shared files tick their line by being there; what went another way is ticked by hand. */}
            {check.step === "wish" || (check.step === "plan" && planned) || sent(check.step) ? <p>{check.label}: <strong>{check.done ? say.done : say.open}</strong></p> : <Checkbox label={check.label} checked={check.done} onChange={(done) => mark(check.step, done)} />}
            {check.step === "plan" ? <p class="small">{planned && view.planInProgress ? <>{say.inProgress} </> : null}<a href={href("plan", { id: relationship })}>{say.plan}</a></p> : null}
            {check.step === "profile" || check.step === "plan" ? <Files about={about} kind={check.step} /> : null}
            {check.step === "wish" ? <Both relationship={relationship} view={view} people={people} kind="wish" titled /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How a block ended: the minutes it took, done or skipped on purpose. Both can be taken back. */
function Ending({ relationship, block }: { relationship: string; block: FirstBlock }) {
  const [minutes, setMinutes] = useState<number | null>(block.used);
  useEffect(() => setMinutes(block.used), [block.used]);
  const mark = (state: StepState): void => {
    saving(() => call("first.mark", { relationship, step: block.block, state, ...(minutes === null || state !== "done" ? {} : { minutes }) })).then(
      (view) => {
        const now = view.blocks.find((each) => each.block === block.block);
        if (now !== undefined) announce(`${now.label}: ${now.words}`);
      },
      tell,
    );
  };
  if (block.state === "skipped" || block.state === "done") {
    return <div class="row"><Button compact kind="quiet" label={say.againOf(block.label)} onClick={() => mark("not_started")}>{say.again}</Button></div>;
  }
  return (
    <div class="ending">
      <NumberField id={`minutes-${block.block}`} label={say.minutes} unit={say.minutesUnit} min={0} max={1440} optional value={minutes} onChange={setMinutes} />
      <div class="row">
        <Button label={say.finishOf(block.label)} onClick={() => mark("done")}>{say.finish}</Button>
        <Button kind="quiet" label={say.skipOf(block.label)} onClick={() => mark("skipped")}>{say.skip}</Button>
      </div>
    </div>
  );
}

/** Where the mentee stands now, in three lists on a page of their own: what later moments are compared with (R86). */
function Lists({ relationship }: { relationship: string }) {
  const start = useQuery("self_assessment.get", { relationship }).value.value?.stages[0];
  const count = start?.lists.reduce((sum, list) => sum + list.lines.length, 0) ?? 0;
  return (
    <section class="stack tight" aria-labelledby="lists">
      <h3 id="lists">{say.lists}</h3>
      <p class="hint">{say.listsHint}</p>
      <p>{say.listsCount(count)}</p>
      <div class="row"><LinkButton href={href("journal", { id: relationship })}>{say.listsOpen}</LinkButton></div>
    </section>
  );
}

function TopThree({ relationship, view }: { relationship: string; view: FirstView }) {
  return (
    <div class="stack tight">
      {view.topThree.length === 0 ? <p class="quiet">{say.topThreeNone}</p> : <ol aria-label={say.topThree}>{view.topThree.map((goal) => <li key={goal}>{goal}</li>)}</ol>}
      {view.note !== null ? <p class="small">{view.note}</p> : null}
      <div class="row"><LinkButton href={href("plan", { id: relationship })}>{say.order}</LinkButton></div>
    </div>
  );
}

function Agreement({ relationship }: { relationship: string }) {
  return (
    <div class="stack">
      <p>{say.agreementLead}</p>
      <div class="row">
        <LinkButton href={href("agreement", { id: relationship })} kind="primary" main>{say.agreement}</LinkButton>
        <LinkButton href={href("agreementSection", { id: relationship, section: "clause.confidentiality" })}>{say.confidentiality}</LinkButton>
        <LinkButton href={href("agreementSection", { id: relationship, section: "clause.no_fault" })}>{say.noFault}</LinkButton>
        <LinkButton href={href("supervisor", { id: relationship })}>{say.supervisor}</LinkButton>
      </div>
      <Next relationship={relationship} />
    </div>
  );
}
