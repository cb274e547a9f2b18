import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { flush } from "../../autosave";
import { announce } from "../../live";
import { Button, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Signed } from "../signing/State";
import { InPlace, type Spot } from "./InPlace";
import { Paper } from "./Paper";
import { type Place, places } from "./places";
import { SavePaper } from "./SavePaper";
import { SuggestionCard } from "./SuggestionCard";
import { fieldOf, TalkContext } from "./Talk";

const say = words.agreement.document;

const nameOf = (place: Place): string => place.heading ?? place.key;

/** The document mode: the whole agreement as a paper, to read, to change where it stands, and to save as a PDF. */
export function Document({ relationship }: { relationship: string }) {
  const paper = useQuery("agreement.document", { relationship });
  const query = useQuery("agreement.get", { relationship });
  const view = query.value.value;
  const list = useQuery("suggestion.list", { relationship }).value.value;
  const document = paper.value.value?.document;
  const box = useRef<HTMLDivElement>(null);
  /** The section that is open for writing, and where its text was pressed. */
  const [open, setOpen] = useState<{ name: string; spot: Spot | null } | null>(null);
  const closed = useRef<string | null>(null);
  useLayoutEffect(() => {
    // Back to the button that opened it, when the text stands there again.
    if (open !== null || closed.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-changes="${CSS.escape(closed.current)}"] button`)?.focus();
    closed.current = null;
  }, [open]);
  const begin = (place: Place, spot: Spot | null): void => {
    void flush();
    setOpen({ name: nameOf(place), spot });
    announce(say.changing(place.title));
  };
  const end = (): void => {
    void flush();
    closed.current = open?.name ?? null;
    setOpen(null);
  };
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {[paper, query].map(({ error, ask }, index) => (error.value !== null ? <Trouble key={index} error={error.value} onRetry={() => void ask()} /> : null))}
      {document !== undefined ? (
        <>
          <SavePaper relationship={relationship} kind="agreement" />
          <Signed relationship={relationship} />
          {list !== undefined && list.open.length > 0 ? (
            <nav class="notice" aria-label={words.agreement.talk.title}>
              <p><strong>{words.agreement.talk.open(list.open.length)}</strong></p>
              <ul class="links">
                {list.open.map((each) => (
                  <li key={each.id}><Button reads compact kind="quiet" onClick={() => show(box.current, each.id)}>{words.agreement.talk.fromOn(each.name, each.title)}</Button></li>
                ))}
              </ul>
            </nav>
          ) : null}
          <div ref={box}>
            <Paper
              document={document}
              places={{
                find: places(view),
                beside: (place) => (
                  <span class="change" data-changes={nameOf(place)}>
                    {open?.name === nameOf(place) ? (
                      <Button compact label={say.doneOf(place.title)} onClick={end}>{say.done}</Button>
                    ) : (
                      <Button compact kind="quiet" label={say.changeOf(place.title)} onClick={() => begin(place, null)}>{say.change}</Button>
                    )}
                  </span>
                ),
                after: (place) => {
                  // Where the section is open for writing, each suggestion stands beside its own words.
                  if (list === undefined || open?.name === nameOf(place)) return null;
                  const here = list.open.filter((each) => each.section === nameOf(place));
                  return here.length === 0 ? null : here.map((each) => <SuggestionCard key={each.id} talk={{ relationship, view, list }} suggestion={each} field={fieldOf(view, each)} titled />);
                },
                instead: (place) =>
                  view !== undefined && open?.name === nameOf(place) ? <TalkContext.Provider value={list === undefined ? null : { relationship, view, list }}><InPlace key={open.name} relationship={relationship} view={view} place={place} spot={open.spot} onDone={end} /></TalkContext.Provider> : null,
                onPress: (place, event) => {
                  // Who marks a text wants to copy it, and a link leads where it says.
                  if (event.target instanceof Element && event.target.closest("a, button") !== null) return;
                  if (window.getSelection()?.isCollapsed === false) return;
                  begin(place, spotOf(event));
                },
              }}
            />
          </div>
        </>
      ) : null}
    </Screen>
  );
}

/** Brings a suggestion into sight where it stands on the paper, with the focus. */
function show(box: HTMLElement | null, id: string): void {
  const card = box?.querySelector<HTMLElement>(`[data-suggestion="${CSS.escape(id)}"]`);
  card?.scrollIntoView({ block: "center" });
  card?.focus();
}

/** The words that were pressed, and the letter within them. */
function spotOf(event: MouseEvent): Spot | null {
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  const text = range?.startContainer;
  const column = event.target instanceof Element ? event.target.closest("td")?.cellIndex : undefined;
  const side = column === 1 ? "mentee" : column === 2 ? "mentor" : null;
  return text instanceof Text && text.data.trim() !== "" ? { text: text.data, offset: range?.startOffset ?? 0, side } : null;
}
