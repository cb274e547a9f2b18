//! How soon the pages of a long relationship have their answers: two people who met every week for ten years, beside one
//! tenth of it. Growth is linear where a page takes about ten times as long.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Deserialize;

use super::report::Line;
use super::{released, scratch};
use crate::process::{self, Failure, Outcome};

/// Weekly sessions of ten years.
const SESSIONS: u32 = 520;
/// What a page may take, in milliseconds.
const LIMIT: f64 = 100.0;

/// What the example `years` of the core prints.
#[derive(Deserialize)]
struct Lived {
    pages: BTreeMap<String, f64>,
}

pub fn measure() -> Outcome<Vec<Line>> {
    let (tenth, whole) = (live(SESSIONS / 10)?, live(SESSIONS)?);
    Ok(whole
        .pages
        .iter()
        .map(|(page, took)| {
            let what = format!("{page}, {SESSIONS} sessions");
            let before = tenth.pages.get(page).copied().unwrap_or_default();
            Line::at_most(&what, *took, LIMIT, "ms")
                .with(format!("{before:.1} ms of {}", SESSIONS / 10))
        })
        .collect())
}

fn live(sessions: u32) -> Outcome<Lived> {
    let folder = scratch(&format!("years-{sessions}"))?;
    let said = process::read(
        Command::new(released("examples/years"))
            .arg(folder.join("data"))
            .arg(sessions.to_string()),
    )?;
    serde_json::from_str(&said)
        .map_err(|error| Failure::new(format!("The measuring program was not understood: {error}")))
}
