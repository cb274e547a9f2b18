import type { Signing, VersionView } from "../../api";
import { call } from "../../ipc";
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
  const scan = useQuery("signing.scan", paper?.scan == null ? null : { relationship, sha256: paper.scan.sha256 }).value.value;
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
      {paper?.scan == null ? <p>{say.noScan}</p> : paper.scan.mime === "application/pdf" ? <p>{say.pdf}</p> : scan !== undefined ? <div class="scan"><Picture png={scan.base64} kind={scan.mime} words={say.scan(other.name)} /></div> : null}
      <p>{say.body(other.name)}</p>
      <div class="row">
        <Button kind="primary" main off={form.busy} onClick={() => void confirm()}>{say.button(other.name)}</Button>
        <Button kind="quiet" onClick={onNot}>{say.notMine}</Button>
      </div>
    </Ceremony>
  );
}
