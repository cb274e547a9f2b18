import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PartnerMessage, TaskView } from "../../api";
import { call } from "../../ipc";
import { Button, DateField, Notice, TextField, toast, Trouble, useForm, Who } from "../../parts";
import { meetingWords as say } from "../../words/meeting";
import { Message } from "../contact/Message";
import { press } from "./doing";

/** A task: done, put off with a date that can be kept (R23), or removed. `children` stand above its buttons. */
export function TaskRow({ relationship, task, children }: { relationship: string; task: TaskView; children?: ComponentChildren }) {
  const which = { relationship, task: task.id };
  const [late, setLate] = useState(false);
  const [message, setMessage] = useState<PartnerMessage | null>(null);
  const done = task.doneOn !== null;
  return (
    <li class="stack tight task">
      <p><strong><bdi>{task.what}</bdi></strong> <Who name={task.ownerName} side={task.owner} withSide={false} /></p>
      {task.note !== "" ? <p class="small"><bdi>{task.note}</bdi></p> : null}
      <p class="small quiet">
        {done ? task.doneOn?.words : task.due === null ? say.task.noDate : say.task.by(task.due.words, task.due.relative)}
        {task.movedWords !== null ? `, ${task.movedWords}` : ""}
        {task.setBy !== task.owner ? `, ${say.task.setBy(task.setByName)}` : ""}
      </p>
      {task.asksWhetherRight ? <Notice tone="attention"><p>{say.task.right}</p></Notice> : null}
      {children}
      <div class="row">
        {done ? <Button compact kind="quiet" label={say.task.reopenOf(task.what)} onClick={() => press(() => call("task.reopen", which))}>{say.task.reopen}</Button> : <Button compact label={say.task.doneOf(task.what)} onClick={() => press(() => call("task.done", which))}>{say.task.done}</Button>}
        {!done && task.due !== null ? <Button compact label={say.task.cantOf(task.what)} expanded={late} onClick={() => setLate(!late)}>{say.task.cant}</Button> : null}
        <Button compact kind="quiet" label={say.task.removeOf(task.what)} onClick={() => press(() => call("task.remove", which), () => toast(say.task.removed(task.what)))}>{say.task.remove}</Button>
      </div>
      {late ? <Late relationship={relationship} task={task} onTold={(told) => { setLate(false); setMessage(told); }} /> : null}
      {message !== null ? <Message draft={message} /> : null}
    </li>
  );
}

/** "I can't make it": a reason, if one wants to give it, and the date that can be kept (R23). */
function Late({ relationship, task, onTold }: { relationship: string; task: TaskView; onTold: (message: PartnerMessage | null) => void }) {
  const [due, setDue] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const form = useForm();
  const send = async (): Promise<void> => {
    await form.send(
      async () => {
        const answer = await call("task.cant_make_it", { relationship, task: task.id, due: due ?? "", reason });
        onTold(answer.message);
      },
      (field) => field === "due" || field === "reason",
    );
  };
  return (
    <div class="stack">
      <DateField label={say.task.newDate} value={due} onChange={setDue} error={form.errorOf("due")} />
      <TextField label={say.task.reason} optional value={reason} onInput={setReason} error={form.errorOf("reason")} />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row"><Button kind="primary" off={form.busy} onClick={() => void send()}>{say.task.tell}</Button></div>
    </div>
  );
}
