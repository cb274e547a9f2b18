//! From the start of the process to the first usable screen, and the memory then, beside an empty window.

use std::path::Path;
use std::process::Command;

use super::{memory, released, report::Line, scratch, statistics::quantile};
use crate::display::Display;
use crate::process::{Failure, Outcome};
use crate::stopwatch::timed;
use crate::window::open_on;

/// Starts that count; one more before them fills the system's caches.
const ROUNDS: usize = 10;

#[derive(Default)]
struct Seen {
    milliseconds: Vec<f64>,
    megabytes: Vec<f64>,
}

pub fn measure() -> Outcome<Vec<Line>> {
    let home = scratch("start")?;
    let display = Display::start()?;
    let data = home.join("data");
    let (mut fairlead, mut first, mut empty) = (Seen::default(), Seen::default(), Seen::default());
    for round in 0..=ROUNDS {
        // In turns, so that whatever else the machine does meets all of them.
        let fresh = home.join(format!("fresh-{round}"));
        let counts = round > 0;
        watch(
            &mut empty,
            counts,
            &mut Command::new(released("empty-window")),
            &home,
            &display,
        )?;
        watch(
            &mut first,
            counts,
            Command::new(released("fairlead"))
                .arg("--data-dir")
                .arg(fresh),
            &home,
            &display,
        )?;
        let usual = ["--sample", "--data-dir"];
        watch(
            &mut fairlead,
            counts,
            Command::new(released("fairlead")).args(usual).arg(&data),
            &home,
            &display,
        )?;
    }
    Ok(vec![
        line(
            "start to first usable screen",
            &fairlead.milliseconds,
            &empty.milliseconds,
            "ms",
        )?,
        line(
            "the very first start",
            &first.milliseconds,
            &empty.milliseconds,
            "ms",
        )?,
        line(
            "memory of all processes (PSS)",
            &fairlead.megabytes,
            &empty.megabytes,
            "MB",
        )?,
    ])
}

fn watch(
    seen: &mut Seen,
    counts: bool,
    command: &mut Command,
    home: &Path,
    display: &Display,
) -> Outcome<()> {
    // A home of its own: no caches of another day, and nothing of this machine's user is touched.
    command
        .env("HOME", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("share"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
    let (started, took) = timed(|| {
        let mut window = open_on(command, display, None)?;
        window.wait_until_ready().map(|()| window)
    });
    let mut window = started?;
    let memory = memory::settled(window.id())?;
    window.close();
    if counts {
        seen.milliseconds.push(took.as_secs_f64() * 1e3);
        seen.megabytes.push(memory);
    }
    Ok(())
}

fn line(what: &str, fairlead: &[f64], empty: &[f64], unit: &str) -> Outcome<Line> {
    match (quantile(fairlead, 0.5), quantile(empty, 0.5)) {
        (Some(fairlead), Some(empty)) => Ok(Line::beside(what, fairlead, empty, unit, 1.2)),
        (Some(_) | None, Some(_) | None) => Err(Failure::new("Nothing was measured.")),
    }
}
