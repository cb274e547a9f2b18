//! The record of what happened before the signatures: who opened, agreed, signed, and when. It is read from
//! the edits and the steps, and is data for the paper.

use super::version::text_of;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::domain::signature::{Event, Kind, What};
use crate::error::Result;
use crate::record::versions::{Version, Versions};
use crate::store::Tx;
use crate::store::edit::{self, EditRow};
use serde_json::Value;

/// What happened up to and under a version, the oldest first.
pub(crate) fn events(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    versions: &Versions,
    version: &Version,
) -> Result<Vec<Event>> {
    let text = text_of(version)?;
    let name = |side: Side| text.person(side).name.as_str();
    let event = |at: &str, what: What, role: Option<Side>, words: String| Event {
        at: at.to_owned(),
        what,
        role,
        words,
    };
    let mut events = Vec::new();
    let edits = edit::since(tx, relationship, 0)?;
    if let Some(first) = edits.first() {
        let words = "The relationship was set up in Fairlead.".to_owned();
        events.push(event(&first.at, What::SetUp, None, words));
    }
    let before = versions
        .signed()
        .take_while(|each| each.number < version.number)
        .last();
    if let Some(before) = before {
        let at = before.signatures.last().map(|each| each.at.as_str());
        let words = format!(
            "Version {}, which this one follows, was signed by both.",
            before.number
        );
        events.extend(at.map(|at| event(at, What::Before, None, words)));
    }
    // The last time that a section was marked as agreed before this text was frozen.
    let agreed = edits
        .iter()
        .take_while(|edit| !(edit.record == "version" && edit.record_id == version.id.as_str()))
        .filter(|edit| {
            matches!(edit.record.as_str(), "section" | "heading")
                && edit.field == "standing"
                && edit.value == "\"agreed\""
        })
        .last();
    if let Some(agreed) = agreed {
        let words = "The last section was marked as agreed by both.".to_owned();
        events.push(event(&agreed.at, What::Agreed, None, words));
    }
    for earlier in &versions.0 {
        if earlier.id == version.id {
            break;
        }
        let Some(withdrawal) = &earlier.withdrawal else {
            continue;
        };
        if earlier.number == version.number && !withdrawal.superseded {
            let words = format!(
                "An earlier text of this version was taken back by {} before both had signed.",
                name(withdrawal.side)
            );
            let role = Some(withdrawal.side);
            events.push(event(&withdrawal.at, What::Withdrawn, role, words));
        }
    }
    let words = format!(
        "Version {} was frozen to be signed, at {}'s computer.",
        version.number,
        name(version.computer_of)
    );
    events.push(event(&version.frozen_at, What::Frozen, None, words));
    events.extend(under(version, name));
    Ok(events)
}

/// What happened once the text was frozen, in the order of the clock; at the same second, in the order in
/// which such things happen.
fn under<'n>(version: &Version, name: impl Fn(Side) -> &'n str) -> Vec<Event> {
    let mut events: Vec<(usize, Event)> = Vec::new();
    let mut add = |order: usize, at: &str, what: What, role: Side, words: String| {
        events.push((
            order,
            Event {
                at: at.to_owned(),
                what,
                role: Some(role),
                words,
            },
        ));
    };
    // The first to sign opens, signs and hands over before the second does anything.
    let turn = |side: Side| {
        let second = version
            .signatures
            .first()
            .is_some_and(|first| first.side != side);
        if second { 10 } else { 0 }
    };
    for step in &version.steps {
        if step.handed_over {
            let words = format!("The computer was passed on to {}.", name(step.side));
            add(9, &step.at, What::HandedOver, step.side, words);
        } else {
            let words = format!("{} had the exact text on the screen.", name(step.side));
            add(turn(step.side), &step.at, What::Opened, step.side, words);
        }
    }
    for signature in &version.signatures {
        let side = signature.side;
        let how = match signature.kind {
            Kind::Typed => "by typing the name",
            Kind::Drawn => "by drawing on the screen",
            Kind::OnPaper => "by hand on paper, and noted it here",
        };
        let words = format!("{} signed {how}.", name(side));
        add(turn(side) + 1, &signature.at, What::Signed, side, words);
        if let Some(confirmed) = version.confirmation(signature) {
            let words = format!(
                "{} confirmed {}'s signature by hand.",
                name(confirmed.side),
                name(side)
            );
            add(20, &confirmed.at, What::Confirmed, confirmed.side, words);
        }
    }
    events.sort_by_key(|(order, event)| {
        let at = crate::domain::moment::Moment::from_text(&event.at).map(|at| at.utc());
        (at, *order)
    });
    events.into_iter().map(|(_, event)| event).collect()
}

/// What an edit of a signing tells, in words; none for the steps between. At one computer both sign, so that
/// who did it stands in the edit itself.
pub(crate) fn told(row: &EditRow, name: impl Fn(Side) -> String) -> Option<String> {
    let value: Value = serde_json::from_str(&row.value).ok()?;
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let who = || text("side").and_then(Side::from_key).map(&name);
    let number = || {
        let statement: Value = serde_json::from_str(text("statement")?).ok()?;
        statement.get("version").and_then(Value::as_u64)
    };
    match row.record.as_str() {
        "version" => Some(format!(
            "Version {} of the agreement was frozen to be signed",
            value.get("number").and_then(Value::as_u64)?
        )),
        "signature" => Some(format!(
            "{} signed version {} of the agreement",
            who()?,
            number()?
        )),
        "confirmation" => Some(format!(
            "{} confirmed a signature by hand under version {} of the agreement",
            who()?,
            number()?
        )),
        "withdrawal" if text("reason") == Some("withdrawn") => Some(format!(
            "{} took back the version of the agreement that waited to be signed",
            who()?
        )),
        _ => None,
    }
}
