import type { Checklist, SessionPage as Page } from "../../api";
import { Screen, TabPanels, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { meetingWords as say } from "../../words/meeting";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { After } from "./After";
import { Before } from "./Before";
import { During } from "./During";

/** One session before, during and after (R17), with what the mentee wants from it on top (R36). */
export function SessionPage({ relationship, session }: { relationship: string; session: string }) {
  const query = useQuery("session.page", { relationship, session });
  const page = query.value.value;
  const names = page?.people.map((person) => person.name).join(" – ");
  return (
    <Screen title={page?.title ?? say.task.title} about={names} lead={page === undefined ? undefined : say.lead(page.date.words, page.time, page.minutes)} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {page !== undefined ? (
        <div class="stack loose meeting">
          <Wishes page={page} />
          <Lists lists={page.checklists} />
          <TabPanels
            label={say.tabs}
            panels={[
              { key: "before", label: say.before, panel: () => <Before page={page} /> },
              { key: "during", label: say.during, panel: () => <During page={page} /> },
              { key: "after", label: say.after, panel: () => <After page={page} /> },
            ]}
          />
        </div>
      ) : null}
    </Screen>
  );
}

/** Both versions of what the mentee wants, with their times. */
function Wishes({ page }: { page: Page }) {
  const { wish } = page;
  const versions = [[say.wish.first, wish.first], [say.wish.second, wish.second]] as const;
  return (
    <section class="stack tight" aria-labelledby="wish">
      <h2 id="wish">{say.wish.title(wish.name)}</h2>
      {wish.first === null && wish.second === null ? <p class="quiet">{say.wish.none}</p> : null}
      {versions.map(([label, version]) =>
        version === null ? null : (
          <p key={label}>
            <strong>{label}: </strong><bdi>{version.text}</bdi> <span class="small quiet">({version.when})</span>
          </p>
        ),
      )}
    </section>
  );
}

/** The three checklists with their dots (R17); the words say what the dots show. */
function Lists({ lists }: { lists: readonly Checklist[] }) {
  return (
    <section aria-label={say.checklists}>
      <ul class="bare checklists">
        {lists.map((list) => (
          <li key={list.list} class="stack tight">
            <h3>{list.title} <span class="quiet small">{say.progress(list.done, list.steps.length)}</span></h3>
            <ul class="bare">
              {list.steps.map((step) => (
                <li key={step.step} class="small">
                  <span class={`dot${step.done ? " done" : ""}`} aria-hidden="true" /> {step.words} <span class="unseen">({step.done ? say.doneStep : say.openStep})</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
