//! What Fairlead holds in memory and takes of the processor when its window is closed into the tray.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{memory, released, report::Line, scratch, size::as_f64};
use crate::display::Display;
use crate::process::{Failure, Outcome, find, run};
use crate::window::{Window, open_on};

/// For how long the processor's time is counted.
const WATCHED: Duration = Duration::from_secs(60);

/// For how long it may be silent before it has given back what the window left.
const SETTLED: Duration = Duration::from_secs(90);

/// What Fairlead says when its window has gone into the tray.
const HIDDEN: &str = "Fairlead: in the background.";

pub fn measure() -> Outcome<Vec<Line>> {
    let home = scratch("background")?;
    let display = Display::start()?;
    let mut bus = Helper::start(
        Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]),
        &display,
        None,
    )?;
    let address = bus.line()?;
    let mut tray = Helper::start(
        &mut Command::new(released("tray-host")),
        &display,
        Some(&address),
    )?;
    tray.line()?;
    let manager = find("openbox").ok_or_else(|| Failure::new("openbox is missing."))?;
    let _manager = Helper::start(&mut Command::new(manager), &display, Some(&address))?;

    let mut command = Command::new(released("fairlead"));
    command
        .args(["--sample", "--data-dir"])
        .arg(home.join("data"))
        .env("HOME", &home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("share"))
        .env("XDG_CONFIG_HOME", home.join("config"));
    let mut window = open_on(&mut command, &display, Some(&address))?;
    window.wait_until_ready()?;
    let open = memory::settled(window.id())?;
    close(&mut window, &display)?;
    // Some time later it starts anew in its place, and says so once more.
    if !window.said_within(HIDDEN, SETTLED) {
        return Err(Failure::new("It did not settle in the background."));
    }
    let hidden = memory::settled(window.id())?;
    let before = memory::ticks_of_tree(window.id())?;
    thread::sleep(WATCHED);
    let after = memory::ticks_of_tree(window.id())?;
    window.close();

    let seconds = as_f64(after.saturating_sub(before)) / ticks_per_second()?;
    let share = seconds / WATCHED.as_secs_f64() * 100.0;
    Ok(vec![
        Line::beside(
            "memory in the tray, beside the open window",
            hidden,
            open,
            "MB",
            0.5,
        ),
        Line::at_most("processor in the tray, of one core", share, 0.1, "%"),
    ])
}

/// Closes the window as its cross does.
fn close(window: &mut Window, display: &Display) -> Outcome<()> {
    // The window manager may still be on its way to the window: the key is pressed until somebody hears it.
    for _ in 0..20 {
        run(Command::new("xdotool")
            .args(["key", "--clearmodifiers", "alt+F4"])
            .env("DISPLAY", &display.name))?;
        if window.said_within(HIDDEN, Duration::from_secs(2)) {
            return Ok(());
        }
    }
    Err(Failure::new("The window did not close into the tray."))
}

/// In how many parts the system divides a second of the processor's time.
fn ticks_per_second() -> Outcome<f64> {
    let text = crate::process::read(Command::new("getconf").arg("CLK_TCK"))?;
    text.trim()
        .parse()
        .map_err(|_| Failure::new("getconf did not tell the length of a tick."))
}

/// A program that is there for the measurement; it ends when this is dropped.
struct Helper(Child);

impl Helper {
    fn start(command: &mut Command, display: &Display, bus: Option<&str>) -> Outcome<Self> {
        let line = crate::process::typed(command);
        command
            .env("DISPLAY", &display.name)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(address) = bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
        command
            .spawn()
            .map(Self)
            .map_err(|error| Failure::new(format!("'{line}' did not start: {error}")))
    }

    /// The first line it writes.
    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        if let Some(pipe) = self.0.stdout.take() {
            // It closes the pipe where it cannot go on.
            let _ = BufReader::new(pipe).read_line(&mut line);
        }
        match line.trim() {
            "" => Err(Failure::new("A program for the measurement ended at once.")),
            line => Ok(line.to_owned()),
        }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
