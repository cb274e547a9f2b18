//! The action plan besides its activities: how goals and milestones stand, resources, the date by which a plan
//! is due (R98), and the year's lane (R138).

use super::dates;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $key:literal, $said:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the store and of the API.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The one with this word.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.key() == key)
            }

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $said,)+ }
            }
        }
    };
}

words! {
    /// How a goal stands.
    GoalState {
        /// The two work on it, or will.
        Open = "open", "Open";
        /// It is reached.
        Reached = "reached", "Reached";
        /// It turned into another goal.
        Changed = "changed", "Changed";
        /// The two let it go.
        Dropped = "dropped", "Dropped";
    }
}

words! {
    /// What a resource is (R100).
    ResourceKind {
        /// A page or a file, by its address.
        Link = "link", "Link";
        /// Something to read.
        Book = "book", "Book";
        /// Somebody to talk to.
        Person = "person", "Person";
        /// A chance that comes up, like an event or a project.
        Opportunity = "opportunity", "Opportunity";
    }
}

words! {
    /// What the two make of a milestone (R138).
    MilestoneRating {
        /// It can be reached as things stand.
        Realistic = "realistic", "Realistic";
        /// It asks for more than is certain.
        Stretch = "stretch", "A stretch";
        /// Nobody can tell yet.
        Unclear = "unclear", "Unclear";
    }
}

words! {
    /// One of the three lists of where somebody stands (R86).
    AssessmentList {
        /// What they are good at.
        Strengths = "strengths", "Strengths";
        /// What they find hard.
        Weaknesses = "weaknesses", "Weaknesses";
        /// How they work and learn.
        Style = "style", "Style";
    }
}

words! {
    /// When somebody looked at where they stand (R27, R86).
    AssessmentStage {
        /// At the beginning: the baseline.
        Start = "start", "At the start";
        /// Halfway.
        MidPoint = "mid_point", "At the mid-point";
        /// At the end.
        End = "end", "At the end";
    }
}

/// Days after the start of the partnership by which there is a plan (R98).
pub const DUE_DAYS: i64 = 30;

/// By when there is a plan: thirty days after the start of the partnership (R98).
pub fn due(start: NaiveDate) -> Option<NaiveDate> {
    dates::add_days(start, DUE_DAYS)
}

/// How many days are left: `16 days left`, `Today is the day`, `The day was 3 days ago`.
pub fn left(today: NaiveDate, due: NaiveDate) -> String {
    match (due - today).num_days() {
        0 => "Today is the day".to_owned(),
        1 => "1 day left".to_owned(),
        days @ 2.. => format!("{days} days left"),
        _ => format!("The day was {}", dates::relative(today, due)),
    }
}

/// The months of the year that begins with the month of `today` (R138), each by its first day: twelve, or fewer at
/// the end of the calendar.
pub fn year(today: NaiveDate) -> Vec<NaiveDate> {
    let Some(first) = today.with_day(1) else {
        return Vec::new();
    };
    (0..12)
        .filter_map(|months| dates::add_months(first, months))
        .collect()
}

/// The last day of the month that begins on `first`.
pub fn month_end(first: NaiveDate) -> NaiveDate {
    dates::add_months(first, 1)
        .and_then(|next| next.pred_opt())
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r98_the_plan_is_due_thirty_days_after_the_start() {
        assert_eq!(due(day("2026-03-11")), Some(day("2026-04-10")));
        assert_eq!(due(day("2028-01-31")), Some(day("2028-03-01")));
        assert_eq!(due(day("2027-01-31")), Some(day("2027-03-02")));
        for (today, words) in [
            ("2026-03-25", "16 days left"),
            ("2026-04-09", "1 day left"),
            ("2026-04-10", "Today is the day"),
            ("2026-04-11", "The day was yesterday"),
            ("2026-04-13", "The day was 3 days ago"),
        ] {
            assert_eq!(left(day(today), day("2026-04-10")), words);
        }
    }

    #[test]
    fn r138_the_lane_has_the_twelve_months_from_this_one_on() {
        let months = year(day("2027-03-31"));
        assert_eq!(months.len(), 12);
        assert_eq!(months.first(), Some(&day("2027-03-01")));
        assert_eq!(months.last(), Some(&day("2028-02-01")));
        assert_eq!(month_end(day("2028-02-01")), day("2028-02-29"));
        assert_eq!(month_end(day("2027-02-01")), day("2027-02-28"));
        assert_eq!(month_end(day("2027-12-01")), day("2027-12-31"));
    }

    #[test]
    fn words_of_the_store_are_read_back() {
        for state in GoalState::ALL {
            assert_eq!(GoalState::from_key(state.key()), Some(*state));
        }
        for kind in ResourceKind::ALL {
            assert_eq!(ResourceKind::from_key(kind.key()), Some(*kind));
        }
        for rating in MilestoneRating::ALL {
            assert_eq!(MilestoneRating::from_key(rating.key()), Some(*rating));
        }
        for list in AssessmentList::ALL {
            assert_eq!(AssessmentList::from_key(list.key()), Some(*list));
        }
        for stage in AssessmentStage::ALL {
            assert_eq!(AssessmentStage::from_key(stage.key()), Some(*stage));
        }
    }
}
