//! The action plan and the journal (R98 to R106).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
