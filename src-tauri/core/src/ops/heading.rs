//! Headings of their own, beside the fourteen areas (R53).

use super::agreement::{heading_views, standing_key};
use super::{Desk, Outcome, find_own, glimpse, line, long_text, suggestion};
use crate::api::heading::{ChangeHeading, Headings, MoveHeading, NewHeading, WhichHeading};
use crate::domain::ids::{HeadingId, RelationshipId};
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Heading, State};
use crate::store::Tx;
use crate::store::shared::Row;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "relationships", "today"];
const MOST: usize = 40;

pub(crate) fn find<'a>(state: &'a State, id: &HeadingId) -> Result<&'a Heading> {
    state
        .headings
        .iter()
        .find(|heading| heading.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "heading",
                "This heading is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
}

fn answer(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<HeadingId>,
) -> Result<Outcome<Headings>> {
    let state = State::load(tx, relationship)?;
    Ok(Outcome::changed(
        Headings {
            headings: heading_views(&state)?,
            id,
        },
        CHANGED,
    ))
}

pub(crate) fn add(desk: &Desk<'_>, request: NewHeading) -> Result<Outcome<Headings>> {
    let title = line("title", "heading", &request.title)?;
    let text = long_text("text", "text", request.text.as_deref().unwrap_or_default())?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        if state.headings.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "title",
                format!("There are already {MOST} headings of your own. Nothing was changed. Put two of them together first."),
            ));
        }
        let id = HeadingId::new();
        let deed = format!("adding the heading “{}”", glimpse(&title));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        // Behind all others: the areas have places of their own once one of them was moved.
        let places = state.positions.values().copied();
        let last = places.chain(state.headings.iter().map(|own| own.position)).max();
        let position = last.map_or(0, |last| last.saturating_add(1));
        let mut row = Row::new();
        row.insert("title".to_owned(), Value::from(title));
        row.insert("text".to_owned(), Value::from(text));
        row.insert("standing".to_owned(), Value::from("open"));
        row.insert("position".to_owned(), Value::from(position));
        pen.create(&schema::HEADING, id.as_str(), row)?;
        answer(tx, &part.relationship, Some(id))
    })
}

/// Changes the words or the standing; changing the words of an agreed heading opens it again.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeHeading) -> Result<Outcome<Headings>> {
    let title = request
        .title
        .as_deref()
        .map(|title| line("title", "heading", title))
        .transpose()?;
    let text = request
        .text
        .as_deref()
        .map(|text| long_text("text", "text", text))
        .transpose()?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let heading = find(&state, &request.heading)?;
        let id = heading.id.as_str();
        let deed = format!("changing the heading “{}”", glimpse(&heading.title));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        let other = |new: &Option<String>, old: &str| new.as_ref().is_some_and(|new| new != old);
        let reworded = other(&title, &heading.title) || other(&text, &heading.text);
        if let Some(title) = title {
            pen.set(&schema::HEADING, id, "title", Value::from(title))?;
        }
        if let Some(text) = text {
            pen.set(&schema::HEADING, id, "text", Value::from(text))?;
        }
        let standing = match request.standing {
            Some(standing) => Some(standing_key(standing)),
            None if reworded && heading.standing == "agreed" => Some("open"),
            None => None,
        };
        if let Some(standing) = standing {
            pen.set(&schema::HEADING, id, "standing", Value::from(standing))?;
        }
        answer(tx, &part.relationship, None)
    })
}

/// Puts a text under a heading, and opens an agreed one again.
pub(crate) fn put(pen: &mut Pen<'_, '_>, heading: &Heading, text: &str) -> Result<()> {
    let id = heading.id.as_str();
    let changed = pen.set(&schema::HEADING, id, "text", Value::from(text))?;
    if changed && heading.standing == "agreed" {
        pen.set(&schema::HEADING, id, "standing", Value::from("open"))?;
    }
    Ok(())
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichHeading) -> Result<Outcome<Headings>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let heading = find(&state, &request.heading)?;
        let deed = format!("removing the heading “{}”", glimpse(&heading.title));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        suggestion::leave_heading(tx, desk, &part.relationship, &mut pen, &heading.id)?;
        pen.remove(&schema::HEADING, &heading.id)?;
        answer(tx, &part.relationship, None)
    })
}

/// Puts a heading at another place in the list.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveHeading) -> Result<Outcome<Headings>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let heading = find(&state, &request.heading)?;
        let mut order: Vec<&Heading> = state
            .headings
            .iter()
            .filter(|other| other.id != heading.id)
            .collect();
        let place = usize::try_from(request.position)
            .unwrap_or(usize::MAX)
            .saturating_sub(1)
            .min(order.len());
        order.insert(place, heading);
        let deed = format!("moving the heading “{}”", glimpse(&heading.title));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        // They change places among themselves; the areas between them stay where they are.
        let mut places: Vec<i64> = state.headings.iter().map(|own| own.position).collect();
        let distinct = places
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if one < next));
        if !distinct {
            let first = places.first().copied().unwrap_or_default();
            places = (first..).take(order.len()).collect();
        }
        for (position, heading) in places.into_iter().zip(order) {
            let id = heading.id.as_str();
            pen.set(&schema::HEADING, id, "position", Value::from(position))?;
        }
        answer(tx, &part.relationship, None)
    })
}
