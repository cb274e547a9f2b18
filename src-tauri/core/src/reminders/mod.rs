//! Reminders: what is due is computed from facts and a span of time; nothing is scheduled.
//!
//! `occurrences` is pure. Which occurrence was shown is kept in the table `fired`, whose key
//! makes each one happen exactly once, across restarts and two processes.

pub(crate) mod revisit;
pub(crate) mod words;

use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::revisit::Series;
use crate::domain::side::Role;
use crate::domain::vocabulary::Vocabulary;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// "Start of the day" notices are given at nine (requirements, day counting).
pub const START_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A notification to be shown, claimed for this process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// First line.
    pub title: String,
    /// Second line.
    pub body: String,
    /// Where a click leads.
    pub route: String,
    /// What to report as shown.
    pub claims: Vec<Claim>,
}

/// One claimed occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub(crate) relationship: RelationshipId,
    pub(crate) series: String,
    pub(crate) occurrence: String,
}

/// What the reminders of one relationship are computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    pub relationship: RelationshipId,
    pub role: Role,
    pub mentor: String,
    pub mentee: String,
    /// The programme's own words (C29).
    pub vocabulary: Vocabulary,
    /// The revisit dates, once there is a date to count from.
    pub revisits: Option<Series>,
    /// The last revisit that was held, by the date for which it was due.
    pub last_revisit: Option<NaiveDate>,
}

/// Hours in which nothing is notified: from the first until the second, over midnight where the
/// first is the later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quiet {
    pub from: NaiveTime,
    pub until: NaiveTime,
}

impl Quiet {
    /// The first moment at or after `at` that is not quiet.
    pub(crate) fn defer(self, at: NaiveDateTime) -> NaiveDateTime {
        let time = at.time();
        let over_midnight = self.from > self.until;
        let quiet = if over_midnight {
            time >= self.from || time < self.until
        } else {
            time >= self.from && time < self.until
        };
        if !quiet {
            return at;
        }
        let day = if over_midnight && time >= self.from {
            at.date().succ_opt().unwrap_or(at.date())
        } else {
            at.date()
        };
        day.and_time(self.until)
    }
}

/// One time at which something is due to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Number in the catalogue.
    pub kind: &'static str,
    pub relationship: RelationshipId,
    /// What it is about: one catalogue row and one date of its series.
    pub series: String,
    /// The date it is about.
    pub subject: NaiveDate,
    /// When it is said, on the wall of the user's zone.
    pub fires: NaiveDateTime,
    /// Which of the several times of the series this is; with the series, its key for ever.
    pub occurrence: String,
}

/// A day on which something is said, and the working day before where that day is none (section 7:
/// a date on a non-working day also shows on the working day before).
pub(crate) fn days_of(date: NaiveDate) -> Vec<NaiveDate> {
    if dates::is_working_day(date) {
        vec![date]
    } else {
        dates::working_day_before(date)
            .into_iter()
            .chain([date])
            .collect()
    }
}

/// Everything that is said in a span, `from` excluded and `until` included, in order.
pub(crate) fn occurrences(
    facts: &Facts,
    quiet: Quiet,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Vec<Occurrence> {
    let mut all = revisit::occurrences(facts, quiet, from, until);
    all.sort_by(|a, b| {
        (a.fires, &a.series, &a.occurrence).cmp(&(b.fires, &b.series, &b.occurrence))
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn quiet_hours_defer_over_midnight() {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let night = Quiet {
            from: time(21),
            until: time(8),
        };
        assert_eq!(night.defer(at("2026-03-01 20:59")), at("2026-03-01 20:59"));
        assert_eq!(night.defer(at("2026-03-01 21:00")), at("2026-03-02 08:00"));
        assert_eq!(night.defer(at("2026-03-02 07:59")), at("2026-03-02 08:00"));
        assert_eq!(night.defer(at("2026-03-02 08:00")), at("2026-03-02 08:00"));
        let morning = Quiet {
            from: time(8),
            until: time(10),
        };
        assert_eq!(
            morning.defer(at("2026-03-02 09:00")),
            at("2026-03-02 10:00")
        );
        let never = Quiet {
            from: time(8),
            until: time(8),
        };
        assert_eq!(never.defer(at("2026-03-02 08:00")), at("2026-03-02 08:00"));
    }
}
