//! Staying in touch: the contact log and what follows from it (R4 to R25).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
