//! A screen in memory.

use super::process::Running;
use std::process::Command;

/// An X server on a number that was free.
pub struct Screen {
    _server: Running,
    number: String,
}

impl Screen {
    /// Starts it; it picks its number itself.
    pub fn start() -> Self {
        let mut command = Command::new("Xvfb");
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
            "-noreset",
            // On a busy machine a key that was let go late would be typed again and again.
            "-r",
        ]);
        let server = Running::start(command);
        // The number is the only line it writes on stdout; warnings go to stderr.
        let number = server.wait_for("the number of the screen", |line| {
            !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
        });
        Self {
            _server: server,
            number,
        }
    }

    /// The value of `DISPLAY`.
    pub fn display(&self) -> String {
        format!(":{}", self.number)
    }
}
