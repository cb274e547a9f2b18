import { useState } from "preact/hooks";
import type { DrawnSignature, SignatureKind, Signing, VersionView } from "../../api";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, ErrorSummary, Notice, RadioSet, TextField, Trouble, useForm, Who } from "../../parts";
import { signingWords } from "../../words/signing";
import { Ceremony, type Way } from "./Ceremony";
import { Fingerprint } from "./Fingerprint";
import { OnPaper, type PaperSignature } from "./OnPaper";
import { Pad } from "./Pad";
import type { Turn } from "./turns";

const say = signingWords.sign;
const KINDS: readonly SignatureKind[] = ["typed", "drawn", "on_paper"];

interface SignatureProps {
  relationship: string;
  statement: string;
  version: VersionView;
  me: Turn;
  other: Turn;
  way: Way;
  onBack: () => void;
  onSigned: (after: Signing) => void;
}

/** One person signs: by their typed name, by a drawing, or on paper. All three count the same. */
export function Signature({ relationship, statement, version, me, other, way, onBack, onSigned }: SignatureProps) {
  const [kind, setKind] = useState<SignatureKind>("typed");
  const [name, setName] = useState("");
  const [drawing, setDrawing] = useState<DrawnSignature | null>(null);
  const [paper, setPaper] = useState<PaperSignature>({ signedOn: null, scan: null });
  const form = useForm();
  const sign = async (): Promise<void> => {
    const fine = form.check([
      kind === "typed" && name.trim() === "" && { field: "name", message: say.missingName },
      kind === "drawn" && drawing === null && { field: "drawing", message: signingWords.draw.missing },
      kind === "on_paper" && paper.signedOn === null && { field: "signedOn", message: signingWords.paper.missingOn },
    ]);
    if (!fine) return;
    let after: Signing | null = null;
    const done = await form.send(async () => {
      after = await call("signing.sign", {
        relationship,
        version: version.id,
        fingerprint: version.fingerprint.hex,
        side: me.side,
        name: kind === "typed" ? name : me.name,
        kind,
        drawing: kind === "drawn" ? drawing : null,
        paper: kind === "on_paper" && paper.signedOn !== null ? { signedOn: paper.signedOn, scan: paper.scan === null ? null : { base64: paper.scan.base64, name: paper.scan.name } } : null,
      });
    });
    if (!done || after === null) return;
    announce(say.saved(me.name));
    onSigned(after);
  };
  return (
    <Ceremony relationship={relationship} way={way} title={say.title(me.name)} lead={say.lead(version.number, other.name)}>
      <ErrorSummary mistakes={form.mistakes} />
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <form
        class="stack loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <div class="stack tight">
          <p class="label">{say.as}</p>
          <p><Who name={me.name} side={me.side} /></p>
        </div>
        <Fingerprint of={version.fingerprint} />
        <RadioSet legend={say.kind} look="cards" options={KINDS.map((value) => ({ value, ...say.kinds[value] }))} value={kind} onChange={setKind} />
        {kind === "typed" ? (
          <div class="stack">
            <TextField id="name" label={say.name} hint={say.nameHint(me.name)} error={form.errorOf("name")} value={name} onInput={setName} spellcheck={false} width="middle" />
            <p class="signed-name" aria-hidden="true"><span class="label">{say.preview}</span><span class="reading">{name.trim() === "" ? "\u00a0" : name}</span></p>
          </div>
        ) : kind === "drawn" ? (
          <Pad name={me.name} error={form.errorOf("drawing")} onDraw={setDrawing} onType={() => setKind("typed")} />
        ) : (
          <OnPaper relationship={relationship} other={other.name} value={paper} onChange={setPaper} errorOf={form.errorOf} />
        )}
        <Notice>
          <p><strong>{statement}</strong></p>
          <p>{other.signed ? say.last : say.first(other.name)}</p>
        </Notice>
        <div class="row apart">
          <Button onClick={onBack}>{say.back}</Button>
          <Button type="submit" kind="primary" main off={form.busy}>{form.busy ? say.signing : say.button(me.name)}</Button>
        </div>
      </form>
    </Ceremony>
  );
}
