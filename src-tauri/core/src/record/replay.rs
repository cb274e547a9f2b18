//! Building the shared tables again from the edits alone.

use super::{apply_create, apply_set};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::store::edit::{self, EditRow};
use crate::store::{Tx, shared};
use serde_json::Value;

/// Empties the shared tables of a relationship and applies its edits in order.
pub(crate) fn replay(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<usize> {
    shared::clear(tx, relationship)?;
    let edits = edit::since(tx, relationship, 0)?;
    for edit in &edits {
        apply(tx, relationship, edit)?;
    }
    Ok(edits.len())
}

fn apply(tx: &Tx<'_>, relationship: &RelationshipId, edit: &EditRow) -> Result<()> {
    let broken = || Error::Internal(format!("edit {} cannot be read", edit.id));
    let record = schema::record(&edit.record).ok_or_else(broken)?;
    let value: Value = serde_json::from_str(&edit.value).map_err(|_| broken())?;
    match edit.act.as_str() {
        "create" => apply_create(
            tx,
            record,
            relationship,
            &edit.record_id,
            value.as_object().ok_or_else(broken)?,
        ),
        "remove" => Ok(shared::delete(tx, record, relationship, &edit.record_id)?),
        _ => {
            let field = record.field(&edit.field).ok_or_else(broken)?.name;
            apply_set(tx, record, relationship, &edit.record_id, field, &value)
        }
    }
}

/// Every shared row of a relationship, as text that can be compared.
pub(crate) fn picture(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for record in schema::RECORDS {
        for (id, row) in shared::rows(tx, record, relationship)? {
            lines.push(format!("{} {id} {}", record.name, Value::Object(row)));
        }
    }
    Ok(lines)
}
