import type { CheckupCard, CheckupOutcomeView, StreakCard } from "../../api";
import { announce } from "../../live";
import { copy, Disclosure, LinkButton, Button } from "../../parts";
import { address } from "../../router";
import { lookingWords } from "../../words/looking";

const say = lookingWords.checkup;

/** What follows from a check-up: the cards in their order, then what single obstacles bring (R109 to R113). */
export function Outcome({ view, title }: { view: CheckupOutcomeView; title: string }) {
  return (
    <section class="stack outcome" data-outcome={view.outcome} aria-label={title}>
      <h2>{title}</h2>
      {view.cards.map((card) => <OneCard key={card.kind} card={card} />)}
      {view.helps.map((help) => (
        <div key={help.obstacle} class="card stack tight" data-help={help.help}>
          <h3>{help.title}</h3>
          <p>{help.text}</p>
          <div class="row"><LinkButton compact href={address(help.action.route)}>{help.action.words}</LinkButton></div>
        </div>
      ))}
    </section>
  );
}

function OneCard({ card }: { card: CheckupCard }) {
  return (
    <div class="card stack tight" data-card={card.kind}>
      <h3>{card.title}</h3>
      <p>{card.text}</p>
      {card.addresses.length > 0 ? <ul class="bare">{card.addresses.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul> : null}
      <div class="row">
        {card.actions.map((action) => <LinkButton key={action.route} compact href={address(action.route)}>{action.words}</LinkButton>)}
      </div>
      {card.letter !== null ? (
        <Disclosure label={say.letter}>
          <div class="stack tight">
            <p class="hint">{say.letterHint}</p>
            {card.letter.to === "" ? null : <p class="small">{say.to(card.letter.to)}</p>}
            <p class="letter reading">{card.letter.text}</p>
            <div class="row"><Button reads compact onClick={() => void copy(card.letter?.text ?? "").then((done) => { if (done) announce(say.copied); })}>{say.copy}</Button></div>
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** What is offered where sessions were cancelled again and again (R158). */
export function Streak({ card }: { card: StreakCard }) {
  return (
    <div class={`notice ${card.level === "flag" ? "attention" : "info"}`} data-streak={card.level}>
      <h2>{card.title}</h2>
      <p>{card.text}</p>
      <div class="row">{card.actions.map((action) => <LinkButton key={action.route} compact href={address(action.route)}>{action.words}</LinkButton>)}</div>
    </div>
  );
}
