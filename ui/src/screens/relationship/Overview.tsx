import { useState } from "preact/hooks";
import type { Detail, NewPerson, Participant, RelationshipView } from "../../api";
import { isHeld, saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Combobox, DateField, Disclosure, LinkButton, Notice, Screen, TextField, toast, Trouble, useForm, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { endingWords } from "../../words/ending";
import { stayingWords } from "../../words/staying";
import { HistoryButton } from "../agreement/History";
import { NewerTemplate } from "../library/NewerTemplate";
import { useZones, zoneOption } from "../person/zones";
import { Signed } from "../signing/State";
import { Journey } from "./Journey";
import { Lapsed } from "./Lapsed";
import { Progress } from "./Progress";
import { RelationshipTabs } from "./RelationshipTabs";
import { MeetingWords } from "./Setup";
import { SinceStrip } from "./Since";

const say = words.overview;

/** One relationship: where the two stand, what comes next, the dates, and the two people. */
export function Overview({ relationship }: { relationship: string }) {
  const query = useQuery("relationship.get", { relationship });
  const view = query.value.value;
  if (view === undefined) {
    return <Screen title={say.title}>{query.error.value === null ? null : <><Trouble error={query.error.value} onRetry={() => void query.ask()} /><div class="row"><LinkButton href={href("relationships")} kind="primary" main>{words.frame.relationships}</LinkButton></div></>}</Screen>;
  }
  // What a pair agrees on is theirs: a coordinator sees how far it is.
  const own = view.role !== "coordinator";
  // After the end all but staying in touch can be read and not changed.
  const goesOn = view.standing === "open";
  // What a request waits for stands above everything else, and once.
  const asked = view.connection === "waiting" && view.intake.kind === "request";
  return (
    <Screen
      title={view.title}
      wide
      above={view.example || view.badge !== null ? <div class="row">{view.example ? <span class="pill plain">{words.relationship.example}</span> : null}{view.badge !== null ? <span class="pill plain">{view.badge}</span> : null}</div> : undefined}
    >
      {own ? <RelationshipTabs relationship={relationship} /> : null}
      <SinceStrip relationship={relationship} />
      {!goesOn ? <Over view={view} own={own} /> : null}
      {own && goesOn ? <NewerTemplate relationship={relationship} template={view.template} /> : null}
      {!goesOn ? null : asked ? <Asked view={view} /> : view.connection === "waiting" ? <Waiting relationship={relationship} /> : null}
      <Journey view={view} />
      {goesOn && view.firstContact !== null ? <Notice title={say.firstContact(view.firstContact.words)}><p>{view.firstContact.turn}</p></Notice> : null}
      <div class="columns">
        <section class="card" aria-labelledby="agreement">
          <h2 id="agreement" class="label">{say.agreement}</h2>
          {goesOn && !asked ? <p class="status">{view.status}</p> : null}
          <Progress done={view.settled} of={view.sections} />
          {own ? <Signed relationship={relationship} brief /> : null}
          {own ? (
            <div class="row">
              <LinkButton href={href("agreement", { id: relationship })} kind="primary" main>{!goesOn || view.settled === view.sections ? say.open : view.settled === 0 ? say.begin : say.goOn}</LinkButton>
              <LinkButton href={href("agreementDocument", { id: relationship })}>{say.document}</LinkButton>
            </div>
          ) : <p class="quiet small">{say.theirs}</p>}
        </section>
        <section class="card" aria-labelledby="staying">
          <h2 id="staying" class="label">{stayingWords.title}</h2>
          <p class="status">{view.contact.words}</p>
          <p class="quiet small">{stayingWords.last}: {view.contact.lastWords}</p>
          {goesOn && view.timeLeft !== null ? <p class="quiet small">{view.timeLeft}</p> : null}
          {own ? <div class="row"><LinkButton href={href("contact", { id: relationship })}>{stayingWords.log.title}</LinkButton></div> : null}
        </section>
        {own && goesOn ? <Revisit view={view} /> : null}
        {view.nextSession !== null ? (
          <section class="card" aria-labelledby="next">
            <h2 id="next" class="label">{say.nextSession}</h2>
            <p class="status">{view.nextSession.date.words}, {view.nextSession.time}</p>
            <p class="small quiet">{view.nextSession.kindName}</p>
            <div class="row"><LinkButton href={href("sessions", { id: relationship })}>{say.sessions}</LinkButton></div>
          </section>
        ) : view.firstMeeting !== null ? (
          <section class="card" aria-labelledby="meeting">
            <h2 id="meeting" class="label">{words.setup.meeting.title}</h2>
            <MeetingWords view={view} />
          </section>
        ) : null}
      </div>
      <section class="stack" aria-labelledby="people">
        <h2 id="people">{own ? say.people : say.peopleOf}</h2>
        <div class="columns">
          {[view.mentee, view.mentor].map((person) => <Person key={person.side} relationship={relationship} person={person} fixed={!goesOn || (view.example && person.owner)} />)}
        </div>
      </section>
      {goesOn ? (
        <section class="stack" aria-labelledby="start">
          <h2 id="start">{say.start}</h2>
          {view.connection === "connected" ? <div class="stack tight"><ConnectedOn view={view} /><Before relationship={relationship} detail="connected_on" label={say.history.connectedOn} /></div> : null}
          <div class="stack tight"><Programme view={view} /><Before relationship={relationship} detail="programme" label={say.history.programme} /></div>
          <div class="row">
            <LinkButton href={href("relationshipSetup", { id: relationship })}>{words.setup.open}</LinkButton>
            {own ? <LinkButton href={href("supervisor", { id: relationship })}>{words.palette.supervisor}</LinkButton> : null}
          </div>
        </section>
      ) : null}
      <TheEnd view={view} own={own} />
    </Screen>
  );
}

/** No contact and no clock until the connection e-mail has come (R2). */
function Waiting({ relationship }: { relationship: string }) {
  const [on, setOn] = useState<string | null>(null);
  const form = useForm();
  return (
    <Notice tone="attention" title={say.waiting.title}>
      <p>{say.waiting.body}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.check([on === null && { field: "on", message: words.newRelationship.connection.missingDate }])) return;
          void form.send(() => call("relationship.connected", { relationship, on: on ?? "" })).then((done) => done && toast(say.waiting.done));
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <DateField past id="on" label={words.newRelationship.connection.on} error={form.errorOf("on")} value={on} onChange={setOn} chips={[{ words: words.newRelationship.connection.today }]} />
        <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.waiting.button}</Button></div>
      </form>
    </Notice>
  );
}

