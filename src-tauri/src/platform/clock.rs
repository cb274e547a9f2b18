//! Where the window takes the time from.

use fairlead_core::clock::{Clock, SystemClock};
use std::sync::Arc;

/// The computer's clock. A build for development follows a file instead where `FAIRLEAD_CLOCK_FILE` names one:
/// the months of a relationship can be played in it. A release knows no such file.
pub fn of_this_program() -> Arc<dyn Clock> {
    #[cfg(debug_assertions)]
    if let Some(path) = std::env::var_os("FAIRLEAD_CLOCK_FILE") {
        return Arc::new(told::FileClock::new(path.into()));
    }
    Arc::new(SystemClock)
}

#[cfg(debug_assertions)]
mod told {
    use fairlead_core::clock::{Clock, Moment, SystemClock};
    use std::path::PathBuf;

    /// A clock that stands at the moment (RFC 3339) a file tells, until the file tells another one.
    #[derive(Debug)]
    pub struct FileClock {
        path: PathBuf,
    }

    impl FileClock {
        /// A clock that looks into the file at each question.
        pub fn new(path: PathBuf) -> Self {
            Self { path }
        }
    }

    impl Clock for FileClock {
        /// Without a readable moment in the file: the computer's.
        fn now(&self) -> Moment {
            std::fs::read_to_string(&self.path)
                .ok()
                .and_then(|text| Moment::read(text.trim(), SystemClock.now().zone().clone()).ok())
                .unwrap_or_else(|| SystemClock.now())
        }
    }
}
