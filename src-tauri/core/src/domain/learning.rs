//! The three kinds of learning activity in words, with examples to start from (R102), out of `content/plan.toml`.

use super::activity::ActivityKind;
use serde::Deserialize;
use std::sync::LazyLock;

/// A kind with what is said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// Which.
    pub kind: ActivityKind,
    /// What it means.
    pub about: String,
    /// Examples to start from.
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    kinds: Vec<Learning>,
    paper: PlanWords,
}

/// What the action plan says on paper besides what the two wrote.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanWords {
    pub title: String,
    /// `{value}` is the day on which the paper was made.
    pub under: String,
    pub subject: String,
    /// The mark of a plan that the two have not gone through (C33).
    pub in_progress: String,
    pub footer: String,
    pub page: String,
    pub file: String,
    pub no_goals: String,
    pub no_activities: String,
    pub short: String,
    pub long: String,
    pub measure: String,
    pub career_goal: String,
    pub situation: String,
    pub goal: String,
    pub activity: String,
    pub effort: String,
    pub dates: String,
    /// The last day: `{value}`.
    pub to: String,
    pub who: String,
    pub timeline_none: String,
    pub notes: String,
    pub helps: String,
    /// A resource: `{title}`, and `{name}` of who offered it.
    pub by: String,
    pub coverage: String,
    pub milestones: String,
    pub when: String,
    pub milestone: String,
    pub evidence: String,
    pub rating: String,
    pub learned: String,
    pub blank: BlankPlanWords,
}

/// What the blank plan says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlankPlanWords {
    pub title: String,
    pub under: String,
    pub subject: String,
    pub note: String,
    pub kinds: String,
    pub goal: String,
    pub measure: String,
    pub helps: String,
    pub start: String,
    pub finish: String,
    pub owner: String,
    pub coverage: String,
    pub milestones: String,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/plan.json")))
        .expect("content/plan.toml")
});

/// The words of the plan on paper.
pub(crate) fn paper() -> &'static PlanWords {
    &CONTENT.paper
}

/// The three kinds, in order.
pub fn kinds() -> &'static [Learning] {
    &CONTENT.kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r102_each_of_the_three_kinds_has_examples_of_its_own() {
        let order: Vec<_> = kinds().iter().map(|each| each.kind).collect();
        assert_eq!(order, ActivityKind::ALL);
        let mut examples: Vec<&str> = kinds()
            .iter()
            .flat_map(|each| each.examples.iter().map(String::as_str))
            .collect();
        assert!(kinds().iter().all(|each| each.examples.len() >= 3));
        let count = examples.len();
        examples.sort_unstable();
        examples.dedup();
        assert_eq!(examples.len(), count);
    }
}
