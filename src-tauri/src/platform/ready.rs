//! The sign that the first screen can be used.

use crate::say;
use fairlead_core::files::{self, Readers};
use std::ffi::OsString;
use std::path::PathBuf;

/// The variable that names the file to write when the first screen can be used.
const READY_FILE: &str = "FAIRLEAD_READY_FILE";

/// Tells it on stderr, and in the file that `FAIRLEAD_READY_FILE` names.
pub fn tell() {
    say("Fairlead: ready.");
    if let Some(file) = std::env::var_os(READY_FILE)
        .filter(|name: &OsString| !name.is_empty())
        .map(PathBuf::from)
        && let Err(error) = files::write_whole(&file, b"", Readers::Usual)
    {
        say(&format!("Fairlead: {error}"));
    }
}
