import { useState } from "preact/hooks";
import type { PatternView, Sessions as All, SessionView } from "../../api";
import { call } from "../../ipc";
import { Button, Empty, LinkButton, Notice, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { sessionsWords as say } from "../../words/sessions";
import { zoneOption } from "../person/zones";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Change, Hold } from "./Change";
import { ChangePattern, Pace } from "./Pattern";
import { Add, Propose, Series } from "./Plan";
import { type Opens, Row } from "./Row";
import { press, saveCalendar } from "./saving";
import { Clocks, Warnings } from "./Times";

type Open = Opens | { what: "add" | "series" | "propose" | "pattern" | "pace"; session: null };
const opened = (what: "add" | "series" | "propose" | "pattern" | "pace"): Open => ({ what, session: null });

/** The sessions of the two: what is to come and what is behind them, how they meet, and what is counted (R20, R92, R110, R129). */
export function Sessions({ relationship }: { relationship: string }) {
  const query = useQuery("session.list", { relationship });
  const all = query.value.value;
  const view = useQuery("relationship.get", { relationship }).value.value;
  const pattern = useQuery("pattern.get", { relationship }).value.value;
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {all !== undefined && pattern !== undefined && view !== undefined ? (
        <div class="stack loose sessions">
          <div class="row">
            <Button kind="primary" main onClick={() => setOpen(opened("series"))}>{say.series}</Button>
            <Button onClick={() => setOpen(opened("add"))}>{say.add}</Button>
            <Button onClick={() => setOpen(opened("propose"))}>{say.propose}</Button>
            {all.sessions.length > 0 ? <Button reads kind="quiet" onClick={() => saveCalendar(relationship)}>{say.save}</Button> : null}
          </div>
          <Streak relationship={relationship} all={all} onOpen={(what) => setOpen(opened(what))} />
          <Proposals relationship={relationship} all={all} />
          <ProposedSeries relationship={relationship} all={all} />
          <Lists relationship={relationship} all={all} end={view.endsOn?.words ?? null} onOpen={setOpen} />
          <div class="columns">
            <Together relationship={relationship} all={all} onPace={() => setOpen(opened("pace"))} />
            <Meeting pattern={pattern} onChange={() => setOpen(opened("pattern"))} />
          </div>
          <Ledger all={all} />
          <Dialogs relationship={relationship} all={all} pattern={pattern} open={open} onClose={close} role={view.role} zone={zoneOption(view.mentee.owner ? view.mentee.zone : view.mentor.zone).label} people={[view.mentee, view.mentor]} />
        </div>
      ) : null}
    </Screen>
  );
}

interface DialogsProps {
  relationship: string;
  all: All;
  pattern: PatternView;
  open: Open | null;
  onClose: () => void;
  role: "mentor" | "mentee" | "coordinator";
  zone: string;
  people: readonly { side: "mentor" | "mentee"; name: string }[];
}

function Dialogs({ relationship, all, pattern, open, onClose, role, zone, people }: DialogsProps) {
  if (open === null) return null;
  const plan = { relationship, pattern, zone, onClose };
  switch (open.what) {
    case "add":
      return <Add {...plan} first={all.sessions.every((session) => session.state === "cancelled")} />;
    case "series":
      return <Series {...plan} />;
    case "propose":
      return <Propose {...plan} session={open.session} />;
    case "pattern":
      return <ChangePattern relationship={relationship} pattern={pattern} onClose={onClose} />;
    case "pace":
      return <Pace relationship={relationship} pattern={pattern} role={role} people={people} onClose={onClose} />;
    case "hold":
      return <Hold relationship={relationship} session={open.session} onClose={onClose} />;
    case "move":
    case "cancel":
      return <Change relationship={relationship} session={open.session} role={role} onClose={onClose} cancels={open.what === "cancel"} />;
  }
}

