import type { FingerprintView } from "../../api";
import { Button, copy, Disclosure, toast } from "../../parts";
import { words } from "../../words";
import { signingWords } from "../../words/signing";

const say = signingWords.fingerprint;

/** The four words of a text, with the whole fingerprint and what it is for below. */
export function Fingerprint({ of: { words: four, hex }, label = say.label }: { of: FingerprintView; label?: string }) {
  return (
    <div class="fingerprint stack tight">
      <p><span class="label">{label}</span><br /><strong class="four">{four.join(" · ")}</strong></p>
      <Disclosure label={say.what}>
        <div class="stack tight">
          <p>{say.whatBody}</p>
          <p class="small">{say.hex}: <code class="hex">{hex.replace(/(.{8})(?=.)/g, "$1 ")}</code></p>
          <div class="row"><Button reads compact label={say.copyOf} onClick={() => void copy(`${four.join(" ")}\n${hex}`).then((done) => toast(done ? words.copied : words.notCopied))}>{say.copy}</Button></div>
        </div>
      </Disclosure>
    </div>
  );
}
