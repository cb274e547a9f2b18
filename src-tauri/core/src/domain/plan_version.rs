//! A plan as it stood at one moment, and what changed between two of them (R105). A plan is small, so a version is
//! all of it.

use super::activity::{ActivityKind, ActivityOwner, ActivityState, Effort};
use super::dates;
use super::plan::{GoalState, MilestoneRating, ResourceKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PlanText {
    /// What the mentee is heading for (R137).
    pub career_goal: String,
    /// Where the mentee is now (R137).
    pub situation: String,
    /// The goals in order.
    pub goals: Vec<GoalText>,
    /// The activities in order.
    pub activities: Vec<ActivityText>,
    /// The resources in order.
    pub resources: Vec<ResourceText>,
    /// The milestones by date.
    pub milestones: Vec<MilestoneText>,
}

/// A goal of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalText {
    /// Id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// How the two will know.
    pub measure: String,
    /// A long-term career goal.
    pub long: bool,
    /// 1 to 3 for the top three.
    pub rank: Option<u32>,
    /// How it stands.
    pub state: GoalState,
}

/// An activity of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityText {
    /// Id.
    pub id: String,
    /// Id of its goal.
    pub goal: String,
    /// What it is.
    pub title: String,
    /// Its kind.
    pub kind: ActivityKind,
    /// How long it takes.
    pub effort: Option<Effort>,
    /// Its first day.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub finish: Option<NaiveDate>,
    /// Who does it.
    pub owner: ActivityOwner,
    /// How far it is.
    pub state: ActivityState,
    /// What was learned.
    pub learned: String,
}

/// A resource of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceText {
    /// Id.
    pub id: String,
    /// Id of its goal.
    pub goal: String,
    /// What kind it is.
    pub kind: ResourceKind,
    /// What it is.
    pub title: String,
}

/// A milestone of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneText {
    /// Id.
    pub id: String,
    /// What it is.
    pub name: String,
    /// When.
    pub on: Option<NaiveDate>,
    /// What the two make of it.
    pub rating: Option<MilestoneRating>,
}

/// Whether something came, went or became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PlanChangeKind")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It is there, and other than before.
    Changed,
}

/// One difference between two versions of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PlanDifference")]
pub struct Difference {
    /// Whether something came, went or became another.
    pub change: ChangeKind,
    /// What it is, like “the activity “Write the brief””.
    pub what: String,
    /// What it said before; empty for something new.
    pub before: String,
    /// What it says after; empty for something that is gone.
    pub after: String,
}

/// What changed from one version to the next: goals, then activities, resources and milestones.
pub fn differences(before: &PlanText, after: &PlanText) -> Vec<Difference> {
    let mut all = Vec::new();
    field(
        &mut all,
        "the career goal",
        &before.career_goal,
        &after.career_goal,
    );
    field(
        &mut all,
        "the present situation",
        &before.situation,
        &after.situation,
    );
    compare(&mut all, &before.goals, &after.goals, "goal");
    compare(&mut all, &before.activities, &after.activities, "activity");
    compare(&mut all, &before.resources, &after.resources, "resource");
    compare(&mut all, &before.milestones, &after.milestones, "milestone");
    all
}

