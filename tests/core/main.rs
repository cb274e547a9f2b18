//! Tests of `fairlead-core`.

mod agreement;
mod architecture;
mod contact;
mod content;
mod desk;
mod doors;
mod expectation;
mod files;
mod form;
mod heading;
mod history;
mod own_words;
mod papers;
mod permission;
mod privacy;
mod record;
mod relationship;
mod reminders;
mod screens;
mod setting_up;
mod settings;
mod sheet;
mod suggestion;
mod templates;
mod types;
mod wording;
