//! The PDFs of signed versions, as they were made.

use super::{StoreError, Tx};
use crate::domain::ids::{RelationshipId, VersionId};
use rusqlite::{OptionalExtension, params};

/// The PDF of a version, where it was made.
pub(crate) fn get(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    version: &VersionId,
) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT bytes FROM signed_paper WHERE relationship_id = ?1 AND version = ?2",
        )?
        .query_row(params![relationship.as_str(), version.as_str()], |row| {
            row.get(0)
        })
        .optional()?)
}

/// Keeps the PDF of a version, which has none yet.
pub(crate) fn keep(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    version: &VersionId,
    sha256: &str,
    bytes: &[u8],
    made_at: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO signed_paper (relationship_id, version, sha256, bytes, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            relationship.as_str(),
            version.as_str(),
            sha256,
            bytes,
            made_at
        ],
    )?;
    Ok(())
}
