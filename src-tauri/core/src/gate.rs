//! The gate: a data folder is open, or closed with a reason in three parts — what happened, what
//! is safe, what to do next.

use crate::api::start::{Sentence, State};
use crate::error::Error;
use crate::store::keyring::{KeyPlace, mistyped_in_words, wait_in_words};
use crate::store::refusal::{CodeProblem, Damage, KeyGone, NeededFor, Obstacle};
use crate::store::{Refusal, Store};

/// How Fairlead stands after a start, an unlock or a restore.
#[derive(Debug)]
pub enum Gate {
    /// Everything can be used.
    Open(Box<Store>),
    /// Nothing can be used until the reason is gone.
    Closed(Refusal),
}

impl Gate {
    /// Closes an open gate whose file turned out to be damaged while it was used: nothing more is
    /// read from it or written to it. The key is kept, so that a backup can be restored at once.
    pub(crate) fn close_damaged(&mut self, detail: &str) {
        if let Self::Open(store) = self {
            store.keep_journal();
            *self = Self::Closed(Refusal::Damaged {
                damage: Damage::Faults(detail.to_owned()),
                key: Some(store.key().clone()),
            });
        }
    }
}

impl From<Result<Store, Refusal>> for Gate {
    fn from(opened: Result<Store, Refusal>) -> Self {
        opened.map_or_else(Self::Closed, |store| Self::Open(Box::new(store)))
    }
}

/// The state that a reason belongs to.
#[must_use]
pub const fn state(refusal: &Refusal) -> State {
    match refusal {
        Refusal::Locked { .. } => State::Locked,
        Refusal::KeyMissing { .. } => State::KeyMissing,
        Refusal::Damaged { .. } => State::Damaged,
        Refusal::Newer { .. } => State::Newer,
        Refusal::InUse => State::InUse,
        Refusal::ReadOnly => State::ReadOnly,
        Refusal::DiskFull { .. } => State::DiskFull,
        Refusal::Unreadable(_) => State::Unreadable,
    }
}

/// Seconds until the next pass phrase is looked at; 0 for at once.
#[must_use]
pub fn wait_seconds(refusal: &Refusal) -> u32 {
    if let Refusal::Locked { wait_seconds, .. } = refusal {
        u32::try_from(*wait_seconds).unwrap_or(u32::MAX)
    } else {
        0
    }
}

/// What was wrong with the pass phrase or recovery code just given, as the refusal of its field.
#[must_use]
pub fn wrong_answer(refusal: &Refusal) -> Option<Error> {
    match refusal {
        Refusal::Locked {
            wrong: true,
            wait_seconds,
        } => {
            let next = if *wait_seconds > 0 {
                format!("Wait {}, then try again.", wait_in_words(*wait_seconds))
            } else {
                "Check the caps lock and the keyboard\u{2019}s language, then try again.".to_owned()
            };
            Some(Error::field(
                "pass_phrase_wrong",
                "passPhrase",
                format!("This is not the pass phrase. Your data is safe. {next}"),
            ))
        }
        Refusal::Locked {
            wrong: false,
            wait_seconds,
        } if *wait_seconds > 0 => Some(Error::field(
            "wait",
            "passPhrase",
            format!(
                "The pass phrase was wrong several times. Your data is safe. Wait {}, then try again.",
                wait_in_words(*wait_seconds)
            ),
        )),
        Refusal::KeyMissing {
            code: Some(CodeProblem::Mistyped(mistyped)),
            ..
        } => Some(Error::field(
            "code_mistyped",
            "code",
            mistyped_in_words(*mistyped),
        )),
        Refusal::KeyMissing {
            code: Some(CodeProblem::Wrong),
            ..
        } => Some(Error::field(
            "code_wrong",
            "code",
            "This is a recovery code, but not the one of this folder. Your data is safe. Look for the code that was made last; a renewed code replaces the earlier one.",
        )),
        Refusal::Locked { wrong: false, .. }
        | Refusal::KeyMissing { code: None, .. }
        | Refusal::Damaged { .. }
        | Refusal::Newer { .. }
        | Refusal::InUse
        | Refusal::ReadOnly
        | Refusal::DiskFull { .. }
        | Refusal::Unreadable(_) => None,
    }
}

