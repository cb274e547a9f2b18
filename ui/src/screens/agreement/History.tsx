import { useState } from "preact/hooks";
import type { History, HistoryEntry, Side } from "../../api";
import { expectNews, flush, saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Dialog, toast, Trouble } from "../../parts";
import { type Query, useQuery } from "../../query";
import { words } from "../../words";
import { undoThis } from "./undo";

const say = words.agreement.history;

/** Whose wordings: those of an answer, or those of the text under a heading of their own. */
type Which = { relationship: string; label: string } & ({ field: string; side: Side | null; heading?: never } | { heading: string });

/** Opens the earlier wordings of an answer (R60). */
export function HistoryButton(which: Which) {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button compact kind="quiet" label={say.openOf(which.label)} onClick={() => void flush().then(() => setOpen(true))}>{say.open}</Button>
      <Dialog open={open} title={say.title(which.label)} onClose={close}>
        {!open ? null : which.heading === undefined ? <OfAnswer {...which} onClose={close} /> : <OfHeading {...which} onClose={close} />}
      </Dialog>
    </>
  );
}

function OfAnswer({ relationship, field, side, onClose }: { relationship: string; field: string; side: Side | null; onClose: () => void }) {
  const query = useQuery("answer.history", { relationship, field, side });
  return <Wordings relationship={relationship} query={query} restore={(edit) => call("answer.restore", { relationship, edit })} onClose={onClose} />;
}

function OfHeading({ relationship, heading, onClose }: { relationship: string; heading: string; onClose: () => void }) {
  const query = useQuery("heading.history", { relationship, heading });
  return <Wordings relationship={relationship} query={query} restore={(edit) => call("heading.restore", { relationship, edit })} onClose={onClose} />;
}

function Wordings(props: { relationship: string; query: Query<History>; restore: (edit: number) => Promise<unknown>; onClose: () => void }) {
  const { relationship, query, onClose } = props;
  const entries = query.value.value?.entries;
  const restore = (entry: HistoryEntry): void => {
    saving(() => props.restore(entry.edit)).then(
      async () => {
        expectNews();
        onClose();
        toast(say.restored, await undoThis(relationship));
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {entries?.length === 0 ? <p>{say.none}</p> : null}
      <ol class="wordings bare">
        {entries?.map((entry) => (
          <li key={entry.edit}>
            <p class="small quiet">{say.by(entry.author, entry.when)}</p>
            <p class="reading">{entry.text === "" ? say.nothing : entry.text}</p>
            {entry.current ? <p class="small"><strong>{say.current}</strong></p> : <div class="row"><Button compact label={say.restoreOf(entry.when)} onClick={() => restore(entry)}>{say.restore}</Button></div>}
          </li>
        ))}
      </ol>
      <div class="foot"><Button onClick={onClose}>{words.close}</Button></div>
    </>
  );
}
