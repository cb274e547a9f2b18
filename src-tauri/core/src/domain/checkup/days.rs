//! The days of looking back: when the check-up is due, when the mid-point is, which sessions are check-points.

use crate::domain::dates::add_days;
use chrono::NaiveDate;

/// Days after the start on which the check-up is due (R107).
pub const DUE: i64 = 90;
/// Days after the start on which it is announced (N18): 14 and 3 days before, on the day, a week after.
pub const NOTICES: [i64; 4] = [76, 87, 90, 97];
/// Days after the meeting about obstacles on which the two look at their plan again (R114).
pub const FOLLOW_UP: i64 = 30;
/// Every which session is a check-point, where the two have not said (R115).
pub const CHECK_POINT_EVERY: u32 = 3;
/// Days before the mid-point on which it is announced (N19).
pub const MID_POINT_LEADS: [i64; 2] = [14, 3];

/// When a partnership began (C11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The day.
    pub on: NaiveDate,
    /// Whether it is the connection date, which stands for the first meeting until that is held.
    pub provisional: bool,
}

/// The start: the first meeting held; until then the connection date, provisionally (C11).
pub fn start(first_held: Option<NaiveDate>, connected_on: Option<NaiveDate>) -> Option<Start> {
    match (first_held, connected_on) {
        (Some(on), _) => Some(Start {
            on,
            provisional: false,
        }),
        (None, Some(on)) => Some(Start {
            on,
            provisional: true,
        }),
        (None, None) => None,
    }
}

/// The day on which the 90-day check-up is due.
pub fn due(start: NaiveDate) -> Option<NaiveDate> {
    add_days(start, DUE)
}

/// The days on which it is announced.
pub fn notices(start: NaiveDate) -> Vec<NaiveDate> {
    NOTICES
        .iter()
        .filter_map(|days| add_days(start, *days))
        .collect()
}

/// The day on which the two look at the plan of their meeting about obstacles again.
pub fn follow_up(meeting: NaiveDate) -> Option<NaiveDate> {
    add_days(meeting, FOLLOW_UP)
}

/// The days of a mid-point (R116, C20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MidPoint {
    /// The term begins.
    pub start: NaiveDate,
    /// The term ends.
    pub end: NaiveDate,
    /// From this day on the meeting fits: 40 % of the term, rounded down as the mid-point itself.
    pub opens: NaiveDate,
    /// The mid-point: the proposed day, half of the term, rounded down.
    pub on: NaiveDate,
}

impl MidPoint {
    /// The mid-point of a term; none where it ends before it begins.
    pub fn of(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        let days = (end - start).num_days();
        if days < 0 {
            return None;
        }
        Some(Self {
            start,
            end,
            opens: add_days(start, (days * 2).div_euclid(5))?,
            on: add_days(start, days.div_euclid(2))?,
        })
    }

    /// Whether a day lies in the window, both ends included.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.opens..=self.on).contains(&day)
    }

    /// The days on which it is announced.
    pub fn notices(&self) -> Vec<NaiveDate> {
        MID_POINT_LEADS
            .iter()
            .filter_map(|days| add_days(self.on, -days))
            .collect()
    }

    /// Days left of the term on a day; none after its end.
    pub fn days_left(&self, today: NaiveDate) -> Option<u32> {
        u32::try_from((self.end - today).num_days()).ok()
    }
}

