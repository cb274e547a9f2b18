//! Feedback in a session: four answers that each writes unseen (R49), feedback with a tag (R75), and
//! counter-proposals (R76).

use super::expectation::WritingStage;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::meeting::{CounterKind, FeedbackState, FeedbackTag};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four answers of one person.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackAnswers {
    /// What they take away.
    pub take_away: String,
    /// What the mentor should keep doing.
    pub keep: String,
    /// What the mentor should do less of.
    pub less: String,
    /// What the mentee could do differently.
    pub differently: String,
}

/// How far one of the two is, and what they answered once the owner may see it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackOf {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// How far they are with writing.
    pub stage: WritingStage,
    /// When they sent it, as `Wednesday 6 May 2026, 15:28`.
    pub sent: Option<String>,
    /// What they answered: shown when both have sent theirs.
    pub answers: Option<FeedbackAnswers>,
}

/// One of the four questions.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackQuestion {
    /// The field of the answer: `takeAway`, `keep`, `less` or `differently`.
    pub field: &'static str,
    /// The question, with the names of the two.
    pub words: String,
}

/// The four questions at the end of a session, and how far the two are with them (R48, R49).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackView {
    /// Whether the two ask them after this session, by the rhythm they agreed on (R48).
    pub due: bool,
    /// The four questions.
    pub questions: Vec<FeedbackQuestion>,
    /// The mentee and the mentor.
    pub people: Vec<FeedbackOf>,
}

/// What one of the two answers, as they write it. What is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteFeedback {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// To which session.
    pub session: SessionId,
    /// Who answers; the owner of this computer when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// What they take away from the session.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub take_away: Option<String>,
    /// What the mentor should keep doing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub keep: Option<String>,
    /// What the mentor should do less of.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub less: Option<String>,
    /// What the mentee could do differently.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub differently: Option<String>,
}

/// One of the two, in one session.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoseFeedback {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// Who; the owner of this computer when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// What was answered instead of taking something up (R76).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CounterView {
    /// Id.
    pub id: String,
    /// Who said it.
    pub side: Side,
    /// By name.
    pub name: String,
    /// Which of the two beginnings.
    pub kind: CounterKind,
    /// How it begins: `I see it differently`.
    pub begins: String,
    /// What was said.
    pub text: String,
    /// When, as `Wednesday 6 May 2026, 15:28`.
    pub when: String,
}

/// Feedback or a recommendation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackPointView {
    /// Id.
    pub id: String,
    /// The session in which it was said; none outside of one.
    pub session: Option<SessionId>,
    /// Who said it.
    pub side: Side,
    /// By name.
    pub name: String,
    /// What was said.
    pub text: String,
    /// What it is for.
    pub tag: Option<FeedbackTag>,
    /// Where it stands between the two.
    pub state: FeedbackState,
    /// What the other one answered, the oldest first.
    pub counters: Vec<CounterView>,
    /// When, as `Wednesday 6 May 2026, 15:28`.
    pub when: String,
}

/// All feedback and recommendations of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackPoints {
    /// The newest first.
    pub points: Vec<FeedbackPointView>,
    /// What was answered to tasks, by the id of the task.
    #[serde(rename = "ofTasks")]
    pub of_tasks: Vec<TaskCounters>,
    /// The one that was just added.
    pub id: Option<String>,
}

/// What was answered to a task.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskCounters {
    /// Which task.
    pub task: String,
    /// What it is.
    pub what: String,
    /// The answers, the oldest first.
    pub counters: Vec<CounterView>,
}

/// New feedback, or a recommendation.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFeedbackPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The session in which it is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// What is said, in a line.
    pub text: String,
    /// What it is for: `skill`, `method` or `awareness`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub tag: Option<FeedbackTag>,
    /// Who says it; the owner of this computer when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// Changes to feedback. What is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeFeedbackPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which feedback.
    pub feedback: String,
    /// What is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// What it is for.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub tag: Option<FeedbackTag>,
    /// Where it stands between the two: `open`, `taken` or `agree_to_disagree` (R77).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<FeedbackState>,
}

/// Feedback or a recommendation.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichFeedbackPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which feedback.
    pub feedback: String,
}

/// An answer to feedback, a recommendation or a task, instead of taking it up. It is kept without judgement.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCounter {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it answers: the id of the feedback, or of the task.
    pub about: String,
    /// `differently`: "I see it differently". `rather`: "I'd rather have …".
    pub kind: CounterKind,
    /// What is said. For `rather` the other kind of support; for `differently` it may be left out.
    #[serde(default)]
    pub text: String,
    /// Who says it; when left out, the one who did not give the feedback or set the task.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}
