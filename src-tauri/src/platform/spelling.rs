//! Spelling in the text boxes.

use tauri::{Runtime, WebviewWindow};

/// Has the web view underline misspelt words in the person's language, where the desktop has its
/// dictionary. Windows and macOS do so by themselves.
///
/// # Errors
/// Where the window is gone already.
#[cfg(target_os = "linux")]
pub fn check<R: Runtime>(window: &WebviewWindow<R>, locale: &str) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};
    let language = locale.replace('-', "_");
    window.with_webview(move |webview| {
        if let Some(context) = webview.inner().context() {
            context.set_spell_checking_languages(&[&language]);
            context.set_spell_checking_enabled(true);
        }
    })
}

/// Windows and macOS do so by themselves.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn check<R: Runtime>(_window: &WebviewWindow<R>, _locale: &str) -> tauri::Result<()> {
    Ok(())
}
