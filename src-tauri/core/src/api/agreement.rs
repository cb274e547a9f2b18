//! The agreement: sections, answers, goals, milestones, history, undo.

use super::form::{AdviceView, FixView, Missing, OrderRow, SentenceView, SummaryView};
use super::heading::HeadingView;
use super::permission::PermissionView;
use super::relationship::DateWords;
use crate::domain::ids::{GoalId, MilestoneId, RelationshipId};
use crate::domain::occasion::Occasion;
use crate::domain::plan::{GoalState, MilestoneRating};
use crate::domain::side::Side;
use crate::domain::template::{Cell, Choice, Example, Kind, Owner, Part, Suggestion, When};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the two stand to a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Still talking.
    Open,
    /// Agreed by both.
    Agreed,
    /// Does not apply to the two.
    NotForUs,
}

/// The value of an answer, by the kind of its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum AnswerValue {
    /// Yes or no.
    YesNo(bool),
    /// A number.
    Number(#[ts(type = "number")] i64),
    /// A text, a date as `2026-11-26`, or the key of an option.
    Text(String),
    /// Lines of a list.
    List(Vec<String>),
}

/// One answer of one field.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Whose answer; none where the two share one.
    pub side: Option<Side>,
    /// Whose answer, by name.
    pub name: Option<String>,
    /// The answer; none as long as there is none.
    pub value: Option<AnswerValue>,
    /// A date answer in words.
    pub date: Option<DateWords>,
    /// Something to think about (R39, R62, R66): it never blocks.
    pub advice: Option<String>,
    /// Whether anything was ever written here, so that its history can be looked at (R60), also
    /// where it is empty now.
    pub recorded: bool,
    /// An answer that would fit better.
    pub fix: Option<FixView>,
}

/// A goal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GoalView {
    /// Id.
    pub id: GoalId,
    /// What it is.
    pub title: String,
    /// How the two will know (R46).
    pub measure: String,
    /// Short-term work goal or long-term career goal (R63, R64).
    pub horizon: Horizon,
    /// 1 to 3 for the top three (R88).
    pub rank: Option<u32>,
    /// On which occasion it was set (R65); none as long as nobody said.
    pub occasion: Option<Occasion>,
    /// On which day it was set (R65).
    pub on: Option<DateWords>,
    /// Where it was set, in words: `Set at the first meeting, Wednesday 11 March 2026`.
    pub set: Option<String>,
    /// Where each of the two stands towards it, from 1 to 5 (R27).
    pub ratings: GoalRatings,
    /// How it stands: open, reached, changed or dropped.
    pub state: GoalState,
    /// Since when it stands so; none for an open goal.
    pub since: Option<DateWords>,
}

/// Where the two stand towards a goal, each by their own judgement: 1 just starting, 2 first steps, 3 on the
/// way, 4 nearly there, 5 there (R27).
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct GoalRatings {
    /// The mentor's.
    pub mentor: Option<u32>,
    /// The mentee's.
    pub mentee: Option<u32>,
}

/// Short-term work goal or long-term career goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// A short-term work goal (R63).
    Short,
    /// A long-term career goal (R64).
    Long,
}

/// A milestone on the way to the end date (R67).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MilestoneView {
    /// Id.
    pub id: MilestoneId,
    /// What it is.
    pub name: String,
    /// When, where that is known.
    pub date: Option<DateWords>,
    /// Where it comes from, like "Performance review"; may be empty.
    pub source: String,
    /// Whether the relationship ends on it.
    pub ends: bool,
    /// By what the two will see that it is reached (R137); may be empty.
    pub evidence: String,
    /// What the two make of it (R138).
    pub rating: Option<MilestoneRating>,
}

/// One question with its answers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Key, like `template.4.ends_on`.
    pub field: String,
    /// What an answer is.
    pub kind: Kind,
    /// One answer, or one each.
    pub owner: Owner,
    /// What the form asks.
    pub label: String,
    /// A line of help.
    pub hint: Option<String>,
    /// Must be answered before signing.
    pub required: bool,
    /// The options of a choice.
    pub options: Vec<Choice>,
    /// Smallest number.
    #[ts(type = "number | null")]
    pub min: Option<i64>,
    /// Largest number.
    #[ts(type = "number | null")]
    pub max: Option<i64>,
    /// Unit of a number.
    pub unit: Option<String>,
    /// What the form suggests; no answer until it is taken.
    pub suggestion: Option<Suggestion>,
    /// When the field is asked.
    pub when: Option<When>,
    /// Where it stands in the section's table, where it is a cell of one (R96).
    pub cell: Option<Cell>,
    /// On whose role card it stands, where it is part of one (R61).
    pub about: Option<Side>,
    /// Whether it is asked now, by the answers that are there.
    pub asked: bool,
    /// The answers: one, or the mentor's and the mentee's.
    pub answers: Vec<AnswerView>,
}

