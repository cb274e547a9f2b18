//! Looking back: check-ups, the mid-point, the revisit (R107 to R121).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
