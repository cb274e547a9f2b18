//! The data key and how it is sealed: by a random secret of this device, or by words that people
//! know (recovery code, pass phrase).
//!
//! Nothing here prints a secret: the types have a `Debug` that says only that they are there, and
//! their bytes are wiped when they go.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

/// 256 random bits: the key of the data file, or a secret that this device keeps to unseal it.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A new one from the system's source of randomness.
    ///
    /// # Errors
    /// [`SecretError::NoRandomness`] when the system gives none.
    pub fn random() -> Result<Self, SecretError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| SecretError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// The key of these bytes, if they are exactly 32.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let array: [u8; 32] = bytes.try_into().ok()?;
        Some(Self(Zeroizing::new(array)))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(kept secret)")
    }
}

impl PartialEq for DataKey {
    fn eq(&self, other: &Self) -> bool {
        // No early exit: the time taken must not tell how much of a guess was right.
        self.0
            .iter()
            .zip(other.0.iter())
            .fold(0_u8, |differing, (one, another)| {
                differing | (one ^ another)
            })
            == 0
    }
}

impl Eq for DataKey {}

/// Why a secret could not be made or unsealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// The system gave no random bytes.
    #[error("the system gave no random numbers")]
    NoRandomness,
    /// What was given does not unseal it: the wrong words, the wrong device secret, or changed bytes.
    #[error("this does not open the key")]
    Wrong,
    /// The numbers beside the sealed key ask for a derivation that Fairlead never asks for.
    #[error("the key file asks for a derivation outside its limits")]
    Parameters,
}

/// What a sealed thing is for. It is authenticated with the content, so that a piece of one kind
/// cannot be put in another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The data key, for the recovery code.
    Recovery,
    /// The recovery code itself, for whoever has the data key.
    RecoveryCode,
    /// Nothing, for whoever has the data key: the proof that it is the one.
    Proof,
    /// The data key, for the secret of this device.
    Device,
    /// The data key, for the pass phrase.
    PassPhrase,
}

impl Purpose {
    const fn text(self) -> &'static str {
        match self {
            Self::Recovery => "data key for the recovery code",
            Self::RecoveryCode => "recovery code for the data key",
            Self::Proof => "proof of the data key",
            Self::Device => "data key for the device",
            Self::PassPhrase => "data key for the pass phrase",
        }
    }

    fn associated_data(self, key_id: &str) -> String {
        format!("fairlead keys 1\n{}\n{key_id}", self.text())
    }
}

/// Bytes sealed with XChaCha20-Poly1305 under a fresh random nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    #[serde(with = "hex::serde")]
    nonce: [u8; 24],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
}

impl Sealed {
    /// Seals `content` with `key`, for one purpose and one data key.
    ///
    /// # Errors
    /// [`SecretError::NoRandomness`].
    pub fn seal(
        key: &DataKey,
        content: &[u8],
        purpose: Purpose,
        key_id: &str,
    ) -> Result<Self, SecretError> {
        let mut nonce = [0_u8; 24];
        getrandom::fill(&mut nonce).map_err(|_| SecretError::NoRandomness)?;
        let sealed = XChaCha20Poly1305::new(key.bytes().into())
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: content,
                    aad: purpose.associated_data(key_id).as_bytes(),
                },
            )
            .map_err(|_| SecretError::Wrong)?;
        Ok(Self { nonce, sealed })
    }

    /// The content again.
    ///
    /// # Errors
    /// [`SecretError::Wrong`] when key, purpose or data key are others, or a bit changed.
    pub fn unseal(
        &self,
        key: &DataKey,
        purpose: Purpose,
        key_id: &str,
    ) -> Result<Zeroizing<Vec<u8>>, SecretError> {
        XChaCha20Poly1305::new(key.bytes().into())
            .decrypt(
                XNonce::from_slice(&self.nonce),
                Payload {
                    msg: &self.sealed,
                    aad: purpose.associated_data(key_id).as_bytes(),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| SecretError::Wrong)
    }
}

