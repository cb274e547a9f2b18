//! Signs a PDF: one PAdES signature (level B-B) as an addition behind the exact bytes that were given.
//!
//! Everything that decides the bytes is passed in, and the signature is RFC 6979's, so the same input gives the same file.
//! ECDSA over P-256 with SHA-256 is what readers of today can check; a certificate of the person's own carries the key.

mod certificate;
pub(crate) mod cms;
mod increment;

pub(crate) use certificate::{BINDING, COMMON_NAME};
pub use certificate::{Person, certificate};
pub(crate) use increment::{FILTER, SUB_FILTER};

use chrono::{DateTime, Utc};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use thiserror::Error;
use x509_cert::{Certificate, der::Decode};

use crate::pdf::{File, ReadError};

/// A person's secret key on the curve P-256, for signing PDFs and nothing else. It is wiped from memory when dropped.
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// A key from 32 bytes, which the caller draws at random and keeps secret.
    ///
    /// # Errors
    /// [`SignError::Key`] for the few numbers that are no keys; one draw in four thousand million.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SignError> {
        SigningKey::from_slice(bytes)
            .map(Self)
            .map_err(|_| SignError::Key)
    }

    /// The public key: 65 bytes, SEC 1 without compression.
    pub fn public(&self) -> Vec<u8> {
        self.0
            .verifying_key()
            .to_encoded_point(false)
            .as_bytes()
            .to_vec()
    }

    /// The signature of a message, as DER.
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.0.sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey")
    }
}

/// What a signature is made of.
#[derive(Debug)]
pub struct Signing<'a> {
    /// The signer's key.
    pub key: &'a SecretKey,
    /// The signer's certificate in DER, as [`certificate`] made it for this key.
    pub certificate: &'a [u8],
    /// The name of the empty field to sign, as the document gave it ([`crate::SignatureField`]).
    pub field: &'a str,
    /// Who signs, as readers show it.
    pub name: &'a str,
    /// When: the signer's own clock. It is written to the second.
    pub at: DateTime<Utc>,
    /// What for, like "I agree to this version"; may be empty.
    pub reason: &'a str,
}

/// Why nothing was signed.
#[derive(Debug, Error)]
pub enum SignError {
    /// The file could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The file does not end where its newest revision ends, so a signature would cover what no reader shows.
    #[error("something follows the end of the file")]
    Tail,
    /// There is no signature field of that name.
    #[error("the file has no signature field called {0:?}")]
    NoField(String),
    /// The field is signed already.
    #[error("the field {0:?} is signed already")]
    Signed(String),
    /// The bytes are no secret key.
    #[error("this is no secret key")]
    Key,
    /// The certificate cannot be read, or is another key's.
    #[error("the certificate is not this key's")]
    Certificate,
    /// The time lies outside the years 1970 to 9999.
    #[error("the time cannot be written")]
    Time,
    /// The signature or certificate could not be encoded.
    #[error("the signature cannot be written: {0}")]
    Encode(#[from] x509_cert::der::Error),
}

/// Signs a field of a PDF. The answer begins with the given bytes, unchanged; behind them stand the signature and its field.
///
/// # Errors
/// [`SignError`]
pub fn sign(pdf: &[u8], signing: &Signing<'_>) -> Result<Vec<u8>, SignError> {
    let own = Certificate::from_der(signing.certificate).map_err(|_| SignError::Certificate)?;
    let key = &own.tbs_certificate.subject_public_key_info;
    if key.subject_public_key.raw_bytes() != signing.key.public() {
        return Err(SignError::Certificate);
    }
    let file = File::read(pdf)?;
    if file.tail() > 0 {
        return Err(SignError::Tail);
    }
    // A place of the right size first: what stands in it takes no part in what is signed.
    let room = cms::assemble(&own, &[0; 32], &cms::LONGEST_SIGNATURE)?.len();
    let mut signed = increment::add(&file, signing, room)?;
    let digest = signed.digest();
    let attributes = cms::attributes_to_sign(signing.certificate, &digest)?;
    let signature = signing.key.sign(&attributes);
    signed.fill(&cms::assemble(&own, &digest, &signature)?);
    Ok(signed.bytes)
}
