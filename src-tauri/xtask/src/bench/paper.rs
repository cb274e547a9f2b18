//! How soon an answer is safe on the disk, and how soon the agreement is a PDF: in a process that runs, and in one that
//! has to start for it. Beside it, typst on the same text.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::report::Line;
use super::statistics::quantile;
use super::{released, scratch, typst};
use crate::process::{self, Failure, Outcome};
use crate::root;
use crate::stopwatch::timed;

/// Processes started for one paper.
const COLD_ROUNDS: usize = 10;

/// What the example `measure` of the core prints.
#[derive(Deserialize)]
struct Measured {
    relationship: String,
    answers: Vec<f64>,
    papers: Vec<f64>,
    document: OnScreen,
}

#[derive(Deserialize)]
struct OnScreen {
    document: serde_json::Value,
}

pub fn measure() -> Outcome<Vec<Line>> {
    let folder = scratch("paper")?;
    let data = folder.join("data");
    let fixture = root::folder().join("tests/fixtures/agreement.json");
    let said = process::read(
        Command::new(released("examples/measure"))
            .arg(&data)
            .arg(fixture),
    )?;
    let measured: Measured = serde_json::from_str(&said).map_err(|error| {
        Failure::new(format!("The measuring program was not understood: {error}"))
    })?;
    let pdf = folder.join("agreement.pdf");
    let cold = time_cold(&data, &measured.relationship, &pdf)?;
    let pages = process::read(Command::new("qpdf").arg("--show-npages").arg(&pdf))?;
    let long = time_long()?;
    let typst = typst::measure(&measured.document.document, &folder);
    let of = |values: &[f64], share| {
        quantile(values, share).ok_or_else(|| Failure::new("Nothing was measured."))
    };
    let warm = format!("agreement of {} pages as PDF, warm", pages.trim());
    Ok(vec![
        Line::at_most(
            "answer to durable, median",
            of(&measured.answers, 0.5)?,
            50.0,
            "ms",
        ),
        Line::at_most(
            "answer to durable, 99th of 100",
            of(&measured.answers, 0.99)?,
            50.0,
            "ms",
        ),
        Line::at_most(&warm, of(&measured.papers, 0.5)?, 50.0, "ms").with(typst.warm),
        Line::at_most("the same, cold process", of(&cold, 0.5)?, 100.0, "ms").with(typst.cold),
        long,
    ])
}

/// What the example `press` of the press prints.
#[derive(Deserialize)]
struct Pressed {
    pages: f64,
    warm_median_ms: f64,
}

/// Time per page of a document of about a thousand pages, beside one of a tenth of it: linear where both are alike.
fn time_long() -> Outcome<Line> {
    let per_page = |sections: &str| -> Outcome<Pressed> {
        let mut command = Command::new(released("examples/press"));
        command.args(["-", "/dev/null", "4", sections]);
        let said = process::read(&mut command)?;
        serde_json::from_str(&said)
            .map_err(|error| Failure::new(format!("The press was not understood: {error}")))
    };
    let (tenth, whole) = (per_page("280")?, per_page("2800")?);
    let each = |pressed: &Pressed| pressed.warm_median_ms / pressed.pages;
    let what = format!("a page of {}", whole.pages);
    let beside = format!("{:.1} ms of {}", each(&tenth), tenth.pages);
    Ok(Line::at_most(&what, each(&whole), 4.0, "ms").with(beside))
}

fn time_cold(data: &Path, relationship: &str, pdf: &Path) -> Outcome<Vec<f64>> {
    let mut took = Vec::with_capacity(COLD_ROUNDS);
    for _ in 0..COLD_ROUNDS {
        let mut command = Command::new(released("fairlead-cli"));
        command
            .arg("--data")
            .arg(data)
            .args([
                "papers",
                "agreement",
                "--relationship",
                relationship,
                "--out",
            ])
            .arg(pdf);
        let (outcome, duration) = timed(|| process::read(&mut command));
        outcome?;
        took.push(duration.as_secs_f64() * 1e3);
        std::fs::remove_file(pdf)
            .map_err(|error| Failure::new(format!("{} was not written: {error}", pdf.display())))?;
    }
    process::read(
        Command::new(released("fairlead-cli"))
            .arg("--data")
            .arg(data)
            .args([
                "papers",
                "agreement",
                "--relationship",
                relationship,
                "--out",
            ])
            .arg(pdf),
    )?;
    Ok(took)
}
