import type { ComponentChild } from "preact";
import { signal } from "@preact/signals";
import { LinkButton, Screen } from "../parts";
import { href, type Route, type ScreenName } from "../router";
import { words } from "../words";
import { area } from "./area";
import { Today } from "./today/Today";

type Params = Readonly<Record<string, string>>;

const agreement = area(() => import("./agreement"));
const beside = area(() => import("./beside"));
const contact = area(() => import("./contact"));
const first = area(() => import("./first"));
const ending = area(() => import("./ending"));
const looking = area(() => import("./looking"));
const plan = area(() => import("./plan"));
const meeting = area(() => import("./meeting"));
const library = area(() => import("./library"));
const sessions = area(() => import("./sessions"));
const signing = area(() => import("./signing"));
const versions = area(() => import("./version"));
const settings = area(() => import("./settings"));
const verify = area(() => import("./verify"));

/** Whether the first screen is drawn, so that what it did not need may come. */
const drawn = signal(false);

/** Fetches what the first screen did not need, while nothing else is to be done. */
export function bringAreas(): void {
  drawn.value = true;
  for (const each of [agreement, beside, contact, ending, first, plan, library, looking, meeting, sessions, signing, versions, settings, verify]) void each.bring();
}

/** Which page stands at which address. */
const pages: Partial<Record<ScreenName, (params: Params) => ComponentChild>> = {
  today: () => <Today ask={beside.offer(({ AskBackground }) => <AskBackground />)} />,
  relationships: () => beside.show(({ Relationships }) => <Relationships />),
  relationshipNew: () => beside.show(({ NewRelationship }) => <NewRelationship />),
  relationship: ({ id = "" }) => beside.show(({ Overview }) => <Overview key={id} relationship={id} />),
  relationshipSetup: ({ id = "" }) => beside.show(({ Setup }) => <Setup key={id} relationship={id} />),
  contact: ({ id = "" }) => contact.show(({ ContactPlan }) => <ContactPlan key={id} relationship={id} />),
  sessions: ({ id = "" }) => sessions.show(({ Sessions }) => <Sessions key={id} relationship={id} />),
  first: ({ id = "" }) => first.show(({ FirstMeeting }) => <FirstMeeting key={id} relationship={id} />),
  supervisor: ({ id = "" }) => first.show(({ Supervisor }) => <Supervisor key={id} relationship={id} />),
  plan: ({ id = "" }) => plan.show(({ Plan }) => <Plan key={id} relationship={id} />),
  planGoal: ({ id = "", goal = "" }) => plan.show(({ Goal }) => <Goal key={`${id} ${goal}`} relationship={id} goal={goal} />),
  journal: ({ id = "" }) => plan.show(({ Journal }) => <Journal key={id} relationship={id} />),
  session: ({ id = "", session = "" }) => meeting.show(({ SessionPage }) => <SessionPage key={`${id} ${session}`} relationship={id} session={session} />),
  tasks: ({ id = "" }) => meeting.show(({ Tasks }) => <Tasks key={id} relationship={id} />),
  agreement: ({ id = "" }) => agreement.show(({ Contents }) => <Contents key={id} relationship={id} />),
  agreementSection: ({ id = "", section = "" }) => agreement.show(({ Section }) => <Section key={id} relationship={id} section={section} />),
  agreementDocument: ({ id = "" }) => agreement.show(({ Document }) => <Document key={id} relationship={id} />),
  agreementTalk: ({ id = "" }) => agreement.show(({ Suggestions }) => <Suggestions key={id} relationship={id} />),
  agreementSheet: ({ id = "" }) => agreement.show(({ Sheet }) => <Sheet key={id} relationship={id} />),
  sign: ({ id = "" }) => signing.show(({ Sign }) => <Sign key={id} relationship={id} />),
  versions: ({ id = "" }) => versions.show(({ Versions }) => <Versions key={id} relationship={id} />),
  version: ({ id = "", version = "" }) => versions.show(({ Version }) => <Version key={`${id} ${version}`} relationship={id} version={version} />),
  compare: ({ id = "", from = "", to = "" }) => versions.show(({ Compare }) => <Compare key={`${id} ${from} ${to}`} relationship={id} from={from} to={to} />),
  keys: ({ id = "" }) => versions.show(({ KeyPage }) => <KeyPage key={id} relationship={id} />),
  checkups: ({ id = "" }) => looking.show(({ LookingBack }) => <LookingBack key={id} relationship={id} />),
  checkup: ({ id = "" }) => looking.show(({ Checkup }) => <Checkup key={id} relationship={id} />),
  obstacleMeeting: ({ id = "" }) => looking.show(({ ObstacleMeeting }) => <ObstacleMeeting key={id} relationship={id} />),
  midPoint: ({ id = "" }) => looking.show(({ MidPoint }) => <MidPoint key={id} relationship={id} />),
  revisit: ({ id = "" }) => looking.show(({ RevisitPages }) => <RevisitPages key={id} relationship={id} />),
  mentor: ({ id = "" }) => looking.show(({ Mentor }) => <Mentor key={id} relationship={id} />),
  closing: ({ id = "" }) => ending.show(({ Closing }) => <Closing key={id} relationship={id} />),
  ending: ({ id = "" }) => ending.show(({ Ending }) => <Ending key={id} relationship={id} />),
  deletion: ({ id = "" }) => ending.show(({ Deletion }) => <Deletion key={id} relationship={id} />),
  reminders: () => beside.show(({ Reminders }) => <Reminders />),
  people: () => beside.show(({ People }) => <People />),
  library: () => library.show(({ Library }) => <Library />),
  template: ({ template = "" }) => library.show(({ Template }) => <Template key={template} template={template} />),
  settings: () => settings.show(({ ProfileSettings }) => <ProfileSettings />),
  settingsReminders: () => settings.show(({ ReminderSettings }) => <ReminderSettings />),
  settingsData: () => settings.show(({ DataSettings }) => <DataSettings />),
  settingsSecurity: () => settings.show(({ SecuritySettings }) => <SecuritySettings />),
  settingsDisplay: () => settings.show(({ DisplaySettings }) => <DisplaySettings />),
  verify: () => verify.show(({ Verify }) => <Verify />),
  help: () => beside.show(({ Help }) => <Help />),
};

/** The bell that rings on whichever page somebody is (R147). */
export function Ringing() {
  return <>{drawn.value ? meeting.show(({ Bell }) => <Bell />) : null}</>;
}

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
