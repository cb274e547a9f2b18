//! The mentor's self-checks (R154): a private table, which no edit comes from.

use super::{StoreError, Tx};
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::self_check::SelfCheck;
use rusqlite::params;

/// All of a relationship, the oldest first.
pub(crate) fn all(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<SelfCheck>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, on_date, session, pitfalls, talk_share, reflection FROM self_check
         WHERE relationship_id = ?1 ORDER BY on_date, id",
    )?;
    let rows = statement.query_map([relationship.as_str()], |row| {
        let on: String = row.get(1)?;
        let pitfalls: String = row.get(3)?;
        Ok(dates::from_iso(&on).ok().map(|on| SelfCheck {
            id: row.get(0).unwrap_or_default(),
            on,
            session: row.get(2).unwrap_or_default(),
            pitfalls: serde_json::from_str(&pitfalls).unwrap_or_default(),
            talk_share: row.get(4).unwrap_or_default(),
            reflection: row.get(5).unwrap_or_default(),
        }))
    })?;
    Ok(rows
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// Keeps one.
pub(crate) fn keep(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    check: &SelfCheck,
) -> Result<(), StoreError> {
    let pitfalls = serde_json::to_string(&check.pitfalls)
        .map_err(|error| StoreError::Database(error.to_string()))?;
    tx.conn().execute(
        "INSERT OR REPLACE INTO self_check (relationship_id, id, on_date, session, pitfalls, talk_share, reflection)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            relationship.as_str(),
            check.id,
            check.on.to_string(),
            check.session,
            pitfalls,
            check.talk_share,
            check.reflection,
        ],
    )?;
    Ok(())
}

/// Takes one away.
pub(crate) fn remove(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: &str,
) -> Result<bool, StoreError> {
    let removed = tx.conn().execute(
        "DELETE FROM self_check WHERE relationship_id = ?1 AND id = ?2",
        params![relationship.as_str(), id],
    )?;
    Ok(removed > 0)
}
