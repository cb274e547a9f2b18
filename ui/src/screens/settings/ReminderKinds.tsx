import { useState } from "preact/hooks";
import type { ReminderKind, Role } from "../../api";
import { call } from "../../ipc";
import { Button, Disclosure, NumberField, RadioSet, toast, Trouble, useForm } from "../../parts";
import { reminderWords as say } from "../../words/reminders";

/** Every kind of reminder; those of other roles are folded away. */
export function ReminderKinds(props: { kinds: readonly ReminderKind[]; roles: readonly Role[] }) {
  const own = (kind: ReminderKind): boolean => props.roles.length === 0 || kind.roles.some((role) => props.roles.includes(role));
  const others = props.kinds.filter((kind) => !own(kind));
  return (
    <>
      <List kinds={props.kinds.filter(own)} />
      {others.length > 0 ? <Disclosure label={say.others}><List kinds={others} /></Disclosure> : null}
    </>
  );
}

function List({ kinds }: { kinds: readonly ReminderKind[] }) {
  return <ul class="bare stack tight">{kinds.map((kind) => <li key={kind.kind}><Row kind={kind} /></li>)}</ul>;
}

function Row({ kind }: { kind: ReminderKind }) {
  const form = useForm();
  const id = `kind-${kind.kind}`;
  return (
    <article class="card slim stack tight" aria-labelledby={id}>
      <div class="row apart">
        <h3 id={id}>{kind.name}</h3>
        {kind.changed ? <span class="quiet small">{say.changed}</span> : null}
      </div>
      <p class="quiet small">{say.times(kind.measured, kind.leads.map((lead) => lead.words))}</p>
      <RadioSet
        legend={say.deliveryOf(kind.name)}
        quietLegend
        look="across"
        value={kind.delivery}
        onChange={(delivery) => void form.send(() => call("reminder.change", { kind: kind.kind, delivery }))}
        options={(["notify", "in_app", "off"] as const).map((each) => ({ value: each, label: say.delivery[each] }))}
      />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <Disclosure label={say.moreOf(kind.name)}>
        <dl class="facts">
          <dt>{say.until}</dt><dd>{kind.until}</dd>
          <dt>{say.why}</dt><dd>{kind.why}</dd>
          {kind.agreed !== null ? <><dt>{say.agreed}</dt><dd>{kind.agreed}</dd></> : null}
        </dl>
        <Times key={JSON.stringify(kind.leads)} kind={kind} />
      </Disclosure>
    </article>
  );
}

interface Line {
  key: number;
  amount: number | null;
  side: "before" | "after";
}

/** When a kind comes, as lines of a number and a side. */
function Times({ kind }: { kind: ReminderKind }) {
  const form = useForm();
  const [lines, setLines] = useState<readonly Line[]>(() => kind.leads.map((lead, key) => ({ key, amount: Math.abs(lead.amount), side: lead.amount > 0 ? "after" : "before" })));
  const change = (key: number, next: Partial<Line>): void => setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const save = (): void => {
    const missing = lines.filter((line) => line.amount === null);
    if (!form.check(missing.map((line) => ({ field: `${kind.kind}-${line.key}`, message: say.missing })))) return;
    const leads = lines.map((line) => (line.side === "before" ? 0 - (line.amount ?? 0) : (line.amount ?? 0)));
    void form.send(() => call("reminder.change", { kind: kind.kind, leads }), () => false).then((done) => done && toast(say.saved));
  };
  const unit = say.amount[kind.unit];
  return (
    <form class="stack tight" aria-label={`${say.changeTimes}: ${kind.name}`} onSubmit={(event) => { event.preventDefault(); save(); }}>
      <p class="label">{say.changeTimes}</p>
      {lines.map((line, index) => (
        <div class="row fields" key={line.key}>
          <NumberField
            id={`${kind.kind}-${line.key}`}
            label={say.amountOf(unit, index + 1)}
            value={line.amount}
            max={kind.unit === "days" ? 370 : 10_080}
            error={form.errorOf(`${kind.kind}-${line.key}`)}
            onChange={(amount) => change(line.key, { amount })}
          />
          <RadioSet
            legend={say.side(index + 1)}
            quietLegend
            look="across"
            value={line.side}
            onChange={(side) => change(line.key, { side })}
            options={(["before", "after"] as const).map((each) => ({ value: each, label: say[each] }))}
          />
          <Button compact label={say.removeOf(index + 1)} onClick={() => setLines(lines.filter((other) => other.key !== line.key))}>{say.remove}</Button>
        </div>
      ))}
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <div class="row">
        <Button compact onClick={() => setLines([...lines, { key: Math.max(-1, ...lines.map((line) => line.key)) + 1, amount: null, side: "before" }])}>{say.add}</Button>
        <Button compact type="submit" off={form.busy}>{say.save}</Button>
        {kind.changed ? <Button compact label={say.usualOf(kind.name)} off={form.busy} onClick={() => void form.send(() => call("reminder.reset", { kind: kind.kind })).then((done) => done && toast(say.saved))}>{say.usual}</Button> : null}
      </div>
    </form>
  );
}
