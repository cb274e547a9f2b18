//! What the clock will notify, and when, if nothing else happens: the same decisions as [`super::ledger`] makes as
//! time goes by, made ahead.

use super::ledger::{CAP_SECONDS, FRESH, Fate, Ledger, Memory, before_days, capped_until};
use super::{Facts, Number, Occurrence, Reach, Rules, Spans, all_due, kind};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// One notification ahead, for the relationship at this place of the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// When it will be shown.
    pub at: DateTime<Utc>,
    /// Of which of the facts.
    pub whose: usize,
    /// What it is about.
    pub occurrence: Occurrence,
}

/// What will be notified after `now` and until `until`, in order, by a program that has looked at `now` and goes on
/// running: what comes for the first time and what comes back after it was put off; not in quiet hours, and no more than
/// a few at a time. Where notifications are held back until a moment, what came since the last look waits for it too.
pub fn foresee(
    all: &[Facts],
    rules: &Rules,
    ledger: &Ledger,
    memory: &Memory,
    held: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Vec<Ahead> {
    let held = held.filter(|held| *held > now);
    let from = match held {
        None => now,
        Some(_) => memory
            .looked
            .and_then(|looked| DateTime::from_timestamp(looked, 0))
            .map_or_else(|| now - FRESH, |looked| looked.min(now)),
    };
    let spans = Spans::between(rules, from, until);
    let coming: Vec<Vec<Occurrence>> = all
        .iter()
        .map(|facts| spans.occurrences(facts, rules))
        .collect();
    let mut waiting: BTreeMap<DateTime<Utc>, Vec<Ahead>> = BTreeMap::new();
    for (whose, (facts, coming)) in all.iter().zip(&coming).enumerate() {
        let new = coming
            .iter()
            .filter(|occurrence| !ledger.contains_key(&occurrence.key()))
            .map(|occurrence| (occurrence.fires, occurrence.clone()));
        let back = back_again(facts, rules, ledger, now)
            .into_iter()
            .filter(|(at, _)| *at > now || held.is_some());
        for (at, occurrence) in new.chain(back) {
            if occurrence.is_notified(rules) {
                let at = held.map_or(at, |held| held.max(at));
                waiting.entry(at).or_default().push(Ahead {
                    at,
                    whose,
                    occurrence,
                });
            }
        }
    }
    shown_in_turn(waiting, &coming, rules, memory, until)
}

/// What was put off and comes back, with its moment.
fn back_again(
    facts: &Facts,
    rules: &Rules,
    ledger: &Ledger,
    now: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, Occurrence)> {
    let due = all_due(facts, rules, now);
    due.iter()
        .enumerate()
        .filter_map(|(at, occurrence)| {
            let newest = !due
                .iter()
                .skip(at + 1)
                .any(|later| later.thread == occurrence.thread);
            let entry = ledger.get(&occurrence.key())?;
            if entry.fate != Fate::Snoozed || !newest {
                return None;
            }
            let back = DateTime::from_timestamp(entry.snooze_until?, 0)?;
            let listed = occurrence.fires > before_days(back, kind(occurrence.kind).listed);
            listed.then(|| (back, occurrence.clone()))
        })
        .collect()
}

/// The moments at which they are really shown: after quiet hours, and when the ten minutes are over in which too many
/// came already.
fn shown_in_turn(
    mut waiting: BTreeMap<DateTime<Utc>, Vec<Ahead>>,
    coming: &[Vec<Occurrence>],
    rules: &Rules,
    memory: &Memory,
    until: DateTime<Utc>,
) -> Vec<Ahead> {
    let mut memory = memory.clone();
    let mut shown = Vec::new();
    while let Some((at, mut together)) = waiting.pop_first() {
        if at > until {
            break;
        }
        together.retain(|ahead| is_wanted(ahead, coming, at));
        if together.is_empty() {
            continue;
        }
        if let Some(later) = put_off_until(at, rules, &memory) {
            waiting.entry(later).or_default().extend(together);
            continue;
        }
        memory
            .toasts
            .retain(|shown| at.timestamp() - shown <= CAP_SECONDS);
        memory.toasts.push(at.timestamp());
        together.sort_by(|a, b| order(&a.occurrence).cmp(&order(&b.occurrence)));
        shown.extend(together.into_iter().map(|ahead| Ahead { at, ..ahead }));
    }
    shown
}

/// Whether it is still told at this moment: it is not too late on its way, and nothing newer of its thread has come,
/// which stands in the list instead.
fn is_wanted(ahead: &Ahead, coming: &[Vec<Occurrence>], at: DateTime<Utc>) -> bool {
    let own = &ahead.occurrence;
    let late = own.ends.is_some_and(|ends| ends <= at);
    let newer = |other: &Occurrence| {
        other.thread == own.thread
            && other.fires <= at
            && (other.fires, order(other)) > (own.fires, order(own))
    };
    let superseded = coming
        .get(ahead.whose)
        .is_some_and(|coming| coming.iter().any(newer));
    !late && !superseded
}

fn order(occurrence: &Occurrence) -> (Number, &str, &str, &str) {
    (
        occurrence.kind,
        occurrence.relationship.as_str(),
        &occurrence.series,
        &occurrence.occurrence,
    )
}

/// The later moment to which nothing but waiting leads: the end of the quiet hours, or of the ten minutes.
fn put_off_until(at: DateTime<Utc>, rules: &Rules, memory: &Memory) -> Option<DateTime<Utc>> {
    let civil = rules.zone.civil(at);
    let awake = rules.quiet.defer(civil);
    let later = if awake == civil {
        capped_until(memory, at.timestamp()).and_then(|open| DateTime::from_timestamp(open, 0))
    } else {
        rules.zone.instant(awake)
    };
    later.filter(|later| *later > at)
}

impl Occurrence {
    /// Whether it, or what is told with it, is wanted as a notification.
    pub(super) fn is_notified(&self, rules: &Rules) -> bool {
        std::iter::once(self.kind)
            .chain(self.with.iter().map(|merged| merged.kind))
            .any(|kind| rules.reach(kind) == Reach::Notify)
    }
}
