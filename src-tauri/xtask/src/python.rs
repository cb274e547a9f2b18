//! Programs from PyPI that measure or check beside ours, each in an environment of its own below Cargo's folder.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{self, Outcome};
use crate::root;

/// pyHanko: a third opinion on signatures, and the author of files that the press must see through.
const CHECKER: &str = "pyhanko==0.38.0";

/// The Python of the environment that the tests look for.
pub fn for_tests() -> Outcome<PathBuf> {
    install("test-python", CHECKER, "pyhanko.sign.validation")
}

/// The Python of an environment that has this package, made when the module cannot be loaded there.
pub fn install(environment: &str, package: &str, module: &str) -> Outcome<PathBuf> {
    let folder = root::target().join(environment);
    let python = folder.join("bin/python");
    let import = format!("import {module}");
    if process::read(Command::new(&python).args(["-c", &import])).is_err() {
        process::read(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        process::read(Command::new(&python).args(["-m", "pip", "install", "--quiet", package]))?;
    }
    Ok(python)
}
