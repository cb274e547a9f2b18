import type { AgreementView } from "../../api";
import { LinkButton, Screen, Standing, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { Progress } from "../relationship/Progress";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { SinceStrip } from "../relationship/Since";
import { Signed } from "../signing/State";
import { grouped, nextOpen, OWN } from "./sections";
import { placeOf } from "./Suggestions";
import { want, wantSuggestion } from "./wanted";

const say = words.agreement;

/** The agreement's sections with where the two stand to each, and the way on. */
export function Contents({ relationship }: { relationship: string }) {
  const query = useQuery("agreement.get", { relationship });
  const view = query.value.value;
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? <Body relationship={relationship} view={view} /> : null}
    </Screen>
  );
}

function Body({ relationship: id, view }: { relationship: string; view: AgreementView }) {
  const list = useQuery("suggestion.list", { relationship: id }).value.value;
  const next = nextOpen(view);
  const begun = view.sections.some((section) => section.begun);
  return (
    <>
      <SinceStrip relationship={id} />
      <div class="stack">
        <Progress done={view.settled} of={view.sections.length} />
        <div class="row">
          {next === undefined ? (
            <LinkButton href={href("agreementDocument", { id })} kind="primary" main>{say.allSettled}</LinkButton>
          ) : (
            <LinkButton href={href("agreementSection", { id, section: next.section })} kind="primary" main>{begun ? say.goOn(next.title) : say.begin(next.title)}</LinkButton>
          )}
        </div>
      </div>
      {begun ? <Signed relationship={id} /> : null}
      {begun ? null : (
        <section class="stack tight" aria-labelledby="purpose">
          <h2 id="purpose">{say.purposeTitle}</h2>
          <ul>{say.purpose.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      )}
      {view.midPoint !== null || view.revisitOn !== null ? (
        <dl class="facts">
          {view.midPoint !== null ? <><dt>{say.midPoint}</dt><dd>{view.midPoint.words} <span class="quiet small">{view.midPoint.relative}</span></dd></> : null}
          {view.revisitOn !== null ? <><dt>{say.revisitOn}</dt><dd>{view.revisitOn.words} <span class="quiet small">{view.revisitOn.relative}</span></dd></> : null}
        </dl>
      ) : null}
      {begun && view.missing.length > 0 ? (
        <section class="notice" aria-labelledby="missing">
          <h2 id="missing">{say.missing(view.missing.length)}</h2>
          <ul class="links">
            {view.missing.map((each) => (
              <li key={`${each.field} ${each.side ?? ""}`}>
                <a href={href("agreementSection", { id, section: each.section })} onClick={() => want(each.field)}>{say.missingIn(each.label, each.title)}</a>
                {each.code === "required" ? null : <span class="quiet small"> {each.why}</span>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {list !== undefined && list.open.length + list.decided.length > 0 ? (
        <section class={list.open.length > 0 ? "notice" : "stack tight"} aria-labelledby="talk">
          <h2 id="talk">{say.talk.open(list.open.length)}</h2>
          {list.open.length > 0 ? (
            <ul class="links">
              {list.open.map((each) => (
                <li key={each.id}>
                  <a href={placeOf(id, each)} onClick={() => wantSuggestion(each.id)}>{say.talk.fromOn(each.name, each.title)}</a> <span class="quiet small">{say.talk.waits(each.decider)}</span>
                </li>
              ))}
            </ul>
          ) : null}
          <p class="small"><a href={href("agreementTalk", { id })}>{say.talk.all}</a></p>
        </section>
      ) : null}
      {begun ? <AtAGlance relationship={id} view={view} /> : null}
      {begun && view.advice.length > 0 ? (
        <section class="stack tight" aria-labelledby="advice">
          <h2 id="advice">{say.adviceTitle}</h2>
          <ul class="links">
            {view.advice.map((each) => (
              <li key={`${each.code} ${each.field}`}>
                <a href={href("agreementSection", { id, section: each.section })} onClick={() => want(each.field)}>{view.sections.find((section) => section.section === each.section)?.title ?? ""}</a>
                <span class="small">: {each.sentence}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {grouped(view).map(({ part, pages }) => (
        <section class="stack tight" key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{say.parts[part]}</h2>
          <ol class="contents bare">
            {pages.map((page) => (
              <li key={page.key}>
                <span class="number figures" aria-hidden="true">{page.number ?? ""}</span>
                <a href={href("agreementSection", { id, section: page.key })}><bdi>{page.title}</bdi></a>
                <Standing standing={page.shown} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section class="stack tight" aria-labelledby="own">
        <h2 id="own">{say.own.title}</h2>
        <p class="quiet">{say.own.listed}</p>
        <div class="row"><LinkButton href={href("agreementSection", { id, section: OWN })}>{say.own.manage}</LinkButton></div>
      </section>
    </>
  );
}

/** The agreement in five lines, each leading to where it is agreed (R140). */
function AtAGlance({ relationship: id, view }: { relationship: string; view: AgreementView }) {
  return (
    <section class="stack tight" aria-labelledby="glance">
      <h2 id="glance">{say.glance}</h2>
      <dl class="facts">
        {view.summary.map((line) => (
          <div key={line.label} class="pairing">
            <dt><a href={href("agreementSection", { id, section: line.section })}>{line.label}</a></dt>
            <dd>{line.text ?? <span class="quiet">{words.standing.untouched}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
