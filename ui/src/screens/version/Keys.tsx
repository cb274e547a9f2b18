import { useState } from "preact/hooks";
import type { PartnerKey } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, Dialog, Notice, Screen, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { versionWords } from "../../words/version";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Fingerprint } from "../signing/Fingerprint";

const say = versionWords.keys;

/** Whose key is whose, since when, and what to do when one has changed (B4). */
export function KeyPage({ relationship }: { relationship: string }) {
  const query = useQuery("key.get", { relationship });
  const pair = useQuery("relationship.get", { relationship }).value.value;
  const newest = useQuery("version.list", { relationship }).value.value?.versions[0];
  const view = query.value.value;
  const owner = pair === undefined ? undefined : pair.mentee.owner ? pair.mentee : pair.mentor;
  const partner = pair === undefined ? undefined : pair.mentee.owner ? pair.mentor : pair.mentee;
  const here = newest?.people.find((each) => each.side === partner?.side && each.keptHere);
  return (
    <Screen title={say.title} about={pair?.title} lead={say.lead}>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view === undefined || owner === undefined || partner === undefined ? null : (
        <>
          <section class="card" aria-labelledby="own-key">
            <h2 id="own-key"><Who name={owner.name} side={owner.side} /></h2>
            {view.own === null ? <p>{say.ownNone}</p> : <><p>{say.own}</p><Fingerprint of={view.own} label={say.words} /></>}
          </section>
          {view.partner.length === 0 && here === undefined ? (
            <section class="card" aria-labelledby="no-key">
              <h2 id="no-key"><Who name={partner.name} side={partner.side} /></h2>
              <p>{say.none(partner.name)}</p>
            </section>
          ) : null}
          {here !== undefined ? (
            <section class="card" aria-labelledby="kept-key">
              <h2 id="kept-key"><Who name={partner.name} side={partner.side} /></h2>
              <p>{say.keptHere(partner.name)}</p>
              <Fingerprint of={here.key} label={say.words} />
            </section>
          ) : null}
          {view.partner.length === 0 ? null : (
            <section class="card" aria-labelledby="partner-keys">
              <h2 id="partner-keys"><Who name={partner.name} side={partner.side} /></h2>
              {/* The newest first: it is the one that counts, or that has to be looked at. */}
              {view.partner.map((each, index) => <Partner key={each.key} relationship={relationship} name={partner.name} view={each} before={view.partner[index - 1]} />).reverse()}
            </section>
          )}
        </>
      )}
    </Screen>
  );
}

function Partner({ relationship, name, view, before }: { relationship: string; name: string; view: PartnerKey; before: PartnerKey | undefined }) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const changed = view.state === "changed";
  const confirm = (): void => {
    saving(() => call("key.confirm", { relationship, key: view.key })).then(
      () => {
        setAsking(false);
        setTrouble(null);
        announce(say.done(name));
      },
      (error: unknown) => setTrouble(apiError(error)),
    );
  };
  return (
    <div class="stack">
      {changed ? (
        <Notice tone="danger">
          <h3>{say.changedTitle(name)}</h3>
          <p>{view.words}</p>
          <p><strong>{say.changedAsk(name)}</strong></p>
          {before === undefined ? null : <p><span class="label">{say.before}</span><br />{before.fingerprint.words.join(" · ")}</p>}
        </Notice>
      ) : (
        <p>{view.words}</p>
      )}
      <Fingerprint of={view.fingerprint} label={say.words} />
      <p class="quiet small">{say.since(view.seen.words)}</p>
      {view.state === "confirmed" ? null : <div class="row"><Button onClick={() => setAsking(true)}>{say.button(name)}</Button></div>}
      <Dialog open={asking} title={say.sure} onClose={() => setAsking(false)}>
        <p>{say.sureBody(name, view.fingerprint.words.join(", "))}</p>
        {trouble !== null ? <Trouble error={trouble} /> : null}
        <p class="quiet small">{say.different}</p>
        <div class="foot">
          <Button onClick={() => setAsking(false)}>{say.sureNo}</Button>
          <Button kind="primary" onClick={confirm}>{say.sureYes}</Button>
        </div>
      </Dialog>
    </div>
  );
}
