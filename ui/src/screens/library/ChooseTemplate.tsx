import { RadioSet } from "../../parts";
import { useQuery } from "../../query";
import { libraryWords } from "../../words/library";

const say = libraryWords.choose;
const SHIPPED = "fairlead";

/** The template of a new relationship; nothing to choose where there is only the shipped form. */
export function ChooseTemplate({ value, onChange, error }: { value: string | null; onChange: (template: string) => void; error: string | null }) {
  const templates = (useQuery("template.list", {}).value.value?.templates ?? []).filter((each) => !each.retired);
  if (templates.length < 2) return null;
  return (
    <RadioSet
      id="template"
      legend={say.legend}
      hint={say.hint}
      look="cards"
      error={error}
      value={value ?? SHIPPED}
      onChange={onChange}
      options={templates.map((each) => ({ value: each.id, label: each.name, about: each.about }))}
    />
  );
}
