//! Requests and secrets from outside.

use crate::failure::Failure;
use fairlead_core::files;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest request and the longest line of a batch, in bytes.
pub const LONGEST: u64 = 16 * 1024 * 1024;

/// Reads JSON text.
///
/// # Errors
/// A refusal with the place of the mistake.
pub fn json(text: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(text).map_err(|error| {
        Failure::refused(
            "invalid_json",
            format!("This is not JSON: {error}. Nothing was changed. A request looks like {{\"relationship\": \"...\"}}, in straight double quotes."),
        )
    })
}

/// The request as typed, or from standard input for `-`.
///
/// # Errors
/// A refusal.
pub fn request(typed: Option<&str>) -> Result<Value, Failure> {
    match typed {
        None => Ok(Value::Null),
        Some("-") => {
            let mut text = Vec::new();
            io::stdin()
                .lock()
                .take(LONGEST + 1)
                .read_to_end(&mut text)
                .map_err(|error| unreadable(Path::new("-"), &error))?;
            if text.len() as u64 > LONGEST {
                return Err(too_long("The request"));
            }
            json(&text)
        }
        Some(text) => json(text.as_bytes()),
    }
}

/// A file to be read line by line, or standard input for `-`.
///
/// # Errors
/// A refusal.
pub fn lines(file: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| unreadable(file, &error))?;
    if opened.metadata().is_ok_and(|found| found.is_dir()) {
        return Err(unreadable(file, &io::ErrorKind::IsADirectory.into()));
    }
    Ok(Box::new(BufReader::new(opened)))
}

/// The next line without its end; none after the last.
///
/// # Errors
/// A refusal when it cannot be read or is too long.
pub fn next_line(lines: &mut dyn BufRead, from: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let mut line = Vec::new();
    let read = lines
        .take(LONGEST + 1)
        .read_until(b'\n', &mut line)
        .map_err(|error| unreadable(from, &error))?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > LONGEST {
        return Err(too_long("The line"));
    }
    Ok(Some(line))
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    let what = if file == Path::new("-") {
        "Standard input".to_owned()
    } else {
        format!("The file {}", file.display())
    };
    Failure::refused(
        "unreadable_file",
        format!(
            "{what} could not be read ({error}). Nothing more was changed. Check its name and who may read it."
        ),
    )
}

fn too_long(what: &str) -> Failure {
    Failure::refused(
        "too_long",
        format!("{what} is longer than 16 MB. Nothing was changed by it. Split it."),
    )
}

/// A secret from an environment variable or the first line of a file; the file goes first.
///
/// # Errors
/// A refusal that does not repeat the secret.
pub fn secret(variable: &str, file: Option<&Path>) -> Result<Option<String>, Failure> {
    let not_text = |place: String| {
        Failure::refused(
            "not_text",
            format!("{place} is not UTF-8 text. Nothing was changed. Save it as UTF-8."),
        )
    };
    if let Some(file) = file {
        let bytes = files::read_limited(file, 64 * 1024)
            .map_err(|error| unreadable(file, &error.source))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| not_text(format!("The file {}", file.display())))?;
        return Ok(text.lines().next().map(str::to_owned));
    }
    match std::env::var(variable) {
        Ok(text) => Ok(Some(text)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(not_text(format!("The environment variable {variable}")))
        }
    }
}
