//! How much a data file holds, in words people know: shown beside each backup.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What a data file or backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Relationships.
    pub relationships: u64,
    /// Answers in their agreements.
    pub answers: u64,
}

impl Counts {
    /// Counts a file of any schema: a table that it does not have yet counts 0.
    pub(super) fn of(conn: &Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            relationships: rows(conn, "relationship")?,
            answers: rows(conn, "answer")?,
        })
    }
}

fn rows(conn: &Connection, table: &str) -> rusqlite::Result<u64> {
    let exists: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)",
        [table],
        |row| row.get(0),
    )?;
    if !exists {
        return Ok(0);
    }
    let count: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
        row.get(0)
    })?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// How often the file was changed since it was made.
pub(super) fn changes(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("SELECT changes FROM housekeeping WHERE id = 1", [], |row| {
        row.get(0)
    })
}
