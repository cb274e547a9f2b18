//! Time zones (R92). The only file that knows where zone rules come from: jiff, which reads the
//! system's data, because chrono-tz carries old data for long.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use jiff::tz::TimeZone;
use std::fmt;

/// An IANA time zone whose rules are known here.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Zone {
    /// The zone with this IANA name, for example `Europe/London`; none where it is not known.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() || name.len() > 64 {
            return None;
        }
        TimeZone::get(name)
            .ok()
            .filter(|zone| zone.iana_name().is_some())
            .map(Self)
    }

    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The computer's zone; UTC where the computer does not say.
    pub fn system() -> Self {
        let zone = TimeZone::system();
        if zone.iana_name().is_some() {
            Self(zone)
        } else {
            Self::utc()
        }
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// All names known here, in order, without the many old aliases that have no slash.
    pub fn names() -> Vec<String> {
        let mut names: Vec<String> = jiff::tz::db()
            .available()
            .map(|name| name.as_str().to_owned())
            .filter(|name| {
                name.contains('/')
                    && !name.starts_with("Etc/")
                    && !name.starts_with("posix/")
                    && !name.starts_with("right/")
            })
            .collect();
        names.push("UTC".to_owned());
        names.sort();
        names.dedup();
        names
    }

    /// What a clock on the wall shows in this zone at the instant `utc`.
    pub fn civil(&self, utc: DateTime<Utc>) -> NaiveDateTime {
        let seconds = i64::from(self.offset_seconds(utc));
        utc.naive_utc()
            .checked_add_signed(chrono::TimeDelta::seconds(seconds))
            .unwrap_or(utc.naive_utc())
    }

    /// Seconds east of UTC at the instant `utc`.
    pub fn offset_seconds(&self, utc: DateTime<Utc>) -> i32 {
        jiff::Timestamp::from_second(utc.timestamp())
            .map_or(0, |stamp| self.0.to_offset(stamp).seconds())
    }

    /// The instant at which a clock in this zone shows `civil`. A time that the clocks skip becomes
    /// the one after the gap; of a time they show twice the first is meant (RFC 5545's rule). None
    /// outside the years that can be reckoned with.
    pub fn instant(&self, civil: NaiveDateTime) -> Option<DateTime<Utc>> {
        use chrono::{Datelike, Timelike};
        let civil = jiff::civil::DateTime::new(
            i16::try_from(civil.year()).ok()?,
            i8::try_from(civil.month()).ok()?,
            i8::try_from(civil.day()).ok()?,
            i8::try_from(civil.hour()).ok()?,
            i8::try_from(civil.minute()).ok()?,
            i8::try_from(civil.second()).ok()?,
            0,
        )
        .ok()?;
        let stamp = self.0.to_ambiguous_timestamp(civil).compatible().ok()?;
        DateTime::from_timestamp(stamp.as_second(), 0)
    }

    /// The instant of `hour`:`minute` on `date` in this zone.
    pub fn at(&self, date: NaiveDate, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
        self.instant(date.and_hms_opt(hour, minute, 0)?)
    }
}
