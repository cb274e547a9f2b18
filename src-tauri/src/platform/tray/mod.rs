//! The icon in the desktop's tray, and what its menu says and answers.

#[cfg(not(target_os = "linux"))]
mod native;
#[cfg(target_os = "linux")]
mod notifier_item;

#[cfg(not(target_os = "linux"))]
pub use native::Tray;
#[cfg(target_os = "linux")]
pub use notifier_item::Tray;

use serde_json::Value;
use tauri::image::Image;

/// What somebody chose in the tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Show the window as it was left.
    Open,
    /// Show the page of what comes next.
    Next(String),
    /// No notification today, or notifications again.
    Pause(bool),
    /// End the program.
    Quit,
}

/// What stands in the menu beside what always does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// What comes next, in words without names.
    pub next: String,
    /// Where that leads; none where nothing comes.
    pub route: Option<String>,
    /// Whether notifications are paused for today.
    pub paused: bool,
}

impl Default for Menu {
    fn default() -> Self {
        Self::of(None, false)
    }
}

/// What the menu calls opening the window.
pub const OPEN: &str = "Open Fairlead";
/// What the menu calls a day without notifications.
pub const PAUSE: &str = "No notifications today";
/// What the menu calls ending the program.
pub const QUIT: &str = "Quit";

impl Menu {
    /// The menu for a list of reminders, as `reminder.list` answers it; none where the data is not open.
    pub fn of(list: Option<&Value>, paused: bool) -> Self {
        let rows = |name: &str| {
            list.and_then(|list| list.get(name))
                .and_then(Value::as_array)
                .map_or(&[][..], Vec::as_slice)
        };
        let text = |row: &Value, name: &str| {
            row.get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        // Titles hold no names and nothing the two wrote: they may be seen on a locked screen.
        let (next, route) = match (list, rows("now"), rows("later")) {
            (None, _, _) => ("Your reminders are locked".to_owned(), None),
            (Some(_), [only], _) => (
                format!("Now: {}", text(only, "title")),
                Some(text(only, "route")),
            ),
            (Some(_), [], []) => ("No reminders ahead".to_owned(), None),
            (Some(_), [], [first, ..]) => (
                format!("Next: {}, {}", text(first, "title"), text(first, "fires")),
                Some("/reminders".to_owned()),
            ),
            (Some(_), many, _) => (
                format!("{} reminders are waiting for you", many.len()),
                Some("/reminders".to_owned()),
            ),
        };
        Self {
            next,
            route,
            paused,
        }
    }

    /// What a click on its first line chooses.
    pub fn choice(&self) -> Choice {
        self.route.clone().map_or(Choice::Open, Choice::Next)
    }
}

/// The icon: the two threads, in one colour.
fn icon() -> Image<'static> {
    tauri::include_image!("icons/tray.png")
}
