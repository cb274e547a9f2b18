//! Edits and the deeds they belong to.

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// One edit as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EditRow {
    pub id: i64,
    pub author: String,
    pub seq: i64,
    pub seen: i64,
    pub at: String,
    pub act: String,
    pub record: String,
    pub record_id: String,
    pub field: String,
    pub value: String,
    pub before: String,
    pub deed: i64,
}

const COLUMNS: &str =
    "id, author, seq, seen, at, act, record, record_id, field, value, before, deed_id";

fn read(row: &Row<'_>) -> rusqlite::Result<EditRow> {
    Ok(EditRow {
        id: row.get(0)?,
        author: row.get(1)?,
        seq: row.get(2)?,
        seen: row.get(3)?,
        at: row.get(4)?,
        act: row.get(5)?,
        record: row.get(6)?,
        record_id: row.get(7)?,
        field: row.get(8)?,
        value: row.get(9)?,
        before: row.get(10)?,
        deed: row.get(11)?,
    })
}

/// Appends an edit and answers its id. `id` and `seq` of the row passed in are not looked at: the
/// author's next number is given here.
pub(crate) fn append(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    edit: &EditRow,
) -> Result<i64, StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO edit (relationship_id, author, seq, seen, at, act, record, record_id, field, value, before, deed_id)
             VALUES (?1, ?2,
                     (SELECT coalesce(max(seq), 0) + 1 FROM edit WHERE relationship_id = ?1 AND author = ?2),
                     (SELECT coalesce(max(id), 0) FROM edit WHERE relationship_id = ?1 AND author <> ?2),
                     ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            relationship.as_str(),
            edit.author,
            edit.at,
            edit.act,
            edit.record,
            edit.record_id,
            edit.field,
            edit.value,
            edit.before,
            edit.deed
        ])?;
    Ok(tx.conn().last_insert_rowid())
}

fn many(
    tx: &Tx<'_>,
    condition: &str,
    params: &[&dyn rusqlite::ToSql],
) -> Result<Vec<EditRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM edit WHERE {condition} ORDER BY id");
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All edits of a relationship after the edit `after`, in order.
pub(crate) fn since(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    after: i64,
) -> Result<Vec<EditRow>, StoreError> {
    many(
        tx,
        "relationship_id = ?1 AND id > ?2",
        &[&relationship.as_str(), &after],
    )
}

/// All edits of one field of one row.
pub(crate) fn of_field(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
    id: &str,
    field: &str,
) -> Result<Vec<EditRow>, StoreError> {
    many(
        tx,
        "relationship_id = ?1 AND record = ?2 AND record_id = ?3 AND field IN (?4, '')",
        &[&relationship.as_str(), &record, &id, &field],
    )
}

/// All edits of one row, of all its fields.
pub(crate) fn of_row(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
    id: &str,
) -> Result<Vec<EditRow>, StoreError> {
    many(
        tx,
        "relationship_id = ?1 AND record = ?2 AND record_id = ?3",
        &[&relationship.as_str(), &record, &id],
    )
}

/// All edits of one kind of row.
pub(crate) fn of_record(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
) -> Result<Vec<EditRow>, StoreError> {
    many(
        tx,
        "relationship_id = ?1 AND record = ?2",
        &[&relationship.as_str(), &record],
    )
}

/// Whether there is an edit of one field of one row, or of the row as a whole.
pub(crate) fn any_of_field(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
    id: &str,
    field: &str,
) -> Result<bool, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM edit WHERE relationship_id = ?1 AND record = ?2 AND record_id = ?3 AND field IN (?4, ''))",
        )?
        .query_row(params![relationship.as_str(), record, id, field], |row| {
            row.get(0)
        })?)
}

/// The lists that ever had a line: what the field `list` of a new row of this kind has held.
pub(crate) fn lists_with_rows(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT DISTINCT value ->> 'list' FROM edit
         WHERE relationship_id = ?1 AND record = ?2 AND act = 'create' AND value ->> 'list' IS NOT NULL",
    )?;
    let rows = statement.query_map(params![relationship.as_str(), record], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The edits of a deed.
pub(crate) fn of_deed(tx: &Tx<'_>, deed: i64) -> Result<Vec<EditRow>, StoreError> {
    many(tx, "deed_id = ?1", &[&deed])
}

/// One edit of a relationship.
pub(crate) fn one(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: i64,
) -> Result<Option<EditRow>, StoreError> {
    Ok(many(
        tx,
        "relationship_id = ?1 AND id = ?2",
        &[&relationship.as_str(), &id],
    )?
    .into_iter()
    .next())
}

/// The number of the newest edit of a relationship; 0 where there is none.
pub(crate) fn newest(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<i64, StoreError> {
    Ok(tx.conn().query_row(
        "SELECT coalesce(max(id), 0) FROM edit WHERE relationship_id = ?1",
        [relationship.as_str()],
        |row| row.get(0),
    )?)
}

/// One thing the owner did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeedRow {
    pub id: i64,
    pub name: String,
    pub at: String,
}

fn read_deed(row: &Row<'_>) -> rusqlite::Result<DeedRow> {
    Ok(DeedRow {
        id: row.get(0)?,
        name: row.get(1)?,
        at: row.get(2)?,
    })
}

/// What a new deed is to undo and redo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeedKind {
    /// It can be undone.
    Done,
    /// It is an undo or redo itself.
    Reversal,
    /// It can never be undone: it was signed, or tells of a signing.
    Sealed,
}

