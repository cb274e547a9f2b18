import { useState } from "preact/hooks";
import type { ContactLogView, Mechanism, NotHeardBack, StarterView } from "../../api";
import { saving } from "../../autosave";
import { apiError, call, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Notice, toast, Trouble, Usable } from "../../parts";
import { useQuery } from "../../query";
import { stayingWords } from "../../words/staying";
import { AllFine } from "./AllFine";
import { LogContact } from "./LogContact";
import { LogList } from "./LogList";
import { Message } from "./Message";
import { Programme } from "./Programme";

const say = stayingWords;
const tell = (error: unknown): void => toast(apiError(error).message);

/** Staying in touch: where the two stand, the log, and what follows from it (R2 to R9, R16, R18, R19, R38 to R40, R56, R57). */
export function Staying({ relationship, partner }: { relationship: string; partner: string }) {
  const query = useQuery("contact.list", { relationship });
  const view = query.value.value;
  return (
    <div class="stack loose staying">
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? <Parts relationship={relationship} partner={partner} view={view} /> : null}
    </div>
  );
}

function Parts({ relationship, partner, view }: { relationship: string; partner: string; view: ContactLogView }) {
  const connected = view.contact.state !== "not_connected";
  const ringing = view.quiet?.state === "ringing";
  return (
    <>
      <section class="stack tight" aria-labelledby="staying">
        <h2 id="staying">{say.title}</h2>
        <p>{view.contact.words}</p>
        <p class="small quiet">{say.last}: {view.contact.lastWords}</p>
      </section>
      {/* That they were in touch is written down after the end as well (R125). */}
      {connected ? <Usable><LogContact relationship={relationship} partner={partner} /></Usable> : null}
      {view.escalations.filter((each) => each.due).map((each) => <Programme key={each.about} relationship={relationship} escalation={each} />)}
      {view.notHeardBack.length > 0 ? (
        <section class="stack" aria-labelledby="unanswered">
          <h2 id="unanswered">{say.unanswered.title}</h2>
          {view.notHeardBack.map((each) => <Unanswered key={each.contact} relationship={relationship} waiting={each} />)}
        </section>
      ) : null}
      {view.quiet !== null ? (
        <section class="stack" aria-labelledby="quiet">
          <h2 id="quiet">{say.quiet}</h2>
          <p>{view.quiet.words}</p>
          {ringing ? <Agreed mechanism={view.quiet.mechanism} /> : null}
        </section>
      ) : null}
      {view.starters.length > 0 ? <Starters relationship={relationship} starters={view.starters} /> : null}
      {connected ? <AllFine relationship={relationship} fine={view.allFine} /> : null}
      {connected ? <Usable><LogList relationship={relationship} partner={partner} contacts={view.contacts} /></Usable> : null}
      {view.escalations.filter((each) => !each.due).map((each) => <Programme key={each.about} relationship={relationship} escalation={each} />)}
    </>
  );
}

/** The agreed way to check, with its words to copy (R14, R40). */
function Agreed({ mechanism }: { mechanism: Mechanism }) {
  const copy = (): void => {
    shell.copyText(mechanism.text).then(() => announce(say.copied), tell);
  };
  return (
    <Notice>
      {mechanism.nudge !== "" ? <p>{mechanism.nudge}</p> : null}
      <p>{say.check(mechanism.channel)}</p>
      <p><q>{mechanism.text}</q></p>
      <div class="row"><Button reads compact onClick={copy}>{say.copy}</Button></div>
    </Notice>
  );
}

function Unanswered({ relationship, waiting }: { relationship: string; waiting: NotHeardBack }) {
  const settle = (): void => {
    saving(() => call("contact.change", { relationship, contact: waiting.contact, needsReply: false })).catch(tell);
  };
  return (
    <div class="stack tight">
      <p>{waiting.words}</p>
      {waiting.due ? <Agreed mechanism={waiting.mechanism} /> : null}
      <div class="row"><Button compact label={say.unanswered.settleOf(waiting.words)} onClick={settle}>{say.unanswered.settle}</Button></div>
    </div>
  );
}

function Starters({ relationship, starters }: { relationship: string; starters: readonly StarterView[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const log = (): void => {
    saving(() => call("contact.log", { relationship, direction: "out", channel: "email" })).then(() => setOpen(null), tell);
  };
  const shown = starters.find((each) => each.key === open);
  return (
    <section class="stack" aria-labelledby="starters">
      <h2 id="starters">{say.starters.title}</h2>
      <p class="hint">{say.starters.lead}</p>
      <div class="row">
        {starters.map((each) => (
          <Button key={each.key} label={say.starters.open(each.title)} onClick={() => setOpen(open === each.key ? null : each.key)}>{each.title}</Button>
        ))}
      </div>
      {shown !== undefined ? (
        <div class="stack indented">
          <p class="small">{shown.about}</p>
          <Message key={shown.key} draft={shown.message} onSent={log} />
        </div>
      ) : null}
    </section>
  );
}
