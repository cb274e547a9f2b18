//! How far what is seen lies behind the keys, at twenty letters a second into a section of 50 kB.

use std::fs;

use super::{report::Line, scratch, statistics::quantile};
use crate::process::{self, Failure, Outcome};
use crate::ui;

/// A letter may miss the frame it was pressed in, and not the one after that: two frames of 60 a second.
const LIMIT: f64 = 2.0 * 1000.0 / 60.0;

pub fn measure() -> Outcome<Vec<Line>> {
    let file = scratch("typing")?.join("lags.json");
    let mut command = ui::npm();
    command
        .args(["run", "--silent", "bench"])
        .env("FAIRLEAD_MEASURED", &file);
    if let Some(browser) = ui::browser() {
        command.env("FAIRLEAD_CHROMIUM", browser);
    }
    process::read(&mut command)?;
    let failed =
        |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", file.display()));
    let text = fs::read_to_string(&file).map_err(|error| failed(&error))?;
    let lags: Vec<f64> = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    let at = |share| quantile(&lags, share).ok_or_else(|| Failure::new("Nothing was measured."));
    Ok(vec![
        Line::at_most("key to next frame in 50 kB, p50", at(0.5)?, LIMIT, "ms"),
        Line::at_most("key to next frame in 50 kB, p99", at(0.99)?, LIMIT, "ms"),
    ])
}
