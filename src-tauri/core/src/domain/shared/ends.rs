//! Beginning and ending: the first meeting, the supervisor, closing (R80 to R97, R122 to R127).

use super::Record;

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[];
