//! Beginning and ending: the first meeting, the supervisor, closing (R80 to R97, R122 to R127).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
