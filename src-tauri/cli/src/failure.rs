//! How a command ends that was not done.

use crate::output;
use fairlead_core::api::ApiError;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// Exit status of a request that was understood and declined.
pub const REFUSED: u8 = 1;
/// Exit status of a command line that makes no sense.
pub const WRONG_USAGE: u8 = 2;

/// Exit status of a paper that is not valid.
pub const NOT_VALID: u8 = 1;
/// Exit status of a paper of which nothing can be told.
pub const CANNOT_TELL: u8 = 2;

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// It was refused.
    Refused(Box<Refusal>),
    /// The command line lacks something.
    Usage(String),
    /// It was answered, and the answer is no: with this exit status.
    Answered(u8),
    /// It cannot be told: as a refusal, with an exit status of its own.
    CannotTell(Box<Refusal>),
    /// Nobody reads the answer any more: told to nobody.
    Unheard,
}

/// What standard error shows.
#[derive(Debug, Serialize)]
pub struct Refusal {
    /// Code, message and field.
    #[serde(flatten)]
    pub error: ApiError,
    /// The line of a batch, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

impl Failure {
    /// A refusal that the command line itself makes.
    pub fn refused(code: &str, message: impl Into<String>) -> Self {
        ApiError {
            code: code.to_owned(),
            message: message.into(),
            field: None,
        }
        .into()
    }

    /// Tells it on standard error, and gives the exit status.
    pub fn tell(self) -> ExitCode {
        let mut stderr = io::stderr().lock();
        // With standard error closed, the exit status has to say it alone.
        match self {
            Self::Refused(refusal) => {
                let _ = output::write_line(&mut stderr, &refusal);
                REFUSED.into()
            }
            Self::Usage(sentence) => {
                let _ = writeln!(
                    stderr,
                    "error: {sentence}\n\nFor more information, try '--help'."
                );
                WRONG_USAGE.into()
            }
            Self::Answered(status) => status.into(),
            Self::CannotTell(refusal) => {
                let _ = output::write_line(&mut stderr, &refusal);
                CANNOT_TELL.into()
            }
            Self::Unheard => ExitCode::SUCCESS,
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Refused(Box::new(Refusal { error, line: None }))
    }
}
