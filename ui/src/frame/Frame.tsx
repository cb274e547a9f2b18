import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { OwnForm } from "../api";
import { useQuery } from "../query";
import { href, route, type ScreenName } from "../router";
import { speakIn } from "../spoken";
import { words } from "../words";
import { IconMenu, Mark } from "../parts/icons";
import { Bar } from "./Bar";

const USUAL: readonly OwnForm[] = [];

/** The pages of a relationship speak the words of its programme (C29); all others the usual ones. */
function useOwnWords(): void {
  const relationship = route.value.params["id"];
  const answer = useQuery("programme.words", relationship === undefined ? null : { relationship }).value.value;
  const forms = answer !== undefined && answer.relationship === relationship ? answer.forms : USUAL;
  useLayoutEffect(() => speakIn(forms), [forms]);
}

/** Sidebar, bar and main part around a screen. */
export function Frame(props: { children: ComponentChildren }) {
  useOwnWords();
  return (
    <div class="frame">
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address after # is the screen's; here only the focus moves.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {words.frame.skip}
      </a>
      <Sidebar />
      <div class="column">
        <Bar />
        <main id="main" tabIndex={-1}>{props.children}</main>
      </div>
    </div>
  );
}

/** At most this many relationships stand in the sidebar by name; a coordinator's hundreds stand on their own page. */
const NAMED = 6;

function Sidebar() {
  const [open, setOpen] = useState(false);
  const list = useQuery("relationship.list", {});
  const { screen, params } = route.value;
  const rows = list.value.value?.relationships ?? [];
  const place = (target: ScreenName, label: string, within: readonly ScreenName[] = []) => (
    <a href={href(target)} aria-current={screen === target ? "page" : within.includes(screen as ScreenName) ? "true" : undefined} onClick={() => setOpen(false)}>
      {label}
    </a>
  );
  return (
    <header class={`sidebar${open ? " unfolded" : ""}`}>
      <div class="inside">
        <a class="brand" href={href("today")}><Mark /> {words.app}</a>
        <button type="button" class="btn menu-button" aria-expanded={open} aria-controls="places" onClick={() => setOpen(!open)}>
          <IconMenu /> {words.frame.menu}
        </button>
        <nav class="nav" id="places" aria-label={words.frame.main}>
          <ul>
            <li>{place("today", words.frame.today)}</li>
            <li>
              {place("relationships", words.frame.relationships, ["relationshipNew"])}
              {rows.length > 0 && rows.length <= NAMED ? (
                <ul>
                  {rows.map((row) => (
                    <li key={row.id}>
                      <a href={href("relationship", { id: row.id })} aria-current={params["id"] === row.id ? (screen === "relationship" ? "page" : "true") : undefined} onClick={() => setOpen(false)}>
                        <bdi>{row.title}</bdi>
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
            <li>{place("reminders", words.frame.reminders)}</li>
            <li>{place("people", words.frame.people)}</li>
            <li>{place("library", words.frame.library, ["template"])}</li>
          </ul>
        </nav>
        <nav class="nav last" aria-label={words.frame.more}>
          <ul>
            <li>{place("verify", words.verify.place)}</li>
            <li>{place("settings", words.frame.settings, ["settingsReminders", "settingsData", "settingsSecurity", "settingsDisplay"])}</li>
            <li>{place("help", words.frame.help)}</li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
