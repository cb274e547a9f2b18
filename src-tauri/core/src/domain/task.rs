//! Tasks: how much time a date leaves, what becomes of a date that cannot be kept, and the duties that
//! come back with every session.

use super::dates;
use super::side::Side;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days that a task gets where the two have not agreed on a number (R22).
pub const MINIMUM_DAYS: i64 = 5;
/// Field of the agreement that holds the agreed number.
pub const MINIMUM_FIELD: &str = "area.3.task_days";
/// With how many delays it is asked whether this is still the right task (R24).
pub const DELAYS_TO_ASK: usize = 3;

/// What kind of task it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TaskKind")]
pub enum Kind {
    /// One of the two set it.
    Task,
    /// A line of the notes of a session that is an action (R148).
    Action,
    /// One asks the other for help with something (R151).
    Help,
}

impl Kind {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Action => "action",
            Self::Help => "help",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Task, Self::Action, Self::Help]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

/// A due date that leaves less time than the two agreed on (R22). It never blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short {
    /// Days from the day on which the task is set; negative for a date that has passed.
    pub days: i64,
    /// Days that it should have.
    pub minimum: i64,
    /// The first date that leaves them.
    pub earliest: NaiveDate,
    /// The same day of the week as the date asked for, in the first week that leaves them.
    pub proposed: NaiveDate,
}

/// Whether a task set on `given` and due on `due` is short of time; none where it has `minimum` days (R22).
pub fn short_of_time(given: NaiveDate, due: NaiveDate, minimum: i64) -> Option<Short> {
    let days = (due - given).num_days();
    let minimum = minimum.max(0);
    if days >= minimum {
        return None;
    }
    let earliest = dates::add_days(given, minimum)?;
    let missing = (earliest - due).num_days();
    // Rounded up to whole weeks, so that the day of the week stays.
    let weeks = missing.div_euclid(7) + i64::from(missing.rem_euclid(7) > 0);
    Some(Short {
        days,
        minimum,
        earliest,
        proposed: dates::add_days(due, weeks * 7)?,
    })
}

impl Short {
    /// In words: `2 days: you agreed on at least 5. Friday 3 April 2026 leaves 9.` Without an agreed number it
    /// says what is usual.
    pub fn words(&self, agreed: bool) -> String {
        let ground = if agreed { "you agreed on" } else { "give it" };
        let left = match self.days {
            days if days < 0 => "This date has passed".to_owned(),
            0 => "Today".to_owned(),
            days => count(days),
        };
        format!(
            "{left}: {ground} at least {}. {} leaves {}.",
            self.minimum,
            dates::long(self.proposed),
            self.days + (self.proposed - self.asked()).num_days(),
        )
    }

    fn asked(&self) -> NaiveDate {
        dates::add_days(self.earliest, self.days - self.minimum).unwrap_or(self.earliest)
    }
}

/// `1 day`, `2 days`.
fn count(days: i64) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}

/// How often a task was put off, and what its date was at first: `moved once; was Friday 3 April 2026` (R23, R24).
pub fn moved_words(times: usize, original: Option<NaiveDate>) -> Option<String> {
    let often = match times {
        0 => return None,
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    Some(match original {
        Some(date) => format!("moved {often}; was {}", dates::long(date)),
        None => format!("moved {often}"),
    })
}

/// Whether it is time to ask "Is this still the right task?" (R24).
pub const fn is_to_be_asked(times: usize) -> bool {
    times >= DELAYS_TO_ASK
}

/// Something that comes back with every session (R54).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Arrange the meetings.
    Arrange,
    /// Send points for discussion ahead.
    Points,
    /// Think about what to gain from the session.
    Wish,
    /// Send a summary of the session.
    Summary,
}

impl Duty {
    /// All four, in the order of a session.
    pub const ALL: [Self; 4] = [Self::Arrange, Self::Points, Self::Wish, Self::Summary];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Arrange => "arrange",
            Self::Points => "points",
            Self::Wish => "wish",
            Self::Summary => "summary",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.key() == key)
    }

    /// What is to be done.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Arrange => "Arrange the meetings",
            Self::Points => "Send points for discussion ahead",
            Self::Wish => "Think about what you want from the session, and say it",
            Self::Summary => "Send a summary afterwards",
        }
    }
}

/// Whose a duty is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DutyOwner {
    /// The mentee, by default (R15).
    Mentee,
    /// The mentor.
    Mentor,
    /// Either of the two.
    Either,
    /// The two take turns.
    Alternating,
}

impl DutyOwner {
    /// The one person whose it is, where it is one person's.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Mentee => Some(Side::Mentee),
            Self::Mentor => Some(Side::Mentor),
            Self::Either | Self::Alternating => None,
        }
    }
}

