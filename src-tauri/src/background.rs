//! Living in the background: the tray, going on without a window, starting with the computer.

use crate::platform::anew;
use crate::platform::autostart::{Autostart, Standing};
use crate::platform::notifier::{Notifier, Taken};
use crate::platform::tray::{Choice, Menu, Tray};
use crate::say;
use crate::state::Product;
use crate::window::{self, Wish};
use serde_json::json;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread::Thread;
use std::time::Duration;
use tauri::{AppHandle, Manager, Runtime};

/// How often a start without a window looks whether the desktop's tray has come up, a second apart. Both
/// start with the computer, in no order.
const LOOKS: u32 = 10;

/// What is said once, when the window closes into the tray for the first time.
const GOES_ON: (&str, &str) = (
    "Fairlead goes on in the tray",
    "Your reminders keep coming. To end Fairlead, choose Quit in its menu there.",
);

/// What there is of the program beside its window.
#[derive(Default)]
pub struct Presence {
    tray: OnceLock<Tray>,
    /// The data folder, where it is not the usual one.
    data_dir: OnceLock<Option<PathBuf>>,
    /// Whether the program goes on when the last window goes.
    stays: AtomicBool,
    /// The thread that looks at the clock.
    timer: OnceLock<Thread>,
}

impl Presence {
    /// Names the thread that looks at the clock, so that it can be woken.
    pub fn keep_timer(&self, timer: Thread) {
        self.timer.get_or_init(|| timer);
    }
}

/// Puts the icon into the tray and hears what is chosen there, on a thread of its own. Where the program
/// was started without a window and no tray shows it, a button in the task bar does.
///
/// # Errors
/// Where the system has no thread left.
pub fn begin<R: Runtime>(
    app: &AppHandle<R>,
    data_dir: Option<PathBuf>,
    without_window: bool,
) -> std::io::Result<()> {
    let presence = app.state::<Presence>();
    presence.data_dir.get_or_init(|| data_dir);
    presence.stays.store(without_window, Ordering::SeqCst);
    let app = app.clone();
    std::thread::Builder::new()
        .name("tray".into())
        .spawn(move || {
            let (send, choices) = channel();
            // Without a message bus there is no tray, and closing the window ends the program.
            if let Ok(tray) = Tray::start(&app, send) {
                let _ = app.state::<Presence>().tray.set(tray);
                refresh(&app);
            }
            if without_window {
                if is_shown_soon(&app) {
                    enter(&app);
                } else if let Err(error) = window::open(&app, None, true) {
                    say(&format!("Fairlead: the window did not open: {error}"));
                }
            }
            for choice in choices {
                follow(&app, choice);
            }
        })?;
    Ok(())
}

fn is_shown_soon<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.state::<Presence>().tray.get().is_some()
        && (0..LOOKS).any(|look| {
            if look > 0 {
                std::thread::sleep(Duration::from_secs(1));
            }
            is_shown(app)
        })
}

/// Whether a tray shows the program, so that it can go on without a window and be found again.
pub fn is_shown<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.state::<Presence>()
        .tray
        .get()
        .is_some_and(Tray::is_hosted)
}

/// The program goes on without a window from here. It is told on stderr for whoever waits for it.
pub fn enter<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Presence>().stays.store(true, Ordering::SeqCst);
    say("Fairlead: in the background.");
}

/// There is a window again, and the program ends with it where nothing else is decided.
pub fn leave<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Presence>().stays.store(false, Ordering::SeqCst);
}

/// Whether the program goes on when its last window goes.
pub fn goes_on<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.state::<Presence>().stays.load(Ordering::SeqCst)
}

/// For how long there is no window before the program starts anew without one. Whoever closes it by mistake has it
/// back at once.
const SETTLED: Duration = Duration::from_secs(60);

/// Gives back what the window has left in memory, once it has been gone for a while: the program starts anew without
/// one, in the same process. Not while a reminder can still be pressed, whose press would be lost, and not where only
/// a person could open the data again.
pub fn settle<R: Runtime>(app: &AppHandle<R>) {
    loop {
        std::thread::sleep(settled());
        if !is_without_window(app) || !anew::is_possible() {
            return;
        }
        if may_start_anew(app) {
            break;
        }
    }
    anew::end_helpers();
    // What takes a moment above leaves time for a click.
    if !is_without_window(app) {
        return;
    }
    let mut words = vec![OsString::from("--background")];
    if let Some(Some(folder)) = app.state::<Presence>().data_dir.get() {
        words.extend([OsString::from("--data-dir"), folder.into()]);
    }
    crate::let_go(app);
    let error = anew::begin(&words);
    // The data is closed, and safe; a program that cannot remind must not look as if it did.
    say(&format!("Fairlead: it could not start anew: {error}"));
    app.exit(1);
}

