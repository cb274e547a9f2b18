import { Checkbox, RadioSet, TimeField } from "../../parts";
import { words } from "../../words";
import { SettingsPage, WithSettings } from "./Page";

const say = words.settings.reminders;

/** How reminders reach their owner. */
export function ReminderSettings() {
  return (
    <SettingsPage place="settingsReminders">
      <WithSettings>
        {(draft, set) => {
          const value = draft.value.value;
          const problem = draft.problem.value;
          return (
            <div class="stack loose">
              <RadioSet
                legend={say.revisit}
                hint={say.revisitHint}
                value={value.revisit}
                onChange={(revisit) => set({ revisit })}
                options={(["notify", "in_app", "off"] as const).map((each) => ({ value: each, label: say.delivery[each] }))}
              />
              <fieldset class="stack group">
                <legend>{say.quiet}</legend>
                <p class="quiet small">{say.quietHint}</p>
                <div class="row fields">
                  <TimeField label={say.quietFrom} value={value.quietFrom} error={problem?.field === "quietFrom" ? problem.message : null} onChange={(time) => set({ quietFrom: time ?? "" })} onLeave={() => void draft.leave()} />
                  <TimeField label={say.quietUntil} value={value.quietUntil} error={problem?.field === "quietUntil" ? problem.message : null} onChange={(time) => set({ quietUntil: time ?? "" })} onLeave={() => void draft.leave()} />
                </div>
              </fieldset>
              <Checkbox label={say.names} about={say.namesAbout} checked={value.namesInNotifications} onChange={(namesInNotifications) => set({ namesInNotifications })} />
            </div>
          );
        }}
      </WithSettings>
    </SettingsPage>
  );
}
