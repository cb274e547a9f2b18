import { useState } from "preact/hooks";
import type { ChannelKind, Direction, NewContact } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, DateField, ErrorSummary, RadioSet, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { words } from "../../words";
import { stayingWords } from "../../words/staying";
import { undoThis } from "../agreement/undo";

const say = stayingWords.log;
/** By which ways a contact can go, the usual ones first. */
export const CHANNELS: readonly ChannelKind[] = ["email", "phone", "text", "video_call", "messaging", "in_person", "mobile", "other"];

/** A contact in two presses: who reached out, and by which way (R18). The rest may stay as it is. */
export function LogContact({ relationship, partner }: { relationship: string; partner: string }) {
  const form = useForm();
  const [direction, setDirection] = useState<Direction>("out");
  const [needsReply, setNeedsReply] = useState(false);
  const [note, setNote] = useState("");
  const [meeting, setMeeting] = useState(false);
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [place, setPlace] = useState("");
  const log = async (channel: ChannelKind): Promise<void> => {
    if (meeting && !form.check([on === null && { field: "session.on", message: say.dayMissing }, at === null && { field: "session.at", message: say.timeMissing }])) return;
    const request: NewContact = { relationship, direction, channel, needsReply, note };
    if (meeting && on !== null && at !== null) request.session = { on, at, place };
    const sent = await form.send(() => call("contact.log", request));
    if (!sent) return;
    setNote("");
    setNeedsReply(false);
    setMeeting(false);
    toast(say.done(words.contact.kinds[channel]), await undoThis(relationship));
  };
  return (
    <section class="stack" aria-labelledby="log-contact">
      <h2 id="log-contact">{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <ErrorSummary mistakes={form.mistakes} />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <RadioSet legend={say.direction} look="across" options={[{ value: "out", label: say.out }, { value: "in", label: say.in(partner) }]} value={direction} onChange={setDirection} />
      <fieldset class="field choices">
        <legend>{say.channel}</legend>
        <div class="row">{CHANNELS.map((channel) => <Button key={channel} label={say.by(words.contact.kinds[channel])} off={form.busy} onClick={() => void log(channel)}>{words.contact.kinds[channel]}</Button>)}</div>
      </fieldset>
      <Checkbox label={say.needsReply} about={say.needsReplyAbout} checked={needsReply} onChange={setNeedsReply} />
      <TextField id="note" label={say.note} hint={say.noteHint} optional value={note} error={form.errorOf("note")} onInput={setNote} />
      <Checkbox label={say.agreed} checked={meeting} onChange={setMeeting} />
      {meeting ? (
        <div class="stack indented">
          <DateField id="session.on" label={say.on} value={on} error={form.errorOf("session.on")} onChange={setOn} />
          <TimeField id="session.at" label={say.at} value={at} error={form.errorOf("session.at")} onChange={setAt} />
          <TextField id="session.place" label={say.place} optional value={place} error={form.errorOf("session.place")} onInput={setPlace} />
        </div>
      ) : null}
    </section>
  );
}