/// One section of the agreement.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SectionView {
    /// Key, like `template.4` or `area.12`.
    pub section: String,
    /// Which part it belongs to.
    pub part: Part,
    /// Its number within the part.
    pub number: Option<String>,
    /// What the two call it, else what the form calls it.
    pub title: String,
    /// What the form calls it, where the two call it something else (R53).
    pub standard: Option<String>,
    /// The question it answers.
    pub question: String,
    /// Guidance above the fields.
    pub guidance: String,
    /// Why it matters.
    pub why: String,
    /// Questions to ask each other.
    pub ask: Vec<String>,
    /// What a fictional pair wrote.
    pub example: Example,
    /// What to write.
    pub instruction: String,
    /// Who asks for it before signing, besides Fairlead, in words (R58).
    pub asked_by: Option<String>,
    /// How the two stand to it.
    pub standing: Standing,
    /// Whether anything was answered in it.
    pub begun: bool,
    /// Its questions.
    pub fields: Vec<FieldView>,
    /// Keys of questions of other sections that are asked here too.
    pub also: Vec<String>,
    /// What the structured answers say on paper; none where they say nothing.
    pub sentence: Option<SentenceView>,
    /// The owner's own private note beside it: it never leaves this computer (B8).
    pub private_note: String,
}

/// The whole agreement as a form.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementView {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Both names.
    pub title: String,
    /// All sections, in the order in which they are asked; the areas in that of the two (R53).
    pub sections: Vec<SectionView>,
    /// The goals in order.
    pub goals: Vec<GoalView>,
    /// The milestones by date.
    pub milestones: Vec<MilestoneView>,
    /// The headings that the two added, in order (R53).
    pub headings: Vec<HeadingView>,
    /// The headings of part 2 in their order, theirs and the fourteen areas (R53).
    pub order: Vec<OrderRow>,
    /// Permissions to pass something on (R96).
    pub permissions: Vec<PermissionView>,
    /// The agreement in five lines (R140).
    pub summary: Vec<SummaryView>,
    /// Everything that is worth a thought.
    pub advice: Vec<AdviceView>,
    /// The mid-point of the term (R68).
    pub mid_point: Option<DateWords>,
    /// When the agreement is looked at again (R47).
    pub revisit_on: Option<DateWords>,
    /// How many sections are agreed or left out on purpose.
    pub settled: u32,
    /// Required questions without an answer.
    pub missing: Vec<Missing>,
}

/// An answer as it is given.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAnswer {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the field.
    pub field: String,
    /// Whose answer, where each gives one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// The answer; null, empty text and an empty list take it away.
    #[ts(type = "AnswerValue | null")]
    pub value: serde_json::Value,
}

/// What became of an answer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerSaved {
    /// The answer as it is kept.
    pub answer: AnswerView,
    /// The wording that the choice puts into the section's text, where it did (R95).
    pub text: Option<String>,
    /// How the two stand to the section now: changing an agreed one opens it again.
    pub standing: Standing,
    /// When it was saved, as `10:32`.
    pub saved_at: String,
}

/// One field of a relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAnswer {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the field.
    pub field: String,
    /// Whose answer, where each gives one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// An earlier wording of something the two wrote (R60).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Number of the edit, for restoring it.
    #[ts(type = "number")]
    pub edit: i64,
    /// When, as `Thursday 26 November 2026, 14:05`.
    pub when: String,
    /// When, as RFC 9557 text.
    pub at: String,
    /// Who wrote it, by name.
    pub author: String,
    /// What it was called, where it has a name of its own: a goal, a milestone, a heading, a person.
    pub title: Option<String>,
    /// What it said, in words; several facts stand on lines of their own.
    pub text: String,
    /// Whether this is what stands there now.
    pub current: bool,
}

/// The history of something the two wrote, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct History {
    /// The wordings.
    pub entries: Vec<HistoryEntry>,
}

