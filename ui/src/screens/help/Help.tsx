import { useEffect, useState } from "preact/hooks";
import { shortcuts, type Shortcut } from "../../frame/shortcuts";
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
  const mac = environment?.platform === "macos";
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
        <dl class="facts keys">
          {shortcuts.map((each) => (
            <div key={`${each.key}${each.shift}`} class="pairing"><dt>{each.words}</dt><dd><kbd>{keys(each, mac)}</kbd></dd></div>
          ))}
          <div class="pairing"><dt>{words.keys.order}</dt><dd><kbd>{mac ? "⌥ ↑ ↓" : "Alt ↑ ↓"}</kbd></dd></div>
        </dl>
      </section>
      {environment !== null ? <p class="quiet small">{say.version(environment.version)}</p> : null}
    </Screen>
  );
}

function keys(shortcut: Shortcut, mac: boolean): string {
  const names: Record<string, string> = { enter: "Enter", arrowleft: "←", arrowright: "→", f1: "F1" };
  const parts = [shortcut.main && (mac ? "⌘" : "Ctrl"), shortcut.alt && (mac ? "⌥" : "Alt"), shortcut.shift && (mac ? "⇧" : "Shift"), names[shortcut.key] ?? shortcut.key.toUpperCase()];
  return parts.filter(Boolean).join(mac ? " " : " + ");
}
