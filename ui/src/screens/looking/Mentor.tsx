import { useState } from "preact/hooks";
import type { SelfChecks } from "../../api";
import { saving } from "../../autosave";
import { call } from "../../ipc";
import { Button, CheckboxSet, DateField, NumberField, TextArea, toast, Trouble, useForm, useReading } from "../../parts";
import { useQuery } from "../../query";
import { lookingWords } from "../../words/looking";
import { failed, Page } from "./frame";

const say = lookingWords.mentor;

/** For the mentor alone: prompt cards, and the one-minute self-check with its trend (R152 to R155). */
export function Mentor({ relationship }: { relationship: string }) {
  const cards = useQuery("mentor.cards", { relationship });
  const checks = useQuery("self_check.list", { relationship });
  const view = checks.value.value;
  const deck = cards.value.value;
  return (
    <Page relationship={relationship} title={say.title} {...(deck !== undefined ? { lead: deck.note } : {})}>
      {checks.error.value !== null ? <Trouble error={checks.error.value} /> : null}
      {view !== undefined ? (
        <div class="stack loose mentor">
          <Check relationship={relationship} view={view} />
          <Going view={view} />
          <Past relationship={relationship} view={view} />
        </div>
      ) : null}
      {deck !== undefined ? (
        <section class="stack" aria-labelledby="cards">
          <h2 id="cards">{say.cards}</h2>
          <div class="columns">
            {deck.cards.map((card) => (
              <div key={card.key} class="card stack tight">
                <h3>{card.title}</h3>
                <p>{card.text}</p>
              </div>
            ))}
          </div>
        </section>
      ) : null}
    </Page>
  );
}

function Check({ relationship, view }: { relationship: string; view: SelfChecks }) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [mind, setMind] = useState("");
  const form = useForm();
  return (
    <form
      class="card stack"
      noValidate
      aria-labelledby="check"
      onSubmit={(event) => {
        event.preventDefault();
        void form
          .send(() => call("self_check.save", { relationship, pitfalls: ticked.map(Number), reflection: mind, ...(share === null ? {} : { talkShare: share }), ...(on === null ? {} : { on }) }))
          .then((done) => {
            if (!done) return;
            setTicked([]);
            setShare(null);
            setOn(null);
            setMind("");
            toast(say.saved);
          });
      }}
    >
      <h2 id="check">{say.check}</h2>
      <p class="hint">{say.checkHint}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <DateField past id="on" label={say.on} value={on} onChange={setOn} error={form.errorOf("on")} optional />
      <CheckboxSet legend={say.pitfalls} options={view.pitfalls.map((each) => ({ value: String(each.number), label: each.title }))} values={ticked} onChange={setTicked} />
      <NumberField id="talkShare" label={view.talkQuestion} unit={say.shareUnit} min={0} max={100} value={share} onChange={setShare} error={form.errorOf("talkShare")} optional />
      <Slider share={share} onChange={setShare} />
      <TextArea id="reflection" label={view.reflectionQuestion} value={mind} onInput={setMind} error={form.errorOf("reflection")} optional />
      <div class="row"><Button type="submit" kind="primary" main off={form.busy}>{say.save}</Button></div>
    </form>
  );
}

/** The same answer by a slider: a guess needs no figure (R155). */
function Slider({ share, onChange }: { share: number | null; onChange: (share: number) => void }) {
  if (useReading()) return null;
  return <input class="slider" type="range" min={0} max={100} step={5} value={share ?? 50} aria-label={say.slide} aria-valuetext={share === null ? say.slideNone : say.slideSaid(share)} onInput={(event) => onChange(Number(event.currentTarget.value))} />;
}

/** Where the talk share and each pitfall are going. */
function Going({ view }: { view: SelfChecks }) {
  if (view.checks.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="trend">
      <h2 id="trend">{say.trend}</h2>
      <p>{view.words}</p>
      <div class="scrolls" role="group" aria-label={say.trend} tabIndex={0}>
        <table class="plain-table">
          <thead><tr><th scope="col">{say.pitfall}</th><th scope="col">{say.before}</th><th scope="col">{say.lately}</th></tr></thead>
          <tbody>{view.pitfalls.map((each) => <tr key={each.number}><th scope="row">{each.title}</th><td>{each.before}</td><td>{each.lately}</td></tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Past({ relationship, view }: { relationship: string; view: SelfChecks }) {
  if (view.checks.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="past">
      <h2 id="past">{say.past}</h2>
      <ul class="bare stack tight">
        {view.checks.map((check) => (
          <li key={check.id} class="row">
            <span>{check.on.words}: {say.said(check.talkShare, check.pitfalls.length)}</span>
            <Button compact kind="quiet" label={say.removeOf(check.on.words)} onClick={() => void saving(() => call("self_check.remove", { relationship, check: check.id })).then(() => toast(say.removed), failed)}>{say.remove}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
