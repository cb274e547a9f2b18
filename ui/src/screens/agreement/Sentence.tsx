import type { SectionView, SentenceChoice, SentenceView } from "../../api";
import { expectNews, saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, TextArea, toast } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { Suggest, Talk } from "./Talk";
import { undoThis } from "./undo";

const say = words.agreement.sentence;

/** What the structured answers say on paper. The words can be changed; then they stay, and a change of the answers asks. */
export function Sentence({ relationship, section, sentence }: { relationship: string; section: SectionView; sentence: SentenceView }) {
  const draft = useDraft(
    `sentence:${relationship}:${section.section}`,
    sentence.text,
    async (text) => {
      const before = section.standing;
      const saved = await call("sentence.write", { relationship, section: section.section, text });
      if (before === "agreed" && saved.standing === "open") toast(words.agreement.reopened(section.title), await undoThis(relationship));
    },
    sentence,
  );
  const settle = (choice: SentenceChoice): void => {
    saving(async () => {
      await draft.leave();
      return call("sentence.settle", { relationship, section: section.section, choice });
    }).then(
      () => {
        expectNews();
        announce(say.settled[choice]);
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <div class="question sentence">
      <TextArea
        label={say.label}
        reading
        hint={sentence.own ? say.own : say.hint}
        value={draft.value.value}
        error={draft.problem.value?.message ?? null}
        onInput={(text) => draft.edit(text)}
        onLeave={() => void draft.leave()}
      />
      {sentence.differs ? (
        <div class="notice differs" role="group" aria-label={say.differs}>
          <p><strong>{say.differs}</strong></p>
          <p class="label">{say.now}</p>
          <p class="reading">{sentence.generated === "" ? say.nothing : sentence.generated}</p>
          <div class="row">
            <Button compact onClick={() => settle("take")}>{say.take}</Button>
            <Button compact onClick={() => settle("keep")}>{say.keep}</Button>
          </div>
        </div>
      ) : null}
      <div class="deeds">
        {sentence.own && !sentence.differs ? <Button compact kind="quiet" onClick={() => settle("take")}>{say.follow}</Button> : null}
        {sentence.recorded ? <HistoryButton relationship={relationship} subject={{ of: "sentence", section: section.section }} label={say.of(section.title)} /> : null}
        <Suggest place={{ kind: "sentence", section: section.section }} label={say.label} />
      </div>
      <Talk place={{ kind: "sentence", section: section.section }} label={say.label} value={sentence.text} />
    </div>
  );
}
