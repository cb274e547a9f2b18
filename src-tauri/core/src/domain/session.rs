//! Sessions: their kinds and states, their order, and what follows from which of them were held
//! (section 8; R108 to R110, R129, C11). What is told of sessions here is told in their order.

use super::dates;
use super::side::Side;
use super::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a civil time is kept: `2026-03-25T14:00`.
pub const CIVIL: &str = "%Y-%m-%dT%H:%M";

/// What a session is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SessionKind")]
pub enum Kind {
    /// One like the others.
    #[default]
    Regular,
    /// The first meeting (R80).
    First,
    /// Career goal, situation and milestones, for one full session (R139).
    Milestones,
    /// Talking about obstacles after the 90-day check-up (R114).
    Obstacles,
    /// A periodic check-point (R115).
    CheckPoint,
    /// The evaluation at the mid-point (R116).
    MidPoint,
    /// The closing meeting (R122).
    Closing,
    /// Anything else.
    Other,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Regular,
        Self::First,
        Self::Milestones,
        Self::Obstacles,
        Self::CheckPoint,
        Self::MidPoint,
        Self::Closing,
        Self::Other,
    ];

    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::First => "first",
            Self::Milestones => "milestones",
            Self::Obstacles => "obstacles",
            Self::CheckPoint => "check_point",
            Self::MidPoint => "mid_point",
            Self::Closing => "closing",
            Self::Other => "other",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "Session",
            Self::First => "First meeting",
            Self::Milestones => "Milestones",
            Self::Obstacles => "Obstacles",
            Self::CheckPoint => "Check-point",
            Self::MidPoint => "Mid-point",
            Self::Closing => "Closing meeting",
            Self::Other => "Another occasion",
        }
    }

    /// Whether it is proposed face to face first, and by video with the camera on where the two work apart (R128).
    pub const fn in_person_first(self) -> bool {
        match self {
            Self::Obstacles | Self::CheckPoint | Self::MidPoint | Self::Closing => true,
            Self::Regular | Self::First | Self::Milestones | Self::Other => false,
        }
    }

    /// How such a session is proposed where nothing else is said (R128), by how the two work together; empty for those
    /// that are like any other.
    pub fn first_method(self, mode: Option<&str>) -> &'static str {
        match (self.in_person_first(), mode) {
            (false, _) => "",
            (true, Some("remote")) => "Video, camera on",
            (true, _) => "Face to face",
        }
    }
}

/// What became of a session.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SessionState")]
pub enum Stage {
    /// One of the two has proposed it.
    Proposed,
    /// Both have it in their diaries.
    #[default]
    Confirmed,
    /// It was held.
    Held,
    /// It was called off.
    Cancelled,
    /// It was neither held nor called off.
    Missed,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Proposed,
        Self::Confirmed,
        Self::Held,
        Self::Cancelled,
        Self::Missed,
    ];

    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
            Self::Missed => "missed",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "Proposed",
            Self::Confirmed => "In the diary",
            Self::Held => "Held",
            Self::Cancelled => "Cancelled",
            Self::Missed => "Missed",
        }
    }

    /// Whether nothing more is to come.
    pub const fn is_final(self) -> bool {
        match self {
            Self::Proposed | Self::Confirmed => false,
            Self::Held | Self::Cancelled | Self::Missed => true,
        }
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Id.
    pub id: String,
    /// The order in which sessions were written down.
    pub position: i64,
    /// What it was booked with, or nothing.
    pub series: String,
    /// What it is for.
    pub kind: Kind,
    /// Date and time on the wall in its zone, as planned now.
    pub starts_at: NaiveDateTime,
    /// Its IANA zone.
    pub zone: String,
    /// How long it is planned to be, in minutes.
    pub minutes: u32,
    /// How: face to face, a video call, by phone.
    pub method: String,
    /// Where, or the link.
    pub place: String,
    /// What it is about.
    pub topic: String,
    /// What became of it.
    pub state: Stage,
    /// How long it was, in minutes, once it was held.
    pub held_minutes: Option<u32>,
    /// How often a calendar had to be told of a change.
    pub sequence: u32,
    /// Who proposed it, where that was said.
    pub proposed_by: Option<Side>,
}

