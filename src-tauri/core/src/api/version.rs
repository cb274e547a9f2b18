//! Versions of the agreement: what was signed, when and by whom, and what changed (R60).

use crate::domain::comparison::Change;
use crate::domain::ids::{RelationshipId, SignatureId, VersionId};
use crate::domain::redline::Piece;
use crate::domain::side::Side;
use crate::domain::signature::{Drawing, Event, Kind, OnPaper};
use crate::domain::suggestion::Place;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A moment with its words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimeWords {
    /// RFC 3339 with the offset of the place where it was.
    pub at: String,
    /// In words with the zone, like `Tuesday 24 March 2026, 10:15 (Europe/London)`.
    pub words: String,
}

/// A fingerprint, as computers and as people compare it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FingerprintView {
    /// 64 hexadecimal digits: SHA-256.
    pub hex: String,
    /// The first eight of them.
    pub short: String,
    /// Four words that stand for the first 40 bits.
    pub words: Vec<&'static str>,
}

/// How far a version has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// Frozen, and not signed by both yet.
    Waiting,
    /// Signed by both. It never changes again.
    Signed,
    /// Taken back before both had signed.
    Withdrawn,
}

/// A signature under a version.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureView {
    /// Its id.
    pub id: SignatureId,
    /// The name as it was typed.
    pub name: String,
    /// How it was made.
    pub kind: Kind,
    /// The same in words, like `by typing the name`.
    pub how: String,
    /// When.
    pub at: TimeWords,
    /// What was drawn.
    pub drawing: Option<Drawing>,
    /// The paper that was signed by hand.
    pub paper: Option<OnPaper>,
    /// When the other person confirmed a signature by hand; none where that is missing, or not needed.
    pub confirmed: Option<TimeWords>,
    /// Whether the other person still has to confirm it.
    pub waits_for_confirmation: bool,
}

/// One of the two under a version.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignerView {
    /// In which role.
    pub side: Side,
    /// The name that the agreement says.
    pub name: String,
    /// Fingerprint of the person's key.
    pub key: FingerprintView,
    /// Whether the secret of that key is kept on this computer.
    pub kept_here: bool,
    /// The signature, once there is one.
    pub signature: Option<SignatureView>,
}

/// A version of the agreement.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// Its id. A withdrawn version and the next one can have the same number.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: u32,
    /// How far it has come.
    pub state: VersionState,
    /// The state in a sentence.
    pub words: String,
    /// Fingerprint of its text of record.
    pub fingerprint: FingerprintView,
    /// When its text was frozen.
    pub frozen: TimeWords,
    /// When the last signature or confirmation made it complete.
    pub signed: Option<TimeWords>,
    /// The mentee and the mentor.
    pub people: Vec<SignerView>,
}

/// The draft that the two are working on.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// The number that it will have.
    pub number: u32,
    /// How much differs from the newest signed version; none where nothing was signed yet.
    pub changes: Option<u32>,
    /// The state in a sentence.
    pub words: String,
}

/// All versions of an agreement, the newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Versions {
    /// Those that were frozen, withdrawn ones among them.
    pub versions: Vec<VersionView>,
    /// What the two are working on.
    pub draft: DraftView,
}

/// Which signed version.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichVersion {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Its number.
    pub version: u32,
}

/// One signed version, whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionDetail {
    /// What it is, and what stands under it.
    pub version: VersionView,
    /// The signed text, as it is printed.
    pub document: fairlead_press::Document,
    /// What happened before the signatures, the oldest first.
    pub record: Vec<Event>,
    /// What the signatures show, and what they do not.
    pub proof: Vec<String>,
}

/// The two files of a signed version, to the letter: canonical JSON (RFC 8785) in UTF-8.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionFiles {
    /// `agreement.json`: the text of record. Its SHA-256 is the fingerprint.
    pub agreement: String,
    /// `signatures.json`: what each signed, and the signatures.
    pub signatures: String,
}

