import { useState } from "preact/hooks";
import type { PatternView, SessionKind, SessionView, Unit } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, DateField, Dialog, ErrorSummary, NumberField, RadioSet, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { sessionsWords } from "../../words/sessions";
import { Clocks, Tried, Warnings } from "./Times";

const say = sessionsWords.form;
const UNITS: readonly Unit[] = ["days", "weeks", "months"];
const KINDS: readonly SessionKind[] = ["regular", "first", "milestones", "obstacles", "check_point", "mid_point", "closing", "other"];

/** Worth meeting face to face for, or by video with the camera on; the core proposes it where nothing is written (R128). */
const IN_PERSON: readonly SessionKind[] = ["obstacles", "check_point", "mid_point", "closing"];

interface PlanProps {
  relationship: string;
  pattern: PatternView;
  zone: string;
  onClose: () => void;
}

/** One session, to come or held before it was written down. */
export function Add({ relationship, pattern, zone, onClose, first }: PlanProps & { first: boolean }) {
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<number | null>(pattern.minutes ?? 60);
  const [kind, setKind] = useState<SessionKind>(first ? "first" : "regular");
  const [method, setMethod] = useState("");
  const [place, setPlace] = useState(pattern.place);
  const [topic, setTopic] = useState("");
  const [held, setHeld] = useState(false);
  const form = useForm();
  const send = async (): Promise<void> => {
    if (!form.check([on === null && { field: "on", message: say.missingDate }, at === null && { field: "at", message: say.missingTime }]) || on === null || at === null) return;
    const done = await form.send(() => call("session.add", { relationship, on, at, minutes, kind, method, place, topic, ...(held ? { state: "held" as const, heldMinutes: minutes } : {}) }));
    if (done) {
      toast(say.added);
      onClose();
    }
  };
  return (
    <Dialog open title={sessionsWords.add} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <DateField id="on" label={say.date} error={form.errorOf("on")} value={on} onChange={setOn} past={held} />
        <TimeField id="at" label={say.time} hint={say.timeHint(zone)} error={form.errorOf("at")} value={at} onChange={setAt} />
        <Tried relationship={relationship} on={on} at={at} minutes={minutes} />
        <Checkbox label={say.before} checked={held} onChange={setHeld} />
        <NumberField id="minutes" label={held ? say.really : say.minutes} unit={say.unit} min={1} max={1440} error={form.errorOf("minutes")} value={minutes} onChange={setMinutes} />
        <RadioSet id="kind" legend={say.kind} look="across" value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: sessionsWords.kinds[value] }))} />
        <TextField id="method" label={say.method} hint={IN_PERSON.includes(kind) ? say.methodFirst : say.methodHint} optional error={form.errorOf("method")} value={method} onInput={setMethod} />
        <TextField id="place" label={say.place} optional spellcheck={false} error={form.errorOf("place")} value={place} onInput={setPlace} />
        <TextField id="topic" label={say.topic} optional error={form.errorOf("topic")} value={topic} onInput={setTopic} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{say.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A series: its dates are shown on both clocks before anything is booked (R143, R92). */
export function Series({ relationship, pattern, zone, onClose }: PlanProps) {
  const [from, setFrom] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [times, setTimes] = useState<number | null>(6);
  const [count, setCount] = useState<number | null>(pattern.count ?? 1);
  const [unit, setUnit] = useState<Unit>(pattern.unit ?? "months");
  const [byWeekday, setByWeekday] = useState(true);
  const [minutes, setMinutes] = useState<number | null>(pattern.minutes ?? 60);
  const [place, setPlace] = useState(pattern.place);
  const form = useForm();
  const whole = from !== null && at !== null && times !== null && count !== null;
  const request = { relationship, from: from ?? "", at: at ?? "", times: times ?? 0, count, unit, byWeekday: unit === "months" && byWeekday, minutes, place };
  const preview = useQuery("series.preview", whole ? request : null);
  const dates = preview.value.value;
  const book = async (state: "confirmed" | "proposed"): Promise<void> => {
    if (!form.check([from === null && { field: "from", message: say.missingDate }, at === null && { field: "at", message: say.missingTime }, times === null && { field: "times", message: say.missingTimes }])) return;
    const done = await form.send(() => call("series.book", { ...request, state }));
    if (done) {
      toast(sessionsWords.seriesForm.booked(times ?? 0));
      onClose();
    }
  };
  return (
    <Dialog open title={sessionsWords.seriesForm.title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void book("confirmed"); }}>
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        {pattern.whyChange !== null ? <p class="notice info"><strong>{sessionsWords.pattern.why}:</strong> {pattern.whyChange}</p> : null}
        <DateField id="from" label={say.from} error={form.errorOf("from")} value={from} onChange={setFrom} />
        <TimeField id="at" label={say.time} hint={say.timeHint(zone)} error={form.errorOf("at")} value={at} onChange={setAt} />
        <NumberField id="times" label={say.times} min={1} max={100} error={form.errorOf("times")} value={times} onChange={setTimes} />
        <NumberField id="count" label={say.count} min={1} max={365} error={form.errorOf("count")} value={count} onChange={setCount} />
        <RadioSet id="unit" legend={say.counted} look="across" value={unit} onChange={setUnit} options={UNITS.map((value) => ({ value, label: sessionsWords.pattern.units[value] }))} />
        {unit === "months" ? <Checkbox label={say.weekday} checked={byWeekday} onChange={setByWeekday} /> : null}
        <NumberField id="minutes" label={say.minutes} unit={say.unit} min={1} max={1440} error={form.errorOf("minutes")} value={minutes} onChange={setMinutes} />
        <TextField id="place" label={say.place} optional spellcheck={false} error={form.errorOf("place")} value={place} onInput={setPlace} />
        {whole && dates !== undefined ? (
          <section class="stack tight" aria-labelledby="dates">
            <h3 id="dates">{sessionsWords.seriesForm.preview}</h3>
            <p class="quiet small">{dates.words}</p>
            <ol class="session-dates">
              {dates.times.map((time) => (
                <li key={time.utc}>
                  {time.date.words}
                  <Clocks people={time.people} date={time.date.date} />
                  <Warnings list={time.warnings} />
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button off={form.busy} onClick={() => void book("proposed")}>{sessionsWords.seriesForm.proposed}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{sessionsWords.seriesForm.book}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Slot {
  on: string | null;
  at: string | null;
}

/** Up to three times that the other person chooses from (R142). */
export function Propose({ relationship, pattern, zone, onClose, session }: PlanProps & { session: SessionView | null }) {
  const [slots, setSlots] = useState<readonly Slot[]>([{ on: null, at: null }]);
  const minutes = session?.minutes ?? pattern.minutes ?? 60;
  const form = useForm();
  const set = (place: number, change: Partial<Slot>): void => setSlots((before) => before.map((slot, at) => (at === place ? { ...slot, ...change } : slot)));
  const send = async (): Promise<void> => {
    const filled = slots.flatMap(({ on, at }) => (on === null || at === null ? [] : [{ on, at }]));
    if (!form.check(slots.flatMap((slot, place) => [slot.on === null && { field: `slots.${place}.on`, message: say.missingDate }, slot.at === null && { field: `slots.${place}.at`, message: say.missingTime }]))) return;
    const done = await form.send(() => call("slot.propose", { relationship, slots: filled, minutes, session: session?.id ?? null }));
    if (done) {
      toast(sessionsWords.proposal.sent);
      onClose();
    }
  };
  return (
    <Dialog open title={session === null ? sessionsWords.proposal.title : sessionsWords.proposal.titleFor(session.date.words)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <p class="hint">{sessionsWords.proposal.lead}</p>
        {slots.map((slot, place) => (
          <fieldset key={place} class="stack group">
            <legend>{sessionsWords.proposal.slot(place + 1)}</legend>
            <DateField id={`slots.${place}.on`} label={say.date} error={form.errorOf(`slots.${place}.on`)} value={slot.on} onChange={(on) => set(place, { on })} />
            <TimeField id={`slots.${place}.at`} label={say.time} hint={say.timeHint(zone)} error={form.errorOf(`slots.${place}.at`)} value={slot.at} onChange={(at) => set(place, { at })} />
            <Tried relationship={relationship} on={slot.on} at={slot.at} minutes={minutes} />
          </fieldset>
        ))}
        {slots.length < 3 ? <div class="row"><Button compact onClick={() => setSlots([...slots, { on: null, at: null }])}>{sessionsWords.proposal.another}</Button></div> : null}
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{sessionsWords.proposal.send}</Button>
        </div>
      </form>
    </Dialog>
  );
}
