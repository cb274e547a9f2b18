import { useRef, useState } from "preact/hooks";
import type { ComparedChange, Comparison, SuggestionPlace } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, LinkButton, Notice, Screen, TabPanels, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { go, href } from "../../router";
import { words } from "../../words";
import { versionWords } from "../../words/version";
import { Redline } from "../agreement/Redline";
import { OWN } from "../agreement/sections";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { numberOf } from "./names";

const say = versionWords.compare;

/** Two texts beside each other, and as a list of changes. */
export function Compare({ relationship: id, from, to }: { relationship: string; from: string; to: string }) {
  const [a, b] = [numberOf(from), numberOf(to)];
  // The earlier of the two is a signed version; the later one may be the draft.
  const known = a != null && b !== undefined;
  const query = useQuery("version.compare", known ? { relationship: id, from: a, to: b } : null);
  const view = query.value.value;
  if (!known || query.error.value?.code === "not_found") {
    return (
      <Screen title={versionWords.gone} lead={versionWords.goneBody}>
        <RelationshipTabs relationship={id} />
        <div class="row"><LinkButton href={href("versions", { id })} kind="primary" main>{versionWords.all}</LinkButton></div>
      </Screen>
    );
  }
  // Nothing yet: a heading that is about to go must not take the focus with it.
  if (view === undefined && query.error.value === null) return null;
  const [earlier, later] = [view?.from.title ?? versionWords.title, view?.to.title ?? ""];
  return (
    <Screen title={say.title} lead={view === undefined ? undefined : say.lead(earlier, later)} wide>
      <RelationshipTabs relationship={id} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {view === undefined ? null : view.changes.length === 0 ? <Notice><p>{say.none}</p></Notice> : <Changes relationship={id} view={view} earlier={earlier} later={later} />}
      <div class="row">
        <LinkButton href={href("versions", { id })} kind="quiet">{versionWords.all}</LinkButton>
      </div>
    </Screen>
  );
}

function Changes({ relationship, view, earlier, later }: { relationship: string; view: Comparison; earlier: string; later: string }) {
  return (
    <>
      <p>{say.count(view.changes.length)}</p>
      <TabPanels
        label={say.count(view.changes.length)}
        panels={[
          { key: "side", label: say.side, panel: () => <Sides relationship={relationship} view={view} earlier={earlier} later={later} /> },
          { key: "whole", label: say.whole, panel: () => <Whole view={view} earlier={earlier} later={later} /> },
          { key: "list", label: say.list, panel: () => <List changes={view.changes} /> },
        ]}
      />
    </>
  );
}

const nameOfChange = (each: ComparedChange): string => [each.title, each.label, each.side === null ? "" : words.side[each.side]].filter((part) => part !== "").join(": ");

/** Both texts whole, section beside section. */
function Whole({ view, earlier, later }: { view: Comparison; earlier: string; later: string }) {
  const lines = (all: readonly string[], none: string) => (all.length === 0 ? <p class="quiet">{none}</p> : all.map((line, index) => <p key={index} class="reading">{line}</p>));
  return (
    <div class="stack loose">
      {view.sections.map((each) => (
        <section key={each.section} class="compared" aria-labelledby={`whole-${each.section}`}>
          <div class="row apart">
            <h2 id={`whole-${each.section}`}>{each.title}</h2>
            {each.changed ? <span class="pill plain">{say.kinds.changed}</span> : <span class="quiet small">{say.same}</span>}
          </div>
          <div class="both">
            <div><h3 class="label">{earlier}</h3>{lines(each.before, say.nothing)}</div>
            <div><h3 class="label">{later}</h3>{lines(each.after, say.gone)}</div>
          </div>
        </section>
      ))}
    </div>
  );
}

/** Every change as a sentence, with the words that went and came in one text. */
function List({ changes }: { changes: readonly ComparedChange[] }) {
  return (
    <ol class="change-list stack">
      {changes.map((each, index) => (
        <li key={index}>
          <p><strong>{nameOfChange(each)}</strong> <span class={`pill plain ${each.kind}`}>{say.kinds[each.kind]}</span></p>
          <p>{each.sentence}</p>
          <Redline pieces={each.pieces} />
        </li>
      ))}
    </ol>
  );
}

/** The changed places in two columns, with the way from each to the next. */
function Sides({ relationship, view: { changes, from, to }, earlier, later }: { relationship: string; view: Comparison; earlier: string; later: string }) {
  const box = useRef<HTMLDivElement>(null);
  const at = useRef(-1);
  const [here, setHere] = useState<number | null>(null);
  const step = (by: 1 | -1): void => {
    const next = Math.min(changes.length - 1, Math.max(0, at.current + by));
    at.current = next;
    setHere(next);
    const heading = box.current?.querySelectorAll<HTMLElement>("h2")[next];
    heading?.focus();
    heading?.scrollIntoView({ block: "center" });
    const change = changes[next];
    if (change !== undefined) announce(say.at(next + 1, changes.length, nameOfChange(change)));
  };
  return (
    <div class="stack loose" ref={box}>
      <div class="row apart stick">
        <p class="small quiet" aria-hidden="true"><span class="redline"><del>{say.legend.removed}</del> <ins>{say.legend.added}</ins></span></p>
        <div class="row">
          <Button reads compact off={here !== null && here <= 0} onClick={() => step(-1)}>{say.previous}</Button>
          <Button reads compact off={here === changes.length - 1} onClick={() => step(1)}>{say.next}</Button>
        </div>
      </div>
      {changes.map((each, index) => (
        <section key={index} class="compared" aria-labelledby={`change-${index}`}>
          <div class="row apart">
            <h2 id={`change-${index}`} tabIndex={-1} onFocus={() => { at.current = index; }}>{nameOfChange(each)}</h2>
            <span class={`pill plain ${each.kind}`}>{say.kinds[each.kind]}</span>
          </div>
          <div class="both">
            <div>
              <h3 class="label">{earlier}</h3>
              {each.before === "" ? <p class="quiet">{say.nothing}</p> : <Redline pieces={each.pieces.filter((piece) => piece.change !== "added")} />}
            </div>
            <div>
              <h3 class="label">{later}</h3>
              {each.after === "" ? <p class="quiet">{say.gone}</p> : <Redline pieces={each.pieces.filter((piece) => piece.change !== "removed")} />}
            </div>
          </div>
          {to.draft && each.place !== null && each.before !== "" ? <Restore relationship={relationship} version={from.number} change={each} place={each.place} /> : null}
        </section>
      ))}
    </div>
  );
}

/** Suggests the earlier wording again: whether it stands in the next version is for both to decide. */
function Restore({ relationship, version, change, place }: { relationship: string; version: number; change: ComparedChange; place: SuggestionPlace }) {
  const pair = useQuery("relationship.get", { relationship }).value.value;
  const suggest = (): void => {
    const side = pair?.mentor.owner === true ? "mentor" : "mentee";
    saving(() => call("version.restore", { relationship, version, place, side })).then(
      () => {
        toast(versionWords.restored(change.title));
        go(href("agreementSection", { id: relationship, section: change.section ?? OWN }));
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return <div class="row"><Button compact off={pair === undefined} label={versionWords.restoreOf(nameOfChange(change))} onClick={suggest}>{versionWords.restore}</Button></div>;
}