/// An earlier wording to be put back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreWording {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Number of the edit, as the history gives it.
    #[ts(type = "number")]
    pub edit: i64,
}

/// How the two stand to a section, as said.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetStanding {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the section.
    pub section: String,
    /// How they stand to it.
    pub standing: Standing,
}

/// A private note beside a section.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetNote {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the section, or `relationship`.
    pub about: String,
    /// The note; empty takes it away.
    pub text: String,
}

/// A new goal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewGoal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is.
    pub title: String,
    /// How the two will know that it is reached; empty when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub measure: String,
    /// Short-term or long-term.
    pub horizon: Horizon,
    /// 1 to 3 for one of the top three (R88). A goal in the way moves on by one; where three goals are ranked
    /// already, `unrank` says which one gives its rank up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub rank: Option<u32>,
    /// The goal that gives its rank up for this one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unrank: Option<GoalId>,
    /// On which occasion it is set (R65). Left out, it follows from the day, where that tells: before the
    /// first meeting, or at it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub occasion: Option<Occasion>,
    /// On which day it is set, as `2026-11-26`; today when left out, and not known when empty.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// Changes to a goal; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeGoal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which goal.
    pub goal: GoalId,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// How the two will know.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub measure: Option<String>,
    /// Short-term or long-term.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub horizon: Option<Horizon>,
    /// 1 to 3 for one of the top three (R88); 0 for none. A goal in the way moves on by one; where three other
    /// goals are ranked already, `unrank` says which one gives its rank up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub rank: Option<u32>,
    /// The goal that gives its rank up for this one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unrank: Option<GoalId>,
    /// On which occasion it was set (R65).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub occasion: Option<Occasion>,
    /// On which day it was set, as `2026-11-26`; empty for not known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// One goal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichGoal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which goal.
    pub goal: GoalId,
}

/// A goal on its way to another place in the list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveGoal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which goal.
    pub goal: GoalId,
    /// Its new place, from 1.
    pub position: u32,
}

/// The goals in order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Goals {
    /// The goals.
    pub goals: Vec<GoalView>,
    /// The goal that was just added.
    pub id: Option<GoalId>,
}

/// A new milestone.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMilestone {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is.
    pub name: String,
    /// When, as `2026-11-26`, where that is known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Where it comes from, like "Performance review".
    #[serde(default)]
    #[ts(optional = nullable)]
    pub source: Option<String>,
    /// By what the two will see that it is reached (R137).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub evidence: Option<String>,
    /// What the two make of it (R138).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub rating: Option<MilestoneRating>,
}

/// What the two make of a milestone, or nothing any more (R138).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RateMilestone {
    /// It can be reached as things stand.
    Realistic,
    /// It asks for more than is certain.
    Stretch,
    /// Nobody can tell yet.
    Unclear,
    /// Nothing is said of it.
    None,
}

/// Changes to a milestone; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeMilestone {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which milestone.
    pub milestone: MilestoneId,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// When, as `2026-11-26`; empty for not known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub source: Option<String>,
    /// By what the two will see that it is reached (R137); empty for nothing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub evidence: Option<String>,
    /// What the two make of it (R138).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub rating: Option<RateMilestone>,
    /// Whether the relationship ends on it. Yes moves the end date to it (R67).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends: Option<bool>,
}

/// One milestone.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMilestone {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which milestone.
    pub milestone: MilestoneId,
}

/// The milestones by date.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Milestones {
    /// The milestones.
    pub milestones: Vec<MilestoneView>,
    /// The milestone that was just added.
    pub id: Option<MilestoneId>,
}

/// What can be undone and done again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UndoState {
    /// Name of the deed that undo would take back, as in "Undo adding the goal …".
    pub back: Option<String>,
    /// Name of the deed that redo would bring back.
    pub forward: Option<String>,
    /// Name of the deed that was just undone or done again.
    pub done: Option<String>,
}

/// What changed since the owner last looked.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Since {
    /// The weekday and date of the last look; none when there is nothing to tell.
    pub since: Option<String>,
    /// One line for each thing that changed.
    pub changes: Vec<Change>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Change {
    /// In words: "Tomasz changed “Clarify roles”".
    pub text: String,
    /// Where to look at it.
    pub route: String,
}

/// A paper to be shown on the screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OnScreen {
    /// The same document that is printed.
    pub document: fairlead_press::Document,
}
