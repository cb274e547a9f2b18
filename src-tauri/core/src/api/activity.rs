//! Activities and resources of the action plan, and how a goal stands.

use super::agreement::{GoalRatings, Horizon};
use super::relationship::DateWords;
use crate::domain::activity::{ActivityKind, ActivityOwner, ActivityState, Effort};
use crate::domain::ids::{ActivityId, GoalId, RelationshipId, ResourceId};
use crate::domain::plan::{GoalState, ResourceKind};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An activity (R102, R104).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityView {
    /// Id.
    pub id: ActivityId,
    /// The goal it belongs to.
    pub goal: GoalId,
    /// What it is.
    pub title: String,
    /// One of the three kinds of learning.
    pub kind: ActivityKind,
    /// The kind in words: `By doing`.
    pub kind_words: String,
    /// How long it takes.
    pub effort: Option<Effort>,
    /// How long it takes, in words: `3 hours`; empty where nobody said.
    pub effort_words: String,
    /// Its first day.
    pub start: Option<DateWords>,
    /// Its last day: computed from start and effort, or moved by hand where the effort is in hours.
    pub finish: Option<DateWords>,
    /// Whether the last day was moved by hand.
    pub finish_moved: bool,
    /// Who does it.
    pub owner: ActivityOwner,
    /// Who does it, by name; both names for both.
    pub owner_name: String,
    /// How far it is.
    pub state: ActivityState,
    /// How far it is, in words.
    pub state_words: String,
    /// Since when it is so far; none before it was begun.
    pub since: Option<DateWords>,
    /// What the owner learned by it (R106); may be empty.
    pub learned: String,
}

/// Something that helps with a goal (R100).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResourceView {
    /// Id.
    pub id: ResourceId,
    /// The goal it belongs to.
    pub goal: GoalId,
    /// A link, a book, a person or an opportunity.
    pub kind: ResourceKind,
    /// The kind in words.
    pub kind_words: String,
    /// What it is.
    pub title: String,
    /// Where it is found, like a web address or an e-mail address; may be empty.
    pub place: String,
    /// A remark; may be empty.
    pub note: String,
    /// Whose idea it is.
    pub side: Side,
    /// Whose idea it is, by name.
    pub author: String,
}

/// Which of the three kinds of learning there are (R103).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoverageView {
    /// Whether there is one by doing.
    pub doing: bool,
    /// Whether there is one from others.
    pub others: bool,
    /// Whether there is one as a stretch.
    pub stretch: bool,
    /// How many of the three.
    pub count: u32,
    /// `2 of 3 kinds`.
    pub words: String,
    /// Something to think about where a kind is missing: it never blocks.
    pub hint: Option<String>,
}

/// A goal of the plan with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanGoal {
    /// Id.
    pub id: GoalId,
    /// What it is.
    pub title: String,
    /// How the two will know; may be empty.
    pub measure: String,
    /// Short-term work goal or long-term career goal.
    pub horizon: Horizon,
    /// 1 to 3 for the top three (R88).
    pub rank: Option<u32>,
    /// How it stands.
    pub state: GoalState,
    /// How it stands, in words.
    pub state_words: String,
    /// Since when it stands so; none for an open goal.
    pub since: Option<DateWords>,
    /// Where each of the two stands towards it now, from 1 to 5.
    pub now: GoalRatings,
    /// Where each stood when the first agreement was signed: the baseline (R27); none before.
    pub then: Option<GoalRatings>,
    /// When that was.
    pub then_on: Option<DateWords>,
    /// Its activities in order.
    pub activities: Vec<ActivityView>,
    /// What helps with it, in order.
    pub resources: Vec<ResourceView>,
    /// Which kinds of learning it has.
    pub coverage: CoverageView,
}

/// How a goal stands, as said.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StandGoal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which goal.
    pub goal: GoalId,
    /// How it stands.
    pub state: GoalState,
    /// Since which day, as `2026-11-26`; today when left out. An open goal has no day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// A new activity.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewActivity {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The goal it belongs to.
    pub goal: GoalId,
    /// What it is.
    pub title: String,
    /// One of the three kinds of learning: by doing, from others, as a stretch.
    pub kind: ActivityKind,
    /// How long it takes, as {"count": 3, "unit": "hours"}; can be said later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub effort: Option<Effort>,
    /// Its first day, as `2026-11-26`; can be said later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub start: Option<String>,
    /// Its last day, as `2026-11-26`, where the effort is in hours; with days and weeks it follows from them.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub finish: Option<String>,
    /// Who does it; the mentee when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<ActivityOwner>,
    /// How far it is; not started when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<ActivityState>,
}

/// Changes to an activity; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeActivity {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which activity.
    pub activity: ActivityId,
    /// The goal it belongs to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub goal: Option<GoalId>,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// One of the three kinds of learning.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<ActivityKind>,
    /// How long it takes; a count of 0 for not known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub effort: Option<Effort>,
    /// Its first day, as `2026-11-26`; empty for not known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub start: Option<String>,
    /// Its last day, as `2026-11-26`, where the effort is in hours; empty for the first day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub finish: Option<String>,
    /// Who does it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<ActivityOwner>,
    /// How far it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<ActivityState>,
    /// Since which day it is so far, as `2026-11-26`, up to today; today when left out and the state changes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub since: Option<String>,
    /// What the owner learned by it (R106).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub learned: Option<String>,
}

/// One activity.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichActivity {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which activity.
    pub activity: ActivityId,
}

/// An activity on its way to another place among those of its goal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveActivity {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which activity.
    pub activity: ActivityId,
    /// Its new place among the activities of its goal, from 1.
    pub position: u32,
}

/// Something new that helps with a goal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewResource {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The goal it belongs to.
    pub goal: GoalId,
    /// A link, a book, a person or an opportunity.
    pub kind: ResourceKind,
    /// What it is.
    pub title: String,
    /// Where it is found, like a web address.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// A remark.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Whose idea it is: the mentor's or the mentee's; that of whoever uses this installation when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// Changes to a resource; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeResource {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which resource.
    pub resource: ResourceId,
    /// The goal it belongs to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub goal: Option<GoalId>,
    /// A link, a book, a person or an opportunity.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<ResourceKind>,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// Where it is found; empty for nowhere.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// A remark; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Whose idea it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// One resource.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichResource {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which resource.
    pub resource: ResourceId,
}
