//! The owner's profile, people and settings: private tables.

use super::{StoreError, Tx};
use crate::domain::ids::PersonId;
use rusqlite::{OptionalExtension, Row, params};

/// A row of `profile`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProfileRow {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub zone: String,
    pub roles: String,
}

/// The profile, once the first run is through.
pub(crate) fn profile(tx: &Tx<'_>) -> Result<Option<ProfileRow>, StoreError> {
    Ok(tx
        .conn()
        .query_row(
            "SELECT name, email, phone, zone, roles FROM profile WHERE id = 1",
            [],
            |row| {
                Ok(ProfileRow {
                    name: row.get(0)?,
                    email: row.get(1)?,
                    phone: row.get(2)?,
                    zone: row.get(3)?,
                    roles: row.get(4)?,
                })
            },
        )
        .optional()?)
}

/// Keeps the profile.
pub(crate) fn save_profile(tx: &Tx<'_>, row: &ProfileRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO profile (id, name, email, phone, zone, roles) VALUES (1, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
           zone = excluded.zone, roles = excluded.roles",
        params![row.name, row.email, row.phone, row.zone, row.roles],
    )?;
    Ok(())
}

/// A row of `person`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonRow {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub zone: String,
    pub place: String,
    pub owner: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<PersonRow> {
    Ok(PersonRow {
        id: PersonId(row.get(0)?),
        name: row.get(1)?,
        email: row.get(2)?,
        phone: row.get(3)?,
        zone: row.get(4)?,
        place: row.get(5)?,
        owner: row.get(6)?,
    })
}

const COLUMNS: &str = "id, name, email, phone, zone, place, owner";

/// All people, the owner first, then by name.
pub(crate) fn people(tx: &Tx<'_>) -> Result<Vec<PersonRow>, StoreError> {
    let mut statement = tx.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM person ORDER BY owner DESC, name COLLATE NOCASE, id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The owner as a person.
pub(crate) fn owner(tx: &Tx<'_>) -> Result<Option<PersonRow>, StoreError> {
    Ok(tx
        .conn()
        .query_row(
            &format!("SELECT {COLUMNS} FROM person WHERE owner = 1"),
            [],
            read,
        )
        .optional()?)
}

/// Adds or changes a person.
pub(crate) fn save(tx: &Tx<'_>, row: &PersonRow) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO person (id, name, email, phone, zone, place, owner) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
           zone = excluded.zone, place = excluded.place",
        params![row.id.as_str(), row.name, row.email, row.phone, row.zone, row.place, row.owner],
    )?;
    Ok(())
}

/// Takes away a person who is in no relationship.
pub(crate) fn delete_if_alone(tx: &Tx<'_>, id: &PersonId) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM person WHERE id = ?1 AND owner = 0
           AND NOT EXISTS (SELECT 1 FROM part WHERE mentor_person = ?1)
           AND NOT EXISTS (SELECT 1 FROM part WHERE mentee_person = ?1)",
        [id.as_str()],
    )?;
    Ok(())
}

/// One setting.
pub(crate) fn setting(tx: &Tx<'_>, name: &str) -> Result<Option<String>, StoreError> {
    Ok(tx
        .conn()
        .query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| {
            row.get(0)
        })
        .optional()?)
}

/// Keeps a setting.
pub(crate) fn save_setting(tx: &Tx<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    tx.conn().execute(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )?;
    Ok(())
}
