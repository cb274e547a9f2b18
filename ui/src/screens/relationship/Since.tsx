import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Disclosure, toast } from "../../parts";
import { useQuery } from "../../query";
import { address } from "../../router";
import { words } from "../../words";

const say = words.since;
/** So many changes are in sight at once; the others stand below "more". */
const SHOWN = 3;

/** What changed since the owner last looked at a relationship; nothing where nothing did. */
export function SinceStrip(props: { relationship: string; title?: string }) {
  const { relationship } = props;
  const view = useQuery("since.get", { relationship }).value.value;
  if (view === undefined || view.since === null || view.changes.length === 0) return null;
  const seen = (): void => {
    saving(() => call("since.seen", { relationship })).catch((error: unknown) => toast(apiError(error).message));
  };
  const line = (change: { text: string; route: string }, index: number) => <li key={index}><a href={address(change.route)}>{change.text}</a></li>;
  const rest = view.changes.slice(SHOWN);
  return (
    <section class="notice since" aria-label={say.label(view.since)}>
      <div class="row apart">
        <strong>{props.title === undefined ? say.label(view.since) : say.labelOf(props.title, view.since)}</strong>
        <Button reads compact kind="quiet" label={props.title === undefined ? say.seen : say.seenOf(props.title)} onClick={seen}>{say.seen}</Button>
      </div>
      <ul>{view.changes.slice(0, SHOWN).map(line)}</ul>
      {rest.length > 0 ? <Disclosure label={say.more(rest.length)}><ul>{rest.map(line)}</ul></Disclosure> : null}
    </section>
  );
}
