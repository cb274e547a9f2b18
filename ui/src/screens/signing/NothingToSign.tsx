import { Button } from "../../parts";
import { words } from "../../words";
import { Ceremony } from "./Ceremony";
import type { Turn } from "./turns";

const say = words.signing.waiting;

/** The version was taken back while the computer was in the other person's hands. */
export function NothingToSign({ relationship, owner, onHand }: { relationship: string; owner: Turn; onHand: () => void }) {
  return (
    <Ceremony relationship={relationship} way={{ steps: [], at: null }} title={say.notBegun} lead={say.notBegunBody(owner.name)}>
      <div class="row"><Button kind="primary" main onClick={onHand}>{words.signing.receipt.giveBack(owner.name)}</Button></div>
    </Ceremony>
  );
}
