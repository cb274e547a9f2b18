//! The meeting fixed at the induction is the first session (R1). The two are kept in step both ways.

use super::{NewRow, civil_text, row, set, tell_calendars, usual_minutes, write_down};
use crate::domain::ids::RelationshipId;
use crate::domain::session::{Kind, Session, Stage};
use crate::domain::shared as shared_schema;
use crate::domain::shared::sessions as schema;
use crate::domain::zone::Zone;
use crate::error::Result;
use crate::record::Pen;
use crate::record::session::Sessions;
use crate::record::setup;
use crate::record::state::State;
use crate::store::Tx;
use chrono::NaiveDateTime;
use serde_json::{Value, json};

/// Brings the first session to what was fixed: makes it, moves it, or takes it away where fixing it was left for
/// later. One that was held, cancelled or missed stays as it is.
pub(crate) fn fix(tx: &Tx<'_>, pen: &mut Pen<'_, '_>, relationship: &RelationshipId) -> Result<()> {
    let (meeting, _) = setup::first_meeting(tx, relationship)?;
    let sessions = Sessions::load(tx, relationship)?;
    // One that was booked in a series keeps its place there.
    let (alone, booked): (Vec<&Session>, Vec<&Session>) = sessions
        .all()
        .iter()
        .filter(|session| session.kind == Kind::First)
        .partition(|session| session.series.is_empty());
    let present = alone.first().copied();
    match (meeting, present) {
        (Some(meeting), None) => {
            let state = State::load(tx, relationship)?;
            let new = NewRow {
                kind: Kind::First,
                starts_at: meeting.on.and_time(meeting.at),
                zone: Zone::named(&meeting.zone).unwrap_or_else(Zone::utc),
                minutes: usual_minutes(&state),
                method: meeting.method,
                place: meeting.place,
                topic: String::new(),
                state: Stage::Confirmed,
                held_minutes: None,
                series: String::new(),
                proposed_by: None,
            };
            write_down(pen, sessions.next_position(), &new)?;
            for session in booked.into_iter().filter(|session| session.is_open()) {
                set(pen, session, "kind", Kind::Regular.key())?;
            }
        }
        (Some(meeting), Some(session)) if session.is_open() => {
            let mut told = false;
            for (field, value) in row(json!({
                "starts_at": civil_text(meeting.on.and_time(meeting.at)),
                "zone": meeting.zone,
                "method": meeting.method,
                "place": meeting.place,
            })) {
                told |= set(pen, session, &field, value)?;
            }
            if told {
                tell_calendars(pen, session)?;
            }
        }
        (None, Some(session)) if session.is_open() => {
            pen.remove(&schema::SESSION, &session.id)?;
        }
        (Some(_) | None, Some(_)) | (None, None) => {}
    }
    Ok(())
}

/// The other way: the meeting fixed at the induction follows its session.
pub(super) fn follow(
    tx: &Tx<'_>,
    pen: &mut Pen<'_, '_>,
    relationship: &RelationshipId,
    session: &Session,
    starts_at: NaiveDateTime,
    zone: &str,
) -> Result<()> {
    if session.kind != Kind::First || setup::first_meeting(tx, relationship)?.0.is_none() {
        return Ok(());
    }
    for (field, value) in [
        ("on_date", starts_at.date().to_string()),
        ("at_time", starts_at.format("%H:%M").to_string()),
        ("zone", zone.to_owned()),
    ] {
        let record = &shared_schema::FIRST_MEETING;
        pen.set(record, "first", field, Value::from(value))?;
    }
    Ok(())
}
