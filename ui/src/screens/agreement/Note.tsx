import type { SectionView } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { Disclosure, TextArea } from "../../parts";
import { words } from "../../words";

const say = words.agreement.note;

/** The owner's own note beside a section. It is no part of the shared record (B8). */
export function Note({ relationship, section }: { relationship: string; section: SectionView }) {
  return (
    <Disclosure writes={section.privateNote === ""} label={section.privateNote === "" ? say.label : say.written}>
      <Text relationship={relationship} section={section} />
    </Disclosure>
  );
}

function Text({ relationship, section }: { relationship: string; section: SectionView }) {
  const draft = useDraft(`note:${relationship}:${section.section}`, section.privateNote, (text) => call("note.write", { relationship, about: section.section, text }), section);
  return (
    <div class="private">
      <TextArea label={say.field} hint={say.promise} value={draft.value.value} error={draft.problem.value?.message ?? null} onInput={(text) => draft.edit(text)} onLeave={() => void draft.leave()} />
    </div>
  );
}
