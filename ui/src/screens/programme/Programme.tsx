import { useRef } from "preact/hooks";
import type { ProgrammeContactKind, ProgrammeContactView, ProgrammeEventView, ProgrammeView, ProgrammeWords } from "../../api";
import { useDraft } from "../../autosave";
import { ApiError, call } from "../../ipc";
import { Button, DateField, RadioSet, TextField, TimeField, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { OwnBlankForms } from "../library/BlankForms";
import { removeRow, RowDeeds, RowForm, useEditing } from "../agreement/Rows";
import { Logo } from "./Logo";

const say = words.setup.programme;
const ADDING = "new";
const KINDS: readonly ProgrammeContactKind[] = ["coordinator", "office", "escalation", "other"];
const WORDS: readonly (keyof ProgrammeWords)[] = ["mentor", "mentee", "meeting", "programme", "coordinator"];

/** The programme: name, addresses, logo, own words, events (R58, R94, R159, C29). */
export function ProgrammeForm({ relationship }: { relationship: string }) {
  const query = useQuery("programme.get", { relationship });
  const programme = query.value.value;
  if (programme === undefined) return query.error.value === null ? null : <Trouble error={query.error.value} onRetry={() => void query.ask()} />;
  return (
    <>
      <section class="stack" aria-labelledby="programme">
        <h2 id="programme">{say.title}</h2>
        <Details programme={programme} />
      </section>
      <Logo programme={programme} />
      <Contacts programme={programme} />
      <Events programme={programme} />
      <section class="stack" aria-labelledby="words">
        <h2 id="words">{say.words}</h2>
        <p class="quiet">{say.wordsHint}</p>
        <Words programme={programme} />
      </section>
      <OwnBlankForms relationship={relationship} />
    </>
  );
}

function Details({ programme }: { programme: ProgrammeView }) {
  const { relationship } = programme;
  const draft = useDraft(`programme-details:${relationship}`, { name: programme.name, email: programme.email, web: programme.web, phone: programme.phone }, (value) => call("programme.change", { relationship, ...value }));
  const value = draft.value.value;
  const problem = draft.problem.value;
  const bind = (field: "name" | "email" | "web" | "phone") => ({
    optional: true,
    value: value[field],
    error: problem !== null && (problem.field ?? "name") === field ? problem.message : null,
    onInput: (text: string) => draft.edit({ ...draft.value.peek(), [field]: text }),
    onLeave: () => void draft.leave(),
  });
  return (
    <div class="stack">
      <TextField label={words.newRelationship.programme.name} {...bind("name")} />
      <TextField label={words.newRelationship.programme.email} type="email" {...bind("email")} />
      <TextField label={say.phone} type="tel" width="middle" {...bind("phone")} />
      <TextField label={say.web} spellcheck={false} {...bind("web")} />
    </div>
  );
}

function Words({ programme }: { programme: ProgrammeView }) {
  const { relationship } = programme;
  const draft = useDraft(`programme-words:${relationship}`, programme.words, (value) => call("programme.change", { relationship, words: value }));
  const value = draft.value.value;
  const problem = draft.problem.value;
  return (
    <div class="stack">
      {WORDS.map((word) => (
        <TextField
          key={word}
          label={say.word[word]}
          optional
          width="middle"
          value={value[word]}
          error={problem?.field === `words.${word}` ? problem.message : null}
          onInput={(text) => draft.edit({ ...draft.value.peek(), [word]: text })}
          onLeave={() => void draft.leave()}
        />
      ))}
    </div>
  );
}

function Contacts({ programme }: { programme: ProgrammeView }) {
  const { relationship } = programme;
  const rows = useEditing();
  const made = useRef<string | null>(null);
  const shown = programme.contacts.filter((each) => !(rows.editing === ADDING && each.id === made.current));
  return (
    <fieldset class="question field titled" ref={rows.box}>
      <legend>{say.contacts}</legend>
      {shown.length === 0 && rows.editing !== ADDING ? <p class="quiet">{say.noContacts}</p> : null}
      <ul class="milestones bare">
        {shown.map((each) => (
          <li key={each.id}>
            {rows.editing === each.id ? (
              <ContactForm relationship={relationship} contact={each} onDone={() => rows.close(each.id)} />
            ) : (
              <div class="entry">
                <p>
                  <strong><bdi>{each.name}</bdi></strong> <span class="quiet small">{say.kinds[each.kind]}</span>
                  {[each.email, each.phone, each.note].filter((text) => text !== "").map((text) => <span key={text} class="small"><br /><bdi>{text}</bdi></span>)}
                </p>
                <RowDeeds id={each.id} name={each.name} onEdit={() => rows.open(each.id)} onRemove={() => removeRow(relationship, each.name, () => call("programme.contact.remove", { relationship, contact: each.id }))} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.editing === ADDING ? (
        <ContactForm
          relationship={relationship}
          contact={null}
          onMade={(id) => { made.current = id; }}
          onDone={() => {
            made.current = null;
            rows.close(ADDING);
          }}
        />
      ) : (
        <div class="row" data-opens={ADDING}><Button compact onClick={() => rows.open(ADDING)}>{say.addContact}</Button></div>
      )}
    </fieldset>
  );
}

function ContactForm(props: { relationship: string; contact: ProgrammeContactView | null; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, contact } = props;
  const id = useRef(contact?.id ?? null);
  const draft = useDraft(
    `programme-contact:${relationship}:${contact?.id ?? ADDING}`,
    { kind: contact?.kind ?? ("coordinator" as ProgrammeContactKind), name: contact?.name ?? "", email: contact?.email ?? "", phone: contact?.phone ?? "", note: contact?.note ?? "" },
    async (value) => {
      if (value.name.trim() === "") {
        if (id.current === null && [value.email, value.phone, value.note].every((text) => text.trim() === "")) return;
        throw new ApiError("empty", say.needsName, "name");
      }
      if (id.current !== null) await call("programme.contact.change", { relationship, contact: id.current, ...value });
      else {
        const answer = await call("programme.contact.add", { relationship, ...value });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    contact,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  const bind = (field: "name" | "email" | "phone" | "note") => ({
    value: value[field],
    error: problem !== null && (problem.field ?? "name") === field ? problem.message : null,
    onInput: (text: string) => draft.edit({ ...draft.value.peek(), [field]: text }),
    onLeave: leave,
  });
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField label={say.name} {...bind("name")} />
      <RadioSet legend={say.kind} look="across" options={KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] }))} value={value.kind} onChange={(kind) => draft.edit({ ...draft.value.peek(), kind })} />
      <TextField label={words.person.email} optional type="email" {...bind("email")} />
      <TextField label={words.person.phone} optional type="tel" {...bind("phone")} />
      <TextField label={say.note} optional {...bind("note")} />
    </RowForm>
  );
}

function Events({ programme }: { programme: ProgrammeView }) {
  const { relationship } = programme;
  const rows = useEditing();
  const made = useRef<string | null>(null);
  const shown = programme.events.filter((each) => !(rows.editing === ADDING && each.id === made.current));
  return (
    <fieldset class="question field titled" ref={rows.box}>
      <legend>{say.events}</legend>
      {shown.length === 0 && rows.editing !== ADDING ? <p class="quiet">{say.noEvents}</p> : null}
      <ul class="milestones bare">
        {shown.map((each) => (
          <li key={each.id}>
            {rows.editing === each.id ? (
              <EventForm relationship={relationship} event={each} onDone={() => rows.close(each.id)} />
            ) : (
              <div class="entry">
                <p>
                  <strong>{each.name}</strong><br />
                  {each.date === null ? <span class="quiet small">{say.undated}</span> : <span class="small">{each.date.words}{each.time === null ? "" : `, ${each.time}`} <span class="quiet">{each.date.relative}</span></span>}
                  {[each.place, each.note].filter((text) => text !== "").map((text) => <span key={text} class="quiet small"><br />{text}</span>)}
                </p>
                <RowDeeds id={each.id} name={each.name} onEdit={() => rows.open(each.id)} onRemove={() => removeRow(relationship, each.name, () => call("programme.event.remove", { relationship, event: each.id }))} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.editing === ADDING ? (
        <EventForm
          relationship={relationship}
          event={null}
          onMade={(id) => { made.current = id; }}
          onDone={() => {
            made.current = null;
            rows.close(ADDING);
          }}
        />
      ) : (
        <div class="row" data-opens={ADDING}><Button compact onClick={() => rows.open(ADDING)}>{say.addEvent}</Button></div>
      )}
    </fieldset>
  );
}

function EventForm(props: { relationship: string; event: ProgrammeEventView | null; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, event } = props;
  const id = useRef(event?.id ?? null);
  const draft = useDraft(
    `programme-event:${relationship}:${event?.id ?? ADDING}`,
    { name: event?.name ?? "", on: event?.date?.date ?? "", at: event?.time ?? "", place: event?.place ?? "", note: event?.note ?? "" },
    async (value) => {
      if (value.name.trim() === "") {
        if (id.current === null && [value.on, value.at, value.place, value.note].every((text) => text.trim() === "")) return;
        throw new ApiError("empty", say.eventNeedsName, "name");
      }
      if (id.current !== null) await call("programme.event.change", { relationship, event: id.current, ...value });
      else {
        const answer = await call("programme.event.add", { relationship, ...value });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    event,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  const at = (field: string): string | null => (problem !== null && (problem.field ?? "name") === field ? problem.message : null);
  const edit = (change: Partial<typeof value>): void => draft.edit({ ...draft.value.peek(), ...change });
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField label={say.event} value={value.name} error={at("name")} onInput={(name) => edit({ name })} onLeave={leave} />
      <DateField label={say.on} value={value.on === "" ? null : value.on} error={at("on")} onChange={(on) => edit({ on: on ?? "" })} onLeave={leave} />
      <TimeField label={say.at} optional value={value.at === "" ? null : value.at} error={at("at")} onChange={(time) => edit({ at: time ?? "" })} onLeave={leave} />
      <TextField label={say.place} optional value={value.place} error={at("place")} onInput={(place) => edit({ place })} onLeave={leave} />
      <TextField label={say.note} optional value={value.note} error={at("note")} onInput={(note) => edit({ note })} onLeave={leave} />
    </RowForm>
  );
}
