import { useState } from "preact/hooks";
import type { AttachmentKind, AttachmentView, RelationshipView } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Checkbox, Notice, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { attachmentWords as say } from "../../words/attachment";
import { SavedNotice } from "../library/SavedNotice";

/** Files of one kind (R134, R151): chosen in the desktop's own dialog, with their size, on this computer alone until they are ticked. */
export function Files({ about, kind, task = null }: { about: RelationshipView; kind: AttachmentKind; /** The request for help that the files belong to. */ task?: string | null }) {
  const relationship = about.id;
  const query = useQuery("attachment.list", { relationship });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const files = (query.value.value?.attachments ?? []).filter((file) => file.kind === kind && (task === null || file.about === task));
  const closed = about.standing !== "open";
  const dialog = async (deed: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await deed();
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack tight files" data-files={kind}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {files.length === 0 ? null : (
        <ul class="bare stack tight" aria-label={say.title}>
          {files.map((file) => (
            <File key={file.id} about={about} file={file} closed={closed} busy={busy} onSave={() => void dialog(async () => setSaved(await shell.saveAttachment(relationship, file.id)))} />
          ))}
        </ul>
      )}
      {closed ? null : (
        <>
          <p class="hint">{say.limit}</p>
          <div class="row"><Button compact off={busy} onClick={() => void dialog(async () => void (await shell.chooseAttachment(relationship, kind, null, task)))}>{say.add[kind]}</Button></div>
        </>
      )}
      {saved !== null ? <SavedNotice file={saved} /> : null}
    </div>
  );
}

function File({ about, file, closed, busy, onSave }: { about: RelationshipView; file: AttachmentView; closed: boolean; busy: boolean; onSave: () => void }) {
  const relationship = about.id;
  const [sure, setSure] = useState(false);
  const other = file.side === "mentee" ? about.mentor.name : about.mentee.name;
  const deed = (work: () => Promise<unknown>, done: string): void => {
    saving(work).then(() => announce(done), (error: unknown) => toast(apiError(error).message));
  };
  const { name } = file;
  return (
    <li class="stack tight" data-file={file.id}>
      <p><strong>{name}</strong></p>
      <p class="small quiet">{say.about(file.words, file.owner, file.added?.words ?? "")}</p>
      {file.here && !closed ? (
        <Checkbox label={say.share(name, other)} about={say.shareHint} checked={file.shared} onChange={(share) => deed(() => call("attachment.share", { relationship, attachment: file.id, share }), share ? say.shared(name) : say.kept(name))} />
      ) : null}
      {file.here ? null : <p class="small">{say.sharedBy(file.owner)} {say.notHere}</p>}
      {sure ? (
        <Notice>
          <p>{say.sure(name)}</p>
          <div class="row">
            <Button compact kind="danger" onClick={() => deed(() => call("attachment.remove", { relationship, attachment: file.id }), say.removed(name))}>{say.forGood}</Button>
            <Button compact kind="quiet" onClick={() => setSure(false)}>{say.keep}</Button>
          </div>
        </Notice>
      ) : (
        <div class="row">
          {file.here ? <Button reads compact off={busy} label={say.saveOf(name)} onClick={onSave}>{say.save}</Button> : null}
          {closed ? null : <Button compact kind="quiet" label={say.removeOf(name)} onClick={() => setSure(true)}>{say.remove}</Button>}
        </div>
      )}
    </li>
  );
}
