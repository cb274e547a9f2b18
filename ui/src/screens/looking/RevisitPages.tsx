import { useState } from "preact/hooks";
import type { PageChoice, Revisit, RevisitPage } from "../../api";
import { saving } from "../../autosave";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, Disclosure, LinkButton, RadioSet, TextArea, toast, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { lookingWords } from "../../words/looking";
import { failed, Page } from "./frame";
import { Commitments } from "./MidPoint";

const say = lookingWords.revisit;
const CHOICES: readonly PageChoice[] = ["keep", "change"];

/** The revisit, page by page: each section stays or changes, and what changed is the next version (R47). */
export function RevisitPages({ relationship }: { relationship: string }) {
  const query = useQuery("revisit.get", { relationship });
  const view = query.value.value;
  return (
    <Page relationship={relationship} title={say.title} lead={say.lead}>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view === undefined ? null : view.due === null ? (
        <div class="stack">
          <p>{say.noDate}</p>
          <div class="row"><LinkButton kind="primary" main href={href("agreementSection", { id: relationship, section: "area.12" })}>{say.area}</LinkButton></div>
        </div>
      ) : <Pages relationship={relationship} view={view} />}
    </Page>
  );
}

function Pages({ relationship, view }: { relationship: string; view: Revisit }) {
  const first = view.pages.findIndex((page) => page.choice === null);
  const [at, setAt] = useState(first < 0 ? 0 : first);
  const page = view.pages[at];
  const finish = (): void => {
    saving(() => call("revisit.finish", { relationship })).then(() => toast(say.finished), failed);
  };
  return (
    <div class="stack loose revisit">
      <p class="status">{view.status}</p>
      {page !== undefined ? (
        <section class="card stack" aria-labelledby="page" data-page={page.section}>
          <p class="small quiet">{say.page(at + 1, view.pages.length)}</p>
          <h2 id="page">{page.name}</h2>
          <Words page={page} />
          <RadioSet
            key={page.section}
            legend={say.choice}
            look="across"
            options={CHOICES.map((value) => ({ value, label: say[value] }))}
            value={page.choice}
            onChange={(choice) => void saving(() => call("revisit.page", { relationship, section: page.section, choice })).then((next) => announce(say.summary(next.kept, next.changed, next.open)), failed)}
          />
          {page.choice === "change" ? <Other key={page.section} relationship={relationship} page={page} /> : null}
          <div class="row">
            <Button reads off={at === 0} onClick={() => setAt(at - 1)}>{say.previous}</Button>
            <Button reads kind="primary" main off={at + 1 >= view.pages.length} onClick={() => setAt(at + 1)}>{say.next}</Button>
          </div>
        </section>
      ) : null}
      <p aria-live="polite">{say.summary(view.kept, view.changed, view.open)}</p>
      {view.amendments.length > 0 ? (
        <Disclosure label={say.amendments(view.nextVersion)}><ul>{view.amendments.map((line) => <li key={line}>{line}</li>)}</ul></Disclosure>
      ) : null}
      <Commitments relationship={relationship} commitments={view.commitments} occasion="revisit" />
      <section class="stack tight">
        <div class="row"><Button onClick={finish}>{say.finish}</Button></div>
        <p class="small quiet">{say.finishHint(view.then?.words ?? null)}</p>
      </section>
    </div>
  );
}

function Words({ page }: { page: RevisitPage }) {
  const lines = (of: readonly string[]) => (of.length === 0 ? <p class="quiet">{say.nothing}</p> : <>{of.map((line) => <p key={line} class="reading">{line}</p>)}</>);
  if (page.signed === null || !page.differs) {
    return <div class="stack tight"><h3>{page.signed === null ? say.now : say.same}</h3>{lines(page.now)}</div>;
  }
  return (
    <div class="beside">
      <div class="stack tight"><h3>{say.signed}</h3>{lines(page.signed)}</div>
      <div class="stack tight"><h3>{say.now}</h3>{lines(page.now)}</div>
    </div>
  );
}

/** Other words for a page: a suggestion, for the other person to decide. */
function Other({ relationship, page }: { relationship: string; page: RevisitPage }) {
  const [text, setText] = useState("");
  const form = useForm();
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form
          .send(() => call("revisit.page", { relationship, section: page.section, choice: "change", words: text }))
          .then((done) => {
            if (!done) return;
            setText("");
            toast(say.suggested);
          });
      }}
    >
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      <TextArea id="words" label={say.words} hint={say.wordsHint} reading value={text} onInput={setText} error={form.errorOf("words")} optional />
      <div class="row">
        <Button compact type="submit" off={form.busy}>{say.suggest}</Button>
        <LinkButton compact href={address(page.route)}>{say.edit}</LinkButton>
      </div>
    </form>
  );
}
