import { useRef } from "preact/hooks";
import type { AgreementView, HeadingView, Standing as Stands } from "../../api";
import { saving, useDraft } from "../../autosave";
import { ApiError, apiError, call } from "../../ipc";
import { Button, LinkButton, RadioSet, Standing, TextArea, TextField, toast, useArrival } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";
import { Arrange } from "./Arrange";
import { HistoryButton } from "./History";
import { pages } from "./sections";
import { removeRow, RowDeeds, RowForm, useEditing } from "./Rows";

const say = words.agreement.own;
const STANDINGS: readonly Stands[] = ["agreed", "open", "not_for_us"];
const ADDING = "new";

/** Headings that the two add to the fourteen areas: named, worded and removed here; below, all headings of part 2 in their order (R53). */
export function Own({ relationship, view }: { relationship: string; view: AgreementView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, [say.title, words.agreement.title, view.title, words.app].join(" – "));
  const rows = useEditing();
  const made = useRef<string | null>(null);
  const shown = view.headings.filter((each) => !(rows.editing === ADDING && each.id === made.current));
  const before = pages(view).at(-1);
  return (
    <article class="section stack loose">
      <header class="stack tight">
        <h1 ref={heading} tabIndex={-1}>{say.title}</h1>
        <p class="lead">{say.question}</p>
        <p>{say.guidance}</p>
      </header>
      <fieldset class="question field" ref={rows.box}>
        <legend class="unseen">{say.title}</legend>
        {shown.length === 0 && rows.editing !== ADDING ? <p class="quiet">{say.none}</p> : null}
        {shown.length > 0 ? (
          <ul class="milestones bare">
            {shown.map((each) => (
              <li key={each.id}>
                {rows.editing === each.id ? (
                  <HeadingForm relationship={relationship} heading={each} onDone={() => rows.close(each.id)} />
                ) : (
                  <div class="stack tight">
                    <p class="reading"><a href={href("agreementSection", { id: relationship, section: each.id })}><bdi>{each.title}</bdi></a></p>
                    {each.guidance !== "" ? <p class="quiet">{each.guidance}</p> : null}
                    {each.askedBy !== null ? <p><span class="pill plain">{each.askedBy}</span></p> : null}
                    {each.text !== "" ? <p class="reading">{each.text}</p> : null}
                    <div class="row">
                      <Standing standing={each.standing === "open" && each.text.trim() === "" ? "untouched" : each.standing} />
                      <RowDeeds id={each.id} name={each.title} onEdit={() => rows.open(each.id)} onRemove={() => removeRow(relationship, each.title, () => call("heading.remove", { relationship, heading: each.id }))} />
                    </div>
                  </div>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        {rows.editing === ADDING ? (
          <HeadingForm
            relationship={relationship}
            heading={null}
            onMade={(id) => { made.current = id; }}
            onDone={() => {
              made.current = null;
              rows.close(ADDING);
            }}
          />
        ) : (
          <div class="row" data-opens={ADDING}><Button compact onClick={() => rows.open(ADDING)}>{say.add}</Button></div>
        )}
      </fieldset>
      <Arrange relationship={relationship} view={view} />
      <div class="steps">
        {before !== undefined ? <LinkButton href={href("agreementSection", { id: relationship, section: before.key })}>{words.agreement.back(before.title)}</LinkButton> : null}
        <LinkButton href={href("agreementDocument", { id: relationship })} kind="primary" main>{words.agreement.last}</LinkButton>
      </div>
    </article>
  );
}

function attempt(action: () => Promise<unknown>): void {
  saving(action).catch((error: unknown) => toast(apiError(error).message));
}

function HeadingForm(props: { relationship: string; heading: HeadingView | null; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, heading } = props;
  const id = useRef(heading?.id ?? null);
  const draft = useDraft(
    `heading:${relationship}:${heading?.id ?? ADDING}`,
    { title: heading?.title ?? "", text: heading?.text ?? "" },
    async ({ title, text }) => {
      if (title.trim() === "") {
        if (id.current === null && text.trim() === "") return;
        throw new ApiError("empty", say.needsName, "title");
      }
      if (id.current !== null) await call("heading.change", { relationship, heading: id.current, title, text });
      else {
        const answer = await call("heading.add", { relationship, title, text });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    heading,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const leave = (): void => void draft.leave();
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <TextField label={say.name} value={value.title} error={problem !== null && problem.field !== "text" ? problem.message : null} onInput={(title) => draft.edit({ ...draft.value.peek(), title })} onLeave={leave} />
      <TextArea label={say.text} reading value={value.text} error={problem?.field === "text" ? problem.message : null} onInput={(text) => draft.edit({ ...draft.value.peek(), text })} onLeave={leave} />
      {heading !== null ? <div class="row"><HistoryButton relationship={relationship} subject={{ of: "heading", heading: heading.id }} label={heading.title} /></div> : null}
      {heading !== null ? (
        <RadioSet
          legend={words.agreement.stand.legend}
          look="across"
          options={STANDINGS.map((each) => ({ value: each, label: words.agreement.stand[each] }))}
          value={heading.standing}
          onChange={(standing) => attempt(() => call("heading.change", { relationship, heading: heading.id, standing }))}
        />
      ) : null}
    </RowForm>
  );
}
