//! Whether there is a screen to open a window on.

use thiserror::Error;

/// There is no screen; the text is a whole sentence.
#[derive(Debug, Error)]
pub enum NoScreen {
    /// Neither X11 nor Wayland is announced.
    #[error(
        "Fairlead found no screen to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set. \
         Nothing was changed. Start it from a desktop, or use `fairlead-cli`, which needs no screen."
    )]
    Unannounced,
    /// A screen is announced and does not answer.
    #[error(
        "Fairlead could not open a window on the screen `{0}`. Nothing was changed. \
         Start it from a desktop, or use `fairlead-cli`, which needs no screen."
    )]
    Unreachable(String),
}

/// Reaches for the screen before the window toolkit does, because the toolkit ends the program where there is none.
///
/// # Errors
/// Where there is none.
#[cfg(target_os = "linux")]
pub fn reach() -> Result<(), NoScreen> {
    let named = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
    let screen = named("WAYLAND_DISPLAY")
        .or_else(|| named("DISPLAY"))
        .ok_or(NoScreen::Unannounced)?;
    go_without_graphics_card();
    gtk::init().map_err(|_| NoScreen::Unreachable(screen))
}

/// Keeps the toolkit and the web view from loading the graphics card's drivers, which nothing here draws
/// with (see [`super::drawing`]): loading them took a fifth of a start. Both look for these variables once,
/// at their own start, and so do the web view's processes. Who has set one of them before keeps their word.
#[cfg(target_os = "linux")]
fn go_without_graphics_card() {
    for (variable, value) in [
        ("GDK_GL", "disable"),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    ] {
        // A variable that cannot be set costs time, and nothing else.
        let _ = gtk::glib::setenv(variable, value, false);
    }
}

/// Windows and macOS always have a screen.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn reach() -> Result<(), NoScreen> {
    Ok(())
}
