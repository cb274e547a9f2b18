//! Starting with Windows and macOS, by their own means.

use super::{Standing, program, words};
use auto_launch::{AutoLaunch, AutoLaunchBuilder, WindowsEnableMode};
use std::io;
use std::path::Path;

/// The entry of this user.
pub struct Autostart(AutoLaunch);

impl Autostart {
    /// The entry that starts this program in the background on a data folder.
    ///
    /// # Errors
    /// Where the system knows no such entries.
    pub fn of(data_dir: Option<&Path>) -> io::Result<Self> {
        let words: Vec<String> = words(data_dir)
            .into_iter()
            .map(|word| word.to_string_lossy().into_owned())
            .collect();
        AutoLaunchBuilder::new()
            .set_app_name("Fairlead")
            .set_app_path(&program()?.to_string_lossy())
            .set_args(&words)
            .set_windows_enable_mode(WindowsEnableMode::CurrentUser)
            .build()
            .map(Self)
            .map_err(io::Error::other)
    }

    /// How it stands. The system does not tell what it starts, so that an entry is written anew each time.
    pub fn look(&self) -> Standing {
        match self.0.is_enabled() {
            Ok(true) => Standing::Stale,
            Ok(false) | Err(_) => Standing::Off,
        }
    }

    /// Writes it.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn put(&self) -> io::Result<()> {
        self.0.enable().map_err(io::Error::other)
    }

    /// Takes it away.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn take_away(&self) -> io::Result<()> {
        self.0.disable().map_err(io::Error::other)
    }
}