/** Upcoming ones first; those that nobody has told of yet stand above them. */
function Lists({ relationship, all, end, onOpen }: { relationship: string; all: All; end: string | null; onOpen: (opens: Opens) => void }) {
  const untold = all.sessions.filter((session) => session.untold);
  const upcoming = all.sessions.filter((session) => !session.past);
  const past = all.sessions.filter((session) => session.past && !session.untold).reverse();
  if (all.sessions.length === 0) return <Empty title={say.none}>{say.noneBody}</Empty>;
  return (
    <>
      <List id="untold" title={say.untold} sessions={untold} relationship={relationship} onOpen={onOpen} />
      <List id="upcoming" title={say.upcoming} about={say.left(all.left, end)} sessions={upcoming} relationship={relationship} onOpen={onOpen} />
      <List id="past" title={say.past} sessions={past} relationship={relationship} onOpen={onOpen} />
    </>
  );
}

function List({ id, title, about = "", sessions, relationship, onOpen }: { id: string; title: string; about?: string; sessions: readonly SessionView[]; relationship: string; onOpen: (opens: Opens) => void }) {
  if (sessions.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about !== "" ? <p class="quiet">{about}</p> : null}
      <ol class="session-list">{sessions.map((session) => <Row key={session.id} relationship={relationship} session={session} onOpen={onOpen} />)}</ol>
    </section>
  );
}

/** From two in a row on; at four the three ways out (R110, R158). */
function Streak({ relationship, all, onOpen }: { relationship: string; all: All; onOpen: (what: "propose" | "pattern") => void }) {
  const { streak } = all;
  if (streak.words === null) return null;
  const flagged = streak.level === "flag";
  return (
    <Notice tone={streak.level === "notice" ? "info" : "attention"} title={say.streak.title}>
      <p>{streak.words}</p>
      <div class="row">
        <Button compact onClick={() => onOpen("propose")}>{say.streak.talk}</Button>
        {streak.level === "notice" ? null : <LinkButton compact href={href("contact", { id: relationship })}>{say.streak.write}</LinkButton>}
        {streak.level === "notice" ? null : <Button compact onClick={() => onOpen("pattern")}>{say.streak.pattern}</Button>}
        {flagged ? <LinkButton compact href={href("ending", { id: relationship })}>{say.streak.ending}</LinkButton> : null}
      </div>
    </Notice>
  );
}

function Proposals({ relationship, all }: { relationship: string; all: All }) {
  const waiting = all.proposals.filter((proposal) => proposal.state === "open");
  if (waiting.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="proposals">
      <h2 id="proposals">{say.proposal.list}</h2>
      {waiting.map((proposal) => (
        <div key={proposal.id} class="card stack tight">
          <p>{say.proposal.by(proposal.name, proposal.made.words)}</p>
          <ol class="session-list">
            {proposal.slots.map((slot, at) => (
              <li key={slot.utc} class="session">
                <div class="stack tight"><strong>{slot.date.words}</strong><Clocks people={slot.people} date={slot.date.date} /><Warnings list={slot.warnings} /></div>
                <div class="row deeds"><Button compact kind="primary" label={say.proposal.chooseOne(slot.date.words, slot.people[0]?.time ?? "")} onClick={() => press(() => call("slot.choose", { relationship, proposal: proposal.id, slot: at + 1 }), say.proposal.chosen)}>{say.proposal.choose}</Button></div>
              </li>
            ))}
          </ol>
          <div class="row">
            <Button compact onClick={() => press(() => call("slot.decline", { relationship, proposal: proposal.id }))}>{say.proposal.none}</Button>
            <Button compact kind="quiet" onClick={() => press(() => call("slot.withdraw", { relationship, proposal: proposal.id }))}>{say.proposal.withdraw}</Button>
          </div>
        </div>
      ))}
    </section>
  );
}

