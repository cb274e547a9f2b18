//! What the browser draws: how far what is seen lies behind the keys, at twenty letters a second into a section of
//! 50 kB, and how soon a table of 2,000 rows stands there.

use std::fs;
use std::path::Path;

use super::{report::Line, scratch, statistics::quantile};
use crate::process::{self, Failure, Outcome};
use crate::ui;

/// A letter may miss the frame it was pressed in, and not the one after that: two frames of 60 a second, in milliseconds.
const LIMIT: f64 = 33.3;

/// From the press of the button to the frame with the table in it, in milliseconds.
const TABLE: f64 = 30.0;

pub fn measure() -> Outcome<Vec<Line>> {
    let folder = scratch("screens")?;
    let mut command = ui::npm();
    command
        .args(["run", "--silent", "bench"])
        .env("FAIRLEAD_MEASURED", &folder);
    if let Some(browser) = ui::browser() {
        command.env("FAIRLEAD_CHROMIUM", browser);
    }
    process::read(&mut command)?;
    let lags = numbers(&folder.join("typing.json"))?;
    let tables = numbers(&folder.join("table.json"))?;
    let of = |values: &[f64], share| {
        quantile(values, share).ok_or_else(|| Failure::new("Nothing was measured."))
    };
    Ok(vec![
        Line::at_most(
            "key to next frame in 50 kB, p50",
            of(&lags, 0.5)?,
            LIMIT,
            "ms",
        ),
        Line::at_most(
            "key to next frame in 50 kB, p99",
            of(&lags, 0.99)?,
            LIMIT,
            "ms",
        ),
        Line::at_most(
            "table of 2,000 rows on screen, median",
            of(&tables, 0.5)?,
            TABLE,
            "ms",
        ),
    ])
}

fn numbers(file: &Path) -> Outcome<Vec<f64>> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| failed(&error))?;
    serde_json::from_str(&text).map_err(|error| failed(&error))
}
