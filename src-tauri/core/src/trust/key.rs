//! A person's keys: Ed25519 for the text of record, P-256 for PDFs, and the tie between the two.
//!
//! Readers of PDF know no Ed25519, so that a person has a second key for them. What ties it to the first is
//! the binding: the first key, and its signature over the second, inside the certificate.

use super::Fingerprint;
use crate::error::{Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use fairlead_press::{Person, SecretKey};
use std::fmt;
use zeroize::Zeroizing;

/// What stands before a P-256 key when the Ed25519 key signs it.
pub const PDF_KEY: &str = "fairlead.pdf-key/1";
/// Length of a binding: the Ed25519 key and its signature.
pub const BINDING: usize = 96;
/// Length of an uncompressed point of P-256.
const P256_POINT: usize = 65;

/// A person's public key: Ed25519.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// The key of these bytes; none where no honest key has them.
    pub fn from_bytes(bytes: [u8; 32]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(&bytes).ok()?;
        // A key of small order holds for every message. Also refused: a second form of the same key.
        (!key.is_weak() && key.to_edwards().compress().0 == bytes).then_some(Self(bytes))
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let mut bytes = [0_u8; 32];
        hex::decode_to_slice(digits, &mut bytes).ok()?;
        Self::from_bytes(bytes).filter(|key| key.hex() == digits)
    }

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        hex::encode(self.0)
    }

    /// The fingerprint, by which people compare keys.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.0)
    }

    /// Whether a signature of this key stands under a message of this kind. Strict: no small-order parts, no
    /// second form of a signature (RFC 8032).
    pub fn holds(&self, tag: &str, message: &[u8], signature: &[u8; 64]) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            key.verify_strict(&tagged(tag, message), &Signature::from_bytes(signature))
                .is_ok()
        })
    }
}

/// The bytes that are signed: the kind, a line end, the message.
fn tagged(tag: &str, message: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(tag.len() + 1 + message.len());
    bytes.extend_from_slice(tag.as_bytes());
    bytes.push(b'\n');
    bytes.extend_from_slice(message);
    bytes
}

/// Both secrets of a person, drawn once. They print nothing and are wiped when dropped.
pub struct Secrets {
    own: SigningKey,
    pdf: Zeroizing<[u8; 32]>,
}

impl Secrets {
    /// New ones from the system's source of randomness.
    ///
    /// # Errors
    /// Internal, where the system gives none.
    pub fn draw() -> Result<Self> {
        let own = random()?;
        loop {
            let pdf = random()?;
            // One draw in four thousand million is no key of P-256.
            if SecretKey::from_bytes(&pdf).is_ok() {
                return Ok(Self {
                    own: SigningKey::from_bytes(&own),
                    pdf,
                });
            }
        }
    }

    /// The secrets of these bytes: those that [`Secrets::own_bytes`] and [`Secrets::pdf_bytes`] gave.
    pub fn from_bytes(own: &[u8], pdf: &[u8]) -> Option<Self> {
        let own = Zeroizing::new(<[u8; 32]>::try_from(own).ok()?);
        let pdf = Zeroizing::new(<[u8; 32]>::try_from(pdf).ok()?);
        SecretKey::from_bytes(&pdf).ok()?;
        Some(Self {
            own: SigningKey::from_bytes(&own),
            pdf,
        })
    }

    /// The Ed25519 secret, for the encrypted file alone.
    pub fn own_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.own.to_bytes())
    }

    /// The P-256 secret, for the encrypted file alone.
    pub fn pdf_bytes(&self) -> Zeroizing<[u8; 32]> {
        self.pdf.clone()
    }

    /// The public key.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.own.verifying_key().to_bytes())
    }

    /// Signs a message of a kind.
    pub fn sign(&self, tag: &str, message: &[u8]) -> [u8; 64] {
        self.own.sign(&tagged(tag, message)).to_bytes()
    }

    /// The key for PDFs.
    ///
    /// # Errors
    /// Internal; the bytes were a key when they were drawn.
    pub fn pdf_key(&self) -> Result<SecretKey> {
        SecretKey::from_bytes(&self.pdf).map_err(|error| Error::Internal(error.to_string()))
    }

    /// The person's own certificate for PDFs, in DER: valid from `made`, and without an end, since a
    /// signature has to be checked for as long as the paper is kept.
    ///
    /// # Errors
    /// Internal, where the certificate cannot be written.
    pub fn certificate(&self, person: Person<'_>, made: DateTime<Utc>) -> Result<Vec<u8>> {
        let key = self.pdf_key()?;
        let end = NaiveDate::from_ymd_opt(9999, 12, 31)
            .and_then(|day| day.and_hms_opt(23, 59, 59))
            .ok_or_else(|| Error::Internal("the end of time".to_owned()))?;
        let validity = (made, end.and_utc());
        fairlead_press::certificate(&key, person, &self.binding(&key.public()), validity)
            .map_err(|error| Error::Internal(error.to_string()))
    }

    fn binding(&self, pdf: &[u8]) -> Vec<u8> {
        let mut binding = self.public().0.to_vec();
        binding.extend_from_slice(&self.sign(PDF_KEY, pdf));
        binding
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(kept secret)")
    }
}

