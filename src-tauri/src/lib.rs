//! The shell: the one window of Fairlead, and what only a program on a desktop can do. All that
//! Fairlead knows is in `fairlead-core`; the shell passes it on.

pub mod arguments;
pub mod commands;
pub mod error;
pub mod locale;
pub mod navigation;
pub mod platform;
pub mod saved;
pub mod window;

use arguments::{Arguments, Asked};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use tauri::{App, Builder, Context, Runtime};

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
    match build(Builder::default(), context(), arguments) {
        Ok(app) => match u8::try_from(app.run_return(|_, _| {})) {
            Ok(code) => ExitCode::from(code),
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            say(&no_window(&error));
            ExitCode::FAILURE
        }
    }
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
    builder
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::raise(app)
        }))
        .plugin(navigation::guard())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .invoke_handler(tauri::generate_handler![
            commands::call::call,
            commands::clipboard::copy_text,
            commands::session::environment,
            commands::session::first_screen,
            commands::session::quit,
        ])
        .setup(move |app| {
            // An error must not leave this closure: the toolkit would end the program with a panic.
            if let Err(error) = window::open(app.handle(), arguments.background) {
                say(&no_window(&error));
                app.handle().exit(1);
            }
            Ok(())
        })
        .build(context)
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
