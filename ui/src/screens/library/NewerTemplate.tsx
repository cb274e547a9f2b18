import { useState } from "preact/hooks";
import type { TemplateAdopted, UsedTemplate } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Dialog, Notice, toast } from "../../parts";
import { words } from "../../words";
import { libraryWords } from "../../words/library";
import { undoThis } from "../agreement/undo";
import { Differences } from "./Differences";

const say = libraryWords.newer;

/** Offers to move an agreement to the newer version of its template; nothing moves by itself. */
export function NewerTemplate({ relationship, template }: { relationship: string; template: UsedTemplate }) {
  const [offer, setOffer] = useState<TemplateAdopted | null>(null);
  const { newer } = template;
  if (newer === null) return null;
  const tell = (error: unknown): void => toast(apiError(error).message);
  const move = (): void => {
    setOffer(null);
    saving(() => call("template.adopt", { relationship })).then(
      async (done) => toast(say.moved(done.template.version), await undoThis(relationship)),
      tell,
    );
  };
  return (
    <Notice title={say.title(template.name, newer)}>
      <p>{say.body(template.version)}</p>
      <div class="row"><Button onClick={() => void call("template.compare", { relationship }).then(setOffer, tell)}>{say.look}</Button></div>
      {offer !== null ? (
        <Dialog open title={say.dialog(offer.template.version)} onClose={() => setOffer(null)}>
          <Differences label={say.look} list={offer.differences} none={say.nothing} />
          <p class="quiet">{say.keeps}</p>
          <div class="foot">
            <Button onClick={() => setOffer(null)}>{words.cancel}</Button>
            <Button kind="primary" onClick={move}>{say.move}</Button>
          </div>
        </Dialog>
      ) : null}
    </Notice>
  );
}
