import type { RefObject } from "preact";
import type { Verified, VerifySigner } from "../../api";
import { Disclosure, LinkButton, Who } from "../../parts";
import { href } from "../../router";
import { verifyWords } from "../../words/verify";

const say = verifyWords;

/** The look of a verdict; its word and its mark say it, too. */
const looks = { valid: "good", not_valid: "danger", cannot_tell: "attention" } as const;

/** What was found in a file: the verdict in three sentences, who signed, and the rest for who wants it. */
export function Verdict(props: { found: Verified; heading: RefObject<HTMLHeadingElement | null> }) {
  const { found } = props;
  const more = found.findings.filter((finding) => finding.text !== found.sentence.happened);
  return (
    <section class="stack" aria-labelledby="verdict">
      <div class={`notice verdict ${looks[found.verdict]} ${found.verdict}`}>
        <h2 id="verdict" ref={props.heading} tabIndex={-1}><span class="sign" aria-hidden="true" />{found.title}</h2>
        <p class="quiet"><bdi>{found.file}</bdi></p>
        <p><strong>{found.sentence.happened}</strong></p>
        <p>{found.sentence.safe}</p>
        <p>{found.sentence.next}</p>
      </div>
      {more.length > 0 ? (
        <div class="stack tight">
          <h3>{say.reasons}</h3>
          <ul>{more.map((finding, at) => <li key={`${finding.code}${at}`}>{finding.text}</li>)}</ul>
        </div>
      ) : null}
      {found.differing.length > 0 ? (
        <div class="stack tight">
          <h3>{say.differing}</h3>
          <ul>{found.differing.map((place) => <li key={place}>{place}</li>)}</ul>
        </div>
      ) : null}
      {found.agreement !== null ? (
        <div class="stack tight">
          <h3>{say.agreement}</h3>
          <p><bdi>{say.version(found.agreement.version, found.agreement.between)}</bdi></p>
          <dl class="facts">
            {found.agreement.frozen !== null ? <><dt>{say.frozen}</dt><dd>{found.agreement.frozen}</dd></> : null}
            <dt>{say.spoken}</dt><dd>{found.words.join(" - ")}</dd>
          </dl>
          {found.agreement.relationship !== null ? (
            <div class="row">
              {found.signers.some((signer) => signer.standing === "changed" || signer.standing === "first") ? <LinkButton href={href("keys", { id: found.agreement.relationship })}>{say.keys}</LinkButton> : null}
              <LinkButton href={href("relationship", { id: found.agreement.relationship })}>{say.open}</LinkButton>
            </div>
          ) : null}
        </div>
      ) : null}
      {found.signers.length > 0 ? (
        <div class="stack tight">
          <h3>{say.signers}</h3>
          <div class="signers">{found.signers.map((signer) => <Signer key={signer.side} signer={signer} />)}</div>
        </div>
      ) : null}
      <Disclosure label={say.details}>
        <dl class="facts">
          <dt>{say.file}</dt><dd><bdi>{found.file}</bdi></dd>
          <dt>{say.size}</dt><dd>{found.size}</dd>
          {found.fingerprint !== null ? <><dt>{say.digits}</dt><dd class="code small">{grouped(found.fingerprint)}</dd></> : null}
        </dl>
        {found.record.length > 0 ? (
          <table class="record">
            <caption>{say.record}</caption>
            <tbody>{found.record.map((event, at) => <tr key={at}><th scope="row">{event.at}</th><td>{event.words}</td></tr>)}</tbody>
          </table>
        ) : null}
      </Disclosure>
    </section>
  );
}

function Signer({ signer }: { signer: VerifySigner }) {
  return (
    <div class="card">
      <Who name={signer.name} side={signer.side} />
      <dl class="facts">
        <dt>{say.signed}</dt><dd>{signer.at}</dd>
        <dt>{say.kind}</dt><dd>{signer.kind}</dd>
        <dt>{say.text}</dt><dd>{signer.textSignature ? say.holds : say.fails}</dd>
        <dt>{say.pdf}</dt><dd>{signer.pdfSignature ? say.holds : say.fails}</dd>
        <dt>{say.key}</dt><dd>{signer.keyWords.join(" - ")}</dd>
      </dl>
      <p class="quiet">{signer.standingText}</p>
    </div>
  );
}

/** Digits in groups of eight, for people to compare. */
function grouped(digits: string): string {
  return digits.match(/.{1,8}/g)?.join(" ") ?? digits;
}
