//! How long one waits for an answer before asking again (R38, R73, C34).

use super::contact::{Promise, ReplyUnit};
use super::dates;
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// Days after which an unanswered message raises a prompt, where the two agreed on nothing (R38).
pub const REPLY_DAYS: u32 = 3;

/// What the two agreed on answers to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// After how many days the one who wrote asks again (area 5).
    pub days: u32,
    /// Whether those are working days (C28).
    pub working: bool,
    /// What the other person promised for this channel (R73), in calendar time.
    pub promise: Option<Promise>,
}

impl Agreed {
    /// The day on which a message of `sent` raises the prompt: the longer of the two waits (C34).
    pub fn ask_again_on(&self, sent: NaiveDate, at: Option<NaiveTime>) -> Option<NaiveDate> {
        let limit = if self.working {
            dates::add_working_days(sent, self.days)?
        } else {
            dates::add_days(sent, i64::from(self.days))?
        };
        let promised = match self.promise {
            None => sent,
            Some(Promise { count, unit }) => match (unit, at) {
                (ReplyUnit::Days, _) => dates::add_days(sent, i64::from(count))?,
                (ReplyUnit::Hours, Some(at)) => sent
                    .and_time(at)
                    .checked_add_signed(TimeDelta::hours(i64::from(count)))?
                    .date(),
                (ReplyUnit::Hours, None) => dates::add_days(sent, i64::from(count.div_ceil(24)))?,
            },
        };
        Some(limit.max(promised))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    fn asked(days: u32, working: bool, promise: Option<(u32, ReplyUnit)>, sent: &str) -> NaiveDate {
        let promise = promise.map(|(count, unit)| Promise { count, unit });
        Agreed {
            days,
            working,
            promise,
        }
        .ask_again_on(day(sent), None)
        .unwrap()
    }

    #[test]
    fn r38_calendar_and_working_days_differ_over_a_weekend() {
        // Thursday 5 March 2026.
        assert_eq!(asked(3, false, None, "2026-03-05"), day("2026-03-08"));
        assert_eq!(asked(3, true, None, "2026-03-05"), day("2026-03-10"));
        assert_eq!(asked(2, true, None, "2026-03-05"), day("2026-03-09"));
        // Sent on a Saturday, the first working day is Monday.
        assert_eq!(asked(1, true, None, "2026-03-07"), day("2026-03-09"));
        assert_eq!(asked(1, true, None, "2026-03-06"), day("2026-03-09"));
    }

    #[test]
    fn c34_the_longer_of_the_promise_and_the_limit_counts() {
        let days = |count| Some((count, ReplyUnit::Days));
        assert_eq!(asked(3, false, days(2), "2026-03-02"), day("2026-03-05"));
        assert_eq!(asked(3, false, days(5), "2026-03-02"), day("2026-03-07"));
        // Three working days over a week-end are five days: longer than a promise of four.
        assert_eq!(asked(3, true, days(4), "2026-03-05"), day("2026-03-10"));
        assert_eq!(asked(3, true, days(7), "2026-03-05"), day("2026-03-12"));
        let hours = |count| Some((count, ReplyUnit::Hours));
        assert_eq!(asked(1, false, hours(72), "2026-03-02"), day("2026-03-05"));
        assert_eq!(asked(1, false, hours(4), "2026-03-02"), day("2026-03-03"));
    }

    #[test]
    fn a_promise_in_hours_is_counted_from_the_hour_where_it_is_known() {
        let agreed = Agreed {
            days: 1,
            working: false,
            promise: Some(Promise {
                count: 36,
                unit: ReplyUnit::Hours,
            }),
        };
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
        assert_eq!(
            agreed.ask_again_on(day("2026-03-02"), at(10)),
            Some(day("2026-03-03"))
        );
        assert_eq!(
            agreed.ask_again_on(day("2026-03-02"), at(13)),
            Some(day("2026-03-04"))
        );
    }
}
