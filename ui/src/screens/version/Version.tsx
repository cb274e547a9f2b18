import { LinkButton, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { versionWords } from "../../words/version";
import { Paper } from "../agreement/Paper";
import { SavePaper } from "../agreement/SavePaper";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Fingerprint } from "../signing/Fingerprint";
import { Signatures } from "../signing/Signatures";
import { numberOf } from "./names";
import { VersionState } from "./State";

const say = versionWords;

/** One version, word for word: its text, its signatures, and its record. */
export function Version({ relationship: id, version: text }: { relationship: string; version: string }) {
  const number = numberOf(text);
  const query = useQuery("version.get", number == null ? null : { relationship: id, version: number });
  const about = useQuery("relationship.get", { relationship: id }).value.value?.title;
  const detail = query.value.value;
  if (number == null || (query.error.value !== null && query.error.value.code === "not_found")) {
    return (
      <Screen title={say.gone} lead={say.goneBody}>
        <RelationshipTabs relationship={id} />
        <div class="row"><LinkButton href={href("versions", { id })} kind="primary" main>{say.all}</LinkButton></div>
      </Screen>
    );
  }
  return (
    <Screen title={say.name(number)} about={about} lead={detail?.version.words} wide above={detail === undefined ? undefined : <div class="row"><VersionState version={detail.version} /></div>}>
      <RelationshipTabs relationship={id} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {detail !== undefined ? (
        <>
          <Fingerprint of={detail.version.fingerprint} />
          {detail.version.people.some((each) => each.signature !== null) ? (
            <section class="stack" aria-labelledby="signatures">
              <h2 id="signatures">{say.signatures}</h2>
              <Signatures version={detail.version} />
            </section>
          ) : null}
          <SavePaper relationship={id} kind="signed" version={number} />
          <div class="row">
            <LinkButton href={href("compare", { id, from: String(number), to: "draft" })}>{say.compareWith(number)}</LinkButton>
            <LinkButton href={href("versions", { id })} kind="quiet">{say.all}</LinkButton>
            <LinkButton href={href("keys", { id })} kind="quiet">{say.keysLink}</LinkButton>
          </div>
          <section class="stack" aria-labelledby="text">
            <h2 id="text">{say.text}</h2>
            <Paper document={detail.document} places={{ find: () => undefined, beside: () => null }} />
          </section>
          {detail.record.length > 0 ? (
            <section class="stack tight" aria-labelledby="record">
              <h2 id="record">{say.record}</h2>
              <ol>{detail.record.map((each, index) => <li key={index}>{each.words}</li>)}</ol>
            </section>
          ) : null}
        </>
      ) : null}
    </Screen>
  );
}
