//! What the form says besides its questions: the sentence of a section, advice, the order of the
//! headings, what is missing before signing.

use super::agreement::{AnswerValue, Standing};
use crate::domain::ids::{RelationshipId, SuggestionId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the structured answers of a section say on paper.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// What the answers say now; empty where they say nothing any more.
    pub generated: String,
    /// What stands on paper: the same, or the words that the two gave it.
    pub text: String,
    /// Whether the words are the two's own.
    pub own: bool,
    /// Whether the answers changed after the two worded it, so that the words may say something else.
    pub differs: bool,
    /// Whether the two ever worded it, so that its history can be looked at (R60).
    pub recorded: bool,
}

/// A sentence in the two's own words.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteSentence {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the section.
    pub section: String,
    /// Their words. Empty, or the same as the answers say, follows the answers again.
    pub text: String,
}

/// What becomes of a sentence after the answers changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SentenceChoice {
    /// Take what the answers say now, and follow them again.
    Take,
    /// Keep the own words: they fit the answers as they are now.
    Keep,
}

/// A choice between two sentences.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettleSentence {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the section.
    pub section: String,
    /// Which of the two stands from now on.
    pub choice: SentenceChoice,
}

/// What became of a sentence.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentenceSaved {
    /// The sentence now.
    pub sentence: SentenceView,
    /// How the two stand to the section now: changing an agreed one opens it again.
    pub standing: Standing,
}

/// An answer that would fit better, ready to be taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FixView {
    /// The answer to the same question.
    pub value: AnswerValue,
    /// The answer in words, like `8 weeks`.
    pub words: String,
}

/// Something to think about. It never blocks.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AdviceView {
    /// Stable name of the rule.
    pub code: &'static str,
    /// The section in which it can be answered.
    pub section: String,
    /// The field it stands beside.
    pub field: &'static str,
    /// The question, in words.
    pub sentence: String,
    /// An answer that would fit.
    pub fix: Option<FixView>,
}

/// One of the five lines that tell the agreement at a glance (R140).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SummaryView {
    /// What it is about.
    pub label: String,
    /// What the two agreed; none as long as they have not.
    pub text: Option<String>,
    /// The section in which it is agreed.
    pub section: &'static str,
}

/// One heading of part 2, in its place (R53).
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrderRow {
    /// Key of the area, or id of their own heading.
    pub key: String,
    /// Whether it is a heading of their own.
    pub own: bool,
    /// Number of the area.
    pub number: Option<String>,
    /// What the two call it.
    pub title: String,
    /// What the form calls it, where the two call it something else.
    pub standard: Option<String>,
    /// How the two stand to it; what does not apply is not used.
    pub standing: Standing,
}

/// One section.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSection {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the section, like `area.2`.
    pub section: String,
}

/// Another name for an area.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenameSection {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the area.
    pub section: String,
    /// What it is called from now on; empty for the name it has in the form.
    pub title: String,
}

/// A heading of part 2 on its way to another place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveSection {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of an area, or id of their own heading.
    pub section: String,
    /// Its new place among all headings of part 2, from 1.
    pub position: u32,
}

/// The headings of part 2 in their order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Order {
    /// The headings.
    pub order: Vec<OrderRow>,
}

/// An answer that is needed before signing, and the place where it is given.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Missing {
    /// Stable name of the rule: `required`, `revisit_for_open_end`, `end_date`, `end_goal`, `own_words`, or
    /// `unanswered` where one of the two waits for the other's word, `unrevealed` where what somebody expects
    /// was written and not revealed.
    pub code: &'static str,
    /// The section.
    pub section: String,
    /// What the two call the section.
    pub title: String,
    /// The field.
    pub field: String,
    /// Whose answer, where each gives one.
    pub side: Option<Side>,
    /// What it asks.
    pub label: String,
    /// Why it is needed, in words.
    pub why: String,
    /// The address of the page on which it is answered.
    pub route: String,
}

/// A section or heading that the two still talk about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StillTalking {
    /// Key of the section, or id of their own heading.
    pub section: String,
    /// What the two call it.
    pub title: String,
    /// The address of its page.
    pub route: String,
}

/// A suggestion that nobody has decided yet, and the place where it is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpenSuggestion {
    /// Which one.
    pub suggestion: SuggestionId,
    /// Key of the section, or id of their own heading.
    pub section: String,
    /// What the two call it.
    pub title: String,
    /// Which words of it.
    pub label: String,
    /// Whose suggestion it is.
    pub side: Side,
    /// Whose, by name.
    pub name: String,
    /// Who waits for whom, in words.
    pub why: String,
    /// The address of the page on which it stands.
    pub route: String,
}

/// A name under which nobody could sign.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnfitName {
    /// Stable name of the reason, like `mixed_scripts` or `zero_width`.
    pub code: &'static str,
    /// Whose name.
    pub side: Side,
    /// What is wrong with it, in a sentence.
    pub why: String,
    /// The address of the page on which it is changed.
    pub route: String,
}

/// What stands between the agreement and the signatures (R144, R146).
#[derive(Debug, Clone, Serialize, TS)]
pub struct Ready {
    /// Whether every answer that is needed is there, every suggestion decided, and both names can stand
    /// under the agreement.
    pub ready: bool,
    /// The answers that are needed and missing.
    pub missing: Vec<Missing>,
    /// Names under which nobody could sign.
    pub names: Vec<UnfitName>,
    /// What the two still talk about. To be signed it is settled, or left for later on purpose.
    pub talking: Vec<StillTalking>,
    /// The suggestions that nobody has decided yet.
    pub suggestions: Vec<OpenSuggestion>,
}
