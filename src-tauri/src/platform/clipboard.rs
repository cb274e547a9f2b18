//! Writing to the clipboard.

use tauri::{AppHandle, Runtime};

/// Puts a text on the clipboard.
///
/// # Errors
/// Where the program is already ending.
#[cfg(target_os = "linux")]
pub fn write<R: Runtime>(app: &AppHandle<R>, text: String) -> tauri::Result<()> {
    app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        clipboard.set_text(&text);
        // Some desktops keep it after the program has ended.
        clipboard.store();
    })
}
