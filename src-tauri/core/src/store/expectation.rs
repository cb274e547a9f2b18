//! What the two expect before it is revealed (R45): private tables, which no edit comes from.

use super::{StoreError, Tx};
use crate::domain::expectation::Sealed;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use rusqlite::{OptionalExtension, params};

/// What one of the two is still writing.
pub(crate) fn draft(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Option<String>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT text FROM expectation_draft WHERE relationship_id = ?1 AND side = ?2",
        )?
        .query_row(params![relationship.as_str(), side.key()], |row| row.get(0))
        .optional()?)
}

/// Keeps what one of the two is writing; without words there is nothing to keep.
pub(crate) fn save_draft(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
    text: &str,
) -> Result<(), StoreError> {
    if text.trim().is_empty() {
        tx.conn().execute(
            "DELETE FROM expectation_draft WHERE relationship_id = ?1 AND side = ?2",
            params![relationship.as_str(), side.key()],
        )?;
    } else {
        tx.conn().execute(
            "INSERT INTO expectation_draft (relationship_id, side, text) VALUES (?1, ?2, ?3)
             ON CONFLICT (relationship_id, side) DO UPDATE SET text = excluded.text",
            params![relationship.as_str(), side.key(), text],
        )?;
    }
    Ok(())
}

/// Seals what one of the two has written: from here on its words come out only together with the other's.
pub(crate) fn seal(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO expectation_sealed (relationship_id, side, text)
         SELECT relationship_id, side, text FROM expectation_draft WHERE relationship_id = ?1 AND side = ?2",
        params![relationship.as_str(), side.key()],
    )?;
    save_draft(tx, relationship, side, "")
}

/// Whether one of the two has finished.
pub(crate) fn is_sealed(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<bool, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM expectation_sealed WHERE relationship_id = ?1 AND side = ?2)",
        )?
        .query_row(params![relationship.as_str(), side.key()], |row| row.get(0))?)
}

/// Takes both out of their private place, the mentor's first; none as long as one is missing.
pub(crate) fn take_both(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<[Sealed; 2]>, StoreError> {
    let one = |side: Side| -> Result<Option<Sealed>, StoreError> {
        Ok(tx
            .conn()
            .prepare_cached(
                "SELECT text FROM expectation_sealed WHERE relationship_id = ?1 AND side = ?2",
            )?
            .query_row(params![relationship.as_str(), side.key()], |row| {
                Ok(Sealed::new(row.get(0)?))
            })
            .optional()?)
    };
    let (Some(mentor), Some(mentee)) = (one(Side::Mentor)?, one(Side::Mentee)?) else {
        return Ok(None);
    };
    for side in Side::BOTH {
        discard(tx, relationship, side)?;
    }
    Ok(Some([mentor, mentee]))
}

/// Forgets what one of the two has written, finished or not.
pub(crate) fn discard(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<(), StoreError> {
    for table in ["expectation_draft", "expectation_sealed"] {
        tx.conn().execute(
            &format!("DELETE FROM {table} WHERE relationship_id = ?1 AND side = ?2"),
            params![relationship.as_str(), side.key()],
        )?;
    }
    Ok(())
}
