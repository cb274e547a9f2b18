//! Reminders (section 7).

use super::UseCase;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[];
