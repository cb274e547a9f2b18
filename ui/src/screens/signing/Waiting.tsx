import type { Signing, VersionView } from "../../api";
import { curtain } from "../../frame/curtain";
import { Button, LinkButton } from "../../parts";
import { href } from "../../router";
import { signingWords } from "../../words/signing";
import { Ceremony, type Way } from "./Ceremony";
import { Fingerprint } from "./Fingerprint";
import { Signatures } from "./Signatures";
import type { Turn } from "./turns";
import { Withdraw } from "./Withdraw";

const say = signingWords.waiting;

interface WaitingProps {
  relationship: string;
  version: VersionView;
  /** Who is in front of the computer. */
  me: Turn;
  other: Turn;
  way: Way;
  onHand: () => void;
  onRead: () => void;
  /** A signature was taken back. */
  onTaken: (after: Signing) => void;
}

/** This person's part is done, the other one's is not. */
export function Waiting({ relationship: id, version, me, other, way, onHand, onRead, onTaken }: WaitingProps) {
  const paper = other.needs === "confirm";
  return (
    <Ceremony relationship={id} way={way} title={paper ? say.titlePaper(other.name) : say.title(other.name)} lead={paper ? say.leadPaper(other.name) : say.lead(version.number)}>
      {curtain.value ? <p>{say.thanks}</p> : null}
      <section class="stack" aria-labelledby="who-signed">
        <h2 id="who-signed">{signingWords.receipt.who}</h2>
        <Signatures version={version} />
      </section>
      <Fingerprint of={version.fingerprint} />
      <div class="row">
        <Button kind="primary" main onClick={onHand}>{curtain.value ? signingWords.receipt.giveBack(other.name) : say.here(other.name)}</Button>
        <Button onClick={onRead}>{say.read}</Button>
        {curtain.value ? null : <LinkButton href={href("agreement", { id })}>{say.later}</LinkButton>}
        <Withdraw relationship={id} version={version.number} me={me} onDone={onTaken} />
      </div>
    </Ceremony>
  );
}
