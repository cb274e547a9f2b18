//! Starting the program anew in its own place: the same process, without what the window and its web view have left
//! in it. The toolkits of a desktop give back little of what they loaded for a window that is gone.

use std::ffi::OsString;
use std::io;

/// Whether this system can, and the program file is still where it was started from.
pub fn is_possible() -> bool {
    cfg!(target_os = "linux") && std::env::current_exe().is_ok_and(|program| program.is_file())
}

/// Starts the program anew with these words. It comes back only where that failed.
#[cfg(target_os = "linux")]
pub fn begin(words: &[OsString]) -> io::Error {
    use std::os::unix::process::CommandExt;
    match std::env::current_exe() {
        Ok(program) => std::process::Command::new(program).args(words).exec(),
        Err(error) => error,
    }
}

/// Starts the program anew with these words. It comes back only where that failed.
#[cfg(not(target_os = "linux"))]
pub fn begin(_: &[OsString]) -> io::Error {
    io::ErrorKind::Unsupported.into()
}

/// Ends the helper that a web view leaves behind, and waits for those that end with it. They would all end by
/// themselves when this program starts anew, but then nobody would take note of it.
#[cfg(target_os = "linux")]
pub fn end_helpers() {
    use rustix::process::{Pid, Signal, kill_process};
    use std::time::{Duration, Instant};

    // Only the one that outlives its window, and that a window opened in this moment starts again.
    for (process, name) in helpers() {
        if let Some(process) = Pid::from_raw(process)
            && name.contains("(WebKitNetwork")
        {
            // One that is gone already is what is wanted.
            let _ = kill_process(process, Signal::TERM);
        }
    }
    #[expect(clippy::disallowed_methods, reason = "measures a duration")]
    let began = Instant::now();
    while !helpers().is_empty() && began.elapsed() < Duration::from_secs(3) {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Ends the helpers that a web view has left behind.
#[cfg(not(target_os = "linux"))]
pub const fn end_helpers() {}

/// The processes of the web view that this one started: number and name.
#[cfg(target_os = "linux")]
fn helpers() -> Vec<(i32, String)> {
    let own = std::process::id().to_string();
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // number (name) state parent …; the name may hold anything, a bracket too.
            let (name, rest) = stat.rsplit_once(')')?;
            let ours = rest.split_whitespace().nth(1) == Some(own.as_str());
            (ours && name.contains("(WebKit")).then(|| (process, name.to_owned()))
        })
        .collect()
}
