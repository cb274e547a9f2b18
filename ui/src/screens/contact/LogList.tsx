import { useState } from "preact/hooks";
import type { ChannelKind, Direction, LoggedContact } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, DateField, Dialog, ErrorSummary, RadioSet, TextField, TimeField, toast, Trouble, useForm } from "../../parts";
import { words } from "../../words";
import { stayingWords } from "../../words/staying";
import { undoThis } from "../agreement/undo";
import { CHANNELS } from "./LogContact";

const say = stayingWords.list;
const one = (contact: LoggedContact): string => `${contact.on.words}, ${contact.words}`;

/** What was logged, the newest first; each line can be put right or taken away. */
export function LogList({ relationship, partner, contacts }: { relationship: string; partner: string; contacts: readonly LoggedContact[] }) {
  const [open, setOpen] = useState<LoggedContact | null>(null);
  const remove = (contact: LoggedContact): void => {
    saving(() => call("contact.remove", { relationship, contact: contact.id })).then(
      async () => toast(say.removed, await undoThis(relationship), { key: "contact.remove", words: say.removedMany }),
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <section class="stack" aria-labelledby="logged">
      <h2 id="logged">{say.title}</h2>
      {contacts.length === 0 ? <p class="quiet">{say.none}</p> : null}
      <ul class="bare stack logged">
        {contacts.map((contact) => (
          <li key={contact.id} class="row apart">
            <span>
              <strong>{contact.on.words}</strong>
              {contact.at !== null ? ` ${contact.at}` : ""}{" "}
              <bdi>{contact.words}</bdi>
              {contact.note !== "" ? <span class="small note"><bdi>{contact.note}</bdi></span> : null}
              {contact.waiting ? <span class="pill open">{say.waiting}</span> : null}
              {contact.allFine ? <span class="pill plain">{say.allFine}</span> : null}
              {contact.session !== null ? <span class="pill plain">{say.session}</span> : null}
            </span>
            <span class="row">
              <Button compact label={say.correctOf(one(contact))} onClick={() => setOpen(contact)}>{say.correct}</Button>
              <Button compact label={say.removeOf(one(contact))} onClick={() => remove(contact)}>{say.remove}</Button>
            </span>
          </li>
        ))}
      </ul>
      {open !== null ? <Correct relationship={relationship} partner={partner} contact={open} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Correct({ relationship, partner, contact, onClose }: { relationship: string; partner: string; contact: LoggedContact; onClose: () => void }) {
  const form = useForm();
  const [direction, setDirection] = useState<Direction>(contact.direction ?? "out");
  const [channel, setChannel] = useState<ChannelKind>(contact.channel);
  const [on, setOn] = useState<string | null>(contact.on.date);
  const [at, setAt] = useState<string | null>(contact.at);
  const [note, setNote] = useState(contact.note);
  const [needsReply, setNeedsReply] = useState(contact.needsReply);
  const save = async (): Promise<void> => {
    const saved = await form.send(() => call("contact.change", { relationship, contact: contact.id, direction, channel, on, at: at ?? "", note, needsReply }));
    if (saved) onClose();
  };
  const kinds = CHANNELS.includes(channel) ? CHANNELS : [...CHANNELS, channel];
  return (
    <Dialog open title={say.dialog} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <RadioSet legend={stayingWords.log.direction} look="across" options={[{ value: "out", label: stayingWords.log.out }, { value: "in", label: stayingWords.log.in(partner) }]} value={direction} onChange={setDirection} />
        <RadioSet legend={stayingWords.log.channel} look="across" options={kinds.map((value) => ({ value, label: words.contact.kinds[value] }))} value={channel} onChange={setChannel} />
        <DateField id="on" label={say.when} past value={on} error={form.errorOf("on")} onChange={setOn} />
        <TimeField id="at" label={say.time} value={at} error={form.errorOf("at")} onChange={setAt} />
        <TextField id="note" label={stayingWords.log.note} optional value={note} error={form.errorOf("note")} onInput={setNote} />
        <Checkbox label={stayingWords.log.needsReply} checked={needsReply} onChange={setNeedsReply} />
        <div class="row">
          <Button kind="primary" type="submit">{say.save}</Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
