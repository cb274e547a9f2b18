import type { ComponentChildren } from "preact";
import type { Settings } from "../../api";
import { type Draft, useDraft } from "../../autosave";
import { call } from "../../ipc";
import { Screen, Tabs, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href, route, type ScreenName } from "../../router";
import { words } from "../../words";

const places = ["settings", "settingsReminders", "settingsData", "settingsSecurity", "settingsDisplay"] as const satisfies readonly ScreenName[];

/** One page of the settings, with the others beside it. */
export function SettingsPage(props: { place: (typeof places)[number]; children: ComponentChildren }) {
  return (
    <Screen title={words.settings.titles[props.place]} about={words.frame.settings} above={<p class="label">{words.frame.settings}</p>}>
      <Tabs label={words.frame.settings} tabs={places.map((place) => ({ href: href(place), label: words.settings.tabs[place], current: route.value.screen === place }))} />
      {props.children}
    </Screen>
  );
}

/** The settings as one draft; children get it once they are known. */
export function WithSettings(props: { children: (draft: Draft<Settings>, set: (change: Partial<Settings>) => void) => ComponentChildren }) {
  const query = useQuery("settings.get", {});
  const settings = query.value.value;
  if (settings === undefined) return query.error.value === null ? null : <Trouble error={query.error.value} onRetry={() => void query.ask()} />;
  return <Loaded settings={settings}>{props.children}</Loaded>;
}

function Loaded(props: { settings: Settings; children: (draft: Draft<Settings>, set: (change: Partial<Settings>) => void) => ComponentChildren }) {
  const draft = useDraft("settings", props.settings, (settings) => call("settings.save", settings));
  return <>{props.children(draft, (change) => draft.edit({ ...draft.value.peek(), ...change }))}</>;
}
