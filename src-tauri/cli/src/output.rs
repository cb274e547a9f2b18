//! Answers on standard output.

use crate::failure::Failure;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a value as one line, and hands it over at once.
pub fn write_line(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// Answers one value.
///
/// # Errors
/// [`Failure::Unheard`] when the reader has gone, and a refusal when the place cannot be written.
pub fn answer(value: &impl Serialize) -> Result<(), Failure> {
    write_line(&mut io::stdout().lock(), value).map_err(unheard)
}

/// Answers with text.
///
/// # Errors
/// As [`answer`].
pub fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(unheard)
}

/// What a failed answer means.
pub fn unheard(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::Unheard
    } else {
        Failure::refused(
            "output",
            format!(
                "The answer could not be written ({error}). What was asked for is done. Check where standard output goes."
            ),
        )
    }
}