impl Session {
    /// Its zone; UTC where its name is not known here.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.zone).unwrap_or_else(Zone::utc)
    }

    /// The instant at which it begins.
    pub fn start(&self) -> DateTime<Utc> {
        self.zone()
            .instant(self.starts_at)
            .unwrap_or_else(|| self.starts_at.and_utc())
    }

    /// The instant at which it ends: by its real length once it was held, else by the planned one.
    pub fn end(&self) -> DateTime<Utc> {
        let minutes = self.held_minutes.unwrap_or(self.minutes);
        let start = self.start();
        start
            .checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
            .unwrap_or(start)
    }

    /// The day on the wall in its own zone.
    pub fn date(&self) -> NaiveDate {
        self.starts_at.date()
    }

    /// Whether it is still to be held.
    pub fn is_open(&self) -> bool {
        !self.state.is_final()
    }

    /// Whether it was held.
    pub fn is_held(&self) -> bool {
        self.state == Stage::Held
    }

    /// How long it was, in minutes: nothing unless it was held.
    pub fn spent(&self) -> u32 {
        if self.is_held() {
            self.held_minutes.unwrap_or(self.minutes)
        } else {
            0
        }
    }
}

/// Puts sessions in their order: by the instant they are planned for, then as they were written down.
pub fn arrange(sessions: &mut [Session]) {
    sessions.sort_by_cached_key(|session| (session.start(), session.position, session.id.clone()));
}

/// How many of the last planned sessions were cancelled or missed, one after the other (section 8, R110): the
/// trailing run among those that came to an end. One that was moved and then held was held.
pub fn streak(sessions: &[Session]) -> u32 {
    let run = sessions
        .iter()
        .rev()
        .filter(|session| session.state.is_final())
        .take_while(|session| !session.is_held())
        .count();
    u32::try_from(run).unwrap_or(u32::MAX)
}

/// The longest such run there ever was (R108).
pub fn longest_streak(sessions: &[Session]) -> u32 {
    let (mut longest, mut run) = (0_u32, 0_u32);
    for session in sessions.iter().filter(|session| session.state.is_final()) {
        run = if session.is_held() { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest
}

/// How serious a streak is (section 8): two are a notice, three a talk, four and more a flag (C13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StreakLevel {
    /// None or one: nothing to say.
    None,
    /// Two in a row.
    Notice,
    /// Three in a row.
    Talk,
    /// Four or more in a row.
    Flag,
}

impl StreakLevel {
    /// The level of a streak.
    pub const fn of(streak: u32) -> Self {
        match streak {
            0 | 1 => Self::None,
            2 => Self::Notice,
            3 => Self::Talk,
            _ => Self::Flag,
        }
    }
}

/// The day on which the partnership began: that of the first session held (C11). None until then; the connection date
/// stands in for it, as provisional.
pub fn partnership_start(sessions: &[Session]) -> Option<NaiveDate> {
    sessions
        .iter()
        .find(|session| session.is_held())
        .map(Session::date)
}

/// How many sessions were held, and how many minutes they took together.
pub fn held(sessions: &[Session]) -> (u32, u32) {
    sessions
        .iter()
        .filter(|session| session.is_held())
        .fold((0, 0), |(count, minutes), session| {
            (count + 1, minutes + session.spent())
        })
}

/// As [`held`], of the sessions on the days from `from` to `to`, both included.
pub fn held_between(sessions: &[Session], from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    sessions
        .iter()
        .filter(|session| session.is_held() && (from..=to).contains(&session.date()))
        .fold((0, 0), |(count, minutes), session| {
            (count + 1, minutes + session.spent())
        })
}

/// Minutes a mentor commits to in [`METER_DAYS`] (R129, C21).
pub const METER_TARGET: u32 = 60;
/// The days that the commitment meter looks back over, today among them.
pub const METER_DAYS: i64 = 30;

/// The commitment meter: minutes held in the thirty days that end with `today`, and the first of them (R129).
pub fn meter(sessions: &[Session], today: NaiveDate) -> (u32, NaiveDate) {
    let from = dates::add_days(today, 1 - METER_DAYS).unwrap_or(today);
    (held_between(sessions, from, today).1, from)
}

/// The meter of two who meet less often than the meter looks back (R129, C21): minutes held in one turn of their
/// rhythm, which ends with `today`, and what that comes to in [`METER_DAYS`]. None for a shorter rhythm.
pub fn meter_in_rhythm(
    sessions: &[Session],
    today: NaiveDate,
    interval: u32,
) -> Option<(u32, u32)> {
    let days = i64::from(interval);
    if days <= METER_DAYS {
        return None;
    }
    let from = dates::add_days(today, 1 - days)?;
    let minutes = held_between(sessions, from, today).1;
    let comes_to = i64::from(minutes) * METER_DAYS / days;
    Some((minutes, u32::try_from(comes_to).unwrap_or(u32::MAX)))
}

/// The day until which whoever called a session off proposes two new times: the third working day after the day of asking
/// (the clause on cancelled sessions).
pub fn new_times_by(asked: NaiveDate) -> NaiveDate {
    let (mut day, mut left) = (asked, 3);
    while left > 0 {
        let Some(next) = day.succ_opt() else {
            return day;
        };
        day = next;
        if dates::is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// Hours and minutes in words: `1 h 30 min`, `10 h`, `45 min`.
pub fn spent_words(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}
