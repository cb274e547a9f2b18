import { useState } from "preact/hooks";
import type { Ready, Signing, Versions } from "../../api";
import { flush } from "../../autosave";
import { call } from "../../ipc";
import { Button, Checkbox, Notice, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { words } from "../../words";
import { signingWords } from "../../words/signing";
import { want } from "../agreement/wanted";
import { Ceremony, type Way } from "./Ceremony";

const say = signingWords.check;

interface CheckProps {
  relationship: string;
  view: Signing;
  versions: Versions;
  way: Way;
  onGo: (after: Signing) => void;
  onReceipt: () => void;
}

/** What stands in the way of signing, each with the way to it; and what the two leave for later on purpose (R144, R146). */
export function Check(props: CheckProps) {
  const { relationship: id, versions, way } = props;
  const query = useQuery("agreement.ready", { relationship: id });
  const ready = query.value.value;
  return (
    <Ceremony relationship={id} way={way} title={say.title} lead={say.lead(versions.draft.number)}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {ready !== undefined ? <Body {...props} ready={ready} /> : null}
    </Ceremony>
  );
}

function Body({ relationship: id, view, versions, ready, onGo, onReceipt }: CheckProps & { ready: Ready }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useForm();
  const problem = form.errorOf("later");
  const later = ready.talking.map((each) => each.section).filter((section) => chosen.includes(section));
  const open = ready.talking.length - later.length;
  const { missing, names, suggestions } = ready;
  const blocking = missing.length + names.length + suggestions.length;
  if (view.signed !== null && versions.draft.changes === 0) {
    return (
      <>
        <Notice><p>{say.unchanged(view.signed.number)}</p></Notice>
        <div class="row"><Button kind="primary" main onClick={onReceipt}>{say.receipt}</Button></div>
      </>
    );
  }
  const go = async (): Promise<void> => {
    if (!form.check([open > 0 && { field: "later", message: say.undecided(open) }])) {
      document.getElementById("later")?.focus();
      return;
    }
    // The text is fixed from what is on the disk: the last letters first.
    await flush();
    let after: Signing | null = null;
    const begun = await form.send(async () => {
      after = await call("signing.begin", { relationship: id, later });
    });
    if (begun && after !== null) onGo(after);
  };
  return (
    <>
      {blocking === 0 ? (
        <Notice tone="good" title={say.clear}><p>{say.clearBody}</p></Notice>
      ) : (
        <Notice tone="attention" title={say.blocks(blocking)}>
          {missing.length > 0 ? (
            <section class="stack tight" aria-labelledby="missing">
              <h3 id="missing">{say.missing}</h3>
              <ul class="links">
                {missing.map((each) => (
                  <li key={`${each.code} ${each.field} ${each.side ?? ""}`}>
                    <a href={href("agreementSection", { id, section: each.section })} onClick={() => want(each.field)}>{words.agreement.missingIn(each.label, each.title)}</a>
                    {each.code === "required" ? null : <span class="quiet small"> {each.why}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {suggestions.length > 0 ? (
            <section class="stack tight" aria-labelledby="suggestions">
              <h3 id="suggestions">{say.suggestions}</h3>
              <ul class="links">{suggestions.map((each) => <li key={each.suggestion}><a href={address(each.route)}>{words.agreement.missingIn(each.label, each.title)}</a> <span class="quiet small">{each.why}</span></li>)}</ul>
            </section>
          ) : null}
          {names.length > 0 ? (
            <section class="stack tight" aria-labelledby="names">
              <h3 id="names">{say.names}</h3>
              <ul class="links">{names.map((each) => <li key={`${each.side} ${each.code}`}><a href={address(each.route)}>{say.name(words.side[each.side])}</a> <span class="quiet small">{each.why}</span></li>)}</ul>
            </section>
          ) : null}
        </Notice>
      )}
      {ready.talking.length > 0 ? (
        <section class="stack" aria-labelledby="talking">
          <h2 id="talking">{say.talking(ready.talking.length)}</h2>
          <p>{say.talkingBody}</p>
          <fieldset class="field choices" aria-describedby={problem === null ? undefined : "later-error"} aria-invalid={problem === null ? undefined : "true"}>
            <legend>{say.later}</legend>
            <ul class="bare talking">
              {ready.talking.map((each, index) => (
                <li key={each.section} class="row apart">
                  <Checkbox
                    id={index === 0 ? "later" : `later-${each.section}`}
                    label={each.title}
                    checked={later.includes(each.section)}
                    onChange={(on) => setChosen(on ? [...later, each.section] : later.filter((section) => section !== each.section))}
                  />
                  <a class="change small" href={address(each.route)} aria-label={say.open(each.title)}>{say.openIt}</a>
                </li>
              ))}
            </ul>
            {problem === null ? null : <div class="error" id="later-error">{problem}</div>}
          </fieldset>
          {ready.talking.length > 2 && open > 0 ? <div class="row"><Button compact onClick={() => setChosen(ready.talking.map((each) => each.section))}>{say.all}</Button></div> : null}
        </section>
      ) : null}
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {blocking === 0 ? (
        <div class="stack tight">
          <div class="row"><Button kind="primary" main off={form.busy} onClick={() => void go()}>{say.go}</Button></div>
          <p class="quiet small">{say.hint}</p>
        </div>
      ) : null}
    </>
  );
}
