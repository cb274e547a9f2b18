//! Files that somebody added, as they lie on this computer: a private table, which no edit comes from.

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use rusqlite::{OptionalExtension, Row, params};

/// What is known of a file, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileRow {
    pub id: String,
    pub owner: String,
    pub kind: String,
    pub about: String,
    pub name: String,
    pub media_type: String,
    pub sha256: String,
    pub added_at: String,
    /// In bytes.
    pub size: i64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<FileRow> {
    Ok(FileRow {
        id: row.get(0)?,
        owner: row.get(1)?,
        kind: row.get(2)?,
        about: row.get(3)?,
        name: row.get(4)?,
        media_type: row.get(5)?,
        sha256: row.get(6)?,
        added_at: row.get(7)?,
        size: row.get(8)?,
    })
}

/// All files of a relationship, the oldest first.
pub(crate) fn all(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<FileRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, owner, kind, about, name, media_type, sha256, added_at, length(bytes)
         FROM attachment_file WHERE relationship_id = ?1 ORDER BY added_at, rowid",
    )?;
    let rows = statement.query_map([relationship.as_str()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The bytes of a file, where it is here.
pub(crate) fn bytes(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached("SELECT bytes FROM attachment_file WHERE relationship_id = ?1 AND id = ?2")?
        .query_row(params![relationship.as_str(), id], |row| row.get(0))
        .optional()?)
}

/// Keeps a new file.
pub(crate) fn insert(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    row: &FileRow,
    bytes: &[u8],
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO attachment_file (relationship_id, id, owner, kind, about, name, media_type, sha256, added_at, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            relationship.as_str(),
            row.id,
            row.owner,
            row.kind,
            row.about,
            row.name,
            row.media_type,
            row.sha256,
            row.added_at,
            bytes
        ],
    )?;
    Ok(())
}

/// Forgets a file.
pub(crate) fn delete(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM attachment_file WHERE relationship_id = ?1 AND id = ?2",
        params![relationship.as_str(), id],
    )?;
    Ok(())
}
