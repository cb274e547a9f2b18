//! The sessions of one relationship, typed. They are read by themselves and not with the agreement, which is read on
//! each keystroke.

use super::state::{date, maybe_text, number, text, yes_no};
use crate::domain::ids::RelationshipId;
use crate::domain::session::{self, CIVIL, Kind, Session, Stage};
use crate::domain::shared::sessions as schema;
use crate::domain::side::Side;
use crate::domain::zone::Zone;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde_json::Value;

/// All sessions of a relationship in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sessions(Vec<Session>);

pub(super) fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

pub(super) fn civil(row: &Row, name: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(&maybe_text(row, name)?, CIVIL).ok()
}

/// A session out of its row; none where it has no time.
fn session(id: String, row: &Row) -> Option<Session> {
    Some(Session {
        id,
        position: position(row),
        series: text(row, "series"),
        kind: Kind::from_key(&text(row, "kind")).unwrap_or_default(),
        starts_at: civil(row, "starts_at")?,
        zone: text(row, "zone"),
        minutes: number(row, "minutes").unwrap_or_default(),
        method: text(row, "method"),
        place: text(row, "place"),
        topic: text(row, "topic"),
        state: Stage::from_key(&text(row, "state")).unwrap_or_default(),
        held_minutes: number(row, "held_minutes"),
        sequence: number(row, "sequence").unwrap_or_default(),
        proposed_by: Side::from_key(&text(row, "proposed_by")),
    })
}

impl Sessions {
    /// Reads them.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut all: Vec<Session> = shared::rows(tx, &schema::SESSION, relationship)?
            .into_iter()
            .filter_map(|(id, row)| session(id, &row))
            .collect();
        session::arrange(&mut all);
        Ok(Self(all))
    }

    /// All of them, in the order of the instants for which they are planned.
    pub(crate) fn all(&self) -> &[Session] {
        &self.0
    }

    /// The one with this id.
    pub(crate) fn find(&self, id: &str) -> Option<&Session> {
        self.0.iter().find(|session| session.id == id)
    }

    /// Those that are still to be held and end after this instant, the next one first.
    pub(crate) fn upcoming(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Session> {
        self.0
            .iter()
            .filter(move |session| session.is_open() && session.end() > now)
    }

    /// Those that are over and of which nobody has said whether they were held.
    pub(crate) fn untold(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Session> {
        self.0
            .iter()
            .filter(move |session| session.is_open() && session.end() <= now)
    }

    /// The day of the first session held, from which the partnership counts (C11).
    pub(crate) fn partnership_start(&self) -> Option<NaiveDate> {
        session::partnership_start(&self.0)
    }

    /// The day of the first meeting: of the one that was held, else of the one that is planned (C11).
    pub(crate) fn first_meeting(&self) -> Option<NaiveDate> {
        let planned =
            |session: &&Session| session.kind == session::Kind::First && session.is_open();
        self.partnership_start()
            .or_else(|| Some(self.0.iter().find(planned)?.date()))
    }

    /// How many were cancelled or missed in a row, up to now (section 8).
    pub(crate) fn streak(&self) -> u32 {
        session::streak(&self.0)
    }

    /// How many were held, and their minutes.
    pub(crate) fn spent(&self) -> (u32, u32) {
        session::held(&self.0)
    }

    /// Its place among those that were not cancelled, from 1; none for a cancelled one.
    pub(crate) fn ordinal(&self, id: &str) -> Option<u32> {
        let at = self
            .0
            .iter()
            .filter(|session| session.state != Stage::Cancelled)
            .position(|session| session.id == id)?;
        u32::try_from(at + 1).ok()
    }

    /// The position of the next one that is written down.
    pub(crate) fn next_position(&self) -> i64 {
        self.0
            .iter()
            .map(|session| session.position + 1)
            .max()
            .unwrap_or_default()
    }
}

/// What a line of the ledger tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// The session got another time.
    Moved,
    /// The session was called off.
    Cancelled,
}

/// A line of the ledger (R20, R21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub id: String,
    pub position: i64,
    pub session: String,
    pub kind: Changed,
    pub side: Side,
    pub asked_on: NaiveDate,
    pub asked_at: Option<NaiveTime>,
    pub was_at: NaiveDateTime,
    pub was_zone: String,
    pub now_at: Option<NaiveDateTime>,
    pub now_zone: Option<String>,
    /// Whether somebody would have travelled.
    pub travel: bool,
    pub reason: String,
}

impl Change {
    /// Days between the day on which it was asked for and the day of the session as it was planned then.
    pub(crate) fn notice_days(&self) -> i64 {
        (self.was_at.date() - self.asked_on).num_days()
    }

    /// Hours of notice: to the minute where the time is known, else as whole days.
    pub(crate) fn notice_hours(&self) -> i64 {
        let Some(at) = self.asked_at else {
            return self.notice_days() * 24;
        };
        let zone = Zone::named(&self.was_zone).unwrap_or_else(Zone::utc);
        match (
            zone.instant(self.was_at),
            zone.instant(self.asked_on.and_time(at)),
        ) {
            (Some(was), Some(asked)) => (was - asked).num_minutes().div_euclid(60),
            _ => self.notice_days() * 24,
        }
    }
}

/// The ledger of a relationship, the oldest line first.
pub(crate) fn changes(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Change>> {
    let mut all: Vec<Change> = shared::rows(tx, &schema::SESSION_CHANGE, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Change {
                id,
                position: position(&row),
                session: text(&row, "session"),
                kind: if text(&row, "kind") == "moved" {
                    Changed::Moved
                } else {
                    Changed::Cancelled
                },
                side: Side::from_key(&text(&row, "side"))?,
                asked_on: date(&row, "asked_on")?,
                asked_at: maybe_text(&row, "asked_at")
                    .and_then(|at| NaiveTime::parse_from_str(&at, "%H:%M").ok()),
                was_at: civil(&row, "was_at")?,
                was_zone: text(&row, "was_zone"),
                now_at: civil(&row, "now_at"),
                now_zone: maybe_text(&row, "now_zone"),
                travel: yes_no(&row, "travel").unwrap_or_default(),
                reason: text(&row, "reason"),
            })
        })
        .collect();
    all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(all)
}
