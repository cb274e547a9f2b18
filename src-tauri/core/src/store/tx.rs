//! Transactions. The connection inside is seen by the store's own files alone.

use std::fmt;

use rusqlite::Connection;

/// One transaction on the data file. Everything done through it happens, or nothing does.
pub struct Tx<'c> {
    conn: &'c Connection,
}

impl<'c> Tx<'c> {
    pub(super) const fn new(conn: &'c Connection) -> Self {
        Self { conn }
    }

    /// The connection, for the table files of the store.
    pub(in crate::store) const fn conn(&self) -> &'c Connection {
        self.conn
    }
}

impl fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tx")
    }
}
