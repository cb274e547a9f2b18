//! How every connection to the data file is set up, with the reason for each setting.

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

use super::secret::DataKey;

/// "FLD1": tells Fairlead's data file from other SQLCipher files (SQLite's `application_id`).
pub(super) const APPLICATION_ID: i32 = 0x464C_4431;

/// The longest text or blob in bytes. No answer comes near it, and a forged file cannot ask for more.
pub(super) const LONGEST_VALUE: i32 = 20_000_000;

/// Set before the first page is read. SQLCipher demands its own before anything else.
const BEFORE_READING: [(&str, &str, &str); 7] = [
    (
        "cipher_log_level",
        "NONE",
        "a page that fails its check would write some 150 lines to stderr; the error itself is enough",
    ),
    (
        "cipher_compatibility",
        "4",
        "the file format stays what it is when a later SQLCipher has other defaults",
    ),
    (
        "locking_mode",
        "EXCLUSIVE",
        "one process has the file; no shared-memory file, and a second process is refused by SQLite too",
    ),
    (
        "trusted_schema",
        "OFF",
        "functions named in a forged schema are not run",
    ),
    (
        "cell_size_check",
        "ON",
        "a forged page is noticed when it is read",
    ),
    (
        "mmap_size",
        "0",
        "an I/O error is an error, not a signal that ends the process",
    ),
    (
        "temp_store",
        "MEMORY",
        "no plain text in temporary files outside the encrypted one",
    ),
];

/// Set once the file is known to be ours and whole.
const FOR_USE: [(&str, &str, &str); 3] = [
    (
        "foreign_keys",
        "ON",
        "SQLite's default is off; a row never points to nothing",
    ),
    (
        "secure_delete",
        "ON",
        "deleted text is overwritten, not only unlinked",
    ),
    (
        "busy_timeout",
        "5000",
        "milliseconds to wait for a virus scanner or backup tool that reads the file",
    ),
];

/// Opens a file with the key. Nothing is read yet.
pub(super) fn connect(
    path: &Path,
    key: &DataKey,
    flags: OpenFlags,
) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let hex = Zeroizing::new(hex::encode(key.bytes()));
    let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", hex.as_str()));
    conn.execute_batch(&statement)?;
    for (name, value, _) in BEFORE_READING {
        set(&conn, name, value)?;
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Until the file is known to be ours, closing must leave file and journal as they are.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    Ok(conn)
}

/// Makes a connection ready for the day's work.
pub(super) fn prepare_for_use(conn: &Connection) -> rusqlite::Result<Journal> {
    for (name, value, _) in FOR_USE {
        set(conn, name, value)?;
    }
    let answer: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    let journal = Journal::from_answer(&answer);
    if journal == Journal::RolledBack {
        // A file system that cannot have a write-ahead log: the old way, with the folder's list
        // of names synced too.
        set(conn, "journal_mode", "TRUNCATE")?;
    }
    set(conn, "synchronous", journal.synchronous())?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(journal)
}

/// Has closing this connection leave file and journal as they are.
pub(super) fn keep_journal(conn: &Connection) {
    // Where this fails, closing folds the journal in as it always does: no loss, only a change.
    let _ = conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
}

/// How the file is kept safe while it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journal {
    /// A write-ahead log, synced at every commit: measured at 3 ms a commit.
    WriteAhead,
    /// A rollback journal, where the file system cannot have a log.
    RolledBack,
}

impl Journal {
    fn from_answer(answer: &str) -> Self {
        if answer.eq_ignore_ascii_case("wal") {
            Self::WriteAhead
        } else {
            Self::RolledBack
        }
    }

    const fn synchronous(self) -> &'static str {
        match self {
            // Acknowledged means on the disk.
            Self::WriteAhead => "FULL",
            Self::RolledBack => "EXTRA",
        }
    }
}

/// Sets a pragma; some answer with a row, some do not.
fn set(conn: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    conn.execute_batch(&format!("PRAGMA {name} = {value};"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_that_is_not_wal_is_synced_more() {
        assert_eq!(Journal::from_answer("wal").synchronous(), "FULL");
        assert_eq!(Journal::from_answer("WAL"), Journal::WriteAhead);
        for answer in ["delete", "memory", "off", ""] {
            assert_eq!(Journal::from_answer(answer).synchronous(), "EXTRA");
        }
    }
}
