import { useEffect, useState } from "preact/hooks";
import { shell } from "../ipc";
import { words } from "../words";
import { shortcuts, type Shortcut } from "./shortcuts";

/** Whether Cmd stands where others have Ctrl; false until the shell has told. */
export function useMac(): boolean {
  const [mac, setMac] = useState(false);
  useEffect(() => {
    shell.environment().then(({ platform }) => setMac(platform === "macos"), () => undefined);
  }, []);
  return mac;
}

/** Every key and what it does, as the table of shortcuts has it. */
export function KeyList() {
  const mac = useMac();
  // Two keys for one thing stand in one line.
  const lines = [...new Set(shortcuts.map((each) => each.words))];
  return (
    <dl class="facts keys">
      {lines.map((what) => (
        <div key={what} class="pairing"><dt>{what}</dt><dd>{shortcuts.filter((each) => each.words === what).map((each, index) => <span key={index}>{index > 0 ? words.keys.or : null}<kbd>{keyNames(each, mac)}</kbd></span>)}</dd></div>
      ))}
      <div class="pairing"><dt>{words.keys.order}</dt><dd><kbd>{mac ? "⌥ ↑ ↓" : "Alt ↑ ↓"}</kbd></dd></div>
    </dl>
  );
}

/** "Ctrl + K", or "⌘ K" on a Mac. */
export function keyNames(shortcut: Pick<Shortcut, "key" | "main" | "alt" | "shift">, mac: boolean): string {
  const names: Record<string, string> = { enter: "Enter", arrowleft: "←", arrowright: "→" };
  const parts = [shortcut.main && (mac ? "⌘" : "Ctrl"), shortcut.alt && (mac ? "⌥" : "Alt"), shortcut.shift && (mac ? "⇧" : "Shift"), names[shortcut.key] ?? shortcut.key.toUpperCase()];
  return parts.filter(Boolean).join(mac ? " " : " + ");
}
