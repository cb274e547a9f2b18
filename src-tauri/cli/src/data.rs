//! Opening the data folder as the command line says.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::input;
use fairlead_core::api::ApiError;
use fairlead_core::clock::{Clock, SetClock, SystemClock, ZonedClock};
use fairlead_core::keychain::NoKeychain;
use fairlead_core::{Fairlead, Ports};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

const PASS_PHRASE: &str = "FAIRLEAD_PASS_PHRASE";
const RECOVERY_CODE: &str = "FAIRLEAD_RECOVERY_CODE";

/// Opens the folder, and makes a new one where there is none.
///
/// # Errors
/// [`Failure::Usage`] without a folder; a refusal when a secret cannot be read or is wrong.
pub fn open(arguments: &Arguments) -> Result<Fairlead, Failure> {
    let ports = Ports {
        clock: clock(arguments)?,
        keychain: Arc::new(NoKeychain),
    };
    let folder = folder(arguments)?;
    let phrase = input::secret(PASS_PHRASE, arguments.pass_phrase_file.as_deref())?;
    let code = input::secret(RECOVERY_CODE, arguments.recovery_code_file.as_deref())?;
    let mut fairlead = Fairlead::start(folder.to_path_buf(), ports);
    let state = fairlead.call("start.state", json!({}))?.output;
    let state = state.get("state").and_then(|state| state.as_str());
    match (state, phrase, code) {
        (Some("locked"), Some(phrase), _) => {
            fairlead.call("start.unlock", json!({"passPhrase": phrase}))?;
        }
        (Some("locked" | "key_missing"), _, Some(code)) => {
            fairlead.call("start.recover", json!({"code": code}))?;
        }
        _ => {}
    }
    Ok(fairlead)
}

/// Opens a folder that has data already.
///
/// # Errors
/// As [`open`], and a refusal where there is nothing.
pub fn open_present(arguments: &Arguments) -> Result<Fairlead, Failure> {
    let folder = folder(arguments)?;
    if !Fairlead::has_data(folder) {
        return Err(Failure::refused(
            "no_data",
            format!(
                "There is no data of Fairlead in {}. Nothing was made. Check the folder's name; call, batch and sample begin a new one.",
                folder.display()
            ),
        ));
    }
    open(arguments)
}

/// Adds to a closed folder's reason how its key is given here.
pub fn with_advice(mut error: ApiError) -> ApiError {
    let (what, variable, option) = match error.code.as_str() {
        "locked" => ("the pass phrase", PASS_PHRASE, "--pass-phrase-file"),
        "key_missing" => ("the recovery code", RECOVERY_CODE, "--recovery-code-file"),
        _ => return error,
    };
    error.message.push_str(&format!(
        " On the command line, put {what} into the environment variable {variable} or into a file named by {option}."
    ));
    error
}

fn folder(arguments: &Arguments) -> Result<&Path, Failure> {
    match arguments.data.as_deref() {
        Some(folder) if !folder.as_os_str().is_empty() => Ok(folder),
        _ => Err(Failure::Usage(
            "this command works on a data folder: name it with --data DIR".to_owned(),
        )),
    }
}

fn clock(arguments: &Arguments) -> Result<Arc<dyn Clock>, Failure> {
    Ok(match (&arguments.at, &arguments.zone) {
        (Some(at), zone) => {
            Arc::new(SetClock::reading(at, zone.as_deref()).map_err(Failure::Usage)?)
        }
        (None, Some(zone)) => Arc::new(ZonedClock::named(zone).map_err(Failure::Usage)?),
        (None, None) => Arc::new(SystemClock),
    })
}
