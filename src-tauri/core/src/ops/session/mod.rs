//! Sessions: writing them down, and what becomes of them (R1, R20, R21, R90, R92).

mod agreed;
mod contingency;
mod deed;
mod first;
pub(crate) mod ics;
mod ledger;
pub(crate) mod pattern;
pub(crate) mod proposal;
pub(crate) mod series;
mod view;

pub(crate) use contingency::get as contingency;

pub(crate) use agreed::agree;
pub(crate) use deed::{add, cancel, change, confirm, hold, miss, remove, reopen, shift};
pub(crate) use first::fix as fix_first;
pub(crate) use view::{get, list, next};

use super::{Desk, Outcome};
use crate::api::session::Sessions as SessionsView;
use crate::domain::dates;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::session::{CIVIL, Kind, Session, Stage};
use crate::domain::shared::sessions as schema;
use crate::domain::side::{Role, Side};
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::session::{Change, Changed, Sessions, changes};
use crate::record::session_plan::{Pace, Proposal, paces, proposals};
use crate::record::state::State;
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDateTime;
use serde_json::{Value, json};

/// What is asked again when sessions change.
pub(crate) const CHANGED: &[&str] = &["sessions", "today", "relationships"];

/// How long a session is where nothing was agreed, in minutes (R129).
const USUAL_MINUTES: u32 = 60;

/// The most sessions that a relationship has: a weekly one for twenty years fits in.
const MOST: usize = 2_000;

/// A relationship with its sessions, opened for one of its two people.
pub(crate) struct Opened {
    pub relationship: RelationshipId,
    pub role: Role,
    pub state: State,
    pub sessions: Sessions,
    pub changes: Vec<Change>,
    pub proposals: Vec<Proposal>,
    pub paces: Vec<Pace>,
}

impl Opened {
    /// Opens it; see [`super::find_own`] for who may.
    pub(crate) fn of(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let agreement = super::Opened::of(tx, relationship)?;
        Ok(Self {
            sessions: Sessions::load(tx, &agreement.relationship)?,
            changes: changes(tx, &agreement.relationship)?,
            proposals: proposals(tx, &agreement.relationship)?,
            paces: paces(tx, &agreement.relationship)?,
            relationship: agreement.relationship,
            role: agreement.role,
            state: agreement.state,
        })
    }

    /// The pen for a deed of this name.
    pub(crate) fn pen<'t, 'c>(
        &self,
        tx: &'t Tx<'c>,
        desk: &Desk<'_>,
        deed: impl Into<String>,
    ) -> Pen<'t, 'c> {
        Pen::new(tx, &self.relationship, self.role, &desk.now, deed)
    }

    /// One of its sessions.
    pub(crate) fn session(&self, id: &SessionId) -> Result<&Session> {
        self.sessions.find(id.as_str()).ok_or_else(|| {
            Error::field(
                "not_found",
                "session",
                "This session is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
    }

    /// The owner's side. Whoever may open it has one.
    pub(crate) fn side(&self) -> Side {
        self.role.side().unwrap_or(Side::Mentee)
    }

    /// The zone in which one of the two lives.
    pub(crate) fn zone_of(&self, side: Side) -> Zone {
        zone_of(&self.state, side)
    }

    /// How often a session was moved (R20).
    pub(crate) fn moves(&self, session: &str) -> u32 {
        let moves = self
            .changes
            .iter()
            .filter(|change| change.session == session && change.kind == Changed::Moved)
            .count();
        u32::try_from(moves).unwrap_or(u32::MAX)
    }

    /// How long the two agreed to meet, in minutes.
    pub(crate) fn usual_minutes(&self) -> u32 {
        usual_minutes(&self.state)
    }
}

fn zone_of(state: &State, side: Side) -> Zone {
    Zone::named(&state.person(side).zone).unwrap_or_else(Zone::utc)
}

fn usual_minutes(state: &State) -> u32 {
    state
        .terms
        .pattern()
        .map_or(USUAL_MINUTES, |pattern| pattern.minutes)
}

/// A session that is written down.
pub(crate) struct NewRow {
    pub kind: Kind,
    pub starts_at: NaiveDateTime,
    pub zone: Zone,
    pub minutes: u32,
    pub method: String,
    pub place: String,
    pub topic: String,
    pub state: Stage,
    pub held_minutes: Option<u32>,
    pub series: String,
    pub proposed_by: Option<Side>,
}

impl NewRow {
    fn fields(&self, position: i64) -> Row {
        row(json!({
            "position": position,
            "series": self.series,
            "kind": self.kind.key(),
            "starts_at": civil_text(self.starts_at),
            "zone": self.zone.name(),
            "minutes": self.minutes,
            "method": self.method,
            "place": self.place,
            "topic": self.topic,
            "state": self.state.key(),
            "held_minutes": self.held_minutes,
            "proposed_by": self.proposed_by.map_or("", Side::key),
        }))
    }
}

/// Writes a session down. Every part of the program that makes a session does it here.
pub(crate) fn write_down(pen: &mut Pen<'_, '_>, position: i64, new: &NewRow) -> Result<SessionId> {
    let id = SessionId::new();
    pen.create(&schema::SESSION, id.as_str(), new.fields(position))?;
    Ok(id)
}

pub(super) fn row(value: Value) -> Row {
    match value {
        Value::Object(row) => row,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Row::new()
        }
    }
}

/// A civil time as the store keeps it.
pub(super) fn civil_text(civil: NaiveDateTime) -> String {
    civil.format(CIVIL).to_string()
}

/// Sets one field of a session.
pub(super) fn set(
    pen: &mut Pen<'_, '_>,
    session: &Session,
    field: &str,
    value: impl Into<Value>,
) -> Result<bool> {
    pen.set(&schema::SESSION, &session.id, field, value.into())
}

/// Counts that calendars which have the session must be told of a change.
pub(super) fn tell_calendars(pen: &mut Pen<'_, '_>, session: &Session) -> Result<()> {
    set(pen, session, "sequence", session.sequence + 1)?;
    Ok(())
}

/// What a session is called in the name of a deed: `the session on Wednesday 17 June 2026`.
pub(super) fn called(session: &Session) -> String {
    let what = match session.kind {
        Kind::First => "the first meeting",
        Kind::Closing => "the closing meeting",
        Kind::Regular
        | Kind::Milestones
        | Kind::Obstacles
        | Kind::CheckPoint
        | Kind::MidPoint
        | Kind::Other => "the session",
    };
    format!("{what} on {}", dates::long(session.date()))
}

/// The answer of a deed: all sessions as they are now.
pub(super) fn answer(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    now: &Moment,
    id: Option<SessionId>,
) -> Result<Outcome<SessionsView>> {
    let mut output = view::all(&Opened::of(tx, relationship)?, now);
    output.id = id;
    Ok(Outcome::changed(output, CHANGED))
}