/// Whose a duty is: as the two said for this duty, else, for arranging, as the agreement says who proposes the
/// dates (R32), else the mentee's (R15, C18).
pub fn owner_of(duty: Duty, said: Option<Side>, initiator: Option<&str>) -> DutyOwner {
    match (said, duty, initiator) {
        (Some(Side::Mentor), _, _) | (None, Duty::Arrange, Some("mentor")) => DutyOwner::Mentor,
        (None, Duty::Arrange, Some("either")) => DutyOwner::Either,
        (None, Duty::Arrange, Some("alternating")) => DutyOwner::Alternating,
        (Some(Side::Mentee), _, _) | (None, _, _) => DutyOwner::Mentee,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    #[test]
    fn r22_two_days_are_short_of_five_and_the_same_weekday_is_proposed() {
        let short = short_of_time(day("2026-03-25"), day("2026-03-27"), 5).unwrap();
        assert_eq!((short.days, short.minimum), (2, 5));
        assert_eq!(short.earliest, day("2026-03-30"));
        assert_eq!(short.proposed, day("2026-04-03"));
        assert_eq!(
            short.words(true),
            "2 days: you agreed on at least 5. Friday 3 April 2026 leaves 9."
        );
        assert_eq!(
            short.words(false),
            "2 days: give it at least 5. Friday 3 April 2026 leaves 9."
        );
    }

    #[test]
    fn r22_exactly_the_agreed_days_are_enough_and_one_less_is_not() {
        let given = day("2026-03-25");
        assert_eq!(short_of_time(given, day("2026-03-30"), 5), None);
        let short = short_of_time(given, day("2026-03-29"), 5).unwrap();
        assert_eq!(short.proposed, day("2026-04-05"));
        assert_eq!(short_of_time(given, given, 0), None);
        assert!(
            short_of_time(given, given, 1)
                .unwrap()
                .words(true)
                .starts_with("Today: ")
        );
        let passed = short_of_time(given, day("2026-03-24"), 0).unwrap();
        assert_eq!(passed.proposed, day("2026-03-31"));
        assert!(passed.words(true).starts_with("This date has passed: "));
        let one = short_of_time(given, day("2026-03-26"), 90).unwrap();
        assert!(one.words(true).starts_with("1 day: "));
        assert!(one.proposed >= one.earliest);
    }

    #[test]
    fn r22_what_is_proposed_is_the_first_such_weekday_that_leaves_the_time() {
        let given = day("2026-03-25");
        for minimum in 0..40 {
            for ahead in -10..40 {
                let due = dates::add_days(given, ahead).unwrap();
                let Some(short) = short_of_time(given, due, minimum) else {
                    assert!(ahead >= minimum);
                    continue;
                };
                // Week by week from the date asked for, until the time is enough.
                let mut week = due;
                while (week - given).num_days() < minimum {
                    week = dates::add_days(week, 7).unwrap();
                }
                assert_eq!(short.proposed, week, "{minimum} {ahead}");
                let left = (week - given).num_days();
                assert!(short.words(true).ends_with(&format!("leaves {left}.")));
            }
        }
    }

    #[test]
    fn r23_r24_the_first_date_stays_beside_the_number_of_delays() {
        let first = Some(day("2026-04-03"));
        assert_eq!(moved_words(0, first), None);
        assert_eq!(
            moved_words(1, first).unwrap(),
            "moved once; was Friday 3 April 2026"
        );
        assert_eq!(
            moved_words(2, first).unwrap(),
            "moved twice; was Friday 3 April 2026"
        );
        assert_eq!(
            moved_words(3, first).unwrap(),
            "moved 3 times; was Friday 3 April 2026"
        );
        assert_eq!(
            (is_to_be_asked(2), is_to_be_asked(3), is_to_be_asked(4)),
            (false, true, true)
        );
    }

    #[test]
    fn r15_r54_duties_are_the_mentees_until_the_two_say_otherwise() {
        for duty in Duty::ALL {
            assert_eq!(owner_of(duty, None, None), DutyOwner::Mentee);
            assert_eq!(owner_of(duty, Some(Side::Mentor), None), DutyOwner::Mentor);
            assert_eq!(
                owner_of(duty, Some(Side::Mentee), Some("mentor")),
                DutyOwner::Mentee
            );
            assert_eq!(Duty::from_key(duty.key()), Some(duty));
        }
        assert_eq!(
            owner_of(Duty::Arrange, None, Some("alternating")),
            DutyOwner::Alternating,
            "R32"
        );
        assert_eq!(
            owner_of(Duty::Summary, None, Some("mentor")),
            DutyOwner::Mentee,
            "who proposes dates need not write summaries"
        );
        assert_eq!(DutyOwner::Either.side(), None);
    }
}
