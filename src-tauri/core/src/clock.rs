//! The port through which time enters. Nothing else in the core asks what time it is.

use crate::domain::moment::Moment;
use crate::domain::zone::Zone;
use std::sync::Mutex;

/// Tells what time it is, and where.
pub trait Clock: Send + Sync {
    /// The present moment in the user's own time zone.
    fn now(&self) -> Moment;
}

/// The computer's wall clock and time zone.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
    fn now(&self) -> Moment {
        Moment::new(std::time::SystemTime::now().into(), Zone::system())
    }
}

/// A clock that stands where it was set: for the command line's `--at` and for tests.
#[derive(Debug)]
pub struct SetClock(Mutex<Moment>);

impl SetClock {
    /// A clock that shows `moment`.
    pub fn new(moment: Moment) -> Self {
        Self(Mutex::new(moment))
    }

    /// Moves the hands.
    pub fn set(&self, moment: Moment) {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = moment;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }
}
