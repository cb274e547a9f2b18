import { useEffect } from "preact/hooks";
import { LinkButton, Notice, Tabs, toRead } from "../../parts";
import { useQuery } from "../../query";
import { href, route, type ScreenName } from "../../router";
import { words } from "../../words";
import { endingWords } from "../../words/ending";

const say = words.overview;

/** A place inside one relationship, and the screens that belong to it. */
interface Place {
  readonly to: ScreenName;
  readonly label: string;
  readonly screens: readonly ScreenName[];
}

/** Places of one kind: one tab above, and a tab for each below it while one of them is shown. */
interface Group {
  readonly label: string;
  readonly places: readonly [Place, ...Place[]];
}

/** The first meeting, the supervisor and the end belong to the overview, from where they are reached. */
const groups = (): readonly Group[] => [
  {
    label: say.title,
    places: [
      { to: "relationship", label: say.glance, screens: ["relationship", "first", "supervisor", "closing", "ending", "deletion"] },
      { to: "relationshipSetup", label: words.setup.tab, screens: ["relationshipSetup"] },
    ],
  },
  { label: words.contact.title, places: [{ to: "contact", label: words.contact.title, screens: ["contact"] }] },
  {
    label: say.sessions,
    places: [
      { to: "sessions", label: say.allSessions, screens: ["sessions", "session"] },
      { to: "tasks", label: say.tasks, screens: ["tasks"] },
    ],
  },
  { label: say.plan, places: [{ to: "plan", label: say.plan, screens: ["plan", "planGoal", "journal"] }] },
  {
    label: say.agreement,
    places: [
      { to: "agreement", label: say.bySection, screens: ["agreement", "agreementSection", "agreementTalk"] },
      { to: "agreementDocument", label: say.documentTab, screens: ["agreementDocument"] },
      { to: "versions", label: words.version.title, screens: ["versions", "version", "compare", "keys"] },
    ],
  },
  // One press from everywhere: R60.
  { label: words.agreement.sheet.title, places: [{ to: "agreementSheet", label: words.agreement.sheet.title, screens: ["agreementSheet"] }] },
  {
    label: words.checkups.title,
    places: [{ to: "checkups", label: words.checkups.title, screens: ["checkups", "checkup", "obstacleMeeting", "midPoint", "revisit", "mentor"] }],
  },
];

/** They tell by themselves that the relationship came to its end. */
const TELLING: readonly ScreenName[] = ["relationship", "closing", "ending", "deletion"];

/** The places inside one relationship; on the pages of one that came to its end also that they can only be read, and the way to reopen it (R127). */
export function RelationshipTabs({ relationship: id }: { relationship: string }) {
  const { screen } = route.value;
  const within = (place: Place): boolean => place.screens.some((each) => each === screen);
  const all = groups();
  const here = all.find((group) => group.places.some(within));
  const about = useQuery("relationship.get", { relationship: id }).value.value;
  const over = about !== undefined && about.standing !== "open";
  useEffect(() => {
    toRead.value = over;
    return () => {
      toRead.value = false;
    };
  }, [over, id]);
  return (
    <>
      <div class="places">
        <Tabs
          label={words.frame.places}
          tabs={all.map((group) => ({ href: href(group.places[0].to, { id }), label: group.label, current: group === here }))}
        />
        {here !== undefined && here.places.length > 1 ? (
          <Tabs
            label={say.within(here.label)}
            under
            tabs={here.places.map((place) => ({ href: href(place.to, { id }), label: place.label, current: within(place) }))}
          />
        ) : null}
      </div>
      {over && !TELLING.some((each) => each === screen) ? (
        <Notice>
          <p>{about.status}</p>
          <div class="row"><LinkButton compact href={href("closing", { id })}>{endingWords.reopen.button}</LinkButton></div>
        </Notice>
      ) : null}
    </>
  );
}
