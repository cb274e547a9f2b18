//! How a relationship ends: closed together or ended without fault, read-only from then on, reopened with a
//! reason, and the thread that stays afterwards (R97, R122 to R127).

pub use super::closing_words::{AnswerKind, Group, Question, words};
use super::dates;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a relationship is going on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClosingStanding")]
pub enum Standing {
    /// It goes on.
    #[default]
    Open,
    /// The two closed it after their closing conversation (R127).
    Closed,
    /// One of the two ended it, without fault (R97).
    Ended,
}

impl Standing {
    /// The word of the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Closed => "closed",
            Self::Ended => "ended",
        }
    }

    /// The standing with this word; open where nothing was said.
    pub fn from_key(key: &str) -> Self {
        [Self::Closed, Self::Ended]
            .into_iter()
            .find(|standing| standing.key() == key)
            .unwrap_or_default()
    }
}

/// `Closed 16 Dec`; none as long as it goes on.
pub fn badge(standing: Standing, on: Option<NaiveDate>) -> Option<String> {
    let word = match standing {
        Standing::Open => return None,
        Standing::Closed => "Closed",
        Standing::Ended => "Ended",
    };
    Some(on.map_or_else(
        || word.to_owned(),
        |on| format!("{word} {}", on.format("%-d %b")),
    ))
}

/// What may still be written after the end: how the two stay in touch (R125), and that they were.
pub const AFTERWARDS: [&str; 2] = ["stay_in_touch", "contact_log"];

/// Stable name of the refusal of an edit after the end.
pub const CODE: &str = "closed";

/// What happened to the course of a relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClosingStepKind")]
pub enum Step {
    /// It was closed.
    Closed,
    /// It was ended without fault.
    Ended,
    /// It was reopened, for a reason.
    Reopened,
    /// Its end was put off.
    Extended,
    /// Its end was brought forward.
    FinishedEarly,
}

impl Step {
    /// The word of the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Ended => "ended",
            Self::Reopened => "reopened",
            Self::Extended => "extended",
            Self::FinishedEarly => "finished_early",
        }
    }

    /// The step with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [
            Self::Closed,
            Self::Ended,
            Self::Reopened,
            Self::Extended,
            Self::FinishedEarly,
        ]
        .into_iter()
        .find(|step| step.key() == key)
    }
}

/// How often the two mean to be in touch after the end (R125).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TouchUnit")]
pub enum Unit {
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// The word of the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// The unit with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Weeks, Self::Months, Self::Years]
            .into_iter()
            .find(|unit| unit.key() == key)
    }
}

/// The days on which the two mean to be in touch after the end (R125, N26).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touches {
    /// The day the interval is counted from where no first day was chosen: that of the end.
    pub since: NaiveDate,
    /// The first day, where it was chosen.
    pub first: Option<NaiveDate>,
    /// How many units lie between two days, at least 1.
    pub count: u32,
    /// What is counted.
    pub unit: Unit,
}

impl Touches {
    /// The n-th day, from 0. Counted from one anchor, so that a 31st stays a 31st.
    pub fn date(&self, n: u32) -> Option<NaiveDate> {
        let (anchor, n) = match self.first {
            Some(first) => (first, n),
            None => (self.since, n.checked_add(1)?),
        };
        let count = self.count.max(1).checked_mul(n)?;
        match self.unit {
            Unit::Weeks => dates::add_days(anchor, i64::from(count).checked_mul(7)?),
            Unit::Months => dates::add_months(anchor, count),
            Unit::Years => dates::add_months(anchor, count.checked_mul(12)?),
        }
    }

    /// The first day on or after `from`, and never before the end itself.
    pub fn next(&self, from: NaiveDate) -> Option<NaiveDate> {
        let from = from.max(self.since);
        // Weeks over 80 years: more would be a mistake in the data.
        (0..4_200)
            .map_while(|n| self.date(n))
            .find(|date| *date >= from)
    }

    /// The interval in words: `Every 12 months`.
    pub fn words(&self) -> String {
        let unit = match self.unit {
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        if self.count <= 1 {
            format!("Every {unit}")
        } else {
            format!("Every {} {unit}s", self.count)
        }
    }
}

/// One meeting of the log, as the closing conversation tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The day.
    pub on: NaiveDate,
    /// How long it was.
    pub minutes: u32,
}

/// One goal at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalAtEnd {
    /// Its rank among the top three.
    pub rank: Option<u32>,
    /// Whether it was reached.
    pub reached: bool,
}

