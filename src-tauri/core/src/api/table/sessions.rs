//! Sessions: planned, moved, held (R20, R21, R141 to R143).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
