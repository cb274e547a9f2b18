//! `cargo xtask bundle`: the packages for Debian's and Red Hat's families.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::{self, Purpose};
use crate::process::{Failure, Outcome, run as run_command};
use crate::{root, ui};

/// Tauri's packer, as npm has it. Not among the interface's packages: its builds for other systems are not to be had
/// from every registry, and `npm ci` refuses a lock file that lacks them.
const PACKER: &str = "@tauri-apps/cli@2.12.5";

/// Builds a release and packs it as .deb and .rpm. Needs no network but for the packer, the first time.
pub fn run() -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "Packages are made on Linux only: .deb and .rpm.",
        ));
    }
    machine::prepare(Purpose::Bundle)?;
    ui::build()?;
    let tools = root::target().join("tools");
    let packer = tools.join("node_modules/.bin/tauri");
    if !packer.exists() {
        std::fs::create_dir_all(&tools).map_err(|error| {
            Failure::new(format!("{} could not be made: {error}", tools.display()))
        })?;
        run_command(
            ui::npm()
                .args(["install", "--ignore-scripts", "--no-save", "--prefix"])
                .arg(&tools)
                .arg(PACKER),
        )?;
    }
    // The one package alone: built beside the command line's, it would carry what describes the calls.
    run_command(Command::new(packer).current_dir(root::folder()).args([
        "build",
        "--bundles",
        "deb,rpm",
        "--",
        "--package",
        "fairlead",
    ]))?;
    for package in packages(&root::target().join("release/bundle")) {
        println!("{}", package.display());
    }
    Ok(())
}

fn packages(folder: &Path) -> Vec<PathBuf> {
    let files = |folder: PathBuf| {
        std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
    };
    ["deb", "rpm"]
        .into_iter()
        .flat_map(|kind| {
            files(folder.join(kind))
                .filter(move |file| file.extension().is_some_and(|found| found == kind))
        })
        .collect()
}
