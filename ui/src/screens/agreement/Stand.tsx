import { useState } from "preact/hooks";
import type { SectionView, Standing } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { RadioSet } from "../../parts";
import { words } from "../../words";

const say = words.agreement.stand;
const STANDINGS: readonly Standing[] = ["agreed", "open", "not_for_us"];

/** Where the two stand to a section. A refusal leaves it as it was and says why. */
export function Stand({ relationship, section }: { relationship: string; section: SectionView }) {
  const [error, setError] = useState<string | null>(null);
  const stand = (standing: Standing): void => {
    saving(() => call("section.stand", { relationship, section: section.section, standing })).then(
      () => {
        setError(null);
        announce(say.saved[standing]);
      },
      (refusal: unknown) => setError(apiError(refusal).message),
    );
  };
  return (
    <div class="standing">
      <RadioSet
        legend={say.legend}
        look="cards"
        options={STANDINGS.map((value) => ({ value, label: say[value] }))}
        value={section.standing}
        error={error}
        onChange={stand}
      />
    </div>
  );
}
