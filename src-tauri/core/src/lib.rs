//! All that Fairlead knows: the rules, the store, the shared record and the papers, without a window.

pub mod api;
pub mod clock;
pub mod domain;
pub mod error;
pub mod files;
pub mod gate;
pub mod keychain;
pub mod papers;
pub mod store;
