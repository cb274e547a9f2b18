//! The guard that keeps the window on its own pages.
//!
//! The content security policy stops every request but one: sending the whole window to another
//! address (`location.href = ...`) would carry text along. So nothing but the program's own pages
//! may be opened in the window, not by navigating, not as a new window, not as a download.

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Url};

/// Whether the window may show this address: the program's own pages, and in a development build
/// the development server on this computer.
pub fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows serves the program's own pages under this name.
        "http" | "https" => {
            (cfg!(windows) && url.host_str() == Some("tauri.localhost"))
                || (tauri::is_dev()
                    && url.host_str() == Some("localhost")
                    && url.port() == Some(1420))
        }
        _ => false,
    }
}

/// The plugin that asks [`is_own_page`] before anything is shown.
pub fn guard<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("navigation")
        .on_navigation(|_, url| is_own_page(url))
        .build()
}
