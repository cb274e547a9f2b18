//! The text of record of an agreement: all that the two wrote, as it is signed and carried inside the
//! PDF under the name `agreement.json` (B4).
//!
//! What is absent is `null`, and unknown names are refused, so that one text has one form. There is no
//! place here for anything private: what has no field cannot be put in (B8).

use super::side::Side;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// Name of the file inside the PDF.
pub const FILE: &str = "agreement.json";
/// The form of the text that this version of Fairlead writes and reads.
pub const FORMAT: &str = "fairlead.agreement/2";
/// How the name of every form of the text begins, older and newer ones too.
pub const FORMATS: &str = "fairlead.agreement/";

/// One version of an agreement, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Text {
    /// [`FORMAT`].
    pub format: String,
    /// Language of what the form says by itself (BCP 47).
    pub language: String,
    /// Id of the relationship, so that no agreement can be passed off as another pair's.
    pub relationship: String,
    /// Number of the version, from 1.
    pub version: u32,
    /// Fingerprint of the version signed before this one.
    pub follows: Option<String>,
    /// When the text was frozen to be signed (RFC 9557); none in a draft.
    pub frozen_at: Option<String>,
    /// The mentor.
    pub mentor: TextPerson,
    /// The mentee.
    pub mentee: TextPerson,
    /// The programme, where there is one.
    pub programme: Option<String>,
    /// When the two were connected (R3): `2026-03-09`.
    pub connected_on: Option<String>,
    /// The template that it was made from.
    pub form: TextForm,
    /// The programme's own words (C29).
    pub words: TextWords,
    /// The five lines of the first page (R140).
    pub summary: Vec<TextLine>,
    /// The sections in the order of the form, the headings of part 2 in the two's own order (R53).
    pub sections: Vec<TextSection>,
    /// The goals in order, with how each of the two rated where they stand: the baseline (R27).
    pub goals: Vec<TextGoal>,
    /// The milestones.
    pub milestones: Vec<TextMilestone>,
    /// What changed in each version after the first, the oldest first.
    pub amendments: Vec<TextAmendment>,
}

/// One of the two people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextPerson {
    /// The full name.
    pub name: String,
    /// Where the person works from.
    pub place: Option<String>,
    /// IANA zone.
    pub zone: Option<String>,
}

/// The template of an agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextForm {
    /// Its id; `fairlead` for the form that Fairlead ships.
    pub template: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: u32,
}

/// The words of a programme; none where it says the usual one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextWords {
    /// For mentor.
    pub mentor: Option<String>,
    /// For mentee.
    pub mentee: Option<String>,
    /// For meeting.
    pub meeting: Option<String>,
    /// For programme.
    pub programme: Option<String>,
    /// For coordinator.
    pub coordinator: Option<String>,
}

/// A line of the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextLine {
    /// What it is about.
    pub label: String,
    /// What the two agreed; none as long as they have not.
    pub text: Option<String>,
}

/// Which part of the agreement a section belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextPart {
    /// The planning template.
    Template,
    /// The fourteen areas.
    Contract,
    /// The clauses.
    Clause,
    /// A heading of the two's own, among the areas (R53).
    Own,
}

/// How the two stand to a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextStanding {
    /// Agreed by both.
    Agreed,
    /// Left out by agreement.
    NotForUs,
    /// Left for later on purpose when the version was signed.
    Later,
    /// Still being talked about: in drafts only.
    Open,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextSection {
    /// Its key in the form, or the id of an own heading.
    pub id: String,
    /// Where it belongs.
    pub part: TextPart,
    /// Its number in the form.
    pub number: Option<String>,
    /// What the two call it.
    pub title: String,
    /// How they stand to it.
    pub standing: TextStanding,
    /// The words that stand on paper for its structured answers.
    pub sentence: Option<String>,
    /// Whether the two worded that sentence themselves.
    pub own: bool,
    /// The answers in the order of the form.
    pub answers: Vec<TextAnswer>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextAnswer {
    /// The field; `text` for the text of an own heading.
    pub id: String,
    /// Whose answer it is, where each gives one.
    pub by: Option<Side>,
    /// What was asked.
    pub label: String,
    /// The answer.
    pub value: Json,
    /// The answer in words, as the paper says it.
    pub words: String,
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextGoal {
    /// Its id in the record, so that it can be found again in later versions and check-ups.
    pub id: String,
    /// What it is.
    pub title: String,
    /// How the two will know that it is reached; may be empty.
    pub measure: String,
    /// `short` or `long`.
    pub horizon: String,
    /// 1 to 3 for one of the top three.
    pub rank: Option<u32>,
    /// Where each of the two stood towards it.
    pub ratings: TextRatings,
}

/// Where the two stand towards a goal, from 1 (just starting) to 5 (there), each by their own judgement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextRatings {
    /// The mentor's.
    pub mentor: Option<u32>,
    /// The mentee's.
    pub mentee: Option<u32>,
}

impl TextRatings {
    /// The rating of one of the two.
    pub const fn of(self, side: Side) -> Option<u32> {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }
}

/// One milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextMilestone {
    /// Its id in the record.
    pub id: String,
    /// What it is.
    pub name: String,
    /// When: `2026-10-01`.
    pub on: Option<String>,
    /// Where it comes from; may be empty.
    pub source: String,
    /// Whether the relationship ends on it.
    pub ends: bool,
}

/// One change since the version before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextAmendment {
    /// The version that brought it.
    pub version: u32,
    /// The day on which that version was frozen; none in a draft.
    pub on: Option<String>,
    /// The section it is about, where it is about one.
    pub section: Option<String>,
    /// What changed, in a sentence.
    pub text: String,
}

impl Text {
    /// The person on a side.
    pub const fn person(&self, side: Side) -> &TextPerson {
        match side {
            Side::Mentor => &self.mentor,
            Side::Mentee => &self.mentee,
        }
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&TextSection> {
        self.sections.iter().find(|section| section.id == id)
    }
}

impl TextSection {
    /// The section as people name it: `Area 5, Contact`, `Section 2, Purpose`, `Confidentiality`.
    pub fn name(&self) -> String {
        match (self.part, &self.number) {
            (TextPart::Contract, Some(number)) => format!("Area {number}, {}", self.title),
            (TextPart::Template, Some(number)) => format!("Section {number}, {}", self.title),
            (_, Some(_) | None) => self.title.clone(),
        }
    }

    /// An answer by its field, and by whose it is.
    pub fn answer(&self, id: &str, by: Option<Side>) -> Option<&TextAnswer> {
        self.answers
            .iter()
            .find(|answer| answer.id == id && answer.by == by)
    }
}
