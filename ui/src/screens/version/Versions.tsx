import { useState } from "preact/hooks";
import type { VersionView, Versions as List } from "../../api";
import { Button, Empty, ErrorSummary, LinkButton, RadioSet, Screen, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { address, go, href } from "../../router";
import { signingWords } from "../../words/signing";
import { versionWords } from "../../words/version";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { DRAFT, nameOf } from "./names";
import { VersionState } from "./State";

const say = versionWords;

/** Every text that was fixed for signing, what later ones changed, and the draft that may become the next. */
export function Versions({ relationship: id }: { relationship: string }) {
  const list = useQuery("version.list", { relationship: id });
  const about = useQuery("relationship.get", { relationship: id }).value.value?.title;
  const view = list.value.value;
  return (
    <Screen title={say.title} about={about} lead={say.lead}>
      <RelationshipTabs relationship={id} />
      {list.error.value !== null ? <Trouble error={list.error.value} onRetry={() => void list.ask()} /> : null}
      {view === undefined ? null : view.versions.length === 0 ? (
        <Empty title={say.noneTitle} action={<LinkButton href={href("sign", { id })} kind="primary" main>{signingWords.state.go}</LinkButton>}>{say.none}</Empty>
      ) : (
        <>
          <ul class="bare stack">
            <li><Draft id={id} view={view} /></li>
            {view.versions.map((version) => <li key={version.id}><One id={id} version={version} /></li>)}
          </ul>
          <Amendments id={id} />
          <Pick id={id} view={view} />
          <p><a href={href("keys", { id })}>{say.keysLink}</a></p>
        </>
      )}
    </Screen>
  );
}

function Draft({ id, view }: { id: string; view: List }) {
  const { draft } = view;
  const signed = view.versions.find((each) => each.state === "signed");
  const changed = draft.changes !== null && draft.changes > 0;
  return (
    <article class="card" aria-labelledby="draft">
      <div class="row apart">
        <h2 id="draft">{say.draftName(draft.number)}</h2>
        <span class="pill open">{say.draft}</span>
      </div>
      <p>{draft.words}</p>
      <div class="row">
        {signed !== undefined && changed ? <LinkButton href={href("compare", { id, from: String(signed.number), to: DRAFT })}>{signingWords.state.changes}</LinkButton> : null}
        {signed === undefined || changed ? <LinkButton href={href("sign", { id })}>{signingWords.state.goNext(draft.number)}</LinkButton> : null}
      </div>
    </article>
  );
}

function One({ id, version }: { id: string; version: VersionView }) {
  const { number } = version;
  return (
    <article class="card" aria-labelledby={version.id}>
      <div class="row apart">
        <h2 id={version.id}>{say.name(number)}</h2>
        <VersionState version={version} />
      </div>
      <p>{version.words}</p>
      <p class="quiet small">{say.frozen(version.frozen.words)}<br />{signingWords.fingerprint.label}: {version.fingerprint.words.join(" · ")}</p>
      {version.state !== "signed" ? null : <div class="row">
        <LinkButton href={href("version", { id, version: String(number) })} label={say.openOf(number)}>{say.open}</LinkButton>
        <LinkButton href={href("compare", { id, from: String(number), to: "draft" })} kind="quiet">{say.compareWith(number)}</LinkButton>
      </div>}
    </article>
  );
}

function Amendments({ id }: { id: string }) {
  const list = useQuery("version.amendments", { relationship: id }).value.value?.amendments;
  if (list === undefined) return null;
  const numbers = [...new Set(list.map((each) => each.version))];
  return (
    <section class="stack tight" aria-labelledby="amendments">
      <h2 id="amendments">{say.amendments.title}</h2>
      <p class="quiet">{list.length === 0 ? say.amendments.none : say.amendments.lead}</p>
      {numbers.map((number) => {
        const of = list.filter((each) => each.version === number);
        return (
          <section key={number} class="stack tight" aria-label={say.amendments.of(number)}>
            <h3>{say.amendments.of(number)}{of[0]?.signed == null ? null : <span class="quiet small"> {of[0].signed.words}</span>}</h3>
            <ul class="links">{of.map((each, index) => <li key={index}>{each.route === null ? each.text : <a href={address(each.route)}>{each.text}</a>}</li>)}</ul>
          </section>
        );
      })}
    </section>
  );
}

/** Which two texts are laid beside each other. */
function Pick({ id, view }: { id: string; view: List }) {
  const signed = view.versions.filter((each) => each.state === "signed").map((each) => String(each.number)).reverse();
  const form = useForm();
  const [from, setFrom] = useState<string>(signed[0] ?? "");
  const [to, setTo] = useState<string>(DRAFT);
  const option = (value: string) => ({ value, label: nameOf(value, view) });
  // With nothing signed there is nothing to hold the draft against.
  if (signed.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="pick">
      <h2 id="pick">{say.pick.title}</h2>
      <ErrorSummary mistakes={form.mistakes} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check([from === to && { field: "to", message: say.pick.same }])) go(href("compare", { id, from, to }));
        }}
      >
        <div class="row fields">
          <RadioSet legend={say.pick.from} id="from" options={signed.map(option)} value={from} onChange={setFrom} />
          <RadioSet legend={say.pick.to} id="to" options={[...signed, DRAFT].map(option)} value={to} onChange={setTo} error={form.errorOf("to")} />
        </div>
        <div class="row"><Button type="submit">{say.pick.button}</Button></div>
      </form>
    </section>
  );
}
