//! Putting a backup in place, or beside: a copy is made and checked first, and what was there is
//! moved aside whole. Nothing is removed.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::error::Error;
use crate::files::{self, FileError};

use super::backup::{self, Backup, BackupError};
use super::create;
use super::error::StoreError;
use super::folder::{self, Folder};
use super::keys::{DevicePlace, Keys};
use super::open::{self, Opening};
use super::refusal::Refusal;
use super::secret::DataKey;
use super::{check, device};

/// The start of the name of a folder that holds a copy being checked.
const UNFINISHED: &str = ".restoring-";

/// Why a backup was not restored. Data file and backups are as they were.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// No backup has this name.
    #[error("there is no such backup")]
    NoSuchBackup,
    /// The backup does not pass its checks.
    #[error("the backup is not whole: {0}")]
    NotWhole(String),
    /// The key to the backup is not on this device.
    #[error("the key to this backup is not on this device")]
    NoKey,
    /// A newer Fairlead made it.
    #[error("a newer Fairlead made this backup")]
    Newer,
    /// The folder it should go to holds something.
    #[error("the folder is not empty")]
    NotEmpty,
    /// The data folder could not be entered.
    #[error("the data folder could not be entered: {0:?}")]
    Refused(Box<Refusal>),
    /// A file or the store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<FileError> for RestoreError {
    fn from(error: FileError) -> Self {
        Self::Store(StoreError::from(error).sorted())
    }
}

impl From<BackupError> for RestoreError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::NotWhole(detail) => Self::NotWhole(detail),
            BackupError::Store(error) => Self::Store(error),
            BackupError::NoRoom { .. } => Self::Store(StoreError::DiskFull),
        }
    }
}

/// Why the present data file goes aside; the name of the folder that takes it begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It is damaged.
    Damaged,
    /// It is whole; the person wants an earlier state.
    Replaced,
}

impl Aside {
    const fn word(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Replaced => "replaced",
        }
    }
}

impl Opening {
    /// Puts a backup in the place of the data file, which goes to `damaged-DATE` or
    /// `replaced-DATE` with its journal. The folder must not be open.
    ///
    /// `held` is the data key if it was unsealed already; else the device's is used.
    ///
    /// # Errors
    /// [`RestoreError`]; the present file then stays in its place.
    pub fn restore(
        &self,
        name: &str,
        held: Option<&DataKey>,
        aside: Aside,
        now: DateTime<Utc>,
    ) -> Result<Backup, RestoreError> {
        let folder = Folder::new(&self.folder);
        let _lock =
            open::enter(&folder).map_err(|refusal| RestoreError::Refused(Box::new(refusal)))?;
        remove_unfinished(&folder);
        let staging = folder::free_name(
            folder.path(),
            &format!("{UNFINISHED}{}", folder::stamp(now)),
        );
        let staged = self.stage(&folder, name, held, &staging);
        let done = staged.and_then(|(backup, keys)| {
            put_in_place(&folder, &staging, &keys, aside, now)?;
            Ok(backup)
        });
        // After success it is empty; after a failure the copy in it is of no use.
        let _ = fs::remove_dir_all(&staging);
        done
    }

    /// Restores a backup as a data folder of its own, in a folder that is empty or not there yet.
    /// The present data is not touched and may be open.
    ///
    /// # Errors
    /// [`RestoreError`].
    pub fn restore_to(
        &self,
        name: &str,
        to: &Path,
        held: Option<&DataKey>,
    ) -> Result<Backup, RestoreError> {
        let from = Folder::new(&self.folder);
        let target = Folder::new(to);
        let empty = match fs::read_dir(to) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        };
        if !empty {
            return Err(RestoreError::NotEmpty);
        }
        let made = !folder::exists(to);
        files::make_private_folder(to)?;
        let staging = to.join(format!("{UNFINISHED}copy"));
        let staged = self.stage(&from, name, held, &staging);
        let done = staged.and_then(|(backup, keys)| {
            let in_file = keys
                .device
                .as_ref()
                .is_some_and(|seal| seal.place == DevicePlace::File);
            if in_file && folder::exists(&from.device_key()) {
                device::copy_key_file(&from, &target)?;
            }
            keys.write(&target.unfinished_keys())?;
            files::move_to(&staged_data(&staging), &target.unfinished_data())?;
            create::finish(&target, &keys)?;
            Ok(backup)
        });
        let _ = fs::remove_dir_all(&staging);
        if made && done.is_err() {
            // Takes an empty folder only: nothing is left of a restore that was refused.
            let _ = fs::remove_dir(to);
        }
        done
    }

    /// Moves all that is in the folder — data file, keys, device secret, backups — to `damaged-DATE`,
    /// whole, so that the next opening makes a new folder. What went aside is a data folder of its
    /// own: it opens again once its file is mended. Must not be open. Answers with the folder that
    /// took it.
    ///
    /// # Errors
    /// [`RestoreError`]; what was not moved stays in its place, and nothing is removed.
    pub fn set_aside(&self, now: DateTime<Utc>) -> Result<PathBuf, RestoreError> {
        let folder = Folder::new(&self.folder);
        let _lock =
            open::enter(&folder).map_err(|refusal| RestoreError::Refused(Box::new(refusal)))?;
        let kept = folder.free_name(Aside::Damaged.word(), now);
        files::make_private_folder(&kept)?;
        // The data file first, as in a restore; while anything of the rest is still here, a start
        // says so instead of making a new folder over it.
        for path in folder.all_files() {
            if let Some(name) = path.file_name() {
                files::move_to(&path, &kept.join(name))?;
            }
        }
        Ok(kept)
    }

    /// Copies a backup into `staging` and checks the copy. Answers with the keys that open it.
    fn stage(
        &self,
        folder: &Folder,
        name: &str,
        held: Option<&DataKey>,
        staging: &Path,
    ) -> Result<(Backup, Keys), RestoreError> {
        let backup = backup::list(folder)
            .into_iter()
            .find(|backup| backup.name == name)
            .ok_or(RestoreError::NoSuchBackup)?;
        let (keys, key) = self.key_to(folder, &backup, held)?;
        files::make_private_folder(staging)?;
        if files::free_space(staging)? < backup.bytes {
            return Err(StoreError::DiskFull.into());
        }
        let copy = staged_data(staging);
        files::copy_durably(&backup.data(), &copy)?;
        let opened = backup::open_checked(&copy, &key)?;
        let head = check::head(&opened).map_err(StoreError::from)?;
        if head.version > self.schema.version() {
            return Err(RestoreError::Newer);
        }
        Ok((backup, keys))
    }

    /// The keys of a backup: the folder's own where they belong to the same data key, because a
    /// code or pass phrase may have been renewed since; else the copy beside the backup.
    fn key_to(
        &self,
        folder: &Folder,
        backup: &Backup,
        held: Option<&DataKey>,
    ) -> Result<(Keys, DataKey), RestoreError> {
        let beside = Keys::read(&backup.keys()).ok();
        let present = Keys::read(&folder.keys()).ok();
        let keys = match (present, beside) {
            (Some(present), Some(beside)) if present.id() != beside.id() => beside,
            (Some(present), _) => present,
            (None, Some(beside)) => beside,
            (None, None) => return Err(RestoreError::NoKey),
        };
        if let Some(held) = held
            && keys.belongs_to(held)
        {
            return Ok((keys, held.clone()));
        }
        let key = device::unseal(&keys, folder, self.keychain.as_ref())
            .map_err(|_| RestoreError::NoKey)?;
        Ok((keys, key))
    }
}

