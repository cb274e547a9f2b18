//! What can go wrong while the store is open.

use rusqlite::ErrorCode;

use crate::error::Error;
use crate::files::{FileError, FileTrouble};

use super::secret::SecretError;

/// An error of the open store. Texts are for the log; what people read is made where the error
/// becomes an answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No room left on the disk. Nothing was changed; reading still works.
    #[error("the disk is full")]
    DiskFull,
    /// The folder became read-only. Nothing was changed.
    #[error("the data folder can only be read")]
    ReadOnly,
    /// Another program has the file.
    #[error("another program has the data file")]
    InUse,
    /// The file no longer reads as it was written. Nothing more is written to it.
    #[error("the data file is damaged: {0}")]
    Damaged(String),
    /// A text longer than the store takes.
    #[error("a text is longer than the store takes")]
    TooLong,
    /// A row that the schema refuses: a mistake of Fairlead's, or a race lost.
    #[error("the schema refuses this: {0}")]
    Constraint(String),
    /// A row that was asked for is not there.
    #[error("no such row")]
    NoRow,
    /// Anything else SQLite says.
    #[error("the data file could not be used: {0}")]
    Database(String),
    /// A file beside the data file.
    #[error(transparent)]
    File(#[from] FileError),
    /// Keys.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

impl StoreError {
    /// The same error, with file errors sorted by what can be done about them.
    #[must_use]
    pub fn sorted(self) -> Self {
        let Self::File(error) = self else {
            return self;
        };
        match error.trouble() {
            FileTrouble::Full => Self::DiskFull,
            FileTrouble::ReadOnly => Self::ReadOnly,
            FileTrouble::Missing | FileTrouble::Exists | FileTrouble::Other => Self::File(error),
        }
    }

    /// What a check found, if this error is a finding: SQLite reports a page that does not read
    /// now as damage, now as a failure of the statement.
    pub(super) fn into_finding(self) -> Result<String, Self> {
        if let Self::Damaged(detail) | Self::Database(detail) = self {
            Ok(detail)
        } else {
            Err(self)
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return Self::NoRow;
        }
        let Some(code) = error.sqlite_error_code() else {
            return Self::Database(error.to_string());
        };
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "SQLite's list of codes is open-ended; the others have no remedy of their own"
        )]
        match code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::Damaged(error.to_string())
            }
            ErrorCode::TooBig => Self::TooLong,
            ErrorCode::ConstraintViolation => Self::Constraint(error.to_string()),
            _ => Self::Database(error.to_string()),
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error.sorted() {
            StoreError::DiskFull => Self::refused(
                "disk_full",
                "This was not saved: the disk is full. Everything saved before is safe. Make some room, then save again.",
            ),
            StoreError::ReadOnly => Self::refused(
                "read_only",
                "This was not saved: Fairlead may not write to its folder any more. Everything saved before is safe. Check that the disk is plugged in and not write-protected, then start Fairlead again.",
            ),
            StoreError::InUse => Self::refused(
                "in_use",
                "This was not saved: another program is using Fairlead's data file. Everything saved before is safe. Close that program, then save again.",
            ),
            StoreError::Damaged(_) => Self::refused(
                "damaged",
                "This was not saved: the data file no longer reads as it was written. Nothing more is written to it, and your backups are untouched. Choose a backup on the page that says what happened.",
            ),
            StoreError::TooLong => Self::refused(
                "too_long",
                "This was not saved: the text is longer than Fairlead keeps. Everything saved before is safe. Shorten it, then save again.",
            ),
            StoreError::NoRow => Self::not_found("entry"),
            error @ (StoreError::Constraint(_)
            | StoreError::Database(_)
            | StoreError::File(_)
            | StoreError::Secret(_)) => Self::Internal(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}
