//! How large the program and its pages are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{released, report::Line};
use crate::process::{Failure, Outcome};
use crate::root;

pub fn measure() -> Outcome<Vec<Line>> {
    let program = released("fairlead");
    let bytes = fs::metadata(&program)
        .map_err(|error| Failure::new(format!("{} is not there: {error}", program.display())))?
        .len();
    let pages = pages(&root::ui().join("dist"))?;
    let all: u64 = pages.iter().map(|page| page.packed).sum();
    let first: u64 = pages
        .iter()
        .filter(|page| page.first)
        .map(|page| page.packed)
        .sum();
    Ok(vec![
        Line::at_most("release binary", as_f64(bytes) / 1e6, 25.0, "MB"),
        Line::at_most("pages at the start, gzip", as_f64(first) / 1e3, 60.0, "kB").with(format!(
            "{:.1} kB with those that come later",
            as_f64(all) / 1e3
        )),
    ])
}

/// A file of the interface.
struct Page {
    /// Its size, packed by gzip, in bytes.
    packed: u64,
    /// Whether the window needs it for its first screen: index.html and what that names. The other
    /// parts are fetched from the program when somebody goes there.
    first: bool,
}

fn pages(dist: &Path) -> Outcome<Vec<Page>> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index)
        .map_err(|error| Failure::new(format!("{}: {error}", index.display())))?;
    files(dist)?
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            Ok(Page {
                packed: packed_size(&path)?,
                first: path == index || html.contains(&format!("/{name}\"")),
            })
        })
        .collect()
}

/// All files below a folder.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn packed_size(file: &Path) -> Outcome<u64> {
    let packed = Command::new("gzip")
        .args(["-9", "-c"])
        .arg(file)
        .output()
        .map_err(|error| Failure::new(format!("gzip did not start: {error}")))?;
    Ok(u64::try_from(packed.stdout.len()).unwrap_or(u64::MAX))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sizes of files, far below 2^52 bytes"
)]
pub fn as_f64(number: u64) -> f64 {
    number as f64
}
