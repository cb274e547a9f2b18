//! A screen for a machine that has none.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::process::{self, Failure, Outcome};

/// How often is looked, at most, whether the screen stands still.
const LOOKS: u32 = 50;

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

    /// Writes what the screen shows as a PNG file, once something is drawn and stands still: a window is drawn some time
    /// after its program has asked for it.
    pub fn save(&self, file: &Path) -> Outcome<()> {
        let mut before = Vec::new();
        for _ in 0..LOOKS {
            let now = self.pixels()?;
            if is_drawn(&now) && now == before {
                return process::run(self.import().arg(file));
            }
            before = now;
            thread::sleep(Duration::from_millis(100));
        }
        Err(Failure::new(
            "The window stayed empty, or never stood still.",
        ))
    }

    fn pixels(&self) -> Outcome<Vec<u8>> {
        let output = self.import().args(["-depth", "8", "rgb:-"]).output();
        output
            .map(|output| output.stdout)
            .map_err(|error| Failure::new(format!("ImageMagick did not start: {error}")))
    }

    fn import(&self) -> Command {
        let mut command = Command::new("import");
        command.args(["-display", &self.name, "-window", "root"]);
        command
    }
}

/// Whether there is more on the screen than empty areas: letters alone have dozens of shades.
fn is_drawn(pixels: &[u8]) -> bool {
    let shades: HashSet<&[u8]> = pixels.chunks_exact(3).collect();
    shades.len() > 16
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_window_is_not_drawn() {
        let empty: Vec<u8> = [[0, 0, 0], [251, 250, 246]].concat().repeat(500);
        assert!(!is_drawn(&empty));
        let letters: Vec<u8> = (0..60).flat_map(|shade| [shade, shade, shade]).collect();
        assert!(is_drawn(&letters));
    }
}
