//! Handing things to the desktop: a saved file of this sitting, and an e-mail that the person wants to send.

use std::path::Path;

/// Opens a file with the program the person uses for its kind.
///
/// # Errors
/// Where there is none, or the file is gone.
pub fn open(file: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_path(file, None::<&str>)
}

/// Shows a file in its folder; where the desktop cannot point at it, shows the folder.
///
/// # Errors
/// Where there is no file manager, or the file is gone.
pub fn show(file: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::reveal_item_in_dir(file).or_else(|error| match file.parent() {
        Some(folder) if file.exists() => open(folder),
        Some(_) | None => Err(error),
    })
}

/// Opens an e-mail in the person's own mail program. Only the address of [`fairlead_core::api::Mail`] comes
/// here, which always begins with `mailto:`.
///
/// # Errors
/// Where no mail program is set.
pub fn write_mail(address: &str) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_url(address, None::<&str>)
}
