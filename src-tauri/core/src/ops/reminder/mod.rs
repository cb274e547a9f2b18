//! Reminders: the list that is the truth, putting off, dismissing, and what is to be notified.

mod facts;
mod hold;
mod kinds;
mod timer;

pub(crate) use hold::{handed_over, pause, pauses};
pub(crate) use kinds::{change, list as kinds, reset};
pub(crate) use timer::{due, may_show, next_due, notices, report_shown, tick};

use super::{Desk, Outcome, words};
use crate::api::relationship::Which;
use crate::api::reminder::OpenedReminder;
use crate::api::start::{Done, Nothing};
use crate::api::today::{ReminderView, Reminders, Snooze, SnoozeReminder, WhichReminder};
use crate::domain::dates;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::State;
use crate::reminders::ledger::{Entry, Fate, Ledger};
use crate::reminders::words::{route, say, why_route};
use crate::reminders::{self, Claim, Facts, Number, Occurrence, Reach, Rules, kind, occurrences};
use crate::store::fired::{self, FiredRow};
use crate::store::{Tx, part};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use serde_json::Value;

/// How far ahead the list looks.
const AHEAD: TimeDelta = TimeDelta::days(90);

/// The kinds that the owner switched off, by their numbers: nothing of them is told, here or on the desktop.
pub(crate) fn switched_off(tx: &Tx<'_>, now: &Moment) -> Result<Vec<&'static str>> {
    let rules = kinds::rules(tx, now)?;
    Ok(Number::ALL
        .into_iter()
        .filter(|number| rules.reach(*number) == Reach::Off)
        .map(Number::text)
        .collect())
}

fn all_facts(tx: &Tx<'_>, now: &Moment) -> Result<Vec<Facts>> {
    part::all(tx)?
        .iter()
        .map(|part| facts::load(tx, &part.relationship, now))
        .collect()
}

fn key(row: &FiredRow) -> Claim {
    Claim {
        relationship: row.relationship.clone(),
        series: row.series.clone(),
        occurrence: row.occurrence.clone(),
    }
}

fn entry(row: &FiredRow) -> Entry {
    Entry {
        fate: Fate::read(&row.state).unwrap_or(Fate::Listed),
        lease_until: row.lease_until,
        shown_at: row.shown_at,
        snooze_until: row.snooze_until,
    }
}

fn ledger(tx: &Tx<'_>) -> Result<Ledger> {
    Ok(fired::all(tx)?
        .iter()
        .map(|row| (key(row), entry(row)))
        .collect())
}

fn row(claim: &Claim, entry: Entry) -> FiredRow {
    FiredRow {
        relationship: claim.relationship.clone(),
        series: claim.series.clone(),
        occurrence: claim.occurrence.clone(),
        state: entry.fate.text().to_owned(),
        lease_until: entry.lease_until,
        shown_at: entry.shown_at,
        snooze_until: entry.snooze_until,
    }
}

fn save(tx: &Tx<'_>, claim: &Claim, entry: Entry) -> Result<()> {
    Ok(fired::save(tx, &row(claim, entry))?)
}

/// The name of an occurrence in requests and answers.
fn name(occurrence: &Occurrence) -> String {
    occurrence.key().name()
}

fn view(
    facts: &Facts,
    occurrence: &Occurrence,
    entry: Option<&Entry>,
    rules: &Rules,
    now: &Moment,
) -> ReminderView {
    let said = say(facts, occurrence, now.date(), true);
    let fires = rules.zone.civil(occurrence.fires);
    let own = |text: &str| facts.vocabulary.say(text).into_owned();
    let of = kind(occurrence.kind);
    ReminderView {
        reminder: name(occurrence),
        kind: occurrence.kind.text().to_owned(),
        relationship: occurrence.relationship.clone(),
        title: said.title,
        body: said.body,
        due: words(now.date(), occurrence.subject),
        fires: format!("{}, {}", dates::long(fires.date()), fires.format("%H:%M")),
        at: Moment::new(occurrence.fires, rules.zone.clone()).rfc3339(),
        snoozed_until: entry
            .filter(|entry| entry.fate == Fate::Snoozed && !entry.in_view(now.utc()))
            .and_then(|entry| DateTime::from_timestamp(entry.snooze_until?, 0))
            .map(|until| super::moment_words(&Moment::new(until, rules.zone.clone()))),
        action: own(&of.action),
        route: route(occurrence),
        why: own(&of.why),
        why_route: why_route(occurrence),
        with: occurrence
            .with
            .iter()
            .map(|merged| merged.kind.text().to_owned())
            .collect(),
    }
}

/// The reminders of now, in the order in which they came.
pub(crate) fn due_now(tx: &Tx<'_>, now: &Moment) -> Result<Vec<ReminderView>> {
    let rules = kinds::rules(tx, now)?;
    let ledger = ledger(tx)?;
    let mut found: Vec<(DateTime<Utc>, ReminderView)> = Vec::new();
    for facts in all_facts(tx, now)? {
        for occurrence in reminders::due(&facts, &rules, now.utc()) {
            let entry = ledger.get(&occurrence.key());
            if entry.is_none_or(|entry| entry.in_view(now.utc())) {
                found.push((
                    occurrence.fires,
                    view(&facts, &occurrence, entry, &rules, now),
                ));
            }
        }
    }
    found.sort_by(|a, b| (a.0, &a.1.reminder).cmp(&(b.0, &b.1.reminder)));
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

pub(crate) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Reminders>> {
    desk.store.read(|tx| {
        let now = &desk.now;
        let rules = kinds::rules(tx, now)?;
        let ledger = ledger(tx)?;
        let until = now.utc().checked_add_signed(AHEAD).unwrap_or(now.utc());
        let mut later: Vec<(DateTime<Utc>, ReminderView)> = Vec::new();
        for facts in all_facts(tx, now)? {
            for occurrence in reminders::due(&facts, &rules, now.utc()) {
                let entry = ledger.get(&occurrence.key());
                if let Some(kept) = entry
                    && kept.fate == Fate::Snoozed
                    && !kept.in_view(now.utc())
                    && let Some(back) = kept
                        .snooze_until
                        .and_then(|until| DateTime::from_timestamp(until, 0))
                {
                    later.push((back, view(&facts, &occurrence, entry, &rules, now)));
                }
            }
            for occurrence in occurrences(&facts, &rules, now.utc(), until) {
                later.push((
                    occurrence.fires,
                    view(&facts, &occurrence, None, &rules, now),
                ));
            }
        }
        later.sort_by(|a, b| (a.0, &a.1.reminder).cmp(&(b.0, &b.1.reminder)));
        Ok(Outcome::read(Reminders {
            now: due_now(tx, now)?,
            later: later.into_iter().map(|(_, view)| view).collect(),
        }))
    })
}

/// The occurrence with this name, if it has become due.
fn find_due(tx: &Tx<'_>, desk: &Desk<'_>, wanted: &str) -> Result<Occurrence> {
    let rules = kinds::rules(tx, &desk.now)?;
    for facts in all_facts(tx, &desk.now)? {
        // Names begin with the relationship: the others need not be reckoned.
        if !wanted.starts_with(facts.relationship.as_str()) {
            continue;
        }
        for occurrence in reminders::all_due(&facts, &rules, desk.now.utc()) {
            if name(&occurrence) == wanted {
                return Ok(occurrence);
            }
        }
    }
    Err(Error::field(
        "not_found",
        "reminder",
        "This reminder is not due, or was dealt with already. Nothing was changed. The list shows what is due now.",
    ))
}

/// Puts a reminder off. The date it is about stays.
pub(crate) fn snooze(desk: &Desk<'_>, request: SnoozeReminder) -> Result<Outcome<Done>> {
    let today = desk.now.date();
    let day = match request.until {
        Snooze::Hour => None,
        Snooze::Tomorrow => dates::add_days(today, 1),
        Snooze::ThreeDays => dates::add_days(today, 3),
        Snooze::NextWeek => {
            dates::add_days(today, 7 - i64::from(today.weekday().num_days_from_monday()))
        }
    };
    desk.store.write(|tx| {
        let start = kinds::rules(tx, &desk.now)?.start_of_day;
        let until = match day {
            Some(day) => desk
                .now
                .zone()
                .instant(day.and_time(start))
                .map(|instant| instant.timestamp()),
            None => Some(desk.now.utc().timestamp() + 3_600),
        };
        let occurrence = find_due(tx, desk, &request.reminder)?;
        let entry = Entry {
            snooze_until: until,
            ..Entry::new(Fate::Snoozed)
        };
        save(tx, &occurrence.key(), entry)?;
        Ok(Outcome::changed(Done {}, &["reminders", "today"]))
    })
}

/// Takes this reminder out of the list; the next one of its series still comes.
pub(crate) fn dismiss(desk: &Desk<'_>, request: WhichReminder) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        let occurrence = find_due(tx, desk, &request.reminder)?;
        save(tx, &occurrence.key(), Entry::new(Fate::Dismissed))?;
        Ok(Outcome::changed(Done {}, &["reminders", "today"]))
    })
}