/** A series of which several dates wait for a yes: one press takes them all (R142, R143). */
function ProposedSeries({ relationship, all }: { relationship: string; all: All }) {
  const waiting = all.sessions.filter((session) => session.state === "proposed" && !session.past && session.series !== null);
  const series = [...new Set(waiting.map((session) => session.series))].map((id) => waiting.filter((session) => session.series === id)).filter((dates) => dates.length > 1);
  return (
    <>
      {series.map((dates) => {
        const [first] = dates;
        const last = dates[dates.length - 1];
        if (first === undefined || last === undefined) return null;
        return (
          <Notice key={first.series} title={say.waits.title(dates.length)}>
            <p>{say.waits.body(first.date.words, last.date.words)}</p>
            <div class="row"><Button kind="primary" onClick={() => press(() => call("session.confirm", { relationship, series: first.series }), say.waits.done(dates.length))}>{say.waits.all(dates.length)}</Button></div>
          </Notice>
        );
      })}
    </>
  );
}

/** The commitment meter, and what is said when it cannot be kept (R129, R130). */
function Together({ relationship, all, onPace }: { relationship: string; all: All; onPace: () => void }) {
  const { meter } = all;
  return (
    <section class="card stack tight" aria-labelledby="together">
      <h2 id="together" class="label">{say.meter.title}</h2>
      <p class="status">{say.meter.held(all.held, all.heldWords)}</p>
      <progress aria-label={say.meter.bar} max={meter.target} value={Math.min(meter.minutes, meter.target)} />
      <p class="small">{meter.words}. {meter.agreed !== null ? say.meter.agreed(meter.agreed) : ""}</p>
      {meter.rhythm !== null ? <p class="small">{meter.rhythm.words}.{meter.reached ? ` ${say.meter.reached}` : ""}</p> : null}
      {all.pace.map((talk) => (
        <div key={talk.id} class="stack tight">
          <p class="small">{say.pace.line(talk.name, talk.on.words, talk.pattern)} {talk.answer === null ? "" : say.pace[talk.answer]}</p>
          {talk.note !== "" ? <p class="small quiet">{talk.note}</p> : null}
          {talk.answer === null ? (
            <div class="row">
              <Button compact onClick={() => press(() => call("pace.decide", { relationship, talk: talk.id, answer: "agreed" }))}>{say.pace.agree}</Button>
              <Button compact onClick={() => press(() => call("pace.decide", { relationship, talk: talk.id, answer: "kept" }))}>{say.pace.keep}</Button>
            </div>
          ) : null}
        </div>
      ))}
      <div class="row"><Button compact onClick={onPace}>{say.meter.pace}</Button></div>
    </section>
  );
}

function Meeting({ pattern, onChange }: { pattern: PatternView; onChange: () => void }) {
  const lines = [pattern.minutesAMonth === null ? "" : say.pattern.month(pattern.minutesAMonth), pattern.when, pattern.place].filter((line) => line !== "");
  return (
    <section class="card stack tight" aria-labelledby="pattern">
      <h2 id="pattern" class="label">{say.pattern.title}</h2>
      <p class="status">{pattern.words ?? say.pattern.none}</p>
      {lines.length > 0 ? <ul class="bare small">{lines.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul> : null}
      <div class="row"><Button compact onClick={onChange}>{say.pattern.change}</Button></div>
    </section>
  );
}

/** Who moved and cancelled, with how much notice; both see it (R20, R21). */
function Ledger({ all }: { all: All }) {
  const { ledger } = all;
  return (
    <section class="stack tight" aria-labelledby="ledger">
      <h2 id="ledger">{say.ledger.title}</h2>
      <p class="quiet small">{say.ledger.lead}</p>
      <ul class="bare">{ledger.counts.map((count) => <li key={count.side}>{count.words}{count.shortNotice > 0 ? ` (${say.ledger.short(count.shortNotice)})` : ""}</li>)}</ul>
      {ledger.lines.length === 0 ? <p class="quiet">{say.ledger.none}</p> : (
        <ul class="ledger">
          {ledger.lines.map((line, at) => (
            <li key={`${line.session} ${String(at)}`}>
              <p>{line.words} <span class={`pill ${line.notice.enough ? "agreed" : "open"}`}>{line.notice.enough ? say.ledger.enough : say.ledger.tooShort}</span></p>
              {line.reason !== "" ? <p class="small quiet">{line.reason}</p> : null}
              {line.newTimes !== null && !line.newTimes.done ? <p class="small">{line.newTimes.words}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
