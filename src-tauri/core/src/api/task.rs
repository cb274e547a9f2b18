//! Tasks: who does what by when (R22 to R24), and the duties that come back with every session (R54).

use super::relationship::DateWords;
use crate::domain::ids::{RelationshipId, TaskId};
use crate::domain::side::Side;
use crate::domain::task::{Duty, DutyOwner, Kind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A message to the other person, to be copied or opened in the owner's own mail program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerMessage {
    /// The other person, by name.
    pub name: String,
    /// Their e-mail address; empty where none is known.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// What is said of a date that leaves less time than a task gets (R22). It never blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShortTime {
    /// Days that it leaves; negative for a date that has passed.
    #[ts(type = "number")]
    pub days: i64,
    /// Days that a task gets at least.
    #[ts(type = "number")]
    pub minimum: i64,
    /// Whether the two agreed on that number; otherwise it is the usual one.
    pub agreed: bool,
    /// In words: `2 days: you agreed on at least 5. Friday 3 April 2026 leaves 9.`
    pub words: String,
    /// The first date that leaves enough.
    pub earliest: DateWords,
    /// The same day of the week in the first week that leaves enough: the date to offer.
    pub proposed: DateWords,
}

/// How much time a date leaves.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskTime {
    /// Days from today.
    #[ts(type = "number")]
    pub days: i64,
    /// Days that a task gets at least, as agreed or usual.
    #[ts(type = "number")]
    pub minimum: i64,
    /// What is said where that is too little.
    pub warning: Option<ShortTime>,
}

/// A date that could not be kept, told with the one that can (R23).
#[derive(Debug, Clone, Serialize, TS)]
pub struct DelayView {
    /// The date it had; none where it had none.
    pub was: Option<DateWords>,
    /// The date it got.
    pub due: Option<DateWords>,
    /// Why; may be empty.
    pub reason: String,
    /// When it was told, as `Wednesday 1 April 2026, 10:00`.
    pub when: String,
    /// Days from telling to the date that could not be kept; negative when it was told afterwards.
    #[serde(rename = "daysAhead")]
    #[ts(type = "number | null")]
    pub days_ahead: Option<i64>,
}

/// A task.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    /// Id.
    pub id: TaskId,
    /// Of which kind.
    pub kind: Kind,
    /// What is to be done.
    pub what: String,
    /// More about it; may be empty.
    pub note: String,
    /// Whose task it is.
    pub owner: Side,
    /// Whose, by name.
    pub owner_name: String,
    /// Whether it is the task of the owner of this computer.
    pub mine: bool,
    /// Who set it.
    pub set_by: Side,
    /// Who set it, by name.
    pub set_by_name: String,
    /// When it was set.
    pub set_on: Option<DateWords>,
    /// The session in which it was set.
    pub session: Option<String>,
    /// By when.
    pub due: Option<DateWords>,
    /// The date it had at first, where it was put off (R23).
    pub original: Option<DateWords>,
    /// How often it was put off (R24).
    pub moved: u32,
    /// `moved once; was Friday 3 April 2026`.
    pub moved_words: Option<String>,
    /// Each time, the oldest first.
    pub delays: Vec<DelayView>,
    /// Whether it is time to ask "Is this still the right task?": it is then on the agenda of the next
    /// session (R24).
    pub asks_whether_right: bool,
    /// When it was done.
    pub done_on: Option<DateWords>,
    /// What to write to the other person about the last date that could not be kept (R23).
    pub message: Option<PartnerMessage>,
}

/// A duty that comes back with every session (R54).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DutyView {
    /// Which.
    pub duty: Duty,
    /// What is to be done.
    pub words: String,
    /// Whose it is.
    pub owner: DutyOwner,
    /// Whose, by name: one of the two, or both.
    pub owner_name: String,
    /// Whether it is the duty of the owner of this computer, alone or with the other.
    pub mine: bool,
    /// Whether the two said so; otherwise it follows from the agreement, or is as usual (R15).
    pub said: bool,
}

/// The tasks of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tasks {
    /// Those to be done, the first due first.
    pub open: Vec<TaskView>,
    /// Those that are done, the newest first.
    pub done: Vec<TaskView>,
    /// What comes back with every session.
    pub duties: Vec<DutyView>,
    /// Days that a task gets at least, as agreed or usual (R22).
    #[ts(type = "number")]
    pub minimum_days: i64,
    /// The task that was just added or changed.
    pub id: Option<TaskId>,
    /// What is said where its date leaves less than that. The date is kept all the same.
    pub warning: Option<ShortTime>,
    /// What to write to the other person about what just happened.
    pub message: Option<PartnerMessage>,
}

/// A new task.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewTask {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What is to be done, in a line.
    pub what: String,
    /// Whose task it is; the mentee's where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// By when, as `2026-04-03`. A date that leaves less time than agreed is kept, with a warning.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
    /// More about it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Who sets it; the owner of this computer where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub set_by: Option<Side>,
    /// Id of the session in which it is set.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<String>,
}

/// Changes to a task. What is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTask {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which task.
    pub task: TaskId,
    /// What is to be done.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub what: Option<String>,
    /// Whose task it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// By when, as `2026-04-03`; empty takes the date away. This agrees on another date and counts as no
    /// delay: for a date that cannot be kept there is task.cant_make_it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
    /// More about it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// One task.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTask {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which task.
    pub task: TaskId,
}

/// A task that is done.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskDone {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which task.
    pub task: TaskId,
    /// On which day, as `2026-04-03`; today where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// A date that cannot be kept (R23).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CantMakeIt {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which task.
    pub task: TaskId,
    /// The date that can be kept, as `2026-04-10`.
    pub due: String,
    /// Why, where somebody wants to say it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A date to try.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryDue {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The date, as `2026-03-27`.
    pub due: String,
}

/// Whose a duty is from now on.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetDuty {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which duty.
    pub duty: Duty,
    /// Whose it is; null as it follows from the agreement, or as usual.
    pub owner: Option<Side>,
}
