//! How long things take.

use std::time::{Duration, Instant};

/// Starts counting.
#[expect(
    clippy::disallowed_methods,
    reason = "a chore measures durations; it decides nothing by the clock"
)]
pub fn start() -> Instant {
    Instant::now()
}

/// What a piece of work gives, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = start();
    let given = work();
    (given, began.elapsed())
}
