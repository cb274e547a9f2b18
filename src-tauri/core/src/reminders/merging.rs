//! Reminders of one family that come within seven days of each other are told as one (section 7, C8).

use super::catalogue::{Family, kind};
use super::ledger::before_days;
use super::{Merged, Occurrence};
use chrono::{DateTime, TimeDelta, Utc};

/// Within this span two reminders of a family are told as one.
const TOGETHER: TimeDelta = TimeDelta::days(7);

/// Early enough that what was told before a span is known: families pause for longer than a week in less time.
pub(super) fn long_before(from: DateTime<Utc>) -> DateTime<Utc> {
    before_days(from, 120)
}

/// Late enough that all is known that is told with the last one of a span.
pub(super) fn soon_after(until: DateTime<Utc>) -> DateTime<Utc> {
    until.checked_add_signed(TOGETHER).unwrap_or(until)
}

/// Puts each reminder of a family into the last one of another kind that was told within seven days
/// before it. Expects one relationship's occurrences in order.
pub(super) fn merge(all: Vec<Occurrence>) -> Vec<Occurrence> {
    let mut told: Vec<Occurrence> = Vec::with_capacity(all.len());
    for occurrence in all {
        let family = kind(occurrence.kind).family;
        let into = family.and_then(|family| leader(&told, &occurrence, family));
        match into.and_then(|at| told.get_mut(at)) {
            Some(leader) => leader.with.push(Merged {
                kind: occurrence.kind,
                series: occurrence.series,
                occurrence: occurrence.occurrence,
            }),
            None => told.push(occurrence),
        }
    }
    told
}

fn leader(told: &[Occurrence], occurrence: &Occurrence, family: Family) -> Option<usize> {
    let near = |other: &Occurrence| {
        kind(other.kind).family == Some(family) && occurrence.fires - other.fires <= TOGETHER
    };
    let at = told.iter().rposition(near)?;
    // A kind is never merged into itself: its own leads are days that the owner chose.
    told.get(at)
        .is_some_and(|other| other.kind != occurrence.kind)
        .then_some(at)
}
