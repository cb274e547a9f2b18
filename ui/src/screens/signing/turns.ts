/** Whose turn it is at the computer, from what the core says of the signatures. */
import type { RelationshipView, Side, Signing, VersionView } from "../../api";
import { signingWords } from "../../words/signing";

/** One of the two on the way to the signatures. */
export interface Turn {
  side: Side;
  name: string;
  /** Whose computer it is. */
  owner: boolean;
  /** Whether they have signed the version that is open. */
  signed: boolean;
  /** What they still have to do; null where it is nothing. */
  needs: "sign" | "confirm" | null;
  /** The other person's signature by hand that they have to confirm. */
  confirms: string | null;
}

export const otherSide = (side: Side): Side => (side === "mentor" ? "mentee" : "mentor");

/** The two, the owner of the computer first. */
export function turnsOf(relationship: RelationshipView, view: Signing): [Turn, Turn] {
  const of = (side: Side): Turn => {
    const person = relationship[side];
    const find = (which: Side) => view.version?.people.find((each) => each.side === which)?.signature ?? null;
    const mine = find(side);
    const theirs = find(otherSide(side));
    const confirms = theirs !== null && theirs.waitsForConfirmation ? theirs.id : null;
    return { side, name: person.name, owner: person.owner, signed: mine !== null, needs: view.version === null ? null : mine === null ? "sign" : confirms === null ? null : "confirm", confirms };
  };
  const [mentee, mentor] = [of("mentee"), of("mentor")];
  return mentor.owner ? [mentor, mentee] : [mentee, mentor];
}

/** Who signed a version first; null where nobody has. */
export function firstOf(version: VersionView | null): Side | null {
  const signed = (version?.people ?? []).filter((each) => each.signature !== null);
  return signed.sort((a, b) => (a.signature?.at.at ?? "").localeCompare(b.signature?.at.at ?? ""))[0]?.side ?? null;
}

/** The five steps, the two people in the order in which they sign. */
export function stepsOf(turns: readonly [Turn, Turn], first: Side): string[] {
  const names = [...turns].sort((a, b) => Number(b.side === first) - Number(a.side === first)).map((each) => each.name.trim().split(/\s+/)[0] ?? each.name);
  return [signingWords.steps.check, signingWords.steps.read, ...names, signingWords.steps.done];
}
