//! What Fairlead asks of the desktop it runs on.

pub mod anew;
pub mod autostart;
pub mod clipboard;
pub mod clock;
pub mod dialogs;
pub mod display;
pub mod drawing;
pub mod keychain;
pub mod notifier;
pub mod opener;
pub mod ready;
pub mod spelling;
pub mod timer;
pub mod tray;
