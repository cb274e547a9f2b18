import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ActivityState, ActivityView, PlanView } from "../../api";
import { Button, type Column, Table } from "../../parts";
import { useCarry } from "../../parts/carry";
import { IconGrip } from "../../parts/icons";
import { href } from "../../router";
import { planWords as say } from "../../words/plan";
import { everything, moveTo } from "./deeds";

const COLUMNS: readonly ActivityState[] = ["not_started", "under_way", "done"];
/** The picture's own measure: as wide as this, each bar in a row as high as that. */
const WIDE = 1000;
const ROW = 34;

type Row = { activity: ActivityView; goal: string };

const facts = (activity: ActivityView): string =>
  [activity.kindWords.toLowerCase(), activity.effortWords, activity.state === "done" ? activity.since?.words : activity.finish?.words].filter((each) => each !== undefined && each !== "").join(" · ");

/** Ideas, under way, done: each activity moves by a button, by Alt with an arrow key, and by pulling its grip (WCAG 2.5.7: the buttons are the equal way). */
export function Board({ relationship, plan }: { relationship: string; plan: PlanView }) {
  const rows = everything(plan);
  const board = useRef<HTMLDivElement>(null);
  /** Where the focus belongs after a move: the same card. */
  const keep = useRef<string | null>(null);
  const move = (activity: ActivityView, to: ActivityState | undefined): void => {
    if (to === undefined || to === activity.state) return;
    keep.current = activity.id;
    moveTo(relationship, activity, to);
  };
  const carry = useCarry(board, (card, to) => {
    const row = rows.find(({ activity }) => activity.id === card);
    if (row !== undefined) move(row.activity, COLUMNS[to]);
  });
  const places = rows.map(({ activity }) => `${activity.id} ${activity.state}`).join("\n");
  useLayoutEffect(() => {
    const card = keep.current;
    keep.current = null;
    // A card that changed its column lost the focus on its way. Where somebody has gone on meanwhile, it stays.
    if (card !== null && (document.activeElement === null || document.activeElement === document.body)) board.current?.querySelector<HTMLElement>(`[data-key="${card}"] a`)?.focus();
  }, [places]);
  return (
    <div class="board" ref={board}>
      {COLUMNS.map((state, column) => {
        const here = rows.filter(({ activity }) => activity.state === state);
        return (
          <section key={state} class="stack tight" aria-label={say.states[state]}>
            <h3>{say.states[state]} <span class="quiet">{here.length}</span></h3>
            {here.length === 0 ? <p class="small quiet">{say.emptyColumn}</p> : null}
            <ul class="bare stack tight">
              {here.map(({ activity, goal }) => (
                <li
                  key={activity.id}
                  data-key={activity.id}
                  class="card stack tight"
                  onKeyDown={(event) => {
                    if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
                    event.preventDefault();
                    event.stopPropagation();
                    move(activity, COLUMNS[column + (event.key === "ArrowLeft" ? -1 : 1)]);
                  }}
                >
                  <p class="row"><span class="grip" title={say.pull} aria-hidden="true" onPointerDown={(event) => carry(event, activity.id)}><IconGrip /></span><a class="grow" href={href("planGoal", { id: relationship, goal: activity.goal })}>{activity.title}</a></p>
                  <p class="small">{facts(activity)}</p>
                  <p class="small quiet">{goal}, {activity.ownerName}</p>
                  {activity.learned !== "" ? <p class="small">{say.learnedShort(activity.learned)}</p> : null}
                  <div class="row">
                    {COLUMNS.filter((other) => other !== state).map((other) => (
                      <Button key={other} compact kind="quiet" label={say.moveTo(activity.title, say.states[other])} onClick={() => move(activity, other)}>{say.states[other]}</Button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** All activities in a table that can be sorted. */
export function Rows({ relationship, plan }: { relationship: string; plan: PlanView }) {
  const rows = useMemo(() => everything(plan), [plan]);
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { key: "activity", head: say.columns.activity, cell: ({ activity }) => activity.title, href: ({ activity }) => href("planGoal", { id: relationship, goal: activity.goal }), sort: ({ activity }) => activity.title },
      { key: "goal", head: say.columns.goal, cell: ({ goal }) => goal, sort: ({ goal }) => goal },
      { key: "kind", head: say.columns.kind, cell: ({ activity }) => activity.kindWords, sort: ({ activity }) => activity.kindWords },
      { key: "effort", head: say.columns.effort, cell: ({ activity }) => activity.effortWords },
      { key: "start", head: say.columns.start, cell: ({ activity }) => activity.start?.words ?? "", sort: ({ activity }) => activity.start?.date ?? "9999" },
      { key: "finish", head: say.columns.finish, cell: ({ activity }) => activity.finish?.words ?? "", sort: ({ activity }) => activity.finish?.date ?? "9999" },
      { key: "owner", head: say.columns.owner, cell: ({ activity }) => activity.ownerName, sort: ({ activity }) => activity.ownerName },
      { key: "state", head: say.columns.state, cell: ({ activity }) => activity.stateWords, sort: ({ activity }) => activity.stateWords },
    ],
    [relationship],
  );
  return <Table label={say.activities} columns={columns} rows={rows} keyOf={({ activity }) => activity.id} />;
}

/** The activities with a date over time: a picture, and a table that says the same. */
export function Timeline({ plan }: { plan: PlanView }) {
  const line = plan.timeline;
  if (line === null) return <p class="quiet">{say.noDates}</p>;
  const across = (days: number): number => (days * WIDE) / line.days;
  const height = line.bars.length * ROW + 24;
  return (
    <div class="stack">
      <svg class="timeline" viewBox={`0 0 ${WIDE} ${height}`} role="img" aria-label={say.picture(line.from.words, line.to.words, line.bars.length)}>
        {line.marks.map((mark) => (
          <g key={`${mark.name} ${mark.on.date}`}>
            <line class="mark" x1={across(mark.offset)} x2={across(mark.offset)} y1={0} y2={height - 20} />
            <text x={Math.min(across(mark.offset), WIDE - 90)} y={height - 5}>{mark.name}</text>
          </g>
        ))}
        {line.bars.map((bar, index) => (
          <g key={bar.activity}>
            <rect class={bar.kind} x={Math.min(across(bar.offset), WIDE - 4)} y={index * ROW + 18} width={Math.max(across(bar.days), 4)} height={10} />
            <text x={Math.min(across(bar.offset), WIDE * 0.6)} y={index * ROW + 14}>{bar.title}</text>
          </g>
        ))}
      </svg>
      <table class="plain">
        <caption>{say.twin}</caption>
        <thead><tr>{[say.columns.activity, say.columns.effort, say.columns.start, say.columns.finish].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {line.bars.map((bar) => <tr key={bar.activity}><th scope="row">{bar.title}</th><td>{bar.effort}</td><td>{bar.start.words}</td><td>{bar.finish.words}</td></tr>)}
        </tbody>
      </table>
    </div>
  );
}

/** The twelve months from this one on: milestones, and what is done in each (R138). */
export function Year({ plan }: { plan: PlanView }) {
  return (
    <ol class="bare lane" aria-label={say.lane}>
      {plan.lane.map((month) => (
        <li key={month.first} class="stack tight">
          <h3>{month.name}</h3>
          {month.milestones.length + month.actions.length === 0 ? <p class="small quiet">{say.laneNone}</p> : null}
          <ul class="small">
            {month.milestones.map((each) => <li key={`${each.name} ${each.on.date}`}><strong>{each.name}</strong>, {each.on.words}{each.rating !== "" ? `, ${each.rating.toLowerCase()}` : ""}</li>)}
            {month.actions.map((each) => <li key={each.activity}>{each.title}: {[each.starts ? say.begins : null, each.ends ? say.ends : null, !each.starts && !each.ends ? say.goesOn : null].filter((word) => word !== null).join(", ")}</li>)}
          </ul>
        </li>
      ))}
    </ol>
  );
}
