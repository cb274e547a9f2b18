//! Notifications on trial, and starting with the computer.

use crate::background;
use crate::error::{Reply, refused};
use crate::platform::autostart::Standing as Entry;
use crate::platform::notifier::{LIMIT, Notifier, Taken, Trouble};
use crate::state::{ENDING, Product};
use fairlead_core::api::ApiError;
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

/// How Fairlead stands on this desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BackgroundStanding {
    /// Whether it starts with the computer; null where its owner was not asked yet.
    pub at_login: Option<bool>,
    /// Whether a tray shows it, so that it goes on when the window is closed.
    pub tray: bool,
}

/// How a notification on trial went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tried {
    /// Whether the notification service said that it has it; other systems do not tell.
    pub confirmed: bool,
}

/// Shows a notification, so that its reader sees whether and how they come.
///
/// # Errors
/// `no_notifications` where no service is there, `silent_notifications` where it does not answer.
#[tauri::command]
pub async fn try_notification<R: Runtime>(app: AppHandle<R>) -> Reply<Tried> {
    aside(move || {
        let taken = match app.try_state::<Notifier>() {
            Some(notifier) => notifier.tell(
                "This is how a reminder comes",
                "A click on one opens its page in Fairlead.",
            ),
            None => Err(Trouble::Missing("not started".to_owned())),
        };
        match taken {
            Ok(Taken::Answered) => Ok(Tried { confirmed: true }),
            Ok(Taken::Untold) if cfg!(target_os = "linux") => Err(silent()),
            Ok(Taken::Untold) => Ok(Tried { confirmed: false }),
            Err(Trouble::Silent) => Err(silent()),
            Err(Trouble::Missing(why)) => Err(refused(
                "no_notifications",
                format!(
                    "This desktop has no notification service that could show it. Every reminder still stands in Fairlead\u{2019}s own list. Switch notifications on in the settings of the desktop, or look into the list. (The system says: {why})"
                ),
            )),
        }
    })
    .await
}

fn silent() -> ApiError {
    refused(
        "silent_notifications",
        format!(
            "The notification service of this desktop did not answer within {} seconds. Every reminder still stands in Fairlead\u{2019}s own list. Log out and in again, which starts the service anew, and try once more.",
            LIMIT.as_secs()
        ),
    )
}

/// Tells how Fairlead stands on this desktop.
///
/// # Errors
/// Where the data is not open.
#[tauri::command]
pub async fn background_standing<R: Runtime>(app: AppHandle<R>) -> Reply<BackgroundStanding> {
    aside(move || standing(&app)).await
}

/// Starts Fairlead with the computer from now on, or no more.
///
/// # Errors
/// `not_written` where the desktop's entry cannot be written; nothing is then changed.
#[tauri::command]
pub async fn start_at_login<R: Runtime>(app: AppHandle<R>, on: bool) -> Reply<BackgroundStanding> {
    aside(move || {
        let product = app.state::<Product>();
        // Asked first: behind a closed door nothing is written anywhere.
        product.with(|fairlead| fairlead.background())?;
        background::autostart(&app)
            .and_then(|entry| if on { entry.put() } else { entry.take_away() })
            .map_err(|error| not_written(&error))?;
        product.with(|fairlead| {
            fairlead.change_background(|background| background.at_login = Some(on))
        })?;
        standing(&app)
    })
    .await
}

fn standing<R: Runtime>(app: &AppHandle<R>) -> Reply<BackgroundStanding> {
    let kept = app
        .state::<Product>()
        .with(|fairlead| fairlead.background())?;
    // The desktop's own settings may have switched it off meanwhile.
    let at_login = kept
        .at_login
        .map(|on| on && background::autostart(app).is_ok_and(|entry| entry.look() != Entry::Off));
    Ok(BackgroundStanding {
        at_login,
        tray: background::is_shown(app),
    })
}

fn not_written(error: &std::io::Error) -> ApiError {
    refused(
        "not_written",
        format!(
            "Whether Fairlead starts with the computer could not be changed. Everything is as it was before. Add or remove it in the settings of the desktop, among the programs that start by themselves. (The system says: {error})"
        ),
    )
}

/// Asks the desktop away from the window's own thread, which must not wait for it.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Reply<T> + Send + 'static) -> Reply<T> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .map_err(|_| refused("ending", ENDING))?
}
