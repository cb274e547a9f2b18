import { Button, Notice } from "../../parts";
import { useQuery } from "../../query";
import { meetingWords as say } from "../../words/meeting";

/** Told as soon as a date is typed that leaves less time than the two agreed for tasks, with a better one to take (R22). It never blocks. */
export function EnoughTime({ relationship, due, onTake }: { relationship: string; due: string | null; onTake: (due: string) => void }) {
  const time = useQuery("task.try", due === null ? null : { relationship, due }).value.value;
  const warning = due === null ? null : (time?.warning ?? null);
  // The region is there before its words are, so that they are heard.
  return (
    <div role="status">
      {warning !== null ? (
        <Notice tone="attention">
          <p>{warning.words}</p>
          <Button compact onClick={() => onTake(warning.proposed.date)}>{say.task.takeDate(warning.proposed.words)}</Button>
        </Notice>
      ) : null}
    </div>
  );
}
