//! Starting with the computer: the desktop's own entry for it, written, looked at and taken away.

#[cfg(target_os = "linux")]
mod entry;
#[cfg(not(target_os = "linux"))]
mod system;

#[cfg(target_os = "linux")]
pub use entry::{Autostart, text};
#[cfg(not(target_os = "linux"))]
pub use system::Autostart;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How the desktop's entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There, and it starts this program.
    On,
    /// There, and it starts another file: the program was moved, or is a newer one.
    Stale,
    /// Not there, or switched off in the desktop's own settings.
    Off,
}

/// The file to be started: for an AppImage the image, and not where it is mounted now.
fn program() -> std::io::Result<PathBuf> {
    match std::env::var_os("APPIMAGE").filter(|image| !image.is_empty()) {
        Some(image) => Ok(image.into()),
        None => std::env::current_exe(),
    }
}

/// What stands behind the program's name when the computer starts it.
fn words(data_dir: Option<&Path>) -> Vec<OsString> {
    let mut words = vec![OsString::from("--background")];
    if let Some(folder) = data_dir {
        words.push("--data-dir".into());
        words.push(folder.into());
    }
    words
}
