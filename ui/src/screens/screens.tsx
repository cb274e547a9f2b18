import type { ComponentChild } from "preact";
import { LinkButton, Screen } from "../parts";
import { href, type Route, type ScreenName } from "../router";
import { words } from "../words";
import { Contents } from "./agreement/Contents";
import { Document } from "./agreement/Document";
import { Section } from "./agreement/Section";
import { Sheet } from "./agreement/Sheet";
import { Help } from "./help/Help";
import { Library } from "./library/Library";
import { Template } from "./library/Template";
import { People } from "./person/People";
import { NewRelationship } from "./relationship/New";
import { Overview } from "./relationship/Overview";
import { Relationships } from "./relationship/Relationships";
import { Reminders } from "./reminder/Reminders";
import { DataSettings } from "./settings/Data";
import { DisplaySettings } from "./settings/Display";
import { ProfileSettings } from "./settings/Profile";
import { ReminderSettings } from "./settings/Reminders";
import { SecuritySettings } from "./settings/Security";
import { Today } from "./today/Today";

type Params = Readonly<Record<string, string>>;

/** Which page stands at which address. */
const pages: Partial<Record<ScreenName, (params: Params) => ComponentChild>> = {
  today: () => <Today />,
  relationships: () => <Relationships />,
  relationshipNew: () => <NewRelationship />,
  relationship: ({ id = "" }) => <Overview key={id} relationship={id} />,
  agreement: ({ id = "" }) => <Contents key={id} relationship={id} />,
  agreementSection: ({ id = "", section = "" }) => <Section key={id} relationship={id} section={section} />,
  agreementDocument: ({ id = "" }) => <Document key={id} relationship={id} />,
  agreementSheet: ({ id = "" }) => <Sheet key={id} relationship={id} />,
  reminders: () => <Reminders />,
  people: () => <People />,
  library: () => <Library />,
  template: ({ template = "" }) => <Template key={template} template={template} />,
  settings: () => <ProfileSettings />,
  settingsReminders: () => <ReminderSettings />,
  settingsData: () => <DataSettings />,
  settingsSecurity: () => <SecuritySettings />,
  settingsDisplay: () => <DisplaySettings />,
  help: () => <Help />,
};

/** The page of an address; for one that leads nowhere, a page that says so. */
export function Screens({ route }: { route: Route }) {
  const page = route.screen === "missing" ? undefined : pages[route.screen];
  return <>{page === undefined ? <Missing /> : page(route.params)}</>;
}

function Missing() {
  return (
    <Screen title={words.missing.title} lead={words.missing.body}>
      <div class="row"><LinkButton href={href("today")} kind="primary" main>{words.missing.home}</LinkButton></div>
    </Screen>
  );
}
