import type { DraftView, VersionView } from "../../api";
import { Button, Disclosure, LinkButton } from "../../parts";
import { href } from "../../router";
import { signingWords } from "../../words/signing";
import { SavePaper } from "../agreement/SavePaper";
import { Ceremony, type Way } from "./Ceremony";
import { Fingerprint } from "./Fingerprint";
import { Signatures } from "./Signatures";

const say = signingWords.receipt;

interface ReceiptProps {
  relationship: string;
  version: VersionView;
  /** What signing at this computer proves, and what not. */
  proof: readonly string[];
  draft: DraftView;
  way: Way;
  /** In the other person's hands: how the owner gets the computer back. */
  giveBack: { name: string; run: () => void } | undefined;
}

/** Both have signed: who, when, how, which text, what it proves, and a copy for each. */
export function Receipt({ relationship: id, version, proof, draft, way, giveBack }: ReceiptProps) {
  return (
    <Ceremony relationship={id} way={way} title={say.title} lead={version.signed === null ? undefined : say.lead(version.number, version.signed.words)}>
      {giveBack !== undefined ? <div class="row"><Button kind="primary" main onClick={giveBack.run}>{say.giveBack(giveBack.name)}</Button></div> : null}
      <section class="stack" aria-labelledby="who-signed">
        <h2 id="who-signed">{say.who}</h2>
        <Signatures version={version} />
      </section>
      <Fingerprint of={version.fingerprint} />
      <section class="stack tight" aria-labelledby="proof">
        <h2 id="proof">{say.proof}</h2>
        <ul>{proof.map((line) => <li key={line}>{line}</li>)}</ul>
      </section>
      <section class="stack" aria-labelledby="copy">
        <h2 id="copy">{say.save}</h2>
        <p>{say.saveBody}</p>
        <SavePaper relationship={id} kind="signed" version={version.number} beside={giveBack !== undefined} />
      </section>
      <Disclosure label={signingWords.withdraw.why}><p>{signingWords.withdraw.whyBody}</p></Disclosure>
      {giveBack === undefined ? (
        <div class="stack tight">
          <p class="quiet">{say.next(draft.number)}</p>
          <div class="row">
            <LinkButton href={href("version", { id, version: String(version.number) })}>{say.version}</LinkButton>
            <LinkButton href={href("keys", { id })}>{say.keys}</LinkButton>
            <LinkButton href={href("agreement", { id })}>{say.back}</LinkButton>
          </div>
        </div>
      ) : null}
    </Ceremony>
  );
}
