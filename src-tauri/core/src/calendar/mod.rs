//! Calendar files (RFC 5545), to be read by other people's programs. Written here and never read: a session is one
//! event in UTC, with an id that stays and a number that counts its changes, so that a calendar that has the event
//! already changes it instead of showing it twice (R143). No time zones travel, which half of the programs read wrongly,
//! and no METHOD, which asks for an organiser.
//!
//! Nothing private can get here: entries are made of sessions, people's names and events of the programme.

mod line;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use line::{property, text};

/// When an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From an instant on, for so many minutes.
    At(DateTime<Utc>, u32),
    /// A whole day, wherever one is.
    Day(NaiveDate),
}

/// How sure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Only proposed.
    Tentative,
    /// In the diary.
    Confirmed,
    /// Called off: calendars take it out.
    Cancelled,
}

impl Status {
    const fn word(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// An event of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id in every calendar, for ever.
    pub uid: String,
    /// How often it was changed.
    pub sequence: u32,
    /// When it is.
    pub when: When,
    /// What it is called.
    pub summary: String,
    /// Where it is, or nothing.
    pub location: String,
    /// What else is said of it, or nothing.
    pub description: String,
    /// How sure it is.
    pub status: Status,
}

const INSTANT: &str = "%Y%m%dT%H%M%SZ";
const DAY: &str = "%Y%m%d";

/// The text of a calendar file with these events, written at an instant.
pub fn write(entries: &[Entry], now: DateTime<Utc>) -> String {
    let mut file = String::new();
    for head in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fairlead//Fairlead//EN",
        "CALSCALE:GREGORIAN",
    ] {
        property(&mut file, head);
    }
    for entry in entries {
        event(&mut file, entry, now);
    }
    property(&mut file, "END:VCALENDAR");
    file
}

fn event(file: &mut String, entry: &Entry, now: DateTime<Utc>) {
    property(file, "BEGIN:VEVENT");
    property(file, &format!("UID:{}", text(&entry.uid)));
    property(file, &format!("DTSTAMP:{}", now.format(INSTANT)));
    match entry.when {
        When::At(start, minutes) => {
            let end = start
                .checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
                .unwrap_or(start);
            property(file, &format!("DTSTART:{}", start.format(INSTANT)));
            property(file, &format!("DTEND:{}", end.format(INSTANT)));
        }
        When::Day(day) => {
            let next = day.succ_opt().unwrap_or(day);
            property(file, &format!("DTSTART;VALUE=DATE:{}", day.format(DAY)));
            property(file, &format!("DTEND;VALUE=DATE:{}", next.format(DAY)));
        }
    }
    property(file, &format!("SUMMARY:{}", text(&entry.summary)));
    for (name, value) in [
        ("LOCATION", &entry.location),
        ("DESCRIPTION", &entry.description),
    ] {
        if !value.is_empty() {
            property(file, &format!("{name}:{}", text(value)));
        }
    }
    property(file, &format!("SEQUENCE:{}", entry.sequence));
    property(file, &format!("STATUS:{}", entry.status.word()));
    property(file, "END:VEVENT");
}
