//! Why a data folder was not opened. A refusal leaves every file as it was.

use std::path::PathBuf;

use super::recovery_code::Mistyped;
use super::secret::DataKey;

/// The reasons for not opening, each with what the next step needs.
#[derive(Debug)]
pub enum Refusal {
    /// A pass phrase is needed.
    Locked {
        /// The pass phrase given was another one.
        wrong: bool,
        /// Whole seconds until the next try is looked at; 0: at once.
        wait_seconds: u64,
    },
    /// This device has no key to the folder; the recovery code opens it.
    KeyMissing {
        /// Why the device cannot.
        gone: KeyGone,
        /// What was wrong with the code given, if one was.
        code: Option<CodeProblem>,
    },
    /// The data file is not as it was written.
    Damaged {
        /// What is wrong with it.
        damage: Damage,
        /// The data key, if it was unsealed: a backup can then be restored without asking again.
        key: Option<DataKey>,
    },
    /// A newer Fairlead wrote the folder. It was not touched.
    Newer {
        /// The number it carries.
        found: u32,
        /// The highest that this version knows.
        known: u32,
    },
    /// Another running Fairlead has the folder.
    InUse,
    /// The folder can only be read.
    ReadOnly,
    /// No room for what opening needs.
    DiskFull {
        /// What it was needed for.
        needed_for: NeededFor,
    },
    /// Something else is in the way.
    Unreadable(Obstacle),
}

/// Why this device has no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyGone {
    /// The keychain is there, but was not opened.
    KeychainLocked,
    /// The keychain does not answer.
    KeychainSilent,
    /// The keychain answers, but has no entry for this folder.
    NotInKeychain,
    /// The key file is not there.
    NoKeyFile,
    /// What the device kept opens another folder, or was changed.
    Changed,
    /// The folder was never opened on this device without its pass phrase or code.
    NeverHere,
}

/// What was wrong with a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// It is mistyped, whatever folder it is for.
    Mistyped(Mistyped),
    /// It is well typed, but of another folder or no longer valid.
    Wrong,
}

/// What is wrong with the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The keys are there, the data file is not.
    Missing,
    /// It is shorter than the smallest data file (this many bytes).
    TooShort(u64),
    /// It does not read with its key: changed bytes, or the file of another folder.
    NotReadable,
    /// It reads, but a check found faults; the first of them, for the log.
    Faults(String),
    /// The sealed keys are gone or garbled, in the folder and in every backup.
    KeysLost,
}

/// What the disk had no room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeededFor {
    /// A new data folder.
    Beginning,
    /// The backup before an upgrade, or the upgrade.
    Upgrade,
    /// Anything else that opening writes.
    Opening,
}

/// Other things in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The data folder's path is taken by something that is no folder.
    NotAFolder,
    /// The path cannot be one (a NUL in it, too long, a missing drive). The system's words.
    NoSuchPlace(String),
    /// The data file's name is taken by a folder.
    FolderInPlace,
    /// The data file's name is taken by a link, a pipe or a device.
    NotAFile,
    /// It is a database, but not Fairlead's.
    Foreign,
    /// The folder cannot be locked (some network drives). The system's words.
    NoLock(String),
    /// The backup before an upgrade failed, so that nothing was upgraded. For the log.
    NoBackup(String),
    /// The upgrade failed and was taken back whole. For the log, and where the backup is.
    UpgradeFailed {
        /// The error.
        detail: String,
        /// The backup made before.
        backup: Option<PathBuf>,
    },
    /// Reading or writing failed. For the log.
    Failed(String),
}
