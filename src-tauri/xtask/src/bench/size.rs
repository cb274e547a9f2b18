//! How large the program and its pages are.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{released, report::Line};
use crate::process::{Failure, Outcome};
use crate::root;

pub fn measure() -> Outcome<Vec<Line>> {
    let program = released("fairlead");
    let bytes = fs::metadata(&program)
        .map_err(|error| Failure::new(format!("{} is not there: {error}", program.display())))?
        .len();
    let packed = packed_size(&root::ui().join("dist"))?;
    Ok(vec![
        Line::at_most("release binary", as_f64(bytes) / 1e6, 25.0, "MB"),
        Line::at_most("pages, gzip", as_f64(packed) / 1e3, 60.0, "kB"),
    ])
}

/// The sum of all files, each packed by gzip.
fn packed_size(folder: &Path) -> Outcome<u64> {
    let mut sum = 0;
    let entries = fs::read_dir(folder)
        .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            sum += packed_size(&path)?;
        } else {
            let packed = Command::new("gzip")
                .args(["-9", "-c"])
                .arg(&path)
                .output()
                .map_err(|error| Failure::new(format!("gzip did not start: {error}")))?;
            sum += u64::try_from(packed.stdout.len()).unwrap_or(u64::MAX);
        }
    }
    Ok(sum)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sizes of files, far below 2^52 bytes"
)]
pub fn as_f64(number: u64) -> f64 {
    number as f64
}
