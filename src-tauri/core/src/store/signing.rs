//! Secrets with which people sign here, keys of partners, and scans of papers that were signed by hand.
//! The first two are private tables.

use super::{StoreError, Tx};
use crate::domain::ids::{PersonId, RelationshipId};
use rusqlite::{OptionalExtension, params};
use zeroize::Zeroizing;

/// Both secrets of a person.
pub(crate) struct KeyRow {
    pub own: Zeroizing<Vec<u8>>,
    pub pdf: Zeroizing<Vec<u8>>,
    pub made_at: String,
}

/// The secrets of a person, where some were drawn.
pub(crate) fn key(tx: &Tx<'_>, person: &PersonId) -> Result<Option<KeyRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached("SELECT own, pdf, made_at FROM signing_key WHERE person_id = ?1")?
        .query_row([person.as_str()], |row| {
            Ok(KeyRow {
                own: Zeroizing::new(row.get(0)?),
                pdf: Zeroizing::new(row.get(1)?),
                made_at: row.get(2)?,
            })
        })
        .optional()?)
}

/// Keeps the secrets of a person, who has none yet.
pub(crate) fn insert_key(tx: &Tx<'_>, person: &PersonId, row: &KeyRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO signing_key (person_id, own, pdf, made_at) VALUES (?1, ?2, ?3, ?4)",
        params![
            person.as_str(),
            row.own.as_slice(),
            row.pdf.as_slice(),
            row.made_at
        ],
    )?;
    Ok(())
}

/// A key that a partner's own Fairlead was seen to use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartnerKeyRow {
    pub position: i64,
    pub key: String,
    pub seen_at: String,
    pub confirmed_at: Option<String>,
}

/// The keys of one of the two, in the order in which they were first seen.
pub(crate) fn partner_keys(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: &str,
) -> Result<Vec<PartnerKeyRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT position, key, seen_at, confirmed_at FROM partner_key
         WHERE relationship_id = ?1 AND side = ?2 ORDER BY position",
    )?;
    let rows = statement.query_map(params![relationship.as_str(), side], |row| {
        Ok(PartnerKeyRow {
            position: row.get(0)?,
            key: row.get(1)?,
            seen_at: row.get(2)?,
            confirmed_at: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Notes a key, or that it was confirmed. When it was first seen stays.
pub(crate) fn save_partner_key(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: &str,
    row: &PartnerKeyRow,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO partner_key (relationship_id, side, position, key, seen_at, confirmed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (relationship_id, side, key) DO UPDATE SET confirmed_at = excluded.confirmed_at",
        params![
            relationship.as_str(),
            side,
            row.position,
            row.key,
            row.seen_at,
            row.confirmed_at
        ],
    )?;
    Ok(())
}

/// A scan or photo of a paper that was signed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScanRow {
    /// What the file was called; empty where nobody said.
    pub name: String,
    pub mime: String,
    pub bytes: Vec<u8>,
}

/// Keeps a scan, where the same bytes are not there yet.
pub(crate) fn keep_scan(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    sha256: &str,
    row: &ScanRow,
) -> Result<(), StoreError> {
    if scan(tx, relationship, sha256)?.is_none() {
        tx.conn().execute(
            "INSERT INTO scan (relationship_id, sha256, mime, bytes, name) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                relationship.as_str(),
                sha256,
                row.mime,
                row.bytes,
                row.name
            ],
        )?;
    }
    Ok(())
}

/// A scan by its content.
pub(crate) fn scan(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    sha256: &str,
) -> Result<Option<ScanRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT name, mime, bytes FROM scan WHERE relationship_id = ?1 AND sha256 = ?2",
        )?
        .query_row(params![relationship.as_str(), sha256], |row| {
            Ok(ScanRow {
                name: row.get(0)?,
                mime: row.get(1)?,
                bytes: row.get(2)?,
            })
        })
        .optional()?)
}
