import { Tabs } from "../../parts";
import { href, route } from "../../router";
import { words } from "../../words";

/** The pages of looking back, all under one tab. */
const LOOKING: ReadonlySet<string> = new Set(["checkups", "checkup", "obstacleMeeting", "midPoint", "revisit", "mentor"]);

/** The first meeting, the supervisor and the end belong to the overview, from where they are reached. */
const OVERVIEW: ReadonlySet<string> = new Set(["relationship", "first", "supervisor", "closing", "ending", "deletion"]);

/** The places inside one relationship. */
export function RelationshipTabs({ relationship }: { relationship: string }) {
  const { screen } = route.value;
  const id = relationship;
  return (
    <Tabs
      label={words.frame.places}
      tabs={[
        { href: href("relationship", { id }), label: words.overview.title, current: OVERVIEW.has(screen) },
        { href: href("contact", { id }), label: words.contact.title, current: screen === "contact" },
        { href: href("sessions", { id }), label: words.overview.sessions, current: screen === "sessions" || screen === "session" },
        { href: href("tasks", { id }), label: words.overview.tasks, current: screen === "tasks" },
        { href: href("plan", { id }), label: words.overview.plan, current: screen === "plan" || screen === "planGoal" || screen === "journal" },
        { href: href("agreement", { id }), label: words.overview.agreement, current: screen === "agreement" || screen === "agreementSection" || screen === "agreementTalk" },
        { href: href("agreementDocument", { id }), label: words.overview.documentTab, current: screen === "agreementDocument" },
        { href: href("agreementSheet", { id }), label: words.agreement.sheet.title, current: screen === "agreementSheet" },
        { href: href("versions", { id }), label: words.version.title, current: screen === "versions" || screen === "version" || screen === "compare" || screen === "keys" },
        { href: href("checkups", { id }), label: words.checkups.title, current: LOOKING.has(screen) },
        { href: href("relationshipSetup", { id }), label: words.setup.tab, current: screen === "relationshipSetup" },
      ]}
    />
  );
}
