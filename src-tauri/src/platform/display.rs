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
    gtk::init().map_err(|_| NoScreen::Unreachable(screen))
}

/// Windows and macOS always have a screen.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn reach() -> Result<(), NoScreen> {
    Ok(())
}
