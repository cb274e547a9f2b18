//! What is done with a session: written down, changed, confirmed, held, missed, cancelled, moved.

use super::ledger::{Asked, Typed};
use super::{
    MOST, NewRow, Opened, answer, called, civil_text, contingency, first, set, tell_calendars,
    write_down,
};
use crate::api::session::{
    CancelSession, ChangeSession, ConfirmSessions, HoldSession, MoveSession, NewSession,
    Sessions as SessionsView, WhichSession,
};
use crate::domain::dates;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::session::{Kind, Session, Stage};
use crate::domain::shared::sessions as schema;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::ops::contact::read_time;
use crate::ops::profile::read_zone;
use crate::ops::{Desk, Outcome, address, optional_line, read_date};
use crate::record::Pen;
use crate::record::session::Changed;
use crate::store::Tx;
use serde_json::Value;

/// The longest session, in minutes: a day.
const LONGEST: u32 = 24 * 60;

/// Reads a length in minutes.
pub(super) fn read_minutes(field: &str, minutes: u32) -> Result<u32> {
    if (1..=LONGEST).contains(&minutes) {
        return Ok(minutes);
    }
    Err(Error::field(
        "out_of_range",
        field,
        format!(
            "A session lasts from 1 to {LONGEST} minutes, not {minutes}. Nothing was changed. Enter its length in minutes."
        ),
    ))
}

fn maybe_line(field: &str, what: &str, text: Option<&str>) -> Result<Option<String>> {
    text.map(|text| optional_line(field, what, text))
        .transpose()
}

fn maybe_minutes(field: &str, minutes: Option<u32>) -> Result<Option<u32>> {
    minutes
        .map(|minutes| read_minutes(field, minutes))
        .transpose()
}

/// Refuses what would be held before its day.
fn has_come(desk: &Desk<'_>, field: &str, start: &Session) -> Result<()> {
    let today = start.zone().civil(desk.now.utc()).date();
    if start.date() <= today {
        return Ok(());
    }
    Err(Error::field(
        "in_the_future",
        field,
        format!(
            "{} has not come yet. Nothing was changed. Say after the session what became of it, or move it to the day on which it was held.",
            dates::long(start.date())
        ),
    ))
}

/// Writes a session down.
pub(crate) fn add(desk: &Desk<'_>, request: NewSession) -> Result<Outcome<SessionsView>> {
    let starts_at = read_date("on", &request.on)?.and_time(read_time("at", &request.at)?);
    let minutes = maybe_minutes("minutes", request.minutes)?;
    let held_minutes = maybe_minutes("heldMinutes", request.held_minutes)?;
    let method = optional_line(
        "method",
        "way to meet",
        request.method.as_deref().unwrap_or_default(),
    )?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "place", place))
        .transpose()?;
    let topic = optional_line(
        "topic",
        "topic",
        request.topic.as_deref().unwrap_or_default(),
    )?;
    let state = request.state.unwrap_or(if held_minutes.is_some() {
        Stage::Held
    } else {
        Stage::Confirmed
    });
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let by = request.proposed_by.unwrap_or(opened.side());
        let own = opened.zone_of(request.side.unwrap_or(opened.side()));
        let zone = read_zone("zone", request.zone.as_deref().unwrap_or_default(), &own)?;
        let none_yet = opened
            .sessions
            .all()
            .iter()
            .all(|session| session.state == Stage::Cancelled);
        let minutes = minutes.unwrap_or(opened.usual_minutes());
        let kind = request
            .kind
            .unwrap_or(if none_yet { Kind::First } else { Kind::Regular });
        // Of what has been nothing is made up.
        let method = if method.is_empty() && matches!(state, Stage::Proposed | Stage::Confirmed) {
            kind.first_method(opened.state.terms.mode.as_deref())
                .to_owned()
        } else {
            method
        };
        let new = NewRow {
            kind,
            starts_at,
            zone,
            minutes,
            method,
            place: place
                .unwrap_or_else(|| opened.state.terms.meeting_place.clone().unwrap_or_default()),
            topic,
            state,
            held_minutes: (state == Stage::Held).then(|| held_minutes.unwrap_or(minutes)),
            series: String::new(),
            proposed_by: Some(by),
        };
        room_for(&opened, 1)?;
        free(&opened, &new)?;
        if matches!(state, Stage::Held | Stage::Missed) {
            has_come(desk, "on", &as_session(&new))?;
        }
        let deed = format!("adding {}", called(&as_session(&new)));
        let mut pen = opened.pen(tx, desk, deed);
        let id = write_down(&mut pen, opened.sessions.next_position(), &new)?;
        answer(tx, &opened.relationship, &desk.now, Some(id))
    })
}

