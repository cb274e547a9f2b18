//! Rows of the shared tables, by the description of `domain::shared`.

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use crate::domain::shared::{RECORDS, RELATIONSHIP, Record};
use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{OptionalExtension, params_from_iter};
use serde_json::{Map, Value};

/// The fields of one row, by name.
pub(crate) type Row = Map<String, Value>;

fn is_root(record: &Record) -> bool {
    record.name == RELATIONSHIP.name
}

/// The condition for one row, and its parameters.
fn key(record: &Record, relationship: &RelationshipId, id: &str) -> (&'static str, Vec<Sql>) {
    if is_root(record) {
        ("id = ?1", vec![Sql::Text(id.to_owned())])
    } else {
        (
            "relationship_id = ?1 AND id = ?2",
            vec![
                Sql::Text(relationship.to_string()),
                Sql::Text(id.to_owned()),
            ],
        )
    }
}

fn to_sql(value: &Value) -> Sql {
    match value {
        Value::String(text) => Sql::Text(text.clone()),
        Value::Number(number) => Sql::Integer(number.as_i64().unwrap_or_default()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => Sql::Null,
    }
}

fn from_sql(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Text(bytes) => Value::from(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    }
}

fn columns(record: &Record) -> String {
    record
        .fields
        .iter()
        .map(|field| field.name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn read(record: &Record, row: &rusqlite::Row<'_>, from: usize) -> rusqlite::Result<Row> {
    let mut fields = Row::new();
    for (at, field) in record.fields.iter().enumerate() {
        fields.insert(field.name.to_owned(), from_sql(row.get_ref(from + at)?));
    }
    Ok(fields)
}

/// One row, if it is there.
pub(crate) fn row(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    id: &str,
) -> Result<Option<Row>, StoreError> {
    let (condition, params) = key(record, relationship, id);
    let sql = format!(
        "SELECT {} FROM {} WHERE {condition}",
        columns(record),
        record.name
    );
    Ok(tx
        .conn()
        .prepare_cached(&sql)?
        .query_row(params_from_iter(params), |row| read(record, row, 0))
        .optional()?)
}

/// All rows of a relationship with their ids, in the order of the ids.
pub(crate) fn rows(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
) -> Result<Vec<(String, Row)>, StoreError> {
    let column = if is_root(record) {
        "id"
    } else {
        "relationship_id"
    };
    let sql = format!(
        "SELECT id, {} FROM {} WHERE {column} = ?1 ORDER BY id",
        columns(record),
        record.name
    );
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([relationship.as_str()], |row| {
        Ok((row.get(0)?, read(record, row, 1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The rows of a relationship in which a field holds this text, with their ids, in the order of the ids.
pub(crate) fn rows_with(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    field: &'static str,
    text: &str,
) -> Result<Vec<(String, Row)>, StoreError> {
    let sql = format!(
        "SELECT id, {} FROM {} WHERE relationship_id = ?1 AND {field} = ?2 ORDER BY id",
        columns(record),
        record.name
    );
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([relationship.as_str(), text], |row| {
        Ok((row.get(0)?, read(record, row, 1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a text field holds anywhere in the rows of a relationship, each once.
pub(crate) fn texts(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    field: &'static str,
) -> Result<Vec<String>, StoreError> {
    let sql = format!(
        "SELECT DISTINCT {field} FROM {} WHERE relationship_id = ?1 ORDER BY {field}",
        record.name
    );
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([relationship.as_str()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a row with these fields; the others take their defaults.
pub(crate) fn insert(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    id: &str,
    fields: &Row,
) -> Result<(), StoreError> {
    let mut names = Vec::new();
    let mut params = Vec::new();
    if !is_root(record) {
        names.push("relationship_id");
        params.push(Sql::Text(relationship.to_string()));
    }
    names.push("id");
    params.push(Sql::Text(id.to_owned()));
    for field in record.fields {
        if let Some(value) = fields.get(field.name) {
            names.push(field.name);
            params.push(to_sql(value));
        }
    }
    let marks = vec!["?"; names.len()].join(", ");
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({marks})",
        record.name,
        names.join(", ")
    );
    tx.conn()
        .prepare_cached(&sql)?
        .execute(params_from_iter(params))?;
    Ok(())
}

/// Sets one field of a row that is there.
pub(crate) fn set(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    id: &str,
    field: &'static str,
    value: &Value,
) -> Result<(), StoreError> {
    let (condition, mut params) = key(record, relationship, id);
    params.push(to_sql(value));
    let sql = format!(
        "UPDATE {} SET {field} = ?{} WHERE {condition}",
        record.name,
        params.len()
    );
    tx.conn()
        .prepare_cached(&sql)?
        .execute(params_from_iter(params))?;
    Ok(())
}

/// Takes a row away.
pub(crate) fn delete(
    tx: &Tx<'_>,
    record: &Record,
    relationship: &RelationshipId,
    id: &str,
) -> Result<(), StoreError> {
    let (condition, params) = key(record, relationship, id);
    let sql = format!("DELETE FROM {} WHERE {condition}", record.name);
    tx.conn()
        .prepare_cached(&sql)?
        .execute(params_from_iter(params))?;
    Ok(())
}

/// Empties the shared tables of a relationship: all but its root row, whose fields the replayed edits set
/// again, and the signed rows, which nothing empties.
pub(crate) fn clear(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(), StoreError> {
    for record in RECORDS.iter().filter(|record| !record.is_sealed()) {
        if is_root(record) {
            tx.conn().execute(
                "UPDATE relationship SET connection = 'waiting', connected_on = NULL, programme = '', programme_email = '' WHERE id = ?1",
                [relationship.as_str()],
            )?;
        } else {
            tx.conn().execute(
                &format!("DELETE FROM {} WHERE relationship_id = ?1", record.name),
                [relationship.as_str()],
            )?;
        }
    }
    Ok(())
}
