//! Tests of the store. They are compiled into the crate (`src/store/mod.rs` names this file),
//! because they look at what the store keeps to itself: its connection, its files, its keys.

#![expect(
    clippy::wildcard_enum_match_arm,
    clippy::string_slice,
    reason = "a test that meets the unexpected should stop there"
)]

mod backups;
mod children;
mod disk;
mod erased;
mod keys;
mod opening;
mod pages;
mod privacy;
mod refusals;
mod signed;
mod support;
mod thinning;
mod upgrades;
