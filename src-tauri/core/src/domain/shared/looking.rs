//! Looking back: check-ups, the mid-point, the revisit (R107 to R121).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
