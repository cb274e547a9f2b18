import { SIZES } from "../../frame/deeds";
import { Checkbox, RadioSet } from "../../parts";
import { words } from "../../words";
import { SettingsPage, WithSettings } from "./Page";

const say = words.settings.display;
const sizes = SIZES.map(String);

/** Colours, text size, room, movement, spelling and paper. */
export function DisplaySettings() {
  return (
    <SettingsPage place="settingsDisplay">
      <WithSettings>
        {(draft, set) => {
          const value = draft.value.value;
          return (
            <div class="stack loose">
              <RadioSet legend={say.theme} value={value.theme} onChange={(theme) => set({ theme })} options={(["system", "light", "dark", "contrast"] as const).map((each) => ({ value: each, label: say.themes[each] }))} />
              <RadioSet
                legend={say.text}
                hint={say.textHint}
                look="across"
                value={sizes.find((each) => Number(each) === value.textSize) ?? null}
                onChange={(size) => set({ textSize: Number(size) })}
                options={sizes.map((each) => ({ value: each, label: `${each} %` }))}
              />
              <RadioSet legend={say.density} value={value.density} onChange={(density) => set({ density })} options={(["comfortable", "compact"] as const).map((each) => ({ value: each, ...say.densities[each] }))} />
              <Checkbox label={say.still} about={say.stillAbout} checked={value.still} onChange={(still) => set({ still })} />
              <Checkbox label={say.spelling} about={say.spellingAbout} checked={value.spelling} onChange={(spelling) => set({ spelling })} />
              <RadioSet legend={say.paper} look="across" value={value.paper} onChange={(paper) => set({ paper })} options={(["a4", "letter"] as const).map((each) => ({ value: each, label: say.papers[each] }))} />
            </div>
          );
        }}
      </WithSettings>
    </SettingsPage>
  );
}
