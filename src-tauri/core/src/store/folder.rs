//! The data folder and the names of what lies in it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

/// What SQLite may leave beside a data file; it always moves together with it.
const COMPANIONS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// A data folder. Only names are worked out here; nothing is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    /// The data folder at this path.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The data file.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.0.join("fairlead.db")
    }

    /// The journal that SQLite keeps beside an open data file.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.0.join("fairlead.db-wal")
    }

    /// The data file while a new folder is being made.
    pub(super) fn unfinished_data(&self) -> PathBuf {
        self.0.join("fairlead.new.db")
    }

    /// The sealed keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    /// The sealed keys while a new folder is being made.
    pub(super) fn unfinished_keys(&self) -> PathBuf {
        self.0.join("keys.new.json")
    }

    /// A second copy of the sealed keys, should the first be harmed.
    #[must_use]
    pub fn keys_copy(&self) -> PathBuf {
        self.backups().join("keys.json")
    }

    /// This device's secret, where no keychain keeps it.
    #[must_use]
    pub fn device_key(&self) -> PathBuf {
        self.0.join("device.key")
    }

    /// Wrong pass phrases so far.
    pub(super) fn tries(&self) -> PathBuf {
        self.0.join("tries.json")
    }

    /// The lock that one running Fairlead holds.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.0.join("fairlead.lock")
    }

    /// The backups, one folder each.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// The data file and SQLite's files beside it, as far as they exist; the data file first.
    pub(super) fn data_files(&self) -> Vec<PathBuf> {
        beside(&self.data())
    }

    /// All that belongs to the data, as far as it exists: the data file first, the backups last.
    /// The lock stays where it is.
    pub(super) fn all_files(&self) -> Vec<PathBuf> {
        let rest = [
            self.unfinished_data(),
            self.keys(),
            self.unfinished_keys(),
            self.device_key(),
            self.tries(),
            self.backups(),
        ];
        let rest = rest.into_iter().filter(|path| exists(path));
        self.data_files().into_iter().chain(rest).collect()
    }

    /// A name in this folder that nothing has yet: `WHAT-DATE`, or with a number behind it.
    pub(super) fn free_name(&self, what: &str, now: DateTime<Utc>) -> PathBuf {
        free_name(&self.0, &format!("{what}-{}", stamp(now)))
    }
}

/// A data file and SQLite's files beside it, as far as they exist; the data file first.
pub(super) fn beside(data: &Path) -> Vec<PathBuf> {
    COMPANIONS
        .iter()
        .map(|companion| {
            let mut name = data.as_os_str().to_owned();
            name.push(companion);
            PathBuf::from(name)
        })
        .filter(|path| exists(path))
        .collect()
}

/// Whether anything has this name, be it a link to nowhere.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// A name under `parent` that nothing has yet.
pub(super) fn free_name(parent: &Path, wanted: &str) -> PathBuf {
    let first = parent.join(wanted);
    if !exists(&first) {
        return first;
    }
    (2_u64..)
        .map(|number| parent.join(format!("{wanted}-{number}")))
        .find(|path| !exists(path))
        .unwrap_or(first)
}

/// A moment as part of a file name: `2026-11-26T101500Z`. No colons: Windows forbids them.
pub(super) fn stamp(moment: DateTime<Utc>) -> String {
    moment.format("%Y-%m-%dT%H%M%SZ").to_string()
}
