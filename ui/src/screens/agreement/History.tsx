import { useState } from "preact/hooks";
import type { HistoryEntry, Side } from "../../api";
import { expectNews, flush, saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Dialog, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { undoThis } from "./undo";

const say = words.agreement.history;

interface Which {
  relationship: string;
  field: string;
  side: Side | null;
  label: string;
}

/** Opens the earlier wordings of an answer (R60). */
export function HistoryButton(which: Which) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button compact kind="quiet" label={say.openOf(which.label)} onClick={() => void flush().then(() => setOpen(true))}>{say.open}</Button>
      <Dialog open={open} title={say.title(which.label)} onClose={() => setOpen(false)}>
        {open ? <Wordings {...which} onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function Wordings({ relationship, field, side, onClose }: Which & { onClose: () => void }) {
  const query = useQuery("answer.history", { relationship, field, side });
  const entries = query.value.value?.entries;
  const restore = (entry: HistoryEntry): void => {
    saving(() => call("answer.restore", { relationship, edit: entry.edit })).then(
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
