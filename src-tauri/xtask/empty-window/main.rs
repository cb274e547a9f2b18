//! A Tauri window with nothing in it, built as Fairlead is: the measure of what the web view itself costs.

use std::io::Write;

use tauri::webview::PageLoadEvent;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .on_page_load(|_, page| {
            if page.event() == PageLoadEvent::Finished {
                // The sign that Fairlead gives, so that both are waited for in the same way.
                let _ = writeln!(std::io::stderr(), "Fairlead: ready.");
            }
        })
        .run(tauri::generate_context!())
}
