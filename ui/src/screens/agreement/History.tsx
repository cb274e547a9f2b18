import { useState } from "preact/hooks";
import type { Detail, History, HistoryEntry, Side } from "../../api";
import { expectNews, flush, saving } from "../../autosave";
import { apiError, call, type RequestOf } from "../../ipc";
import { Button, Dialog, toast, Trouble } from "../../parts";
import { type Query, useQuery } from "../../query";
import { words } from "../../words";
import { undoThis } from "./undo";

const say = words.agreement.history;

/** What has a history of its own: an answer, a goal, a milestone, a heading of their own, the name of an area, the sentence of a section, a detail of the relationship. */
type Subject =
  | { of: "answer"; field: string; side: Side | null }
  | { of: "goal"; goal: string }
  | { of: "milestone"; milestone: string }
  | { of: "heading"; heading: string }
  | { of: "activity"; activity: string }
  | { of: "name"; section: string }
  | { of: "sentence"; section: string }
  | { of: "detail"; detail: Detail };

interface HistoryProps {
  relationship: string;
  /** What it is the history of, in words. */
  label: string;
  subject: Subject;
}

/** Opens the earlier wordings of something the two wrote (R60). */
export function HistoryButton({ relationship, label, subject }: HistoryProps) {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button reads compact kind="quiet" label={say.openOf(label)} onClick={() => void flush().then(() => setOpen(true))}>{say.open}</Button>
      <Dialog open={open} title={say.title(label)} onClose={close}>
        {open ? <Past relationship={relationship} subject={subject} onClose={close} /> : null}
      </Dialog>
    </>
  );
}

function Past({ relationship, subject, onClose }: { relationship: string; subject: Subject; onClose: () => void }) {
  const { name, request, restore } = calls(relationship, subject);
  const query = useQuery<HistoryName>(name, request);
  return <Wordings relationship={relationship} query={query} restore={restore} onClose={onClose} />;
}

type HistoryName = "activity.history" | "answer.history" | "goal.history" | "milestone.history" | "heading.history" | "section.history" | "sentence.history" | "relationship.history";

interface HistoryCalls {
  name: HistoryName;
  request: RequestOf<HistoryName>;
  /** None where the history is only to be read. */
  restore: ((edit: number) => Promise<unknown>) | null;
}

/** How its history is asked for, and how an older wording is put back. */
function calls(relationship: string, subject: Subject): HistoryCalls {
  switch (subject.of) {
    case "answer": {
      const { field, side } = subject;
      return { name: "answer.history", request: { relationship, field, side }, restore: (edit) => call("answer.restore", { relationship, edit }) };
    }
    case "goal":
      return { name: "goal.history", request: { relationship, goal: subject.goal }, restore: (edit) => call("goal.restore", { relationship, edit }) };
    case "milestone":
      return { name: "milestone.history", request: { relationship, milestone: subject.milestone }, restore: (edit) => call("milestone.restore", { relationship, edit }) };
    case "activity":
      return { name: "activity.history", request: { relationship, activity: subject.activity }, restore: null };
    case "heading":
      return { name: "heading.history", request: { relationship, heading: subject.heading }, restore: (edit) => call("heading.restore", { relationship, edit }) };
    case "name":
      return { name: "section.history", request: { relationship, section: subject.section }, restore: (edit) => call("section.restore", { relationship, edit }) };
    case "sentence":
      return { name: "sentence.history", request: { relationship, section: subject.section }, restore: (edit) => call("sentence.restore", { relationship, edit }) };
    case "detail": {
      const { detail } = subject;
      return { name: "relationship.history", request: { relationship, detail }, restore: (edit) => call("relationship.restore", { relationship, detail, edit }) };
    }
  }
}

function Wordings(props: { relationship: string; query: Query<History>; restore: ((edit: number) => Promise<unknown>) | null; onClose: () => void }) {
  const { relationship, query, onClose } = props;
  const entries = query.value.value?.entries;
  const back = props.restore;
  const restore = (entry: HistoryEntry, put: (edit: number) => Promise<unknown>): void => {
    saving(() => put(entry.edit)).then(
      async () => {
        expectNews();
        onClose();
        toast(say.restored, await undoThis(relationship));
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {entries?.length === 0 ? <p>{say.none}</p> : null}
      <ol class="wordings bare">
        {entries?.map((entry) => (
          <li key={entry.edit}>
            <p class="small quiet">{say.by(entry.author, entry.when)}</p>
            {entry.title === null ? null : <p class="reading"><strong>{entry.title}</strong></p>}
            {entry.text === "" && entry.title !== null ? null : <p class="reading">{entry.text === "" ? say.nothing : entry.text}</p>}
            {entry.current ? <p class="small"><strong>{say.current}</strong></p> : back === null ? null : <div class="row"><Button compact label={say.restoreOf(entry.when)} onClick={() => restore(entry, back)}>{say.restore}</Button></div>}
          </li>
        ))}
      </ol>
      <div class="foot"><Button reads onClick={onClose}>{words.close}</Button></div>
    </>
  );
}
