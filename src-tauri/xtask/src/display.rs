//! A screen for a machine that has none.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::process::{self, Failure, Outcome};

/// An X server in memory; it ends when this is dropped.
pub struct Display {
    server: Child,
    /// As `DISPLAY` wants it: `:7`.
    pub name: String,
}

impl Display {
    /// Starts Xvfb on the first free number.
    pub fn start() -> Outcome<Self> {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x860x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("Xvfb did not start: {error}")))?;
        let mut number = String::new();
        if let Some(pipe) = server.stdout.take() {
            // Xvfb writes its number when it takes connections, and closes the pipe when it cannot.
            let _ = BufReader::new(pipe).read_line(&mut number);
        }
        let name = format!(":{}", number.trim());
        let display = Self { server, name };
        if number.trim().is_empty() {
            Err(Failure::new("Xvfb found no free display."))
        } else {
            Ok(display)
        }
    }

    /// Writes what the screen shows as a PNG file.
    pub fn save(&self, file: &Path) -> Outcome<()> {
        process::run(
            Command::new("import")
                .args(["-display", &self.name, "-window", "root"])
                .arg(file),
        )
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Xvfb takes its lock file away when asked to end, not when it is killed.
        let id = self.server.id().to_string();
        let asked = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .is_ok_and(|status| status.success());
        if !asked {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
