//! The shell: the one window of Fairlead, and what only a program on a desktop can do. All that
//! Fairlead knows is in `fairlead-core`; the shell passes it on.

pub mod arguments;
pub mod background;
pub mod chosen;
pub mod commands;
pub mod error;
pub mod first_page;
pub mod locale;
pub mod navigation;
pub mod platform;
pub mod reminding;
pub mod saved;
pub mod state;
pub mod window;

use arguments::{Arguments, Asked};
use background::Presence;
use commands::signing::Shown;
use commands::verify::Dropped;
use fairlead_core::Ports;
use fairlead_core::clock::Clock;
use platform::keychain::SystemKeychain;
use platform::notifier::Notifier;
use platform::timer;
use saved::SavedFiles;
use state::Product;
use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime};
use tauri_plugin_window_state::StateFlags;
use window::Closing;

/// A command line that cannot be followed.
const WRONG_USAGE: u8 = 2;

/// Reads the command line and opens the window. Ends with 0, with 1 and a sentence on stderr where
/// there is no screen or no web view, with 2 on wrong usage.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match arguments::read(words) {
        Ok(Asked::Window(arguments)) => arguments,
        Ok(Asked::Help) => return tell(arguments::USAGE),
        Ok(Asked::Version) => return tell(concat!("fairlead ", env!("CARGO_PKG_VERSION"))),
        Err(error) => {
            say(&format!("{error}\n\n{}", arguments::USAGE));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    if let Err(error) = platform::display::reach() {
        say(&error.to_string());
        return ExitCode::FAILURE;
    }
    let builder = Builder::default().plugin(one_window(&arguments));
    match build(builder, context(), arguments) {
        Ok(app) => {
            let code = app.run_return(|app, event| {
                // The last window went into the tray; an end that was wished for carries a code.
                if let RunEvent::ExitRequested {
                    code: None, api, ..
                } = &event
                    && background::goes_on(app)
                {
                    api.prevent_exit();
                }
                if let RunEvent::Exit = event {
                    let_go(app);
                }
            });
            u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            say(&no_window(&error));
            ExitCode::FAILURE
        }
    }
}

/// Closes the data file, gives its folder free and removes what was laid out for other programs to show: the end of
/// this program, or of this life of it.
fn let_go<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Product>().end();
    app.state::<Shown>().end();
}

/// The plugin that hands a start over to a Fairlead that runs already, in place of a second one. Each
/// data folder has a window of its own; the lock on the folder holds where there is no message bus.
fn one_window<R: Runtime>(arguments: &Arguments) -> TauriPlugin<R> {
    let plugin = tauri_plugin_single_instance::Builder::new().callback(|app, words, _| {
        let app = app.clone();
        // The other start waits for this call, and a window is not opened in no time.
        std::thread::spawn(move || heed(&app, words));
    });
    match &arguments.data_dir {
        Some(folder) => {
            let mut hasher = DefaultHasher::new();
            folder.hash(&mut hasher);
            plugin
                .dbus_id(format!("org.fairlead.Fairlead.d{:016x}", hasher.finish()))
                .build()
        }
        None => plugin.build(),
    }
}

/// Does what a second start was asked to do, as far as it is not the start itself.
fn heed<R: Runtime>(app: &AppHandle<R>, words: Vec<String>) {
    // It has read its words before it handed them over.
    let Ok(Asked::Window(asked)) = arguments::read(words.into_iter().skip(1).map(OsString::from))
    else {
        return;
    };
    if asked.sample {
        let added = app
            .state::<Product>()
            .with(|fairlead| fairlead.begin_with_example());
        match added {
            Ok(()) => window::tell_changed(app, &["start", "relationships", "today"]),
            Err(error) => say_no_example(&error.message),
        }
    }
    match asked.open {
        Some(page) => window::open_route(app, &page),
        None if asked.background => {}
        None => window::raise(app),
    }
}

fn say_no_example(why: &str) {
    say(&format!("Fairlead: the example is not there. {why}"));
}

/// The configuration, the permissions and the pages, as they were compiled in.
#[expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "written by tauri-build from what it checked before"
)]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::tauri_build_context!()
}