/// The reason in words. `backups` is how many backups there are to choose from.
#[must_use]
pub fn sentence(refusal: &Refusal, backups: usize) -> Sentence {
    match refusal {
        Refusal::Locked { wait_seconds, .. } => locked(*wait_seconds),
        Refusal::KeyMissing { gone, .. } => key_missing(*gone),
        Refusal::Damaged { damage, .. } => damaged(damage, backups),
        Refusal::Newer { .. } => say(
            "This data was last used with a newer Fairlead.",
            "It is safe: this version did not touch it.",
            "Install the newest Fairlead, then open it again.",
        ),
        Refusal::InUse => say(
            "Fairlead is already running with this data.",
            "Your data is safe: only one Fairlead uses it at a time.",
            "Go to the window that is open, or close it and try again.",
        ),
        Refusal::ReadOnly => say(
            "Fairlead may not write to its folder.",
            "Your data is safe: nothing was changed.",
            "Check that the disk is not write-protected and that the folder is yours, then try again.",
        ),
        Refusal::DiskFull { needed_for } => disk_full(*needed_for),
        Refusal::Unreadable(obstacle) => unreadable(obstacle),
    }
}

fn say(happened: &str, safe: &str, next: &str) -> Sentence {
    Sentence {
        happened: happened.to_owned(),
        safe: safe.to_owned(),
        next: next.to_owned(),
    }
}

fn locked(wait_seconds: u64) -> Sentence {
    let next = if wait_seconds > 0 {
        format!(
            "The pass phrase was wrong several times. Wait {}, then type it again, or use your recovery code.",
            wait_in_words(wait_seconds)
        )
    } else {
        "Type your pass phrase, or use your recovery code.".to_owned()
    };
    say(
        "Your data is locked with a pass phrase.",
        "It is safe and stays encrypted until you unlock it.",
        &next,
    )
}

fn key_missing(gone: KeyGone) -> Sentence {
    let (happened, next) = match gone {
        KeyGone::KeychainLocked => (
            "This computer\u{2019}s keychain is locked, so the key to your data could not be read.",
            "Unlock the keychain and try again, or type your recovery code.",
        ),
        KeyGone::KeychainSilent => (
            "This computer\u{2019}s keychain does not answer, so the key to your data could not be read.",
            "Sign in again so that the keychain starts and try again, or type your recovery code.",
        ),
        KeyGone::NotInKeychain => (
            "The key to your data is not in this computer\u{2019}s keychain.",
            "Type your recovery code. Fairlead then keeps the key on this computer again.",
        ),
        KeyGone::NoKeyFile => (
            "The file with the key to your data is not in Fairlead\u{2019}s folder.",
            "Type your recovery code, or put the file device.key back. With the code, Fairlead makes a new one.",
        ),
        KeyGone::Changed => (
            "The key on this computer does not open this data.",
            "Type your recovery code. Fairlead then keeps the right key on this computer.",
        ),
        KeyGone::NeverHere => (
            "The key to your data is not on this computer.",
            "Type your recovery code. Fairlead then keeps the key on this computer.",
        ),
    };
    say(
        happened,
        "Your data is safe and unchanged; it is only closed.",
        next,
    )
}

fn damaged(damage: &Damage, backups: usize) -> Sentence {
    let happened = match damage {
        Damage::Missing => {
            "Fairlead\u{2019}s folder is here, but the file with your data is not in it."
        }
        Damage::TooShort(_) => "The file with your data is empty or cut short.",
        Damage::NotReadable => {
            "The file with your data does not read with its key: it was changed from outside, or it belongs to another folder."
        }
        Damage::Faults(_) => {
            "The file with your data was changed from outside: parts of it no longer read as they were written."
        }
        Damage::KeysLost => {
            "The file with the sealed keys is gone or unreadable, here and beside every backup."
        }
    };
    let key_lost = matches!(damage, Damage::KeysLost);
    let safe = match (backups, key_lost) {
        (0, _) | (_, true) => "Nothing was deleted: every file is where it was.".to_owned(),
        (1, false) => {
            "Nothing was deleted: every file is where it was, and there is a backup.".to_owned()
        }
        (some, false) => {
            format!(
                "Nothing was deleted: every file is where it was, and there are {some} backups."
            )
        }
    };
    let next = match (backups, key_lost) {
        (_, true) => {
            "Put back the file keys.json from a copy of the folder and try again, or begin anew."
        }
        (0, false) => {
            "Put back the file fairlead.db from a copy of the folder and try again, or begin anew."
        }
        (_, false) => {
            "Choose a backup to go on with. The damaged file is kept in a folder of its own."
        }
    };
    Sentence {
        happened: happened.to_owned(),
        safe,
        next: next.to_owned(),
    }
}

