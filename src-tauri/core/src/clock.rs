//! The port through which time enters. Nothing else in the core asks what time it is.

/// What a clock tells.
pub use crate::domain::moment::Moment;

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

/// The computer's wall clock, told in another zone: for the command line's `--zone`.
#[derive(Debug, Clone)]
pub struct ZonedClock(Zone);

impl ZonedClock {
    /// The wall clock in the zone with this IANA name.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn named(zone: &str) -> Result<Self, String> {
        zone_named(Some(zone)).map(Self)
    }
}

impl Clock for ZonedClock {
    fn now(&self) -> Moment {
        Moment::new(SystemClock.now().utc(), self.0.clone())
    }
}

fn zone_named(name: Option<&str>) -> Result<Zone, String> {
    match name {
        None => Ok(Zone::system()),
        Some(name) => Zone::named(name).ok_or_else(|| {
            format!("The time zone “{name}” is not known here. Nothing was changed. Take an IANA name, for example Europe/London.")
        }),
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

    /// A clock that stands at `at` (RFC 3339) in the zone with this IANA name, or in the computer's.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn reading(at: &str, zone: Option<&str>) -> Result<Self, String> {
        Ok(Self::new(Moment::read(at, zone_named(zone)?)?))
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
