//! Presses a document and says how long it took: `press [DOCUMENT.json|-] OUT.pdf [ROUNDS] [SECTIONS]`.
//!
//! `-` presses the sample agreement, of about ten pages where nothing is said of its sections. The first round is the cold one: it unpacks the fonts.
#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measuring tool for the people who build the press"
)]

use std::{error::Error, time::Instant};

#[path = "../../../tests/press/sample.rs"]
mod sample;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let source = arguments.next().unwrap_or_else(|| "-".to_owned());
    let out = arguments.next().unwrap_or_else(|| "/dev/null".to_owned());
    let rounds: usize = arguments.next().map_or(Ok(1), |rounds| rounds.parse())?;
    let sections: usize = arguments.next().map_or(Ok(28), |count| count.parse())?;
    let document = if source == "-" {
        sample::agreement(sections)
    } else {
        serde_json::from_slice(&std::fs::read(source)?)?
    };
    let mut press = fairlead_press::Press::new();
    let mut times = Vec::new();
    let mut pressed = None;
    for _ in 0..rounds.max(1) {
        let start = Instant::now();
        pressed = Some(press.press(&document)?);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let Some(pressed) = pressed else {
        return Ok(());
    };
    let cold = times.first().copied().unwrap_or_default();
    let mut warm = times.split_off(times.len().min(1));
    warm.sort_by(f64::total_cmp);
    let warm = warm.get(warm.len() / 2).copied();
    println!(
        "{}",
        serde_json::json!({ "pages": pressed.pages, "bytes": pressed.bytes.len(), "uncovered": pressed.uncovered, "first_ms": cold, "warm_median_ms": warm })
    );
    std::fs::write(out, &pressed.bytes)?;
    Ok(())
}
