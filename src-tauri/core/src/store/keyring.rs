//! What a person does with the keys of an open folder: see, confirm and renew the recovery code,
//! set and remove a pass phrase.

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

use super::error::StoreError;
use super::keys::{DevicePlace, Keys};
use super::recovery_code::{Mistyped, RecoveryCode};
use super::tries::Tries;
use super::{Store, device};

/// The fewest characters of a pass phrase.
pub const SHORTEST_PASS_PHRASE: usize = 8;
/// The most bytes of a pass phrase: no keyboard gets there, only a mistaken paste.
pub const LONGEST_PASS_PHRASE: usize = 1024;

/// What opens the folder on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPlace {
    /// The operating system's keychain, under this name.
    Keychain(&'static str),
    /// A file in the data folder that only this person's account may read.
    KeyFile,
    /// A pass phrase; the device keeps nothing.
    PassPhrase,
}

impl Store {
    /// What opens the folder on this device. The screen says so.
    #[must_use]
    pub fn key_place(&self) -> KeyPlace {
        match self.keys().device.as_ref().map(|seal| seal.place) {
            Some(DevicePlace::Keychain) => KeyPlace::Keychain(self.keychain.place()),
            Some(DevicePlace::File) => KeyPlace::KeyFile,
            None => KeyPlace::PassPhrase,
        }
    }

    /// The recovery code, in groups as it is shown and printed; none once it was confirmed,
    /// because Fairlead then forgets it.
    ///
    /// # Errors
    /// When the key file was changed from outside.
    pub fn recovery_code(&self) -> Result<Option<Zeroizing<String>>> {
        let code = self.keys().code(&self.key).map_err(StoreError::from)?;
        Ok(code.map(|code| code.shown()))
    }

    /// Whether the person said that the recovery code is kept somewhere.
    #[must_use]
    pub fn recovery_code_is_confirmed(&self) -> bool {
        self.keys().is_confirmed()
    }

    /// Notes that the recovery code is kept somewhere, because the person typed it.
    ///
    /// # Errors
    /// A refusal of the field `code` that tells a slip of the pen from another code.
    pub fn confirm_recovery_code(&self, typed: &str) -> Result<()> {
        let code = RecoveryCode::read(typed).map_err(|mistyped| {
            Error::field("code_mistyped", "code", mistyped_in_words(mistyped))
        })?;
        if self.keys().open_with_code(&code).is_err() {
            return Err(Error::field(
                "code_wrong",
                "code",
                "This is a recovery code, but not the present one of this folder. Nothing was changed. Compare it with the code shown, group by group.",
            ));
        }
        self.change_keys(|keys| {
            keys.confirm();
            Ok(())
        })
    }

    /// Makes a new recovery code. The old one no longer opens the folder or its backups.
    ///
    /// # Errors
    /// When the key file cannot be written; the old code then stays.
    pub fn renew_recovery_code(&self) -> Result<Zeroizing<String>> {
        let mut new = None;
        self.change_keys(|keys| {
            keys.renew_code(&self.key)?;
            new = keys.code(&self.key)?.map(|code| code.shown());
            Ok(())
        })?;
        new.ok_or_else(|| Error::Internal("a new recovery code was not kept".to_owned()))
    }

    /// Sets a pass phrase, or another in place of it. From then on the device keeps nothing that
    /// opens the folder.
    ///
    /// # Errors
    /// A refusal of the field `passPhrase` when it is too short or too long.
    pub fn set_pass_phrase(&self, phrase: &str) -> Result<()> {
        if phrase.trim().chars().count() < SHORTEST_PASS_PHRASE {
            return Err(Error::field(
                "pass_phrase_too_short",
                "passPhrase",
                "A pass phrase has at least 8 characters. Nothing was changed. Write a longer one: four words that only you would put together are good.",
            ));
        }
        if phrase.len() > LONGEST_PASS_PHRASE {
            return Err(Error::field(
                "pass_phrase_too_long",
                "passPhrase",
                "This is longer than a pass phrase can be. Nothing was changed. Use one line at most.",
            ));
        }
        self.change_keys(|keys| {
            keys.seal_for_pass_phrase(&self.key, phrase)
                .map_err(StoreError::from)
        })
    }

    /// Removes the pass phrase; this device opens the folder by itself again.
    ///
    /// # Errors
    /// A refusal of the field `passPhrase` when it is another, or when the wait after wrong tries
    /// is not over.
    pub fn remove_pass_phrase(&self, phrase: &str, now: DateTime<Utc>) -> Result<()> {
        if !self.keys().has_pass_phrase() {
            return Ok(());
        }
        let tries = Tries::read(&self.folder);
        let wait = tries.wait_seconds(now);
        if wait > 0 {
            return Err(Error::field(
                "wait",
                "passPhrase",
                format!(
                    "The pass phrase was wrong several times. Nothing was changed. Wait {}, then try again.",
                    wait_in_words(wait)
                ),
            ));
        }
        tries.count(&self.folder, now).map_err(StoreError::from)?;
        let opened = self.keys().open_with_pass_phrase(phrase);
        if opened.is_err() {
            return Err(Error::field(
                "pass_phrase_wrong",
                "passPhrase",
                "This is not the pass phrase. Nothing was changed. Check the caps lock and the keyboard's language, then try again.",
            ));
        }
        Tries::forget(&self.folder);
        self.change_keys(|keys| device::seal(keys, &self.key, &self.folder, self.keychain.as_ref()))
    }

    /// Changes the sealed keys: in a copy first, so that a failure leaves the ones in use.
    fn change_keys(&self, change: impl FnOnce(&mut Keys) -> Result<(), StoreError>) -> Result<()> {
        let mut keys = self.keys();
        let mut changed = keys.clone();
        change(&mut changed)?;
        // A backup's copy that could not be written keeps its earlier seals; the next change of
        // the keys writes it again.
        changed
            .write_everywhere(&self.folder)
            .map_err(StoreError::from)?;
        device::forget(&changed, &self.folder, self.keychain.as_ref());
        *keys = changed;
        Ok(())
    }
}

/// What to look at in a mistyped recovery code.
#[must_use]
pub fn mistyped_in_words(mistyped: Mistyped) -> String {
    match mistyped {
        Mistyped::Length(found) => format!(
            "A recovery code has 28 characters in seven groups; {found} were typed. Nothing was changed. Compare it with your copy, group by group."
        ),
        Mistyped::Character(character) => format!(
            "The character \u{201C}{}\u{201D} is in no recovery code. Nothing was changed. Compare it with your copy: codes have the digits and the letters except I, L, O and U.",
            character.escape_debug()
        ),
        Mistyped::Check => "This code is mistyped: at least one character is another. Nothing was changed. Compare it with your copy, group by group.".to_owned(),
    }
}

/// A wait in words: "40 seconds", "5 minutes".
#[must_use]
pub fn wait_in_words(seconds: u64) -> String {
    match seconds {
        1 => "1 second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        more => format!("{} minutes", more.div_ceil(60)),
    }
}
