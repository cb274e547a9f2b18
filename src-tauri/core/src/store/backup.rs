//! Backups: whole copies of the data file in the same key, each in a folder of its own with the
//! sealed keys and a note of what it holds.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::files::{self, FileError, Readers};

use super::counts::{self, Counts};
use super::error::StoreError;
use super::folder::{self, Folder};
use super::keys::Keys;
use super::secret::DataKey;
use super::{check, pragmas, thinning};

/// A backup by itself is made at most this often, in minutes.
const EVERY_MINUTES: i64 = 30;
/// A backup is made only where this many times the data file's size is free.
const ROOM_FACTOR: u64 = 3;
/// The start of the name of a folder that is being filled. One that stayed behind is incomplete.
const UNFINISHED: &str = ".making-";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person asked for it.
    Asked,
    /// Something changed and the last one was half an hour old.
    Regular,
    /// A newer Fairlead was about to upgrade the file.
    BeforeUpgrade,
    /// Something was about to be read in from another computer.
    BeforeImport,
}

impl Reason {
    const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Regular => "regular",
            Self::BeforeUpgrade => "before-upgrade",
            Self::BeforeImport => "before-import",
        }
    }
}

/// A backup as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The name of its folder, by which it is asked for.
    pub name: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Why it was made.
    pub reason: Reason,
    /// What it holds.
    pub counts: Counts,
    /// The size of its data file in bytes.
    pub bytes: u64,
    pub(super) path: PathBuf,
    changes: i64,
}

impl Backup {
    /// Its data file.
    pub(super) fn data(&self) -> PathBuf {
        data_in(&self.path)
    }

    /// Its copy of the sealed keys.
    pub(super) fn keys(&self) -> PathBuf {
        self.path.join("keys.json")
    }
}

/// The note inside a backup's folder.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    format: u32,
    made: DateTime<Utc>,
    reason: Reason,
    schema: u32,
    changes: i64,
    counts: Counts,
}

/// Why a backup was not made. The data file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Not enough room: bytes needed and bytes free.
    #[error("a backup needs {needed} bytes of room, {free} are free")]
    NoRoom {
        /// Three times the data file's size.
        needed: u64,
        /// What is free.
        free: u64,
    },
    /// The copy was made, but did not pass its checks; it was removed.
    #[error("the copy did not pass its checks: {0}")]
    NotWhole(String),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    /// Whether room on the disk is all that was missing.
    #[must_use]
    pub const fn is_lack_of_room(&self) -> bool {
        matches!(
            self,
            Self::NoRoom { .. } | Self::Store(StoreError::DiskFull)
        )
    }
}

impl From<FileError> for BackupError {
    fn from(error: FileError) -> Self {
        Self::Store(StoreError::from(error).sorted())
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A backup that was made, and older ones that should have gone but could not be removed.
#[derive(Debug)]
pub struct Made {
    /// The new backup.
    pub backup: Backup,
    /// What could not be removed. No harm but the room it takes.
    pub not_removed: Vec<FileError>,
}

/// What a backup is made of.
pub(super) struct Source<'a> {
    pub(super) conn: &'a Connection,
    pub(super) folder: &'a Folder,
    pub(super) keys: &'a Keys,
    pub(super) key: &'a DataKey,
}

impl Source<'_> {
    /// Makes a backup, checks it by opening it, and thins out the older ones.
    pub(super) fn back_up(&self, reason: Reason, now: DateTime<Utc>) -> Result<Made, BackupError> {
        let backups = self.folder.backups();
        files::make_private_folder(&backups)?;
        self.check_room(&backups)?;
        remove_unfinished(&backups);
        let unfinished =
            folder::free_name(&backups, &format!("{UNFINISHED}{}", folder::stamp(now)));
        let filled = self.fill(&unfinished, reason, now);
        let named = filled.and_then(|()| {
            let name = format!("{}-{}", folder::stamp(now), reason.word());
            let path = folder::free_name(&backups, &name);
            files::move_to(&unfinished, &path)?;
            Ok(path)
        });
        let path = match named {
            Ok(path) => path,
            Err(error) => {
                // Half a backup must not take the room of the next try.
                let _ = fs::remove_dir_all(&unfinished);
                return Err(error);
            }
        };
        let backup = read(&path)
            .ok_or_else(|| BackupError::NotWhole("its note does not read back".to_owned()))?;
        Ok(Made {
            backup,
            not_removed: thin_out(self.folder, now),
        })
    }

    /// Makes a backup if something changed since the last one and that is half an hour old.
    pub(super) fn back_up_if_due(&self, now: DateTime<Utc>) -> Result<Option<Made>, BackupError> {
        let last = list(self.folder).into_iter().next();
        if let Some(last) = last {
            let since = now.signed_duration_since(last.made);
            let fresh = since >= TimeDelta::zero() && since < TimeDelta::minutes(EVERY_MINUTES);
            if fresh || last.changes == counts::changes(self.conn)? {
                return Ok(None);
            }
        }
        self.back_up(Reason::Regular, now).map(Some)
    }

    fn check_room(&self, backups: &Path) -> Result<(), BackupError> {
        let size = self
            .folder
            .data_files()
            .iter()
            .filter_map(|path| fs::metadata(path).ok())
            .map(|found| found.len())
            .sum::<u64>();
        let needed = size.saturating_mul(ROOM_FACTOR);
        let free = files::free_space(backups)?;
        if free < needed {
            return Err(BackupError::NoRoom { needed, free });
        }
        Ok(())
    }

