//! Sessions: planned, moved, held (R20, R21, R141 to R143).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
