//! The one window.

use crate::first_page;
use crate::navigation::is_own_page;
use crate::state::Product;
use crate::{background, platform, say};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};

/// The label of the one window; the capability in `tauri.conf.json` names it.
pub const MAIN: &str = "main";

/// Opens the window, on a page of its own choice or on this one. It keeps to its own pages: no other
/// address, no second window, no download.
///
/// # Errors
/// Where the computer has no web view, or none that starts.
pub fn open<R: Runtime>(
    app: &AppHandle<R>,
    route: Option<&str>,
    minimised: bool,
) -> tauri::Result<WebviewWindow<R>> {
    let handle = app.clone();
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App(page(route).into()))
        .title("Fairlead")
        .inner_size(1100.0, 800.0)
        .min_inner_size(720.0, 560.0)
        .devtools(false)
        .focused(!minimised)
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
    background::leave(app);
    platform::drawing::without_graphics_card(&window)?;
    if minimised {
        window.minimize()?;
    }
    Ok(window)
}

/// The address of a page inside the program; without a route that of the page the window was left on.
fn page(route: Option<&str>) -> String {
    match route {
        Some(route) => format!("index.html#/{}", route.trim_start_matches(['#', '/'])),
        None => "index.html".to_owned(),
    }
}

/// How long the pages may take to save what was typed last, once the window is to close.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// What a wish to close is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// The window. The program goes on where a tray shows it.
    Window,
    /// The whole program.
    Program,
}

/// The wishes to close so far, and those taken back: each is a step.
#[derive(Debug, Default)]
pub struct Closing {
    steps: AtomicU64,
    window_only: AtomicBool,
}

impl Closing {
    /// Takes the last wish to close back.
    pub fn take_back(&self) {
        self.steps.fetch_add(1, Ordering::SeqCst);
    }

    /// What the last wish was about, also after it was taken back; the program where there was none.
    pub fn last(&self) -> Wish {
        if self.window_only.load(Ordering::SeqCst) {
            Wish::Window
        } else {
            Wish::Program
        }
    }

    fn wish(&self, wish: Wish) -> u64 {
        self.window_only
            .store(wish == Wish::Window, Ordering::SeqCst);
        self.steps.fetch_add(1, Ordering::SeqCst).wrapping_add(1)
    }

    fn still_holds(&self, wish: u64) -> bool {
        self.steps.load(Ordering::SeqCst) == wish
    }
}

/// Lets the pages save what was typed last before the window closes; see [`close`].
pub fn close_when_saved<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event
        && close(window.app_handle(), Wish::Window)
    {
        api.prevent_close();
    }
}

/// Asks the pages to save what was typed last: they hear `close-requested` and call `quit`, or `keep_open`
/// where something cannot be saved and the person is asked. Pages that do not answer are not waited for
/// longer than 3 s. False where there are no pages to ask.
pub fn close<R: Runtime>(app: &AppHandle<R>, wish: Wish) -> bool {
    let wished = app.state::<Closing>().wish(wish);
    if app.get_webview_window(MAIN).is_none() || app.emit_to(MAIN, "close-requested", ()).is_err() {
        return false;
    }
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LAST_WORDS);
        if app.state::<Closing>().still_holds(wished) {
            let_go(&app);
        }
    });
    true
}

/// The pages hold nothing any more that is not saved: the window goes, and the program with it where
/// nothing would show it, or where its end was wished for.
pub fn let_go<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Closing>().take_back();
    // The message bus is asked, which the window's own thread must not wait for.
    let app = app.clone();
    std::thread::spawn(move || {
        let goes_on = app.state::<Closing>().last() == Wish::Window && background::is_shown(&app);
        if !goes_on {
            app.exit(0);
            return;
        }
        background::enter(&app);
        if let Some(window) = app.get_webview_window(MAIN)
            && let Err(error) = window.destroy()
        {
            say(&format!("Fairlead: the window did not close: {error}"));
        }
        background::tell_once(&app);
        background::settle(&app);
    });
}

/// Brings the window to the front, wherever it was; opens it where there is none.
pub fn raise<R: Runtime>(app: &AppHandle<R>) {
    show(app, None);
}

/// Brings the window to the front and shows this route in it: the event `open-route`, or the first page
/// of a new window.
pub fn open_route<R: Runtime>(app: &AppHandle<R>, route: &str) {
    show(app, Some(route));
}

fn show<R: Runtime>(app: &AppHandle<R>, route: Option<&str>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these is a wish to the window system; there is nothing to do where it declines.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
        if let Some(route) = route {
            let _ = app.emit_to(MAIN, "open-route", route);
        }
        return;
    }
    // While the computer is in the other person's hands a new window begins where it was handed over.
    let handed_over = app
        .state::<Product>()
        .with(|fairlead| fairlead.handed_over())
        .unwrap_or(false);
    if let Err(error) = open(app, route.filter(|_| !handed_over), false) {
        say(&format!("Fairlead: the window did not open: {error}"));
    }
}

/// Tells the pages what changed without their doing, so that they ask again: the event `changed`.
pub fn tell_changed<R: Runtime>(app: &AppHandle<R>, kinds: &[&str]) {
    let _ = app.emit_to(MAIN, "changed", kinds);
}

#[cfg(test)]
mod tests {
    use super::{Closing, Wish, page};

    #[test]
    fn a_wish_to_close_ends_with_its_taking_back_or_with_the_next_one() {
        let closing = Closing::default();
        let first = closing.wish(Wish::Window);
        assert!(closing.still_holds(first));
        closing.take_back();
        assert!(!closing.still_holds(first));
        let second = closing.wish(Wish::Window);
        assert!(closing.still_holds(second) && !closing.still_holds(first));
    }

    #[test]
    fn what_was_wished_last_counts_also_after_it_was_taken_back() {
        let closing = Closing::default();
        assert_eq!(closing.last(), Wish::Program);
        closing.wish(Wish::Window);
        closing.take_back();
        assert_eq!(closing.last(), Wish::Window);
        closing.wish(Wish::Program);
        assert_eq!(closing.last(), Wish::Program);
    }

    #[test]
    fn a_route_is_the_first_page_of_a_new_window_however_it_is_written() {
        for route in ["reminders", "/reminders", "#/reminders"] {
            assert_eq!(page(Some(route)), "index.html#/reminders");
        }
        assert_eq!(page(None), "index.html");
    }
}
