//! One session before, during and after (R17): what its page shows, and what is asked of it.

use super::feedback::{FeedbackPointView, FeedbackView};
use super::relationship::DateWords;
use super::suggestion::Talker;
use super::task::{PartnerMessage, ShortTime, TaskView};
use super::topic::TopicView;
use crate::domain::activity::ActivityState;
use crate::domain::ids::{ActivityId, GoalId, RelationshipId, SessionId, TaskId};
use crate::domain::meeting::{AgendaMissing, Outcome};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step of a checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChecklistStep {
    /// Stable name.
    pub step: &'static str,
    /// What is to be done.
    pub words: String,
    /// Whether it is.
    pub done: bool,
}

/// One of the three checklists of a session (R17): `before`, `ready` and `after`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Checklist {
    /// `before`: it is arranged. `ready`: it is prepared. `after`: it is followed up.
    pub list: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its steps.
    pub steps: Vec<ChecklistStep>,
    /// How many of them are done.
    pub done: u32,
}

/// What somebody wants from a session, at one time.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WishVersion {
    /// The words.
    pub text: String,
    /// When they were said, as `Monday 4 May 2026, 18:05`.
    pub when: String,
    /// For how many minutes it was thought about; only of the second version.
    pub minutes: Option<u32>,
}

/// What the mentee wants from a session (R34), and what they want after thinking again (R35).
#[derive(Debug, Clone, Serialize, TS)]
pub struct Wish {
    /// Who says it: the mentee, by name.
    pub name: String,
    /// What was said first.
    pub first: Option<WishVersion>,
    /// What was said after five or ten minutes of thinking, just before the session.
    pub second: Option<WishVersion>,
}

/// A point of the agenda.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaPointView {
    /// Id.
    pub id: String,
    /// What it is.
    pub text: String,
    /// Who put it there.
    pub side: Side,
    /// Who, by name.
    pub name: String,
    /// The topic it was made from.
    pub topic: Option<String>,
    /// The session for which it was written, where it was carried over from there.
    pub carried_from: Option<SessionId>,
    /// The day of that session; none where it is not there any more.
    pub carried_date: Option<DateWords>,
    /// The task about which it asks "Is this still the right task?" (R24).
    pub task: Option<TaskId>,
    /// What happened to it in this session.
    pub outcome: Option<Outcome>,
    /// Words about what happened; may be empty.
    pub note: String,
}

/// When the agenda is prepared, sent and called for (R145).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaDatesView {
    /// Whether the two send points ahead at all (R33).
    pub wanted: bool,
    /// To begin with it.
    pub prepare: DateWords,
    /// To send it.
    pub send: DateWords,
    /// The last call.
    pub last_call: DateWords,
}

/// One of the three things that can be done when no agenda has come (R33).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingChoice {
    /// Which.
    pub choice: AgendaMissing,
    /// In words.
    pub words: String,
    /// Whether it is what the two agreed on.
    pub agreed: bool,
}

/// That no agenda has come by the day of the last call (R33).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingAgenda {
    /// That in words.
    pub words: String,
    /// What can be done.
    pub choices: Vec<MissingChoice>,
    /// What was chosen.
    pub chosen: Option<AgendaMissing>,
    /// A message that reminds the mentee.
    pub message: PartnerMessage,
}

/// A line of the shared notes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteView {
    /// Id.
    pub id: String,
    /// Who wrote it.
    pub side: Side,
    /// Who, by name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Whether it says that something is outside mentoring (R41).
    pub outside: bool,
    /// Its task, where it is an action (R148).
    pub action: Option<TaskView>,
}

/// A goal beside the notes (R149).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionGoal {
    /// Which goal.
    pub id: GoalId,
    /// What it is.
    pub title: String,
    /// Its rank.
    pub rank: u32,
}

