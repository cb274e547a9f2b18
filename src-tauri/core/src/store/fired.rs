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
    pub shown_at: Option<i64>,
    pub snooze_until: Option<i64>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<FiredRow> {
    Ok(FiredRow {
        relationship: RelationshipId(row.get(0)?),
        series: row.get(1)?,
        occurrence: row.get(2)?,
        state: row.get(3)?,
        lease_until: row.get(4)?,
        shown_at: row.get(5)?,
        snooze_until: row.get(6)?,
    })
}

const COLUMNS: &str =
    "relationship_id, series, occurrence, state, lease_until, shown_at, snooze_until";

/// All rows of all relationships.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<FiredRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM fired ORDER BY relationship_id, series, occurrence"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn insert(tx: &Tx<'_>, row: &FiredRow, on_conflict: &str) -> Result<usize, StoreError> {
    Ok(tx.conn().execute(
        &format!(
            "INSERT INTO fired ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (relationship_id, series, occurrence) DO {on_conflict}"
        ),
        params![
            row.relationship.as_str(),
            row.series,
            row.occurrence,
            row.state,
            row.lease_until,
            row.shown_at,
            row.snooze_until
        ],
    )?)
}

/// Writes what became of an occurrence.
pub(crate) fn save(tx: &Tx<'_>, row: &FiredRow) -> Result<(), StoreError> {
    insert(
        tx,
        row,
        "UPDATE SET state = excluded.state, lease_until = excluded.lease_until,
           shown_at = excluded.shown_at, snooze_until = excluded.snooze_until",
    )?;
    Ok(())
}

/// Claims an occurrence, where it is free at `now`: nobody has it, what was put off is back, or a claim was not
/// handed over in time. Answers whether it is the caller's, who alone shows it then.
pub(crate) fn claim(tx: &Tx<'_>, row: &FiredRow, now: i64) -> Result<bool, StoreError> {
    let free = format!(
        "UPDATE SET state = excluded.state, lease_until = excluded.lease_until,
           shown_at = NULL, snooze_until = excluded.snooze_until
         WHERE (fired.state = 'snoozed' AND fired.snooze_until <= {now})
            OR (fired.state = 'claimed' AND fired.shown_at IS NULL AND fired.lease_until <= {now})"
    );
    Ok(insert(tx, row, &free)? == 1)
}
