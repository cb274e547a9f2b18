//! What crosses the boundary: requests, responses and the one public error.

pub mod activity;
pub mod agreement;
pub mod attachment;
pub mod checkup;
pub mod closing;
pub mod contact;
pub mod contact_log;
pub mod deletion;
pub mod expectation;
pub mod feedback;
pub mod first;
pub mod form;
pub mod heading;
pub mod intake;
pub mod journal;
pub mod meeting;
pub mod mentor;
pub mod mid_point;
pub mod permission;
pub mod plan;
pub mod programme;
pub mod relationship;
pub mod reminder;
pub mod session;
pub mod session_plan;
pub mod signing;
pub mod start;
pub mod suggestion;
pub mod table;
pub mod task;
pub mod template;
pub mod today;
pub mod topic;
pub mod verify;
pub mod version;

pub use crate::domain::mail::Mail;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The one error that leaves the core.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApiError {
    /// Stable name of the reason, for programs.
    pub code: String,
    /// What happened, what is safe, what to do next.
    pub message: String,
    /// The field of the request the sentence is about, where there is one.
    pub field: Option<String>,
}

/// What a use case answers.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// Its output.
    pub output: serde_json::Value,
    /// The kinds of things that changed, so that screens know what to ask again.
    pub changed: Vec<&'static str>,
}