/// How much work Argon2id does. Kept beside what it sealed, so that later versions may raise it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Work {
    /// For a recovery code: it has 125 random bits, so this is a courtesy, not its strength
    /// (OWASP's smallest Argon2id setting).
    pub const RECOVERY_CODE: Self = Self {
        memory_kib: 19 * 1024,
        passes: 2,
        lanes: 1,
    };
    /// For a pass phrase, which people choose: 64 MiB and three passes make each guess dear
    /// (RFC 9106's second recommended setting).
    pub const PASS_PHRASE: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 4,
    };

    /// A changed file must not make Fairlead eat the computer's memory.
    const fn within_limits(self) -> bool {
        self.memory_kib >= 8 * 1024
            && self.memory_kib <= 1024 * 1024
            && self.passes >= 1
            && self.passes <= 16
            && self.lanes >= 1
            && self.lanes <= 16
    }

    fn stretch(self, words: &[u8], salt: &[u8]) -> Result<DataKey, SecretError> {
        if !self.within_limits() {
            return Err(SecretError::Parameters);
        }
        let parameters = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| SecretError::Parameters)?;
        let mut bytes = [0_u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into(words, salt, &mut bytes)
            .map_err(|_| SecretError::Parameters)?;
        let key = DataKey(Zeroizing::new(bytes));
        bytes.zeroize();
        Ok(key)
    }
}

/// The data key sealed by words that a person knows: Argon2id stretches them to a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedByWords {
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    work: Work,
    key: Sealed,
}

impl SealedByWords {
    /// Seals the data key with words.
    ///
    /// # Errors
    /// [`SecretError::NoRandomness`].
    pub fn seal(
        words: &[u8],
        work: Work,
        content: &DataKey,
        purpose: Purpose,
        key_id: &str,
    ) -> Result<Self, SecretError> {
        let mut salt = [0_u8; 16];
        getrandom::fill(&mut salt).map_err(|_| SecretError::NoRandomness)?;
        let stretched = work.stretch(words, &salt)?;
        Ok(Self {
            salt,
            work,
            key: Sealed::seal(&stretched, content.bytes(), purpose, key_id)?,
        })
    }

    /// The data key again.
    ///
    /// # Errors
    /// [`SecretError::Wrong`] for other words; [`SecretError::Parameters`] for absurd numbers.
    pub fn unseal(
        &self,
        words: &[u8],
        purpose: Purpose,
        key_id: &str,
    ) -> Result<DataKey, SecretError> {
        let stretched = self.work.stretch(words, &self.salt)?;
        let bytes = self.key.unseal(&stretched, purpose, key_id)?;
        DataKey::from_bytes(&bytes).ok_or(SecretError::Wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_key_opens_only_for_its_purpose_and_its_data_key() {
        let device = DataKey::random().unwrap();
        let key = DataKey::random().unwrap();
        let sealed = Sealed::seal(&device, key.bytes(), Purpose::Device, "one").unwrap();
        let again = sealed.unseal(&device, Purpose::Device, "one").unwrap();
        assert_eq!(DataKey::from_bytes(&again), Some(key));
        let wrong = SecretError::Wrong;
        assert_eq!(
            sealed
                .unseal(&device, Purpose::Recovery, "one")
                .unwrap_err(),
            wrong
        );
        assert_eq!(
            sealed.unseal(&device, Purpose::Device, "two").unwrap_err(),
            wrong
        );
        let other = DataKey::random().unwrap();
        assert_eq!(
            sealed.unseal(&other, Purpose::Device, "one").unwrap_err(),
            wrong
        );
    }

    #[test]
    fn words_seal_and_other_words_do_not_open() {
        let key = DataKey::random().unwrap();
        let work = Work::RECOVERY_CODE;
        let sealed =
            SealedByWords::seal(b"seven lanterns", work, &key, Purpose::PassPhrase, "k").unwrap();
        assert_eq!(
            sealed.unseal(b"seven lanterns", Purpose::PassPhrase, "k"),
            Ok(key)
        );
        assert_eq!(
            sealed.unseal(b"seven lantern", Purpose::PassPhrase, "k"),
            Err(SecretError::Wrong)
        );
    }

    #[test]
    fn absurd_work_is_refused_before_any_memory_is_taken() {
        let key = DataKey::random().unwrap();
        let mut sealed =
            SealedByWords::seal(b"w", Work::RECOVERY_CODE, &key, Purpose::PassPhrase, "k").unwrap();
        sealed.work.memory_kib = u32::MAX;
        assert_eq!(
            sealed.unseal(b"w", Purpose::PassPhrase, "k"),
            Err(SecretError::Parameters)
        );
    }

    #[test]
    fn secrets_do_not_print() {
        let key = DataKey::random().unwrap();
        let shown = format!("{key:?}");
        assert_eq!(shown, "DataKey(kept secret)");
        assert!(!shown.contains(&hex::encode(key.bytes())));
    }
}
