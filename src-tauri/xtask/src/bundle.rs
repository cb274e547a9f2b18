//! `cargo xtask bundle`: the packages for Debian's and Red Hat's families.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::{self, Purpose};
use crate::process::{Failure, Outcome, run as run_command};
use crate::{root, ui};

/// Builds a release and packs it as .deb and .rpm. Needs no network once setup is done.
pub fn run() -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "Packages are made on Linux only: .deb and .rpm.",
        ));
    }
    machine::prepare(Purpose::Build)?;
    ui::build()?;
    run_command(
        Command::new(root::ui().join("node_modules/.bin/tauri"))
            .current_dir(root::folder())
            .args(["build", "--bundles", "deb,rpm"]),
    )?;
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
