//! When the agreement is looked at again (R47, C8, C9).

use super::dates::add_months;
use chrono::NaiveDate;

/// The interval most pairs choose.
pub const DEFAULT_MONTHS: u32 = 6;
/// Days before the date on which it is announced (N20), where the owner chose no others.
pub const LEADS: [i64; 3] = [14, 3, 0];

/// The series of revisit dates of one relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The date from which months are counted: the signature, else the start of the term, else the connection.
    pub anchor: NaiveDate,
    /// The agreed interval in calendar months, at least 1.
    pub months: u32,
    /// A first date chosen by hand, which replaces anchor + months; the series goes on from it.
    pub first: Option<NaiveDate>,
}

impl Series {
    /// The n-th date of the series, from 0. Counted from the anchor, so that a 31st stays a 31st.
    pub fn date(&self, n: u32) -> Option<NaiveDate> {
        match self.first {
            Some(first) => add_months(first, self.months.checked_mul(n)?),
            None => add_months(self.anchor, self.months.checked_mul(n.checked_add(1)?)?),
        }
    }

    /// The first date after the last one that was finished; the first of all when none was.
    pub fn next_after(&self, finished: Option<NaiveDate>) -> Option<NaiveDate> {
        // 1 month over 300 years: more would be a mistake in the data.
        for n in 0..3_600 {
            let date = self.date(n)?;
            if finished.is_none_or(|done| date > done) {
                return Some(date);
            }
        }
        None
    }
}

/// Half-way: the start plus half the days, rounded down (R68).
pub fn mid_point(start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let days = (end - start).num_days();
    (days >= 0)
        .then(|| super::dates::add_days(start, days.div_euclid(2)))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::from_iso;

    fn day(text: &str) -> NaiveDate {
        from_iso(text).unwrap()
    }

    #[test]
    fn r47_revisit_dates_are_anchored() {
        let series = Series {
            anchor: day("2026-08-31"),
            months: 6,
            first: None,
        };
        assert_eq!(series.date(0), Some(day("2027-02-28")));
        assert_eq!(series.date(1), Some(day("2027-08-31")));
        assert_eq!(series.date(2), Some(day("2028-02-29")));
        assert_eq!(series.next_after(None), Some(day("2027-02-28")));
        assert_eq!(
            series.next_after(Some(day("2027-02-28"))),
            Some(day("2027-08-31"))
        );
        assert_eq!(
            series.next_after(Some(day("2027-02-27"))),
            Some(day("2027-02-28"))
        );
    }

    #[test]
    fn r47_a_date_by_hand_starts_the_series() {
        let series = Series {
            anchor: day("2026-03-11"),
            months: 3,
            first: Some(day("2026-05-01")),
        };
        assert_eq!(series.date(0), Some(day("2026-05-01")));
        assert_eq!(
            series.next_after(Some(day("2026-05-01"))),
            Some(day("2026-08-01"))
        );
    }

    #[test]
    fn r68_mid_point_is_half_the_days() {
        assert_eq!(
            mid_point(day("2026-03-11"), day("2026-12-18")),
            Some(day("2026-07-30"))
        );
        assert_eq!(
            mid_point(day("2026-03-11"), day("2026-03-12")),
            Some(day("2026-03-11"))
        );
        assert_eq!(
            mid_point(day("2026-03-11"), day("2026-03-11")),
            Some(day("2026-03-11"))
        );
        assert_eq!(mid_point(day("2026-03-11"), day("2026-03-10")), None);
        assert_eq!(
            mid_point(day("2028-02-01"), day("2028-03-01")),
            Some(day("2028-02-15"))
        );
    }
}
