/** Addresses after the #: every screen has one, so that Back, notifications and the last place all speak the same words. */
import { computed, signal } from "@preact/signals";
import { flush } from "./autosave";

/** Every screen's address. A word with a colon is a parameter. Cards and notifications from Rust name these too. */
export const ADDRESSES = {
  today: "today",
  relationships: "relationships",
  relationshipNew: "relationship/new",
  relationship: "relationship/:id",
  contact: "relationship/:id/contact",
  sessions: "relationship/:id/sessions",
  session: "relationship/:id/session/:session",
  tasks: "relationship/:id/tasks",
  first: "relationship/:id/first",
  supervisor: "relationship/:id/supervisor",
  relationshipSetup: "relationship/:id/setup",
  plan: "relationship/:id/plan",
  journal: "relationship/:id/plan/journal",
  planGoal: "relationship/:id/plan/goal/:goal",
  agreement: "relationship/:id/agreement",
  agreementDocument: "relationship/:id/agreement/document",
  agreementSheet: "relationship/:id/agreed",
  agreementTalk: "relationship/:id/agreement/suggestions",
  sign: "relationship/:id/sign",
  versions: "relationship/:id/versions",
  version: "relationship/:id/versions/:version",
  compare: "relationship/:id/versions/:from/:to",
  keys: "relationship/:id/keys",
  checkups: "relationship/:id/checkups",
  checkup: "relationship/:id/checkups/ninety-days",
  obstacleMeeting: "relationship/:id/checkups/obstacles",
  midPoint: "relationship/:id/checkups/mid-point",
  revisit: "relationship/:id/checkups/revisit",
  mentor: "relationship/:id/checkups/mentor",
  closing: "relationship/:id/closing",
  ending: "relationship/:id/ending",
  deletion: "relationship/:id/delete",
  agreementSection: "relationship/:id/agreement/:section",
  reminders: "reminders",
  people: "people",
  library: "library",
  template: "library/:template",
  settings: "settings",
  settingsReminders: "settings/reminders",
  settingsData: "settings/data",
  settingsSecurity: "settings/recovery",
  settingsDisplay: "settings/display",
  verify: "verify",
  help: "help",
} as const;

export type ScreenName = keyof typeof ADDRESSES;
export interface Route {
  readonly screen: ScreenName | "missing";
  readonly params: Readonly<Record<string, string>>;
  /** The address without "#/", for links and keys. */
  readonly path: string;
}

/** The address that Rust names a place with: with or without "#" and "/". */
export function address(route: string): string {
  return `#/${route.replace(/^#?\/*/, "")}`;
}

/** Finds the screen of an address such as "#/relationship/7/agreement". */
export function match(hash: string): Route {
  const path = hash.replace(/^#?\/?/, "").replace(/\/+$/, "");
  if (path === "") return { screen: "today", params: {}, path: "today" };
  const parts = path.split("/");
  for (const [screen, pattern] of Object.entries(ADDRESSES) as [ScreenName, string][]) {
    const wanted = pattern.split("/");
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((word, index) => {
      const part = parts[index] ?? "";
      if (!word.startsWith(":")) return word === part;
      const decoded = decode(part);
      if (decoded === null || decoded === "") return false;
      params[word.slice(1)] = decoded;
      return true;
    });
    if (fits) return { screen, params, path };
  }
  return { screen: "missing", params: {}, path };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The address of a screen, with "#/", ready for href. */
export function href(screen: ScreenName, params: Readonly<Record<string, string>> = {}): string {
  const path = ADDRESSES[screen]
    .split("/")
    .map((word) => (word.startsWith(":") ? encodeURIComponent(params[word.slice(1)] ?? "") : word))
    .join("/");
  return `#/${path}`;
}

const hash = signal(location.hash);
/** Where we are. */
export const route = computed(() => match(hash.value));

/** True from a change of address until the new screen's heading took the focus. The first screen takes none. */
export const arriving = signal(false);

/** An address that cannot be left: the computer is in the other person's hands (frame/curtain.ts). Null as a rule. */
export const held = signal<string | null>(null);

/** Goes to an address ("#/today"). What is typed is saved on the way. */
export function go(address: string, how: "push" | "replace" = "push"): void {
  void flush();
  if (held.peek() !== null && address !== held.peek()) return;
  if (how === "replace") {
    history.replaceState(null, "", address);
    arrive();
  } else if (location.hash === address) arrive();
  else location.hash = address;
}

/** Begins at an address: where the window was left. Nobody arrives there from elsewhere, so the focus stays where it is. */
export function begin(address: string): void {
  history.replaceState(null, "", address);
  hash.value = location.hash;
}

function arrive(): void {
  arriving.value = true;
  hash.value = location.hash;
  window.scrollTo(0, 0);
}

/** Listens to the address bar that a window does not have: links, Back, and addresses the shell sets. Answers how to stop. */
export function startRouter(): () => void {
  hash.value = location.hash;
  const moved = (): void => {
    void flush();
    const here = held.peek();
    if (here !== null && location.hash !== here) {
      // Back, or an address from elsewhere: this one stays.
      history.pushState(null, "", here);
      return;
    }
    arrive();
  };
  window.addEventListener("hashchange", moved);
  return () => window.removeEventListener("hashchange", moved);
}
