import { useState } from "preact/hooks";
import type { PatternView, Role, Unit } from "../../api";
import { call } from "../../ipc";
import { Button, Dialog, ErrorSummary, NumberField, RadioSet, TextArea, TextField, toast, Trouble, useForm } from "../../parts";
import { words } from "../../words";
import { sessionsWords } from "../../words/sessions";

const say = sessionsWords.pattern;
const UNITS: readonly Unit[] = ["days", "weeks", "months"];

interface PatternProps {
  relationship: string;
  pattern: PatternView;
  onClose: () => void;
}

interface Rhythm {
  cadence: string | null;
  count: number | null;
  unit: Unit;
  minutes: number | null;
}

const asNow = (pattern: PatternView): Rhythm => ({ cadence: pattern.cadence, count: pattern.count ?? 4, unit: pattern.unit ?? "weeks", minutes: pattern.minutes ?? 60 });
const sent = (rhythm: Rhythm) => (rhythm.cadence === "own" ? { cadence: "own", count: rhythm.count, unit: rhythm.unit, minutes: rhythm.minutes } : { cadence: rhythm.cadence ?? "" });

/** The three presets, each with what it comes to in a month, or numbers of their own (R141). */
function RhythmFields({ pattern, rhythm, onChange, errorOf }: { pattern: PatternView; rhythm: Rhythm; onChange: (rhythm: Rhythm) => void; errorOf: (field: string) => string | null }) {
  return (
    <>
      <RadioSet
        id="cadence"
        legend={say.how}
        look="cards"
        error={errorOf("cadence")}
        value={rhythm.cadence}
        onChange={(cadence) => onChange({ ...rhythm, cadence })}
        options={[...pattern.presets.map((preset) => ({ value: preset.cadence, label: preset.words, about: say.month(preset.minutesAMonth) })), { value: "own", label: say.own }]}
      />
      {rhythm.cadence === "own" ? (
        <>
          <NumberField id="count" label={say.count} min={1} max={52} error={errorOf("count")} value={rhythm.count} onChange={(count) => onChange({ ...rhythm, count })} />
          <RadioSet id="unit" legend={say.unit} look="across" value={rhythm.unit} onChange={(unit) => onChange({ ...rhythm, unit })} options={UNITS.map((value) => ({ value, label: say.units[value] }))} />
          <NumberField id="minutes" label={say.minutes} unit={say.minutesUnit} min={5} max={600} error={errorOf("minutes")} value={rhythm.minutes} onChange={(minutes) => onChange({ ...rhythm, minutes })} />
        </>
      ) : null}
    </>
  );
}

/** How the two meet, by its four questions (R90). */
export function ChangePattern({ relationship, pattern, onClose }: PatternProps) {
  const [rhythm, setRhythm] = useState(asNow(pattern));
  const [when, setWhen] = useState(pattern.when);
  const [place, setPlace] = useState(pattern.place);
  const form = useForm();
  return (
    <Dialog open title={say.change} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(() => call("pattern.set", { relationship, ...(rhythm.cadence === null ? {} : sent(rhythm)), when, place })).then((done) => {
            if (!done) return;
            toast(say.saved);
            onClose();
          });
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        {pattern.whyChange !== null ? <p class="notice info"><strong>{say.why}:</strong> {pattern.whyChange}</p> : null}
        <RhythmFields pattern={pattern} rhythm={rhythm} onChange={setRhythm} errorOf={form.errorOf} />
        <TextField id="when" label={say.when} hint={say.whenHint} optional error={form.errorOf("when")} value={when} onInput={setWhen} />
        <TextField id="place" label={say.place} optional error={form.errorOf("place")} value={place} onInput={setPlace} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{say.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Somebody cannot keep the pace, and says which one they could (R130). */
export function Pace({ relationship, pattern, role, people, onClose }: PatternProps & { role: Role; people: readonly { side: "mentor" | "mentee"; name: string }[] }) {
  const [side, setSide] = useState(role === "coordinator" ? "mentor" : role);
  const [rhythm, setRhythm] = useState<Rhythm>({ ...asNow(pattern), cadence: null });
  const [note, setNote] = useState("");
  const form = useForm();
  return (
    <Dialog open title={sessionsWords.pace.title} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(() => call("pace.tell", { relationship, side, note, ...sent(rhythm) })).then((done) => {
            if (!done) return;
            toast(sessionsWords.pace.told);
            onClose();
          });
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <p class="hint">{sessionsWords.pace.lead}</p>
        <RadioSet id="side" legend={sessionsWords.pace.who} look="across" value={side} onChange={setSide} options={people.map((person) => ({ value: person.side, label: person.name }))} />
        <RhythmFields pattern={pattern} rhythm={rhythm} onChange={setRhythm} errorOf={form.errorOf} />
        <TextArea id="note" label={sessionsWords.pace.note} hint={sessionsWords.pace.noteHint} optional error={form.errorOf("note")} value={note} onInput={setNote} />
        <div class="foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" off={form.busy}>{sessionsWords.pace.tell}</Button>
        </div>
      </form>
    </Dialog>
  );
}