/// What the log says at the end, counted and not remembered (R122, R124).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Goals reached, of those that count.
    pub reached: u32,
    /// Goals that count: the ranked ones, or all where none has a rank.
    pub goals: u32,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of these meetings.
    pub minutes: u32,
    /// Moments of the journal.
    pub moments: u32,
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Facts {
    /// Counts them.
    pub fn of(goals: &[GoalAtEnd], held: &[Held], moments: usize) -> Self {
        let any_rank = goals.iter().any(|goal| goal.rank.is_some());
        let counting: Vec<_> = goals
            .iter()
            .filter(|goal| goal.rank.is_some() || !any_rank)
            .collect();
        Self {
            reached: count(counting.iter().filter(|goal| goal.reached).count()),
            goals: count(counting.len()),
            meetings: count(held.len()),
            minutes: held
                .iter()
                .fold(0, |sum: u32, each| sum.saturating_add(each.minutes)),
            moments: count(moments),
        }
    }

    /// The time in words: `10 h`, `7 h 30 min`, `45 min`.
    pub fn time(&self) -> String {
        match (self.minutes / 60, self.minutes % 60) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        }
    }

    /// `2 of 3 goals reached, 8 meetings, 10 h, 9 journal moments`.
    pub fn sentence(&self) -> String {
        let many = |number: u32, one: &str, more: &str| {
            format!("{number} {}", if number == 1 { one } else { more })
        };
        format!(
            "{} of {} reached, {}, {}, {}",
            self.reached,
            many(self.goals, "goal", "goals"),
            many(self.meetings, "meeting", "meetings"),
            self.time(),
            many(self.moments, "journal moment", "journal moments"),
        )
    }
}

/// The sentence over a relationship that has come to its end.
pub fn sentence(standing: Standing, on: Option<NaiveDate>) -> Option<String> {
    let text = match standing {
        Standing::Open => return None,
        Standing::Closed => &words().closed,
        Standing::Ended => &words().ended,
    };
    Some(text.replace("{date}", &on.map_or_else(String::new, dates::long)))
}

/// Why an edit of a relationship is refused that has come to its end.
pub fn refusal(standing: Standing, on: Option<NaiveDate>) -> String {
    let word = if standing == Standing::Ended {
        "ended"
    } else {
        "closed"
    };
    words()
        .refused
        .replace("{closed}", word)
        .replace("{date}", &on.map_or_else(String::new, dates::long))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r127_the_badge_names_the_day() {
        let on = Some(day("2026-12-16"));
        assert_eq!(
            badge(Standing::Closed, on).as_deref(),
            Some("Closed 16 Dec")
        );
        assert_eq!(
            badge(Standing::Ended, Some(day("2026-05-20"))).as_deref(),
            Some("Ended 20 May")
        );
        assert_eq!(badge(Standing::Open, on), None);
        assert_eq!(
            sentence(Standing::Closed, on).unwrap(),
            "This relationship was closed on Wednesday 16 December 2026. Everything can be read and printed; nothing can be changed."
        );
        assert!(refusal(Standing::Ended, on).starts_with("This relationship was ended on Wed"));
    }

    #[test]
    fn r122_the_facts_are_counted_from_the_log() {
        // Daniel and Ruth: 1 h, four times 90 min, three times 1 h.
        let held: Vec<Held> = [
            ("2026-03-11", 60),
            ("2026-03-25", 90),
            ("2026-05-06", 90),
            ("2026-06-18", 90),
            ("2026-07-29", 90),
            ("2026-09-30", 60),
            ("2026-10-28", 60),
            ("2026-11-25", 60),
        ]
        .map(|(on, minutes)| Held {
            on: day(on),
            minutes,
        })
        .into();
        let goal = |rank, reached| GoalAtEnd { rank, reached };
        let goals = [
            goal(Some(1), true),
            goal(Some(2), false),
            goal(Some(3), true),
            goal(None, true),
        ];
        let facts = Facts::of(&goals, &held, 9);
        assert_eq!(
            facts.sentence(),
            "2 of 3 goals reached, 8 meetings, 10 h, 9 journal moments"
        );
        let unranked = [goal(None, true), goal(None, false)];
        let facts = Facts::of(&unranked, &held[..1], 1);
        assert_eq!(
            facts.sentence(),
            "1 of 2 goals reached, 1 meeting, 1 h, 1 journal moment",
            "without ranks all goals count"
        );
        let none = Facts::of(&[], &[], 0);
        assert_eq!(
            none.sentence(),
            "0 of 0 goals reached, 0 meetings, 0 min, 0 journal moments"
        );
    }

    #[test]
    fn r125_the_interval_is_counted_from_one_day() {
        let yearly = Touches {
            since: day("2026-12-16"),
            first: Some(day("2027-02-01")),
            count: 1,
            unit: Unit::Years,
        };
        assert_eq!(yearly.next(day("2026-12-16")), Some(day("2027-02-01")));
        assert_eq!(yearly.next(day("2027-02-01")), Some(day("2027-02-01")));
        assert_eq!(yearly.next(day("2027-02-02")), Some(day("2028-02-01")));
        let monthly = Touches {
            since: day("2026-08-31"),
            first: None,
            count: 6,
            unit: Unit::Months,
        };
        assert_eq!(monthly.next(day("2026-08-31")), Some(day("2027-02-28")));
        assert_eq!(monthly.next(day("2027-03-01")), Some(day("2027-08-31")));
        assert_eq!(monthly.words(), "Every 6 months");
        let weekly = Touches {
            count: 1,
            unit: Unit::Weeks,
            ..monthly
        };
        assert_eq!(weekly.next(day("2026-08-31")), Some(day("2026-09-07")));
        // A first day before the end was meant for the relationship, not for afterwards.
        let early = Touches {
            first: Some(day("2026-08-01")),
            ..monthly
        };
        assert_eq!(early.next(day("2026-01-01")), Some(day("2027-02-01")));
    }
}
