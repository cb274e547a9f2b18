//! `keys.json`: the data key, sealed once for the recovery code and once for this device or for a
//! pass phrase. The file holds no secret in the clear.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::files::{self, FileError, Readers};

use super::error::StoreError;
use super::folder::Folder;
use super::recovery_code::RecoveryCode;
use super::secret::{DataKey, Purpose, Sealed, SealedByWords, SecretError, Work};

/// The file's format; a higher number is of a newer Fairlead.
const FORMAT: u32 = 1;
/// The most that is read of it. A real one has about 1 kB.
const LONGEST: u64 = 64 * 1024;

/// Where this device keeps the secret that unseals the data key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DevicePlace {
    /// In the operating system's keychain.
    Keychain,
    /// In a file of the data folder that only this person's account may read.
    File,
}

/// The data key sealed by this device's secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeviceSeal {
    pub(super) place: DevicePlace,
    key: Sealed,
}

/// The recovery code: what it seals, and the code itself, sealed for showing it again until the
/// person has confirmed that it is kept somewhere. Then Fairlead forgets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recovery {
    key: SealedByWords,
    code: Option<Sealed>,
}

/// The sealed keys of one data folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keys {
    /// Names the data key, so that a backup's copy is known to belong to it. Random, no secret.
    id: String,
    /// An empty text sealed with the data key: tells whether a key is the one of this file.
    proof: Sealed,
    recovery: Recovery,
    pub(super) device: Option<DeviceSeal>,
    pass_phrase: Option<SealedByWords>,
}

/// The file: the keys, and a check by which a changed bit is told apart from a wrong code. The
/// second copy then serves.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: u32,
    keys: Keys,
    check: String,
}

/// What every format begins with.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// Why a key file could not be read.
#[derive(Debug)]
pub(super) enum KeysError {
    /// There is none.
    Missing,
    /// A newer Fairlead wrote it.
    Newer(u32),
    /// It is not what Fairlead writes: cut short, changed, or something else.
    Garbled,
}

impl Keys {
    /// Keys for a new folder: a new data key, sealed for a new recovery code alone.
    pub(super) fn create() -> Result<(Self, DataKey), StoreError> {
        let key = DataKey::random()?;
        let mut id = [0_u8; 16];
        getrandom::fill(&mut id).map_err(|_| SecretError::NoRandomness)?;
        let id = hex::encode(id);
        let recovery = Recovery::create(&key, &id)?;
        Ok((
            Self {
                proof: Sealed::seal(&key, b"", Purpose::Proof, &id)?,
                id,
                recovery,
                device: None,
                pass_phrase: None,
            },
            key,
        ))
    }

    /// The name of the data key; also this folder's account in the keychain.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Whether a data key is the one that this file seals.
    pub(super) fn belongs_to(&self, key: &DataKey) -> bool {
        self.proof.unseal(key, Purpose::Proof, &self.id).is_ok()
    }

    /// Whether a pass phrase is asked at the start.
    pub(super) const fn has_pass_phrase(&self) -> bool {
        self.pass_phrase.is_some()
    }

    /// Reads a key file.
    pub(super) fn read(path: &Path) -> Result<Self, KeysError> {
        if !super::folder::exists(path) {
            return Err(KeysError::Missing);
        }
        let bytes = files::read_limited(path, LONGEST).map_err(|_| KeysError::Garbled)?;
        let head: Head = serde_json::from_slice(&bytes).map_err(|_| KeysError::Garbled)?;
        if head.format > FORMAT {
            return Err(KeysError::Newer(head.format));
        }
        let file: KeyFile = serde_json::from_slice(&bytes).map_err(|_| KeysError::Garbled)?;
        if file.check != file.keys.check() {
            return Err(KeysError::Garbled);
        }
        Ok(file.keys)
    }

