//! What Fairlead asks of the desktop it runs on.

pub mod clipboard;
pub mod display;
pub mod ready;
