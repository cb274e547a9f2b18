//! The internal error of the core. It becomes the one public [`ApiError`] in one place.

use crate::api::ApiError;
use thiserror::Error as ThisError;

/// What every fallible function of the core answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Anything that can stop a use case.
#[derive(Debug, ThisError)]
pub enum Error {
    /// The request was understood and declined: the sentence is for the person at the screen.
    #[error("{0}")]
    Refused(Refusal),
    /// A paper could not be made.
    #[error("the paper could not be made: {0}")]
    Paper(String),
    /// Something that should not be possible; the text is for a bug report.
    #[error("{0}")]
    Internal(String),
}

/// A request that is declined, with the reason in words (E: bad input gets a sentence).
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error("{message}")]
pub struct Refusal {
    /// Stable name of the reason, for programs.
    pub code: &'static str,
    /// What happened, what is safe, what to do next.
    pub message: String,
    /// The field of the request the sentence is about, where there is one.
    pub field: Option<String>,
}

impl Error {
    /// A refusal about one field of the request.
    pub fn field(code: &'static str, field: &str, message: impl Into<String>) -> Self {
        Self::Refused(Refusal {
            code,
            message: message.into(),
            field: Some(field.to_owned()),
        })
    }

    /// A refusal about the request as a whole.
    pub fn refused(code: &'static str, message: impl Into<String>) -> Self {
        Self::Refused(Refusal {
            code,
            message: message.into(),
            field: None,
        })
    }

    /// The thing the request names is not here (any more).
    pub fn not_found(what: &str) -> Self {
        Self::refused(
            "not_found",
            format!(
                "This {what} is not here any more. Nothing was changed. Go back and choose again."
            ),
        )
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(Refusal {
                code,
                message,
                field,
            }) => Self {
                code: code.to_owned(),
                message,
                field,
            },
            Error::Paper(error) => Self {
                code: "paper".to_owned(),
                message: format!(
                    "The paper could not be made. Your answers are safe and unchanged. Please report this: {error}"
                ),
                field: None,
            },
            Error::Internal(text) => Self {
                code: "internal".to_owned(),
                message: format!(
                    "Something went wrong inside Fairlead. What you saved before is safe. Please report this: {text}"
                ),
                field: None,
            },
        }
    }
}
