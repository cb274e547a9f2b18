import { Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Paper } from "./Paper";
import { places } from "./places";
import { SavePaper } from "./SavePaper";

const say = words.agreement.sheet;

/** The living sheet: what is decided by now, in short, with the way to each section (R60). */
export function Sheet({ relationship: id }: { relationship: string }) {
  const sheet = useQuery("agreement.sheet", { relationship: id });
  const view = useQuery("agreement.get", { relationship: id }).value.value;
  const document = sheet.value.value?.document;
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={id} />
      {sheet.error.value !== null ? <Trouble error={sheet.error.value} onRetry={() => void sheet.ask()} /> : null}
      {document !== undefined ? (
        <>
          <SavePaper relationship={id} kind="sheet" />
          <Paper
            document={document}
            places={{
              find: places(view),
              beside: ({ key, title }) => <a class="change small" href={href("agreementSection", { id, section: key })} aria-label={say.openOf(title)}>{say.open}</a>,
            }}
          />
        </>
      ) : null}
    </Screen>
  );
}
