//! Where a goal was set (R65): the first meeting, a later one, or in between.

use super::dates;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// On which occasion a goal was set (R65).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Before the two met for the first time.
    BeforeFirst,
    /// At the first meeting.
    FirstMeeting,
    /// At a later meeting.
    Meeting,
    /// Between two meetings.
    Between,
}

impl Occasion {
    /// All of them, in the order of time.
    pub const ALL: [Self; 4] = [
        Self::BeforeFirst,
        Self::FirstMeeting,
        Self::Meeting,
        Self::Between,
    ];

    /// The word of the store and of the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::BeforeFirst => "before_first",
            Self::FirstMeeting => "first_meeting",
            Self::Meeting => "meeting",
            Self::Between => "between",
        }
    }

    /// The occasion with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|occasion| occasion.key() == key)
    }

    /// What a day says by itself: before the first meeting, or on its day. What came later can have
    /// been a meeting or not.
    pub fn of_day(on: NaiveDate, first_meeting: Option<NaiveDate>) -> Option<Self> {
        let first = first_meeting?;
        if on < first {
            Some(Self::BeforeFirst)
        } else {
            (on == first).then_some(Self::FirstMeeting)
        }
    }
}

/// "Set at the first meeting, Wednesday 11 March 2026"; none where nothing is known.
pub fn said(occasion: Option<Occasion>, on: Option<NaiveDate>) -> Option<String> {
    let day = on.map(dates::long);
    Some(match (occasion, day) {
        (None, None) => return None,
        (None, Some(day)) => format!("Written down on {day}"),
        (Some(Occasion::BeforeFirst), None) => "Set before the first meeting".to_owned(),
        (Some(Occasion::BeforeFirst), Some(day)) => {
            format!("Set before the first meeting, on {day}")
        }
        (Some(Occasion::FirstMeeting), None) => "Set at the first meeting".to_owned(),
        (Some(Occasion::FirstMeeting), Some(day)) => format!("Set at the first meeting, {day}"),
        (Some(Occasion::Meeting), None) => "Set at a meeting".to_owned(),
        (Some(Occasion::Meeting), Some(day)) => format!("Set at the meeting on {day}"),
        (Some(Occasion::Between), None) => "Set between two meetings".to_owned(),
        (Some(Occasion::Between), Some(day)) => format!("Set between two meetings, on {day}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r65_a_day_tells_of_the_first_meeting_and_of_nothing_after_it() {
        let first = Some(day("2026-03-11"));
        let of = |text| Occasion::of_day(day(text), first);
        assert_eq!(of("2026-03-10"), Some(Occasion::BeforeFirst));
        assert_eq!(of("2026-03-11"), Some(Occasion::FirstMeeting));
        assert_eq!(of("2026-03-12"), None);
        assert_eq!(Occasion::of_day(day("2026-03-11"), None), None);
    }

    #[test]
    fn r65_where_a_goal_was_set_is_said_with_its_weekday() {
        let on = Some(day("2028-02-29"));
        assert_eq!(
            said(Some(Occasion::Meeting), on).unwrap(),
            "Set at the meeting on Tuesday 29 February 2028"
        );
        assert_eq!(
            said(None, on).unwrap(),
            "Written down on Tuesday 29 February 2028"
        );
        assert_eq!(said(None, None), None);
        for occasion in Occasion::ALL {
            assert_eq!(Occasion::from_key(occasion.key()), Some(occasion));
            assert!(said(Some(occasion), None).unwrap().starts_with("Set "));
            assert!(
                said(Some(occasion), on)
                    .unwrap()
                    .ends_with("Tuesday 29 February 2028")
            );
        }
    }
}
