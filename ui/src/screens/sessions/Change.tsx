import { useState } from "preact/hooks";
import type { Role, SessionView } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, DateField, Dialog, ErrorSummary, NumberField, RadioSet, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { sessionsWords } from "../../words/sessions";
import { zoneOption } from "../person/zones";
import { Tried } from "./Times";

const say = sessionsWords.change;

interface ChangeProps {
  relationship: string;
  session: SessionView;
  role: Role;
  onClose: () => void;
}

/** What was agreed for a session that cannot be as planned, and what a change would mean now (R70, R20, R21). */
function Agreed({ relationship, session, cancels }: { relationship: string; session: SessionView; cancels: boolean }) {
  const found = useQuery("session.contingency", { relationship, session: session.id }).value.value;
  if (found === undefined) return null;
  const others = found.offers.filter((offer) => offer.kind !== (cancels ? "skip" : "move") || offer.agreed);
  return (
    <div class="notice info">
      <p>{say.notice(found.notice.words, found.notice.owedHours)}{found.notice.enough ? "" : ` ${say.short}`}</p>
      {found.warning !== null ? <p class="advice">{found.warning}</p> : null}
      {found.agreed !== null ? <p><strong>{say.agreedTo}:</strong> {found.agreed}</p> : null}
      <p>{say.offers}:</p>
      <ul>{others.map((offer) => <li key={offer.kind}>{offer.agreed ? <strong>{offer.words}</strong> : offer.words}</li>)}</ul>
      {cancels ? <p>{say.newTimes(found.newTimesBy.words)}</p> : null}
    </div>
  );
}

/** Moving or cancelling a session, with who asks for it and since when. */
export function Change({ relationship, session, role, onClose, cancels }: ChangeProps & { cancels: boolean }) {
  const own = session.people.find((person) => person.side === role);
  const [on, setOn] = useState<string | null>(own?.date.date ?? session.on);
  const [at, setAt] = useState<string | null>(own?.time ?? session.at);
  const [askedBy, setAskedBy] = useState(role === "coordinator" ? "mentee" : role);
  const [askedOn, setAskedOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [travel, setTravel] = useState(false);
  const form = useForm();
  const date = session.date.words;
  const asked = { relationship, session: session.id, askedBy, askedOn, reason, travel };
  const send = async (): Promise<void> => {
    if (!cancels && !form.check([on === null && { field: "on", message: sessionsWords.form.missingDate }, at === null && { field: "at", message: sessionsWords.form.missingTime }])) return;
    let told = say.cancelled;
    const done = await form.send(async () => {
      if (cancels) await call("session.cancel", asked);
      else {
        const answer = await call("session.move", { ...asked, on, at, side: role === "coordinator" ? null : role });
        told = say.moved(answer.sessions.find((each) => each.id === session.id)?.date.words ?? date);
      }
    });
    if (done) {
      toast(told);
      onClose();
    }
  };
  return (
    <Dialog open title={cancels ? say.cancelTitle(date) : say.moveTitle(date)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <Agreed relationship={relationship} session={session} cancels={cancels} />
        {cancels ? null : (
          <>
            <DateField id="on" label={sessionsWords.form.date} error={form.errorOf("on")} value={on} onChange={setOn} />
            <TimeField id="at" label={sessionsWords.form.time} hint={sessionsWords.form.timeHint(zoneOption(own?.zone ?? session.zone).label)} error={form.errorOf("at")} value={at} onChange={setAt} />
            <Tried relationship={relationship} on={on} at={at} minutes={session.minutes} />
          </>
        )}
        <RadioSet id="askedBy" legend={say.who} look="across" value={askedBy} onChange={setAskedBy} options={session.people.map((person) => ({ value: person.side, label: person.name }))} />
        <DateField past id="askedOn" label={say.on} hint={say.onHint} optional error={form.errorOf("askedOn")} value={askedOn} onChange={setAskedOn} />
        <TextField id="reason" label={say.reason} hint={say.reasonHint} optional error={form.errorOf("reason")} value={reason} onInput={setReason} />
        <Checkbox label={say.travel} checked={travel} onChange={setTravel} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind={cancels ? "danger" : "primary"} off={form.busy}>{cancels ? say.cancel : say.move}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Saying that a session was held, and how long it really was. */
export function Hold({ relationship, session, onClose }: Omit<ChangeProps, "role">) {
  const [minutes, setMinutes] = useState<number | null>(session.minutes);
  const form = useForm();
  return (
    <Dialog open narrow title={sessionsWords.hold.title(session.date.words)} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(() => call("session.hold", { relationship, session: session.id, minutes })).then((done) => {
            if (!done) return;
            toast(sessionsWords.hold.done);
            onClose();
          });
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <NumberField id="minutes" label={sessionsWords.hold.minutes} unit={sessionsWords.form.unit} min={1} max={1440} error={form.errorOf("minutes")} value={minutes} onChange={setMinutes} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{sessionsWords.hold.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}
