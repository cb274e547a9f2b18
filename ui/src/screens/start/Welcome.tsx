import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "../../api";
import { call } from "../../ipc";
import { Button, CheckboxSet, Combobox, ErrorSummary, Notice, RadioSet, TextField, Trouble, useForm } from "../../parts";
import { Threads } from "../../parts/Threads";
import { arriving, go, href } from "../../router";
import { words } from "../../words";
import { useZones } from "../person/zones";
import { Alone } from "./Alone";
import { RecoveryCode } from "./RecoveryCode";

/** True from the saved profile to the last page of the welcome, so that the recovery code is seen before anything else. */
export const welcoming = signal(false);

type Step = 1 | 2 | 3 | "code";
const ASKED_FIRST: ReadonlySet<string> = new Set(["name", "email", "phone", "zone"]);
const say = words.welcome;

/** First run in three questions: who, which sides, where to start; then the recovery code. */
export function Welcome(props: { zone: string }) {
  const [step, setStep] = useState<Step>(1);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [phone, setPhone] = useState("");
  const [zone, setZone] = useState(props.zone);
  const [roles, setRoles] = useState<Role[]>([]);
  const [start, setStart] = useState<"new" | "example" | null>(null);
  const [target, setTarget] = useState(href("today"));
  const form = useForm();
  const zones = useZones();

  // What Rust refuses at the end may have been asked at the beginning.
  const refused = form.mistakes[0]?.field;
  useEffect(() => {
    if (step === 3 && refused !== undefined && ASKED_FIRST.has(refused)) setStep(1);
  }, [refused]);

  const to = (next: Step): void => {
    setStep(next);
    arriving.value = true;
    window.scrollTo(0, 0);
  };

  const finish = async (): Promise<void> => {
    if (!form.check([start === null && { field: "start", message: say.start.missing }])) return;
    const done = await form.send(async () => {
      welcoming.value = true;
      await call("profile.save", { name: name.trim(), email: email.trim(), phone: phone.trim(), zone, roles });
      if (start === "example") setTarget(href("relationship", { id: (await call("example.add", {})).id }));
      else setTarget(href("relationshipNew"));
    }, (field) => ASKED_FIRST.has(field));
    if (done) to("code");
    else welcoming.value = false;
  };

  if (step === "code") {
    return (
      <Alone title={words.recovery.title} lead={words.recovery.lead}>
        <RecoveryCode
          onDone={() => {
            go(target, "replace");
            welcoming.value = false;
          }}
        />
      </Alone>
    );
  }
  const title = { 1: say.who.title, 2: say.roles.title, 3: say.start.title }[step];
  const lead = { 1: say.who.lead, 2: say.roles.lead, 3: say.start.lead }[step];
  return (
    <Alone
      title={title}
      lead={lead}
      above={
        <div class="stack tight">
          <Threads parts={3} done={step} />
          <p class="label">{say.progress(step)}</p>
        </div>
      }
    >
      <form
        class="stack loose"
        noValidate
        key={step}
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 1) {
            if (form.check([name.trim() === "" && { field: "name", message: say.who.missing }])) to(2);
          } else if (step === 2) {
            if (form.check([roles.length === 0 && { field: "roles", message: say.roles.missing }])) to(3);
          } else void finish();
        }}
      >
        <ErrorSummary mistakes={form.mistakes} />
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        {step === 1 ? (
          <div class="stack">
            <TextField id="name" label={say.who.name} hint={say.who.nameHint} error={form.errorOf("name")} value={name} onInput={setName} autocomplete="name" spellcheck={false} />
            <TextField id="email" label={say.who.email} optional error={form.errorOf("email")} value={email} onInput={setEmail} type="email" autocomplete="email" />
            <TextField id="phone" label={say.who.phone} optional error={form.errorOf("phone")} value={phone} onInput={setPhone} type="tel" autocomplete="tel" width="middle" />
            <Combobox id="zone" label={say.who.zone} hint={say.who.zoneHint} error={form.errorOf("zone")} options={zones} value={zone} onChange={setZone} />
          </div>
        ) : null}
        {step === 2 ? (
          <CheckboxSet
            id="roles"
            legend={say.roles.legend}
            look="cards"
            error={form.errorOf("roles")}
            values={roles}
            onChange={setRoles}
            options={(["mentee", "mentor", "coordinator"] as const).map((value) => ({ value, label: say.roles[value].label, about: say.roles[value].about }))}
          />
        ) : null}
        {step === 3 ? (
          <RadioSet
            id="start"
            legend={say.start.legend}
            look="cards"
            error={form.errorOf("start")}
            value={start}
            onChange={setStart}
            options={[
              { value: "new", label: say.start.fresh.label, about: say.start.fresh.about },
              { value: "example", label: say.start.example.label, about: say.start.example.about },
            ]}
          />
        ) : null}
        {step === 1 ? <Notice>{say.who.promise}</Notice> : null}
        <div class="row apart">
          {step === 1 ? <span /> : <Button onClick={() => { form.check([]); to(step === 3 ? 2 : 1); }}>{words.back}</Button>}
          <Button type="submit" kind="primary" main off={form.busy}>{step === 3 ? say.start.go : words.next}</Button>
        </div>
      </form>
    </Alone>
  );
}
