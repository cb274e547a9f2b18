import type { Piece } from "../../api";
import { words } from "../../words";

const say = words.agreement.talk;

/**
 * What stays, goes and comes, in the order in which it reads. Marks and words say it, not colour alone: what goes is struck
 * through, what comes underlined, and a screen reader is told before and behind each.
 */
export function Redline({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p class="reading redline">
      {pieces.map(({ change, text }, index) =>
        change === "same" ? (
          <span key={index}>{text}</span>
        ) : change === "removed" ? (
          <del key={index}><span class="unseen"> {say.removed} </span>{text}<span class="unseen"> {say.end} </span></del>
        ) : (
          <ins key={index}><span class="unseen"> {say.added} </span>{text}<span class="unseen"> {say.end} </span></ins>
        ),
      )}
    </p>
  );
}

/** The changes again, each in words. */
export function Changes({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <div class="small changes">
      <p class="label">{say.inWords}</p>
      <ul>{changes.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}
