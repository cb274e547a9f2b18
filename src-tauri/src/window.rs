//! The one window.

use crate::navigation::is_own_page;
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};

/// The label of the one window; the capability in `tauri.conf.json` names it.
pub const MAIN: &str = "main";

/// Opens the window. It keeps to its own pages: no other address, no second window, no download.
///
/// # Errors
/// Where the computer has no web view, or none that starts.
pub fn open<R: Runtime>(app: &AppHandle<R>, background: bool) -> tauri::Result<WebviewWindow<R>> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Fairlead")
        .inner_size(1100.0, 800.0)
        .min_inner_size(720.0, 560.0)
        .devtools(false)
        .focused(!background)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_document_title_changed(|window, title| {
            // A title bar that cannot be written is not worth a sentence.
            let _ = window.set_title(&title);
        })
        .build()?;
    if background {
        window.minimize()?;
    }
    Ok(window)
}

/// How long the pages may take to save what was typed last, once the window is to close.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Lets the pages save what was typed last before the window closes: they hear `close-requested` and
/// call `quit`. Pages that do not answer are not waited for longer than 3 s.
pub fn close_when_saved<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        let app = window.app_handle().clone();
        if app.emit_to(MAIN, "close-requested", ()).is_err() {
            return;
        }
        api.prevent_close();
        // Closing again and again starts more of these; the first one to wake ends the program.
        std::thread::spawn(move || {
            std::thread::sleep(LAST_WORDS);
            app.exit(0);
        });
    }
}

/// Brings the window to the front, wherever it was.
pub fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these is a wish to the window system; there is nothing to do where it declines.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Raises the window and tells its pages which route to show: the event `open-route`.
pub fn open_route<R: Runtime>(app: &AppHandle<R>, route: &str) {
    raise(app);
    let _ = app.emit_to(MAIN, "open-route", route);
}

/// Tells the pages what changed without their doing, so that they ask again: the event `changed`.
pub fn tell_changed<R: Runtime>(app: &AppHandle<R>, kinds: &[&str]) {
    let _ = app.emit_to(MAIN, "changed", kinds);
}
