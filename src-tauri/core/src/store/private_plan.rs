//! What the owner wants to change about how they work (R99), and moments that are for them alone (R106): private
//! tables, which no edit comes from.

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use rusqlite::{OptionalExtension, params};

/// Something that the owner wants to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BehaviourRow {
    pub id: String,
    pub position: i64,
    pub text: String,
    /// The goal that was made of it.
    pub goal: Option<String>,
}

/// All of them, in the owner's order.
pub(crate) fn all(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<BehaviourRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, position, text, goal FROM behaviour WHERE relationship_id = ?1 ORDER BY position, id",
    )?;
    let rows = statement.query_map([relationship.as_str()], |row| {
        Ok(BehaviourRow {
            id: row.get(0)?,
            position: row.get(1)?,
            text: row.get(2)?,
            goal: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps one, new or changed.
pub(crate) fn save(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    row: &BehaviourRow,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO behaviour (relationship_id, id, position, text, goal) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (relationship_id, id) DO UPDATE SET position = excluded.position, text = excluded.text,
           goal = excluded.goal",
        params![
            relationship.as_str(),
            row.id,
            row.position,
            row.text,
            row.goal
        ],
    )?;
    Ok(())
}

/// Forgets one.
pub(crate) fn delete(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM behaviour WHERE relationship_id = ?1 AND id = ?2",
        params![relationship.as_str(), id],
    )?;
    Ok(())
}

/// A moment that is for the owner alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrivateMoment {
    pub id: String,
    /// Its day, as `2026-11-26`.
    pub on: String,
    pub text: String,
}

/// All private moments, by their day.
pub(crate) fn moments(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<PrivateMoment>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, on_date, text FROM journal_private WHERE relationship_id = ?1 ORDER BY on_date, id",
    )?;
    let rows = statement.query_map([relationship.as_str()], |row| {
        Ok(PrivateMoment {
            id: row.get(0)?,
            on: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One private moment.
pub(crate) fn moment(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<Option<PrivateMoment>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT id, on_date, text FROM journal_private WHERE relationship_id = ?1 AND id = ?2",
        )?
        .query_row(params![relationship.as_str(), id], |row| {
            Ok(PrivateMoment {
                id: row.get(0)?,
                on: row.get(1)?,
                text: row.get(2)?,
            })
        })
        .optional()?)
}

/// Keeps a private moment, new or changed.
pub(crate) fn save_moment(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    row: &PrivateMoment,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO journal_private (relationship_id, id, on_date, text) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (relationship_id, id) DO UPDATE SET on_date = excluded.on_date, text = excluded.text",
        params![relationship.as_str(), row.id, row.on, row.text],
    )?;
    Ok(())
}

/// Forgets a private moment.
pub(crate) fn delete_moment(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM journal_private WHERE relationship_id = ?1 AND id = ?2",
        params![relationship.as_str(), id],
    )?;
    Ok(())
}
