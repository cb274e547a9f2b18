import { useState } from "preact/hooks";
import { flush } from "../../autosave";
import { call } from "../../ipc";
import { Button, DateField, Dialog, LinkButton, Notice, toast, Trouble, Usable, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { endingWords } from "../../words/ending";
import { Message } from "../contact/Message";
import { Carry } from "./Carry";
import { Page, toHeading } from "./frame";

const say = endingWords.ending;

/** Ending without fault, from any stage and without a reason (R97). */
export function Ending({ relationship }: { relationship: string }) {
  const query = useQuery("ending.get", { relationship });
  const view = query.value.value;
  const about = useQuery("relationship.get", { relationship }).value.value;
  const id = relationship;
  return (
    <Page relationship={relationship} title={say.title} lead={say.lead} badge={about?.badge ?? null}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose ending">
          {view.standing !== "open" ? (
            <Notice title={about?.badge ?? say.over}>
              {about === undefined ? null : <p>{about.status}</p>}
              <div class="row"><LinkButton href={href("closing", { id })}>{say.back}</LinkButton></div>
            </Notice>
          ) : null}
          <section class="card stack" aria-labelledby="clause">
            <h2 id="clause">{say.clause}</h2>
            {view.leftOut ? <p>{say.leftOut}</p> : null}
            {view.clause === "" ? null : <><h3>{view.clauseTitle}</h3><p class="reading written">{view.clause}</p></>}
          </section>
          {view.standing === "open" ? (
            <section class="stack" aria-labelledby="talk">
              <h2 id="talk">{say.talk}</h2>
              <p>{view.suggestion}</p>
              <div class="row"><LinkButton href={href("closing", { id })}>{say.closing}</LinkButton></div>
            </section>
          ) : null}
          <section class="stack" aria-labelledby="letter">
            <h2 id="letter">{say.draft}</h2>
            <p class="hint">{say.draftLead}</p>
            <Message key={view.draft.body} draft={{ to: view.draft.to, subject: view.draft.subject, text: view.draft.body }} />
          </section>
          {view.standing === "open" ? <End relationship={relationship} title={about?.title ?? ""} /> : null}
          {about?.role === "mentee" && view.standing !== "open" ? <Usable><Carry relationship={relationship} /></Usable> : null}
        </div>
      ) : null}
    </Page>
  );
}

function End({ relationship, title }: { relationship: string; title: string }) {
  const [on, setOn] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const form = useForm();
  const end = async (): Promise<void> => {
    setAsking(false);
    if (!(await flush())) return;
    let badge = "";
    const done = await form.send(async () => {
      badge = (await call("ending.end", { relationship, ...(on === null ? {} : { on }) })).badge ?? "";
    });
    if (!done) return;
    toast(say.done(badge));
    toHeading();
  };
  return (
    <section class="card stack" aria-labelledby="end">
      <h2 id="end">{say.end}</h2>
      <p>{say.body}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <DateField id="on" past label={endingWords.close.on} hint={endingWords.close.onHint} optional value={on} onChange={setOn} error={form.errorOf("on")} />
      <div class="row"><Button kind="danger" off={form.busy} onClick={() => setAsking(true)}>{say.button}</Button></div>
      <Dialog open={asking} title={say.sure(title)} narrow onClose={() => setAsking(false)}>
        <p>{say.body}</p>
        <div class="row">
          <Button kind="danger" onClick={() => void end()}>{say.yes}</Button>
          <Button onClick={() => setAsking(false)}>{endingWords.cancel}</Button>
        </div>
      </Dialog>
    </section>
  );
}
