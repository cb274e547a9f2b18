//! Block booking (R143): the times of a series, on the wall of the one who proposes it. Hours stay what the clock shows,
//! also where the clocks change in between.

use super::dates;
use super::terms::Unit;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// The most sessions that are booked at once.
pub const MOST: u32 = 100;

/// The rhythm of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// How many units lie between two sessions.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
    /// With months: the same weekday of the month, as the second Wednesday, instead of the same day of the month. A
    /// fifth one that a month does not have is its last.
    pub by_weekday: bool,
}

/// The times of a series of so many sessions from the first one on. Months are counted from the first (C28). None beyond
/// the calendar.
pub fn times(first: NaiveDateTime, rhythm: Rhythm, many: u32) -> Option<Vec<NaiveDateTime>> {
    (0..many)
        .map(|at| day(first.date(), rhythm, at).map(|day| day.and_time(first.time())))
        .collect()
}

fn day(first: NaiveDate, rhythm: Rhythm, at: u32) -> Option<NaiveDate> {
    let steps = at.checked_mul(rhythm.count)?;
    match rhythm.unit {
        Unit::Days => dates::add_days(first, i64::from(steps)),
        Unit::Weeks => dates::add_days(first, i64::from(steps) * 7),
        Unit::Months if rhythm.by_weekday => same_weekday(first, steps),
        Unit::Months => dates::add_months(first, steps),
    }
}

fn same_weekday(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    let month = dates::add_months(first.with_day(1)?, months)?;
    let which = u8::try_from((first.day() - 1) / 7 + 1).ok()?;
    let weekday = first.weekday();
    NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, which)
        .or_else(|| NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(first: &str, count: u32, unit: Unit, by_weekday: bool, many: u32) -> Vec<String> {
        let rhythm = Rhythm {
            count,
            unit,
            by_weekday,
        };
        let first = dates::from_iso(first)
            .unwrap()
            .and_hms_opt(14, 0, 0)
            .unwrap();
        times(first, rhythm, many)
            .unwrap()
            .into_iter()
            .map(|time| time.format("%a %Y-%m-%d %H:%M").to_string())
            .collect()
    }

    #[test]
    fn r143_a_series_of_six_weeks_stays_on_its_weekday() {
        assert_eq!(
            told("2026-03-25", 6, Unit::Weeks, false, 7),
            [
                "Wed 2026-03-25 14:00",
                "Wed 2026-05-06 14:00",
                "Wed 2026-06-17 14:00",
                "Wed 2026-07-29 14:00",
                "Wed 2026-09-09 14:00",
                "Wed 2026-10-21 14:00",
                "Wed 2026-12-02 14:00",
            ]
        );
    }

    #[test]
    fn c28_months_are_counted_from_the_first_session() {
        assert_eq!(
            told("2026-08-31", 1, Unit::Months, false, 8)
                .last()
                .unwrap(),
            "Wed 2027-03-31 14:00"
        );
        assert_eq!(
            told("2026-08-31", 1, Unit::Months, false, 2)[1],
            "Wed 2026-09-30 14:00"
        );
    }

    #[test]
    fn r143_a_monthly_series_can_keep_its_weekday() {
        assert_eq!(
            told("2026-03-25", 1, Unit::Months, true, 3),
            [
                "Wed 2026-03-25 14:00",
                "Wed 2026-04-22 14:00",
                "Wed 2026-05-27 14:00"
            ]
        );
        // The fifth Thursday is the last one where there are four.
        assert_eq!(
            told("2026-01-29", 1, Unit::Months, true, 3),
            [
                "Thu 2026-01-29 14:00",
                "Thu 2026-02-26 14:00",
                "Thu 2026-03-26 14:00"
            ]
        );
    }
}
