import { useEffect, useState } from "preact/hooks";
import { KeyList } from "../../frame/KeyList";
import { type Environment, shell } from "../../ipc";
import { Screen } from "../../parts";
import { href } from "../../router";
import { words } from "../../words";

const say = words.help;

/** The few things one may look for: what stays here, how to get back in, the keys. */
export function Help() {
  const [environment, setEnvironment] = useState<Environment | null>(null);
  useEffect(() => {
    shell.environment().then(setEnvironment, () => undefined);
  }, []);
  return (
    <Screen title={words.frame.help}>
      <section class="stack tight" aria-labelledby="stays">
        <h2 id="stays">{say.staysTitle}</h2>
        <p>{say.stays} <a href={href("settingsData")}>{words.settings.titles.settingsData}</a></p>
      </section>
      <section class="stack tight" aria-labelledby="lost">
        <h2 id="lost">{say.lostTitle}</h2>
        <p>{say.lost} <a href={href("settingsSecurity")}>{words.recovery.title}</a></p>
      </section>
      <section class="stack tight" aria-labelledby="keys">
        <h2 id="keys">{words.keys.title}</h2>
        <KeyList />
      </section>
      {environment !== null ? <p class="quiet small">{say.version(environment.version)}</p> : null}
    </Screen>
  );
}
