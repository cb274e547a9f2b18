import { useEffect, useRef, useState } from "preact/hooks";
import type { AgendaPointView, PartnerMessage, SessionPage, Side } from "../../api";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, DateField, Disclosure, Notice, OrderedList, RadioSet, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { meetingWords as say } from "../../words/meeting";
import { Files } from "../attachment/Files";
import { Message } from "../contact/Message";
import { AddLine } from "./AddLine";
import { press } from "./doing";
import { EnoughTime } from "./EnoughTime";
import { TaskRow } from "./TaskRow";

/** A session is prepared: what is wanted from it, its agenda, topics, and who takes notes. */
export function Before({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  return (
    <div class="stack loose">
      <WishField page={page} />
      <Agenda page={page} />
      {page.actions.length > 0 ? (
        <section class="stack" aria-labelledby="carried">
          <h2 id="carried">{say.actions.title}</h2>
          <ul class="bare stack">{page.actions.map((task) => <TaskRow key={task.id} relationship={page.relationship} task={task} />)}</ul>
        </section>
      ) : null}
      <Topics page={page} />
      <RadioSet<Side | "open">
        legend={say.taker.title}
        look="across"
        options={[...page.people.map((person) => ({ value: person.side, label: person.name })), { value: "open" as const, label: say.taker.open }]}
        value={page.noteTaker ?? "open"}
        onChange={(side) => press(() => call("session.note.taker", { ...which, side: side === "open" ? null : side }))}
      />
      <Disclosure writes label={say.help.title}><AskHelp page={page} /></Disclosure>
    </div>
  );
}

function WishField({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  return (
    <section class="stack">
      <AddLine key={page.wish.first?.text ?? ""} field="text" label={page.wish.first === null ? say.wish.field(page.wish.name) : say.wish.again} button={say.wish.save} onAdd={(text) => call("session.wish", { ...which, text })} />
      <Disclosure writes label={say.wish.rethink}><Rethink page={page} /></Disclosure>
    </section>
  );
}

/** Five or ten minutes of thinking again, and then the second version (R35). */
function Rethink({ page }: { page: SessionPage }) {
  const [minutes, setMinutes] = useState<5 | 10>(5);
  const [left, setLeft] = useState<number | null>(null);
  const end = useRef(0);
  useEffect(() => {
    if (left === null) return;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.round((end.current - Date.now()) / 1000));
      setLeft(rest === 0 ? null : rest);
      if (rest === 0) announce(say.wish.up);
    }, 1000);
    return () => clearInterval(timer);
  }, [left === null]);
  const begin = (length: 5 | 10): void => {
    setMinutes(length);
    end.current = Date.now() + length * 60_000;
    setLeft(length * 60);
    // R35: the reminder of it has done its work, whether or not anything is written.
    void call("reminder.opened", { relationship: page.relationship, kind: "N09", session: page.session }).catch(() => undefined);
  };
  return (
    <div class="stack">
      <p class="hint">{say.wish.rethinkHint}</p>
      <div class="row">
        <Button onClick={() => begin(5)}>{say.wish.five}</Button>
        <Button onClick={() => begin(10)}>{say.wish.ten}</Button>
        {left !== null ? <span role="timer">{say.wish.left(Math.floor(left / 60), left % 60)}</span> : null}
      </div>
      <AddLine field="rethink" label={say.wish.now} button={say.wish.save} onAdd={(text) => call("session.rethink", { relationship: page.relationship, session: page.session, text, minutes })} />
    </div>
  );
}