/// The session that a new row would be.
pub(super) fn as_session(new: &NewRow) -> Session {
    Session {
        id: String::new(),
        position: 0,
        series: new.series.clone(),
        kind: new.kind,
        starts_at: new.starts_at,
        zone: new.zone.name().to_owned(),
        minutes: new.minutes,
        method: new.method.clone(),
        place: new.place.clone(),
        topic: new.topic.clone(),
        state: new.state,
        held_minutes: new.held_minutes,
        sequence: 0,
        proposed_by: new.proposed_by,
    }
}

pub(super) fn room_for(opened: &Opened, more: usize) -> Result<()> {
    if opened.sessions.all().len() + more > MOST {
        return Err(Error::refused(
            "too_many",
            format!(
                "There would be more than {MOST} sessions. Nothing was changed. Remove some that were written down by mistake first."
            ),
        ));
    }
    Ok(())
}

/// Refuses a second session that begins at the same instant, which is the first one typed twice.
pub(super) fn free(opened: &Opened, new: &NewRow) -> Result<()> {
    let start = as_session(new).start();
    if opened
        .sessions
        .all()
        .iter()
        .any(|session| session.state != Stage::Cancelled && session.start() == start)
    {
        return Err(Error::field(
            "exists",
            "on",
            format!(
                "There is a session on {} at {} already. Nothing was changed. Choose another time, or change that one.",
                dates::long(new.starts_at.date()),
                new.starts_at.format("%H:%M")
            ),
        ));
    }
    Ok(())
}

/// Opens the relationship, finds the session and takes up the pen for a deed called after it.
fn with_session(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &SessionId,
    doing: &str,
    deed: impl FnOnce(&Tx<'_>, &mut Pen<'_, '_>, &Opened, &Session) -> Result<()>,
) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, relationship)?;
        let session = opened.session(id)?;
        let mut pen = opened.pen(tx, desk, format!("{doing} {}", called(session)));
        deed(tx, &mut pen, &opened, session)?;
        answer(tx, &opened.relationship, &desk.now, None)
    })
}

/// As [`with_session`], for a move or a cancellation: what the two agreed for such a case is offered with the answer (R70).
fn with_change(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &SessionId,
    doing: &str,
    typed: &Typed<'_>,
    deed: impl FnOnce(&Tx<'_>, &mut Pen<'_, '_>, &Opened, &Session, &Asked) -> Result<()>,
) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, relationship)?;
        let session = opened.session(id)?;
        if session.state.is_final() {
            return Err(came_to_an_end(session));
        }
        let asked = Asked::read(typed, &opened, session, &desk.now)?;
        let mut pen = opened.pen(tx, desk, format!("{doing} {}", called(session)));
        deed(tx, &mut pen, &opened, session, &asked)?;
        let mut outcome = answer(tx, &opened.relationship, &desk.now, None)?;
        let after = Opened::of(tx, &opened.relationship)?;
        outcome.output.contingency = Some(contingency::of(
            &opened,
            after.session(id)?,
            &asked.change(session),
            after.moves(&session.id),
            &desk.now,
        ));
        Ok(outcome)
    })
}

