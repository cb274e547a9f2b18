import type { Profile } from "../../api";
import { useDraft } from "../../autosave";
import { call } from "../../ipc";
import { CheckboxSet, Combobox, TextField, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { useZones } from "../person/zones";
import { SettingsPage } from "./Page";

const say = words.settings.profile;

/** Who uses this computer. */
export function ProfileSettings() {
  const query = useQuery("profile.get", {});
  const profile = query.value.value?.profile;
  return (
    <SettingsPage place="settings">
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {profile != null ? <Form profile={profile} /> : null}
    </SettingsPage>
  );
}

function Form({ profile }: { profile: Profile }) {
  const zones = useZones();
  const draft = useDraft("profile", profile, (next) => call("profile.save", next));
  const value = draft.value.value;
  const problem = draft.problem.value;
  const bind = (field: "name" | "email" | "phone") => ({
    value: value[field],
    error: problem?.field === field ? problem.message : null,
    onInput: (text: string) => draft.edit({ ...draft.value.peek(), [field]: text }),
    onLeave: () => void draft.leave(),
  });
  return (
    <div class="stack">
      <p class="quiet">{say.lead}</p>
      <TextField label={words.person.yourName} autocomplete="name" spellcheck={false} {...bind("name")} />
      <TextField label={words.person.email} optional type="email" autocomplete="email" {...bind("email")} />
      <TextField label={words.person.phone} optional type="tel" autocomplete="tel" width="middle" {...bind("phone")} />
      <Combobox label={words.person.zone} options={zones} value={value.zone} error={problem?.field === "zone" ? problem.message : null} onChange={(zone) => draft.edit({ ...draft.value.peek(), zone })} />
      <CheckboxSet
        legend={words.welcome.roles.legend}
        error={problem?.field === "roles" ? problem.message : null}
        values={value.roles}
        onChange={(roles) => draft.edit({ ...draft.value.peek(), roles })}
        options={(["mentee", "mentor", "coordinator"] as const).map((role) => ({ value: role, label: words.welcome.roles[role].label }))}
      />
    </div>
  );
}
