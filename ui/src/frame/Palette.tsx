import { signal } from "@preact/signals";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { saving } from "../autosave";
import { apiError, call } from "../ipc";
import { announce } from "../live";
import { Dialog, toast } from "../parts";
import { useQuery } from "../query";
import { go, href, route, type ScreenName } from "../router";
import { holds, plain } from "../search";
import { OWN, pages } from "../screens/agreement/sections";
import { words } from "../words";
import { keyNames, useMac } from "./KeyList";
import { shortcuts } from "./shortcuts";

const say = words.palette;
const open = signal(false);

/** Opens the palette over whatever is on screen (Ctrl or Cmd with K). */
export function showPalette(): void {
  // Not before a closed door, where nothing can be found.
  open.value = document.querySelector(".frame") !== null;
}
const close = (): void => {
  open.value = false;
};

/** One thing to go to or to do. */
interface Entry {
  label: string;
  note?: string;
  run: () => void;
}
interface Group {
  title: string;
  entries: readonly Entry[];
}

/** Everything can be found from here: people, the agreement with its headings and goals, templates, places, settings, commands. */
export function Palette() {
  return <Dialog open={open.value} title={say.title} onClose={close} top>{open.value ? <Search /> : null}</Dialog>;
}

/** How many of one group are shown: before something is typed, and after. */
const FEW = 5;
const MANY = 12;

/** Those that hold every typed word, the ones that begin with it first. */
function narrow(entries: readonly Entry[], typed: string): Entry[] {
  const first = plain(typed).trim();
  const found = entries.filter((entry) => holds(`${entry.label} ${entry.note ?? ""}`, typed));
  const begins = (entry: Entry): boolean => plain(entry.label).startsWith(first);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].slice(0, first === "" ? FEW : MANY);
}

function Search() {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const groups = useGroups().map((group) => ({ ...group, entries: narrow(group.entries, typed) })).filter((group) => group.entries.length > 0);
  const flat = groups.flatMap((group) => group.entries);
  const active = Math.min(at, flat.length - 1);
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest" }), [active]);
  useEffect(() => {
    if (typed !== "") announce(say.found(flat.length));
  }, [typed, flat.length]);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    close();
    entry.run();
  };
  let index = -1;
  return (
    <>
      <label class="quiet small" for={id}>{say.label}</label>
      <input
        class="input"
        id={id}
        type="text"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={flat.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (flat.length > 0) setAt((active + (event.key === "ArrowDown" ? 1 : -1) + flat.length) % flat.length);
          } else if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            run(flat[active]);
          }
        }}
      />
      <div class="found" role="listbox" id={`${id}-list`} aria-label={say.title} ref={list} hidden={flat.length === 0}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div class="label" aria-hidden="true">{group.title}</div>
            {group.entries.map((entry) => {
              index += 1;
              return (
                <div key={`${entry.label}${entry.note ?? ""}`} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => run(entry)}>
                  <span>{entry.label}</span> {entry.note !== undefined ? <span class="quiet small">{entry.note}</span> : null}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 ? <p>{say.nothing}</p> : null}
    </>
  );
}

const PLACES: readonly ScreenName[] = ["today", "relationships", "relationshipNew", "reminders", "people", "library", "settings", "settingsReminders", "settingsData", "settingsSecurity", "settingsDisplay", "help"];

type Settings = "settings" | "settingsReminders" | "settingsData" | "settingsSecurity" | "settingsDisplay";
/** Every row of the settings by its own name, with the page it stands on. */
function settingsRows(): [string, Settings][] {
  const { display, reminders, data, security } = words.settings;
  return [
    ...[words.person.yourName, words.person.email, words.person.phone, words.person.zone].map((label): [string, Settings] => [label, "settings"]),
    ...[reminders.kinds, reminders.quiet, reminders.day, reminders.names].map((label): [string, Settings] => [label, "settingsReminders"]),
    ...[data.folder, data.backups, data.lastBackup, data.example].map((label): [string, Settings] => [label, "settingsData"]),
    ...[words.recovery.title, security.phrase].map((label): [string, Settings] => [label, "settingsSecurity"]),
    ...[display.theme, display.text, display.density, display.still, display.spelling, display.paper].map((label): [string, Settings] => [label, "settingsDisplay"]),
  ];
}

