import type { ReminderView } from "../../api";
import { Disclosure, Empty, LinkButton, Screen, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { address, href } from "../../router";
import { words } from "../../words";
import { Snoozing } from "./Snoozing";

const say = words.reminder;

/** Every reminder: this list is the truth, the computer's notifications only point to it. */
export function Reminders() {
  const reminders = useQuery("reminder.list", {});
  const view = reminders.value.value;
  return (
    <Screen title={words.frame.reminders} lead={say.lead}>
      {reminders.error.value !== null ? <Trouble error={reminders.error.value} onRetry={() => void reminders.ask()} /> : null}
      {view !== undefined && view.now.length + view.later.length === 0 ? (
        <Empty title={say.none} action={<LinkButton href={href("relationships")}>{words.frame.relationships}</LinkButton>}>{say.noneBody}</Empty>
      ) : null}
      {view !== undefined && view.now.length > 0 ? (
        <section class="stack" aria-labelledby="now">
          <h2 id="now" class="label">{say.now}</h2>
          <ul class="bare stack">{view.now.map((each) => <li key={each.reminder}><Row reminder={each} now /></li>)}</ul>
        </section>
      ) : null}
      {view !== undefined && view.later.length > 0 ? (
        <section class="stack" aria-labelledby="later">
          <h2 id="later" class="label">{say.coming}</h2>
          <ul class="bare stack">{view.later.map((each) => <li key={each.reminder}><Row reminder={each} now={false} /></li>)}</ul>
        </section>
      ) : null}
      <p class="quiet small">{say.more} <a href={href("settingsReminders")}>{words.frame.settings}</a></p>
    </Screen>
  );
}

function Row({ reminder, now }: { reminder: ReminderView; now: boolean }) {
  return (
    <article class="card" aria-label={reminder.title}>
      <div class="row apart">
        <h3>{reminder.title}</h3>
        <span class="quiet small">{words.today.by(reminder.due.words, reminder.due.relative)}</span>
      </div>
      {reminder.body !== "" ? <p>{reminder.body}</p> : null}
      <p class="quiet small">{reminder.snoozedUntil !== null ? say.until(reminder.snoozedUntil) : now ? say.shown(reminder.fires) : say.willShow(reminder.fires)}</p>
      <div class="row">
        <LinkButton href={address(reminder.route)} label={words.today.action(reminder.action, reminder.title)}>{reminder.action}</LinkButton>
      </div>
      <Disclosure label={words.today.why}>
        <p class="quiet">{reminder.why}</p>
        <p><a href={address(reminder.whyRoute)}>{words.today.whyWhere}</a></p>
      </Disclosure>
      {now ? <Snoozing reminder={reminder.reminder} about={reminder.title} /> : null}
    </article>
  );
}
