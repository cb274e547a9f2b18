//! Suggestions: other words for a place of the agreement, the talk about them, and the decision (R76).

use super::agreement::{AnswerValue, Standing};
use crate::domain::ids::{RelationshipId, SuggestionId};
use crate::domain::redline::Piece;
use crate::domain::side::Side;
use crate::domain::suggestion::{Place, Stage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A comment on a suggestion.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CommentView {
    /// Whose it is.
    pub side: Side,
    /// Whose it is, by name.
    pub name: String,
    /// When, as `Thursday 26 November 2026, 14:05`.
    pub when: String,
    /// What it says.
    pub text: String,
}

/// What became of a suggestion.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionView {
    /// Who decided it, by name.
    pub name: String,
    /// When, as `Thursday 26 November 2026, 14:05`.
    pub when: String,
    /// Why the words that stood there stay; may be empty.
    pub reason: String,
}

/// A suggestion.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionView {
    /// Id.
    pub id: SuggestionId,
    /// Where the words would stand.
    pub place: Place,
    /// Key of the section, or id of their own heading.
    pub section: String,
    /// What the two call the section.
    pub title: String,
    /// Which words of the section: the question, as the form asks it.
    pub label: String,
    /// Whose suggestion it is.
    pub side: Side,
    /// Whose, by name.
    pub name: String,
    /// Who decides it, by name: the other one.
    pub decider: String,
    /// When it was made, as `Thursday 26 November 2026, 14:05`.
    pub when: String,
    /// What it was said with; may be empty.
    pub comment: String,
    /// What became of it.
    pub state: Stage,
    /// The words it would take the place of, or took; empty where nothing stood there.
    pub before: String,
    /// The words it suggests; empty where they would go.
    pub after: String,
    /// The answer it suggests.
    pub value: Option<AnswerValue>,
    /// Word by word, what stays, goes and comes: the whole text in order.
    pub pieces: Vec<Piece>,
    /// The same changes in words, one after the other.
    pub changes: Vec<String>,
    /// Whether other words stand there by now than when it was made.
    pub moved: bool,
    /// What the two said about it, the oldest first.
    pub comments: Vec<CommentView>,
    /// Who decided it, once somebody has.
    pub decision: Option<DecisionView>,
    /// The suggestion that it answers with words of both.
    pub answers: Option<SuggestionId>,
    /// The address of the page on which it stands.
    pub route: String,
}

/// One of the two, for saying whose words are written at the computer that both use.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Talker {
    /// Which of the two.
    pub side: Side,
    /// The name.
    pub name: String,
    /// Whether this is the owner of this computer.
    pub owner: bool,
}

/// The suggestions of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Suggestions {
    /// The mentee and the mentor.
    pub people: Vec<Talker>,
    /// Those that nobody has decided yet, the oldest first. Each of them blocks signing.
    pub open: Vec<SuggestionView>,
    /// Those that were decided, the newest first.
    pub decided: Vec<SuggestionView>,
    /// The one that was just made.
    pub id: Option<SuggestionId>,
    /// How the two stand to the section whose words just changed: changing an agreed one opens it again.
    pub standing: Option<Standing>,
}

/// Other words for one place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSuggestion {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Where the words would stand.
    pub place: Place,
    /// The words, or the answer as its field takes it; null takes away what stands there.
    #[ts(type = "AnswerValue | null")]
    pub value: serde_json::Value,
    /// Whose suggestion it is; the owner's where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// What is said with it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub comment: Option<String>,
}

/// One suggestion, to be accepted or taken back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSuggestion {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which suggestion.
    pub suggestion: SuggestionId,
    /// Who says so. Accepting is for the one who did not make it, taking back for the one who did; left
    /// out, it is that person.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// A suggestion that is not taken: the words that stand there stay.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepWords {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which suggestion.
    pub suggestion: SuggestionId,
    /// Who says so; left out, the one who did not make it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Why, where somebody wants to say it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// Whether both leave it at seeing it differently: they agree to disagree (R77).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub disagree: Option<bool>,
}

/// Words of both, in answer to a suggestion.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BlendSuggestion {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which suggestion.
    pub suggestion: SuggestionId,
    /// The words, or the answer as its field takes it.
    #[ts(type = "AnswerValue | null")]
    pub value: serde_json::Value,
    /// Who says so; left out, the one who did not make it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// What is said with them.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub comment: Option<String>,
    /// Both are here and want these words: they stand at once. Otherwise they are a suggestion of their
    /// own, for the other one to decide.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub both: Option<bool>,
}

/// A comment on a suggestion.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which suggestion.
    pub suggestion: SuggestionId,
    /// What it says.
    pub text: String,
    /// Whose comment it is; the owner's where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}
