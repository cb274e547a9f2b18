import type { HelpView, RelationshipView } from "../../api";
import { call } from "../../ipc";
import { Disclosure } from "../../parts";
import { useQuery } from "../../query";
import { meetingWords as say } from "../../words/meeting";
import { Files } from "../attachment/Files";
import { AddLine } from "./AddLine";
import { TaskRow } from "./TaskRow";

/** Requests for help with their files, to be answered (R151). */
export function Help({ relationship }: { relationship: string }) {
  const requests = useQuery("help.list", { relationship }).value.value;
  const about = useQuery("relationship.get", { relationship }).value.value;
  if (requests === undefined || about === undefined || requests.open.length + requests.answered.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="help">
      <h2 id="help">{say.help.open}</h2>
      <ul class="bare stack">{requests.open.map((each) => <Request key={each.task.id} about={about} request={each} />)}</ul>
      {requests.answered.length > 0 ? (
        <Disclosure label={`${say.help.answers} (${requests.answered.length})`}>
          <ul class="bare stack">{requests.answered.map((each) => <Request key={each.task.id} about={about} request={each} />)}</ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

function Request({ about, request }: { about: RelationshipView; request: HelpView }) {
  const { task } = request;
  return (
    <TaskRow relationship={about.id} task={task}>
      {request.attachment !== "" ? <p class="small"><bdi>{request.attachment}</bdi></p> : null}
      <Files about={about} kind="help" task={task.id} />
      {request.answered !== null ? (
        <>
          <p class="small quiet">{say.help.answered(request.answered)}</p>
          <p><bdi>{request.answer}</bdi></p>
        </>
      ) : (
        <AddLine field={`answer-${task.id}`} label={say.help.answer} button={say.help.answerButton} onAdd={(text) => call("help.answer", { relationship: about.id, task: task.id, text })} />
      )}
    </TaskRow>
  );
}
