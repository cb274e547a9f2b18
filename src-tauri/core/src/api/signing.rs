//! Signing at one computer: check, read the exact text, the first person, hand over, the second person,
//! receipt (B4).

use super::version::{FingerprintView, TimeWords, VersionView};
use crate::domain::ids::{GoalId, RelationshipId, SignatureId, VersionId};
use crate::domain::side::Side;
use crate::domain::signature::{Drawing, Kind};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest scan that is taken, in bytes.
pub const LARGEST_SCAN: usize = crate::ops::scan::MOST_BYTES;

/// A file as requests carry it.
pub fn in_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of such a text; none where it is no base64.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// What comes next on the way to the signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SigningStep {
    /// Nothing is frozen: `agreement.ready` says what is missing, `signing.begin` freezes the text.
    Check,
    /// The text is frozen and nobody has signed.
    First,
    /// One has signed, the other has not.
    Second,
    /// Both have signed, and a signature by hand waits to be confirmed by the other.
    Confirm,
}

/// Where the signing of an agreement stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// What comes next.
    pub next: SigningStep,
    /// Who may do it: who has not signed yet, or has to confirm.
    pub waiting_for: Vec<Side>,
    /// Who has the computer: who it was handed to last while this version is open; otherwise its owner. As
    /// long as it is not the owner, the window shows the signing and nothing else.
    pub at_computer: Side,
    /// The version that is being signed.
    pub version: Option<VersionView>,
    /// Its text, as it is printed: what is read before it is signed.
    pub document: Option<fairlead_press::Document>,
    /// The sentence that each of the two agrees to by signing.
    pub statement: String,
    /// What the signatures will show, and what they will not.
    pub proof: Vec<String>,
    /// The newest version that both have signed: after the last signature, the receipt.
    pub signed: Option<VersionView>,
}

/// Freezes the text to be signed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginSigning {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Sections and own headings that are still talked about and are left for later on purpose. Any other
    /// that is still talked about keeps the text from being signed. `["all"]` stands for all of them;
    /// agreement.ready lists them.
    #[ts(as = "Option<Vec<String>>", optional)]
    #[serde(default)]
    pub later: Vec<String>,
}

/// One of the two on the way to the signatures.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SigningSide {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who.
    pub side: Side,
}

/// A scan or photo of the signed paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewScan {
    /// The file in base64: PNG, JPEG or PDF, at most 10 MB.
    pub base64: String,
    /// What the file is called, for the person who confirms the signature.
    #[ts(as = "Option<String>", optional)]
    #[serde(default)]
    pub name: String,
}

/// A signature by hand on the printed paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOnPaper {
    /// The day on which the paper was signed: `2026-03-24`.
    pub signed_on: String,
    /// A scan or photo of it, where there is one.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub scan: Option<NewScan>,
}

/// A signature.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The version that is being signed: `version.id` of `signing.get`.
    pub version: VersionId,
    /// Fingerprint of the text that was read, 64 hexadecimal digits: another text is not signed by mistake.
    pub fingerprint: String,
    /// In which role.
    pub side: Side,
    /// The name, typed: the one that the agreement says.
    pub name: String,
    /// How.
    pub kind: Kind,
    /// What was drawn, for `drawn`.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub drawing: Option<Drawing>,
    /// The paper, for `on_paper`.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub paper: Option<NewOnPaper>,
}

/// Confirms a signature that the other person made by hand.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSignature {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The signature by hand.
    pub signature: SignatureId,
    /// Who confirms: the other person.
    pub side: Side,
}

/// A scan that was attached to a signature.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichScan {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Its SHA-256, as the signature names it.
    pub sha256: String,
}

/// A scan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScanFile {
    /// What the file was called; empty where nobody said.
    pub name: String,
    /// `image/png`, `image/jpeg` or `application/pdf`.
    pub mime: String,
    /// What it is, in words: `PDF, 2 pages, 340 kB`. Of how many pages a PDF is, it says itself.
    pub words: String,
    /// The file in base64.
    pub base64: String,
}

/// Where one of the two stands towards a goal by their own judgement (R27).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRating {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The goal.
    pub goal: GoalId,
    /// Whose judgement.
    pub side: Side,
    /// 1 just starting, 2 first steps, 3 on the way, 4 nearly there, 5 there; none takes it back.
    #[ts(optional = nullable)]
    #[serde(default)]
    pub value: Option<u32>,
}

/// How a key of the other person is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// The first one that was seen. Nobody has compared it by voice yet.
    First,
    /// The two compared it by voice.
    Confirmed,
    /// Another one than before, and nobody has compared it by voice: what it signed counts for nothing yet.
    Changed,
}

/// A key that the other person's own Fairlead was seen to use.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartnerKey {
    /// 64 hexadecimal digits: Ed25519.
    pub key: String,
    /// Its fingerprint: the four words are what the two read to each other.
    pub fingerprint: FingerprintView,
    /// How it is known.
    pub state: KeyState,
    /// When it was first seen.
    pub seen: TimeWords,
    /// The same in a sentence, with what to do next.
    pub words: String,
}

/// The keys of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeysView {
    /// Fingerprint of the owner's own key; none before the first signing.
    pub own: Option<FingerprintView>,
    /// The keys of the other person's own Fairlead, the oldest first; none were seen where both sign here.
    pub partner: Vec<PartnerKey>,
}

/// A key that the two compared by voice.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmKey {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The key: 64 hexadecimal digits.
    pub key: String,
}
