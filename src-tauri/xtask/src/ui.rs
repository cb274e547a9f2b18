//! The user interface's side: npm's packages, the bundle, the browser that tests it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::machine::same_bytes;
use crate::process::{self, Failure, Outcome, find};
use crate::root;

/// `npm` in the ui folder, without advertising and update notes.
pub fn npm() -> Command {
    let mut command = Command::new(find("npm").unwrap_or_else(|| PathBuf::from("npm")));
    command
        .current_dir(root::ui())
        .env("NPM_CONFIG_FUND", "false")
        .env("NPM_CONFIG_AUDIT", "false")
        .env("NPM_CONFIG_UPDATE_NOTIFIER", "false")
        .env("NPM_CONFIG_LOGLEVEL", "error");
    command
}

/// Installs npm's packages where package-lock.json is not the one that was installed from. No script of a package is run.
pub fn install() -> Outcome<()> {
    let lock = root::ui().join("package-lock.json");
    let record = root::ui().join("node_modules/.installed-from.json");
    if same_bytes(&lock, &record) {
        return Ok(());
    }
    println!("Installing the user interface's packages with npm.");
    process::run(npm().args(["ci", "--ignore-scripts"]))?;
    fs::copy(&lock, &record).map(|_| ()).map_err(|error| {
        Failure::new(format!(
            "{} could not be written: {error}",
            record.display()
        ))
    })
}

/// Builds ui/dist where a source is newer than it: the bundle is part of the program, and a new bundle means a new link.
pub fn build() -> Outcome<()> {
    let built = modified(&root::ui().join("dist/index.html"));
    let sources = [
        "index.html",
        "package-lock.json",
        "package.json",
        "tsconfig.json",
        "vite.config.ts",
        "src",
        "public",
    ];
    let newest = sources
        .iter()
        .filter_map(|name| newest(&root::ui().join(name)))
        .max();
    if built.is_some() && built > newest {
        return Ok(());
    }
    process::run(npm().args(["run", "--silent", "build"]))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// When anything in a file or folder changed last; a folder's own time tells of a file taken away.
fn newest(path: &Path) -> Option<SystemTime> {
    let inside = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max();
    modified(path).max(inside)
}

/// The Chromium that the browser tests drive: $FAIRLEAD_CHROMIUM, or the first of its family in PATH.
pub fn browser() -> Option<PathBuf> {
    match std::env::var_os("FAIRLEAD_CHROMIUM") {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.is_file()),
        None => [
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
        ]
        .into_iter()
        .find_map(find),
    }
}

/// Whether somebody named the Chromium to be driven.
pub fn browser_is_chosen() -> bool {
    std::env::var_os("FAIRLEAD_CHROMIUM").is_some()
}
