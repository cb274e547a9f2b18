//! `cargo xtask run`: builds Fairlead and opens its window, on this machine's screen or on one in memory.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};

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
    let mut window = open_on(command, &display)?;
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
    closed: bool,
}

/// Starts Fairlead on a display in memory, apart from any session bus, so that it finds no other Fairlead to hand over to.
pub fn open_on(command: &mut Command, display: &Display) -> Outcome<Window> {
    let program = command
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("Fairlead did not start: {error}")))?;
    Ok(Window {
        program,
        closed: false,
    })
}

impl Window {
    /// Waits until Fairlead says that its first screen can be used. What it says besides is passed on.
    pub fn wait_until_ready(&mut self) -> Outcome<()> {
        let stderr = self
            .program
            .stderr
            .take()
            .ok_or_else(|| Failure::new("Fairlead was waited for twice."))?;
        let mut lines = BufReader::new(stderr).lines();
        for line in lines.by_ref().map_while(Result::ok) {
            if line.trim() == READY {
                // Somebody has to read on, or the program would block when the pipe is full.
                std::thread::spawn(move || {
                    lines
                        .map_while(Result::ok)
                        .for_each(|line| eprintln!("{line}"))
                });
                return Ok(());
            }
            eprintln!("{line}");
        }
        Err(Failure::new(
            "Fairlead ended before its first screen could be used.",
        ))
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
