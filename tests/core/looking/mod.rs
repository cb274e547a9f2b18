//! Looking back: the 90-day check-up, check-points, the mid-point, the revisit, and what is for mentors.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed"
)]

mod checkup;
mod mid_point;
mod screens;
mod signed;
mod truth;
