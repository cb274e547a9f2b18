import { Checkbox, TimeField, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { reminderWords as say } from "../../words/reminders";
import { BackgroundSettings } from "./Background";
import { SettingsPage, WithSettings } from "./Page";
import { ReminderKinds } from "./ReminderKinds";

const rows = words.settings.reminders;

/** How, when and about what the owner is reminded. */
export function ReminderSettings() {
  return (
    <SettingsPage place="settingsReminders">
      <p class="quiet">{say.lead}</p>
      <General />
      <BackgroundSettings />
      <Kinds />
    </SettingsPage>
  );
}

function General() {
  return (
    <section class="stack" aria-labelledby="general">
      <h2 id="general">{say.general}</h2>
      <WithSettings>
        {(draft, set) => {
          const value = draft.value.value;
          const problem = draft.problem.value;
          const time = (field: "quietFrom" | "quietUntil" | "startOfDay" | "endOfDay") => (
            <TimeField
              label={say[field]}
              value={value[field]}
              error={problem?.field === field ? problem.message : null}
              onChange={(next) => set({ [field]: next ?? "" })}
              onLeave={() => void draft.leave()}
            />
          );
          return (
            <div class="stack loose">
              <fieldset class="stack group">
                <legend>{rows.quiet}</legend>
                <p class="quiet small">{say.quietHint}</p>
                <div class="row fields">{time("quietFrom")}{time("quietUntil")}</div>
              </fieldset>
              <fieldset class="stack group">
                <legend>{rows.day}</legend>
                <p class="quiet small">{say.dayHint}</p>
                <div class="row fields">{time("startOfDay")}{time("endOfDay")}</div>
              </fieldset>
              <Checkbox label={rows.names} about={say.namesAbout} checked={value.namesInNotifications} onChange={(namesInNotifications) => set({ namesInNotifications })} />
            </div>
          );
        }}
      </WithSettings>
    </section>
  );
}

function Kinds() {
  const query = useQuery("reminder.kinds", {});
  const roles = useQuery("profile.get", {}).value.value?.profile?.roles ?? [];
  const kinds = query.value.value?.kinds;
  return (
    <section class="stack" aria-labelledby="kinds">
      <h2 id="kinds">{rows.kinds}</h2>
      <p class="quiet small">{say.kindsHint}</p>
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {kinds !== undefined ? <ReminderKinds kinds={kinds} roles={roles} /> : null}
    </section>
  );
}