/// Something with a name and facts that people compare.
trait Part {
    fn id(&self) -> &str;
    fn title(&self) -> &str;
    /// Each fact in words, with what it is called; an empty one is not there.
    fn facts(&self) -> Vec<(&'static str, String)>;
}

fn field(all: &mut Vec<Difference>, what: &str, before: &str, after: &str) {
    let change = match (before.is_empty(), after.is_empty()) {
        _ if before == after => return,
        (true, _) => ChangeKind::Added,
        (_, true) => ChangeKind::Removed,
        (false, false) => ChangeKind::Changed,
    };
    all.push(Difference {
        change,
        what: what.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    });
}

fn compare<T: Part>(all: &mut Vec<Difference>, before: &[T], after: &[T], noun: &str) {
    let told = |part: &T| {
        let facts = part.facts().into_iter().map(|(_, words)| words);
        facts
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    for was in before {
        let what = format!("the {noun} “{}”", was.title());
        let Some(is) = after.iter().find(|is| is.id() == was.id()) else {
            all.push(Difference {
                change: ChangeKind::Removed,
                what,
                before: told(was),
                after: String::new(),
            });
            continue;
        };
        if was.title() != is.title() {
            all.push(Difference {
                change: ChangeKind::Changed,
                what: format!("the name of a {noun}").replace("a activity", "an activity"),
                before: was.title().to_owned(),
                after: is.title().to_owned(),
            });
        }
        for ((name, was), (_, now)) in was.facts().into_iter().zip(is.facts()) {
            field(all, &format!("{name} of “{}”", is.title()), &was, &now);
        }
    }
    for is in after {
        if !before.iter().any(|was| was.id() == is.id()) {
            all.push(Difference {
                change: ChangeKind::Added,
                what: format!("the {noun} “{}”", is.title()),
                before: String::new(),
                after: told(is),
            });
        }
    }
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(dates::short).unwrap_or_default()
}

impl Part for GoalText {
    fn id(&self) -> &str {
        &self.id
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        let horizon = if self.long { "long-term" } else { "short-term" };
        vec![
            (
                "the rank",
                self.rank
                    .map(|rank| format!("number {rank}"))
                    .unwrap_or_default(),
            ),
            ("the horizon", horizon.to_owned()),
            ("the measure", self.measure.clone()),
            ("the state", self.state.name().to_lowercase()),
        ]
    }
}

impl Part for ActivityText {
    fn id(&self) -> &str {
        &self.id
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        vec![
            ("the kind", self.kind.words().to_owned()),
            (
                "the effort",
                self.effort.map(Effort::words).unwrap_or_default(),
            ),
            ("the start", day(self.start)),
            ("the finish", day(self.finish)),
            ("the owner", self.owner.key().to_owned()),
            ("the state", self.state.name().to_lowercase()),
            ("what was learned", self.learned.clone()),
        ]
    }
}

impl Part for ResourceText {
    fn id(&self) -> &str {
        &self.id
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        vec![("the kind", self.kind.name().to_lowercase())]
    }
}

impl Part for MilestoneText {
    fn id(&self) -> &str {
        &self.id
    }
    fn title(&self) -> &str {
        &self.name
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        vec![
            ("the date", day(self.on)),
            (
                "the rating",
                self.rating
                    .map(|rating| rating.name().to_lowercase())
                    .unwrap_or_default(),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::EffortUnit;

    fn activity(id: &str, title: &str, weeks: u32) -> ActivityText {
        let start = "2026-04-13".parse().ok();
        let effort = Effort {
            count: weeks,
            unit: EffortUnit::Weeks,
        };
        ActivityText {
            id: id.to_owned(),
            goal: "g".to_owned(),
            title: title.to_owned(),
            kind: ActivityKind::Stretch,
            effort: Some(effort),
            start,
            finish: start.and_then(|start| effort.finish(start)),
            owner: ActivityOwner::Mentee,
            state: ActivityState::NotStarted,
            learned: String::new(),
        }
    }

    #[test]
    fn r105_the_difference_list_names_what_came_went_and_changed() {
        let before = PlanText {
            activities: vec![
                activity("a", "Lead the forecast", 8),
                activity("b", "Gone", 1),
            ],
            ..PlanText::default()
        };
        let after = PlanText {
            career_goal: "Head of data".to_owned(),
            activities: vec![
                activity("a", "Lead the forecast", 10),
                activity("c", "New", 1),
            ],
            ..PlanText::default()
        };
        assert!(differences(&before, &before).is_empty());
        let told: Vec<_> = differences(&before, &after)
            .into_iter()
            .map(|each| (each.change, each.what, each.before, each.after))
            .collect();
        let line = |change, what: &str, before: &str, after: &str| {
            (change, what.to_owned(), before.to_owned(), after.to_owned())
        };
        let one_week =
            "as a stretch, 1 week, Mon 13 Apr 2026, Sun 19 Apr 2026, mentee, not started";
        assert_eq!(
            told,
            [
                line(ChangeKind::Added, "the career goal", "", "Head of data"),
                line(
                    ChangeKind::Changed,
                    "the effort of “Lead the forecast”",
                    "8 weeks",
                    "10 weeks"
                ),
                line(
                    ChangeKind::Changed,
                    "the finish of “Lead the forecast”",
                    "Sun 7 Jun 2026",
                    "Sun 21 Jun 2026"
                ),
                line(ChangeKind::Removed, "the activity “Gone”", one_week, ""),
                line(ChangeKind::Added, "the activity “New”", "", one_week),
            ]
        );
    }
}
