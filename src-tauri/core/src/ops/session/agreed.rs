//! A session that the two agreed on in a contact which one of them writes down.

use super::deed::{free, read_minutes, room_for};
use super::{NewRow, Opened, write_down};
use crate::api::contact_log::AgreedSession;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::session::{Kind, Stage};
use crate::error::{Error, Result};
use crate::ops::contact::read_time;
use crate::ops::{address, optional_line, read_date};
use crate::record::Pen;
use crate::store::Tx;

fn read(opened: &Opened, agreed: &AgreedSession) -> Result<NewRow> {
    let at = |name: &str| format!("session.{name}");
    let minutes = match agreed.minutes {
        Some(minutes) => read_minutes(&at("minutes"), minutes)?,
        None => opened.usual_minutes(),
    };
    let place = match agreed.place.as_deref() {
        Some(place) => address(&at("place"), "place", place)?,
        None => opened.state.terms.meeting_place.clone().unwrap_or_default(),
    };
    let none_yet = opened
        .sessions
        .all()
        .iter()
        .all(|session| session.state == Stage::Cancelled);
    Ok(NewRow {
        kind: if none_yet { Kind::First } else { Kind::Regular },
        starts_at: read_date(&at("on"), &agreed.on)?.and_time(read_time(&at("at"), &agreed.at)?),
        zone: opened.zone_of(opened.side()),
        minutes,
        method: optional_line(
            &at("method"),
            "way to meet",
            agreed.method.as_deref().unwrap_or_default(),
        )?,
        place,
        topic: optional_line(
            &at("topic"),
            "topic",
            agreed.topic.as_deref().unwrap_or_default(),
        )?,
        state: Stage::Confirmed,
        held_minutes: None,
        series: String::new(),
        proposed_by: None,
    })
}

/// Puts the session into both diaries, in the deed that writes the contact down (R18, J1).
pub(crate) fn agree(
    tx: &Tx<'_>,
    pen: &mut Pen<'_, '_>,
    relationship: &RelationshipId,
    agreed: &AgreedSession,
) -> Result<SessionId> {
    let opened = Opened::of(tx, relationship)?;
    let new = read(&opened, agreed)?;
    room_for(&opened, 1)?;
    free(&opened, &new).map_err(|error| match error {
        Error::Refused(mut refusal) => {
            refusal.field = Some("session.on".to_owned());
            Error::Refused(refusal)
        }
        other @ (Error::Paper(_) | Error::Internal(_)) => other,
    })?;
    write_down(pen, opened.sessions.next_position(), &new)
}
