//! Whether a data file is ours and whole.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::error::StoreError;
use super::pragmas::APPLICATION_ID;

/// The whole file is read and checked this often, in days; SQLite's quick check runs each start.
const FULL_CHECK_DAYS: i64 = 7;

/// What the head of a data file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Whether the file is Fairlead's.
    pub(super) ours: bool,
    /// The schema's number.
    pub(super) version: u32,
}

/// Reads the head; the first thing that needs the right key.
pub(super) fn head(conn: &Connection) -> rusqlite::Result<Head> {
    let _: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(Head {
        ours: application == APPLICATION_ID,
        // A negative number is none that Fairlead writes; treat it as newer than anything.
        version: u32::try_from(version).unwrap_or(u32::MAX),
    })
}

/// SQLite's check of structure; the first fault, if any.
pub(super) fn quick(conn: &Connection) -> Result<(), StoreError> {
    first_fault(conn, "PRAGMA quick_check(1)")
}

/// SQLCipher's check of every page in the file, used or not. It reads the file, not the journal.
pub(super) fn pages(conn: &Connection) -> Result<(), StoreError> {
    let fault: Option<String> = conn
        .query_row("PRAGMA cipher_integrity_check", [], |row| row.get(0))
        .optional()?;
    fault.map_or(Ok(()), |fault| Err(StoreError::Damaged(fault)))
}

/// Every check there is: structure, indexes, references, page authentication.
pub(super) fn full(conn: &Connection) -> Result<(), StoreError> {
    structure(conn)?;
    pages(conn)
}

fn structure(conn: &Connection) -> Result<(), StoreError> {
    first_fault(conn, "PRAGMA integrity_check(1)")?;
    let orphan: Option<String> = conn
        .query_row("PRAGMA foreign_key_check", [], |row| row.get(0))
        .optional()?;
    orphan.map_or(Ok(()), |table| {
        Err(StoreError::Damaged(format!(
            "a row of {table} points to nothing"
        )))
    })
}

/// The full check of a file in use: the journal is folded in first, so that the pages of the file
/// are the newest ones. On a full disk that cannot be done, and the pages wait for another day.
pub(super) fn whole_file(conn: &Connection) -> Result<(), StoreError> {
    structure(conn)?;
    let folded = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    match folded.map_err(StoreError::from) {
        Ok(()) => pages(conn),
        Err(StoreError::DiskFull) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether the full check is due: never done, a week ago, or dated in the future.
pub(super) fn full_is_due(conn: &Connection, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let text: String = conn.query_row(
        "SELECT checked_at FROM housekeeping WHERE id = 1",
        [],
        |row| row.get(0),
    )?;
    Ok(DateTime::parse_from_rfc3339(&text).map_or(true, |last| {
        let since = now.signed_duration_since(last);
        since < TimeDelta::zero() || since >= TimeDelta::days(FULL_CHECK_DAYS)
    }))
}

/// Remembers that the full check was done.
pub(super) fn note_full(conn: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE housekeeping SET checked_at = ?1 WHERE id = 1",
        [now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)],
    )
    .map(|_| ())
}

fn first_fault(conn: &Connection, statement: &str) -> Result<(), StoreError> {
    let answer: String = conn.query_row(statement, [], |row| row.get(0))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged(answer))
    }
}
