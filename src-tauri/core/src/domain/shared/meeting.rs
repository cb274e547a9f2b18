//! One session from its agenda to its summary, and tasks (R17, R22 to R24, R33 to R36).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
