//! A new data folder. Its files have their names only when they are complete, so that a start
//! that was cut off is told apart from lost data.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::files;
use crate::keychain::Keychain;

use super::error::StoreError;
use super::folder::{self, Folder};
use super::keys::Keys;
use super::migrate::Schema;
use super::pragmas::{self, APPLICATION_ID};
use super::{check, device};

/// Makes keys and an empty data file of this schema.
pub(super) fn create(
    folder: &Folder,
    keychain: &dyn Keychain,
    schema: &Schema,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (mut keys, key) = Keys::create()?;
    device::seal(&mut keys, &key, folder, keychain)?;
    keys.write(&folder.unfinished_keys())?;
    let unfinished = folder.unfinished_data();
    for left in folder::beside(&unfinished) {
        // Of a start that was cut off: nothing was ever saved in it.
        std::fs::remove_file(&left).map_err(|source| files::FileError {
            doing: "remove",
            path: left,
            source,
        })?;
    }
    let mut conn = pragmas::connect(
        &unfinished,
        &key,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    fill(&mut conn, schema, now)?;
    conn.close().map_err(|(_, error)| StoreError::from(error))?;
    files::sync_file(&unfinished)?;
    finish(folder, &keys)
}

fn fill(conn: &mut Connection, schema: &Schema, now: DateTime<Utc>) -> Result<(), StoreError> {
    conn.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))?;
    schema.apply(conn)?;
    // Nothing can be wrong with it yet: the first full check is due in a week.
    check::note_full(conn, now)?;
    Ok(())
}

/// Gives the complete files their names. Also run at a start that finds this step undone.
pub(super) fn finish(folder: &Folder, keys: &Keys) -> Result<(), StoreError> {
    if folder::exists(&folder.unfinished_data()) && !folder::exists(&folder.data()) {
        files::move_to(&folder.unfinished_data(), &folder.data())?;
    }
    keys.write(&folder.keys())?;
    let _ = std::fs::remove_file(folder.unfinished_keys());
    // The second copy is a precaution; the start does not fail for it.
    if files::make_private_folder(&folder.backups()).is_ok() {
        let _ = keys.write(&folder.keys_copy());
    }
    Ok(())
}
