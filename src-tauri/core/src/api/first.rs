//! The first meeting (R80 to R88, R133 to R135, R139), the supervisor (R93, R94) and the way through the five
//! stages (R79).

use super::relationship::DateWords;
use crate::domain::acquaintance::StepState;
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of getting acquainted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAcquaintance {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose line; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// What it is about: `common`, `years`, `employers`, `skills`, `unique`, `hobbies`, `style`,
    /// `benefits`, `direction`, `aspirations`, or `wish` for what they want from the first meeting.
    pub kind: String,
    /// The line.
    pub text: String,
}

/// A line that is taken away again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveAcquaintance {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Id of the line.
    pub line: String,
}

/// A way in which the mentor can help.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WantHelp {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// `technical_skills`, `multitasking`, `organisation`, `ideas`, `career_path`, `network` or `confidence`; any
    /// other text is a way of their own (R87).
    pub way: String,
    /// Whether it is wanted; yes when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub wanted: Option<bool>,
    /// The goal it serves.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub goal: Option<GoalId>,
}

/// What becomes of a block of the first meeting or of a line of its checklist. Nothing is a lock.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkStep {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// A block: `acquainted`, `goals`, `help`, `top_three`, `agreement`; a line of the checklist: `profile` or
    /// `plan`; or a stage of the journey: `first_meeting`, `first_30_days`, `check_90`, `mid_point`, `celebrate`.
    pub step: String,
    /// How it stands: `done`, `skipped`, or `not_started` to take it back. `under_way` is never said by hand.
    pub state: StepState,
    /// Minutes that it took, for a block.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
}

/// A block of the first meeting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FirstBlock {
    /// Which.
    pub block: String,
    /// What it is called.
    pub label: String,
    /// Minutes reserved for it.
    pub planned: u32,
    /// Minutes it took, where that was noted.
    pub used: Option<u32>,
    /// How it stands.
    pub state: StepState,
    /// `Done: 20 of 60 min used for this block`.
    pub words: String,
}

/// A line of getting acquainted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AcquaintanceLine {
    /// Its id.
    pub line: String,
    /// Whose.
    pub side: Side,
    /// What it is about.
    pub kind: String,
    /// That in words.
    pub label: String,
    /// The line.
    pub text: String,
    /// Lines of the other that say the same (R81).
    pub overlaps: Vec<String>,
}

/// A way in which the mentor can help.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HelpWay {
    /// Its key.
    pub way: String,
    /// What it is called.
    pub label: String,
    /// Whether it is wanted.
    pub wanted: bool,
    /// The goal it serves.
    pub goal: Option<GoalId>,
}

/// A line of the checklist before the first meeting (R133, R134).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FirstCheck {
    /// Its key, for first.mark.
    pub step: String,
    /// What it is called.
    pub label: String,
    /// Whether it is done.
    pub done: bool,
}

/// The first meeting.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FirstView {
    /// `2 of 3`.
    pub checklist: String,
    /// Its lines.
    pub checks: Vec<FirstCheck>,
    /// Whether the plan is still in progress: nobody has gone through it yet (C33).
    pub plan_in_progress: bool,
    /// Minutes of the meeting.
    pub minutes: u32,
    /// The blocks.
    pub blocks: Vec<FirstBlock>,
    /// The lines, the mentee's first.
    pub lines: Vec<AcquaintanceLine>,
    /// What both have in common, as each said it.
    pub in_common: Vec<[String; 2]>,
    /// The ways to help.
    pub help: Vec<HelpWay>,
    /// The goals with a rank, in their order (R88).
    pub top_three: Vec<String>,
    /// What is said where fewer than three have a rank.
    pub note: Option<String>,
}

/// The session after the first meeting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposeSecond {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day, as `2026-03-27`; by the agreed pattern after the first meeting when left out, else in four weeks.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The time, as `14:00`; that of the first meeting when left out, else 14:00.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
}

/// A stage of the journey (R79).
#[derive(Debug, Clone, Serialize, TS)]
pub struct JourneyStage {
    /// Its key.
    pub stage: String,
    /// What it is called.
    pub label: String,
    /// How it stands.
    pub state: StepState,
    /// That in words.
    pub words: String,
    /// Whether the two are in it now.
    pub current: bool,
    /// When it is due.
    pub due: Option<DateWords>,
    /// The address of the page where it goes on.
    pub route: String,
}

/// The way through the five stages.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Journey {
    /// The stages, in order.
    pub stages: Vec<JourneyStage>,
    /// The day from which 30 and 90 days count: the first meeting held, until then the connection date (C11).
    pub start: Option<DateWords>,
    /// Whether that day is provisional: nobody has met yet.
    pub provisional: bool,
    /// When the window of the mid-point opens: at 40 percent of the term (C20).
    pub window_opens: Option<DateWords>,
    /// The mid-point, half of the days.
    pub mid_point: Option<DateWords>,
}

/// Changes to whom the mentee tells of taking part; what is left out stays (R93).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeSupervisor {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Their name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// Their e-mail address.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
    /// Whether a brief may be made at all; no brief is made before (C24).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub agreed: Option<bool>,
    /// The day on which the supervisor is told, as `2026-03-20`; an empty text takes it away (N25).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub brief_on: Option<String>,
    /// Whether the supervisor has been told.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub done: Option<bool>,
    /// The programme's events of which the supervisor may know, by their ids (R94).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub events: Option<Vec<String>>,
}

/// An event of the programme, as the supervisor may see it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupervisorEvent {
    /// Its id.
    pub event: String,
    /// What it is.
    pub name: String,
    /// When.
    pub date: Option<DateWords>,
    /// Whether the supervisor may know of it.
    pub shared: bool,
}

/// Whom the mentee tells of taking part.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisorView {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Whether a brief may be made.
    pub agreed: bool,
    /// When they are told.
    pub brief_on: Option<DateWords>,
    /// When they were told.
    pub done_on: Option<DateWords>,
    /// The programme's events.
    pub events: Vec<SupervisorEvent>,
    /// What the brief would say, by what the two cleared for a supervisor (R96).
    pub cleared: Vec<String>,
}