/// Begins a deed. What was undone before can then no longer be done again, but for a reversal.
pub(crate) fn begin_deed(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    name: &str,
    at: &str,
    kind: DeedKind,
) -> Result<i64, StoreError> {
    if kind != DeedKind::Reversal {
        tx.conn().execute(
            "UPDATE deed SET state = 'gone' WHERE relationship_id = ?1 AND state = 'undone'",
            [relationship.as_str()],
        )?;
    }
    tx.conn().execute(
        "INSERT INTO deed (relationship_id, name, at, state) VALUES (?1, ?2, ?3, ?4)",
        params![
            relationship.as_str(),
            name,
            at,
            match kind {
                DeedKind::Done => "done",
                DeedKind::Reversal => "reversal",
                DeedKind::Sealed => "gone",
            }
        ],
    )?;
    Ok(tx.conn().last_insert_rowid())
}

/// The deed that undo would take back: the newest that is done.
pub(crate) fn newest_done(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<DeedRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached("SELECT id, name, at FROM deed WHERE relationship_id = ?1 AND state = 'done' ORDER BY id DESC LIMIT 1")?
        .query_row([relationship.as_str()], read_deed)
        .optional()?)
}

/// The deed that redo would bring back: the oldest that is undone.
pub(crate) fn oldest_undone(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<DeedRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached("SELECT id, name, at FROM deed WHERE relationship_id = ?1 AND state = 'undone' ORDER BY id LIMIT 1")?
        .query_row([relationship.as_str()], read_deed)
        .optional()?)
}

/// Marks a deed as `done`, `undone` or `gone`.
pub(crate) fn mark_deed(tx: &Tx<'_>, deed: i64, state: &str) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE deed SET state = ?2 WHERE id = ?1",
        params![deed, state],
    )?;
    Ok(())
}

/// Moves the time of a deed that goes on, such as a text that is still being typed.
pub(crate) fn touch_deed(tx: &Tx<'_>, deed: i64, at: &str) -> Result<(), StoreError> {
    tx.conn()
        .execute("UPDATE deed SET at = ?2 WHERE id = ?1", params![deed, at])?;
    Ok(())
}

/// Up to which edit the owner has looked, and when.
pub(crate) fn seen_mark(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<(i64, String)>, StoreError> {
    Ok(tx
        .conn()
        .query_row(
            "SELECT edit_id, at FROM seen_mark WHERE relationship_id = ?1",
            [relationship.as_str()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?)
}

/// Moves the mark.
pub(crate) fn mark_seen(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    edit: i64,
    at: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO seen_mark (relationship_id, edit_id, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (relationship_id) DO UPDATE SET edit_id = excluded.edit_id, at = excluded.at",
        params![relationship.as_str(), edit, at],
    )?;
    Ok(())
}

/// What was done so far can no longer be undone: it was set up, not typed.
pub(crate) fn forget_deeds(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE deed SET state = 'gone' WHERE relationship_id = ?1 AND state IN ('done', 'undone')",
        [relationship.as_str()],
    )?;
    Ok(())
}

/// Deeds that touched one row can no longer be undone, because what it stood for is gone.
pub(crate) fn forget_deeds_on(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &str,
    id: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE deed SET state = 'gone' WHERE relationship_id = ?1 AND state IN ('done', 'undone')
         AND id IN (SELECT deed_id FROM edit WHERE relationship_id = ?1 AND record = ?2 AND record_id = ?3)",
        params![relationship.as_str(), record, id],
    )?;
    Ok(())
}

/// The newest edit of any of these kinds of rows.
pub(crate) fn newest_of(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    records: &[&str],
) -> Result<Option<EditRow>, StoreError> {
    let mut newest: Option<EditRow> = None;
    for record in records {
        let last = many(
            tx,
            "id = (SELECT max(id) FROM edit WHERE relationship_id = ?1 AND record = ?2)",
            &[&relationship.as_str(), record],
        )?;
        newest = newest.into_iter().chain(last).max_by_key(|edit| edit.id);
    }
    Ok(newest)
}

/// The deeds that have edits of these kinds of rows, newest first, each with the author of its last edit.
pub(crate) fn deeds_of(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    records: &[&str],
) -> Result<Vec<(DeedRow, String)>, StoreError> {
    let marks = vec!["?"; records.len()].join(", ");
    let sql = format!(
        "SELECT deed.id, deed.name, deed.at, edit.author FROM deed JOIN edit ON edit.deed_id = deed.id
         WHERE deed.relationship_id = ? AND edit.relationship_id = deed.relationship_id AND edit.record IN ({marks})
         GROUP BY deed.id HAVING edit.id = max(edit.id) ORDER BY deed.id DESC"
    );
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let mut params = vec![relationship.as_str()];
    params.extend(records);
    let rows = statement.query_map(rusqlite::params_from_iter(params), |row| {
        Ok((read_deed(row)?, row.get(3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
