//! The store: one encrypted data file per person, its keys and its backups.
//!
//! Only the files of this folder know SQLite. Everybody else asks through [`Store::read`] and
//! [`Store::write`], and the functions of the table files that take a [`Tx`].

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};

use crate::error::Result;
use crate::keychain::Keychain;

pub(crate) mod attachment;
pub mod backup;
mod check;
pub(crate) mod checkup;
pub mod counts;
mod create;
mod device;
pub(crate) mod edit;
mod error;
pub(crate) mod expectation;
pub(crate) mod export;
pub(crate) mod fired;
pub mod folder;
pub mod keyring;
mod keys;
mod lock;
pub(crate) mod meeting;
mod migrate;
mod open;
pub(crate) mod part;
pub(crate) mod person;
mod pragmas;
pub(crate) mod private_plan;
pub mod recovery_code;
pub mod refusal;
pub mod restore;
pub mod secret;
pub(crate) mod self_check;
pub(crate) mod shared;
pub(crate) mod signed_paper;
pub(crate) mod signing;
pub(crate) mod template;
pub(crate) mod template_deed;
pub mod thinning;
mod tries;
mod tx;

pub use error::StoreError;
pub use folder::Folder;
pub use keys::DevicePlace;
pub use migrate::Schema;
pub use open::{Opening, Unlock};
pub use refusal::Refusal;
pub use tx::Tx;

use backup::{Backup, BackupError, Made, Reason, Source};
use counts::Counts;
use keys::Keys;
use lock::Lock;
use secret::DataKey;

/// An open data folder.
pub struct Store {
    // Dropped in this order: the file is closed before the lock is given up.
    conn: Mutex<Connection>,
    keys: Mutex<Keys>,
    key: DataKey,
    keychain: Arc<dyn Keychain>,
    folder: Folder,
    _lock: Lock,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Reads in one transaction: all that is read belongs to the same moment.
    ///
    /// # Errors
    /// What `work` answers, or a [`StoreError`] as an [`Error`](crate::error::Error). A write inside is refused.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut conn = self.conn();
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Deferred)?;
        transaction.execute_batch("PRAGMA query_only = ON;")?;
        let answer = work(&Tx::new(&transaction));
        let released = transaction.execute_batch("PRAGMA query_only = OFF;");
        let answer = answer?;
        released?;
        Ok(answer)
    }

    /// Writes in one transaction: when this answers well, all of it is on the disk; when not,
    /// nothing of it happened.
    ///
    /// # Errors
    /// What `work` answers, or a [`StoreError`] as an [`Error`](crate::error::Error).
    pub fn write<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut conn = self.conn();
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = transaction.total_changes();
        let answer = work(&Tx::new(&transaction))?;
        if transaction.total_changes() != before {
            transaction.execute(
                "UPDATE housekeeping SET changes = changes + 1 WHERE id = 1",
                [],
            )?;
        }
        transaction.commit()?;
        Ok(answer)
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// [`BackupError`]; the data file is as it was.
    pub fn back_up(&self, reason: Reason, now: DateTime<Utc>) -> Result<Made, BackupError> {
        let conn = self.conn();
        self.source(&conn, &self.keys()).back_up(reason, now)
    }

    /// Makes a backup if something changed and the last one is half an hour old.
    ///
    /// # Errors
    /// [`BackupError`]; the data file is as it was.
    pub fn back_up_if_due(&self, now: DateTime<Utc>) -> Result<Option<Made>, BackupError> {
        let conn = self.conn();
        self.source(&conn, &self.keys()).back_up_if_due(now)
    }

    fn source<'a>(&'a self, conn: &'a Connection, keys: &'a Keys) -> Source<'a> {
        Source {
            conn,
            folder: &self.folder,
            keys,
            key: &self.key,
        }
    }

    /// The backups, the newest first.
    #[must_use]
    pub fn backups(&self) -> Vec<Backup> {
        backup::list(&self.folder)
    }

    /// Writes the file anew without what was deleted, and folds its journal in: no page of it, free or not, and
    /// no journal holds a deleted text any more.
    ///
    /// # Errors
    /// A [`StoreError`]; what was deleted is gone all the same, and its pages are overwritten.
    pub(crate) fn compact(&self) -> Result<(), StoreError> {
        let conn = self.conn();
        conn.flush_prepared_statement_cache();
        conn.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(())
    }

    /// Removes a backup for good.
    ///
    /// # Errors
    /// A [`StoreError`]; the backup is then still listed, or parts of it remain.
    pub(crate) fn remove_backup(&self, backup: &Backup) -> Result<(), StoreError> {
        Ok(backup::remove(backup)?)
    }

    /// Reads the whole file and checks it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first fault.
    pub fn check(&self) -> Result<(), StoreError> {
        check::whole_file(&self.conn())
    }

    /// What the data file holds.
    ///
    /// # Errors
    /// A [`StoreError`].
    pub fn counts(&self) -> Result<Counts, StoreError> {
        Ok(Counts::of(&self.conn())?)
    }

    /// Has closing write nothing: what a damaged file's journal holds stays in the journal.
    pub(crate) fn keep_journal(&self) {
        pragmas::keep_journal(&self.conn());
    }

    /// The data key, for restoring a backup of this folder.
    pub(crate) const fn key(&self) -> &DataKey {
        &self.key
    }

    /// Size of the data file in bytes, without its journal; 0 where the system does not say.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        std::fs::metadata(self.folder.data()).map_or(0, |data| data.len())
    }

    /// The data folder.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    fn conn(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere rolled its transaction back: the connection is as good as before.
        self.conn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keys(&self) -> MutexGuard<'_, Keys> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[path = "../../../../tests/core/store/mod.rs"]
mod tests;
