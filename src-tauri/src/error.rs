//! What the shell answers when it cannot do what the window asked.

use fairlead_core::api::ApiError;

/// The answer of every command: its output, or a sentence in three parts.
pub type Reply<T> = Result<T, ApiError>;

/// A refusal of the shell itself: what happened, what is safe, what to do next.
pub fn refused(code: &str, message: impl Into<String>) -> ApiError {
    ApiError {
        code: code.to_owned(),
        message: message.into(),
        field: None,
    }
}
