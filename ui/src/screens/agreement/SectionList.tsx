import { useEffect, useRef, useState } from "preact/hooks";
import type { AgreementView, SuggestionView } from "../../api";
import { Button } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";
import { grouped, OWN } from "./sections";

const say = words.agreement;

/** All sections beside the one that is open; folded away where there is no room beside it. */
export function SectionList(props: { relationship: string; view: AgreementView; open: readonly SuggestionView[]; current: string }) {
  const { relationship: id, view, current } = props;
  const suggested = (section: string): number => props.open.filter((each) => each.section === section).length;
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setOpen(false);
    const box = list.current;
    const here = box?.querySelector<HTMLElement>('[aria-current="page"]');
    // Only the list moves, never the page.
    if (box != null && here != null) box.scrollTop = here.offsetTop - box.clientHeight / 2;
  }, [current]);
  return (
    <nav class={`sections${open ? " unfolded" : ""}`} aria-label={say.sections}>
      <div class="fold"><Button reads expanded={open} controls="sections" onClick={() => setOpen(!open)}>{say.showSections(view.settled, view.sections.length)}</Button></div>
      <div class="list" id="sections" ref={list}>
        <p class="small figures"><a href={href("agreement", { id })}>{say.overview}</a> <span class="quiet">{say.settled(view.settled, view.sections.length)}</span></p>
        {grouped(view).map(({ part, pages }) => (
          <div key={part}>
            <h2 class="label">{say.parts[part]}</h2>
            <ol class="bare">
              {pages.map((page) => (
                <li key={page.key}>
                  <a href={href("agreementSection", { id, section: page.key })} aria-current={page.key === current ? "page" : undefined}>
                    <span class="number figures">{page.number ?? ""}</span>{" "}
                    <span><bdi>{page.title}</bdi></span>{" "}
                    <span class={`state ${page.shown}`}>{words.standing[page.shown]}</span>
                    {suggested(page.key) > 0 ? <>{" "}<span class="state suggested">{say.talk.count(suggested(page.key))}</span></> : null}
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
        <ol class="bare">
          <li>
            <a href={href("agreementSection", { id, section: OWN })} aria-current={current === OWN ? "page" : undefined}>
              <span class="number">+</span>{" "}
              <span>{say.own.title}</span>{" "}
              <span class="state">{say.own.count(view.headings.length)}</span>
            </a>
          </li>
        </ol>
      </div>
    </nav>
  );
}
