//! Which occurrence of which reminder was shown: a private table.

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use rusqlite::{Row, params};

/// A row of `fired`. Times are seconds since 1970 in UTC, because they are compared, not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FiredRow {
    pub relationship: RelationshipId,
    pub series: String,
    pub occurrence: String,
    pub state: String,
    pub lease_until: i64,
    pub snooze_until: Option<i64>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<FiredRow> {
    Ok(FiredRow {
        relationship: RelationshipId(row.get(0)?),
        series: row.get(1)?,
        occurrence: row.get(2)?,
        state: row.get(3)?,
        lease_until: row.get(4)?,
        snooze_until: row.get(5)?,
    })
}

const COLUMNS: &str = "relationship_id, series, occurrence, state, lease_until, snooze_until";

/// All rows of all relationships.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<FiredRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM fired ORDER BY relationship_id, series, occurrence"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes what became of an occurrence.
pub(crate) fn save(tx: &Tx<'_>, row: &FiredRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO fired (relationship_id, series, occurrence, state, lease_until, snooze_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (relationship_id, series, occurrence) DO UPDATE SET state = excluded.state,
           lease_until = excluded.lease_until, snooze_until = excluded.snooze_until",
        params![
            row.relationship.as_str(),
            row.series,
            row.occurrence,
            row.state,
            row.lease_until,
            row.snooze_until
        ],
    )?;
    Ok(())
}
