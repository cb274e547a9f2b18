import type { SuggestionView } from "../../api";
import { Empty, Screen, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Changes, Redline } from "./Redline";
import { Comments, SuggestionCard } from "./SuggestionCard";
import { fieldOf } from "./Talk";
import { wantSuggestion } from "./wanted";

const say = words.agreement.talk;

/** The page on which a suggestion stands beside the words it is about. */
export function placeOf(relationship: string, suggestion: Pick<SuggestionView, "section">): string {
  return href("agreementSection", { id: relationship, section: suggestion.section });
}

/** All suggestions: those that wait for a decision, to be decided here or where they stand, and the trail of those that are decided. */
export function Suggestions({ relationship }: { relationship: string }) {
  const query = useQuery("suggestion.list", { relationship });
  const view = useQuery("agreement.get", { relationship }).value.value;
  const list = query.value.value;
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {list === undefined ? null : (
        <div class="stack loose talks">
          <section class="stack" aria-labelledby="open">
            {list.open.length === 0 ? (
              <Empty title={say.none}>{say.noneBody}</Empty>
            ) : (
              <>
                <h2 id="open">{say.open(list.open.length)}</h2>
                {list.open.map((each) => (
                  <div key={each.id} class="stack tight">
                    <h3><a href={placeOf(relationship, each)} onClick={() => wantSuggestion(each.id)}>{each.title}</a> <span class="quiet small">{each.label}</span></h3>
                    <SuggestionCard talk={{ relationship, view, list }} suggestion={each} field={fieldOf(view, each)} titled />
                  </div>
                ))}
              </>
            )}
          </section>
          {list.decided.length > 0 ? (
            <section class="stack" aria-labelledby="decided">
              <h2 id="decided">{say.decided}</h2>
              {list.decided.map((each) => <Decided key={each.id} relationship={relationship} suggestion={each} />)}
            </section>
          ) : null}
        </div>
      )}
    </Screen>
  );
}

/** A suggestion that was decided: its words, and who decided what and why. */
function Decided({ relationship, suggestion }: { relationship: string; suggestion: SuggestionView }) {
  const { decision, state } = suggestion;
  return (
    <article class={`talk decided ${suggestion.side}`} aria-label={say.fromOn(suggestion.name, suggestion.title)}>
      <h3><a href={placeOf(relationship, suggestion)}>{suggestion.title}</a> <span class="quiet small">{suggestion.label}</span></h3>
      <p class="small"><span class={`pill ${state === "accepted" ? "agreed" : "aside"}`}>{say.states[state]}</span> <Who name={suggestion.name} side={suggestion.side} /> <span class="quiet">{suggestion.when}</span></p>
      {suggestion.comment !== "" ? <p class="said">{say.because(suggestion.comment)}</p> : null}
      <Redline pieces={suggestion.pieces} />
      <Changes changes={suggestion.changes} />
      <Comments suggestion={suggestion} />
      {decision === null ? null : (
        <>
          <p class="small">{say.decision[state](decision.name, decision.when)}</p>
          {decision.reason !== "" ? <p class="said">{say.because(decision.reason)}</p> : null}
        </>
      )}
    </article>
  );
}