    fn fill(&self, into: &Path, reason: Reason, now: DateTime<Utc>) -> Result<(), BackupError> {
        files::make_private_folder(into)?;
        let data = data_in(into);
        let target = data.to_str().ok_or_else(|| {
            BackupError::NotWhole("the folder's name is not Unicode text".to_owned())
        })?;
        self.conn.execute("VACUUM INTO ?1", [target])?;
        files::sync_file(&data)?;
        let head = check::head(self.conn)?;
        let counts = Counts::of(self.conn)?;
        let copy = open_checked(&data, self.key)?;
        if check::head(&copy)? != head || Counts::of(&copy)? != counts {
            return Err(BackupError::NotWhole(
                "it does not hold what the data file holds".to_owned(),
            ));
        }
        drop(copy);
        self.keys.write(&into.join("keys.json"))?;
        let note = Note {
            format: 1,
            made: now.trunc_subsecs(0),
            reason,
            schema: head.version,
            changes: if head.version > 0 {
                counts::changes(self.conn)?
            } else {
                0
            },
            counts,
        };
        let text = serde_json::to_vec_pretty(&note)
            .map_err(|error| BackupError::NotWhole(error.to_string()))?;
        files::write_whole(&into.join("backup.json"), &text, Readers::Owner)?;
        Ok(())
    }
}

/// Opens a copy read-only and checks every page of it.
pub(super) fn open_checked(data: &Path, key: &DataKey) -> Result<Connection, BackupError> {
    let damaged = |error: StoreError| {
        error
            .into_finding()
            .map_or_else(BackupError::Store, BackupError::NotWhole)
    };
    let conn = pragmas::connect(data, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let head = check::head(&conn).map_err(|error| damaged(error.into()))?;
    if !head.ours {
        return Err(BackupError::NotWhole("it is not Fairlead's".to_owned()));
    }
    check::full(&conn).map_err(damaged)?;
    Ok(conn)
}

fn data_in(backup: &Path) -> PathBuf {
    backup.join("fairlead.db")
}

/// The backups of a folder, the newest first. What does not read as a backup is not listed and
/// not touched.
#[must_use]
pub fn list(folder: &Folder) -> Vec<Backup> {
    let mut found: Vec<Backup> = folders(folder)
        .iter()
        .filter_map(|path| read(path))
        .collect();
    found.sort_by(|one, other| (other.made, &other.name).cmp(&(one.made, &one.name)));
    found
}

/// The folders of backups, in no order.
pub(super) fn folders(folder: &Folder) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.backups()) else {
        return Vec::new();
    };
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| !name.starts_with('.'))
        })
        .collect()
}

fn read(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.to_owned();
    let bytes = files::read_limited(&path.join("backup.json"), 16 * 1024).ok()?;
    let note: Note = serde_json::from_slice(&bytes).ok()?;
    let found = fs::metadata(data_in(path)).ok()?;
    Some(Backup {
        name,
        made: note.made,
        reason: note.reason,
        counts: note.counts,
        bytes: found.len(),
        path: path.to_path_buf(),
        changes: note.changes,
    })
}

/// Removes a backup for good, with the copy of the keys in it.
pub(super) fn remove(backup: &Backup) -> Result<(), FileError> {
    fs::remove_dir_all(&backup.path).map_err(|source| FileError {
        doing: "remove",
        path: backup.path.clone(),
        source,
    })
}

fn remove_unfinished(backups: &Path) {
    let Ok(entries) = fs::read_dir(backups) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        if entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(UNFINISHED))
        {
            // Whoever was filling it is gone: the folder's lock is ours.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Removes the backups that the rule lets go.
fn thin_out(folder: &Folder, now: DateTime<Utc>) -> Vec<FileError> {
    let backups = list(folder);
    let made: Vec<DateTime<Utc>> = backups.iter().map(|backup| backup.made).collect();
    let kept = thinning::kept(&made, now);
    backups
        .iter()
        .zip(kept)
        .filter(|(_, kept)| !kept)
        .filter_map(|(backup, _)| remove(backup).err())
        .collect()
}

impl From<BackupError> for Error {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::NoRoom { needed, free } => Self::refused(
                "disk_full",
                format!(
                    "No backup was made: it needs {} MB of room, and {} MB are free. Your data and earlier backups are safe. Make some room, then try again.",
                    megabytes(needed),
                    free / 1_000_000
                ),
            ),
            BackupError::Store(StoreError::DiskFull) => Self::refused(
                "disk_full",
                "No backup was made: the disk is full. Your data and earlier backups are safe. Make some room, then try again.",
            ),
            BackupError::NotWhole(detail) => Self::refused(
                "backup_failed",
                format!(
                    "No backup was made: the copy did not pass its checks ({detail}). Your data and earlier backups are safe. Try again."
                ),
            ),
            BackupError::Store(error) => {
                let error = error.sorted();
                if matches!(error, StoreError::File(_) | StoreError::ReadOnly) {
                    return Self::refused(
                        "backup_folder",
                        "No backup was made: Fairlead could not write into its folder “backups”. Your data is safe, and is saved as before. Look into the data folder: where something else is named “backups”, move it away, and where the folder may not be written to, allow it. Then try again.",
                    );
                }
                Self::from(error)
            }
        }
    }
}

/// Bytes as whole megabytes, never 0.
const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

impl Reason {
    /// The reason as the list of backups says it.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Asked => "You asked for it",
            Self::Regular => "Regular",
            Self::BeforeUpgrade => "Before an upgrade",
            Self::BeforeImport => "Before an import",
        }
    }
}
