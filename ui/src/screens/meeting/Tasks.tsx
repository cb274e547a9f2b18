import { useState } from "preact/hooks";
import type { Duty, Side, TaskView } from "../../api";
import { call } from "../../ipc";
import { DateField, Disclosure, Empty, RadioSet, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { meetingWords as say } from "../../words/meeting";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { AddLine } from "./AddLine";
import { press } from "./doing";
import { EnoughTime } from "./EnoughTime";
import { Help } from "./Help";
import { TaskRow } from "./TaskRow";

const SIDES: readonly Side[] = ["mentee", "mentor"];

/** The tasks of the two, and the duties that come back with every session (R22 to R24, R54). */
export function Tasks({ relationship }: { relationship: string }) {
  const query = useQuery("task.list", { relationship });
  const tasks = query.value.value;
  // Requests for help stand by themselves, with their files and answers.
  const plain = (list: readonly TaskView[]): TaskView[] => list.filter((task) => task.kind !== "help");
  return (
    <Screen title={say.task.title} lead={say.task.lead}>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {tasks !== undefined ? (
        <div class="stack loose meeting">
          <NewTask relationship={relationship} />
          {plain(tasks.open).length === 0 ? (
            <Empty title={say.task.none}>{say.task.noneBody}</Empty>
          ) : (
            <section class="stack" aria-labelledby="open">
              <h2 id="open">{say.task.open}</h2>
              <ul class="bare stack">{plain(tasks.open).map((task) => <TaskRow key={task.id} relationship={relationship} task={task} />)}</ul>
            </section>
          )}
          <Help relationship={relationship} />
          {plain(tasks.done).length > 0 ? (
            <Disclosure label={`${say.task.doneTitle} (${plain(tasks.done).length})`}>
              <ul class="bare stack">{plain(tasks.done).map((task) => <TaskRow key={task.id} relationship={relationship} task={task} />)}</ul>
            </Disclosure>
          ) : null}
          <section class="stack" aria-labelledby="duties">
            <h2 id="duties">{say.task.duties}</h2>
            {tasks.duties.map((duty) => (
              <RadioSet<Side | "usual">
                key={duty.duty}
                legend={say.task.dutyOwner(duty.words)}
                hint={duty.ownerName}
                look="across"
                options={[...SIDES.map((value) => ({ value, label: words.side[value] })), { value: "usual" as const, label: say.task.usual }]}
                value={duty.said ? (duty.owner === "mentor" ? "mentor" : "mentee") : "usual"}
                onChange={(owner) => press(() => call("duty.set", { relationship, duty: duty.duty satisfies Duty, owner: owner === "usual" ? null : owner }))}
              />
            ))}
          </section>
        </div>
      ) : null}
    </Screen>
  );
}

/** A new task; a date that leaves too little time is told at once, with a better one to take (R22). */
function NewTask({ relationship }: { relationship: string }) {
  const [owner, setOwner] = useState<Side>("mentee");
  const [due, setDue] = useState<string | null>(null);
  return (
    <Disclosure writes label={say.task.add}>
      <AddLine
        field="what"
        label={say.task.what}
        button={say.task.addButton}
        onAdd={async (what) => {
          await call("task.add", { relationship, what, owner, due });
          setDue(null);
        }}
      >
        <RadioSet legend={say.task.owner} look="across" options={SIDES.map((value) => ({ value, label: words.side[value] }))} value={owner} onChange={setOwner} />
        <DateField label={say.task.due} optional id="due" value={due} onChange={setDue} />
        <EnoughTime relationship={relationship} due={due} onTake={setDue} />
      </AddLine>
    </Disclosure>
  );
}
