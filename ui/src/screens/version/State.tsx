import type { VersionView } from "../../api";
import { versionWords } from "../../words/version";

/** Where a version stands. Shape and words, not colour alone. */
export function VersionState({ version }: { version: VersionView }) {
  const look = { signed: "agreed", waiting: "open", withdrawn: "aside" }[version.state];
  return <span class={`pill ${look}`}>{versionWords.state[version.state]}</span>;
}