/// The last steps: quick, and each leaves either the old file, or no file but everything kept.
fn put_in_place(
    folder: &Folder,
    staging: &Path,
    keys: &Keys,
    aside: Aside,
    now: DateTime<Utc>,
) -> Result<(), RestoreError> {
    let same = Keys::read(&folder.keys()).is_ok_and(|present| present.id() == keys.id());
    let mut leaving = folder.data_files();
    if !same && folder::exists(&folder.keys()) {
        leaving.push(folder.keys());
    }
    if !leaving.is_empty() {
        let kept = folder.free_name(aside.word(), now);
        files::make_private_folder(&kept)?;
        // The data file first: a journal without its file is noticed, a file without its journal
        // would open without its last changes.
        for path in leaving {
            if let Some(name) = path.file_name() {
                files::move_to(&path, &kept.join(name))?;
            }
        }
    }
    if !same {
        keys.write(&folder.keys())?;
    }
    files::move_to(&staged_data(staging), &folder.data())?;
    Ok(())
}

fn staged_data(staging: &Path) -> PathBuf {
    staging.join("fairlead.db")
}

fn remove_unfinished(folder: &Folder) {
    let Ok(entries) = fs::read_dir(folder.path()) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        if entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(UNFINISHED))
        {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl From<RestoreError> for Error {
    fn from(error: RestoreError) -> Self {
        match error {
            RestoreError::NoSuchBackup => Self::field(
                "not_found",
                "backup",
                "There is no backup of this name. Nothing was changed. Choose one from the list.",
            ),
            RestoreError::NotWhole(detail) => Self::field(
                "backup_damaged",
                "backup",
                format!(
                    "This backup is not whole ({detail}). Nothing was changed: your data is where it was. Choose another backup."
                ),
            ),
            RestoreError::NoKey => Self::field(
                "key_missing",
                "backup",
                "The key to this backup is not on this computer. Nothing was changed. Unlock with your pass phrase or recovery code first, then choose it again.",
            ),
            RestoreError::Newer => Self::field(
                "newer",
                "backup",
                "A newer Fairlead made this backup. Nothing was changed. Install the newest Fairlead, or choose an older backup.",
            ),
            RestoreError::NotEmpty => Self::field(
                "not_empty",
                "to",
                "The folder to restore into is not empty. Nothing was changed. Choose an empty folder, or one that is not there yet.",
            ),
            RestoreError::Refused(refusal) => match *refusal {
                Refusal::InUse => Self::refused(
                    "in_use",
                    "Another Fairlead is using this data. Nothing was changed. Close it, then choose the backup again.",
                ),
                refusal @ (Refusal::Locked { .. }
                | Refusal::KeyMissing { .. }
                | Refusal::Damaged { .. }
                | Refusal::Newer { .. }
                | Refusal::ReadOnly
                | Refusal::DiskFull { .. }
                | Refusal::Unreadable(_)) => Self::refused(
                    "unreadable",
                    format!(
                        "The data folder could not be entered ({refusal:?}). Nothing was changed. Check the disk, then choose the backup again."
                    ),
                ),
            },
            RestoreError::Store(StoreError::DiskFull) => Self::refused(
                "disk_full",
                "The backup was not restored: the disk is full. Your data and your backups are safe. Make some room, then choose it again.",
            ),
            RestoreError::Store(error) => Self::from(error),
        }
    }
}
