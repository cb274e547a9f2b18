//! The end of a relationship: the closing conversation, closing and reopening, ending without fault, and what
//! stays afterwards (R97, R122 to R127).

use super::relationship::{DateWords, NewPerson};
use crate::domain::closing::{AnswerKind, Group, Standing, Step, Unit};
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An answer of the closing conversation (R123, R124, R127).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerClosing {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the question, as closing.get lists it: `goals`, `appreciation`, `growth`, `gratitude`,
    /// `organisation`, `elsewhere`, or one of the evaluation.
    pub question: String,
    /// Whose answer it is; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// The answer: words, or for a scale a number from 1 to 5. An empty text takes it away.
    #[ts(type = "string | number")]
    pub answer: serde_json::Value,
}

/// What somebody will do to help mentoring along (R126).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HelpCulture {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// All that is ticked: `recommend`, `mentor` (take part again, as mentor), `mentee`, `advocate`. What is left
    /// out of the list is not ticked.
    pub ways: Vec<String>,
    /// Ideas of their own, one a line of the list; what is there stays when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub own: Option<Vec<String>>,
}

/// How the two stay in touch afterwards (R125). It can still be changed after the end.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanStayInTouch {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The ideas, one a line: "Coffee each February". What is there stays when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ideas: Option<Vec<String>>,
    /// How often; what is there stays when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub every: Option<TouchInterval>,
    /// The first day, as `2027-02-01`; the interval is counted from it. An empty text counts from the end instead.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub first: Option<String>,
    /// Whether Fairlead reminds of it; yes when an interval is set and this is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub remind: Option<bool>,
}

/// An interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TouchInterval {
    /// How many: 1 to 120.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// Closing a relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseRelationship {
    /// Which.
    pub relationship: RelationshipId,
    /// The day, as `2026-12-16`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// Reopening a relationship that was closed or ended (R127).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenRelationship {
    /// Which.
    pub relationship: RelationshipId,
    /// Why; it stays in the history. Reopening needs a reason.
    #[serde(default)]
    pub reason: String,
}

/// A new end of the term.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveEnd {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The new end, as `2027-03-18`.
    pub ends_on: String,
    /// Why, in one line, where the two want to keep it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// What one of the two answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingAnswer {
    /// Whose answer.
    pub side: Side,
    /// Their name.
    pub name: String,
    /// The answer; empty where there is none yet. A number from 1 to 5 for a scale.
    pub text: String,
}

/// A question of the closing conversation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingQuestion {
    /// Its key.
    pub question: String,
    /// What it belongs to.
    pub group: Group,
    /// What it takes.
    pub kind: AnswerKind,
    /// What it is called.
    pub label: String,
    /// What to think about, for the mentee and for the mentor.
    pub prompt: String,
    /// Both answers, the mentee's first.
    pub answers: Vec<ClosingAnswer>,
}

/// A way to help mentoring along (R126).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CultureWay {
    /// Its key.
    pub way: String,
    /// What it is called.
    pub label: String,
    /// Who ticked it.
    pub ticked: Vec<Side>,
}

/// What somebody thought of besides.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CultureIdeas {
    /// Whose ideas.
    pub side: Side,
    /// Their name.
    pub name: String,
    /// The ideas.
    pub ideas: Vec<String>,
}

/// A meeting as the closing conversation tells it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingMeeting {
    /// The day.
    pub date: DateWords,
    /// How long it was.
    pub minutes: u32,
}

/// A goal at the end.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingGoal {
    /// Which.
    pub goal: GoalId,
    /// What it was.
    pub title: String,
    /// Its rank among the top three.
    pub rank: Option<u32>,
    /// Whether it was reached.
    pub reached: bool,
    /// How it stands, in words.
    pub state: String,
}

/// A moment of the journal (R106).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingMoment {
    /// The day.
    pub date: Option<DateWords>,
    /// What was written.
    pub text: String,
    /// Whether both see it; the owner's own stay out of the closing record.
    pub shared: bool,
}

/// What the log says, counted (R122, R124).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosingFacts {
    /// `2 of 3 goals reached, 8 meetings, 10 h, 9 journal moments`.
    pub sentence: String,
    /// Goals reached.
    pub goals_reached: u32,
    /// Goals that count: the ranked ones, or all where none has a rank.
    pub goals: u32,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of these meetings.
    pub minutes: u32,
    /// The same as `10 h`.
    pub time: String,
    /// Moments of the journal.
    pub moments: u32,
    /// The goals, in their order.
    pub goal_lines: Vec<ClosingGoal>,
    /// The meetings, the oldest first.
    pub meeting_lines: Vec<ClosingMeeting>,
    /// The moments, the oldest first.
    pub moment_lines: Vec<ClosingMoment>,
}

/// How the two stay in touch (R125).
#[derive(Debug, Clone, Serialize, TS)]
pub struct StayInTouch {
    /// The ideas.
    pub ideas: Vec<String>,
    /// How often.
    pub every: Option<TouchInterval>,
    /// The first day, where one was chosen.
    pub first: Option<DateWords>,
    /// Whether Fairlead reminds of it.
    pub remind: bool,
    /// The next day.
    pub next: Option<DateWords>,
    /// The same in a sentence; empty where nothing is planned.
    pub words: String,
}

/// Something that happened to the course of the relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosingStep {
    /// What.
    pub what: Step,
    /// In words.
    pub words: String,
    /// Why, where that was said.
    pub reason: String,
}

/// The end of a relationship, as far as it has come.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosingView {
    /// Whether it goes on.
    pub standing: Standing,
    /// Since when it does not.
    pub on: Option<DateWords>,
    /// `Closed 16 Dec`.
    pub badge: Option<String>,
    /// What can be done with it now, where it has come to its end.
    pub sentence: Option<String>,
    /// The end of the term.
    pub ends_on: Option<DateWords>,
    /// The closing meeting, where one is planned or was held (R122).
    pub meeting: Option<DateWords>,
    /// What the log says.
    pub facts: ClosingFacts,
    /// The questions.
    pub questions: Vec<ClosingQuestion>,
    /// The ways to help mentoring along.
    pub culture: Vec<CultureWay>,
    /// What each thought of besides.
    pub culture_ideas: Vec<CultureIdeas>,
    /// How the two stay in touch.
    pub stay_in_touch: StayInTouch,
    /// What happened, the oldest first.
    pub steps: Vec<ClosingStep>,
    /// What is still empty; none of it is asked for.
    pub open: Vec<String>,
}

/// A letter, for the owner's own mail program.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterDraft {
    /// The address; empty where the programme's is not known.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// Ending a relationship without fault (R97).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndingView {
    /// Whether it goes on.
    pub standing: Standing,
    /// Title of the clause.
    pub clause_title: String,
    /// What the two agreed on it, word for word.
    pub clause: String,
    /// Whether they left it out of their agreement; either may end the relationship all the same.
    pub left_out: bool,
    /// Talk first.
    pub suggestion: String,
    /// A letter to the programme: names and the date, nothing else (C23).
    pub draft: LetterDraft,
}

/// Taking one's goals along into another relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeGoals {
    /// The relationship they come from; it stays as it is.
    pub from: RelationshipId,
    /// The relationship they go into; a new one is made when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub into: Option<RelationshipId>,
    /// For a new one: who the mentor will be, where that is known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub partner: Option<NewPerson>,
}

/// What was taken along.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GoalsTaken {
    /// The relationship they are in now.
    pub relationship: RelationshipId,
    /// How many goals.
    pub goals: u32,
    /// How many activities of the plan.
    pub activities: u32,
    /// What stayed behind, in a sentence.
    pub left: String,
}
