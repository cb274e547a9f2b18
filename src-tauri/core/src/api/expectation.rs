//! What each of the two expects: written unseen by the other, revealed together, marked line by line (R45).

use super::agreement::Standing;
use crate::domain::expectation::Mark;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far one of the two is with writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WritingStage {
    /// Nothing is written.
    Nothing,
    /// Something is written, and not finished.
    Writing,
    /// It is finished, and nobody reads it before the other one has finished too.
    Finished,
}

/// One of the two, and how far they are. Never what they wrote.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Writer {
    /// Who.
    pub side: Side,
    /// Who, by name.
    pub name: String,
    /// How far.
    pub stage: WritingStage,
}

/// One line of what somebody expects, revealed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExpectationLine {
    /// Id.
    pub id: String,
    /// Whose.
    pub side: Side,
    /// Whose, by name.
    pub name: String,
    /// What is expected.
    pub text: String,
    /// How the two stand to it; none as long as they have not said.
    pub mark: Option<Mark>,
}

/// Where the two stand with what they expect.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Expectations {
    /// The mentee and the mentor, with how far each is with writing unseen.
    pub writers: Vec<Writer>,
    /// Whether both have finished, so that both can be revealed.
    pub ready: bool,
    /// What was revealed, the mentee's lines first.
    pub lines: Vec<ExpectationLine>,
    /// How the two stand to the section.
    pub standing: Standing,
}

/// One of the two, in one relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoExpects {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who writes.
    pub side: Side,
}

/// What one of the two expects, as they write it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteExpectations {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who writes.
    pub side: Side,
    /// One expectation a line.
    pub text: String,
}

/// What one of the two is still writing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExpectationDraft {
    /// The words so far.
    pub text: String,
}

/// How the two stand to one line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkExpectation {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Id of the line.
    pub line: String,
    /// How they stand to it; null takes the mark away.
    pub mark: Option<Mark>,
}
