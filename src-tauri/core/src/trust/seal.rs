//! Signing a statement, and what a signature under it is worth.

use super::key::{PublicKey, Secrets};
use super::{Fingerprint, canonical};
use crate::domain::signature::{CONFIRMATION, Confirmation, STATEMENT, Statement};
use crate::error::{Error, Result};
use serde::Serialize;

/// Something that is signed.
pub trait Sealable: Serialize {
    /// What stands before its bytes when they are signed.
    const TAG: &'static str;
}

impl Sealable for Statement {
    const TAG: &'static str = STATEMENT;
}

impl Sealable for Confirmation {
    const TAG: &'static str = CONFIRMATION;
}

/// A statement in its canonical bytes, with its fingerprint and a signature under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Canonical JSON.
    pub bytes: Vec<u8>,
    /// SHA-256 of these bytes.
    pub fingerprint: Fingerprint,
    /// Ed25519, 128 hexadecimal digits.
    pub signature: String,
}

/// Signs a statement.
///
/// # Errors
/// Internal; every statement has a canonical form.
pub fn sign<T: Sealable>(statement: &T, secrets: &Secrets) -> Result<Seal> {
    let bytes = canonical::bytes(statement).map_err(Error::Internal)?;
    Ok(Seal {
        fingerprint: Fingerprint::of(&bytes),
        signature: hex::encode(secrets.sign(T::TAG, &bytes)),
        bytes,
    })
}

/// Whether a signature (128 lower-case hexadecimal digits) of this key stands under a statement.
pub fn holds<T: Sealable>(statement: &T, signature: &str, key: &PublicKey) -> bool {
    let mut read = [0_u8; 64];
    hex::decode_to_slice(signature, &mut read).is_ok()
        && hex::encode(read) == signature
        && canonical::bytes(statement).is_ok_and(|bytes| key.holds(T::TAG, &bytes, &read))
}
