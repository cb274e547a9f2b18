//! `fairlead-cli verify FILE`.

use crate::arguments::Arguments;
use crate::failure::{CANNOT_TELL, Failure, NOT_VALID, Refusal};
use crate::{data, output};
use fairlead_core::Fairlead;
use fairlead_core::api::ApiError;
use fairlead_core::api::verify::{Verdict, Verified};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Verifies the file and answers what was found, as JSON.
///
/// # Errors
/// [`Failure::Answered`] where it is not valid or cannot be told; a refusal where the file cannot be read.
pub fn run(arguments: &Arguments, file: &Path) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let verified = match read(file).map_err(|error| unread(file, &error))? {
        Ok(bytes) if arguments.data.is_some() => {
            data::open_present(arguments)?.verify(&name, &bytes)
        }
        Ok(bytes) => Fairlead::verify_alone(&name, &bytes),
        Err(size) => Fairlead::verify_too_large(&name, size),
    };
    output::answer(&verified)?;
    end(&verified)
}

fn end(verified: &Verified) -> Result<(), Failure> {
    match verified.verdict {
        Verdict::Valid => Ok(()),
        Verdict::NotValid => Err(Failure::Answered(NOT_VALID)),
        Verdict::CannotTell => Err(Failure::Answered(CANNOT_TELL)),
    }
}

/// The bytes of the file, or how many there are where they are too many.
fn read(path: &Path) -> io::Result<Result<Vec<u8>, u64>> {
    let file = File::open(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    if data.len() > Fairlead::LARGEST_TO_VERIFY {
        return Ok(Err(data.len()));
    }
    let mut bytes = Vec::new();
    file.take(Fairlead::LARGEST_TO_VERIFY + 1)
        .read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

fn unread(path: &Path, error: &io::Error) -> Failure {
    let message = format!(
        "{} could not be read ({error}). Nothing was changed. Check its name, and whether you may read it.",
        path.display()
    );
    let error = ApiError {
        code: "not_read".to_owned(),
        message,
        field: None,
    };
    Failure::CannotTell(Box::new(Refusal { error, line: None }))
}
