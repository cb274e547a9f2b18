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

/// Each row of these is something that somebody wrote.
const WRITTEN: [&str; 4] = ["answer", "entry", "goal", "milestone"];

impl Counts {
    /// Counts a file of any schema: a table that it does not have yet counts 0.
    pub(super) fn of(conn: &Connection) -> rusqlite::Result<Self> {
        let mut answers = structured(conn)?;
        for table in WRITTEN {
            answers += rows(conn, table)?;
        }
        Ok(Self {
            relationships: rows(conn, "relationship")?,
            answers,
        })
    }
}

fn rows(conn: &Connection, table: &str) -> rusqlite::Result<u64> {
    if columns(conn, table)?.is_empty() {
        return Ok(0);
    }
    number(conn, &format!("SELECT count(*) FROM {table}"))
}

/// The structured answers are columns of one row per relationship: those that are filled in.
fn structured(conn: &Connection) -> rusqlite::Result<u64> {
    let filled: Vec<String> = columns(conn, "terms")?
        .into_iter()
        .filter(|name| name != "relationship_id" && name != "id")
        .map(|name| format!("count({name})"))
        .collect();
    if filled.is_empty() {
        return Ok(0);
    }
    number(conn, &format!("SELECT {} FROM terms", filled.join(" + ")))
}

fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    conn.prepare("SELECT name FROM pragma_table_info(?1)")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

fn number(conn: &Connection, query: &str) -> rusqlite::Result<u64> {
    let found: i64 = conn.query_row(query, [], |row| row.get(0))?;
    Ok(u64::try_from(found).unwrap_or(0))
}

/// How often the file was changed since it was made.
pub(super) fn changes(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("SELECT changes FROM housekeeping WHERE id = 1", [], |row| {
        row.get(0)
    })
}