function useGroups(): Group[] {
  const mac = useMac();
  const relationships = useQuery("relationship.list", {}).value.value?.relationships ?? [];
  const templates = useQuery("template.list", {}).value.value?.templates ?? [];
  const here = route.value.params["id"] ?? (relationships.length === 1 ? relationships[0]?.id : undefined);
  const readable = relationships.find((each) => each.id === here && each.role !== "coordinator");
  const view = useQuery("agreement.get", readable === undefined ? null : { relationship: readable.id }).value.value;
  const to = (screen: ScreenName, params?: Readonly<Record<string, string>>) => () => go(href(screen, params));
  const about = readable === undefined ? undefined : { id: readable.id };
  const settings = words.settings.titles;
  return [
    {
      title: words.frame.people,
      entries: relationships.flatMap((each) =>
        [each.mentee, each.mentor].filter((person) => !person.owner).map((person) => ({ label: person.name, note: each.title, run: to("relationship", { id: each.id }) })),
      ),
    },
    {
      title: say.sections,
      entries: about === undefined ? [] : [
        { label: words.overview.document, run: to("agreementDocument", about) },
        { label: words.agreement.sheet.title, run: to("agreementSheet", about) },
        { label: words.signing.title, run: to("sign", about) },
        { label: words.palette.versions, run: to("versions", about) },
        { label: words.version.keys.title, run: to("keys", about) },
        ...(view === undefined ? [] : pages(view)).map((page) => ({ label: page.title, note: words.standing[page.shown], run: to("agreementSection", { ...about, section: page.key }) })),
        { label: words.agreement.arrange.title, note: words.agreement.own.title, run: to("agreementSection", { ...about, section: OWN }) },
      ],
    },
    {
      title: say.goals,
      entries: about === undefined || view === undefined ? [] : [
        ...view.goals.map((goal) => ({ label: goal.title, note: say.goal, run: to("agreementSection", { ...about, section: "template.3" }) })),
        ...view.milestones.map((milestone) => ({ label: milestone.name, note: milestone.date?.words ?? say.milestone, run: to("agreementSection", { ...about, section: "template.4" }) })),
      ],
    },
    { title: say.templates, entries: templates.map((each) => ({ label: each.name, ...(each.programme === "" ? {} : { note: each.programme }), run: to("template", { template: each.id }) })) },
    {
      title: say.places,
      entries: [
        ...PLACES.map((screen) => ({ label: say.place[screen as keyof typeof say.place], run: to(screen) })),
        ...(here === undefined ? [] : [
          { label: words.contact.title, run: to("contact", { id: here }) },
          { label: words.overview.sessions, run: to("sessions", { id: here }) },
          { label: words.checkups.title, run: to("checkups", { id: here }) },
          ...(readable === undefined ? [] : [
            { label: words.overview.ends.closing, run: to("closing", { id: here }) },
            { label: words.overview.ends.ending, run: to("ending", { id: here }) },
          ]),
          { label: words.overview.ends.deletion, run: to("deletion", { id: here }) },
          { label: words.setup.title, run: to("relationshipSetup", { id: here }) },
        ]),
        ...(about === undefined ? [] : [
          { label: words.palette.first, run: to("first", about) },
          { label: words.palette.supervisor, run: to("supervisor", about) },
        ]),
      ],
    },
    { title: say.settings, entries: settingsRows().map(([label, screen]) => ({ label, note: settings[screen], run: to(screen) })) },
    {
      title: say.commands,
      entries: [
        { label: words.settings.data.make, run: () => void saving(() => call("backup.make", {})).then(() => toast(words.settings.data.made), (error: unknown) => toast(apiError(error).message)) },
        ...shortcuts.flatMap((each) => (each.name === undefined ? [] : [{ label: each.name, note: keyNames(each, mac), run: each.run }])),
      ],
    },
  ];
}
