import { useState } from "preact/hooks";
import type { IntakeKind, RelationshipView, RequestReply } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, DateField, LinkButton, RadioSet, Screen, TextArea, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { ProgrammeForm } from "../programme/Programme";
import { RelationshipTabs } from "./RelationshipTabs";

const say = words.setup;
export const INTAKES: readonly IntakeKind[] = ["matched", "request", "self_arranged"];
const REPLIES: readonly RequestReply[] = ["open", "accepted", "declined"];

/** How the two came together, their next meeting, and the programme behind them (R1, R58, R131, R159, C29). */
export function Setup({ relationship }: { relationship: string }) {
  const query = useQuery("relationship.get", { relationship });
  const view = query.value.value;
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      {view?.role === "coordinator" ? null : <RelationshipTabs relationship={relationship} />}
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose">
          <Intake view={view} />
          {view.intake.together === true || view.firstMeeting !== null ? <Meeting key={JSON.stringify(view.firstMeeting)} view={view} /> : null}
          <ProgrammeForm relationship={relationship} />
          {view.role === "coordinator" ? null : <div class="row"><LinkButton href={href("supervisor", { id: relationship })}>{words.palette.supervisor}</LinkButton></div>}
        </div>
      ) : null}
    </Screen>
  );
}

function Intake({ view }: { view: RelationshipView }) {
  const { intake } = view;
  const relationship = view.id;
  const message = useDraft(`intake-message:${relationship}`, intake.message, (text) => call("intake.change", { relationship, message: text }));
  return (
    <section class="stack" aria-labelledby="intake">
      <h2 id="intake">{say.intake.title}</h2>
      <RadioSet
        legend={say.intake.legend}
        look="cards"
        options={INTAKES.map((value) => ({ value, ...say.intake[value] }))}
        value={intake.kind}
        onChange={(kind) => {
          saving(() => call("intake.change", { relationship, kind })).catch((error: unknown) => toast(apiError(error).message));
        }}
      />
      {intake.together === true ? <p>{say.intake.together}</p> : null}
      {intake.kind === "request" ? (
        <>
          <TextArea label={say.intake.message} hint={say.intake.messageHint} optional value={message.value.value} error={message.problem.value?.message ?? null} onInput={(text) => message.edit(text)} onLeave={() => void message.leave()} />
          {intake.reply === "open" && intake.replyBy !== null ? <p>{say.intake.replyBy(intake.replyBy.words)}</p> : null}
          <Reply key={`${intake.reply}${intake.repliedOn?.date ?? ""}`} view={view} />
        </>
      ) : null}
    </section>
  );
}

/** The mentor's answer; the day of a yes is the connection date (C17). */
function Reply({ view }: { view: RelationshipView }) {
  const { intake } = view;
  const [reply, setReply] = useState<RequestReply>(intake.reply);
  const [on, setOn] = useState<string | null>(intake.repliedOn?.date ?? null);
  const [reason, setReason] = useState(intake.reason);
  const form = useForm();
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.send(() => call("intake.reply", { relationship: view.id, reply, on, reason })).then((done) => done && toast(say.intake.saved));
      }}
    >
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <RadioSet legend={say.intake.reply} look="across" options={REPLIES.map((value) => ({ value, label: say.intake.replies[value] }))} value={reply} onChange={setReply} />
      {reply !== "open" ? <DateField past id="on" label={say.intake.repliedOn} error={form.errorOf("on")} value={on} onChange={setOn} chips={[{ words: words.newRelationship.connection.today }]} /> : null}
      {reply !== "open" ? <TextArea id="reason" label={say.intake.reason} optional error={form.errorOf("reason")} value={reason} onInput={setReason} /> : null}
      <div class="row"><Button type="submit" off={form.busy}>{say.intake.save}</Button></div>
    </form>
  );
}

/** What is typed of a next meeting. */
export interface TypedMeeting {
  on: string | null;
  at: string | null;
  method: string;
  place: string;
}
export const noMeeting: TypedMeeting = { on: null, at: null, method: "", place: "" };

