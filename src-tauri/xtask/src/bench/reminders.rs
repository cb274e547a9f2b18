//! How long the clock's look at ten thousand relationships takes, beside a tenth of them: linear where a relationship
//! costs the same in both.

use std::process::Command;

use serde::Deserialize;

use super::released;
use super::report::Line;
use super::statistics::quantile;
use crate::process::{self, Failure, Outcome};

/// Relationships that are looked at.
const MANY: f64 = 10_000.0;

/// What the example `measure` of the core prints.
#[derive(Deserialize)]
struct Measured {
    reminders: Vec<f64>,
    reminders_tenth: Vec<f64>,
}

pub fn measure() -> Outcome<Vec<Line>> {
    let said = process::read(Command::new(released("examples/measure")).arg("reminders"))?;
    let measured: Measured = serde_json::from_str(&said).map_err(|error| {
        Failure::new(format!("The measuring program was not understood: {error}"))
    })?;
    let median =
        |values: &[f64]| quantile(values, 0.5).ok_or_else(|| Failure::new("Nothing was measured."));
    let (whole, tenth) = (
        median(&measured.reminders)?,
        median(&measured.reminders_tenth)?,
    );
    let each = |took: f64, of: f64| took * 1e3 / of;
    Ok(vec![
        Line::at_most("reminders of 10,000 relationships", whole, 100.0, "ms").with(format!(
            "each {:.1} µs; of 1,000: {:.1} µs",
            each(whole, MANY),
            each(tenth, MANY / 10.0)
        )),
    ])
}
