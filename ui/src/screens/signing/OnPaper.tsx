import { useState } from "preact/hooks";
import { type ApiError, apiError, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, DateField, Trouble } from "../../parts";
import { words } from "../../words";
import { signingWords } from "../../words/signing";
import { SavePaper } from "../agreement/SavePaper";

const say = signingWords.paper;

/** What is told of a signature by hand. */
export interface PaperSignature {
  /** "2026-03-24", or null where it is not said yet. */
  signedOn: string | null;
  /** The file that shows it. */
  scan: { name: string; base64: string } | null;
}

/** Signing by hand: print, sign, say when, attach what shows it. The other person confirms it. */
export function OnPaper(props: { relationship: string; other: string; value: PaperSignature; onChange: (change: (before: PaperSignature) => PaperSignature) => void; errorOf: (field: string) => string | null }) {
  const { value, onChange } = props;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const problem = props.errorOf("scan");
  const choose = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const scan = await shell.openScan();
      if (scan !== null) {
        // The day may have been read while the dialog was open.
        onChange((before) => ({ ...before, scan }));
        announce(say.chosen(scan.name));
      }
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack loose">
      <div class="stack">
        <p><strong>{say.print}</strong></p>
        <SavePaper relationship={props.relationship} kind="to_sign" beside />
      </div>
      <p><strong>{say.hand}</strong></p>
      <div class="stack">
        <p><strong>{say.tell}</strong></p>
        <DateField
          past
          id="signedOn"
          label={say.on}
          error={props.errorOf("signedOn")}
          value={value.signedOn}
          onChange={(signedOn) => onChange((before) => ({ ...before, signedOn }))}
          chips={[{ words: say.today }, { words: say.yesterday, days: -1 }]}
        />
        <div class="field" role="group" id="scan" tabIndex={-1} aria-labelledby="scan-label" aria-describedby={problem === null ? "scan-hint" : "scan-hint scan-error"}>
          <span class="name" id="scan-label">{say.scan} <span class="optional">{words.optional}</span></span>
          <span class="hint" id="scan-hint">{say.scanHint}</span>
          {value.scan !== null ? <p>{say.chosen(value.scan.name)}</p> : null}
          {problem !== null ? <div class="error" id="scan-error">{problem}</div> : null}
          <div class="row">
            <Button compact off={busy} onClick={() => void choose()}>{value.scan === null ? say.choose : say.change}</Button>
            {value.scan !== null ? (
              <Button
                compact
                kind="quiet"
                onClick={() => {
                  onChange((before) => ({ ...before, scan: null }));
                  announce(say.removed);
                }}
              >
                {say.remove}
              </Button>
            ) : null}
          </div>
        </div>
        {trouble !== null ? <Trouble error={trouble} /> : null}
      </div>
      <p>{say.confirms(props.other)}</p>
    </div>
  );
}
