import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { effect } from "@preact/signals";
import type { Verified } from "../../api";
import { type ApiError, apiError, changed, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Disclosure, Screen, Trouble } from "../../parts";
import { verifyWords } from "../../words/verify";
import { Verdict } from "./Verdict";

const say = verifyWords;

/** A PDF from outside: is it what two people signed? It is chosen here, or dropped on the window. */
export function Verify() {
  const [found, setFound] = useState<Verified | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const busy = useRef(false);
  const [looking, setLooking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const look = async (ask: () => Promise<Verified | null>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setLooking(true);
    setTrouble(null);
    try {
      const verified = await ask();
      if (verified !== null) {
        setFound(verified);
        announce(say.found(verified.title));
      }
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      busy.current = false;
      setLooking(false);
    }
  };
  // A file that was dropped while another page was shown, or is dropped now. Asked before a key can come: what the key
  // begins would keep the dropped file waiting unseen.
  useLayoutEffect(() => {
    void look(shell.verifyDropped);
    let known = changed.peek();
    return effect(() => {
      const now = changed.value;
      if (now === known) return;
      known = now;
      if (now.kinds.includes("verify")) void look(shell.verifyDropped);
    });
  }, []);
  useLayoutEffect(() => {
    if (found !== null) heading.current?.focus({ preventScroll: true });
  }, [found]);
  return (
    <Screen title={say.title} lead={say.lead}>
      <div class="stack tight">
        <div class="row">
          <Button kind={found === null ? "primary" : "plain"} main off={looking} describedBy="verify-hint" onClick={() => void look(shell.verifyFile)}>
            {found === null ? say.choose : say.another}
          </Button>
          {looking ? <span class="quiet">{say.looking}</span> : null}
        </div>
        <p class="quiet" id="verify-hint">{say.hint}</p>
      </div>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {found !== null ? <Verdict found={found} heading={heading} /> : null}
      <Disclosure label={say.how}>
        <div class="stack tight">{say.howLines.map((line) => <p key={line}>{line}</p>)}</div>
      </Disclosure>
    </Screen>
  );
}