/// A build for development may be told to wait for less.
fn settled() -> Duration {
    #[cfg(debug_assertions)]
    if let Some(seconds) = std::env::var("FAIRLEAD_SETTLED_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok())
    {
        return Duration::from_secs(seconds);
    }
    SETTLED
}

fn is_without_window<R: Runtime>(app: &AppHandle<R>) -> bool {
    goes_on(app) && app.get_webview_window(window::MAIN).is_none()
}

fn may_start_anew<R: Runtime>(app: &AppHandle<R>) -> bool {
    let opens_by_itself = || {
        let place = app
            .state::<Product>()
            .with(|fairlead| fairlead.call("data.where", json!({})));
        place.is_ok_and(|place| place.output.get("keyPlace") != Some(&json!("pass_phrase")))
    };
    let pressed_no_more = || {
        app.try_state::<Notifier>()
            .is_none_or(|notifier| !notifier.is_on_screen())
    };
    is_shown(app) && opens_by_itself() && pressed_no_more()
}

/// Says once, for the first time that the window closed into the tray, that the program goes on. Until a
/// notification service has taken it, the next time tries again.
pub fn tell_once<R: Runtime>(app: &AppHandle<R>) {
    let product = app.state::<Product>();
    let told = product.with(|fairlead| fairlead.background());
    if !told.is_ok_and(|background| !background.tray_told) {
        return;
    }
    let Some(notifier) = app.try_state::<Notifier>() else {
        return;
    };
    if let Ok(Taken::Answered | Taken::Untold) = notifier.tell(GOES_ON.0, GOES_ON.1) {
        // Where it cannot be kept it is said once more.
        let _ = product
            .with(|fairlead| fairlead.change_background(|background| background.tray_told = true));
    }
}

fn follow<R: Runtime>(app: &AppHandle<R>, choice: Choice) {
    match choice {
        Choice::Open => window::raise(app),
        Choice::Next(route) => window::open_route(app, &route),
        Choice::Pause(today) => {
            let request = json!({ "today": today });
            let paused = app
                .state::<Product>()
                .with(|fairlead| fairlead.call("reminder.pause", request));
            if let Err(error) = paused {
                say(&format!("Fairlead: {}", error.message));
            }
            window::tell_changed(app, &["reminders"]);
            // It writes the menu anew, and shows at once what waited.
            if let Some(timer) = app.state::<Presence>().timer.get() {
                timer.unpark();
            }
        }
        Choice::Quit => {
            // What was typed last is saved first, where there is a window.
            if !window::close(app, Wish::Program) {
                app.exit(0);
            }
        }
    }
}

/// Writes the tray's menu anew from what is due and what comes.
pub fn refresh<R: Runtime>(app: &AppHandle<R>) {
    let presence = app.state::<Presence>();
    let Some(tray) = presence.tray.get() else {
        return;
    };
    let known = app.state::<Product>().with(|fairlead| {
        let list = fairlead.call("reminder.list", json!({}))?.output;
        let paused = fairlead.call("reminder.pauses", json!({}))?.output;
        Ok((list, paused.get("today") == Some(&json!(true))))
    });
    tray.show(match &known {
        Ok((list, paused)) => Menu::of(Some(list), *paused),
        Err(_) => Menu::of(None, false),
    });
}

/// The desktop's entry that starts the program with the computer.
///
/// # Errors
/// Where this desktop has none.
pub fn autostart<R: Runtime>(app: &AppHandle<R>) -> std::io::Result<Autostart> {
    let presence = app.state::<Presence>();
    Autostart::of(presence.data_dir.get().and_then(Option::as_deref))
}

/// Looks at the desktop's entry, once at each start: one that starts an older file is written anew, and one
/// that was taken away or switched off in the desktop's own settings is the owner's word.
pub fn check_autostart<R: Runtime>(app: &AppHandle<R>) {
    let product = app.state::<Product>();
    let wanted = product.with(|fairlead| fairlead.background());
    if !wanted.is_ok_and(|background| background.at_login == Some(true)) {
        return;
    }
    let checked = autostart(app).and_then(|entry| match entry.look() {
        Standing::On => Ok(()),
        Standing::Stale => entry.put(),
        Standing::Off => {
            // Where it cannot be kept, the next start looks again.
            let _ = product.with(|fairlead| {
                fairlead.change_background(|background| background.at_login = Some(false))
            });
            Ok(())
        }
    });
    if let Err(error) = checked {
        say(&format!(
            "Fairlead: whether it starts with the computer could not be checked: {error}"
        ));
    }
}
