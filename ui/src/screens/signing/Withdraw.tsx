import { useState } from "preact/hooks";
import type { Signing } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, Dialog, Trouble } from "../../parts";
import { signingWords } from "../../words/signing";
import type { Turn } from "./turns";

/** Takes a signature back, as long as not both have signed; asks first, since the other person counts on it. */
export function Withdraw({ relationship, version, me, onDone }: { relationship: string; version: number; me: Turn; onDone: (after: Signing) => void }) {
  const say = signingWords.withdraw;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{say.button}</Button>
      <Ask
        open={open}
        title={say.title}
        body={say.body(version)}
        yes={say.yes}
        no={say.keep}
        deed={() => call("signing.withdraw", { relationship, side: me.side })}
        onClose={() => setOpen(false)}
        onDone={(after) => {
          setOpen(false);
          announce(say.done);
          onDone(after);
        }}
      />
    </>
  );
}

/** The second person leaves the version unsigned. */
export function Decline(props: { open: boolean; relationship: string; version: number; me: Turn; other: Turn; onClose: () => void; onDone: (after: Signing) => void }) {
  const say = signingWords.decline;
  return (
    <Ask
      open={props.open}
      title={say.title}
      body={say.body(props.version, props.other.name)}
      yes={say.yes}
      no={say.no}
      deed={() => call("signing.withdraw", { relationship: props.relationship, side: props.me.side })}
      onClose={props.onClose}
      onDone={(after) => {
        announce(say.done);
        props.onDone(after);
      }}
    />
  );
}

function Ask(props: { open: boolean; title: string; body: string; yes: string; no: string; deed: () => Promise<Signing>; onClose: () => void; onDone: (after: Signing) => void }) {
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setTrouble(null);
    props.onClose();
  };
  const run = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const after = await saving(props.deed);
      setTrouble(null);
      props.onDone(after);
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={props.open} title={props.title} onClose={close}>
      <p>{props.body}</p>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      <div class="foot">
        <Button kind="danger" off={busy} onClick={() => void run()}>{props.yes}</Button>
        <Button kind="primary" onClick={close}>{props.no}</Button>
      </div>
    </Dialog>
  );
}
