//! Tests of `fairlead-core`.

mod architecture;
mod content;
mod desk;
mod files;
mod papers;
mod relationship;
mod reminders;
mod types;
mod wording;