/// An activity that is planned or under way, beside the notes (R149).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionActivity {
    /// Which activity.
    pub id: ActivityId,
    /// What it is.
    pub title: String,
    /// The goal it belongs to.
    pub goal: GoalId,
    /// What that goal is.
    pub goal_title: String,
    /// How far it is: `not_started` or `under_way`.
    pub state: ActivityState,
    /// How far it is, in words.
    pub state_words: String,
    /// Its last day, where it is known.
    pub finish: Option<DateWords>,
    /// Who does it, by name; both names for both.
    pub owner_name: String,
}

/// The time at the end that is kept for feedback (R147).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackTime {
    /// How many minutes: five to ten.
    pub minutes: u32,
    /// When it begins, on the owner's clock, as `15:20`.
    pub at: String,
    /// The instant, as `2026-05-06T14:20:00Z`.
    pub utc: String,
}

/// The summary of a session (R55).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SummaryState {
    /// Whose duty it is, by name.
    pub owner_name: String,
    /// When it was sent, as `Thursday 7 May 2026, 10:00`; none as long as it is not.
    pub sent: Option<String>,
}

/// The session that comes next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionAfter {
    /// Which.
    pub session: SessionId,
    /// Its day on the owner's clock.
    pub date: DateWords,
    /// Its time there, as `14:00`.
    pub time: String,
}

/// One session before, during and after.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionPage {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// What it is called: `Session 3`, or `Mid-point`.
    pub title: String,
    /// Its day on the owner's clock.
    pub date: DateWords,
    /// Its time there, as `14:00`.
    pub time: String,
    /// Its length, in minutes.
    pub minutes: u32,
    /// What it is about; may be empty.
    pub about: String,
    /// Whether it is behind the two.
    pub over: bool,
    /// The two people.
    pub people: Vec<Talker>,
    /// `before`, `ready` and `after` (R17).
    pub checklists: Vec<Checklist>,
    /// What the mentee wants from it, at the top of everything (R34 to R36).
    pub wish: Wish,
    /// The agenda, what was carried over first.
    pub agenda: Vec<AgendaPointView>,
    /// Actions of earlier sessions that are still to be done.
    pub actions: Vec<TaskView>,
    /// When the agenda is due.
    pub agenda_dates: Option<AgendaDatesView>,
    /// When the agenda was sent, as `Monday 4 May 2026, 18:05`.
    pub agenda_sent: Option<String>,
    /// Said from the day of the last call on, where nothing was sent.
    pub agenda_missing: Option<MissingAgenda>,
    /// The three points that are offered where nobody has written an agenda by the day of the last call (R157).
    pub offers_agenda: Option<Vec<String>>,
    /// Modules and topics that belong to this session (R150).
    pub themes: Vec<TopicView>,
    /// Who takes notes, where the two have said (R156).
    pub note_taker: Option<Side>,
    /// The shared notes, line by line.
    pub notes: Vec<NoteView>,
    /// What the owner noted for themselves: it never leaves this computer.
    pub private_note: String,
    /// Whether it is over since a day and nobody has written notes (R156).
    pub notes_missing: bool,
    /// The goals that come first (R149).
    pub goals: Vec<SessionGoal>,
    /// The activities of the plan that are planned or under way, in its order (R149).
    pub activities: Vec<SessionActivity>,
    /// Other tasks that are still to be done.
    pub tasks: Vec<TaskView>,
    /// Where to turn with what is outside mentoring, as the agreement says (R41).
    pub specialists: Vec<String>,
    /// When the time for feedback begins.
    pub feedback_time: FeedbackTime,
    /// The four answers of each of the two (R49).
    pub feedback: FeedbackView,
    /// Feedback and recommendations in a line each (R75).
    pub feedback_points: Vec<FeedbackPointView>,
    /// What became of the summary.
    pub summary: SummaryState,
    /// The session that comes next.
    pub next: Option<SessionAfter>,
    /// Id of what was just made.
    pub id: Option<String>,
    /// What is said of the date of an action that was just made (R22).
    pub warning: Option<ShortTime>,
    /// What to write to the other person about what was just done.
    pub message: Option<PartnerMessage>,
}

