//! The shell without a screen: its configuration, its permissions and its commands.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop with the place and the reason"
)]

mod arguments;
mod background;
mod configuration;
mod dropping;
mod first_page;
mod ipc;
mod navigation;
