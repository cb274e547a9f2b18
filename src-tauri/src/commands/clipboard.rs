//! The clipboard, written only: for the recovery code.

use crate::error::{Reply, refused};
use crate::platform::clipboard;
use tauri::{AppHandle, Runtime};

/// Puts a text on the clipboard.
///
/// # Errors
/// `clipboard` where the desktop has none.
#[tauri::command]
pub fn copy_text<R: Runtime>(app: AppHandle<R>, text: String) -> Reply<()> {
    clipboard::write(&app, text).map_err(|_| {
        refused(
            "clipboard",
            "The text could not be copied. Nothing was changed. Mark it with the mouse and copy it from there, or save it to a file.",
        )
    })
}