/** A request that waits for its answer, or was declined (R131). */
function Asked({ view }: { view: RelationshipView }) {
  return (
    <Notice tone="attention" title={words.setup.intake.title}>
      <p>{view.status}</p>
      <Lapsed view={view} />
      <div class="row"><LinkButton href={href("relationshipSetup", { id: view.id })} kind="primary">{words.setup.intake.reply}</LinkButton></div>
    </Notice>
  );
}

/** Closed or ended: it can be read, and reopened with a reason (R127). */
function Over({ view, own }: { view: RelationshipView; own: boolean }) {
  return (
    <Notice title={view.badge ?? ""}>
      <p>{view.status}</p>
      {own ? <div class="row"><LinkButton href={href("closing", { id: view.id })}>{endingWords.section.read}</LinkButton></div> : null}
    </Notice>
  );
}

/** The ways to the end: together, early, and off this computer (R97, R122). */
function TheEnd({ view, own }: { view: RelationshipView; own: boolean }) {
  const id = view.id;
  const goesOn = view.standing === "open";
  return (
    <section class="stack" aria-labelledby="the-end">
      <h2 id="the-end">{endingWords.section.title}</h2>
      {own && goesOn ? <p class="hint">{endingWords.section.lead}</p> : null}
      <div class="row">
        {own ? <LinkButton href={href("closing", { id })}>{goesOn ? endingWords.section.closing : endingWords.section.read}</LinkButton> : null}
        {own && goesOn ? <LinkButton href={href("ending", { id })}>{endingWords.section.ending}</LinkButton> : null}
        <LinkButton href={href("deletion", { id })}>{endingWords.section.deletion}</LinkButton>
      </div>
    </section>
  );
}