/// Puts the program together on any runtime: the real one, or the one of the tests that has no screen.
///
/// # Errors
/// Where the window toolkit cannot start.
pub fn build<R: Runtime>(
    builder: Builder<R>,
    context: Context<R>,
    arguments: Arguments,
) -> tauri::Result<App<R>> {
    let builder = builder.plugin(navigation::guard());
    // On Linux the notification service is asked directly.
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_notification::init());
    builder
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(remembered())
                .build(),
        )
        .manage(Product::default())
        .manage(Presence::default())
        .manage(SavedFiles::default())
        .manage(Closing::default())
        .manage(Dropped::default())
        .manage(Shown::default())
        .invoke_handler(tauri::generate_handler![
            commands::attachment::choose_attachment,
            commands::attachment::save_attachment,
            commands::background::background_standing,
            commands::background::start_at_login,
            commands::background::try_notification,
            commands::call::call,
            commands::mail::open_mail,
            commands::paper::open_saved,
            commands::paper::save_paper,
            commands::paper::show_saved,
            commands::programme::choose_logo,
            commands::session::environment,
            commands::session::first_screen,
            commands::session::keep_open,
            commands::session::quit,
            commands::signing::open_scan,
            commands::signing::show_scan,
            commands::template::open_template,
            commands::template::save_blank,
            commands::template::save_template,
            commands::text::copy_text,
            commands::text::print_page,
            commands::text::save_text,
            commands::verify::verify_dropped,
            commands::verify::verify_file,
        ])
        .on_window_event(|window, event| {
            window::close_when_saved(window, event);
            commands::verify::take_dropped(window, event);
        })
        .setup(move |app| {
            // An error must not leave this closure: the toolkit would end the program with a panic.
            if let Err(error) = begin(app.handle(), arguments) {
                say(&no_window(&error));
                app.handle().exit(1);
            }
            Ok(())
        })
        .build(context)
}

/// Opens the data on a thread of its own while the window is being drawn.
fn begin<R: Runtime>(app: &AppHandle<R>, arguments: Arguments) -> tauri::Result<()> {
    let folder = match &arguments.data_dir {
        Some(folder) => folder.clone(),
        None => app
            .path()
            .local_data_dir()?
            .join(if cfg!(target_os = "linux") {
                "fairlead"
            } else {
                "Fairlead"
            }),
    };
    let handle = app.clone();
    let sample = arguments.sample;
    std::thread::Builder::new()
        .name("start".into())
        .spawn(move || {
            let clock = platform::clock::of_this_program();
            let ports = Ports {
                clock: Arc::clone(&clock),
                keychain: Arc::new(SystemKeychain),
            };
            handle.state::<Product>().start(folder, ports, |fairlead| {
                if sample && let Err(error) = fairlead.begin_with_example() {
                    say_no_example(&error.message);
                }
            });
            if let Err(error) = remind(&handle, clock) {
                say(&format!(
                    "Fairlead: reminders stand in the list only: {error}"
                ));
            }
            background::check_autostart(&handle);
        })?;
    background::begin(app, arguments.data_dir, arguments.background)?;
    if !arguments.background {
        window::open(app, arguments.open.as_deref(), false)?;
    }
    Ok(())
}

/// Starts the two threads that look at the clock and show what is due.
fn remind<R: Runtime>(app: &AppHandle<R>, clock: Arc<dyn Clock>) -> std::io::Result<()> {
    let notifier = Notifier::start(app)?;
    app.manage(notifier.clone());
    timer::start(app, clock, notifier)
}

/// What of the window is as it was left: its size and place, not whether it could be seen.
fn remembered() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// Why there is no window, in words.
fn no_window(error: &tauri::Error) -> String {
    format!(
        "Fairlead could not open its window. Nothing was changed. It shows its pages with the web view of \
         the system (WebKitGTK on Linux, WebView2 on Windows): check that it is installed. The system says: {error}"
    )
}

/// A sentence for whoever started the program from a terminal.
pub(crate) fn say(sentence: &str) {
    // Nobody may be listening, and then there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// The answer to a question on the command line.
fn tell(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
