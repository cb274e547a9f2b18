//! The ways to reach each of the two, best first, with the promise of an answer (R11, R73).

use super::contact::{CHANGED, reopen, saved};
use super::{Desk, Outcome, address, find_own, optional_line};
use crate::api::contact::{ChangeChannel, ContactSaved, MoveChannel, NewChannel, WhichChannel};
use crate::domain::contact::{ChannelKind, MOST_CHANNELS, Promise};
use crate::domain::ids::ChannelId;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::contact::{ChannelRow, Shown};
use crate::record::state::State;
use crate::store::shared::Row;
use serde_json::Value;

fn find<'a>(state: &'a State, id: &ChannelId) -> Result<&'a ChannelRow> {
    state
        .contact
        .channels
        .iter()
        .find(|row| row.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "channel",
                "This way to reach somebody is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
}

fn check_promise(promise: Option<Promise>) -> Result<()> {
    match promise {
        Some(promise) if !promise.fits() => {
            let (least, most) = promise.unit.range();
            Err(Error::field(
                "out_of_range",
                "reply",
                format!(
                    "{} {} is no promise of an answer that can be kept here. Nothing was changed. Write a number of {} from {least} to {most}.",
                    promise.count,
                    promise.unit.key(),
                    promise.unit.key()
                ),
            ))
        }
        _ => Ok(()),
    }
}

/// An address that fits its kind: what is sent by e-mail needs an e-mail address, or none.
fn read_address(kind: ChannelKind, text: &str) -> Result<String> {
    if kind == ChannelKind::Email {
        super::profile::read_email("address", text)
    } else {
        address("address", "address", text)
    }
}

fn whose(state: &State, side: Side) -> &str {
    &state.person(side).name
}

fn promise_fields(row: &mut Row, reply: Option<Promise>) {
    row.insert(
        "reply_count".to_owned(),
        reply.map_or(Value::Null, |promise| Value::from(promise.count)),
    );
    row.insert(
        "reply_unit".to_owned(),
        Value::from(reply.map_or("", |promise| promise.unit.key())),
    );
}

/// Adds a channel at the end of a person's list.
pub(crate) fn add(desk: &Desk<'_>, request: NewChannel) -> Result<Outcome<ContactSaved>> {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let label = optional_line("label", "name", &some(&request.label))?;
    let address = read_address(request.kind, &some(&request.address))?;
    let note = optional_line("note", "note", &some(&request.note))?;
    check_promise(request.reply)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let present: Vec<&ChannelRow> = state.contact.of(request.side).collect();
        if present.len() >= MOST_CHANNELS {
            return Err(Error::field(
                "too_many",
                "kind",
                format!("There are already {MOST_CHANNELS} ways to reach {}. Nothing was changed. Remove one that is not used first.", state.person(request.side).name),
            ));
        }
        let id = ChannelId::new();
        let name = if label.is_empty() { request.kind.name() } else { &label };
        let deed = format!("adding “{}” for {}", super::glimpse(name), whose(&state, request.side));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        let mut row = Row::new();
        for (field, value) in [
            ("side", request.side.key()),
            ("kind", request.kind.key()),
            ("label", label.as_str()),
            ("address", address.as_str()),
            ("note", note.as_str()),
        ] {
            row.insert(field.to_owned(), Value::from(value));
        }
        let position = present.last().map_or(0, |last| last.position + 1);
        row.insert("position".to_owned(), Value::from(position));
        promise_fields(&mut row, request.reply);
        pen.create(&schema::CONTACT_CHANNEL, id.as_str(), row)?;
        reopen(&mut pen, &state, Shown::Channels)?;
        if request.reply.is_some() {
            reopen(&mut pen, &state, Shown::Promises)?;
        }
        Ok(Outcome::changed(saved(tx, &part, role, &desk.now, Some(id))?, CHANGED))
    })
}

/// Changes a channel.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeChannel) -> Result<Outcome<ContactSaved>> {
    let line = |field: &str, what: &str, text: &Option<String>| {
        text.as_deref()
            .map(|text| optional_line(field, what, text))
            .transpose()
    };
    let label = line("label", "name", &request.label)?;
    let note = line("note", "note", &request.note)?;
    check_promise(request.reply)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let row = find(&state, &request.channel)?;
        let kind = request.kind.unwrap_or(row.channel.kind);
        let address = match &request.address {
            Some(text) => Some(read_address(kind, text)?),
            // An address that was right for another kind may be none for e-mail.
            None => {
                read_address(kind, &row.channel.address)?;
                None
            }
        };
        let deed = format!(
            "changing “{}” for {}",
            super::glimpse(row.channel.name()),
            whose(&state, row.side)
        );
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        let mut changed = false;
        for (field, value) in [
            ("kind", request.kind.map(|kind| kind.key().to_owned())),
            ("label", label),
            ("address", address),
            ("note", note),
        ] {
            if let Some(value) = value {
                changed |= pen.set(&schema::CONTACT_CHANNEL, &row.id, field, Value::from(value))?;
            }
        }
        if changed {
            reopen(&mut pen, &state, Shown::Channels)?;
        }
        let reply = match (request.reply, request.no_promise) {
            (Some(promise), _) => Some(Some(promise)),
            (None, Some(true)) => Some(None),
            (None, _) => None,
        };
        if let Some(reply) = reply {
            let mut fields = Row::new();
            promise_fields(&mut fields, reply);
            let mut promised = false;
            for (field, value) in fields {
                promised |= pen.set(&schema::CONTACT_CHANNEL, &row.id, &field, value)?;
            }
            if promised {
                reopen(&mut pen, &state, Shown::Promises)?;
            }
        }
        Ok(Outcome::changed(
            saved(tx, &part, role, &desk.now, None)?,
            CHANGED,
        ))
    })
}

/// Takes a channel away.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichChannel) -> Result<Outcome<ContactSaved>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let row = find(&state, &request.channel)?;
        let deed = format!(
            "removing “{}” for {}",
            super::glimpse(row.channel.name()),
            whose(&state, row.side)
        );
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        pen.remove(&schema::CONTACT_CHANNEL, &row.id)?;
        reopen(&mut pen, &state, Shown::Channels)?;
        if row.channel.reply.is_some() {
            reopen(&mut pen, &state, Shown::Promises)?;
        }
        Ok(Outcome::changed(
            saved(tx, &part, role, &desk.now, None)?,
            CHANGED,
        ))
    })
}

/// Puts a channel at another place in its person's list.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveChannel) -> Result<Outcome<ContactSaved>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let row = find(&state, &request.channel)?;
        let mut order: Vec<&ChannelRow> = state
            .contact
            .of(row.side)
            .filter(|other| other.id != row.id)
            .collect();
        let place = usize::try_from(request.position)
            .unwrap_or(usize::MAX)
            .saturating_sub(1)
            .min(order.len());
        order.insert(place, row);
        let deed = format!(
            "moving “{}” for {}",
            super::glimpse(row.channel.name()),
            whose(&state, row.side)
        );
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        let mut changed = false;
        for (position, row) in (0_i64..).zip(order) {
            changed |= pen.set(
                &schema::CONTACT_CHANNEL,
                &row.id,
                "position",
                Value::from(position),
            )?;
        }
        if changed {
            reopen(&mut pen, &state, Shown::Channels)?;
        }
        Ok(Outcome::changed(
            saved(tx, &part, role, &desk.now, None)?,
            CHANGED,
        ))
    })
}