function Agenda({ page }: { page: SessionPage }) {
  const which = { relationship: page.relationship, session: page.session };
  const [message, setMessage] = useState<PartnerMessage | null>(null);
  const fixed = page.agenda.filter((point) => point.carriedFrom !== null || point.task !== null);
  const own = page.agenda.filter((point) => point.carriedFrom === null && point.task === null);
  const remove = (point: AgendaPointView) => (
    <Button compact kind="quiet" label={say.agenda.removeOf(point.text)} onClick={() => press(() => call("session.agenda.remove", { ...which, point: point.id }))}>{say.agenda.remove}</Button>
  );
  const missing = page.agendaMissing;
  return (
    <section class="stack" aria-labelledby="agenda">
      <h2 id="agenda">{say.agenda.title}</h2>
      {page.agendaDates !== null && page.agendaDates.wanted && page.agendaSent === null && !page.over ? <p class="hint">{say.agenda.due(page.agendaDates.send.words, page.agendaDates.lastCall.words)}</p> : null}
      {page.agenda.length === 0 ? <p class="quiet">{say.agenda.none}</p> : null}
      {fixed.length > 0 ? (
        <ul class="stack tight">
          {fixed.map((point) => (
            <li key={point.id}>
              <bdi>{point.text}</bdi>{" "}
              {point.task === null ? <span class="small quiet">{point.carriedDate === null ? say.agenda.carriedLost : say.agenda.carried(point.carriedDate.words)}</span> : null}{" "}
              {point.task === null ? remove(point) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {own.length > 0 ? (
        <OrderedList label={say.agenda.title} items={own} keyOf={(point) => point.id} nameOf={(point) => point.text} onMove={(point, to) => press(() => call("session.agenda.move", { ...which, point: point.id, position: to + 1 }))}>
          {(point) => <div class="row"><bdi>{point.text}</bdi> <span class="small quiet">{say.agenda.by(point.name)}</span> {remove(point)}</div>}
        </OrderedList>
      ) : null}
      {page.offersAgenda !== null ? (
        <Notice>
          <p>{say.agenda.offer}</p>
          <ol>{page.offersAgenda.map((text) => <li key={text}>{text}</li>)}</ol>
          <Button onClick={() => press(() => call("session.agenda.default", which))}>{say.agenda.take}</Button>
        </Notice>
      ) : null}
      <AddLine field="point" label={say.agenda.add} button={say.agenda.addButton} onAdd={(text) => call("session.agenda.add", { ...which, text })} />
      {page.agendaSent !== null ? <p>{say.agenda.sent(page.agendaSent)}</p> : null}
      <div class="row"><Button kind={page.agendaSent === null ? "primary" : "plain"} onClick={() => press(() => call("session.agenda.send", which), (answer) => setMessage(answer.message))}>{say.agenda.send}</Button></div>
      {message !== null ? <Message draft={message} /> : null}
      {missing !== null ? (
        <Notice tone="attention">
          <p>{missing.words}</p>
          <RadioSet
            legend={say.agenda.choose}
            options={missing.choices.map((each) => ({ value: each.choice, label: each.words, ...(each.agreed ? { about: say.agenda.agreed } : {}) }))}
            value={missing.chosen}
            onChange={(choice) => press(() => call("session.agenda.missing", { ...which, choice }))}
          />
          {missing.chosen === "remind" ? <Disclosure label={say.agenda.reminder}><Message draft={missing.message} /></Disclosure> : null}
        </Notice>
      ) : null}
    </section>
  );
}

function Topics({ page }: { page: SessionPage }) {
  const topics = useQuery("topic.list", { relationship: page.relationship }).value.value;
  const open = topics?.open ?? [];
  return (
    <section class="stack" aria-labelledby="topics">
      <h2 id="topics">{say.topics.title}</h2>
      <p class="hint">{say.topics.hint}</p>
      {open.length === 0 ? <p class="quiet">{say.topics.none}</p> : null}
      <ul class="bare stack tight">
        {open.map((topic) => (
          <li key={topic.id} class="row">
            <bdi>{topic.title}</bdi>
            {topic.on !== null ? <span class="small quiet">{topic.on.words}</span> : null}
            <Button compact kind="quiet" label={say.topics.putOf(topic.title)} onClick={() => press(() => call("session.agenda.add", { relationship: page.relationship, session: page.session, text: "", topic: topic.id }))}>{say.topics.put}</Button>
            <Button compact kind="quiet" label={say.topics.doneOf(topic.title)} onClick={() => press(() => call("topic.change", { relationship: page.relationship, topic: topic.id, done: true }))}>{say.topics.done}</Button>
          </li>
        ))}
      </ul>
      <AddLine field="title" label={say.topics.add} button={say.agenda.addButton} onAdd={(title) => call("topic.add", { relationship: page.relationship, title })} />
    </section>
  );
}

function AskHelp({ page }: { page: SessionPage }) {
  const [attachment, setAttachment] = useState("");
  const [neededBy, setNeededBy] = useState<string | null>(null);
  const [message, setMessage] = useState<PartnerMessage | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const about = useQuery("relationship.get", { relationship: page.relationship }).value.value;
  const form = useForm();
  return (
    <div class="stack">
      <TextField label={say.help.attachment} optional id="attachment" value={attachment} onInput={setAttachment} error={form.errorOf("attachment")} />
      <DateField label={say.help.needed} optional id="neededBy" value={neededBy} onChange={setNeededBy} />
      <EnoughTime relationship={page.relationship} due={neededBy} onTake={setNeededBy} />
      <AddLine
        field="what"
        label={say.help.what}
        hint={say.help.whatHint}
        button={say.help.ask}
        onAdd={async (what) => {
          const answer = await call("help.ask", { relationship: page.relationship, session: page.session, what, attachment, neededBy });
          setMessage(answer.message);
          setAsked(answer.id);
        }}
      />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {asked !== null && about !== undefined ? <><p>{say.help.files}</p><Files about={about} kind="help" task={asked} /></> : null}
      {message !== null ? <Message draft={message} /> : null}
    </div>
  );
}
