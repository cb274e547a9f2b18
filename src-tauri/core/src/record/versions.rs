//! The versions of an agreement and what stands under them, typed.

use super::state::{number, text};
use crate::domain::ids::{RelationshipId, SignatureId, VersionId};
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::signature::{Confirmation, Keys, Kind, Statement};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::shared::{self, Row};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A signature under a version.
#[derive(Debug, Clone)]
pub(crate) struct Signature {
    pub id: SignatureId,
    pub side: Side,
    pub kind: Kind,
    pub statement: Statement,
    /// SHA-256 of the canonical bytes of the statement.
    pub sha256: String,
    pub signature: String,
    pub certificate: String,
    /// When (RFC 9557).
    pub at: String,
    position: i64,
}

/// That the other person saw a signature by hand.
#[derive(Debug, Clone)]
pub(crate) struct Confirmed {
    pub confirms: SignatureId,
    pub side: Side,
    pub statement: Confirmation,
    pub signature: String,
    pub at: String,
    position: i64,
}

/// A step on the way.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub side: Side,
    pub handed_over: bool,
    pub at: String,
    position: i64,
}

/// That a version was taken back before both had signed.
#[derive(Debug, Clone)]
pub(crate) struct Withdrawal {
    pub side: Side,
    /// Another text was frozen in its place, before anybody had signed.
    pub superseded: bool,
    pub at: String,
}

/// A version with everything under it.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub id: VersionId,
    pub number: u32,
    /// Canonical JSON.
    pub text: String,
    pub sha256: String,
    pub follows: Option<String>,
    pub frozen_at: String,
    pub keys: Keys,
    pub computer_of: Side,
    /// In the order in which they were made.
    pub signatures: Vec<Signature>,
    pub confirmations: Vec<Confirmed>,
    pub steps: Vec<Step>,
    pub withdrawal: Option<Withdrawal>,
    position: i64,
}

/// The versions of a relationship, in the order in which they were frozen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Versions(pub Vec<Version>);

fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

fn broken(what: &str, id: &str) -> Error {
    Error::Internal(format!("{what} {id} cannot be read"))
}

fn side(row: &Row, column: &str, id: &str) -> Result<Side> {
    Side::from_key(&text(row, column)).ok_or_else(|| broken("side of", id))
}

fn read<T: DeserializeOwned>(row: &Row, column: &str, id: &str) -> Result<T> {
    serde_json::from_str(&text(row, column)).map_err(|_| broken(column, id))
}

