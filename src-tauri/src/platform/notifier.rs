//! Showing toasts. A toast is a courtesy: the list inside Fairlead is the truth, so one that cannot be
//! shown costs nothing and stops nothing.

use crate::{say, window};
use fairlead_core::reminders::Toast;
use std::sync::mpsc::{Sender, channel};
use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::NotificationExt;

/// What the click on a toast is called by the notification plugin.
const CLICK: &str = "tap";

/// The key under which a toast carries the route it opens.
const ROUTE: &str = "route";

/// Shows toasts one after the other on a thread of its own, so that a notification service that does
/// not answer holds up nothing else.
#[derive(Debug, Clone)]
pub struct Notifier {
    queue: Sender<Toast>,
}

impl Notifier {
    /// Starts the thread. `shown` is told of each toast that a notification service took.
    ///
    /// # Errors
    /// Where the system has no thread left.
    pub fn start<R: Runtime>(
        app: &AppHandle<R>,
        shown: impl Fn(Toast) + Send + 'static,
    ) -> std::io::Result<Self> {
        // Before the first toast: one shown without a listener reports no click.
        let handle = app.clone();
        let listening = app.notification().on_action(move |action| {
            let route = action
                .notification()
                .and_then(|toast| toast.extra().get(ROUTE)?.as_str().map(str::to_owned));
            if let (CLICK, Some(route)) = (action.action_id(), route) {
                window::open_route(&handle, &route);
            }
        });
        if let Err(error) = listening {
            say(&format!(
                "Fairlead: clicks on notifications will not be heard: {error}"
            ));
        }
        let (queue, toasts) = channel::<Toast>();
        let app = app.clone();
        std::thread::Builder::new()
            .name("notifier".into())
            .spawn(move || {
                for toast in toasts {
                    match show(&app, &toast) {
                        Ok(()) => shown(toast),
                        Err(reason) => say(&format!(
                            "Fairlead: a reminder stands in the list only: {reason}"
                        )),
                    }
                }
            })?;
        Ok(Self { queue })
    }

    /// Hands over a toast; it is shown as soon as those before it are.
    pub fn show(&self, toast: Toast) {
        // The thread ends only with the program.
        let _ = self.queue.send(toast);
    }
}

fn show<R: Runtime>(app: &AppHandle<R>, toast: &Toast) -> Result<(), String> {
    let reads_markup = service::reads_markup()?;
    let body = plain(&toast.body);
    app.notification()
        .builder()
        .title(plain(&toast.title))
        .body(if reads_markup { escaped(&body) } else { body })
        .extra(ROUTE, &toast.route)
        .show()
        .map_err(|error| error.to_string())
}

/// Text without what changes how other text is shown: controls, and marks that turn the direction of writing.
fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\t' => Some(' '),
            '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => None,
            other => (!other.is_control()).then_some(other),
        })
        .collect()
}

/// Text that a service which reads markup shows as it stands.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(target_os = "linux")]
mod service {
    use std::time::Duration;
    use zbus::blocking::connection::Builder;

    /// How long the notification service may take to answer.
    const LIMIT: Duration = Duration::from_secs(5);

    /// Asks the notification service of this desktop whether it reads markup. That it answers at all is
    /// the point: the plugin waits for ever on one that does not, and tells nobody.
    pub fn reads_markup() -> Result<bool, String> {
        let capabilities = || -> zbus::Result<Vec<String>> {
            let name = "org.freedesktop.Notifications";
            let bus = Builder::session()?.method_timeout(LIMIT).build()?;
            bus.call_method(
                Some(name),
                "/org/freedesktop/Notifications",
                Some(name),
                "GetCapabilities",
                &(),
            )?
            .body()
            .deserialize()
        };
        match capabilities() {
            Ok(capabilities) => Ok(capabilities
                .iter()
                .any(|capability| capability == "body-markup")),
            Err(error) => Err(format!("no notification service answered ({error})")),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod service {
    /// The services of Windows and macOS show text as it stands, and are always there.
    pub fn reads_markup() -> Result<bool, String> {
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, plain};

    #[test]
    fn toasts_carry_no_markup_no_controls_and_no_direction_marks() {
        let text = plain("<img src=x> & \u{202E}evil\u{2066}\n\u{7}line");
        assert_eq!(text, "<img src=x> & evil line");
        assert_eq!(escaped(&text), "&lt;img src=x&gt; &amp; evil line");
    }
}
