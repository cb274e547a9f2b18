import type { VersionView } from "../../api";
import { words } from "../../words";

/** Where a version stands. Shape and words, not colour alone. */
export function VersionState({ version }: { version: VersionView }) {
  const look = { signed: "agreed", waiting: "open", withdrawn: "aside" }[version.state];
  return <span class={`pill ${look}`}>{words.version.state[version.state]}</span>;
}
