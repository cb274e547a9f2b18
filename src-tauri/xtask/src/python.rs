//! Programs from PyPI that measure or check beside ours, each in an environment of its own below Cargo's folder.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{self, Outcome};
use crate::root;

/// pyHanko: a third opinion on signatures, and the author of files that the press must see through. icalendar: what
/// others read in a calendar file.
const CHECKERS: &[&str] = &["pyhanko==0.38.0", "icalendar==7.3.0"];

/// The Python of the environment that the tests look for.
pub fn for_tests() -> Outcome<PathBuf> {
    install(
        "test-python",
        CHECKERS,
        "pyhanko.sign.validation, icalendar",
    )
}

/// The Python of an environment that has these packages, made when their modules cannot be loaded there.
pub fn install(environment: &str, packages: &[&str], modules: &str) -> Outcome<PathBuf> {
    let folder = root::target().join(environment);
    let python = folder.join("bin/python");
    let import = format!("import {modules}");
    if process::read(Command::new(&python).args(["-c", &import])).is_err() {
        process::read(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        process::read(
            Command::new(&python)
                .args(["-m", "pip", "install", "--quiet"])
                .args(packages),
        )?;
    }
    Ok(python)
}