/// Changes what a session is about, or puts its time right.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeSession) -> Result<Outcome<SessionsView>> {
    let method = maybe_line("method", "way to meet", request.method.as_deref())?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "place", place))
        .transpose()?;
    let topic = maybe_line("topic", "topic", request.topic.as_deref())?;
    let minutes = maybe_minutes("minutes", request.minutes)?;
    let held_minutes = maybe_minutes("heldMinutes", request.held_minutes)?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_date("on", on))
        .transpose()?;
    let at = request
        .at
        .as_deref()
        .map(|at| read_time("at", at))
        .transpose()?;
    with_session(
        desk,
        &request.relationship,
        &request.session,
        "changing",
        |tx, pen, opened, session| {
            pen.goes_on();
            if let Some(kind) = request.kind {
                set(pen, session, "kind", kind.key())?;
            }
            if let Some(topic) = topic {
                set(pen, session, "topic", topic)?;
            }
            if let Some(minutes) = held_minutes {
                if !session.is_held() {
                    return Err(Error::field(
                        "not_held",
                        "heldMinutes",
                        "This session was not held yet. Nothing was changed. Say first that it was.",
                    ));
                }
                set(pen, session, "held_minutes", minutes)?;
            }
            let mut told = false;
            if let Some(method) = method {
                told |= set(pen, session, "method", method)?;
            }
            if let Some(place) = place {
                told |= set(pen, session, "place", place)?;
            }
            if let Some(minutes) = minutes {
                told |= set(pen, session, "minutes", minutes)?;
            }
            let starts_at = on
                .unwrap_or(session.date())
                .and_time(at.unwrap_or(session.starts_at.time()));
            if set(pen, session, "starts_at", civil_text(starts_at))? {
                told = true;
                let mut moved = session.clone();
                moved.starts_at = starts_at;
                if session.is_held() {
                    has_come(desk, "on", &moved)?;
                }
                first::follow(
                    tx,
                    pen,
                    &opened.relationship,
                    session,
                    starts_at,
                    &session.zone,
                )?;
            }
            if told {
                tell_calendars(pen, session)?;
            }
            Ok(())
        },
    )
}

/// Puts proposed sessions into both diaries: one, or all of a series. Those that are there already stay.
pub(crate) fn confirm(desk: &Desk<'_>, request: ConfirmSessions) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let chosen: Vec<&Session> = match (&request.session, &request.series) {
            (Some(id), _) => vec![opened.session(id)?],
            (None, Some(series)) => opened
                .sessions
                .all()
                .iter()
                .filter(|session| session.series == series.as_str())
                .collect(),
            (None, None) => Vec::new(),
        };
        let Some(one) = chosen.first() else {
            return Err(Error::field(
                "empty",
                "session",
                "Nothing was named that could be confirmed. Nothing was changed. Name a session or a series.",
            ));
        };
        if chosen.len() == 1 && one.state.is_final() {
            return Err(came_to_an_end(one));
        }
        let deed = if chosen.len() == 1 {
            format!("confirming {}", called(one))
        } else {
            format!("confirming {} sessions", chosen.len())
        };
        let mut pen = opened.pen(tx, desk, deed);
        for session in chosen {
            if session.state == Stage::Proposed {
                set(&mut pen, session, "state", Stage::Confirmed.key())?;
                tell_calendars(&mut pen, session)?;
            }
        }
        answer(tx, &opened.relationship, &desk.now, None)
    })
}

/// The refusal where a session was held, cancelled or missed already.
fn came_to_an_end(session: &Session) -> Error {
    let what = match session.state {
        Stage::Held => "was held",
        Stage::Cancelled => "was cancelled",
        Stage::Missed | Stage::Proposed | Stage::Confirmed => "was missed",
    };
    Error::field(
        "came_to_an_end",
        "session",
        format!(
            "The session on {} {what}. Nothing was changed. If that is not so, take it back first with session.reopen.",
            dates::long(session.date())
        ),
    )
}

/// Says that a session was held, and how long it was. Said again, it puts the minutes right.
pub(crate) fn hold(desk: &Desk<'_>, request: HoldSession) -> Result<Outcome<SessionsView>> {
    let minutes = maybe_minutes("minutes", request.minutes)?;
    with_session(
        desk,
        &request.relationship,
        &request.session,
        "holding",
        |_, pen, _, session| {
            if session.state == Stage::Cancelled {
                return Err(came_to_an_end(session));
            }
            has_come(desk, "session", session)?;
            set(pen, session, "state", Stage::Held.key())?;
            let minutes = minutes.or(session.held_minutes).unwrap_or(session.minutes);
            set(pen, session, "held_minutes", minutes)?;
            Ok(())
        },
    )
}

