//! Headings of their own, beside the fourteen areas (R53).

use super::agreement::{heading_views, standing_key};
use super::{Desk, Opened, Outcome, glimpse, line, long_text, suggestion};
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

/// Opens the agreement, finds the heading and takes up the pen for a deed called after it: what changing and
/// moving a heading begin with.
fn with_heading(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &HeadingId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &State, &Heading) -> Result<()>,
) -> Result<Outcome<Headings>> {
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, relationship)?;
        let heading = find(&agreement.state, id)?;
        let name = format!("{doing} the heading “{}”", glimpse(&heading.title));
        deed(
            &mut agreement.pen(tx, desk, name),
            &agreement.state,
            heading,
        )?;
        answer(tx, &agreement.relationship, None)
    })
}

pub(crate) fn add(desk: &Desk<'_>, request: NewHeading) -> Result<Outcome<Headings>> {
    let title = line("title", "heading", &request.title)?;
    let text = long_text("text", "text", request.text.as_deref().unwrap_or_default())?;
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, &request.relationship)?;
        let state = &agreement.state;
        if state.headings.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "title",
                format!("There are already {MOST} headings of your own. Nothing was changed. Put two of them together first."),
            ));
        }
        let id = HeadingId::new();
        let deed = format!("adding the heading “{}”", glimpse(&title));
        let mut pen = agreement.pen(tx, desk, deed);
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
        answer(tx, &agreement.relationship, Some(id))
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
    with_heading(
        desk,
        &request.relationship,
        &request.heading,
        "changing",
        |pen, _, heading| {
            pen.goes_on();
            let worded = [("title", title), ("text", text)];
            let worded = worded
                .into_iter()
                .filter_map(|(field, text)| Some((field, Value::from(text?))));
            let reworded = word(pen, heading, worded)?;
            let standing = match request.standing {
                Some(standing) => Some(standing_key(standing)),
                None if reworded => reopened(heading),
                None => None,
            };
            stand(pen, heading, standing)
        },
    )
}

/// Words a heading as it was worded before (R60): these fields of its row.
pub(crate) fn put_back(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &HeadingId,
    then: Row,
) -> Result<Outcome<Headings>> {
    with_heading(desk, relationship, id, "putting back", |pen, _, heading| {
        let worded = then
            .iter()
            .map(|(field, value)| (field.as_str(), value.clone()));
        let reworded = word(pen, heading, worded)?;
        let standing = reworded.then(|| reopened(heading)).flatten();
        stand(pen, heading, standing)
    })
}

/// Puts a text under a heading, and opens an agreed one again.
pub(crate) fn put(pen: &mut Pen<'_, '_>, heading: &Heading, text: &str) -> Result<()> {
    let reworded = word(pen, heading, [("text", Value::from(text))])?;
    let standing = reworded.then(|| reopened(heading)).flatten();
    stand(pen, heading, standing)
}

fn word<'f>(
    pen: &mut Pen<'_, '_>,
    heading: &Heading,
    fields: impl IntoIterator<Item = (&'f str, Value)>,
) -> Result<bool> {
    let mut changed = false;
    for (field, value) in fields {
        changed |= pen.set(&schema::HEADING, &heading.id, field, value)?;
    }
    Ok(changed)
}

/// What becomes of the standing of a heading whose words change.
fn reopened(heading: &Heading) -> Option<&'static str> {
    (heading.standing == "agreed").then_some("open")
}

fn stand(pen: &mut Pen<'_, '_>, heading: &Heading, standing: Option<&str>) -> Result<()> {
    if let Some(standing) = standing {
        pen.set(
            &schema::HEADING,
            &heading.id,
            "standing",
            Value::from(standing),
        )?;
    }
    Ok(())
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichHeading) -> Result<Outcome<Headings>> {
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, &request.relationship)?;
        let heading = find(&agreement.state, &request.heading)?;
        let deed = format!("removing the heading “{}”", glimpse(&heading.title));
        let mut pen = agreement.pen(tx, desk, deed);
        suggestion::leave_heading(tx, desk, &agreement.relationship, &mut pen, &heading.id)?;
        pen.remove(&schema::HEADING, &heading.id)?;
        answer(tx, &agreement.relationship, None)
    })
}

/// Puts a heading at another place in the list.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveHeading) -> Result<Outcome<Headings>> {
    with_heading(
        desk,
        &request.relationship,
        &request.heading,
        "moving",
        |pen, state, heading| {
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
            Ok(())
        },
    )
}