impl Versions {
    /// Reads them all.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut versions = Vec::new();
        for (id, row) in shared::rows(tx, &schema::VERSION, relationship)? {
            versions.push(Version {
                number: number(&row, "number").ok_or_else(|| broken("number of", &id))?,
                text: text(&row, "text"),
                sha256: text(&row, "sha256"),
                follows: super::state::maybe_text(&row, "follows"),
                frozen_at: text(&row, "frozen_at"),
                keys: Keys {
                    mentor: text(&row, "mentor_key"),
                    mentee: text(&row, "mentee_key"),
                },
                computer_of: side(&row, "computer_of", &id)?,
                signatures: Vec::new(),
                confirmations: Vec::new(),
                steps: Vec::new(),
                withdrawal: None,
                position: position(&row),
                id: VersionId(id),
            });
        }
        versions.sort_by_key(|version| version.position);
        let mut all = Self(versions);
        all.take_signatures(tx, relationship)?;
        all.take_steps(tx, relationship)?;
        Ok(all)
    }

    fn owner(&mut self, row: &Row, id: &str) -> Result<&mut Version> {
        let version = text(row, "version");
        self.0
            .iter_mut()
            .find(|each| each.id.as_str() == version)
            .ok_or_else(|| broken("version of", id))
    }

    fn take_signatures(&mut self, tx: &Tx<'_>, relationship: &RelationshipId) -> Result<()> {
        for (id, row) in shared::rows(tx, &schema::SIGNATURE, relationship)? {
            let statement: Statement = read(&row, "statement", &id)?;
            self.owner(&row, &id)?.signatures.push(Signature {
                side: side(&row, "side", &id)?,
                kind: statement.kind,
                statement,
                sha256: text(&row, "sha256"),
                signature: text(&row, "signature"),
                certificate: text(&row, "certificate"),
                at: text(&row, "at"),
                position: position(&row),
                id: SignatureId(id),
            });
        }
        for (id, row) in shared::rows(tx, &schema::CONFIRMATION, relationship)? {
            self.owner(&row, &id)?.confirmations.push(Confirmed {
                confirms: SignatureId(text(&row, "confirms")),
                side: side(&row, "side", &id)?,
                statement: read(&row, "statement", &id)?,
                signature: text(&row, "signature"),
                at: text(&row, "at"),
                position: position(&row),
            });
        }
        for version in &mut self.0 {
            version.signatures.sort_by_key(|each| each.position);
            version.confirmations.sort_by_key(|each| each.position);
        }
        Ok(())
    }

    fn take_steps(&mut self, tx: &Tx<'_>, relationship: &RelationshipId) -> Result<()> {
        for (id, row) in shared::rows(tx, &schema::SIGNING_STEP, relationship)? {
            self.owner(&row, &id)?.steps.push(Step {
                side: side(&row, "side", &id)?,
                handed_over: text(&row, "what") == "handed_over",
                at: text(&row, "at"),
                position: position(&row),
            });
        }
        for (id, row) in shared::rows(tx, &schema::WITHDRAWAL, relationship)? {
            let withdrawal = Withdrawal {
                side: side(&row, "side", &id)?,
                superseded: text(&row, "reason") == "superseded",
                at: text(&row, "at"),
            };
            self.owner(&row, &id)?.withdrawal = Some(withdrawal);
        }
        for version in &mut self.0 {
            version.steps.sort_by_key(|each| each.position);
        }
        Ok(())
    }

    /// The version that is being signed: frozen, not taken back, not signed by both.
    pub(crate) fn open(&self) -> Option<&Version> {
        self.0
            .iter()
            .rev()
            .find(|version| version.withdrawal.is_none() && !version.is_signed())
    }

    /// The versions that both have signed, in order.
    pub(crate) fn signed(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.0.iter().filter(|version| version.is_signed())
    }

    /// The newest version that both have signed.
    pub(crate) fn newest_signed(&self) -> Option<&Version> {
        self.signed().next_back()
    }

    /// The number that the next version to be signed has.
    pub(crate) fn next_number(&self) -> u32 {
        self.newest_signed()
            .map_or(1, |version| version.number.saturating_add(1))
    }

    /// The place of the next row in a table of this relationship: how many rows of its kind there are.
    pub(crate) fn next_position(
        tx: &Tx<'_>,
        relationship: &RelationshipId,
        record: &'static schema::Record,
    ) -> Result<i64> {
        let count = shared::rows(tx, record, relationship)?.len();
        Ok(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl Version {
    /// The signature of one of the two.
    pub(crate) fn signature(&self, side: Side) -> Option<&Signature> {
        self.signatures.iter().find(|each| each.side == side)
    }

    /// The confirmation of a signature by hand.
    pub(crate) fn confirmation(&self, signature: &Signature) -> Option<&Confirmed> {
        self.confirmations
            .iter()
            .find(|each| each.confirms == signature.id)
    }

    /// Whether a signature still has to be confirmed by the other person.
    pub(crate) fn waits_for_confirmation(&self, signature: &Signature) -> bool {
        signature.kind == Kind::OnPaper && self.confirmation(signature).is_none()
    }

    /// Whether both have signed, and what was signed by hand is confirmed.
    pub(crate) fn is_signed(&self) -> bool {
        Side::BOTH.into_iter().all(|side| {
            self.signature(side)
                .is_some_and(|signature| !self.waits_for_confirmation(signature))
        })
    }
}
