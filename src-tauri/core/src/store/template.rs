//! The owner's own templates: a private table. The copies that relationships have are shared rows, and
//! are counted here only.

use super::{StoreError, Tx};
use crate::domain::ids::TemplateId;
use rusqlite::{OptionalExtension, Row, params};

/// A row of `template`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TemplateRow {
    pub id: TemplateId,
    pub name: String,
    pub version: u32,
    /// The highest version that a relationship or a file has; 0 for none.
    pub issued: u32,
    pub content: String,
    pub retired: bool,
    pub changed_at: String,
}

const COLUMNS: &str = "id, name, version, issued, content, retired, changed_at";

fn read(row: &Row<'_>) -> rusqlite::Result<TemplateRow> {
    Ok(TemplateRow {
        id: TemplateId(row.get(0)?),
        name: row.get(1)?,
        version: row.get(2)?,
        issued: row.get(3)?,
        content: row.get(4)?,
        retired: row.get(5)?,
        changed_at: row.get(6)?,
    })
}

/// All templates, in the order of their ids.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<TemplateRow>, StoreError> {
    let mut statement = tx
        .conn()
        .prepare_cached(&format!("SELECT {COLUMNS} FROM template ORDER BY id"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One template.
pub(crate) fn one(tx: &Tx<'_>, template: &TemplateId) -> Result<Option<TemplateRow>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(&format!("SELECT {COLUMNS} FROM template WHERE id = ?1"))?
        .query_row([template.as_str()], read)
        .optional()?)
}

/// Keeps a template.
pub(crate) fn save(tx: &Tx<'_>, row: &TemplateRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO template (id, name, version, issued, content, retired, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version,
           issued = excluded.issued, content = excluded.content, retired = excluded.retired,
           changed_at = excluded.changed_at",
        params![
            row.id.as_str(),
            row.name,
            row.version,
            row.issued,
            row.content,
            row.retired,
            row.changed_at
        ],
    )?;
    Ok(())
}

/// Takes a template away.
pub(crate) fn delete(tx: &Tx<'_>, template: &TemplateId) -> Result<(), StoreError> {
    tx.conn()
        .execute("DELETE FROM template WHERE id = ?1", [template.as_str()])?;
    Ok(())
}

/// How many relationships have a copy of the template.
pub(crate) fn uses(tx: &Tx<'_>, template: &TemplateId) -> Result<u32, StoreError> {
    Ok(tx.conn().query_row(
        "SELECT count(*) FROM form WHERE template = ?1",
        [template.as_str()],
        |row| row.get(0),
    )?)
}