fn disk_full(needed_for: NeededFor) -> Sentence {
    match needed_for {
        NeededFor::Beginning => say(
            "The disk has no room for a new folder of Fairlead\u{2019}s.",
            "Nothing was there to lose, and nothing was changed.",
            "Make some room on the disk, then try again.",
        ),
        NeededFor::Upgrade => say(
            "The disk has no room for the backup that comes before an upgrade of your data.",
            "Your data is safe: it was not upgraded and not changed.",
            "Make some room on the disk, then try again.",
        ),
        NeededFor::Opening => say(
            "The disk is full.",
            "Your data is safe: nothing was changed.",
            "Make some room on the disk, then try again.",
        ),
    }
}

fn unreadable(obstacle: &Obstacle) -> Sentence {
    let unchanged = "Nothing was changed.";
    let data_unchanged = "Your data is safe: nothing was changed.";
    match obstacle {
        Obstacle::NotAFolder => say(
            "Fairlead\u{2019}s folder cannot be opened: a file has its name.",
            unchanged,
            "Move that file elsewhere or choose another folder, then try again.",
        ),
        Obstacle::NoSuchPlace(detail) => say(
            &format!("Fairlead\u{2019}s folder cannot be opened ({detail})."),
            unchanged,
            "Check that the disk is plugged in and the folder\u{2019}s name is right, then try again.",
        ),
        Obstacle::FolderInPlace => say(
            "A folder stands where the file with your data should be.",
            unchanged,
            "Move the folder fairlead.db elsewhere, then try again.",
        ),
        Obstacle::NotAFile => say(
            "A link or a device stands where the file with your data should be.",
            unchanged,
            "Put the file itself there, or link the whole folder instead, then try again.",
        ),
        Obstacle::Foreign => say(
            "The file fairlead.db is a database of another program.",
            unchanged,
            "Move it elsewhere and put your own file back, then try again.",
        ),
        Obstacle::NoLock(detail) => say(
            &format!("Fairlead\u{2019}s folder cannot be locked against a second use ({detail})."),
            data_unchanged,
            "Move the folder to a disk of this computer, then try again. Some network drives cannot lock files.",
        ),
        Obstacle::NoBackup(detail) => say(
            &format!("The backup that comes before an upgrade of your data failed ({detail})."),
            "Your data is safe: it was not upgraded and not changed.",
            "Try again. If it fails again, copy the whole folder to another disk and report this.",
        ),
        Obstacle::UpgradeFailed { detail, .. } => say(
            &format!("Your data could not be upgraded to this version ({detail})."),
            "Your data is safe: the upgrade was taken back whole, and a backup was made before.",
            "Go on with the version of Fairlead you had, and report this.",
        ),
        Obstacle::Failed(detail) => say(
            &format!("The file with your data could not be used ({detail})."),
            "Nothing was deleted: every file is where it was.",
            "Try again. If it fails again, restart the computer, and report this if that does not help.",
        ),
    }
}

/// Where the key is, for the screen "Your data".
#[must_use]
pub fn key_in_words(place: KeyPlace) -> String {
    match place {
        KeyPlace::Keychain(name) => format!(
            "The key to your data is kept by this computer ({name}). Whoever can sign in as you can open it."
        ),
        KeyPlace::KeyFile => "This computer has no keychain, so the key to your data is kept in a file that only your account may read. Whoever has that file and the data can open it. A pass phrase is safer.".to_owned(),
        KeyPlace::PassPhrase => "The key to your data is sealed by your pass phrase. This computer keeps nothing that opens it.".to_owned(),
    }
}
