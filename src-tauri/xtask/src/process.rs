//! Running other programs, and saying in a sentence what went wrong.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Why a chore stopped, in words for the person who started it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure with the sentence to print.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a chore gives, or why it stopped.
pub type Outcome<T> = Result<T, Failure>;

/// The command as a person would type it.
pub fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command with the terminal's own output; a non-zero exit is a failure.
pub fn run(command: &mut Command) -> Outcome<()> {
    let line = typed(command);
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("'{line}' did not start: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("'{line}' failed ({status}).")))
    }
}

/// Runs a command and gives its standard output; a non-zero exit is a failure that quotes its error output.
pub fn read(command: &mut Command) -> Outcome<String> {
    let line = typed(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::new(format!("'{line}' did not start: {error}")))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::new(format!(
            "'{line}' failed ({}): {}",
            output.status,
            said.trim()
        )))
    }
}

/// How long output may still trickle in after the program itself has ended. A child it left behind may hold
/// the pipe open for ever.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Runs a command, passes its output on line by line as it comes, and gives all of it with whether it succeeded.
pub fn follow(command: &mut Command) -> Outcome<(bool, String)> {
    let line = typed(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("'{line}' did not start: {error}")))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(pipe) = child.stdout.take() {
        send_lines(pipe, sender.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        send_lines(pipe, sender.clone());
    }
    drop(sender);
    let mut all = String::new();
    let mut screen = std::io::stdout();
    let mut ended = None;
    loop {
        match receiver.recv_timeout(LAST_WORDS) {
            Ok(text) => {
                // A closed terminal is no reason to stop testing.
                let _ = screen
                    .write_all(text.as_bytes())
                    .and_then(|()| screen.flush());
                all.push_str(&text);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) if ended.is_some() => break,
            Err(RecvTimeoutError::Timeout) => ended = child.try_wait().ok().flatten(),
        }
    }
    let status = child
        .wait()
        .map_err(|error| Failure::new(format!("'{line}' could not be waited for: {error}")))?;
    Ok((status.success(), all))
}

fn send_lines(pipe: impl Read + Send + 'static, sender: mpsc::Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut bytes = Vec::new();
        // Bytes, not text: a test may print what is no UTF-8.
        while reader
            .read_until(b'\n', &mut bytes)
            .is_ok_and(|read| read > 0)
        {
            if sender
                .send(String::from_utf8_lossy(&bytes).into_owned())
                .is_err()
            {
                break;
            }
            bytes.clear();
        }
    });
}

/// Finds a program in PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names: &[String] = if cfg!(windows) {
        &[format!("{program}.exe"), format!("{program}.cmd")]
    } else {
        &[program.to_owned()]
    };
    std::env::split_paths(&path)
        .flat_map(|dir| names.iter().map(move |name| dir.join(name)))
        .find(|file| file.is_file())
}
