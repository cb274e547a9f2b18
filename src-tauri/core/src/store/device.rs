//! This device's secret: in the operating system's keychain, or in a file of the data folder.

use crate::files::{self, FileError, Readers};
use crate::keychain::{Keychain, KeychainError};

use super::error::StoreError;
use super::folder::Folder;
use super::keys::{DevicePlace, Keys};
use super::refusal::KeyGone;
use super::secret::DataKey;

/// The keychain's account for a data key: two data folders of one person do not collide.
fn account(keys: &Keys) -> String {
    format!("data-key-{}", keys.id())
}

/// Fetches this device's secret and unseals the data key with it.
pub(super) fn unseal(
    keys: &Keys,
    folder: &Folder,
    keychain: &dyn Keychain,
) -> Result<DataKey, KeyGone> {
    let Some(seal) = &keys.device else {
        return Err(KeyGone::NeverHere);
    };
    let secret = match seal.place {
        DevicePlace::Keychain => match keychain.get(&account(keys)) {
            Ok(Some(bytes)) => zeroize::Zeroizing::new(bytes),
            Ok(None) => return Err(KeyGone::NotInKeychain),
            Err(KeychainError::Locked) => return Err(KeyGone::KeychainLocked),
            Err(KeychainError::Unavailable | KeychainError::Failed(_)) => {
                return Err(KeyGone::KeychainSilent);
            }
        },
        DevicePlace::File => match read_key_file(folder) {
            Ok(bytes) => bytes,
            Err(_) => return Err(KeyGone::NoKeyFile),
        },
    };
    let secret = DataKey::from_bytes(&secret).ok_or(KeyGone::Changed)?;
    keys.open_with_device(&secret).map_err(|_| KeyGone::Changed)
}

/// Keeps a new secret on this device and seals the data key with it: in the keychain if that
/// gives back what it was given, else in the key file.
///
/// `keys` is changed but not written.
pub(super) fn seal(
    keys: &mut Keys,
    key: &DataKey,
    folder: &Folder,
    keychain: &dyn Keychain,
) -> Result<(), StoreError> {
    let secret = DataKey::random()?;
    let name = account(keys);
    let kept = keychain.set(&name, secret.bytes()).is_ok()
        && keychain
            .get(&name)
            .is_ok_and(|back| back.as_deref() == Some(secret.bytes().as_slice()));
    let place = if kept {
        DevicePlace::Keychain
    } else {
        write_key_file(folder, &secret)?;
        DevicePlace::File
    };
    keys.seal_for_device(key, &secret, place)?;
    Ok(())
}

/// Removes this device's secret after the key file no longer needs it. Without the seal it opens
/// nothing, so that a failure here is no harm.
pub(super) fn forget(keys: &Keys, folder: &Folder, keychain: &dyn Keychain) {
    let in_use = keys.device.as_ref().map(|seal| seal.place);
    if in_use != Some(DevicePlace::Keychain) {
        let _ = keychain.delete(&account(keys));
    }
    if in_use != Some(DevicePlace::File) {
        let _ = std::fs::remove_file(folder.device_key());
    }
}

/// Gives a copy of the folder the same key file.
pub(super) fn copy_key_file(from: &Folder, to: &Folder) -> Result<(), FileError> {
    let text = files::read_limited(&from.device_key(), 256).map(zeroize::Zeroizing::new)?;
    files::write_whole(&to.device_key(), &text, Readers::Owner)
}

fn write_key_file(folder: &Folder, secret: &DataKey) -> Result<(), FileError> {
    let mut text = zeroize::Zeroizing::new(hex::encode(secret.bytes()));
    text.push('\n');
    files::write_whole(&folder.device_key(), text.as_bytes(), Readers::Owner)
}

fn read_key_file(folder: &Folder) -> Result<zeroize::Zeroizing<Vec<u8>>, KeyGone> {
    let path = folder.device_key();
    let text = files::read_limited(&path, 256)
        .map(zeroize::Zeroizing::new)
        .map_err(|_| KeyGone::NoKeyFile)?;
    keep_to_owner(&path);
    let text = std::str::from_utf8(&text).map_err(|_| KeyGone::Changed)?;
    hex::decode(text.trim())
        .map(zeroize::Zeroizing::new)
        .map_err(|_| KeyGone::Changed)
}

/// A copy made by hand may have lost the mode; it is set again without a word.
fn keep_to_owner(path: &std::path::Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if let Ok(found) = std::fs::metadata(path)
            && found.permissions().mode() & 0o077 != 0
        {
            let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}
