//! Calls one after another, from JSON lines.

use crate::commands;
use crate::failure::{Failure, Refusal};
use crate::input;
use crate::output;
use crate::reference::{Named, is_name};
use fairlead_core::Fairlead;
use fairlead_core::api::ApiError;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead};
use std::path::Path;

/// One line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    call: String,
    #[serde(default)]
    with: Value,
    #[serde(rename = "as")]
    name: Option<String>,
    #[serde(default)]
    may_fail: bool,
}

/// The answer of one line.
#[derive(Serialize)]
struct Answer<'a> {
    line: usize,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<&'a Value>,
    #[serde(flatten)]
    error: Option<&'a ApiError>,
}

/// Answers line by line; each answer is written before the next line is read.
///
/// # Errors
/// The first refusal of a line that may not fail, or the reason why the lines could not be read.
pub fn run(
    fairlead: &mut Fairlead,
    mut lines: Box<dyn BufRead>,
    from: &Path,
) -> Result<(), Failure> {
    let mut named = Named::default();
    let mut number = 0;
    while let Some(text) = input::next_line(lines.as_mut(), from)? {
        number += 1;
        if text.trim_ascii().is_empty() {
            continue;
        }
        let (line, answered) = match read(&text) {
            Ok(mut line) => {
                let answered = answer(fairlead, &named, &mut line);
                (Some(line), answered)
            }
            Err(error) => (None, Err(error)),
        };
        let name = line.as_ref().and_then(|line| line.name.as_deref());
        let written = Answer {
            line: number,
            name,
            ok: answered.is_ok(),
            output: answered.as_ref().ok(),
            error: answered.as_ref().err(),
        };
        let told = output::write_line(&mut io::stdout().lock(), &written);
        let may_fail = line.as_ref().is_some_and(|line| line.may_fail);
        match answered {
            Err(error) if !may_fail => {
                return Err(Failure::Refused(Box::new(Refusal {
                    error,
                    line: Some(number),
                })));
            }
            Ok(output) => {
                if let Some(name) = line.and_then(|line| line.name) {
                    named.keep(name, output);
                }
            }
            Err(_) => {}
        }
        told.map_err(cut_off)?;
    }
    Ok(())
}

/// A batch nobody listens to any more ends there, and not as if it were through.
fn cut_off(error: io::Error) -> Failure {
    match output::unheard(error) {
        Failure::Unheard => Failure::refused(
            "output_closed",
            "Nobody reads the answers any more. The lines answered so far and the last one are done; the rest was left.",
        ),
        other @ (Failure::Refused(_)
        | Failure::Usage(_)
        | Failure::Answered(_)
        | Failure::CannotTell(_)) => other,
    }
}

fn refusal(code: &str, field: Option<&str>, message: String) -> ApiError {
    ApiError {
        code: code.to_owned(),
        message,
        field: field.map(str::to_owned),
    }
}

fn read(text: &[u8]) -> Result<Line, ApiError> {
    let line: Line = serde_json::from_slice(text).map_err(|error| {
        refusal(
            "invalid_json",
            None,
            format!("This line is not a call: {error}. Nothing was changed by it. A line looks like {{\"call\": \"relationship.list\", \"with\": {{}}, \"as\": \"x\"}}."),
        )
    })?;
    match &line.name {
        Some(name) if !is_name(name) => Err(refusal(
            "invalid",
            Some("as"),
            "The name after \"as\" has a letter first, then letters, digits, - or _. Nothing was changed by this line. Take another name.".to_owned(),
        )),
        _ => Ok(line),
    }
}

fn answer(fairlead: &mut Fairlead, named: &Named, line: &mut Line) -> Result<Value, ApiError> {
    let mut with = line.with.take();
    named.fill(&mut with).map_err(|reference| {
        refusal(
            "unknown_reference",
            None,
            format!("“{reference}” leads nowhere: no line before has an answer by that name with that part. Nothing was changed by this line. Name the line with \"as\"; text that begins with a dollar sign is written with two."),
        )
    })?;
    commands::call(fairlead, &line.call, with)
}
