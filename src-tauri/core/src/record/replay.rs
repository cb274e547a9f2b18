//! Building the shared tables again from the edits alone.
//!
//! Signed rows are the exception: nothing empties their tables. They are held against their edits instead,
//! row by row, so that the tables are still exactly what the edits add up to.

use super::{apply_create, apply_set};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::store::edit::{self, EditRow};
use crate::store::{Tx, shared};
use serde_json::Value;
use std::collections::BTreeSet;

/// Empties the shared tables of a relationship and applies its edits in order.
pub(crate) fn replay(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<usize> {
    shared::clear(tx, relationship)?;
    let edits = edit::since(tx, relationship, 0)?;
    let mut sealed = BTreeSet::new();
    for edit in &edits {
        let record = schema::record(&edit.record).ok_or_else(|| broken(edit))?;
        if record.is_sealed() {
            hold(tx, relationship, record, edit)?;
            sealed.insert((record.name, edit.record_id.clone()));
        } else {
            apply(tx, relationship, record, edit)?;
        }
    }
    for record in schema::SEALED {
        for (id, _) in shared::rows(tx, record, relationship)? {
            if !sealed.contains(&(record.name, id)) {
                return Err(differs());
            }
        }
    }
    Ok(edits.len())
}

fn broken(edit: &EditRow) -> Error {
    Error::Internal(format!("edit {} cannot be read", edit.id))
}

/// The refusal where the tables are not what the edits add up to.
pub(crate) fn differs() -> Error {
    Error::refused(
        "record_differs",
        "The shared record does not match its history. Nothing was changed. Make a copy of the data folder and restore the newest backup.",
    )
}

/// Holds a signed row against its edit, and adds it where it is not there.
fn hold(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &'static schema::Record,
    edit: &EditRow,
) -> Result<()> {
    let value: Value = serde_json::from_str(&edit.value).map_err(|_| broken(edit))?;
    let fields = value.as_object().ok_or_else(|| broken(edit))?;
    if edit.act != "create" {
        return Err(differs());
    }
    match shared::row(tx, record, relationship, &edit.record_id)? {
        None => apply_create(tx, record, relationship, &edit.record_id, fields),
        Some(row) if row == *fields => Ok(()),
        Some(_) => Err(differs()),
    }
}

fn apply(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &'static schema::Record,
    edit: &EditRow,
) -> Result<()> {
    let value: Value = serde_json::from_str(&edit.value).map_err(|_| broken(edit))?;
    match edit.act.as_str() {
        "create" => apply_create(
            tx,
            record,
            relationship,
            &edit.record_id,
            value.as_object().ok_or_else(|| broken(edit))?,
        ),
        "remove" => Ok(shared::delete(tx, record, relationship, &edit.record_id)?),
        _ => {
            let field = record.field(&edit.field).ok_or_else(|| broken(edit))?.name;
            apply_set(tx, record, relationship, &edit.record_id, field, &value)
        }
    }
}

/// Every shared row of a relationship, as text that can be compared.
pub(crate) fn picture(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for record in schema::RECORDS.iter() {
        for (id, row) in shared::rows(tx, record, relationship)? {
            lines.push(format!("{} {id} {}", record.name, Value::Object(row)));
        }
    }
    Ok(lines)
}
