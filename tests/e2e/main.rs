//! The real window on a screen in memory, with a message bus of its own.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop with the place and the reason, and waits by the real clock"
)]

mod desk;
mod form;
mod window;

mod background;
mod by_hand;
mod desktop;
mod files;
mod first_contact;
mod journeys;
mod keyring;
mod keys;
mod leaks;
mod main_job;
mod negotiation;
mod places;
mod plan;
mod reminders;
mod screens;
mod session;
mod signed_by_hand;
mod signing;
mod stages;
mod start;
mod two_windows;
