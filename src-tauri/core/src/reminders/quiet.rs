//! Quiet hours (section 7: nothing fires in them).

use chrono::{NaiveDateTime, NaiveTime};

/// Hours in which nothing is notified: from the first until the second, over midnight where the
/// first is the later one; none where both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// Their first minute.
    pub from: NaiveTime,
    /// The first minute after them.
    pub until: NaiveTime,
}

impl Quiet {
    /// The first moment at or after `at` that is not quiet.
    pub fn defer(self, at: NaiveDateTime) -> NaiveDateTime {
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

    /// Whether nothing is notified at this moment.
    pub fn holds(self, at: NaiveDateTime) -> bool {
        self.defer(at) != at
    }
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
