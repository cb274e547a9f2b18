//! Verifying a signed paper: what is asked and what is answered (B4).

use super::start::Sentence;
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file to be verified.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerifyFile {
    /// Its name, to be shown.
    pub name: String,
    /// What stands in it, in base64.
    pub base64: String,
}

/// What can be said of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VerifyVerdict")]
pub enum Verdict {
    /// Genuine and unchanged.
    Valid,
    /// Not what was signed, or not signed.
    NotValid,
    /// It cannot be told.
    CannotTell,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VerifyWeight")]
pub enum Weight {
    /// The file is not what was signed.
    Fault,
    /// It cannot be told.
    Doubt,
    /// Good to know.
    Note,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "VerifyFinding")]
pub struct Finding {
    /// Stable name.
    pub code: String,
    /// How grave it is.
    pub weight: Weight,
    /// Whom it is about, where it is about one of the two.
    pub side: Option<Side>,
    /// In a sentence.
    pub text: String,
}

/// How far Fairlead knows a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VerifyKeyStanding")]
pub enum KeyStanding {
    /// It is the owner's own.
    Own,
    /// It is kept on this computer.
    KeptHere,
    /// It is the one that was met before.
    Known,
    /// It was met just now for the first time, and is remembered.
    First,
    /// It is not the one that was met before.
    Changed,
    /// Nothing is known of it: the agreement is none of those kept here.
    Unknown,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "VerifySigner")]
pub struct Signer {
    /// In which role.
    pub side: Side,
    /// The role in a word.
    pub role: String,
    /// The name that was signed with.
    pub name: String,
    /// How it was signed, in words.
    pub kind: String,
    /// When, with the zone.
    pub at: String,
    /// The key in four words.
    pub key_words: Vec<String>,
    /// Its fingerprint, 64 hexadecimal digits.
    pub key: String,
    /// How far it is known.
    pub standing: KeyStanding,
    /// The same in a sentence.
    pub standing_text: String,
    /// Whether the signature under the text holds.
    pub text_signature: bool,
    /// Whether the PDF's own signature holds.
    pub pdf_signature: bool,
}

/// The agreement that a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "VerifyAgreement")]
pub struct Agreement {
    /// The relationship, where it is one of those kept here.
    pub relationship: Option<String>,
    /// Number of the version.
    pub version: u32,
    /// Between whom, in words.
    pub between: String,
    /// When the text was frozen, in words.
    pub frozen: Option<String>,
}

/// A moment before signing, as the file tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "VerifyEvent")]
pub struct Event {
    /// When, in words.
    pub at: String,
    /// What happened.
    pub words: String,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// The name of the file.
    pub file: String,
    /// Its size in words.
    pub size: String,
    /// What can be said of it.
    pub verdict: Verdict,
    /// The same in a word or two.
    pub title: String,
    /// Stable name of the gravest finding; `valid` where there is none.
    pub code: String,
    /// The whole in three parts.
    pub sentence: Sentence,
    /// All findings, the gravest first.
    pub findings: Vec<Finding>,
    /// The agreement, where its text can be read.
    pub agreement: Option<Agreement>,
    /// SHA-256 of the attached text, 64 hexadecimal digits.
    pub fingerprint: Option<String>,
    /// The same in four words.
    pub words: Vec<String>,
    /// The two, as far as they signed.
    pub signers: Vec<Signer>,
    /// The sections in which the text differs from what was signed, where that can be told.
    pub differing: Vec<String>,
    /// The record of what happened before signing.
    pub record: Vec<Event>,
}
