//! `cargo xtask run`: builds Fairlead and opens its window, on this machine's screen or on one in memory.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::display::Display;
use crate::machine::{self, Purpose, has_display};
use crate::process::{Failure, Outcome, run as run_command};
use crate::{root, ui};

/// What the window is opened with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Put the example relationship in.
    pub sample: bool,
    /// The data folder, where not the usual one.
    pub data_dir: Option<PathBuf>,
}

/// What Fairlead says on its error output when its first screen can be used.
pub const READY: &str = "Fairlead: ready.";

/// Installs what is missing, builds, and opens the window. Without a display: a screenshot of the first screen.
pub fn run(options: &Options) -> Outcome<ExitCode> {
    let headless = !has_display();
    machine::prepare(if headless {
        Purpose::Screenshot
    } else {
        Purpose::Build
    })?;
    ui::build()?;
    run_command(machine::cargo().args(["build", "--package", "fairlead"]))?;
    let program = root::target().join("debug").join(if cfg!(windows) {
        "fairlead.exe"
    } else {
        "fairlead"
    });
    let mut command = Command::new(program);
    if options.sample {
        command.arg("--sample");
    }
    if let Some(folder) = &options.data_dir {
        command.arg("--data-dir").arg(folder);
    }
    if headless {
        take_screenshot(&mut command)
    } else {
        open(&mut command)
    }
}

fn open(command: &mut Command) -> Outcome<ExitCode> {
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("Fairlead did not start: {error}")))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn take_screenshot(command: &mut Command) -> Outcome<ExitCode> {
    let display = Display::start()?;
    println!(
        "This machine has no display. Fairlead opens on one in memory, {}.",
        display.name
    );
    let mut window = open_on(command, &display, None)?;
    let picture = root::target().join("fairlead.png");
    let saved = window
        .wait_until_ready()
        .and_then(|()| display.save(&picture));
    window.close();
    saved?;
    println!("A picture of its first screen: {}", picture.display());
    Ok(ExitCode::SUCCESS)
}

/// Fairlead, running on a display in memory; closed when dropped.
pub struct Window {
    program: Child,
    said: Receiver<String>,
    closed: bool,
}

/// Starts Fairlead on a display in memory, on this message bus; without one apart from any, so that it finds no other
/// Fairlead to hand over to.
pub fn open_on(command: &mut Command, display: &Display, bus: Option<&str>) -> Outcome<Window> {
    command
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY");
    match bus {
        Some(address) => command.env("DBUS_SESSION_BUS_ADDRESS", address),
        None => command.env_remove("DBUS_SESSION_BUS_ADDRESS"),
    };
    let mut program = command
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("Fairlead did not start: {error}")))?;
    let (send, said) = channel();
    if let Some(stderr) = program.stderr.take() {
        // Somebody has to read on, or the program would block when the pipe is full.
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let line = line.trim().to_owned();
                if line != READY {
                    eprintln!("{line}");
                }
                // Who has heard enough still lets it speak.
                let _ = send.send(line);
            }
        });
    }
    Ok(Window {
        program,
        said,
        closed: false,
    })
}

impl Window {
    /// Waits until Fairlead says that its first screen can be used. What it says besides is passed on.
    pub fn wait_until_ready(&mut self) -> Outcome<()> {
        match self.said.iter().find(|line| line == READY) {
            Some(_) => Ok(()),
            None => Err(Failure::new(
                "Fairlead ended before its first screen could be used.",
            )),
        }
    }

    /// Whether Fairlead says this before it has been silent for a time.
    pub fn said_within(&mut self, wanted: &str, silence: Duration) -> bool {
        while let Ok(line) = self.said.recv_timeout(silence) {
            if line == wanted {
                return true;
            }
        }
        false
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.program.id()
    }

    /// Ends Fairlead and waits for it. Whatever was acknowledged is in the data file already.
    pub fn close(&mut self) {
        if !std::mem::replace(&mut self.closed, true) {
            let _ = self.program.kill();
            let _ = self.program.wait();
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.close();
    }
}
