import { batch, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { RelationshipView, Side, Signing, Versions } from "../../api";
import { fall, raise } from "../../frame/curtain";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { clearToasts, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { go, href } from "../../router";
import { words } from "../../words";
import { signingWords } from "../../words/signing";
import { Ceremony, turnPage, type Way } from "./Ceremony";
import { Check } from "./Check";
import { Confirm } from "./Confirm";
import { NothingToSign } from "./NothingToSign";
import { Pass } from "./Pass";
import { Read } from "./Read";
import { Receipt } from "./Receipt";
import { Signature } from "./Signature";
import { firstOf, otherSide, stepsOf, turnsOf } from "./turns";
import { Waiting } from "./Waiting";
import { Decline } from "./Withdraw";

const say = signingWords;

/**
 * What the person in front of the computer looks at: `turn` is whatever their turn asks for, `look` the text for who has signed.
 * What follows from the signatures themselves is not kept here.
 */
type Page = "check" | "turn" | "sign" | "look" | "receipt";

/** Signing at one computer: check, read, one person, hand over, the other person, receipt. What has happened is asked of the core. */
export function Sign({ relationship }: { relationship: string }) {
  const query = useQuery("signing.get", { relationship });
  const about = useQuery("relationship.get", { relationship });
  const list = useQuery("version.list", { relationship });
  useEffect(() => {
    // Messages of the page before would lie over the text that is read, and over the box for the name.
    clearToasts();
    // A closed door takes the page away: nothing is held back then.
    return raise;
  }, []);
  const failed = [query, about, list].find((each) => each.error.value !== null);
  const [view, pair, versions] = [query.value.value, about.value.value, list.value.value];
  if (view === undefined || pair === undefined || versions === undefined) {
    if (failed?.error.value == null) return null;
    return (
      <Ceremony relationship={relationship} title={say.title} way={{ steps: [], at: null }}>
        <Trouble error={failed.error.value} onRetry={() => void failed.ask()} />
      </Ceremony>
    );
  }
  return <Turns relationship={relationship} pair={pair} asked={view} versions={versions} />;
}

/** Both have signed, and nothing has changed since: there is a receipt to show, and nothing to sign. */
const settled = (view: Signing, versions: Versions): boolean => view.version === null && view.signed !== null && versions.draft.changes === 0;

function begin(view: Signing, versions: Versions): Page {
  if (settled(view, versions)) return "receipt";
  return view.version === null || view.next === "first" ? "check" : "turn";
}

function Turns({ relationship, pair, asked, versions }: { relationship: string; pair: RelationshipView; asked: Signing; versions: Versions }) {
  /** What the last deed answered, until the question is answered anew: no page of before shows in between. */
  const [told, setTold] = useState<{ after: Signing; before: Signing } | null>(null);
  const view = told !== null && told.before === asked ? told.after : asked;
  const turns = turnsOf(pair, view);
  const owner = turns[0].side;
  /** Who said that they are in front of the computer; null while it is handed over, and after a start in the other person's hands. */
  const face = useSignal<Side | null>(view.atComputer === owner ? owner : null);
  /** Whose turn it is while nobody has said that they are there. */
  const next = useSignal<Side>(view.atComputer);
  const [page, setPage] = useState<Page>(begin(view, versions));
  const [declining, setDeclining] = useState(false);
  const guest = face.value !== owner;
  // Before the page is painted: nothing is seen of the window beside it, and a key that is pressed at once finds it as it is.
  useLayoutEffect(() => {
    if (guest) fall();
    else raise();
  }, [guest]);

  const turn = (to: Page): void => {
    setPage(to);
    turnPage();
  };
  /** Hands the computer to a person; the page in between hides everything and asks who is there. */
  const hand = async (to: Side, now: Signing = view, then: Page = "turn"): Promise<void> => {
    const before = face.peek();
    setTold({ after: now, before: asked });
    // At once, before the answer: nothing of what was open is to be seen for a moment longer.
    batch(() => {
      next.value = to;
      face.value = null;
      turn(then);
    });
    announce(say.pass.hidden);
    try {
      // Without a version that is being signed there is nothing to note it with.
      if (now.version !== null) await call("signing.hand_over", { relationship, side: to });
    } catch (error) {
      face.value = before;
      toast(apiError(error).message);
    }
  };
  /** Somebody says that they are there. */
  const arrive = async (side: Side): Promise<void> => {
    try {
      if (side !== next.peek() && view.version !== null) await call("signing.hand_over", { relationship, side });
    } catch (error) {
      toast(apiError(error).message);
      return;
    }
    batch(() => {
      face.value = side;
      if (page === "receipt") turn("receipt");
      else turn(side === owner && (view.version === null || view.next === "first") ? "check" : "turn");
    });
    announce(say.pass.here(turns.find((each) => each.side === side)?.name ?? ""));
  };
  /** What follows when a person did their part: the other one's turn, or the receipt. */
  const follow = (after: Signing, side: Side): void => {
    setTold({ after, before: asked });
    const [mine, theirs] = turnsOf(pair, after).sort((a) => (a.side === side ? -1 : 1));
    if (after.version === null) turn("receipt");
    else if (mine?.needs === null && theirs !== undefined && theirs.needs !== null) void hand(theirs.side, after);
    else turn("turn");
  };

  if (face.value === null) return <Pass relationship={relationship} turns={turns} next={next.value} onHere={(side) => void arrive(side)} />;

  const side = face.value;
  const me = turns.find((each) => each.side === side) ?? turns[0];
  const other = turns.find((each) => each.side === otherSide(side)) ?? turns[1];
  const version = view.version;
  const first = firstOf(version ?? view.signed) ?? owner;
  const way = (at: number | null): Way => ({ steps: stepsOf(turns, first), at });
  const mine = way(2 + Number(side !== first));
  const give = guest ? () => void hand(owner, view, page) : undefined;

  if (page === "receipt" && view.signed !== null) {
    return <Receipt relationship={relationship} version={view.signed} proof={view.proof} draft={versions.draft} way={way(4)} giveBack={give === undefined ? undefined : { name: turns[0].name, run: give }} />;
  }
  if (guest && version === null) return <NothingToSign relationship={relationship} owner={turns[0]} onHand={() => void hand(owner, view, "check")} />;
  if (version === null || page === "check") {
    return <Check relationship={relationship} view={view} versions={versions} way={way(0)} onGo={(after) => follow(after, side)} onReceipt={() => turn("receipt")} />;
  }
  const read = { relationship, version, document: view.document, side };
  if (page === "look") return <Read {...read} way={way(null)} on={{ label: words.back, run: () => turn("turn") }} others={[]} />;
  if (me.needs === "sign") {
    if (page === "sign") return <Signature relationship={relationship} statement={view.statement} version={version} me={me} other={other} way={mine} onBack={() => turn("turn")} onSigned={(after) => follow(after, side)} />;
    return (
      <>
        <Read
          {...read}
          opening
          way={guest || other.signed ? mine : way(1)}
          on={{ label: say.read.go, run: () => turn("sign") }}
          others={[
            ...(guest ? [{ label: say.receipt.giveBack(other.name), run: () => void hand(other.side) }] : other.signed ? [] : [{ label: say.read.otherFirst(other.name), run: () => void hand(other.side) }]),
            ...(guest || other.signed ? [{ label: say.read.notSigning, run: () => setDeclining(true) }] : []),
          ]}
        />
        <Decline
          open={declining}
          relationship={relationship}
          version={version.number}
          me={me}
          other={other}
          onClose={() => setDeclining(false)}
          onDone={(after) => {
            setDeclining(false);
            if (guest) void hand(owner, after, "check");
            else {
              setTold({ after, before: asked });
              turn("check");
            }
          }}
        />
      </>
    );
  }
  if (me.needs === "confirm") {
    return <Confirm relationship={relationship} version={version} me={me} other={other} way={mine} onDone={(after) => follow(after, side)} onNot={() => void hand(other.side)} />;
  }
  return (
    <Waiting
      relationship={relationship}
      version={version}
      me={me}
      other={other}
      way={mine}
      onHand={() => void hand(other.side)}
      onRead={() => turn("look")}
      onTaken={(after) => {
        if (guest) void hand(owner, after, "check");
        else go(href("agreement", { id: relationship }));
      }}
    />
  );
}
