//! Writing down that the two were in touch (R18), correcting it, and "All fine for now" (R19).

use super::contact::read_time;
use super::contact_view::{called, message, view};
use super::{Desk, Outcome, find, find_own, long_text, optional_line, read_past, session, words};
use crate::api::contact_log::{
    AllFineDraft, AwayUnit, ChangeContact, ContactLogView, Direction, NewContact, SayAllFine,
    TryAllFine, WhichContact,
};
use crate::api::relationship::Which;
use crate::domain::contact::ChannelKind;
use crate::domain::dates;
use crate::domain::ids::{ContactId, RelationshipId};
use crate::domain::messages::Starter;
use crate::domain::shared::contacts as schema;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::contact_log::{ContactLog, Logged, Purpose};
use crate::record::state::State;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) const CHANGED: &[&str] = &["contact", "sessions", "relationships", "today", "reminders"];
/// Longest time away, in weeks and in months.
const LONGEST_AWAY: (u32, u32) = (104, 24);

fn row(value: Value) -> Row {
    if let Value::Object(row) = value {
        row
    } else {
        Row::new()
    }
}

/// Who reached out: said outright, or by the direction as the owner sees it.
fn who(role: Role, from: Option<Side>, direction: Option<Direction>) -> Result<Option<Side>> {
    match (from, direction, role.side()) {
        (Some(side), _, _) => Ok(Some(side)),
        (None, Some(Direction::Out), Some(own)) => Ok(Some(own)),
        (None, Some(Direction::In), Some(own)) => Ok(Some(own.other())),
        (None, Some(_), None) => Err(Error::field(
            "empty",
            "from",
            "You look after these two, so say who of them reached out. Nothing was changed. Choose one of the two.",
        )),
        (None, None, _) => Ok(None),
    }
}

/// How the owner calls a contact in the name of a deed: `a contact with Tomasz`.
fn deed(state: &State, role: Role, doing: &str) -> String {
    match role.side() {
        Some(own) => format!(
            "{doing} a contact with {}",
            called(state, role, own.other())
        ),
        None => format!("{doing} a contact"),
    }
}

/// The way that `asked` named first in the contact plan, else e-mail.
fn usual_channel(state: &State, asked: Side) -> ChannelKind {
    state
        .contact
        .of(asked)
        .next()
        .map_or(ChannelKind::Email, |row| row.channel.kind)
}

fn answer(
    desk: &Desk<'_>,
    tx: &crate::store::Tx<'_>,
    relationship: &RelationshipId,
    id: Option<ContactId>,
) -> Result<Outcome<ContactLogView>> {
    let (part, role) = find(tx, relationship)?;
    Ok(Outcome::changed(
        view(tx, &part, role, &desk.now, id)?,
        CHANGED,
    ))
}

fn connected(state: &State) -> Result<()> {
    if state.connected {
        return Ok(());
    }
    // R2: nobody makes contact before the e-mail.
    Err(Error::field(
        "not_connected",
        "relationship",
        "The connection e-mail has not come yet, so no contact is counted. Nothing was changed. Say first that it arrived.",
    ))
}

/// The log with all that follows from it.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<ContactLogView>> {
    desk.store.read(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        Ok(Outcome::read(view(tx, &part, role, &desk.now, None)?))
    })
}

/// Writes a contact down (R18).
pub(crate) fn log(desk: &Desk<'_>, request: NewContact) -> Result<Outcome<ContactLogView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let at = match (request.at.as_deref(), &request.on) {
        (Some(at), _) => Some(read_time("at", at)?),
        (None, None) => Some(desk.now.civil().time()),
        (None, Some(_)) => None,
    };
    let note = optional_line("note", "note", request.note.as_deref().unwrap_or_default())?;
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        connected(&state)?;
        let side = who(role, request.from, request.direction)?.ok_or_else(|| {
            Error::field(
                "empty",
                "direction",
                "It is not said which way this contact went. Nothing was changed. Choose “out” if you reached out, “in” if the other person did.",
            )
        })?;
        let channel = request
            .channel
            .unwrap_or_else(|| usual_channel(&state, side.other()));
        let id = ContactId::new();
        let position = ContactLog::load(tx, &part.relationship)?.next();
        let name = deed(&state, role, "logging");
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        // One deed: taking the contact back takes back what was agreed in it.
        let session = match &request.session {
            Some(agreed) => Some(session::agree(tx, &mut pen, &part.relationship, agreed)?),
            None => None,
        };
        let fields = row(json!({
            "position": position,
            "side": side.key(),
            "channel": channel.key(),
            "on_date": on.to_string(),
            "at_time": at.map(|at| at.format("%H:%M").to_string()),
            "zone": desk.now.zone().name(),
            "note": note,
            "needs_reply": i64::from(request.needs_reply == Some(true)),
            "purpose": Purpose::Message.key(),
            "session": session.map(|session| session.to_string()),
        }));
        pen.create(&schema::CONTACT_LOG, id.as_str(), fields)?;
        answer(desk, tx, &part.relationship, Some(id))
    })
}

fn found<'a>(log: &'a ContactLog, id: &ContactId) -> Result<&'a Logged> {
    log.contact(id.as_str()).ok_or_else(|| {
        Error::field(
            "not_found",
            "contact",
            "This contact is not written down any more. Nothing was changed. Choose one from the list.",
        )
    })
}

