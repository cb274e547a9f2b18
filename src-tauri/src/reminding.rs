//! What the core is asked and told about a toast, and what follows from what a person does with it.

use crate::platform::notifier::Action;
use crate::state::Product;
use crate::{say, window};
use fairlead_core::reminders::{Claim, Toast};
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, Runtime};

/// Notes that a toast goes to the desktop now, and answers whether it may. Where that cannot be asked it does
/// not: it stands in the list.
pub fn may_show<R: Runtime>(app: &AppHandle<R>, toast: &Toast) -> bool {
    app.state::<Product>()
        .with(|fairlead| fairlead.may_show(&toast.claims))
        .unwrap_or(false)
}

/// Notes that a toast was shown.
pub fn shown<R: Runtime>(app: &AppHandle<R>, toast: &Toast) {
    // It was noted before that it may have been seen, so that nothing is shown twice where this fails.
    let _ = app
        .state::<Product>()
        .with(|fairlead| fairlead.shown(&toast.claims));
}

/// Follows an action on a toast; on a message that stands for no reminder every action opens the window.
pub fn answer<R: Runtime>(app: &AppHandle<R>, toast: Option<&Toast>, action: Action) {
    let Some(toast) = toast else {
        window::raise(app);
        return;
    };
    match action {
        Action::Open => window::open_route(app, &toast.route),
        Action::Snooze => each(
            app,
            &toast.claims,
            "reminder.snooze",
            |reminder| json!({ "reminder": reminder, "until": "hour" }),
        ),
        Action::Done => each(
            app,
            &toast.claims,
            "reminder.dismiss",
            |reminder| json!({ "reminder": reminder }),
        ),
    }
}

/// Calls a use case for each reminder behind a toast, and tells the pages.
fn each<R: Runtime>(
    app: &AppHandle<R>,
    claims: &[Claim],
    name: &str,
    request: impl Fn(String) -> Value,
) {
    let product = app.state::<Product>();
    for claim in claims {
        let called = product.with(|fairlead| fairlead.call(name, request(claim.name())));
        match called {
            Ok(_) => {}
            // It was dealt with in the window meanwhile.
            Err(error) if error.code == "not_found" => {}
            // There may be no window to say it in; the reminder still stands in the list.
            Err(error) => say(&format!("Fairlead: {}", error.message)),
        }
    }
    window::tell_changed(app, &["reminders", "today"]);
}
