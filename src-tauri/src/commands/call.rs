//! The one door to the use cases of the core.

use crate::error::Reply;
use crate::state::Product;
use fairlead_core::api::Answer;
use serde_json::Value;
use tauri::State;

/// Answers a use case of the core by its name.
///
/// # Errors
/// The core's own sentence.
#[tauri::command(async)]
pub fn call(product: State<'_, Product>, name: String, request: Value) -> Reply<Answer> {
    product.with(|fairlead| fairlead.call(&name, request))
}
