//! The journal of moments (R106), what somebody wants to change (R99), and where the mentee stands (R86).

use super::agreement::Horizon;
use super::relationship::DateWords;
use crate::domain::ids::{AssessmentLineId, BehaviourId, GoalId, MomentId, RelationshipId};
use crate::domain::plan::{AssessmentList, AssessmentStage};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that the owner wants to change (R99). It never leaves this computer (B8).
#[derive(Debug, Clone, Serialize, TS)]
pub struct BehaviourView {
    /// Id.
    pub id: BehaviourId,
    /// What it is.
    pub text: String,
    /// The goal that was made of it, where one was and is still there.
    pub goal: Option<GoalId>,
    /// The title of that goal.
    pub title: Option<String>,
}

/// What the owner wants to change, in their order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Behaviours {
    /// All of it.
    pub behaviours: Vec<BehaviourView>,
    /// The one that was just added.
    pub id: Option<BehaviourId>,
    /// The goal that was just made.
    pub goal: Option<GoalId>,
}

/// Something new that the owner wants to change.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewBehaviour {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is.
    pub text: String,
}

/// Other words for something that the owner wants to change.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeBehaviour {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which one.
    pub behaviour: BehaviourId,
    /// What it is.
    pub text: String,
}

/// One thing that the owner wants to change.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichBehaviour {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which one.
    pub behaviour: BehaviourId,
}

/// Something that the owner wants to change, on its way to a goal that both see.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PromoteBehaviour {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which one.
    pub behaviour: BehaviourId,
    /// What the goal is called, for both to see; the private words when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// How the two will know.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub measure: Option<String>,
    /// Short-term or long-term; short-term when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub horizon: Option<Horizon>,
}

/// A moment worth keeping (R106).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MomentView {
    /// Id.
    pub id: MomentId,
    /// Its day.
    pub on: DateWords,
    /// What it was.
    pub text: String,
    /// Whether both see it; else it never leaves this computer (B8).
    pub shared: bool,
    /// Whose moment it is, by name.
    pub author: String,
}

/// The journal, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Journal {
    /// The moments.
    pub moments: Vec<MomentView>,
    /// How many there are, in words: `9 moments, 2 of them private`.
    pub words: String,
    /// The one that was just added or shared.
    pub id: Option<MomentId>,
}

/// A new moment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMoment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it was.
    pub text: String,
    /// Its day, as `2026-11-26`, up to today; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Whether both see it; private when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub share: Option<bool>,
    /// Whose moment a shared one is; that of whoever uses this installation when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// Changes to a moment; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeMoment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which moment.
    pub moment: MomentId,
    /// What it was.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// Its day, as `2026-11-26`, up to today.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// One moment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMoment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which moment.
    pub moment: MomentId,
}

/// Where the mentee stands, at each moment at which they looked (R86).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SelfAssessment {
    /// At the start, at the mid-point, at the end.
    pub stages: Vec<AssessmentStageView>,
    /// Then and now: each list at the start beside the newest other look; none before there is one.
    pub compared: Option<AssessmentCompared>,
    /// The line that was just added.
    pub id: Option<AssessmentLineId>,
}

/// The three lists of one moment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentStageView {
    /// Which moment.
    pub stage: AssessmentStage,
    /// Which moment, in words.
    pub words: String,
    /// The three lists.
    pub lists: Vec<AssessmentListView>,
}

/// One list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentListView {
    /// Which.
    pub list: AssessmentList,
    /// Its name.
    pub name: String,
    /// Its lines in order.
    pub lines: Vec<AssessmentLineView>,
}

/// A line of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentLineView {
    /// Id.
    pub id: AssessmentLineId,
    /// What it says.
    pub text: String,
}

/// Then and now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentCompared {
    /// The later moment.
    pub with: AssessmentStage,
    /// One row for each list.
    pub lists: Vec<AssessmentChange>,
}

/// What became of one list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentChange {
    /// Which.
    pub list: AssessmentList,
    /// Named both times.
    pub kept: Vec<String>,
    /// Named now and not at the start.
    pub new: Vec<String>,
    /// Named at the start and not now.
    pub gone: Vec<String>,
}

/// A new line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAssessmentLine {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Strengths, weaknesses or style.
    pub list: AssessmentList,
    /// What it says.
    pub text: String,
    /// At the start when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub stage: Option<AssessmentStage>,
}

/// Other words for a line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeAssessmentLine {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which line.
    pub line: AssessmentLineId,
    /// What it says.
    pub text: String,
}

/// One line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAssessmentLine {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which line.
    pub line: AssessmentLineId,
}
