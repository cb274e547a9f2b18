//! Staying in touch: the contact log and what follows from it (R4 to R25).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
