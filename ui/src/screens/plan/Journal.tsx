import { useState } from "preact/hooks";
import type { AssessmentList, AssessmentStage, BehaviourView, MomentView } from "../../api";
import { call } from "../../ipc";
import { Button, Checkbox, DateField, Dialog, LinkButton, Screen, TextArea, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { planWords as say } from "../../words/plan";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { attempt } from "./deeds";

/** Moments (R106), what somebody wants to change (R99), and where the mentee stands (R86). */
export function Journal({ relationship }: { relationship: string }) {
  const query = useQuery("journal.list", { relationship });
  const journal = query.value.value;
  return (
    <Screen title={say.journalTitle} lead={say.journalLead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      <div class="row"><LinkButton href={href("plan", { id: relationship })}>{say.back}</LinkButton></div>
      {journal !== undefined ? (
        <div class="stack loose plan">
          <section class="stack" aria-labelledby="moments">
            <h2 id="moments">{say.journalTitle}</h2>
            <NewMoment relationship={relationship} />
            {journal.moments.length === 0 ? <p class="quiet">{say.noMoments}</p> : <p class="small quiet">{journal.words}</p>}
            <ul class="bare stack">{journal.moments.map((moment) => <li key={moment.id}><Moment relationship={relationship} moment={moment} /></li>)}</ul>
          </section>
          <Behaviours relationship={relationship} />
          <Standing relationship={relationship} />
        </div>
      ) : null}
    </Screen>
  );
}

function NewMoment({ relationship }: { relationship: string }) {
  const form = useForm();
  const [text, setText] = useState("");
  const [on, setOn] = useState<string | null>(null);
  const [share, setShare] = useState(false);
  const save = (): void => {
    void form.send(() => call("journal.add", { relationship, text, share, ...(on === null ? {} : { on }) })).then((done) => {
      if (!done) return;
      setText("");
      setOn(null);
      setShare(false);
    });
  };
  return (
    <form class="stack row-form" aria-label={say.moment} onSubmit={(event) => { event.preventDefault(); save(); }}>
      {form.trouble !== null ? <p class="error">{form.trouble.message}</p> : null}
      <TextArea id="text" label={say.moment} value={text} error={form.errorOf("text")} onInput={setText} />
      <DateField id="on" past label={say.momentOn} optional value={on} error={form.errorOf("on")} onChange={setOn} />
      <Checkbox label={say.share} about={share ? say.shared : say.private} checked={share} onChange={setShare} />
      <div class="row"><Button type="submit" kind="primary" main off={form.busy}>{say.keep}</Button></div>
    </form>
  );
}

function Moment({ relationship, moment }: { relationship: string; moment: MomentView }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="stack tight entry">
      <p>{moment.text}</p>
      <p class="small quiet">{moment.on.words}, {moment.author}. {moment.shared ? say.shared : say.private}</p>
      <div class="row">
        {moment.shared ? null : <Button compact kind="quiet" label={say.shareOf(moment.text)} onClick={() => setAsking(true)}>{say.shareNow}</Button>}
        <Button compact kind="quiet" label={say.remove(moment.text)} onClick={() => void attempt(() => call("journal.remove", { relationship, moment: moment.id }))}>{say.removeShort}</Button>
      </div>
      <Dialog open={asking} title={say.sharing} narrow onClose={() => setAsking(false)}>
        <div class="stack">
          <p>{say.sharingBody}</p>
          <div class="row">
            <Button kind="primary" onClick={() => void attempt(() => call("journal.share", { relationship, moment: moment.id })).then(() => setAsking(false))}>{say.shareNow}</Button>
            <Button onClick={() => setAsking(false)}>{say.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

/** What the owner wants to change: theirs alone, until they make a goal of it (R99). */
function Behaviours({ relationship }: { relationship: string }) {
  const all = useQuery("behaviour.list", { relationship }).value.value;
  const [promoting, setPromoting] = useState<BehaviourView | null>(null);
  return (
    <section class="stack private" aria-labelledby="change">
      <h2 id="change">{say.change}</h2>
      <p class="small">{say.changeBody}</p>
      <ul class="bare stack tight">
        {all?.behaviours.map((each) => (
          <li key={each.id} class="row">
            <span class="grow">{each.text}{each.title !== null ? <span class="small quiet"> {say.isGoal(each.title)}</span> : null}</span>
            {each.goal === null ? <Button compact kind="quiet" label={say.promoteOf(each.text)} onClick={() => setPromoting(each)}>{say.promote}</Button> : null}
            <Button compact kind="quiet" label={say.remove(each.text)} onClick={() => void attempt(() => call("behaviour.remove", { relationship, behaviour: each.id }))}>{say.removeShort}</Button>
          </li>
        ))}
      </ul>
      <Adder label={say.changeNew} add={(text) => call("behaviour.add", { relationship, text })} />
      {promoting !== null ? <Promote relationship={relationship} behaviour={promoting} onClose={() => setPromoting(null)} /> : null}
    </section>
  );
}

function Promote({ relationship, behaviour, onClose }: { relationship: string; behaviour: BehaviourView; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const form = useForm();
  const save = (): void => void form.send(() => call("behaviour.promote", { relationship, behaviour: behaviour.id, title })).then((done) => { if (done) onClose(); });
  return (
    <Dialog open title={say.promoting} narrow onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <p>{say.promotingBody}</p>
        <TextField id="title" label={say.promoting} quietLabel value={title} error={form.errorOf("title") ?? form.trouble?.message ?? null} onInput={setTitle} />
        <div class="row"><Button type="submit" kind="primary" off={form.busy}>{say.promote}</Button><Button onClick={onClose}>{say.cancel}</Button></div>
      </form>
    </Dialog>
  );
}

/** Strengths, weaknesses and style at three moments, and what changed between (R86). */
function Standing({ relationship }: { relationship: string }) {
  const sheet = useQuery("self_assessment.get", { relationship }).value.value;
  return (
    <section class="stack" aria-labelledby="stand">
      <h2 id="stand">{say.stand}</h2>
      <p class="small">{say.standBody}</p>
      {sheet?.stages.map((stage) => (
        <div key={stage.stage} class="stack tight">
          <h3>{stage.words}</h3>
          <div class="board">
            {stage.lists.map((list) => (
              <div key={list.list} class="stack tight" role="group" aria-label={say.newLine(list.name, stage.words.toLowerCase())}>
                <h4>{list.name}</h4>
                <ul class="bare stack tight">
                  {list.lines.map((line) => (
                    <li key={line.id} class="row"><span class="grow">{line.text}</span><Button compact kind="quiet" label={say.remove(line.text)} onClick={() => void attempt(() => call("self_assessment.remove", { relationship, line: line.id }))}>{say.removeShort}</Button></li>
                  ))}
                </ul>
                <NewLine relationship={relationship} stage={stage.stage} list={list.list} label={say.newLine(list.name, stage.words.toLowerCase())} />
              </div>
            ))}
          </div>
        </div>
      ))}
      {sheet?.compared != null ? (
        <div class="stack tight">
          <h3>{say.compared}</h3>
          <ul class="small">
            {sheet.compared.lists.flatMap((list) => [
              ...list.kept.map((text) => <li key={`k${list.list}${text}`}>{say.kept}: {text}</li>),
              ...list.new.map((text) => <li key={`n${list.list}${text}`}>{say.newer}: {text}</li>),
              ...list.gone.map((text) => <li key={`g${list.list}${text}`}>{say.no_longer}: {text}</li>),
            ])}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function NewLine({ relationship, stage, list, label }: { relationship: string; stage: AssessmentStage; list: AssessmentList; label: string }) {
  return <Adder label={label} add={(text) => call("self_assessment.add", { relationship, stage, list, text })} />;
}

/** A line to be added to a list; Enter adds it and the box is free for the next. */
function Adder({ label, add }: { label: string; add: (text: string) => Promise<unknown> }) {
  const [text, setText] = useState("");
  const form = useForm();
  const save = (): void => void form.send(() => add(text), () => true).then((done) => { if (done) setText(""); });
  return (
    <form class="row" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <TextField label={label} value={text} error={form.mistakes[0]?.message ?? form.trouble?.message ?? null} onInput={setText} />
      <Button type="submit" compact label={`${say.add}: ${label}`}>{say.add}</Button>
    </form>
  );
}