/// Which of the sessions, in the order of their dates, are check-points: every `every`-th of those that are
/// neither cancelled nor missed (R115). None at all where `every` is 0.
pub fn check_points<'a>(
    sessions: impl IntoIterator<Item = (&'a str, bool)>,
    every: u32,
) -> Vec<&'a str> {
    let mut number = 0_u32;
    let mut found = Vec::new();
    for (id, counts) in sessions {
        if counts {
            number = number.saturating_add(1);
            if number.checked_rem(every) == Some(0) {
                found.push(id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::from_iso;

    fn day(text: &str) -> NaiveDate {
        from_iso(text).unwrap()
    }

    #[test]
    fn r107_n18_the_check_up_is_due_ninety_days_after_the_start_and_announced_four_times() {
        for (start, days) in [
            (
                "2026-03-11",
                ["2026-05-26", "2026-06-06", "2026-06-09", "2026-06-16"],
            ),
            // Over 29 February, and the same days a year later without one.
            (
                "2027-12-01",
                ["2028-02-15", "2028-02-26", "2028-02-29", "2028-03-07"],
            ),
            (
                "2028-12-01",
                ["2029-02-15", "2029-02-26", "2029-03-01", "2029-03-08"],
            ),
            (
                "2026-08-31",
                ["2026-11-15", "2026-11-26", "2026-11-29", "2026-12-06"],
            ),
            (
                "2028-02-29",
                ["2028-05-15", "2028-05-26", "2028-05-29", "2028-06-05"],
            ),
        ] {
            assert_eq!(notices(day(start)), days.map(day), "{start}");
            assert_eq!(due(day(start)), Some(day(days[2])), "{start}");
        }
    }

    #[test]
    fn c11_the_connection_date_stands_for_the_first_meeting_until_it_is_held() {
        let (connected, held) = (Some(day("2026-03-02")), Some(day("2026-03-11")));
        assert_eq!(start(None, None), None);
        let provisional = start(None, connected).unwrap();
        assert!(provisional.provisional && provisional.on == day("2026-03-02"));
        for known in [connected, None] {
            let real = start(held, known).unwrap();
            assert!(!real.provisional && real.on == day("2026-03-11"));
        }
    }

    #[test]
    fn r116_c20_n19_the_window_of_the_mid_point_runs_from_forty_to_fifty_percent() {
        let mid = MidPoint::of(day("2026-03-11"), day("2026-12-18")).unwrap();
        assert_eq!(mid.on, day("2026-07-30"), "141 of 282 days");
        assert_eq!(mid.opens, day("2026-07-01"), "112 of 112.8 days");
        for (on, inside) in [
            ("2026-06-30", false),
            ("2026-07-01", true),
            ("2026-07-30", true),
            ("2026-07-31", false),
        ] {
            assert_eq!(mid.holds(day(on)), inside, "{on}");
        }
        assert_eq!(mid.notices(), ["2026-07-16", "2026-07-27"].map(day));
        assert_eq!(mid.days_left(day("2026-12-17")), Some(1));
        assert_eq!(mid.days_left(day("2026-12-18")), Some(0));
        assert_eq!(mid.days_left(day("2026-12-19")), None);
        // A term that ends in February of a leap year, one of a day, and one that is none.
        let leap = MidPoint::of(day("2027-08-31"), day("2028-02-29")).unwrap();
        assert_eq!(
            (leap.opens, leap.on),
            (day("2027-11-11"), day("2027-11-30"))
        );
        let short = MidPoint::of(day("2026-01-31"), day("2026-02-01")).unwrap();
        assert_eq!(
            (short.opens, short.on),
            (day("2026-01-31"), day("2026-01-31"))
        );
        assert_eq!(MidPoint::of(day("2026-02-01"), day("2026-01-31")), None);
    }

    #[test]
    fn r114_the_plan_is_looked_at_again_after_thirty_days() {
        for (meeting, again) in [
            ("2026-01-31", "2026-03-02"),
            ("2028-01-31", "2028-03-01"),
            ("2028-01-30", "2028-02-29"),
            ("2026-06-15", "2026-07-15"),
        ] {
            assert_eq!(follow_up(day(meeting)), Some(day(again)));
        }
    }

    #[test]
    fn r115_every_third_session_is_a_check_point_and_cancelled_ones_do_not_count() {
        let sessions = [
            ("a", true),
            ("b", false),
            ("c", true),
            ("d", true),
            ("e", true),
            ("f", false),
            ("g", true),
            ("h", true),
        ];
        assert_eq!(check_points(sessions, CHECK_POINT_EVERY), ["d", "h"]);
        assert_eq!(check_points(sessions, 1).len(), 6);
        assert!(check_points(sessions, 7).is_empty());
        assert!(check_points(sessions, 0).is_empty());
    }
}