/// Two versions to be held against each other.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareVersions {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Number of the one signed version; the newest signed one where none is named.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub from: Option<u32>,
    /// Number of the other; the draft as it is now where none is named.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub to: Option<u32>,
}

/// One side of a comparison.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedVersion {
    /// Its number.
    pub number: u32,
    /// Whether it is the draft as it is now.
    pub draft: bool,
    /// What it is called, like `Version 1, signed Tuesday 24 March 2026`.
    pub title: String,
}

/// A section of both versions, to be read side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedSection {
    /// Key of the section, or id of an own heading.
    pub section: String,
    /// The section as people name it, like `Area 5, Contact`.
    pub title: String,
    /// Whether the two changed anything in it.
    pub changed: bool,
    /// What the earlier says, in lines; empty where it has no such section.
    pub before: Vec<String>,
    /// What the later says.
    pub after: Vec<String>,
}

/// A change with its words held against each other.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedChange {
    /// What became of what.
    #[serde(flatten)]
    pub change: Change,
    /// Word by word, what stays, goes and comes: the whole text in order.
    pub pieces: Vec<Piece>,
    /// Where the words stand, so that the earlier ones can be suggested again by `version.restore`; none for
    /// what is no wording: a title, a goal, the order.
    pub place: Option<Place>,
    /// The change in one sentence.
    pub sentence: String,
}

/// What differs between two versions.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Comparison {
    /// The earlier.
    pub from: ComparedVersion,
    /// The later.
    pub to: ComparedVersion,
    /// What the two changed, in the order of the paper.
    pub changes: Vec<ComparedChange>,
    /// Both, section by section.
    pub sections: Vec<ComparedSection>,
}

/// What a later version changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AmendmentView {
    /// The version that brought it.
    pub version: u32,
    /// When that version was signed; none for the draft.
    pub signed: Option<TimeWords>,
    /// What changed, in a sentence.
    pub text: String,
    /// The page of the section it is about, where it is about one.
    pub route: Option<String>,
}

/// Every change since the first signed version, the oldest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Amendments {
    /// Of the signed versions, and of the draft.
    pub amendments: Vec<AmendmentView>,
}

/// An older wording to be suggested again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestFromVersion {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Number of the signed version that it stands in.
    pub version: u32,
    /// The place whose words are suggested again.
    pub place: Place,
    /// Who suggests it.
    pub side: Side,
    /// Why; may be empty.
    #[ts(as = "Option<String>", optional)]
    #[serde(default)]
    pub comment: String,
}

/// The two files of a version, from wherever they come.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckFiles {
    /// `agreement.json`, to the letter.
    pub agreement: String,
    /// `signatures.json`, to the letter.
    pub signatures: String,
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Exactly this text was signed by both keys.
    Valid,
    /// It was not: something differs from what was signed.
    NotValid,
    /// It cannot be told: what is needed for it cannot be read here.
    CannotTell,
}

/// One thing that a check found wrong.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundFault {
    /// Stable name of the fault.
    pub code: &'static str,
    /// In whose role, where it is about one of the two.
    pub side: Option<Side>,
    /// In a sentence.
    pub words: String,
}

/// What is known of the key of one of the two.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckedKey {
    /// Whose.
    pub side: Side,
    /// Fingerprint of the key.
    pub key: FingerprintView,
    /// What is known of it: `kept_here`, `first`, `same`, `changed` or `unknown`.
    pub known: &'static str,
    /// In a sentence, with what to do next.
    pub words: String,
}

/// What two files are worth.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesChecked {
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict in a sentence.
    pub words: String,
    /// Fingerprint of the text.
    pub fingerprint: FingerprintView,
    /// Number of the version, where the text can be read.
    pub version: Option<u32>,
    /// What is wrong.
    pub faults: Vec<FoundFault>,
    /// Where the text differs from the version that is kept here, as people name the places.
    pub differs: Vec<String>,
    /// What is known of both keys.
    pub keys: Vec<CheckedKey>,
    /// What the signatures show, and what they do not.
    pub proof: Vec<String>,
}
