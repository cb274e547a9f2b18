//! A request to a mentor: ten days to answer, then it lapses and the mentee chooses (R131, R132).

use super::dates;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days within which a mentor answers (R132).
pub const REPLY_DAYS: i64 = 10;
/// Days after the request on which the mentor is reminded (N04).
pub const MENTOR_DAYS: [i64; 3] = [5, 8, 10];
/// The day on which the mentee hears that nobody has answered (N05).
pub const LAPSE_DAY: i64 = 11;

/// How a request stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// The two did not come together by a request.
    #[default]
    None,
    /// It waits for its answer.
    Open,
    /// Ten days have gone by without one (R132). Nothing is deleted, and a late answer still counts.
    Lapsed,
    /// The mentor said yes.
    Accepted,
    /// The mentor said no.
    Declined,
    /// The mentee asks somebody else.
    Withdrawn,
}

/// What the mentee does about a request that lapsed or was declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestChoice {
    /// Asks the same mentor again: ten days from that day.
    AskAgain,
    /// Asks another mentor.
    Another,
    /// Tells the programme's office.
    Office,
}

impl RequestChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::AskAgain, Self::Another, Self::Office];

    /// The word of the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AskAgain => "ask_again",
            Self::Another => "another",
            Self::Office => "office",
        }
    }

    /// What it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AskAgain => "Ask again",
            Self::Another => "Choose another mentor",
            Self::Office => "Tell the programme’s office",
        }
    }
}

/// The last day on which the mentor can answer in time: ten days after the request.
pub fn reply_by(asked_on: NaiveDate) -> Option<NaiveDate> {
    dates::add_days(asked_on, REPLY_DAYS)
}

/// Whether the ten days have gone by: from the eleventh day on.
pub fn has_lapsed(asked_on: NaiveDate, today: NaiveDate) -> bool {
    (today - asked_on).num_days() >= LAPSE_DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r132_a_request_lapses_on_the_eleventh_day_and_not_before() {
        let asked = day("2026-02-09");
        assert_eq!(reply_by(asked), Some(day("2026-02-19")));
        assert!(!has_lapsed(asked, day("2026-02-19")));
        assert!(has_lapsed(asked, day("2026-02-20")));
        assert!(!has_lapsed(asked, day("2026-02-01")), "a clock set back");
        let over_february = day("2028-02-20");
        assert_eq!(reply_by(over_february), Some(day("2028-03-01")));
        assert!(has_lapsed(over_february, day("2028-03-02")));
    }
}
