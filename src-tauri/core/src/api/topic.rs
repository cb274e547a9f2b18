//! Topics to come back to, modules of the programme (R150), and requests for help (R151).

use super::relationship::DateWords;
use super::task::{PartnerMessage, ShortTime, TaskView};
use crate::domain::ids::{AttachmentId, RelationshipId, SessionId, TaskId, TopicId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of topic it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TopicKind {
    /// Something the two want to talk about.
    Topic,
    /// A module of the programme, with a date and two prompts.
    Module,
}

/// A topic or a module.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopicView {
    /// Id.
    pub id: TopicId,
    /// Which of the two.
    pub kind: TopicKind,
    /// What it is about.
    pub title: String,
    /// When the module takes place.
    pub on: Option<DateWords>,
    /// What to think about before a module.
    pub before_prompt: Option<&'static str>,
    /// What was written before it.
    pub before: String,
    /// What to ask after a module.
    pub after_prompt: Option<&'static str>,
    /// What was written after it.
    pub after: String,
    /// The session it belongs to.
    pub session: Option<SessionId>,
    /// When it was done with.
    pub done_on: Option<DateWords>,
}

/// The topics and modules of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Topics {
    /// Those to come, in their order.
    pub open: Vec<TopicView>,
    /// Those done with.
    pub done: Vec<TopicView>,
    /// The one that was just added.
    pub id: Option<TopicId>,
}

/// A new topic or module.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTopic {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is about, in a line.
    pub title: String,
    /// `topic` or `module`; a topic when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<TopicKind>,
    /// When the module takes place, as `2026-05-20`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The session it belongs to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
}

/// Changes to a topic. What is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTopic {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which topic.
    pub topic: TopicId,
    /// What it is about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// When the module takes place, as `2026-05-20`; empty takes the date away.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// What was written before a module.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<String>,
    /// What was written after it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub after: Option<String>,
    /// The session it belongs to; empty takes it out of the session.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<String>,
    /// Whether the two are done with it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub done: Option<bool>,
}

/// A topic.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTopic {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which topic.
    pub topic: TopicId,
}

/// Another place for a topic.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTopic {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which topic.
    pub topic: TopicId,
    /// Its place among those to come, from 1.
    pub position: u32,
}

/// A file that was added to a request for help.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HelpFile {
    /// Its id, for attachment.open.
    pub attachment: AttachmentId,
    /// Its name.
    pub name: String,
    /// Whether it is ticked to be shared with the other person.
    pub shared: bool,
}

/// A request for help.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HelpView {
    /// The request as a task: what, by when, whose, done or not.
    pub task: TaskView,
    /// What it is about: the name of a file or a link; may be empty.
    pub attachment: String,
    /// The files that were added to it, the oldest first.
    pub files: Vec<HelpFile>,
    /// What was answered; may be empty.
    pub answer: String,
    /// When, as `Wednesday 6 May 2026, 10:00`.
    pub answered: Option<String>,
}

/// The requests for help of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HelpRequests {
    /// Those that wait for an answer, the first needed first.
    pub open: Vec<HelpView>,
    /// Those that were answered, the newest first.
    pub answered: Vec<HelpView>,
    /// The one that was just made or answered.
    pub id: Option<TaskId>,
    /// What is said where it is needed sooner than the two agreed for tasks (R22).
    pub warning: Option<ShortTime>,
    /// What to write to the other person about it.
    pub message: Option<PartnerMessage>,
}

/// A new request for help.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskHelp {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What is asked for, in a line: "Look over my application".
    pub what: String,
    /// What it is about: the name of the file that is sent along, or a link.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub attachment: Option<String>,
    /// By when it is needed, as `2026-05-20`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub needed_by: Option<String>,
    /// More about it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Who asks; the mentee when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// The session in which it is asked.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
}

/// An answer to a request for help. The task is then done.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerHelp {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which request: the id of its task.
    pub task: TaskId,
    /// What is answered.
    pub text: String,
}
