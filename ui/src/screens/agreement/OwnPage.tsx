import { useRef, useState } from "preact/hooks";
import type { AgreementView, HeadingView, Standing } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, RadioSet, TextArea, TextField, useArrival } from "../../parts";
import { go, href } from "../../router";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { removeRow } from "./Rows";
import { Steps } from "./Steps";
import { placeOf, OWN } from "./sections";
import { Suggest, Talk } from "./Talk";

const say = words.agreement.own;
const STANDINGS: readonly Standing[] = ["agreed", "open", "not_for_us"];

/** The page of one heading of their own (R53): its name, what the two decided under it, and where they stand. */
export function OwnPage({ relationship, view, heading }: { relationship: string; view: AgreementView; heading: HeadingView }) {
  const title = useRef<HTMLHeadingElement>(null);
  useArrival(title, [heading.title, words.agreement.title, view.title, words.app].join(" – "));
  const remove = (): void => {
    removeRow(relationship, heading.title, async () => {
      await call("heading.remove", { relationship, heading: heading.id });
      go(href("agreementSection", { id: relationship, section: OWN }), "replace");
    });
  };
  return (
    <article class="section stack loose">
      <header class="stack tight">
        <p class="label">{placeOf(view, { part: "contract", number: null })}</p>
        <h1 ref={title} tabIndex={-1}>{heading.title}</h1>
        <p class="quiet small">{words.agreement.arrange.yours}</p>
        {heading.guidance === "" ? null : <p>{heading.guidance}</p>}
        {heading.askedBy !== null ? <p><span class="pill plain">{heading.askedBy}</span></p> : null}
      </header>
      <section class="stack loose" aria-label={words.agreement.form}><Fields relationship={relationship} heading={heading} /></section>
      <Stand relationship={relationship} heading={heading} />
      <div class="row"><Button kind="quiet" compact onClick={remove}>{say.removeThis}</Button></div>
      <Steps relationship={relationship} view={view} current={heading.id} />
    </article>
  );
}

function Fields({ relationship, heading }: { relationship: string; heading: HeadingView }) {
  const draft = useDraft(
    `heading:${relationship}:${heading.id}`,
    { title: heading.title, text: heading.text },
    ({ title, text }) => call("heading.change", { relationship, heading: heading.id, title, text }),
    heading,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  return (
    <>
      <TextField label={say.name} value={value.title} error={problem !== null && problem.field !== "text" ? problem.message : null} onInput={(title) => draft.edit({ ...draft.value.peek(), title })} onLeave={leave} />
      <div class="answer">
        <TextArea label={say.text} reading value={value.text} error={problem?.field === "text" ? problem.message : null} onInput={(text) => draft.edit({ ...draft.value.peek(), text })} onLeave={leave} />
        <div class="deeds">
          <HistoryButton relationship={relationship} subject={{ of: "heading", heading: heading.id }} label={heading.title} />
          <Suggest place={{ kind: "heading", heading: heading.id }} label={heading.title} />
        </div>
        <Talk place={{ kind: "heading", heading: heading.id }} label={heading.title} value={heading.text} />
      </div>
    </>
  );
}

function Stand({ relationship, heading }: { relationship: string; heading: HeadingView }) {
  const [error, setError] = useState<string | null>(null);
  const stand = (standing: Standing): void => {
    saving(() => call("heading.change", { relationship, heading: heading.id, standing })).then(
      () => {
        setError(null);
        announce(words.agreement.stand.saved[standing]);
      },
      (refusal: unknown) => setError(apiError(refusal).message),
    );
  };
  return (
    <div class="standing">
      <RadioSet legend={words.agreement.stand.legend} look="cards" options={STANDINGS.map((value) => ({ value, label: words.agreement.stand[value] }))} value={heading.standing} error={error} onChange={stand} />
    </div>
  );
}
