//! How the web view draws its pages.

use tauri::{Runtime, WebviewWindow};

/// Has the web view draw with the processor. Pages of text gain nothing from a graphics card, and with it each start
/// loads a shader compiler, the memory of a page doubles, and some drivers show an empty window.
///
/// # Errors
/// Where the window is gone already.
#[cfg(target_os = "linux")]
pub fn without_graphics_card<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Windows and macOS decide for themselves.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn without_graphics_card<R: Runtime>(_window: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}
