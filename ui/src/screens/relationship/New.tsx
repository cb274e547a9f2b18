import { useState } from "preact/hooks";
import type { IntakeKind, NewPerson, Role } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, Combobox, DateField, ErrorSummary, RadioSet, Screen, TextArea, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { go, href } from "../../router";
import { words } from "../../words";
import { ChooseTemplate } from "../library/ChooseTemplate";
import { useZones, zoneOption } from "../person/zones";
import { INTAKES, MeetingFields, noMeeting } from "./Setup";

const say = words.newRelationship;
/** Both at the induction now, connected before, or waiting for the connection e-mail (R1, R2). */
type Beginning = "here" | "connected" | "waiting";
const nobody: Required<NewPerson> = { name: "", email: "", phone: "", zone: "", place: "" };

/** A new relationship on one page: which side, who, and whether the connection e-mail has come (B1, R2, R3, R92). */
export function NewRelationship() {
  const profile = useQuery("profile.get", {}).value.value?.profile;
  const zones = useZones();
  const [role, setRole] = useState<Role | null>(null);
  const [partner, setPartner] = useState(nobody);
  const [other, setOther] = useState(nobody);
  const [kind, setKind] = useState<IntakeKind>("matched");
  const [chosenState, setState] = useState<Beginning | null>(null);
  const [meeting, setMeeting] = useState(noMeeting);
  const [skip, setSkip] = useState(false);
  const [message, setMessage] = useState("");
  const [on, setOn] = useState<string | null>(null);
  const [programme, setProgramme] = useState({ name: "", email: "" });
  const [template, setTemplate] = useState<string | null>(null);
  const form = useForm();
  // Who has one role only is not asked for it again; it can still be changed.
  const chosen = role ?? (profile?.roles.length === 1 ? (profile.roles[0] ?? null) : null);
  // Whoever asks a mentor waits for the answer; whoever found each other has begun.
  const state: Beginning | null = kind === "matched" ? chosenState : kind === "request" ? "waiting" : "connected";
  const here = kind === "matched" && state === "here";
  const dated = state === "connected" || (kind === "request" && state !== null);
  const partnerWords = say.partner[chosen === null ? "mentee" : chosen];

  const create = async (): Promise<void> => {
    const ready = form.check([
      chosen === null && { field: "role", message: say.role.missing },
      partner.name.trim() === "" && { field: "partner.name", message: say.missingName },
      chosen === "coordinator" && other.name.trim() === "" && { field: "other.name", message: say.missingName },
      state === null && { field: "connection.state", message: say.connection.missing },
      state === "connected" && on === null && { field: "connection.on", message: say.connection.missingDate },
      here && !skip && meeting.on === null && { field: "intake.meeting.on", message: words.setup.meeting.missing },
      here && !skip && meeting.at === null && { field: "intake.meeting.at", message: words.setup.meeting.missingTime },
    ]);
    if (!ready || chosen === null || state === null) return;
    let made = "";
    const done = await form.send(async () => {
      const today = here ? (await call("date.read", { text: "today" })).date : null;
      made = (await call("relationship.create", {
        role: chosen,
        partner,
        other: chosen === "coordinator" ? other : null,
        connection: { state: state === "waiting" ? "waiting" : "connected", on: here ? today : state === "connected" ? on : null },
        ...(kind === "matched" && !here
          ? {}
          : {
              intake: {
                kind,
                ...(here ? { together: true, skipMeeting: skip, meeting: skip ? null : { on: meeting.on ?? "", at: meeting.at ?? "", method: meeting.method, place: meeting.place } } : {}),
                ...(kind === "request" ? { askedOn: on, message } : {}),
              },
            }),
        programme: programme.name.trim() === "" && programme.email.trim() === "" ? null : programme,
        ...(template === null ? {} : { template }),
      })).id;
    });
    if (done) go(href("relationship", { id: made }), "replace");
  };

  return (
    <Screen title={say.title} lead={say.lead}>
      <form
        class="stack loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <RadioSet
          id="role"
          legend={say.role.legend}
          look="cards"
          error={form.errorOf("role")}
          value={chosen}
          onChange={setRole}
          options={(["mentee", "mentor", "coordinator"] as const).map((value) => ({ value, label: say.role[value].label, about: say.role[value].about }))}
        />
        <Person legend={partnerWords} id="partner" person={partner} onChange={setPartner} zones={zones} errorOf={form.errorOf} />
        {chosen === "coordinator" ? <Person legend={say.other} id="other" person={other} onChange={setOther} zones={zones} errorOf={form.errorOf} /> : null}
        <RadioSet legend={words.setup.intake.legend} look="cards" value={kind} onChange={setKind} options={INTAKES.map((value) => ({ value, ...words.setup.intake[value] }))} />
        <div class="stack">
          {kind === "matched" ? <RadioSet
            id="connection.state"
            legend={say.connection.legend}
            hint={say.connection.hint}
            look="cards"
            error={form.errorOf("connection.state")}
            value={state}
            onChange={setState}
            options={(["here", "connected", "waiting"] as const).map((value) => ({ value, ...(value === "here" ? words.setup.here : say.connection[value]) }))}
          /> : null}
          {dated ? (
            <DateField past id={kind === "request" ? "intake.askedOn" : "connection.on"} label={kind === "request" ? words.setup.intake.askedOn : kind === "self_arranged" ? words.setup.since : say.connection.on} error={form.errorOf(kind === "request" ? "intake.askedOn" : "connection.on")} value={on} onChange={setOn} chips={[{ words: say.connection.today }, { words: say.connection.yesterday, days: -1 }, { words: say.connection.week, days: -7 }]} />
          ) : null}
          {kind === "request" ? <TextArea id="intake.message" label={words.setup.intake.message} hint={words.setup.intake.messageHint} optional error={form.errorOf("intake.message")} value={message} onInput={setMessage} /> : null}
          {here ? (
            <fieldset class="stack group">
              <legend>{words.setup.meeting.title}</legend>
              <p class="hint">{words.setup.meeting.lead}</p>
              {skip ? null : <MeetingFields id="intake.meeting" zone={zoneOption(profile?.zone ?? "").label} meeting={meeting} onChange={setMeeting} errorOf={form.errorOf} />}
              <Checkbox label={words.setup.meeting.skip} checked={skip} onChange={setSkip} />
            </fieldset>
          ) : null}
        </div>
        <fieldset class="stack group">
          <legend>{say.programme.legend} <span class="optional quiet small">{words.optional}</span></legend>
          <TextField id="programme.name" label={say.programme.name} hint={say.programme.hint} error={form.errorOf("programme.name")} value={programme.name} onInput={(name) => setProgramme({ ...programme, name })} />
          <TextField id="programme.email" label={say.programme.email} error={form.errorOf("programme.email")} type="email" value={programme.email} onInput={(email) => setProgramme({ ...programme, email })} />
        </fieldset>
        <ChooseTemplate value={template} onChange={setTemplate} error={form.errorOf("template")} />
        <div class="row">
          <Button type="submit" kind="primary" main off={form.busy}>{say.button}</Button>
          <Button kind="quiet" onClick={() => go(href("relationships"))}>{words.cancel}</Button>
        </div>
      </form>
    </Screen>
  );
}

interface PersonProps {
  legend: string;
  id: string;
  person: Required<NewPerson>;
  onChange: (person: Required<NewPerson>) => void;
  zones: ReturnType<typeof useZones>;
  errorOf: (field: string) => string | null;
}

function Person({ legend, id, person, onChange, zones, errorOf }: PersonProps) {
  return (
    <fieldset class="stack group">
      <legend>{legend}</legend>
      <TextField id={`${id}.name`} label={words.person.name} error={errorOf(`${id}.name`)} value={person.name} onInput={(name) => onChange({ ...person, name })} spellcheck={false} />
      <TextField id={`${id}.email`} label={words.person.email} optional error={errorOf(`${id}.email`)} type="email" value={person.email} onInput={(email) => onChange({ ...person, email })} />
      <Combobox id={`${id}.zone`} label={words.person.zone} hint={words.person.zoneSame} error={errorOf(`${id}.zone`)} optional options={zones} value={person.zone === "" ? null : person.zone} onChange={(zone) => onChange({ ...person, zone })} />
    </fieldset>
  );
}
