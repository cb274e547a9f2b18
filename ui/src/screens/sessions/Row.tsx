import type { SessionView } from "../../api";
import { call } from "../../ipc";
import { Button, LinkButton } from "../../parts";
import { href } from "../../router";
import { sessionsWords as say } from "../../words/sessions";
import { press, saveCalendar } from "./saving";
import { Clocks, Warnings } from "./Times";

/** What the page opens for a session. */
export type Opens = { what: "move" | "cancel" | "hold" | "propose"; session: SessionView };

const TONES = { proposed: "open", confirmed: "agreed", held: "agreed", cancelled: "plain", missed: "open" } as const;

/** A session with its two clocks and what can be done with it. */
export function Row({ relationship, session, onOpen }: { relationship: string; session: SessionView; onOpen: (opens: Opens) => void }) {
  const date = session.date.words;
  const which = { relationship, session: session.id };
  const ended = session.state === "held" || session.state === "cancelled" || session.state === "missed";
  const details = [session.kind === "regular" ? "" : session.kindName, ended && session.heldMinutes !== null ? say.took(session.heldMinutes, session.minutes) : say.minutes(session.minutes), session.method, session.place, session.topic].filter((each) => each !== "");
  return (
    <li class="session">
      <div class="stack tight">
        <div class="row">
          <strong>{date}</strong>
          {session.number !== null ? <span class="quiet small">{say.number(session.number)}</span> : null}
          <span class={`pill ${TONES[session.state]}`}>{session.stateName}</span>
        </div>
        <Clocks people={session.people} date={session.on} />
        <p class="small quiet"><bdi>{details.join(" · ")}</bdi></p>
        <Warnings list={session.warnings} />
      </div>
      <div class="row deeds">
        {session.state === "cancelled" ? null : <LinkButton compact href={href("session", { id: relationship, session: session.id })} label={say.openOne(date)}>{say.open}</LinkButton>}
        {session.state === "proposed" && !session.past ? <Button compact kind="primary" label={say.confirmOne(date)} onClick={() => press(() => call("session.confirm", which))}>{say.confirm}</Button> : null}
        {session.untold ? <Button compact kind="primary" label={say.heldOne(date)} onClick={() => onOpen({ what: "hold", session })}>{say.held}</Button> : null}
        {session.untold ? <Button compact label={say.missedOne(date)} onClick={() => press(() => call("session.miss", which))}>{say.missed}</Button> : null}
        {ended ? null : <Button compact label={say.moveOne(date)} onClick={() => onOpen({ what: "move", session })}>{say.move}</Button>}
        {ended ? null : <Button compact label={say.cancelOne(date)} onClick={() => onOpen({ what: "cancel", session })}>{say.cancelIt}</Button>}
        {session.past && session.state !== "cancelled" ? null : <Button reads compact kind="quiet" label={say.saveOne(date)} onClick={() => saveCalendar(relationship, session.id)}>{say.saveShort}</Button>}
        {session.state === "cancelled" && !session.past ? <Button compact label={say.proposeOne(date)} onClick={() => onOpen({ what: "propose", session })}>{say.propose}</Button> : null}
        {ended ? <Button compact kind="quiet" label={say.reopenOne(date)} onClick={() => press(() => call("session.reopen", which))}>{say.reopen}</Button> : null}
        <Button compact kind="quiet" label={say.removeOne(date)} onClick={() => press(() => call("session.remove", which), say.removed)}>{say.remove}</Button>
      </div>
    </li>
  );
}
