//! Beginning and end of a sitting.

use crate::window::Closing;
use crate::{locale, platform, window};
use serde::Serialize;
use tauri::{AppHandle, Runtime, State, WebviewWindow};

/// What the pages must know before they write their first word.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    /// A BCP 47 tag that `Intl` understands, such as `en-GB`.
    pub locale: String,
    /// `linux`, `macos` or `windows`: decides between Ctrl and ⌘ in the words of the shortcuts.
    pub platform: &'static str,
    /// The version of Fairlead.
    pub version: &'static str,
}

/// Tells the pages where they are.
#[tauri::command]
pub fn environment() -> Environment {
    Environment {
        locale: locale::current(),
        platform: std::env::consts::OS,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// The pages say that the first screen can be used: the end of the start. It is told on stderr, and
/// in the file that `FAIRLEAD_READY_FILE` names, for whoever measures the start. What nobody waits for comes
/// after it: reading the dictionaries.
#[tauri::command]
pub fn first_screen<R: Runtime>(window: WebviewWindow<R>) {
    platform::ready::tell();
    // It fails only where the window is gone already, and then nobody types.
    let _ = platform::spelling::check(&window, &locale::current());
}

/// Takes the wish to close the window back: something is not saved yet, and the person is asked first.
#[tauri::command]
pub fn keep_open(closing: State<'_, Closing>) {
    closing.take_back();
}

/// The pages call it when everything they hold is saved: ends the program, or lets only the window go
/// where that was wished for and a tray shows the program.
#[tauri::command]
pub fn quit<R: Runtime>(app: AppHandle<R>) {
    window::let_go(&app);
}
