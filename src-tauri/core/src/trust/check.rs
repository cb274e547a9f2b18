//! Checking what was signed, from the two files alone: the text of record and the signatures beside it.
//!
//! This says whether the text is exactly what two keys signed, and in which roles. It cannot say who sat at
//! the keyboard: a key is as good as the knowledge of whose it is.

use super::key::PublicKey;
use super::{Fingerprint, canonical, seal};
use crate::domain::agreement_text::{self, Text};
use crate::domain::side::Side;
use crate::domain::signature::{
    self, CONFIRMATION, Confirmed, Kind, STATEMENT, Signatures, Signed, Statement,
};
use crate::domain::signer;
use chrono::DateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// `agreement.json`.
    Agreement,
    /// `signatures.json`.
    Signatures,
}

/// Something that keeps two files from being a version signed by both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is none of Fairlead's, or damaged; with what the reader says.
    Unreadable(Which, String),
    /// The file has a form that this version of Fairlead does not know.
    OtherFormat(Which, String),
    /// The file says what Fairlead writes, in other bytes.
    NotCanonical(Which),
    /// The signatures belong to another version of the same agreement.
    OtherVersion {
        /// Number of the version in the text.
        text: u32,
        /// Number of the version that was signed.
        signed: u32,
    },
    /// The signatures belong to the agreement of another relationship.
    OtherRelationship,
    /// The text is not the text that was signed.
    TextDiffers,
    /// The two keys are none, or are one.
    BadKeys,
    /// Nobody signed in this role.
    Missing(Side),
    /// Somebody signed twice in this role.
    Twice(Side),
    /// What was signed in this role does not fit the version; with the name of what does not.
    StatementDiffers(Side, &'static str),
    /// The signature in this role is not the key's.
    Wrong(Side),
    /// The signature by hand in this role was not confirmed by the other person.
    Unconfirmed(Side),
    /// The confirmation by this person does not hold.
    WrongConfirmation(Side),
}

impl Fault {
    /// Stable name of the fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(Which::Agreement, _) => "agreement_unreadable",
            Self::Unreadable(Which::Signatures, _) => "signatures_unreadable",
            Self::OtherFormat(Which::Agreement, _) => "agreement_other_format",
            Self::OtherFormat(Which::Signatures, _) => "signatures_other_format",
            Self::NotCanonical(Which::Agreement) => "agreement_not_canonical",
            Self::NotCanonical(Which::Signatures) => "signatures_not_canonical",
            Self::OtherVersion { .. } => "other_version",
            Self::OtherRelationship => "other_relationship",
            Self::TextDiffers => "text_differs",
            Self::BadKeys => "bad_keys",
            Self::Missing(_) => "signature_missing",
            Self::Twice(_) => "signature_twice",
            Self::StatementDiffers(..) => "statement_differs",
            Self::Wrong(_) => "signature_wrong",
            Self::Unconfirmed(_) => "confirmation_missing",
            Self::WrongConfirmation(_) => "confirmation_wrong",
        }
    }

    /// The role it is about, where it is about one.
    pub const fn side(&self) -> Option<Side> {
        match self {
            Self::Missing(side)
            | Self::Twice(side)
            | Self::StatementDiffers(side, _)
            | Self::Wrong(side)
            | Self::Unconfirmed(side)
            | Self::WrongConfirmation(side) => Some(*side),
            Self::Unreadable(..)
            | Self::OtherFormat(..)
            | Self::NotCanonical(_)
            | Self::OtherVersion { .. }
            | Self::OtherRelationship
            | Self::TextDiffers
            | Self::BadKeys => None,
        }
    }
}

/// What two files say, and what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Fingerprint of the bytes of the text, whatever they are.
    pub fingerprint: Fingerprint,
    /// The text, where it can be read.
    pub text: Option<Text>,
    /// The signatures, where they can be read.
    pub signatures: Option<Signatures>,
    /// What is wrong; nothing where the version is signed by both.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// Whether exactly this text was signed by both keys, in both roles.
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Reads a file whose first look tells which form it has.
fn read<T: Serialize + DeserializeOwned>(
    which: Which,
    bytes: &[u8],
    format: &str,
    formats: &str,
) -> Result<T, Fault> {
    let said = serde_json::from_slice::<Value>(bytes)
        .map_err(|error| Fault::Unreadable(which, error.to_string()))?;
    match said.get("format").and_then(Value::as_str) {
        Some(other) if other != format && other.starts_with(formats) => {
            return Err(Fault::OtherFormat(which, other.to_owned()));
        }
        Some(own) if own == format => {}
        Some(_) | None => {
            return Err(Fault::Unreadable(
                which,
                "it does not say that it is Fairlead's".to_owned(),
            ));
        }
    }
    canonical::read(bytes).map_err(|unreadable| match unreadable {
        canonical::Unreadable::Json(why) => Fault::Unreadable(which, why),
        canonical::Unreadable::NotCanonical => Fault::NotCanonical(which),
    })
}

/// Reads a text of record, and takes it only in its canonical bytes.
///
/// # Errors
/// The [`Fault`] that keeps it from being one.
pub fn read_text(agreement: &[u8]) -> Result<Text, Fault> {
    read(
        Which::Agreement,
        agreement,
        agreement_text::FORMAT,
        agreement_text::FORMATS,
    )
}

