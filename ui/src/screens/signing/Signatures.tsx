import type { DrawnSignature, SignerView, VersionView } from "../../api";
import { Who } from "../../parts";
import { useQuery } from "../../query";
import { signingWords } from "../../words/signing";

const say = signingWords.receipt;

/** Who has signed a version: how, when, and what was drawn; in the order of signing. */
export function Signatures({ version }: { version: VersionView }) {
  const signed = version.people.filter((each) => each.signature !== null);
  signed.sort((a, b) => (a.signature?.at.at ?? "").localeCompare(b.signature?.at.at ?? ""));
  return <div class="columns">{signed.map((each) => <One key={each.side} signer={each} />)}</div>;
}

function One({ signer: { side, name, signature } }: { signer: SignerView }) {
  const on = useQuery("date.read", signature?.paper == null ? null : { text: signature.paper.signedOn }).value.value;
  if (signature === null) return null;
  const { drawing, paper, confirmed, waitsForConfirmation } = signature;
  return (
    <section class={`card signed ${side}`} aria-label={name}>
      <h3><Who name={name} side={side} /></h3>
      {signature.kind === "typed" ? <p class="signed-name"><span class="reading">{signature.name}</span></p> : null}
      {drawing !== null ? <Drawn drawing={drawing} name={name} /> : null}
      <dl class="facts close">
        <dt>{say.when}</dt>
        <dd>{signature.at.words}</dd>
        <dt>{say.kind}</dt>
        <dd>{say.how[signature.kind]}{on === undefined ? null : ` ${say.paperOn(on.words)}`}{paper?.scan == null ? null : say.scan}</dd>
        {paper === null ? null : (
          <>
            <dt>{say.confirmed}</dt>
            <dd>{confirmed?.words ?? (waitsForConfirmation ? say.notConfirmed : "")}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** A signature drawn by hand, as it was drawn. */
function Drawn({ drawing, name }: { drawing: DrawnSignature; name: string }) {
  return (
    <svg class="drawn-signature" viewBox={`0 0 ${Math.max(1, drawing.width)} ${Math.max(1, drawing.height)}`} role="img" aria-label={signingWords.draw.alternative(name)}>
      {drawing.strokes.map((points, index) => {
        const [first] = points;
        // A stroke of one point is a dot.
        return points.length === 1 && first !== undefined ? <circle key={index} cx={first[0]} cy={first[1]} r={2} /> : <polyline key={index} points={points.map((point) => point.join(",")).join(" ")} />;
      })}
    </svg>
  );
}
