import type { Side } from "../../api";
import { Button, Who } from "../../parts";
import { signingWords } from "../../words/signing";
import { Ceremony } from "./Ceremony";
import type { Turn } from "./turns";

const say = signingWords.pass;

/** Between two people: nothing of either is seen, and who is in front of the computer says so by pressing their own name. */
export function Pass({ relationship, turns, next: side, onHere }: { relationship: string; turns: readonly [Turn, Turn]; next: Side; onHere: (side: Side) => void }) {
  const [next, before] = turns[0].side === side ? turns : [turns[1], turns[0]];
  return (
    <Ceremony relationship={relationship} way={{ steps: [], at: null }} title={next.owner ? say.backTitle(next.name) : say.title(next.name)} lead={next.owner ? say.backLead : say.lead}>
      <section class="stack" aria-labelledby="who-is-here">
        <h2 id="who-is-here">{say.who}</h2>
        <div class="stack pass">
          {[next, before].map((each, index) => (
            <div key={each.side} class="card slim">
              <div class="row apart">
                <Who name={each.name} side={each.side} />
                <Button kind={index === 0 ? "primary" : "plain"} main={index === 0} onClick={() => onHere(each.side)}>{say.iAm(each.name)}</Button>
              </div>
            </div>
          ))}
        </div>
      </section>
    </Ceremony>
  );
}