/// Checks a text of record against the signatures beside it.
pub fn check(agreement: &[u8], signatures: &[u8]) -> Checked {
    let fingerprint = Fingerprint::of(agreement);
    let mut faults = Vec::new();
    let text = read_text(agreement)
        .map_err(|fault| faults.push(fault))
        .ok();
    let signatures: Option<Signatures> = read(
        Which::Signatures,
        signatures,
        signature::FORMAT,
        signature::FORMATS,
    )
    .map_err(|fault| faults.push(fault))
    .ok();
    if let Some(signatures) = &signatures {
        faults.extend(of_signatures(signatures, text.as_ref(), fingerprint));
    }
    Checked {
        fingerprint,
        text,
        signatures,
        faults,
    }
}

fn of_signatures(
    signatures: &Signatures,
    text: Option<&Text>,
    fingerprint: Fingerprint,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    match text {
        Some(text) if text.relationship != signatures.relationship => {
            faults.push(Fault::OtherRelationship);
        }
        Some(text) if text.version != signatures.version => faults.push(Fault::OtherVersion {
            text: text.version,
            signed: signatures.version,
        }),
        Some(_) | None if fingerprint.hex() != signatures.agreement => {
            faults.push(Fault::TextDiffers);
        }
        Some(_) | None => {}
    }
    let keys = Side::BOTH.map(|side| PublicKey::from_hex(signatures.keys.of(side)));
    let [Some(mentor), Some(mentee)] = keys else {
        faults.push(Fault::BadKeys);
        return faults;
    };
    if mentor == mentee {
        faults.push(Fault::BadKeys);
    }
    for side in [Side::Mentee, Side::Mentor] {
        let key = match side {
            Side::Mentor => &mentor,
            Side::Mentee => &mentee,
        };
        let mut own = signatures
            .signatures
            .iter()
            .filter(|signed| signed.statement.role == side);
        let Some(signed) = own.next() else {
            faults.push(Fault::Missing(side));
            continue;
        };
        if own.next().is_some() {
            faults.push(Fault::Twice(side));
        }
        faults.extend(of_signed(signed, signatures, text, key));
        if signed.statement.kind == Kind::OnPaper {
            let other = match side {
                Side::Mentor => &mentee,
                Side::Mentee => &mentor,
            };
            faults.extend(of_confirmation(signed, signatures, other));
        }
    }
    // What confirms nothing would still look like a confirmation.
    let known = signatures.confirmations.iter().filter(|confirmed| {
        signatures
            .signatures
            .iter()
            .any(|signed| confirms(confirmed, &signed.statement))
    });
    if known.count() != signatures.confirmations.len() {
        let role = signatures
            .confirmations
            .first()
            .map_or(Side::Mentee, |confirmed| confirmed.statement.role);
        faults.push(Fault::WrongConfirmation(role));
    }
    faults
}

fn of_signed(
    signed: &Signed,
    signatures: &Signatures,
    text: Option<&Text>,
    key: &PublicKey,
) -> Vec<Fault> {
    let said = &signed.statement;
    let mut faults: Vec<Fault> = misfits(said, signatures, text)
        .into_iter()
        .map(|what| Fault::StatementDiffers(said.role, what))
        .collect();
    if !seal::holds(said, &signed.signature, key) {
        faults.push(Fault::Wrong(said.role));
    }
    faults
}

/// What of a statement does not fit the file it stands in, or the text.
fn misfits(said: &Statement, signatures: &Signatures, text: Option<&Text>) -> Vec<&'static str> {
    let agreed = text.map(|text| (text, text.person(said.role)));
    let whole = match said.kind {
        Kind::Typed => said.drawing.is_none() && said.paper.is_none(),
        Kind::Drawn => {
            said.paper.is_none() && said.drawing.as_ref().is_some_and(|d| d.check().is_ok())
        }
        Kind::OnPaper => said.drawing.is_none() && said.paper.is_some(),
    };
    [
        ("tag", said.tag == STATEMENT),
        ("relationship", said.relationship == signatures.relationship),
        ("version", said.version == signatures.version),
        ("agreement", said.agreement == signatures.agreement),
        (
            "follows",
            agreed.is_none_or(|(text, _)| said.follows == text.follows),
        ),
        ("keys", said.keys == signatures.keys),
        (
            "name",
            agreed.map_or_else(
                || signer::signable(&said.name).is_ok(),
                |(_, person)| signer::signs_as(&said.name, &person.name).as_ref() == Ok(&said.name),
            ),
        ),
        ("kind", whole),
        ("at", DateTime::parse_from_rfc3339(&said.at).is_ok()),
    ]
    .into_iter()
    .filter_map(|(what, fits)| (!fits).then_some(what))
    .collect()
}

/// Whether a confirmation is about this statement, by the other of the two.
fn confirms(confirmed: &Confirmed, statement: &Statement) -> bool {
    confirmed.statement.role == statement.role.other()
        && canonical::bytes(statement)
            .is_ok_and(|bytes| Fingerprint::of(&bytes).hex() == confirmed.statement.confirms)
}

fn of_confirmation(signed: &Signed, signatures: &Signatures, other: &PublicKey) -> Option<Fault> {
    let side = signed.statement.role;
    let Some(confirmed) = signatures
        .confirmations
        .iter()
        .find(|confirmed| confirms(confirmed, &signed.statement))
    else {
        return Some(Fault::Unconfirmed(side));
    };
    let said = &confirmed.statement;
    let fits = said.tag == CONFIRMATION
        && said.relationship == signatures.relationship
        && said.version == signatures.version
        && said.agreement == signatures.agreement
        && said.keys == signatures.keys
        && DateTime::parse_from_rfc3339(&said.at).is_ok()
        && seal::holds(said, &confirmed.signature, other);
    (!fits).then_some(Fault::WrongConfirmation(said.role))
}
