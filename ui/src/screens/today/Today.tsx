import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { Card as CardView } from "../../api";
import { Disclosure, Empty, LinkButton, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { words } from "../../words";
import { SinceStrip } from "../relationship/Since";
import { Snoozing } from "../reminder/Snoozing";

const say = words.today;

/** What needs the owner now, and why; what comes; what changed since the last look. */
export function Today({ ask }: { ask?: ComponentChild }) {
  const today = useQuery("today.get", {});
  const list = useQuery("relationship.list", {}).value.value?.relationships;
  const view = today.value.value;
  if (view === undefined) {
    return <Screen title={words.frame.today}>{today.error.value === null ? null : <Trouble error={today.error.value} onRetry={() => void today.ask()} />}</Screen>;
  }
  return (
    <Screen title={words.frame.today} lead={view.date.words}>
      {(list ?? []).slice(0, 6).map((row) => <SinceStrip key={row.id} relationship={row.id} title={row.title} />)}
      {list !== undefined && list.length === 0 ? (
        <Empty title={say.noneTitle} action={<LinkButton href={href("relationshipNew")} kind="primary" main>{words.relationship.create}</LinkButton>}>{say.none}</Empty>
      ) : null}
      {view.cards.length > 0 ? (
        <section class="stack" aria-labelledby="needs">
          <h2 id="needs" class="label">{say.needsYou}</h2>
          <ul class="bare stack">
            {view.cards.map((card, index) => <li key={card.id}><Card card={card} first={index === 0} /></li>)}
          </ul>
        </section>
      ) : list !== undefined && list.length > 0 ? (
        <p class="calm">{say.quiet}</p>
      ) : null}
      {view.comingUp.length > 0 ? (
        <section class="stack tight" aria-labelledby="ahead">
          <h2 id="ahead" class="label">{say.comingUp}</h2>
          <ul class="bare ahead">
            {view.comingUp.map((each) => (
              <li key={`${each.route} ${each.title} ${each.date.date}`}>
                <span class="when"><span>{each.date.words}</span> <span class="quiet small">{each.date.relative}</span></span>
                <a href={address(each.route)}>{each.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {ask}
    </Screen>
  );
}

function Card({ card, first }: { card: CardView; first: boolean }) {
  const [later, setLater] = useState(false);
  return (
    <article class={`card today${first ? " first" : ""}`} aria-label={card.title}>
      <div class="row apart">
        <h3>{card.title}</h3>
        {card.by !== null ? <span class="quiet small">{say.by(card.by.words, card.by.relative)}</span> : null}
      </div>
      {card.body !== "" ? <p>{card.body}</p> : null}
      <div class="row">
        <LinkButton href={address(card.route)} kind={first ? "primary" : "plain"} label={say.action(card.action, card.title)} main={first}>{card.action}</LinkButton>
        {card.reminder !== null ? (
          <button type="button" class="btn quiet" aria-expanded={later} aria-label={say.action(words.reminder.later, card.title)} onClick={() => setLater(!later)}>{words.reminder.later}</button>
        ) : null}
      </div>
      {card.reminder !== null && later ? <Snoozing reminder={card.reminder} about={card.title} /> : null}
      <Disclosure label={say.why}>
        <p class="quiet">{card.why}</p>
        {card.whyRoute !== null ? <p><a href={address(card.whyRoute)}>{say.whyWhere}</a></p> : null}
      </Disclosure>
    </article>
  );
}