/// Says that a session was neither held nor called off.
pub(crate) fn miss(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionsView>> {
    with_session(
        desk,
        &request.relationship,
        &request.session,
        "missing",
        |_, pen, _, session| {
            if matches!(session.state, Stage::Held | Stage::Cancelled) {
                return Err(came_to_an_end(session));
            }
            has_come(desk, "session", session)?;
            set(pen, session, "state", Stage::Missed.key())?;
            Ok(())
        },
    )
}

/// Calls a session off, with a line in the ledger (R20, R21).
pub(crate) fn cancel(desk: &Desk<'_>, request: CancelSession) -> Result<Outcome<SessionsView>> {
    let typed = Typed {
        by: request.asked_by,
        on: request.asked_on.as_deref(),
        at: request.asked_at.as_deref(),
        reason: request.reason.as_deref(),
        travel: request.travel,
    };
    with_change(
        desk,
        &request.relationship,
        &request.session,
        "cancelling",
        &typed,
        |_, pen, opened, session, asked| {
            set(pen, session, "state", Stage::Cancelled.key())?;
            tell_calendars(pen, session)?;
            asked.write(pen, opened, session, None)
        },
    )
}

/// Moves a session to another time, with a line in the ledger (R20, R21).
pub(crate) fn shift(desk: &Desk<'_>, request: MoveSession) -> Result<Outcome<SessionsView>> {
    let on = request
        .on
        .as_deref()
        .map(|on| read_date("on", on))
        .transpose()?;
    let at = request
        .at
        .as_deref()
        .map(|at| read_time("at", at))
        .transpose()?;
    let minutes = maybe_minutes("minutes", request.minutes)?;
    let typed = Typed {
        by: request.asked_by,
        on: request.asked_on.as_deref(),
        at: request.asked_at.as_deref(),
        reason: request.reason.as_deref(),
        travel: request.travel,
    };
    with_change(
        desk,
        &request.relationship,
        &request.session,
        "moving",
        &typed,
        |tx, pen, opened, session, asked| {
            let zone = request
                .side
                .map_or_else(|| session.zone(), |side| opened.zone_of(side));
            let present = zone.civil(session.start());
            let starts_at = on
                .unwrap_or(present.date())
                .and_time(at.unwrap_or(present.time()));
            put(tx, pen, opened, session, (starts_at, &zone), minutes, asked)
        },
    )
}

/// Gives a session another time.
pub(super) fn put(
    tx: &Tx<'_>,
    pen: &mut Pen<'_, '_>,
    opened: &Opened,
    session: &Session,
    (starts_at, zone): (chrono::NaiveDateTime, &Zone),
    minutes: Option<u32>,
    asked: &Asked,
) -> Result<()> {
    if zone.instant(starts_at) == Some(session.start()) {
        return Err(Error::field(
            "unchanged",
            "on",
            "The session is at that time already. Nothing was changed. Choose another day or time.",
        ));
    }
    asked.write(pen, opened, session, Some((starts_at, zone.name())))?;
    set(pen, session, "starts_at", civil_text(starts_at))?;
    set(pen, session, "zone", zone.name())?;
    if let Some(minutes) = minutes {
        set(pen, session, "minutes", minutes)?;
    }
    tell_calendars(pen, session)?;
    first::follow(
        tx,
        pen,
        &opened.relationship,
        session,
        starts_at,
        zone.name(),
    )
}

/// Takes back that a session was held, missed or cancelled: it is in the diary again.
pub(crate) fn reopen(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionsView>> {
    with_session(
        desk,
        &request.relationship,
        &request.session,
        "reopening",
        |_, pen, opened, session| {
            if session.state == Stage::Cancelled {
                // What was not cancelled has no line in the ledger either.
                let line = opened.changes.iter().rev().find(|change| {
                    change.session == session.id && change.kind == Changed::Cancelled
                });
                if let Some(line) = line {
                    pen.remove(&schema::SESSION_CHANGE, &line.id)?;
                }
                tell_calendars(pen, session)?;
            }
            if session.state.is_final() {
                set(pen, session, "state", Stage::Confirmed.key())?;
                set(pen, session, "held_minutes", Value::Null)?;
            }
            Ok(())
        },
    )
}

/// Removes a session that was written down by mistake, with its lines in the ledger.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionsView>> {
    with_session(
        desk,
        &request.relationship,
        &request.session,
        "removing",
        |_, pen, opened, session| {
            for line in opened
                .changes
                .iter()
                .filter(|change| change.session == session.id)
            {
                pen.remove(&schema::SESSION_CHANGE, &line.id)?;
            }
            pen.remove(&schema::SESSION, &session.id)
        },
    )
}
