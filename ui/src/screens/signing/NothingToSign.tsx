import { Button } from "../../parts";
import { signingWords } from "../../words/signing";
import { Ceremony } from "./Ceremony";
import type { Turn } from "./turns";

const say = signingWords.waiting;

/** The version was taken back while the computer was in the other person's hands. */
export function NothingToSign({ relationship, owner, onHand }: { relationship: string; owner: Turn; onHand: () => void }) {
  return (
    <Ceremony relationship={relationship} way={{ steps: [], at: null }} title={say.notBegun} lead={say.notBegunBody(owner.name)}>
      <div class="row"><Button kind="primary" main onClick={onHand}>{signingWords.receipt.giveBack(owner.name)}</Button></div>
    </Ceremony>
  );
}
