//! Writing to the clipboard.

use tauri::{AppHandle, Runtime};
use thiserror::Error;

/// The text did not reach the clipboard.
#[derive(Debug, Error)]
pub enum ClipboardError {
    /// The program is already ending.
    #[error(transparent)]
    Ending(#[from] tauri::Error),
    /// The system would not take it.
    #[cfg(not(target_os = "linux"))]
    #[error(transparent)]
    System(#[from] arboard::Error),
}

/// Puts a text on the clipboard.
///
/// # Errors
/// Where the program is already ending.
#[cfg(target_os = "linux")]
pub fn write<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), ClipboardError> {
    app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        clipboard.set_text(&text);
        // Some desktops keep it after the program has ended.
        clipboard.store();
    })?;
    Ok(())
}

/// Puts a text on the clipboard.
///
/// # Errors
/// Where the system would not take it.
#[cfg(not(target_os = "linux"))]
pub fn write<R: Runtime>(_app: &AppHandle<R>, text: String) -> Result<(), ClipboardError> {
    arboard::Clipboard::new()?.set_text(text)?;
    Ok(())
}
