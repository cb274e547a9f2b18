//! Undo and redo by name. Nothing is taken out of the history: undoing writes the edits that put
//! back what was there.

use super::Pen;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::Role;
use crate::domain::template::template;
use crate::error::{Error, Result};
use crate::store::edit::{self, EditRow};
use crate::store::{Tx, shared};
use serde_json::Value;

/// Takes back the newest deed and answers its name; none where there is nothing to take back.
pub(crate) fn back(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    author: Role,
    at: &Moment,
) -> Result<Option<String>> {
    let Some(deed) = edit::newest_done(tx, relationship)? else {
        return Ok(None);
    };
    let mut edits = edit::of_deed(tx, deed.id)?;
    edits.reverse();
    let mut pen = Pen::new(tx, relationship, author, at, format!("Undo {}", deed.name)).reversing();
    for edit in &edits {
        turn(&mut pen, tx, relationship, edit, true)?;
    }
    edit::mark_deed(tx, deed.id, "undone")?;
    Ok(Some(deed.name))
}

/// Does again what was taken back last, and answers its name.
pub(crate) fn forward(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    author: Role,
    at: &Moment,
) -> Result<Option<String>> {
    let Some(deed) = edit::oldest_undone(tx, relationship)? else {
        return Ok(None);
    };
    let mut pen = Pen::new(tx, relationship, author, at, format!("Redo {}", deed.name)).reversing();
    for edit in &edit::of_deed(tx, deed.id)? {
        turn(&mut pen, tx, relationship, edit, false)?;
    }
    edit::mark_deed(tx, deed.id, "done")?;
    Ok(Some(deed.name))
}

fn turn(
    pen: &mut Pen<'_, '_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    edit: &EditRow,
    back: bool,
) -> Result<()> {
    let broken = || Error::Internal(format!("edit {} cannot be read", edit.id));
    let record = schema::record(&edit.record).ok_or_else(broken)?;
    let value: Value = serde_json::from_str(&edit.value).map_err(|_| broken())?;
    let before: Value = serde_json::from_str(&edit.before).map_err(|_| broken())?;
    let (expected, wanted) = if back {
        (value, before)
    } else {
        (before, value)
    };
    let creates = (edit.act == "create") != back && edit.act != "set";
    if edit.act == "set" {
        let row = shared::row(tx, record, relationship, &edit.record_id)?;
        let now = row
            .as_ref()
            .and_then(|row| row.get(&edit.field))
            .cloned()
            .unwrap_or(Value::Null);
        let unset = empty(record, &edit.field);
        let as_expected = if expected.is_null() {
            now.is_null() || now == unset
        } else {
            now == expected
        };
        if !as_expected {
            return Err(changed_since());
        }
        if wanted.is_null() && stands_by_itself(record, &edit.record_id) {
            return match row {
                Some(_) => pen.remove(record, &edit.record_id),
                None => Ok(()),
            };
        }
        // Any other row made by setting stays when its first value is taken back: empty stands for absent.
        let wanted = if wanted.is_null() { unset } else { wanted };
        pen.set(record, &edit.record_id, &edit.field, wanted)?;
    } else if creates {
        if shared::row(tx, record, relationship, &edit.record_id)?.is_some() {
            return Err(changed_since());
        }
        pen.create(
            record,
            &edit.record_id,
            wanted.as_object().ok_or_else(broken)?.clone(),
        )?;
    } else {
        let row =
            shared::row(tx, record, relationship, &edit.record_id)?.ok_or_else(changed_since)?;
        let same = expected.as_object().is_some_and(|fields| {
            fields
                .iter()
                .all(|(name, value)| row.get(name) == Some(value))
        });
        if !same {
            return Err(changed_since());
        }
        pen.remove(record, &edit.record_id)?;
    }
    Ok(())
}

/// Whether the answer is a text that stands in the agreement as long as nobody has changed it
/// (R97): its row being absent is not the same as its being empty.
fn stands_by_itself(record: &schema::Record, id: &str) -> bool {
    let key = id.split('@').next().unwrap_or_default();
    record.name == schema::ANSWER.name && template().field(key).is_some_and(|field| field.prefilled)
}

/// What an unset field of the record holds.
fn empty(record: &schema::Record, field: &str) -> Value {
    match record.field(field).map(|field| field.holds) {
        Some(schema::Holds::Text) if record.name == schema::SECTION.name => Value::from("open"),
        Some(schema::Holds::Text) => Value::from(""),
        Some(schema::Holds::Integer) => Value::from(0),
        Some(schema::Holds::MaybeText | schema::Holds::MaybeInteger) | None => Value::Null,
    }
}

fn changed_since() -> Error {
    Error::refused(
        "changed_since",
        "This cannot be undone any more, because it was changed again since. Nothing was changed now. The history of the answer still holds the older wording.",
    )
}