/** When the two look at the agreement again, and that they did (R47, N20). */
function Revisit({ view }: { view: RelationshipView }) {
  const date = view.revisitOn;
  return (
    <section class="card" aria-labelledby="revisit">
      <h2 id="revisit" class="label">{say.revisit.title}</h2>
      {date === null ? (
        <>
          <p>{say.revisit.none}</p>
          <div class="row"><LinkButton href={href("agreement", { id: view.id })}>{say.revisit.choose}</LinkButton></div>
        </>
      ) : (
        <>
          <p class="status">{date.words}<br /><span class="quiet small">{date.relative}</span></p>
          <p class="quiet small">{say.revisit.body}</p>
          <div class="row">
            <Button
              onClick={() => {
                saving(() => call("revisit.finish", { relationship: view.id })).then(() => toast(say.revisit.done), (error: unknown) => toast(apiError(error).message));
              }}
            >
              {say.revisit.button}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function ConnectedOn({ view }: { view: RelationshipView }) {
  const draft = useDraft(`connected:${view.id}`, view.connectedOn?.date ?? null, (on) => (on === null ? Promise.resolve() : call("relationship.update", { relationship: view.id, connectedOn: on })));
  return (
    <DateField
      past
      label={say.connectedOn}
      hint={say.connectedHint}
      value={draft.value.value}
      error={draft.problem.value?.message ?? null}
      onChange={(on) => {
        if (on !== null) draft.edit(on);
      }}
      onLeave={() => void draft.leave()}
    />
  );
}

/** What stood there before, who changed it and when (R3, R60). */
function Before({ relationship, detail, label }: { relationship: string; detail: Detail; label: string }) {
  return <div class="deeds"><HistoryButton relationship={relationship} subject={{ of: "detail", detail }} label={label} /></div>;
}

function Programme({ view }: { view: RelationshipView }) {
  const draft = useDraft(`programme:${view.id}`, view.programme, (programme) => call("relationship.update", { relationship: view.id, programme }));
  const value = draft.value.value;
  const problem = draft.problem.value;
  return (
    <div class="stack">
      <TextField label={words.newRelationship.programme.name} optional value={value.name} error={problem?.field?.endsWith("name") ? problem.message : null} onInput={(name) => draft.edit({ ...value, name })} onLeave={() => void draft.leave()} />
      <TextField label={words.newRelationship.programme.email} optional type="email" value={value.email} error={problem?.field?.endsWith("email") ? problem.message : null} onInput={(email) => draft.edit({ ...value, email })} onLeave={() => void draft.leave()} />
    </div>
  );
}

/** A person of the pair; `fixed`: nothing is to be changed here. In the example the owner is an invented person, who has no settings. */
function Person({ relationship, person, fixed }: { relationship: string; person: Participant; fixed: boolean }) {
  return (
    <div class="card">
      <h3><Who name={person.name} side={person.side} /></h3>
      <dl class="facts close">
        <dt>{words.person.zone}</dt>
        <dd>{zoneOption(person.zone).label} <span class="quiet figures">{say.clock(person.localTime)}</span></dd>
        {person.email !== "" ? <><dt>{words.person.email}</dt><dd>{person.email}</dd></> : null}
        {person.phone !== "" ? <><dt>{words.person.phone}</dt><dd>{person.phone}</dd></> : null}
        {person.place !== "" ? <><dt>{words.person.place}</dt><dd>{person.place}</dd></> : null}
      </dl>
      {fixed ? null : person.owner ? (
        <p class="small"><a href={href("settings")}>{say.yourDetails}</a></p>
      ) : (
        <Disclosure label={say.change(person.name)} open={isHeld(personKey(relationship, person))}>
          <PersonForm relationship={relationship} person={person} />
          <Before relationship={relationship} detail={person.side} label={say.history.person(person.name)} />
        </Disclosure>
      )}
    </div>
  );
}

const personKey = (relationship: string, person: Participant): string => `person:${relationship}:${person.side}`;

function PersonForm({ relationship, person }: { relationship: string; person: Participant }) {
  const zones = useZones();
  const { name, email, phone, zone, place } = person;
  const stored: Required<NewPerson> = { name, email, phone, zone, place };
  const draft = useDraft(personKey(relationship, person), stored, (next) => call("relationship.update", { relationship, [person.side]: next }));
  const value = draft.value.value;
  const problem = draft.problem.value;
  const errorOf = (field: keyof NewPerson): string | null => (problem?.field?.endsWith(field) ? problem.message : null);
  const bind = (field: keyof NewPerson) => ({
    value: value[field],
    error: errorOf(field),
    onInput: (text: string) => draft.edit({ ...draft.value.peek(), [field]: text }),
    onLeave: () => void draft.leave(),
  });
  return (
    <div class="stack">
      <TextField label={words.person.name} spellcheck={false} {...bind("name")} />
      <TextField label={words.person.email} optional type="email" {...bind("email")} />
      <TextField label={words.person.phone} optional type="tel" {...bind("phone")} />
      <TextField label={words.person.place} optional {...bind("place")} />
      <Combobox
        label={words.person.zone}
        options={zones}
        value={value.zone}
        error={errorOf("zone")}
        onChange={(next) => {
          draft.edit({ ...draft.value.peek(), zone: next });
          void draft.leave();
        }}
      />
    </div>
  );
}
