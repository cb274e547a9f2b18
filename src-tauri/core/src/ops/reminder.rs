//! Reminders: the list that is the truth, putting off, dismissing, and what is to be notified.

use super::profile::{load_settings, read_clock};
use super::{Desk, Outcome, find, words};
use crate::api::relationship::Which;
use crate::api::start::{Delivery, Done, Nothing, Settings};
use crate::api::today::{Notice, ReminderView, Reminders, Snooze, SnoozeReminder, WhichReminder};
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::State;
use crate::reminders::words::{say, words as texts};
use crate::reminders::{Claim, Facts, Occurrence, Quiet, START_OF_DAY, Toast, occurrences};
use crate::store::fired::{self, FiredRow};
use crate::store::{Tx, part};
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};
use serde_json::Value;
use std::collections::HashMap;

/// A claim that was not reported as shown is taken up again after this many seconds.
const LEASE: i64 = 60;
/// Notifications are shown for what became due within this time; what is older is listed only.
const FRESH: TimeDelta = TimeDelta::hours(24);
/// The list keeps what became due within this time.
const KEPT: TimeDelta = TimeDelta::days(400);
/// How far ahead the list looks.
const AHEAD: TimeDelta = TimeDelta::days(90);

pub(crate) fn facts(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Facts> {
    let (part, role) = find(tx, relationship)?;
    let state = State::load(tx, &part.relationship)?;
    Ok(Facts {
        relationship: part.relationship,
        role,
        revisits: if state.connected {
            state.terms.revisits(state.connected_on)
        } else {
            None
        },
        last_revisit: state.last_revisit(),
        mentor: state.mentor.name,
        mentee: state.mentee.name,
        vocabulary: state.vocabulary,
    })
}

fn all_facts(tx: &Tx<'_>) -> Result<Vec<Facts>> {
    part::all(tx)?
        .iter()
        .map(|part| facts(tx, &part.relationship))
        .collect()
}

fn quiet(settings: &Settings) -> Quiet {
    let time = |text: &str, hour| {
        read_clock(text)
            .or_else(|| NaiveTime::from_hms_opt(hour, 0, 0))
            .unwrap_or(NaiveTime::MIN)
    };
    Quiet {
        from: time(&settings.quiet_from, 21),
        until: time(&settings.quiet_until, 8),
    }
}

fn route(relationship: &RelationshipId) -> String {
    format!("/relationship/{relationship}/agreement")
}

fn before(now: NaiveDateTime, span: TimeDelta) -> NaiveDateTime {
    now.checked_sub_signed(span).unwrap_or(now)
}

fn after(now: NaiveDateTime, span: TimeDelta) -> NaiveDateTime {
    now.checked_add_signed(span).unwrap_or(now)
}

/// The newest occurrence of each series.
fn newest_of_each(all: Vec<Occurrence>) -> Vec<Occurrence> {
    let mut newest: Vec<Occurrence> = Vec::new();
    for occurrence in all {
        match newest.iter_mut().find(|other| {
            other.relationship == occurrence.relationship && other.kind == occurrence.kind
        }) {
            Some(other) => *other = occurrence,
            None => newest.push(occurrence),
        }
    }
    newest
}

fn name(occurrence: &Occurrence) -> String {
    format!(
        "{}/{}/{}",
        occurrence.relationship, occurrence.series, occurrence.occurrence
    )
}

type Shown = HashMap<String, FiredRow>;

fn shown(tx: &Tx<'_>) -> Result<Shown> {
    Ok(fired::all(tx)?
        .into_iter()
        .map(|row| {
            (
                format!("{}/{}/{}", row.relationship, row.series, row.occurrence),
                row,
            )
        })
        .collect())
}

/// What is kept in view: due, not yet dealt with, and neither put off nor dismissed.
fn in_view(row: Option<&FiredRow>, now: &Moment) -> bool {
    row.is_none_or(|row| match row.state.as_str() {
        "dismissed" => false,
        "snoozed" => row
            .snooze_until
            .is_none_or(|until| until <= now.utc().timestamp()),
        _ => true,
    })
}

fn view(
    facts: &Facts,
    occurrence: &Occurrence,
    row: Option<&FiredRow>,
    now: &Moment,
) -> ReminderView {
    let (title, body) = say(facts, occurrence, now.date(), true);
    let snoozed = row
        .filter(|row| row.state == "snoozed")
        .and_then(|row| row.snooze_until);
    ReminderView {
        reminder: name(occurrence),
        kind: occurrence.kind.to_owned(),
        relationship: occurrence.relationship.clone(),
        title,
        body,
        due: words(now.date(), occurrence.subject),
        fires: format!(
            "{}, {}",
            dates::long(occurrence.fires.date()),
            occurrence.fires.format("%H:%M")
        ),
        snoozed_until: snoozed
            .filter(|until| *until > now.utc().timestamp())
            .and_then(|until| chrono::DateTime::from_timestamp(until, 0))
            .map(|until| super::moment_words(&Moment::new(until, now.zone().clone()))),
        route: route(&occurrence.relationship),
    }
}

/// The reminders of now, with the text of why and the words of the button.
pub(crate) fn due_now(tx: &Tx<'_>, now: &Moment) -> Result<Vec<(ReminderView, String, String)>> {
    let settings = load_settings(tx)?;
    if settings.revisit == Delivery::Off {
        return Ok(Vec::new());
    }
    let shown = shown(tx)?;
    let civil = now.civil();
    let mut views = Vec::new();
    for facts in all_facts(tx)? {
        for occurrence in newest_of_each(occurrences(
            &facts,
            quiet(&settings),
            before(civil, KEPT),
            civil,
        )) {
            let row = shown.get(&name(&occurrence));
            if in_view(row, now) {
                let (why, action) = texts(occurrence.kind)
                    .map(|words| {
                        let own = |text: &str| facts.vocabulary.say(text).into_owned();
                        (own(&words.why), own(&words.action))
                    })
                    .unwrap_or_default();
                views.push((view(&facts, &occurrence, row, now), why, action));
            }
        }
    }
    Ok(views)
}

pub(crate) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Reminders>> {
    desk.store.read(|tx| {
        let now = due_now(tx, &desk.now)?
            .into_iter()
            .map(|(view, _, _)| view)
            .collect();
        let settings = load_settings(tx)?;
        let shown = shown(tx)?;
        let civil = desk.now.civil();
        let mut later = Vec::new();
        if settings.revisit != Delivery::Off {
            for facts in all_facts(tx)? {
                for occurrence in newest_of_each(occurrences(
                    &facts,
                    quiet(&settings),
                    before(civil, KEPT),
                    civil,
                )) {
                    let row = shown.get(&name(&occurrence));
                    if row.is_some_and(|row| row.state == "snoozed") && !in_view(row, &desk.now) {
                        later.push(view(&facts, &occurrence, row, &desk.now));
                    }
                }
                for occurrence in occurrences(&facts, quiet(&settings), civil, after(civil, AHEAD))
                {
                    later.push(view(&facts, &occurrence, None, &desk.now));
                }
            }
        }
        Ok(Outcome::read(Reminders { now, later }))
    })
}

/// The occurrence with this name, if it has become due.
fn find_due(tx: &Tx<'_>, desk: &Desk<'_>, wanted: &str) -> Result<Occurrence> {
    let settings = load_settings(tx)?;
    let civil = desk.now.civil();
    for facts in all_facts(tx)? {
        for occurrence in occurrences(&facts, quiet(&settings), before(civil, KEPT), civil) {
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

fn keep(
    tx: &Tx<'_>,
    occurrence: &Occurrence,
    state: &str,
    snooze_until: Option<i64>,
) -> Result<()> {
    fired::save(
        tx,
        &FiredRow {
            relationship: occurrence.relationship.clone(),
            series: occurrence.series.clone(),
            occurrence: occurrence.occurrence.clone(),
            state: state.to_owned(),
            lease_until: 0,
            snooze_until,
        },
    )?;
    Ok(())
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
    let until = match day {
        Some(day) => desk
            .now
            .zone()
            .instant(day.and_time(START_OF_DAY))
            .map(|instant| instant.timestamp()),
        None => Some(desk.now.utc().timestamp() + 3_600),
    };
    desk.store.write(|tx| {
        let occurrence = find_due(tx, desk, &request.reminder)?;
        keep(tx, &occurrence, "snoozed", until)?;
        Ok(Outcome::changed(Done {}, &["reminders", "today"]))
    })
}

/// Takes this reminder out of the list; the next one of its series still comes.
pub(crate) fn dismiss(desk: &Desk<'_>, request: WhichReminder) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        let occurrence = find_due(tx, desk, &request.reminder)?;
        keep(tx, &occurrence, "dismissed", None)?;
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

/// Claims what is to be notified now. Only the process that gets the claim shows it; what is claimed
/// and not reported as shown within a minute is claimed anew.
pub(crate) fn tick(tx: &Tx<'_>, now: &Moment) -> Result<Vec<Toast>> {
    let settings = load_settings(tx)?;
    let (civil, seconds) = (now.civil(), now.utc().timestamp());
    let quiet = quiet(&settings);
    if settings.revisit == Delivery::Off || quiet.defer(civil) != civil {
        return Ok(Vec::new());
    }
    let shown = shown(tx)?;
    let mut toasts = Vec::new();
    for facts in all_facts(tx)? {
        for occurrence in newest_of_each(occurrences(&facts, quiet, before(civil, KEPT), civil)) {
            let fresh =
                occurrence.fires > before(civil, FRESH) && settings.revisit == Delivery::Notify;
            let mut row = FiredRow {
                relationship: occurrence.relationship.clone(),
                series: occurrence.series.clone(),
                occurrence: occurrence.occurrence.clone(),
                state: if fresh { "claimed" } else { "listed" }.to_owned(),
                lease_until: seconds + LEASE,
                snooze_until: None,
            };
            let won = match shown.get(&name(&occurrence)) {
                None => fired::claim(tx, &row)? && fresh,
                Some(old) => {
                    let again = match old.state.as_str() {
                        "claimed" => old.lease_until <= seconds,
                        "snoozed" => old.snooze_until.is_some_and(|until| until <= seconds),
                        _ => false,
                    };
                    // A claim that nobody could show within a day stands in the list only; what was
                    // put off comes back whenever it was put off to.
                    let notify =
                        settings.revisit == Delivery::Notify && (fresh || old.state == "snoozed");
                    if again {
                        row.state = if notify { "claimed" } else { "listed" }.to_owned();
                        fired::save(tx, &row)?;
                    }
                    again && notify
                }
            };
            if won {
                let (title, body) = say(
                    &facts,
                    &occurrence,
                    now.date(),
                    settings.names_in_notifications,
                );
                toasts.push(Toast {
                    title,
                    body,
                    route: route(&occurrence.relationship),
                    claims: vec![Claim {
                        relationship: occurrence.relationship,
                        series: occurrence.series,
                        occurrence: occurrence.occurrence,
                    }],
                });
            }
        }
    }
    Ok(gather(toasts))
}

/// More than one becomes one that leads to the list.
fn gather(toasts: Vec<Toast>) -> Vec<Toast> {
    if toasts.len() < 2 {
        return toasts;
    }
    vec![Toast {
        title: format!("{} reminders are waiting for you", toasts.len()),
        body: "They are all on your Today page.".to_owned(),
        route: "/today".to_owned(),
        claims: toasts.into_iter().flat_map(|toast| toast.claims).collect(),
    }]
}

/// Notes that a claimed notification was shown.
pub(crate) fn report_shown(tx: &Tx<'_>, claims: &[Claim]) -> Result<()> {
    for claim in claims {
        if let Some(row) = fired::one(tx, &claim.relationship, &claim.series, &claim.occurrence)?
            && row.state == "claimed"
        {
            fired::save(
                tx,
                &FiredRow {
                    state: "shown".to_owned(),
                    ..row
                },
            )?;
        }
    }
    Ok(())
}

/// When [`tick`] has something to do next, seconds since 1970; none where nothing lies within a day.
pub(crate) fn next_due(tx: &Tx<'_>, now: &Moment) -> Result<Option<i64>> {
    let settings = load_settings(tx)?;
    let civil = now.civil();
    let mut next: Option<i64> = None;
    let mut take = |seconds: i64| next = Some(next.map_or(seconds, |other| other.min(seconds)));
    for facts in all_facts(tx)? {
        if let Some(first) = occurrences(
            &facts,
            quiet(&settings),
            civil,
            after(civil, TimeDelta::days(1)),
        )
        .first()
            && let Some(instant) = now.zone().instant(first.fires)
        {
            take(instant.timestamp());
        }
    }
    for row in fired::all(tx)? {
        match (row.state.as_str(), row.snooze_until) {
            ("snoozed", Some(until)) if until > now.utc().timestamp() => take(until),
            ("claimed", _) => take(row.lease_until),
            _ => {}
        }
    }
    Ok(next)
}

/// What would be notified until a moment, and when.
pub(crate) fn notices(tx: &Tx<'_>, now: &Moment, until: &Moment) -> Result<Vec<Notice>> {
    let settings = load_settings(tx)?;
    if settings.revisit != Delivery::Notify {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    let until = now.zone().civil(until.utc());
    for facts in all_facts(tx)? {
        for occurrence in occurrences(&facts, quiet(&settings), now.civil(), until) {
            let (title, body) = say(
                &facts,
                &occurrence,
                occurrence.fires.date(),
                settings.names_in_notifications,
            );
            let Some(instant) = now.zone().instant(occurrence.fires) else {
                continue;
            };
            all.push((
                instant,
                Notice {
                    kind: occurrence.kind.to_owned(),
                    relationship: occurrence.relationship.clone(),
                    at: Moment::new(instant, now.zone().clone()).to_text(),
                    title,
                    body,
                    route: route(&occurrence.relationship),
                },
            ));
        }
    }
    all.sort_by_key(|(instant, notice)| (*instant, notice.relationship.clone()));
    Ok(all.into_iter().map(|(_, notice)| notice).collect())
}
