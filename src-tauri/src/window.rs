//! The one window.

use crate::first_page;
use crate::navigation::is_own_page;
use crate::state::Product;
use std::sync::atomic::{AtomicU64, Ordering};
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
    let handle = app.clone();
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Fairlead")
        .inner_size(1100.0, 800.0)
        .min_inner_size(720.0, 560.0)
        .devtools(false)
        .focused(!background)
        .on_navigation(is_own_page)
        .on_web_resource_request(move |_, response| {
            first_page::bring(&handle.state::<Product>(), response);
        })
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

/// The wishes to close the window so far, and those taken back: each is a step.
#[derive(Debug, Default)]
pub struct Closing(AtomicU64);

impl Closing {
    /// Takes the last wish to close back.
    pub fn take_back(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    fn wish(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst).wrapping_add(1)
    }

    fn still_holds(&self, wish: u64) -> bool {
        self.0.load(Ordering::SeqCst) == wish
    }
}

/// Lets the pages save what was typed last before the window closes: they hear `close-requested` and
/// call `quit`, or `keep_open` where something cannot be saved and the person is asked. Pages that do
/// not answer are not waited for longer than 3 s.
pub fn close_when_saved<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        let app = window.app_handle().clone();
        if app.emit_to(MAIN, "close-requested", ()).is_err() {
            return;
        }
        api.prevent_close();
        let wish = app.state::<Closing>().wish();
        std::thread::spawn(move || {
            std::thread::sleep(LAST_WORDS);
            if app.state::<Closing>().still_holds(wish) {
                app.exit(0);
            }
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

#[cfg(test)]
mod tests {
    use super::Closing;

    #[test]
    fn a_wish_to_close_ends_with_its_taking_back_or_with_the_next_one() {
        let closing = Closing::default();
        let first = closing.wish();
        assert!(closing.still_holds(first));
        closing.take_back();
        assert!(!closing.still_holds(first));
        let second = closing.wish();
        assert!(closing.still_holds(second) && !closing.still_holds(first));
    }
}