    /// Writes a key file, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<(), FileError> {
        files::write_whole(path, self.text().as_bytes(), Readers::Owner)
    }

    fn text(&self) -> String {
        let file = KeyFile {
            format: FORMAT,
            keys: self.clone(),
            check: self.check(),
        };
        // A struct of strings and numbers always has a JSON text.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// SHA-256 of the keys as JSON without spaces. No protection from anybody who means harm: each
    /// seal is authenticated by itself.
    fn check(&self) -> String {
        let text = serde_json::to_vec(self).unwrap_or_default();
        hex::encode(Sha256::digest(text))
    }

    /// Writes the key file and its copies: beside the backups, and in each backup of this data key.
    ///
    /// The first must succeed. A copy that could not be written keeps the earlier seals, so its
    /// path is given back.
    pub(super) fn write_everywhere(&self, folder: &Folder) -> Result<Vec<FileError>, FileError> {
        self.write(&folder.keys())?;
        let mut failed = Vec::new();
        if let Err(error) = files::make_private_folder(&folder.backups()) {
            failed.push(error);
            return Ok(failed);
        }
        if let Err(error) = self.write(&folder.keys_copy()) {
            failed.push(error);
        }
        for backup in super::backup::folders(folder) {
            let copy = backup.join("keys.json");
            let same = Self::read(&copy).is_ok_and(|old| old.id == self.id);
            if same && let Err(error) = self.write(&copy) {
                failed.push(error);
            }
        }
        Ok(failed)
    }

    /// Unseals the data key with this device's secret.
    pub(super) fn open_with_device(&self, secret: &DataKey) -> Result<DataKey, SecretError> {
        let seal = self.device.as_ref().ok_or(SecretError::Wrong)?;
        let bytes = seal.key.unseal(secret, Purpose::Device, &self.id)?;
        DataKey::from_bytes(&bytes).ok_or(SecretError::Wrong)
    }

    /// Unseals the data key with the recovery code.
    pub(super) fn open_with_code(&self, code: &RecoveryCode) -> Result<DataKey, SecretError> {
        self.recovery
            .key
            .unseal(&code.words(), Purpose::Recovery, &self.id)
    }

    /// Unseals the data key with the pass phrase.
    pub(super) fn open_with_pass_phrase(&self, phrase: &str) -> Result<DataKey, SecretError> {
        self.pass_phrase.as_ref().ok_or(SecretError::Wrong)?.unseal(
            &normal(phrase),
            Purpose::PassPhrase,
            &self.id,
        )
    }

    /// Seals the data key for this device; a pass phrase is asked no more.
    pub(super) fn seal_for_device(
        &mut self,
        key: &DataKey,
        secret: &DataKey,
        place: DevicePlace,
    ) -> Result<(), SecretError> {
        let sealed = Sealed::seal(secret, key.bytes(), Purpose::Device, &self.id)?;
        self.device = Some(DeviceSeal { place, key: sealed });
        self.pass_phrase = None;
        Ok(())
    }

    /// Seals the data key for a pass phrase; this device alone can open it no more.
    pub(super) fn seal_for_pass_phrase(
        &mut self,
        key: &DataKey,
        phrase: &str,
    ) -> Result<(), SecretError> {
        self.pass_phrase = Some(SealedByWords::seal(
            &normal(phrase),
            Work::PASS_PHRASE,
            key,
            Purpose::PassPhrase,
            &self.id,
        )?);
        self.device = None;
        Ok(())
    }

    /// A new recovery code in place of the old one, which opens this file no more.
    pub(super) fn renew_code(&mut self, key: &DataKey) -> Result<(), SecretError> {
        self.recovery = Recovery::create(key, &self.id)?;
        Ok(())
    }

    /// The recovery code again, for showing it; none once it was confirmed.
    pub(super) fn code(&self, key: &DataKey) -> Result<Option<RecoveryCode>, SecretError> {
        let Some(sealed) = &self.recovery.code else {
            return Ok(None);
        };
        let bytes = sealed.unseal(key, Purpose::RecoveryCode, &self.id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| SecretError::Wrong)?;
        RecoveryCode::read(text)
            .map(Some)
            .map_err(|_| SecretError::Wrong)
    }

    /// Whether the person said that the code is kept somewhere.
    pub(super) const fn is_confirmed(&self) -> bool {
        self.recovery.code.is_none()
    }

    /// Forgets the code itself: it is kept somewhere else.
    pub(super) fn confirm(&mut self) {
        self.recovery.code = None;
    }
}

impl Recovery {
    fn create(key: &DataKey, id: &str) -> Result<Self, SecretError> {
        let code = RecoveryCode::random()?;
        Ok(Self {
            key: SealedByWords::seal(
                &code.words(),
                Work::RECOVERY_CODE,
                key,
                Purpose::Recovery,
                id,
            )?,
            code: Some(Sealed::seal(
                key,
                code.shown().as_bytes(),
                Purpose::RecoveryCode,
                id,
            )?),
        })
    }
}

/// A pass phrase is the same however the keyboard composes its accents.
fn normal(phrase: &str) -> Zeroizing<Vec<u8>> {
    use unicode_normalization::UnicodeNormalization;
    let mut bytes = Zeroizing::new(Vec::with_capacity(phrase.len() * 4));
    for character in phrase.nfkc() {
        let mut buffer = Zeroizing::new([0_u8; 4]);
        bytes.extend_from_slice(character.encode_utf8(buffer.as_mut_slice()).as_bytes());
    }
    bytes
}
