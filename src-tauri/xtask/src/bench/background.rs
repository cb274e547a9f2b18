//! What Fairlead holds in memory and takes of the processor when its window is closed into the tray, and how long after
//! its moment a notification is shown from there.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use serde::Deserialize;

use super::{memory, released, report::Line, scratch, size::as_f64};
use crate::display::Display;
use crate::process::{Failure, Outcome, find, read, run};
use crate::window::{Window, open_on};

/// For how long the processor's time is counted.
const WATCHED: Duration = Duration::from_secs(60);

/// For how long it may be silent before it has given back what the window left.
const SETTLED: Duration = Duration::from_secs(90);

/// What Fairlead says when its window has gone into the tray.
const HIDDEN: &str = "Fairlead: in the background.";

/// How long what must come is waited for: the reminder of a session falls due within two minutes.
const PATIENCE: Duration = Duration::from_secs(180);

/// A notification is promised within so many seconds of its moment.
const PROMISED: f64 = 30.0;

/// How many minutes before a session a person is asked what they want from it (N09).
const LEAD: u64 = 15;

/// Memory and processor, once the window is closed.
pub fn measure() -> Outcome<Vec<Line>> {
    let home = scratch("background")?;
    let display = Display::start()?;
    let (_bus, address) = message_bus(&display)?;
    let mut tray = Helper::start(
        &mut Command::new(released("tray-host")),
        &display,
        Some(&address),
    )?;
    tray.line()?;
    let manager = find("openbox").ok_or_else(|| Failure::new("openbox is missing."))?;
    let _manager = Helper::start(&mut Command::new(manager), &display, Some(&address))?;

    let mut command = fairlead(&home);
    command.arg("--sample");
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

/// The example with a session soon, Fairlead in the tray from its start, and how long after the moment of its reminder
/// the desktop is handed it.
pub fn lateness() -> Outcome<Vec<Line>> {
    let home = scratch("lateness")?;
    let zone = midday_zone();
    let moment = book_session(&home.join("data"), &zone)?;
    let display = Display::start()?;
    let (_bus, address) = message_bus(&display)?;
    let mut desktop = Helper::start(
        Command::new(released("tray-host")).arg("--notifications"),
        &display,
        Some(&address),
    )?;
    desktop.line()?;
    let mut command = fairlead(&home);
    // On the clock that the session is booked by.
    command.arg("--background").env("TZ", &zone);
    let mut window = open_on(&mut command, &display, Some(&address))?;
    if !window.said_within(HIDDEN, SETTLED) {
        return Err(Failure::new("It did not start in the background."));
    }
    // What the session would have asked for earlier, had it been booked earlier, comes at once.
    let shown = loop {
        let said = desktop.line()?.parse::<u64>().map_err(|_| {
            Failure::new("What takes the notifications did not say when one was shown.")
        })?;
        if said >= moment {
            break said;
        }
    };
    window.close();
    Ok(vec![Line::at_most(
        "notification after its moment, from the tray",
        as_f64(shown - moment) / 1e3,
        PROMISED,
        "s",
    )])
}

/// Fills a data folder with the example and a session whose reminder falls due at the next full minute but one.
/// When that is: milliseconds since 1970.
fn book_session(folder: &Path, zone: &str) -> Outcome<u64> {
    #[derive(Deserialize)]
    struct Sample {
        relationship: String,
    }
    let command = || {
        let mut command = Command::new(released("fairlead-cli"));
        command.args(["--zone", zone, "--data"]).arg(folder);
        command
    };
    let answer = read(command().arg("sample"))?;
    let sample: Sample = serde_json::from_str(&answer).map_err(|error| {
        Failure::new(format!(
            "The command line's answer was not understood: {error}"
        ))
    })?;
    let moment = (seconds_since_1970() / 60 + 2) * 60;
    let start = format!("@{}", moment + LEAD * 60);
    let clock = |format: &str| {
        read(
            Command::new("date")
                .args(["-d", &start, format])
                .env("TZ", zone),
        )
    };
    let session = serde_json::json!({
        "relationship": sample.relationship,
        "on": clock("+%F")?.trim(),
        "at": clock("+%R")?.trim(),
        "zone": zone,
    });
    read(command().args(["call", "session.add", &session.to_string()]))?;
    Ok(moment * 1000)
}

/// The zone in which it is twelve o'clock and something: at night and early in the morning nobody is notified.
fn midday_zone() -> String {
    // The names of these zones count against the sun: Etc/GMT-3 is three hours ahead of Greenwich.
    match (seconds_since_1970() / 3600) % 24 {
        hour @ 0..=12 => format!("Etc/GMT-{}", 12 - hour),
        hour => format!("Etc/GMT+{}", hour - 12),
    }
}

fn seconds_since_1970() -> u64 {
    UNIX_EPOCH.elapsed().unwrap_or_default().as_secs()
}

/// Fairlead with its data and everything else it writes in this folder.
fn fairlead(home: &Path) -> Command {
    let mut command = Command::new(released("fairlead"));
    command
        .arg("--data-dir")
        .arg(home.join("data"))
        .env("HOME", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("share"))
        .env("XDG_CONFIG_HOME", home.join("config"));
    command
}

/// A message bus of its own, and its address.
fn message_bus(display: &Display) -> Outcome<(Helper, String)> {
    let mut bus = Helper::start(
        Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]),
        display,
        None,
    )?;
    let address = bus.line()?;
    Ok((bus, address))
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
struct Helper {
    program: Child,
    said: Receiver<String>,
}

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
        let mut program = command
            .spawn()
            .map_err(|error| Failure::new(format!("'{line}' did not start: {error}")))?;
        let (send, said) = channel();
        if let Some(pipe) = program.stdout.take() {
            // It ends with the program, which does not outlive this.
            thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    // Who has heard enough still lets it speak.
                    let _ = send.send(line.trim().to_owned());
                }
            });
        }
        Ok(Self { program, said })
    }

    /// The next line it writes.
    fn line(&mut self) -> Outcome<String> {
        self.said.recv_timeout(PATIENCE).map_err(|_| {
            Failure::new("A program for the measurement ended too soon, or had nothing to say.")
        })
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
