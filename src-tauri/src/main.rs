//! Fairlead's window.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    fairlead_shell::run(std::env::args_os().skip(1))
}