/// What a reminder of a session asks for was opened: neither what has come of it nor what comes within a day is
/// told (N09, N10).
pub(crate) fn opened(desk: &Desk<'_>, request: OpenedReminder) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        if !matches!(request.kind, Number::N09 | Number::N10) {
            return Err(Error::field(
                "invalid",
                "kind",
                format!(
                    "{} does not end by being opened. Nothing was changed. Say N09 or N10; reminder.dismiss takes any reminder out of the list.",
                    request.kind
                ),
            ));
        }
        let (part, _) = super::find_own(tx, &request.relationship)?;
        let rules = kinds::rules(tx, &desk.now)?;
        let facts = facts::load(tx, &part.relationship, &desk.now)?;
        let now = desk.now.utc();
        let soon = now.checked_add_signed(TimeDelta::days(1)).unwrap_or(now);
        let mut all = reminders::all_due(&facts, &rules, now);
        all.extend(occurrences(&facts, &rules, now, soon));
        for occurrence in all {
            if occurrence.kind == request.kind && occurrence.object == request.session.as_str() {
                save(tx, &occurrence.key(), Entry::new(Fate::Dismissed))?;
            }
        }
        Ok(Outcome::changed(Done {}, &["reminders", "today"]))
    })
}

/// The two have looked at their agreement again: the reminders of this date stop, and the next one
/// of the series is ahead (R47).
pub(crate) fn finish_revisit(desk: &Desk<'_>, request: Which) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        let (part, role) = super::find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let Some(due) = state.next_revisit() else {
            return Err(Error::field(
                "no_revisit",
                "relationship",
                "There is no date yet for looking at your agreement again. Nothing was changed. Enter when your relationship starts, or a date of its own, in area 12.",
            ));
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, "noting that you looked at the agreement again");
        pen.set(&schema::REVISIT, &due.to_string(), "finished_on", Value::from(desk.now.date().to_string()))?;
        Ok(Outcome::changed(Done {}, &["reminders", "today", "relationships", "agreement"]))
    })
}