/** The four fields of a next meeting (R1); their ids are those of the request's fields. */
export function MeetingFields(props: { id: string; zone: string; meeting: TypedMeeting; onChange: (meeting: TypedMeeting) => void; errorOf: (field: string) => string | null }) {
  const { id, meeting, onChange, errorOf } = props;
  return (
    <>
      <DateField id={`${id}.on`} label={say.meeting.on} error={errorOf(`${id}.on`)} value={meeting.on} onChange={(on) => onChange({ ...meeting, on })} />
      <TimeField id={`${id}.at`} label={say.meeting.at} hint={say.meeting.atHint(props.zone)} error={errorOf(`${id}.at`)} value={meeting.at} onChange={(at) => onChange({ ...meeting, at })} />
      <TextField id={`${id}.method`} label={say.meeting.method} hint={say.meeting.methodHint} optional error={errorOf(`${id}.method`)} value={meeting.method} onInput={(method) => onChange({ ...meeting, method })} />
      <TextField id={`${id}.place`} label={say.meeting.place} optional spellcheck={false} error={errorOf(`${id}.place`)} value={meeting.place} onInput={(place) => onChange({ ...meeting, place })} />
    </>
  );
}

/** The fixed meeting in words, on each person's wall, with a warning where it is a time to avoid (R12, R92). */
export function MeetingWords({ view }: { view: RelationshipView }) {
  const meeting = view.firstMeeting;
  if (meeting === null) return <p>{view.meetingSkipped ? say.meeting.skipped : say.meeting.none}</p>;
  return (
    <>
      <p class="status">{say.meeting.when(meeting.date.words, meeting.time)}{meeting.method !== "" ? <><br /><span class="small">{meeting.method}</span></> : null}{meeting.place !== "" ? <><br /><bdi class="small">{meeting.place}</bdi></> : null}</p>
      <ul class="bare small">
        {meeting.people.filter((person) => person.time !== meeting.time || person.date.date !== meeting.date.date).map((person) => <li key={person.side} class="quiet">{say.meeting.there(person.name, person.date.words, person.time)}</li>)}
        {meeting.people.filter((person) => person.warning !== null).map((person) => <li key={`${person.side} warning`} class="advice">{person.warning}</li>)}
      </ul>
    </>
  );
}

function Meeting({ view }: { view: RelationshipView }) {
  const fixed = view.firstMeeting;
  const [open, setOpen] = useState(false);
  const [skip, setSkip] = useState(false);
  const [meeting, setMeeting] = useState<TypedMeeting>(fixed === null ? noMeeting : { on: fixed.date.date, at: fixed.time, method: fixed.method, place: fixed.place });
  const form = useForm();
  const owner = view.mentor.owner ? view.mentor : view.mentee;
  return (
    <section class="stack" aria-labelledby="meeting">
      <h2 id="meeting">{say.meeting.title}</h2>
      <MeetingWords view={view} />
      {open ? (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!form.check([!skip && meeting.on === null && { field: "meeting.on", message: say.meeting.missing }, !skip && meeting.at === null && { field: "meeting.at", message: say.meeting.missingTime }])) return;
            void form.send(() => call("first_meeting.set", { relationship: view.id, meeting: skip ? null : { on: meeting.on ?? "", at: meeting.at ?? "", method: meeting.method, place: meeting.place } })).then((done) => done && toast(say.meeting.saved));
          }}
        >
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          {skip ? null : <MeetingFields id="meeting" zone={owner.zone} meeting={meeting} onChange={setMeeting} errorOf={form.errorOf} />}
          <Checkbox label={say.meeting.skip} checked={skip} onChange={setSkip} />
          <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.meeting.fix}</Button></div>
        </form>
      ) : (
        <div class="row"><Button compact onClick={() => setOpen(true)}>{fixed === null ? say.meeting.fix : say.meeting.change}</Button></div>
      )}
    </section>
  );
}
