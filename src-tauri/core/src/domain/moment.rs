//! A moment: an instant together with the zone of the person who lived it.

use super::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, Utc};

/// An instant and the IANA zone in which it is told, to the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    utc: DateTime<Utc>,
    zone: Zone,
}

impl Moment {
    /// The instant `utc`, told in `zone`.
    pub fn new(utc: DateTime<Utc>, zone: Zone) -> Self {
        Self {
            utc: utc.trunc_subsecs(0),
            zone,
        }
    }

    /// Reads an instant as `2026-12-18T10:00:00Z` (RFC 3339), told in `zone`.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn read(text: &str, zone: Zone) -> Result<Self, String> {
        DateTime::parse_from_rfc3339(text.trim()).map(|instant| Self::new(instant.to_utc(), zone)).map_err(|_| {
            "This could not be read as a date and time. Nothing was changed. Type it like 2026-12-18T10:00:00Z.".to_owned()
        })
    }

    /// The instant.
    pub const fn utc(&self) -> DateTime<Utc> {
        self.utc
    }

    /// The zone.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Date and time on the wall.
    pub fn civil(&self) -> NaiveDateTime {
        self.zone.civil(self.utc)
    }

    /// The date on the wall.
    pub fn date(&self) -> NaiveDate {
        self.civil().date()
    }

    /// Seconds east of UTC.
    pub fn offset_seconds(&self) -> i32 {
        self.zone.offset_seconds(self.utc)
    }

    /// As the store keeps it: civil time, offset and zone, for example
    /// `2026-03-30T10:00:00+01:00[Europe/London]` (RFC 9557).
    pub fn to_text(&self) -> String {
        let offset = self.offset_seconds();
        let (sign, abs) = if offset < 0 {
            ('-', offset.unsigned_abs())
        } else {
            ('+', offset.unsigned_abs())
        };
        format!(
            "{}{sign}{:02}:{:02}[{}]",
            self.civil().format("%Y-%m-%dT%H:%M:%S"),
            abs / 3600,
            abs % 3600 / 60,
            self.zone.name()
        )
    }

    /// The moment without its zone: `2026-03-30T10:00:00+01:00` (RFC 3339).
    pub fn rfc3339(&self) -> String {
        let text = self.to_text();
        text.split_once('[')
            .map_or_else(|| text.clone(), |(stamp, _)| stamp.to_owned())
    }

    /// Reads what [`Moment::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let (stamp, zone) = text.strip_suffix(']')?.split_once('[')?;
        let utc = DateTime::parse_from_rfc3339(stamp).ok()?.to_utc();
        Some(Self::new(utc, Zone::named(zone).unwrap_or_else(Zone::utc)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips_over_the_clock_change() {
        for text in [
            "2026-03-29T00:59:59+00:00[Europe/London]",
            "2026-03-29T02:00:00+01:00[Europe/London]",
            "2026-10-25T01:30:00+01:00[Europe/London]",
            "2026-10-25T01:30:00+00:00[Europe/London]",
            "2026-07-01T12:00:00+05:30[Asia/Kolkata]",
            "2026-07-01T12:00:00-04:00[America/Toronto]",
        ] {
            assert_eq!(
                Moment::from_text(text).map(|m| m.to_text()).as_deref(),
                Some(text)
            );
        }
    }
}
