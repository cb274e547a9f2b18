//! Asks again and again whether something is due. Never one long sleep: a sleep stands still while the
//! computer is suspended, and the wall clock may be set.

use crate::background::Presence;
use crate::platform::notifier::Notifier;
use crate::state::Product;
use crate::{background, window};
use fairlead_core::clock::Clock;
use std::sync::Arc;
use std::time::Duration;
use tauri::{AppHandle, Manager, Runtime};

/// The longest time between two looks at the clock, in seconds.
const LONGEST_PAUSE: i64 = 30;

/// A longer time between two looks than this, in seconds, means that the computer slept.
const LONGEST_GAP: i64 = 90;

/// Starts the thread that shows what is due, on a Fairlead that has started.
///
/// # Errors
/// Where the system has no thread left.
pub fn start<R: Runtime>(
    app: &AppHandle<R>,
    clock: Arc<dyn Clock>,
    notifier: Notifier,
) -> std::io::Result<()> {
    let presence = app.state::<Presence>();
    let app = app.clone();
    let timer = std::thread::Builder::new()
        .name("timer".into())
        .spawn(move || {
            let now = || clock.now().utc().timestamp();
            let (mut looked, mut day) = (now(), clock.now().date());
            loop {
                let due = app
                    .state::<Product>()
                    .with(|fairlead| Ok((fairlead.tick()?, fairlead.next_due()?)));
                // Without open data nothing can be due; the next look may find it open.
                let (toasts, next) = due.unwrap_or_default();
                if !toasts.is_empty() {
                    window::tell_changed(&app, &["reminders", "today"]);
                }
                for toast in toasts {
                    notifier.remind(toast);
                }
                background::refresh(&app);
                // Woken early it only looks once more.
                std::thread::park_timeout(pause(now(), next));
                let (woke, today) = (now(), clock.now().date());
                if slept(looked, woke) || today != day {
                    // Another day may have begun: what is on the screen counts from the old one.
                    window::tell_changed(&app, &["reminders", "today", "relationships"]);
                }
                (looked, day) = (woke, today);
            }
        })?;
    presence.keep_timer(timer.thread().clone());
    Ok(())
}

/// How long to wait before the next look: until something is due, at most 30 s.
fn pause(now: i64, next_due: Option<i64>) -> Duration {
    let until_due = next_due
        .map(|due| due.saturating_sub(now))
        .filter(|seconds| *seconds > 0);
    let seconds = until_due.unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE);
    Duration::from_secs(seconds.unsigned_abs())
}

/// Whether the computer slept between two looks, or its clock was set back.
fn slept(looked: i64, woke: i64) -> bool {
    woke < looked || woke.saturating_sub(looked) > LONGEST_GAP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pause_ends_when_something_is_due_and_after_half_a_minute_at_most() {
        for (next_due, seconds) in [
            (None, 30),
            (Some(1000), 30),
            (Some(900), 30),
            (Some(1001), 1),
            (Some(1030), 30),
            (Some(9999), 30),
        ] {
            assert_eq!(pause(1000, next_due).as_secs(), seconds, "{next_due:?}");
        }
    }

    #[test]
    fn a_long_gap_and_a_clock_set_back_count_as_sleep() {
        for (woke, expected) in [
            (1000, false),
            (1030, false),
            (1090, false),
            (1091, true),
            (999, true),
            (1_000_000, true),
        ] {
            assert_eq!(slept(1000, woke), expected, "{woke}");
        }
    }
}
