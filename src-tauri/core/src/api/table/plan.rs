//! The action plan and the journal (R98 to R106).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
