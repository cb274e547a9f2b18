//! What was done to the owner's own templates: a private table.

use super::{StoreError, Tx};
use crate::domain::ids::TemplateId;
use rusqlite::{OptionalExtension, Row, params};

/// A row of `template_deed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeedRow {
    /// 0 for one that is not kept yet.
    pub id: i64,
    pub template: TemplateId,
    pub name: String,
    pub about: String,
    pub at: String,
    pub before: Option<String>,
    pub after: Option<String>,
    pub undone: bool,
}

const COLUMNS: &str = "id, template, name, about, at, before, after, state";

fn read(row: &Row<'_>) -> rusqlite::Result<DeedRow> {
    Ok(DeedRow {
        id: row.get(0)?,
        template: TemplateId(row.get(1)?),
        name: row.get(2)?,
        about: row.get(3)?,
        at: row.get(4)?,
        before: row.get(5)?,
        after: row.get(6)?,
        undone: row.get::<_, String>(7)? == "undone",
    })
}

/// All deeds on a template, the oldest first.
pub(crate) fn all(tx: &Tx<'_>, template: &TemplateId) -> Result<Vec<DeedRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM template_deed WHERE template = ?1 ORDER BY id"
    ))?;
    let rows = statement.query_map([template.as_str()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest deed that stands.
pub(crate) fn newest_done(
    tx: &Tx<'_>,
    template: &TemplateId,
) -> Result<Option<DeedRow>, StoreError> {
    one(tx, template, "done", "DESC")
}

/// The deed that was taken back last.
pub(crate) fn oldest_undone(
    tx: &Tx<'_>,
    template: &TemplateId,
) -> Result<Option<DeedRow>, StoreError> {
    one(tx, template, "undone", "ASC")
}

fn one(
    tx: &Tx<'_>,
    template: &TemplateId,
    state: &str,
    order: &str,
) -> Result<Option<DeedRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM template_deed WHERE template = ?1 AND state = ?2
             ORDER BY id {order} LIMIT 1"
        ))?
        .query_row([template.as_str(), state], read)
        .optional()?)
}

/// Keeps a new deed, or one that is there with other contents.
pub(crate) fn save(tx: &Tx<'_>, row: &DeedRow) -> Result<(), StoreError> {
    let id = (row.id != 0).then_some(row.id);
    tx.conn().execute(
        "INSERT INTO template_deed (id, template, name, about, at, before, after, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET at = excluded.at, after = excluded.after,
           state = excluded.state",
        params![
            id,
            row.template.as_str(),
            row.name,
            row.about,
            row.at,
            row.before,
            row.after,
            if row.undone { "undone" } else { "done" }
        ],
    )?;
    Ok(())
}

/// Forgets a deed.
pub(crate) fn delete(tx: &Tx<'_>, id: i64) -> Result<(), StoreError> {
    tx.conn()
        .execute("DELETE FROM template_deed WHERE id = ?1", [id])?;
    Ok(())
}

/// Forgets what was taken back, and of the rest all but the newest `most`.
pub(crate) fn thin(tx: &Tx<'_>, template: &TemplateId, most: u32) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM template_deed WHERE template = ?1 AND (state = 'undone' OR id NOT IN (
           SELECT id FROM template_deed WHERE template = ?1 AND state = 'done'
           ORDER BY id DESC LIMIT ?2))",
        params![template.as_str(), most],
    )?;
    Ok(())
}
