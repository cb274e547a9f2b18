//! `cargo xtask bench`: the numbers Fairlead promises, measured in one run on this machine.

mod background;
mod memory;
mod paper;
mod reminders;
mod report;
mod screens;
mod size;
mod start;
mod statistics;
mod typst;
mod years;

use std::path::PathBuf;

use crate::machine::{self, Purpose};
use crate::process::{self, Failure, Outcome};
use crate::{root, ui};

/// One part of the report.
type Part = fn() -> Outcome<Vec<report::Line>>;

const PARTS: &[(&str, Part)] = &[
    ("start", start::measure),
    ("background", background::measure),
    ("lateness", background::lateness),
    ("paper", paper::measure),
    ("reminders", reminders::measure),
    ("size", size::measure),
    ("screens", screens::measure),
    ("years", years::measure),
];

/// Parts that measure the core alone: no program and no window is built for them.
const OF_CORE: &[&str] = &["reminders", "years"];

/// Builds releases and measures the parts named, or all. A goal that is missed is told, and is no failure.
pub fn run(only: &[String]) -> Outcome<()> {
    for name in only {
        if !PARTS.iter().any(|(part, _)| part == name) {
            let names = PARTS
                .iter()
                .map(|(part, _)| *part)
                .collect::<Vec<_>>()
                .join(", ");
            return Err(Failure::new(format!(
                "There is no part '{name}'. Parts: {names}."
            )));
        }
    }
    machine::prepare(Purpose::Test)?;
    if only.is_empty() || only.iter().any(|part| !OF_CORE.contains(&part.as_str())) {
        build_programs()?;
        build_example("fairlead-press", "press")?;
    }
    for example in ["measure", "years"] {
        build_example("fairlead-core", example)?;
    }
    let (mut lines, mut failed) = (Vec::new(), Vec::new());
    for (name, measure) in PARTS
        .iter()
        .filter(|(name, _)| only.is_empty() || only.iter().any(|wanted| wanted == name))
    {
        println!("Measuring: {name}");
        match measure() {
            Ok(measured) => lines.extend(measured),
            // What the other parts measure takes long, and is told all the same.
            Err(error) => failed.push(format!("{name}: {error}")),
        }
    }
    println!("\n{}", report::table(&lines));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(failed.join("\n")))
    }
}

fn build_programs() -> Outcome<()> {
    ui::build()?;
    // Each apart: built beside the command line, the window would carry what describes the calls; beside the
    // examples, the tests' libraries.
    for packages in [
        &["fairlead", "empty-window"][..],
        &["fairlead-cli"],
        &["tray-host"],
    ] {
        let named = packages.iter().flat_map(|package| ["--package", package]);
        process::run(
            machine::cargo()
                .args(["build", "--release", "--bins"])
                .args(named),
        )?;
    }
    Ok(())
}

fn build_example(package: &str, example: &str) -> Outcome<()> {
    process::run(machine::cargo().args([
        "build",
        "--release",
        "--package",
        package,
        "--example",
        example,
    ]))
}

/// A program of the release build.
fn released(name: &str) -> PathBuf {
    root::target().join("release").join(name)
}

/// An empty folder for one measurement, below Cargo's own.
fn scratch(name: &str) -> Outcome<PathBuf> {
    let folder = root::target().join("bench").join(name);
    let failed = |error| {
        Failure::new(format!(
            "{} could not be made empty: {error}",
            folder.display()
        ))
    };
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        Ok(()) | Err(_) => {}
    }
    std::fs::create_dir_all(&folder).map_err(failed)?;
    Ok(folder)
}
