//! All that Fairlead knows: the rules, the store, the shared record and the papers, without a window.
//!
//! [`Fairlead`] is the whole product behind one object. A shell or a command line starts it on a
//! data folder, asks it use cases by name ([`Fairlead::call`]) and lets it tell what is due.

pub mod api;
mod calendar;
pub mod clock;
pub mod domain;
pub mod error;
mod fairlead;
pub mod files;
pub mod gate;
pub mod keychain;
mod ops;
pub mod papers;
mod record;
pub mod reminders;
pub mod store;
pub mod trust;
mod verify;

pub use fairlead::{Background, Fairlead, Ports};
pub use ops::paper::{PaperFile, PaperKind};
