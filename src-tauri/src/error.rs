//! What the shell answers when it cannot do what the window asked.

use serde::Serialize;

/// The one error that reaches the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// Stable name of the reason, for programs.
    pub code: String,
    /// What happened, what is safe, what to do next.
    pub message: String,
    /// The field of the request the sentence is about, where there is one.
    pub field: Option<String>,
}

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
