//! How this installation stands to its relationships, and private notes: private tables.

use super::{StoreError, Tx};
use crate::domain::ids::{PersonId, RelationshipId};
use rusqlite::{OptionalExtension, Row, params};

/// A row of `part`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartRow {
    pub relationship: RelationshipId,
    pub role: String,
    pub mentor: PersonId,
    pub mentee: PersonId,
    pub example: bool,
    pub created_at: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<PartRow> {
    Ok(PartRow {
        relationship: RelationshipId(row.get(0)?),
        role: row.get(1)?,
        mentor: PersonId(row.get(2)?),
        mentee: PersonId(row.get(3)?),
        example: row.get(4)?,
        created_at: row.get(5)?,
    })
}

const COLUMNS: &str = "relationship_id, role, mentor_person, mentee_person, example, created_at";

/// All relationships, in the order in which they were made.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<PartRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM part ORDER BY created_at, relationship_id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One relationship.
pub(crate) fn one(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<PartRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM part WHERE relationship_id = ?1"
        ))?
        .query_row([relationship.as_str()], read)
        .optional()?)
}

/// Adds a relationship.
pub(crate) fn insert(tx: &Tx<'_>, row: &PartRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO part (relationship_id, role, mentor_person, mentee_person, example, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            row.relationship.as_str(),
            row.role,
            row.mentor.as_str(),
            row.mentee.as_str(),
            row.example,
            row.created_at
        ],
    )?;
    Ok(())
}

/// Adds the bare row of a relationship, on which everything else hangs.
pub(crate) fn insert_root(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO relationship (id) VALUES (?1)",
        [relationship.as_str()],
    )?;
    Ok(())
}

/// Takes a relationship away with everything that hangs on it.
pub(crate) fn delete(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM relationship WHERE id = ?1",
        [relationship.as_str()],
    )?;
    Ok(())
}

/// The private notes of a relationship: what they are about, and their text.
pub(crate) fn notes(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT about, text FROM private_note WHERE relationship_id = ?1 ORDER BY about",
    )?;
    let rows = statement.query_map([relationship.as_str()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps a private note; an empty one is taken away.
pub(crate) fn save_note(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    about: &str,
    text: &str,
    at: &str,
) -> Result<(), StoreError> {
    if text.is_empty() {
        tx.conn().execute(
            "DELETE FROM private_note WHERE relationship_id = ?1 AND about = ?2",
            params![relationship.as_str(), about],
        )?;
    } else {
        tx.conn().execute(
            "INSERT INTO private_note (relationship_id, about, text, written_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (relationship_id, about) DO UPDATE SET text = excluded.text, written_at = excluded.written_at",
            params![relationship.as_str(), about, text, at],
        )?;
    }
    Ok(())
}
