//! A learning activity of the action plan: its kind (R102), how long it takes, and when it is over (R104).

use super::dates;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the three kinds of learning (R102).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// By doing something oneself.
    Doing,
    /// From other people.
    Others,
    /// From a challenge beyond what one can do already.
    Stretch,
}

impl ActivityKind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Doing, Self::Others, Self::Stretch];

    /// The word of the store and of the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Doing => "doing",
            Self::Others => "others",
            Self::Stretch => "stretch",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Its name, as it stands at the beginning of a line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doing => "By doing",
            Self::Others => "From others",
            Self::Stretch => "As a stretch",
        }
    }

    /// Its name inside a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Doing => "by doing",
            Self::Others => "from others",
            Self::Stretch => "as a stretch",
        }
    }
}

/// In what the length of an activity is told (R104).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EffortUnit {
    /// Hours of work on one day, unless its end is moved.
    Hours,
    /// Calendar days in a row.
    Days,
    /// Weeks of seven days in a row.
    Weeks,
}

impl EffortUnit {
    /// All three, the shortest first.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Weeks];

    /// The word of the store and of the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
        }
    }

    /// The unit with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.key() == key)
    }

    /// The largest number that makes sense with it: about ten years.
    pub const fn most(self) -> u32 {
        match self {
            Self::Hours => 5_000,
            Self::Days => 3_650,
            Self::Weeks => 520,
        }
    }
}

/// How long an activity takes: a number and its unit (R104).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    /// How many, at least 1.
    pub count: u32,
    /// Hours, days or weeks.
    pub unit: EffortUnit,
}

impl Effort {
    /// `3 hours`, `1 day`.
    pub fn words(self) -> String {
        let unit = match (self.unit, self.count) {
            (EffortUnit::Hours, 1) => "hour",
            (EffortUnit::Hours, _) => "hours",
            (EffortUnit::Days, 1) => "day",
            (EffortUnit::Days, _) => "days",
            (EffortUnit::Weeks, 1) => "week",
            (EffortUnit::Weeks, _) => "weeks",
        };
        format!("{} {unit}", self.count)
    }

    /// The last day of an activity that begins on `start` (requirements section 8): with hours the start itself,
    /// with days `start + n - 1`, with weeks `start + 7n - 1`. None beyond the calendar.
    pub fn finish(self, start: NaiveDate) -> Option<NaiveDate> {
        let count = i64::from(self.count);
        let days = match self.unit {
            EffortUnit::Hours => 0,
            EffortUnit::Days => count.checked_sub(1)?,
            EffortUnit::Weeks => count.checked_mul(7)?.checked_sub(1)?,
        };
        dates::add_days(start, days)
    }
}

/// When an activity is over, as far as it is known: of one in hours the user may move the end, of others it
/// follows from the effort.
pub fn finish(
    start: Option<NaiveDate>,
    effort: Option<Effort>,
    moved: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let (start, effort) = (start?, effort?);
    match (effort.unit, moved) {
        (EffortUnit::Hours, Some(moved)) => Some(moved.max(start)),
        (EffortUnit::Hours | EffortUnit::Days | EffortUnit::Weeks, _) => effort.finish(start),
    }
}

/// How far an activity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    /// An idea or a plan that nobody has begun.
    NotStarted,
    /// It is being done.
    UnderWay,
    /// It is done.
    Done,
    /// It was let go.
    Dropped,
}

impl ActivityState {
    /// All of them, in the order in which one follows the other.
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::UnderWay, Self::Done, Self::Dropped];

    /// The word of the store and of the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
            Self::Dropped => "Let go",
        }
    }
}

/// Who does an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActivityOwner {
    /// The mentee.
    Mentee,
    /// The mentor.
    Mentor,
    /// Both together.
    Both,
}

impl ActivityOwner {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mentee, Self::Mentor, Self::Both];

    /// The word of the store and of the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
            Self::Both => "both",
        }
    }

    /// The owner with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|owner| owner.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn effort(count: u32, unit: EffortUnit) -> Effort {
        Effort { count, unit }
    }

    #[test]
    fn r104_the_finish_follows_from_start_and_effort_also_over_month_ends() {
        use EffortUnit::{Days, Hours, Weeks};
        for (start, count, unit, finish) in [
            ("2026-03-30", 3, Hours, "2026-03-30"),
            ("2026-04-14", 2, Days, "2026-04-15"),
            ("2026-04-13", 10, Weeks, "2026-06-21"),
            ("2026-04-13", 1, Days, "2026-04-13"),
            ("2026-04-13", 1, Weeks, "2026-04-19"),
            ("2028-02-28", 2, Days, "2028-02-29"),
            ("2028-02-29", 2, Days, "2028-03-01"),
            ("2027-02-28", 2, Days, "2027-03-01"),
            ("2028-02-23", 1, Weeks, "2028-02-29"),
            ("2026-12-31", 1, Weeks, "2027-01-06"),
            ("2026-12-31", 400, Hours, "2026-12-31"),
        ] {
            assert_eq!(
                effort(count, unit).finish(day(start)),
                Some(day(finish)),
                "{start} and {count} {unit:?}"
            );
        }
    }

    #[test]
    fn r104_only_the_end_of_hours_can_be_moved_and_never_before_the_start() {
        let start = Some(day("2026-03-30"));
        let moved = Some(day("2026-04-02"));
        let end = |effort, moved| finish(start, effort, moved);
        assert_eq!(end(Some(effort(3, EffortUnit::Hours)), moved), moved);
        assert_eq!(end(Some(effort(3, EffortUnit::Hours)), None), start);
        let early = Some(day("2026-03-29"));
        assert_eq!(end(Some(effort(3, EffortUnit::Hours)), early), start);
        assert_eq!(
            end(Some(effort(2, EffortUnit::Days)), moved),
            Some(day("2026-03-31"))
        );
        assert_eq!(end(None, moved), None);
        assert_eq!(finish(None, Some(effort(2, EffortUnit::Days)), None), None);
    }

    #[test]
    fn words_of_the_store_are_read_back() {
        for kind in ActivityKind::ALL {
            assert_eq!(ActivityKind::from_key(kind.key()), Some(kind));
        }
        for unit in EffortUnit::ALL {
            assert_eq!(EffortUnit::from_key(unit.key()), Some(unit));
            assert!(
                effort(unit.most(), unit)
                    .finish(day("2026-03-30"))
                    .is_some()
            );
        }
        for state in ActivityState::ALL {
            assert_eq!(ActivityState::from_key(state.key()), Some(state));
        }
        for owner in ActivityOwner::ALL {
            assert_eq!(ActivityOwner::from_key(owner.key()), Some(owner));
        }
        assert_eq!(effort(1, EffortUnit::Weeks).words(), "1 week");
        assert_eq!(effort(10, EffortUnit::Weeks).words(), "10 weeks");
    }
}
