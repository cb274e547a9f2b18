import { useState } from "preact/hooks";
import type { ClosingFacts, ClosingGroup, ClosingView } from "../../api";
import { flush } from "../../autosave";
import { call } from "../../ipc";
import { Button, DateField, Dialog, LinkButton, Notice, TextArea, toast, Trouble, Usable, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { endingWords } from "../../words/ending";
import { SavePaper } from "../agreement/SavePaper";
import { Carry } from "./Carry";
import { Course, Steps } from "./Course";
import { Culture } from "./Culture";
import { Page, toHeading } from "./frame";
import { Questions } from "./Questions";
import { Touch } from "./Touch";

const say = endingWords.closing;
const GROUPS: readonly ClosingGroup[] = ["stock", "return"];

/** The closing conversation (R122 to R127): facts, questions, what comes after, and closing; afterwards the same to read. */
export function Closing({ relationship }: { relationship: string }) {
  const query = useQuery("closing.get", { relationship });
  const view = query.value.value;
  const about = useQuery("relationship.get", { relationship }).value.value;
  const open = view?.standing === "open";
  return (
    <Page relationship={relationship} title={say.title} lead={view === undefined || open ? say.lead : undefined} badge={view?.badge ?? null}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view !== undefined ? (
        <div class="stack loose ending">
          {open ? <When relationship={relationship} view={view} /> : <Usable><Reopen relationship={relationship} view={view} /></Usable>}
          <Facts facts={view.facts} />
          {GROUPS.map((group) => <Questions key={group} relationship={relationship} group={group} view={view} />)}
          <Usable><Touch relationship={relationship} touch={view.stayInTouch} /></Usable>
          <Culture relationship={relationship} view={view} />
          <Questions relationship={relationship} group="evaluation" view={view} />
          <section class="stack" aria-labelledby="record">
            <h2 id="record">{say.record}</h2>
            <p class="hint">{say.recordHint}</p>
            <SavePaper relationship={relationship} kind="closing_record" beside={open} />
          </section>
          {open ? <Close relationship={relationship} view={view} title={about?.title ?? ""} /> : null}
          {open ? <Course relationship={relationship} endsOn={view.endsOn?.date ?? null} /> : null}
          {about?.role === "mentee" ? <Usable><Carry relationship={relationship} /></Usable> : null}
          <Steps steps={view.steps} />
          <div class="row">
            {open ? <LinkButton href={href("ending", { id: relationship })}>{endingWords.section.ending}</LinkButton> : null}
            <LinkButton href={href("deletion", { id: relationship })}>{endingWords.section.deletion}</LinkButton>
          </div>
        </div>
      ) : null}
    </Page>
  );
}

function When({ relationship, view }: { relationship: string; view: ClosingView }) {
  return (
    <section class="stack tight">
      {view.endsOn !== null ? <p>{say.ends(view.endsOn.words)} <span class="quiet small">{view.endsOn.relative}</span></p> : null}
      <p>{view.meeting === null ? say.noMeeting : say.meeting(view.meeting.words)}</p>
      {view.meeting === null ? <div class="row"><LinkButton compact href={href("sessions", { id: relationship })}>{say.sessions}</LinkButton></div> : null}
    </section>
  );
}

/** What was counted, and behind it what it was counted from (R122, R124). */
function Facts({ facts }: { facts: ClosingFacts }) {
  return (
    <section class="card stack" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <p class="status">{facts.sentence}</p>
      <div class="columns">
        {facts.goalLines.length > 0 ? (
          <div class="stack tight">
            <h3>{say.goals}</h3>
            <ul class="plain-lines">{facts.goalLines.map((goal) => <li key={goal.goal}>{goal.title} <span class="quiet small">{[goal.state, goal.rank === null ? "" : say.rank(goal.rank)].filter(Boolean).join(", ")}</span></li>)}</ul>
          </div>
        ) : null}
        {facts.meetingLines.length > 0 ? (
          <div class="stack tight">
            <h3>{say.meetings}</h3>
            <ul class="plain-lines">{facts.meetingLines.map((line, at) => <li key={`${line.date.date} ${at}`}>{say.minutes(line.date.words, line.minutes)}</li>)}</ul>
          </div>
        ) : null}
        {facts.momentLines.length > 0 ? (
          <div class="stack tight">
            <h3>{say.moments}</h3>
            <ul class="plain-lines">{facts.momentLines.map((moment, at) => <li key={at}>{moment.text} <span class="quiet small">{[moment.date?.words ?? "", moment.shared ? "" : say.alone].filter(Boolean).join(", ")}</span></li>)}</ul>
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** Closing for good: what is empty is named, nothing is asked for (R127). */
function Close({ relationship, view, title }: { relationship: string; view: ClosingView; title: string }) {
  const words = endingWords.close;
  const [on, setOn] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const form = useForm();
  const close = async (): Promise<void> => {
    setAsking(false);
    // A closed relationship takes no letters: the last ones first.
    if (!(await flush())) return;
    let badge = "";
    const done = await form.send(async () => {
      badge = (await call("closing.close", { relationship, ...(on === null ? {} : { on }) })).badge ?? "";
    });
    if (!done) return;
    toast(words.done(badge));
    toHeading();
  };
  return (
    <section class="card stack" aria-labelledby="close">
      <h2 id="close">{words.title}</h2>
      {view.open.length > 0 ? <p class="small quiet">{words.open} {view.open.join("; ")}</p> : null}
      <p>{words.body}</p>
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <DateField id="on" past label={words.on} hint={words.onHint} optional value={on} onChange={setOn} error={form.errorOf("on")} />
      <div class="row"><Button kind="primary" main off={form.busy} onClick={() => setAsking(true)}>{words.button}</Button></div>
      <Dialog open={asking} title={words.sure(title)} narrow onClose={() => setAsking(false)}>
        <p>{words.body}</p>
        <div class="row">
          <Button kind="primary" onClick={() => void close()}>{words.yes}</Button>
          <Button onClick={() => setAsking(false)}>{endingWords.cancel}</Button>
        </div>
      </Dialog>
    </section>
  );
}

/** Read-only, and the way back with a reason (R127). */
function Reopen({ relationship, view }: { relationship: string; view: ClosingView }) {
  const words = endingWords.reopen;
  const [reason, setReason] = useState("");
  const form = useForm();
  return (
    <Notice title={view.badge ?? ""}>
      <p>{view.sentence}</p>
      <p>{words.body}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.check([reason.trim() === "" && { field: "reason", message: words.missing }])) return;
          void form.send(() => call("closing.reopen", { relationship, reason })).then((done) => {
            if (!done) return;
            toast(words.done);
            toHeading();
          });
        }}
      >
        {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
        <TextArea id="reason" label={words.reason} value={reason} onInput={setReason} error={form.errorOf("reason")} />
        <div class="row"><Button type="submit" off={form.busy}>{words.button}</Button></div>
      </form>
    </Notice>
  );
}
