//! The action plan as a whole (R98 to R105, R137, R138).

use super::activity::{CoverageView, PlanGoal};
use super::agreement::MilestoneView;
use super::relationship::DateWords;
use crate::domain::activity::ActivityKind;
use crate::domain::ids::{ActivityId, GoalId, RelationshipId};
use crate::domain::plan_version::Difference;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The action plan.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Both names.
    pub title: String,
    /// The mentee's name.
    pub mentee: String,
    /// The mentor's name.
    pub mentor: String,
    /// What was just added: the id of a goal, an activity or a resource.
    pub id: Option<String>,
    /// What the mentee is heading for (R137); may be empty.
    pub career_goal: String,
    /// Where the mentee is now (R137); may be empty.
    pub situation: String,
    /// The goals: the ranked ones in their order, then the others.
    pub goals: Vec<PlanGoal>,
    /// `3 of 3 ranked` (R88).
    pub ranked: String,
    /// Which kinds of learning the whole plan has (R103).
    pub coverage: CoverageView,
    /// The three kinds, with examples to start from (R102).
    pub kinds: Vec<KindView>,
    /// The activities that have a date, over time (R104); none where there is none.
    pub timeline: Option<TimelineView>,
    /// The milestones by date, with what the two make of them (R137, R138).
    pub milestones: Vec<MilestoneView>,
    /// The twelve months from this one on, with milestones and activities (R138).
    pub lane: Vec<LaneMonth>,
    /// By when there is a plan (R98); none as long as the partnership has not begun.
    pub due: Option<PlanDue>,
    /// Whether there is a goal with an activity that has a date.
    pub dated: bool,
    /// The mark of a plan that the two have not gone through yet: `in progress` (C33).
    pub mark: Option<String>,
    /// When the two went through it last.
    pub reviewed_on: Option<DateWords>,
    /// When it was last edited, or said to be still right (R105).
    pub touched_on: Option<DateWords>,
    /// The same in words, with who did so.
    pub touched: Option<String>,
    /// The versions that were kept, newest first (R105).
    pub versions: Vec<PlanVersionView>,
}

/// A kind of learning, with examples (R102).
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindView {
    /// Which.
    pub kind: ActivityKind,
    /// Its name.
    pub name: String,
    /// What it means.
    pub about: String,
    /// Examples to start from.
    pub examples: Vec<String>,
}

/// The activities over time.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelineView {
    /// The first day of the first.
    pub from: DateWords,
    /// The last day of the last.
    pub to: DateWords,
    /// How many days from the first to the last, both counted.
    #[ts(type = "number")]
    pub days: i64,
    /// One bar for each activity, by its first day.
    pub bars: Vec<BarView>,
    /// Days to be marked: today, milestones.
    pub marks: Vec<MarkView>,
}

/// A bar of the timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BarView {
    /// The activity.
    pub activity: ActivityId,
    /// Its goal.
    pub goal: GoalId,
    /// What it is.
    pub title: String,
    /// Its kind.
    pub kind: ActivityKind,
    /// How long it takes, in words; empty where nobody said.
    pub effort: String,
    /// Its first day.
    pub start: DateWords,
    /// Its last day; the first where nobody said how long it takes.
    pub finish: DateWords,
    /// Days from the first day of the timeline to its first.
    #[ts(type = "number")]
    pub offset: i64,
    /// Its length in days, at least 1.
    #[ts(type = "number")]
    pub days: i64,
}

/// A day on the timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MarkView {
    /// What it is: `Today`, or a milestone.
    pub name: String,
    /// Which day.
    pub on: DateWords,
    /// Days from the first day of the timeline.
    #[ts(type = "number")]
    pub offset: i64,
}

/// A month of the year's lane (R138).
#[derive(Debug, Clone, Serialize, TS)]
pub struct LaneMonth {
    /// `March 2026`.
    pub name: String,
    /// Its first day, as `2026-03-01`.
    pub first: String,
    /// The milestones that lie in it.
    pub milestones: Vec<LaneMilestone>,
    /// The activities of which a day lies in it.
    pub actions: Vec<LaneAction>,
}

/// A milestone in the lane.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LaneMilestone {
    /// What it is.
    pub name: String,
    /// Which day.
    pub on: DateWords,
    /// What the two make of it, in words; empty where nobody said.
    pub rating: String,
}

/// An activity in the lane.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LaneAction {
    /// Which.
    pub activity: ActivityId,
    /// What it is.
    pub title: String,
    /// Whether its first day lies in this month.
    pub starts: bool,
    /// Whether its last day lies in this month.
    pub ends: bool,
}

/// By when there is a plan (R98).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanDue {
    /// The day.
    pub on: DateWords,
    /// `Action plan by Friday 10 April 2026`.
    pub words: String,
    /// `16 days left`.
    pub left: String,
    /// Whether it is reckoned from the connection, because no meeting was held yet (C11).
    pub provisional: bool,
}

/// A version of the plan that was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanVersionView {
    /// Its number, from 1.
    pub number: u32,
    /// When it was kept.
    pub on: Option<DateWords>,
    /// How much is different in the plan as it is now; 0 where nothing is.
    pub changes: u32,
}

/// What is said of the plan as a whole; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePlan {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What the mentee is heading for (R137).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub career_goal: Option<String>,
    /// Where the mentee is now (R137).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub situation: Option<String>,
}

/// Two versions of a plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparePlans {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Number of the earlier version; the newest kept one when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<u32>,
    /// Number of the later version; the plan as it is now when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<u32>,
}

/// What is different between two versions of a plan (R105).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanComparison {
    /// The earlier version: `Version 1, Wednesday 25 March 2026`.
    pub from: String,
    /// The later one: `Version 2, …` or `The plan now`.
    pub to: String,
    /// The differences.
    pub differences: Vec<Difference>,
}

/// What was done to the plan, newest first (R105).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanHistory {
    /// One line for each deed.
    pub deeds: Vec<PlanDeed>,
}

/// Something that was done to the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanDeed {
    /// What: `Adding the goal “…”`.
    pub what: String,
    /// When, as `Thursday 26 November 2026, 14:05`.
    pub when: String,
    /// Who, by name.
    pub author: String,
}

/// How an action plan is laid on its sheets (R118).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaperLayout {
    /// The sheet lies.
    pub landscape: bool,
    /// There is a column of four centimetres to write in by hand.
    pub handwriting: bool,
}
