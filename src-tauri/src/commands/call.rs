//! The one door to the use cases of the core.

use crate::error::{Reply, refused};
use serde_json::Value;

/// Answers a use case of the core by its name.
///
/// # Errors
/// The core's own sentence.
#[tauri::command(async)]
pub fn call(name: String, request: Value) -> Reply<Value> {
    let _ = request;
    Err(refused(
        "not_found",
        format!("There is no use case `{name}`."),
    ))
}