/// Corrects a contact. What was written before stays in the history.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeContact) -> Result<Outcome<ContactLogView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => Some(read_past("on", on, today)?),
        None => None,
    };
    let at = match request.at.as_deref() {
        Some(at) if at.trim().is_empty() => Some(Value::Null),
        Some(at) => Some(Value::from(
            read_time("at", at)?.format("%H:%M").to_string(),
        )),
        None => None,
    };
    let note = match request.note.as_deref() {
        Some(note) => Some(optional_line("note", "note", note)?),
        None => None,
    };
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let log = ContactLog::load(tx, &part.relationship)?;
        let contact = found(&log, &request.contact)?;
        if let (Some(on), Some(back)) = (on, contact.back_on)
            && on >= back
        {
            return Err(Error::field(
                "wrong_order",
                "on",
                format!(
                    "In this contact {} was named as the day of being in touch again. Nothing was changed. Enter an earlier day.",
                    dates::long(back)
                ),
            ));
        }
        let side = who(role, request.from, request.direction)?;
        let name = deed(&state, role, "correcting");
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name).typing();
        let changes = [
            ("side", side.map(|side| Value::from(side.key()))),
            ("channel", request.channel.map(|kind| Value::from(kind.key()))),
            ("on_date", on.map(|on| Value::from(on.to_string()))),
            ("at_time", at),
            ("note", note.map(Value::from)),
            (
                "needs_reply",
                request.needs_reply.map(|needs| Value::from(i64::from(needs))),
            ),
        ];
        for (field, value) in changes {
            if let Some(value) = value {
                pen.set(&schema::CONTACT_LOG, &contact.id, field, value)?;
            }
        }
        answer(desk, tx, &part.relationship, None)
    })
}

/// Takes a contact out of the log.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichContact) -> Result<Outcome<ContactLogView>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let log = ContactLog::load(tx, &part.relationship)?;
        let contact = found(&log, &request.contact)?;
        let name = deed(&state, role, "removing");
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        pen.remove(&schema::CONTACT_LOG, &contact.id)?;
        answer(desk, tx, &part.relationship, None)
    })
}

/// The day that lies so many weeks or months ahead.
fn away(from: NaiveDate, count: u32, unit: AwayUnit) -> Result<NaiveDate> {
    let (most, day) = match unit {
        AwayUnit::Weeks => (LONGEST_AWAY.0, dates::add_days(from, i64::from(count) * 7)),
        AwayUnit::Months => (LONGEST_AWAY.1, dates::add_months(from, count)),
    };
    match day {
        Some(day) if (1..=most).contains(&count) => Ok(day),
        Some(_) | None => Err(Error::field(
            "out_of_range",
            "count",
            format!(
                "This goes from 1 to {most}. Nothing was changed. Choose a nearer day; you can say it again then."
            ),
        )),
    }
}

/// What a message for "All fine for now" would say (R19).
pub(crate) fn try_all_fine(desk: &Desk<'_>, request: TryAllFine) -> Result<Outcome<AllFineDraft>> {
    let today = desk.now.date();
    let back = away(today, request.count, request.unit)?;
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let side = role.side().unwrap_or(Side::Mentee);
        Ok(Outcome::read(AllFineDraft {
            back_on: words(today, back),
            message: message(&state, side, Starter::AllFine, Some(back)),
        }))
    })
}

/// "All fine for now" (R19): a contact that stops the quiet clock until its day.
pub(crate) fn all_fine(desk: &Desk<'_>, request: SayAllFine) -> Result<Outcome<ContactLogView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let back = away(on, request.count, request.unit)?;
    let text = match request.text.as_deref() {
        Some(text) => Some(long_text("text", "message", text)?),
        None => None,
    };
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        connected(&state)?;
        let direction = request.direction.unwrap_or(Direction::Out);
        let side = who(role, None, Some(direction))?.unwrap_or(Side::Mentee);
        let text = text.unwrap_or_else(|| message(&state, side, Starter::AllFine, Some(back)).text);
        let channel = request
            .channel
            .unwrap_or_else(|| usual_channel(&state, side.other()));
        let id = ContactId::new();
        let position = ContactLog::load(tx, &part.relationship)?.next();
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            "saying that all is fine for now",
        );
        let fields = row(json!({
            "position": position,
            "side": side.key(),
            "channel": channel.key(),
            "on_date": on.to_string(),
            "at_time": request.on.is_none().then(|| desk.now.civil().format("%H:%M").to_string()),
            "zone": desk.now.zone().name(),
            "note": text,
            "needs_reply": 0,
            "purpose": Purpose::AllFine.key(),
            "back_on": back.to_string(),
        }));
        pen.create(&schema::CONTACT_LOG, id.as_str(), fields)?;
        answer(desk, tx, &part.relationship, Some(id))
    })
}

/// Ends "All fine for now" before its day: the quiet clock goes on from today.
pub(crate) fn end_all_fine(desk: &Desk<'_>, request: Which) -> Result<Outcome<ContactLogView>> {
    let today = desk.now.date();
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let log = ContactLog::load(tx, &part.relationship)?;
        let running = log
            .all_fine()
            .filter(|said| said.ended_on.is_none())
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "relationship",
                    "Nobody has said that all is fine for now. Nothing was changed. There is no pause to end.",
                )
            })?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            "ending “All fine for now”",
        );
        let ended = Value::from(today.to_string());
        pen.set(&schema::CONTACT_LOG, &running.id, "ended_on", ended)?;
        answer(desk, tx, &part.relationship, None)
    })
}