/// The session whose time for feedback begins next (R147).
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextBell {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// The other person, by name.
    pub name: String,
    /// When the time for feedback begins, on the owner's clock, as `15:20`.
    pub at: String,
    /// The same instant, as `2026-05-06T14:20:00Z`.
    pub utc: String,
}

/// When the bell rings next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Bell {
    /// None where no session of the coming day has one.
    pub next: Option<NextBell>,
}

/// What the mentee wants from a session.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWish {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// What the mentee wants from it, in a line. Empty takes it away.
    pub text: String,
}

/// What the mentee wants after thinking again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RethinkWish {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// What the mentee wants now, in a line; it stands beside what they said first. Empty takes it away.
    pub text: String,
    /// For how many minutes they thought about it: 5 or 10; 5 when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
}

/// A new point of an agenda.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgendaPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// What it is, in a line. It may be left out where a topic is named.
    #[serde(default)]
    pub text: String,
    /// Who puts it there; the owner of this computer when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Id of the topic it is made from.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
}

/// Other words for a point of an agenda.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeAgendaPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The session on whose agenda it stands.
    pub session: SessionId,
    /// Which point.
    pub point: String,
    /// What it is.
    pub text: String,
}

/// A point of an agenda.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAgendaPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The session on whose agenda it stands.
    pub session: SessionId,
    /// Which point.
    pub point: String,
}

/// Another place for a point of an agenda.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveAgendaPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The session for which it was written.
    pub session: SessionId,
    /// Which point.
    pub point: String,
    /// Its place among the points written for this session, from 1.
    pub position: u32,
}

/// What happened to a point in a session.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetOutcome {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In which session.
    pub session: SessionId,
    /// Which point.
    pub point: String,
    /// What happened; null takes it back. What is not reached goes on to the next session.
    pub outcome: Option<Outcome>,
    /// Words about it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// An agenda that is sent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendAgenda {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// What the mentee wants from it, where that is not said yet: no agenda goes without it (R34).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub wish: Option<String>,
    /// Points that are put on it first, behind those that stand there.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub points: Option<Vec<String>>,
    /// On which day it was sent, as `2026-05-04`; now when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// What is done as no agenda has come.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseMissing {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// For which session.
    pub session: SessionId,
    /// What is done; null takes it back.
    pub choice: Option<AgendaMissing>,
}

/// Who takes notes in a session.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetNoteTaker {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In which session.
    pub session: SessionId,
    /// Who; null where it is open.
    pub side: Option<Side>,
}

/// How much time at the end of a session is kept for feedback.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetFeedbackTime {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In which session.
    pub session: SessionId,
    /// How many minutes: 5 to 10.
    pub minutes: u32,
}

/// New lines of the shared notes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// What is noted. Each line of the text becomes a line of the notes.
    pub text: String,
    /// Who notes it; the owner of this computer when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Makes the line an action: whose it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// Makes the line an action: by when, as `2026-05-15`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
}

/// Other words for a line of the shared notes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeNote {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// Which line.
    pub note: String,
    /// What it says. The action that was made of it says the same.
    pub text: String,
}

/// A line of the shared notes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichNote {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// Which line.
    pub note: String,
}

/// A line of the shared notes that is an action: it becomes a task.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkAction {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// Which line.
    pub note: String,
    /// Whose action it is; the mentee's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// By when, as `2026-05-15`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
}

/// What the owner notes for themselves.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WritePrivateNote {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In which session.
    pub session: SessionId,
    /// The words; empty takes them away. They never leave this computer.
    pub text: String,
}

/// A session, and a day on which something was done for it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SummarySent {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Of which session.
    pub session: SessionId,
    /// On which day it was sent, as `2026-05-07`; now when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// The summary of a session as a message: the same as the paper `session_summary` says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Summary {
    /// The message: actions first. Nothing private is in it.
    pub message: PartnerMessage,
    /// The actions of the session.
    pub actions: Vec<TaskView>,
    /// When it was sent; none as long as it is not.
    pub sent: Option<String>,
}
