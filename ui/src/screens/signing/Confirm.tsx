import { useState } from "preact/hooks";
import type { ScanFile, Signing, VersionView } from "../../api";
import { type ApiError, apiError, call, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Picture, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { signingWords } from "../../words/signing";
import { Ceremony, type Way } from "./Ceremony";
import { Fingerprint } from "./Fingerprint";
import type { Turn } from "./turns";

const say = signingWords.confirm;

interface ConfirmProps {
  relationship: string;
  version: VersionView;
  me: Turn;
  other: Turn;
  way: Way;
  onDone: (after: Signing) => void;
  onNot: () => void;
}

/** The other person's signature on paper: seen, and confirmed by this one. */
export function Confirm({ relationship, version, me, other, way, onDone, onNot }: ConfirmProps) {
  const form = useForm();
  const paper = version.people.find((each) => each.side === other.side)?.signature?.paper ?? null;
  const on = useQuery("date.read", paper === null ? null : { text: paper.signedOn }).value.value;
  const attached = useQuery("signing.scan", paper?.scan == null ? null : { relationship, sha256: paper.scan.sha256 });
  const scan = attached.value.value;
  const confirm = async (): Promise<void> => {
    if (me.confirms === null) return;
    let after: Signing | null = null;
    const signature = me.confirms;
    const done = await form.send(async () => {
      after = await call("signing.confirm", { relationship, signature, side: me.side });
    });
    if (!done || after === null) return;
    announce(say.done);
    onDone(after);
  };
  return (
    <Ceremony relationship={relationship} way={way} title={say.title(other.name)} lead={on === undefined ? undefined : say.lead(other.name, on.words)}>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <Fingerprint of={version.fingerprint} />
      {paper?.scan == null ? <p>{say.noScan}</p> : scan !== undefined ? <Scan relationship={relationship} sha256={paper.scan.sha256} scan={scan} name={other.name} /> : attached.error.value !== null ? <Trouble error={attached.error.value} onRetry={() => void attached.ask()} /> : null}
      <p>{say.body(other.name)}</p>
      <div class="row">
        <Button kind="primary" main off={form.busy} onClick={() => void confirm()}>{say.button(other.name)}</Button>
        <Button kind="quiet" onClick={onNot}>{say.notMine}</Button>
      </div>
    </Ceremony>
  );
}

/** What was attached to the signature: a picture is looked at here, a PDF with the program for it. */
function Scan({ relationship, sha256, scan, name }: { relationship: string; sha256: string; scan: ScanFile; name: string }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const open = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await shell.showScan(relationship, sha256);
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  const isPdf = scan.mime === "application/pdf";
  return (
    <section class="stack scan" aria-label={say.file(name)}>
      {isPdf ? <p>{say.pdf}</p> : <Picture png={scan.base64} kind={scan.mime} words={say.scan(name)} />}
      <div class="stack tight">
        <p>{scan.name === "" ? null : <><bdi>{scan.name}</bdi> · </>}{scan.words}</p>
        <div class="row"><Button describedBy="open-scan" off={busy} onClick={() => void open()}>{say.open}</Button></div>
        <p class="hint" id="open-scan">{say.openWhy}</p>
      </div>
      {trouble !== null ? <Trouble error={trouble} /> : null}
    </section>
  );
}