fn random() -> Result<Zeroizing<[u8; 32]>> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    getrandom::fill(bytes.as_mut_slice())
        .map_err(|_| Error::Internal("the system gave no random numbers".to_owned()))?;
    Ok(bytes)
}

/// The Ed25519 key to which a certificate is bound; none where the binding does not hold for this P-256 key
/// (65 bytes, uncompressed).
pub fn bound_to(binding: &[u8], pdf: &[u8]) -> Option<PublicKey> {
    if binding.len() != BINDING || pdf.len() != P256_POINT {
        return None;
    }
    let (key, signature) = binding.split_at_checked(32)?;
    let key = PublicKey::from_bytes(key.try_into().ok()?)?;
    let signature: [u8; 64] = signature.try_into().ok()?;
    key.holds(PDF_KEY, pdf, &signature).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::from_iso;

    fn secrets(seed: u8) -> Secrets {
        Secrets::from_bytes(&[seed; 32], &[seed; 32]).unwrap()
    }

    #[test]
    fn the_first_vector_of_rfc_8032_holds() {
        let secret =
            hex::decode("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                .unwrap();
        let secrets = Secrets::from_bytes(&secret, &[1; 32]).unwrap();
        assert_eq!(
            secrets.public().hex(),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert_eq!(
            hex::encode(secrets.own.sign(b"").to_bytes()),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        );
    }

    #[test]
    fn a_signature_holds_for_its_kind_its_message_and_its_key_alone() {
        let (one, other) = (secrets(7), secrets(8));
        let signature = one.sign("kind/1", b"message");
        assert!(one.public().holds("kind/1", b"message", &signature));
        assert!(!one.public().holds("kind/2", b"message", &signature));
        assert!(!one.public().holds("kind/1", b"massage", &signature));
        assert!(!other.public().holds("kind/1", b"message", &signature));
        assert_eq!(signature, one.sign("kind/1", b"message"), "deterministic");
        for at in 0..64 {
            let mut bent = signature;
            bent[at] ^= 1;
            assert!(
                !one.public().holds("kind/1", b"message", &bent),
                "byte {at}"
            );
        }
    }

    #[test]
    fn weak_and_doubled_keys_are_no_keys() {
        for weak in [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            // The identity once more, in a form that is not the shortest.
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ] {
            assert_eq!(PublicKey::from_hex(weak), None, "{weak}");
        }
        let good = secrets(7).public().hex();
        assert!(PublicKey::from_hex(&good).is_some());
        assert_eq!(PublicKey::from_hex(&good.to_uppercase()), None);
    }

    #[test]
    fn a_certificate_is_bound_to_one_key() {
        let (one, other) = (secrets(7), secrets(8));
        let made = from_iso("2026-03-24")
            .unwrap()
            .and_hms_opt(10, 0, 0)
            .unwrap()
            .and_utc();
        let person = Person {
            name: "Priya Raman",
            title: "Mentee",
        };
        let certificate = one.certificate(person, made).unwrap();
        assert_eq!(certificate, one.certificate(person, made).unwrap());
        let pdf = one.pdf_key().unwrap().public();
        let mut binding = one.binding(&pdf);
        assert_eq!(bound_to(&binding, &pdf), Some(one.public()));
        assert_eq!(bound_to(&binding, &other.pdf_key().unwrap().public()), None);
        assert_eq!(bound_to(&other.binding(&pdf), &pdf), Some(other.public()));
        for at in 0..BINDING {
            binding[at] ^= 1;
            assert_eq!(bound_to(&binding, &pdf), None, "byte {at}");
            binding[at] ^= 1;
        }
        assert_eq!(bound_to(&binding[..95], &pdf), None);
    }

    #[test]
    fn secrets_do_not_print_and_are_not_drawn_twice() {
        let one = Secrets::draw().unwrap();
        assert_eq!(format!("{one:?}"), "Secrets(kept secret)");
        assert_ne!(one.public(), Secrets::draw().unwrap().public());
        let again =
            Secrets::from_bytes(one.own_bytes().as_slice(), one.pdf_bytes().as_slice()).unwrap();
        assert_eq!(again.public(), one.public());
        assert!(Secrets::from_bytes(&[1; 31], &[1; 32]).is_none());
        assert!(Secrets::from_bytes(&[1; 32], &[0; 32]).is_none());
    }
}
