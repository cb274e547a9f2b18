//! Every row that hangs on a relationship, whichever table it is in: what an export holds, and what is gone
//! when the relationship is deleted (B7).

use super::{StoreError, Tx};
use crate::domain::ids::RelationshipId;
use crate::domain::shared;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The rows of each table, by its name; tables without a row of this relationship are left out.
pub(crate) type Tables = BTreeMap<String, Vec<Map<String, Value>>>;

/// The tables whose rows belong to one relationship, with the column that says so.
fn tables(tx: &Tx<'_>) -> Result<Vec<(String, &'static str)>, StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT t.name FROM pragma_table_list AS t
         WHERE t.schema = 'main' AND t.type = 'table'
           AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS c WHERE c.name = 'relationship_id')
         ORDER BY t.name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut found = vec![("relationship".to_owned(), "id")];
    for name in names {
        found.push((name?, "relationship_id"));
    }
    Ok(found)
}

/// How many rows of each table belong to the relationship; tables without one are left out.
pub(crate) fn counts(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<BTreeMap<String, u64>, StoreError> {
    let mut found = BTreeMap::new();
    for (table, column) in tables(tx)? {
        let count: i64 = tx.conn().query_row(
            &format!("SELECT count(*) FROM \"{table}\" WHERE {column} = ?1"),
            [relationship.as_str()],
            |row| row.get(0),
        )?;
        if let Ok(count @ 1..) = u64::try_from(count) {
            found.insert(table, count);
        }
    }
    Ok(found)
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Real(number) => Value::from(number),
        ValueRef::Text(bytes) => Value::from(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Blob(bytes) => Value::from(hex::encode(bytes)),
    }
}

/// Whether the table holds what one of the two has not shown to the other yet: private, and kept by side. An
/// export at a computer that both use must not show it first (R45, R107).
fn is_unseen(tx: &Tx<'_>, table: &str) -> Result<bool, StoreError> {
    if shared::record(table).is_some() {
        return Ok(false);
    }
    Ok(tx.conn().query_row(
        "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE name = 'side')",
        [table],
        |row| row.get(0),
    )?)
}

/// Every row of the relationship, but for what one of the two has not shown to the other yet.
pub(crate) fn rows(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Tables, StoreError> {
    let mut all = Tables::new();
    for (table, column) in tables(tx)? {
        if is_unseen(tx, &table)? {
            continue;
        }
        let mut statement = tx
            .conn()
            .prepare(&format!("SELECT * FROM \"{table}\" WHERE {column} = ?1"))?;
        let columns: Vec<String> = statement
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let found = statement
            .query_map([relationship.as_str()], |row| {
                let mut fields = Map::new();
                for (at, column) in columns.iter().enumerate() {
                    if column != "relationship_id" {
                        fields.insert(column.clone(), value(row.get_ref(at)?));
                    }
                }
                Ok(fields)
            })?
            .collect::<Result<Vec<_>, _>>()?;
        if !found.is_empty() {
            all.insert(table, found);
        }
    }
    Ok(all)
}
