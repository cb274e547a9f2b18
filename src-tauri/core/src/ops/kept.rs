//! The store as one use case has it: what came to its end is read and not written (R127).

use crate::domain::ids::RelationshipId;
use crate::error::Result;
use crate::record::closing;
use crate::store::{Store, Tx};
use std::ops::Deref;

/// The store, and the relationship whose end closes it for writing. Shared and private tables alike are written
/// through it, so that no use case has to think of asking.
#[derive(Clone)]
pub(crate) struct Kept<'a> {
    store: &'a Store,
    over: Option<RelationshipId>,
}

impl<'a> Kept<'a> {
    /// The store for a use case that asks about this relationship; for one that may write after its end, or asks
    /// about none, name none.
    pub(crate) const fn of(store: &'a Store, over: Option<RelationshipId>) -> Self {
        Self { store, over }
    }

    /// As [`Store::write`], unless the relationship came to its end: then with the one refusal, before anything else
    /// is looked at.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        self.store.write(|tx| {
            if let Some(relationship) = &self.over {
                closing::check_open(tx, relationship)?;
            }
            work(tx)
        })
    }
}

impl<'a> From<&'a Store> for Kept<'a> {
    fn from(store: &'a Store) -> Self {
        Self::of(store, None)
    }
}

impl Deref for Kept<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}
