//! The details of a relationship: when it was connected, the two people, the name of the programme (R3, R92,
//! R159). Every change is in the history, and can be put back (R60).

use super::relationship::{fields, read_connected_on, read_person, read_programme, view};
use super::{Desk, Outcome, find};
use crate::api::relationship::{
    ChangePerson, ChangeRelationship, Connected, Detail, NewPerson, Programme, RelationshipView,
};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{self, State};
use crate::store::Tx;
use crate::store::part::PartRow;
use crate::store::person::{self, PersonRow};
use crate::store::shared::Row;
use serde_json::Value;

/// A person with what was left out as it is now. An empty zone stays too: the computer's own is for new people.
fn filled(typed: &ChangePerson, present: &state::Person) -> NewPerson {
    let or =
        |typed: &Option<String>, present: &str| typed.clone().unwrap_or_else(|| present.to_owned());
    let zone = typed.zone.clone().filter(|zone| !zone.trim().is_empty());
    NewPerson {
        name: or(&typed.name, &present.name),
        email: or(&typed.email, &present.email),
        phone: or(&typed.phone, &present.phone),
        zone: or(&zone, &present.zone),
        place: or(&typed.place, &present.place),
    }
}

/// The connection e-mail came: from now on its date is what all windows are counted from (R2, R3).
pub(crate) fn connected(desk: &Desk<'_>, request: Connected) -> Result<Outcome<RelationshipView>> {
    change(
        desk,
        ChangeRelationship {
            relationship: request.relationship,
            connected_on: Some(request.on),
            mentor: None,
            mentee: None,
            programme: None,
        },
    )
    .map_err(|error| match error {
        Error::Refused(mut refusal) if refusal.field.as_deref() == Some("connectedOn") => {
            refusal.field = Some("on".to_owned());
            Error::Refused(refusal)
        }
        other @ (Error::Refused(_) | Error::Paper(_) | Error::Internal(_)) => other,
    })
}

/// Changes the connection date, the people's details or the programme. Every change is in the history.
pub(crate) fn change(
    desk: &Desk<'_>,
    request: ChangeRelationship,
) -> Result<Outcome<RelationshipView>> {
    let today = desk.now.date();
    let connected_on = match request.connected_on.as_deref() {
        Some(on) => Some(read_connected_on("connectedOn", on, today)?),
        None => None,
    };
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let relationship = &part.relationship;
        let state = State::load(tx, relationship)?;
        let own = desk.now.zone();
        let read = |at: &str, typed: &Option<ChangePerson>, side: Side| {
            let typed = typed
                .as_ref()
                .map(|typed| filled(typed, state.person(side)));
            typed.map(|typed| read_person(at, &typed, own)).transpose()
        };
        let mentor = read("mentor", &request.mentor, Side::Mentor)?;
        let mentee = read("mentee", &request.mentee, Side::Mentee)?;
        let programme = match &request.programme {
            Some(typed) => Some(read_programme(Some(&Programme {
                name: typed
                    .name
                    .clone()
                    .unwrap_or_else(|| state.programme.clone()),
                email: typed
                    .email
                    .clone()
                    .unwrap_or_else(|| state.programme_email.clone()),
            }))?),
            None => None,
        };
        // What people type is one deed as long as they type.
        let name = deed(&state, &request);
        let mut pen = Pen::new(tx, relationship, role, &desk.now, name).typing();
        if let Some(date) = connected_on {
            pen.set(
                &schema::RELATIONSHIP,
                relationship.as_str(),
                "connection",
                Value::from("connected"),
            )?;
            pen.set(
                &schema::RELATIONSHIP,
                relationship.as_str(),
                "connected_on",
                Value::from(date.to_string()),
            )?;
        }
        if let Some(programme) = &programme {
            pen.set(
                &schema::RELATIONSHIP,
                relationship.as_str(),
                "programme",
                Value::from(programme.name.as_str()),
            )?;
            pen.set(
                &schema::RELATIONSHIP,
                relationship.as_str(),
                "programme_email",
                Value::from(programme.email.as_str()),
            )?;
        }
        for (side, id, typed) in [
            (Side::Mentor, &part.mentor, &mentor),
            (Side::Mentee, &part.mentee, &mentee),
        ] {
            let Some(typed) = typed else {
                continue;
            };
            let row = PersonRow {
                id: id.clone(),
                ..typed.clone()
            };
            for (field, value) in fields(&row) {
                pen.set(&schema::PARTICIPANT, side.key(), &field, value)?;
            }
            if role.side() != Some(side) {
                person::save(tx, &row)?;
            }
        }
        Ok(Outcome::changed(
            view(tx, &part, role, &desk.now)?,
            &["relationships", "people", "today", "agreement", "reminders"],
        ))
    })
}

/// What a change of a relationship is called, as in "Undo changing the connection date".
fn deed(state: &State, request: &ChangeRelationship) -> String {
    let of = |person: &state::Person| format!("changing the details of “{}”", person.name);
    match request {
        ChangeRelationship {
            connected_on: Some(_),
            ..
        } if state.connected => "changing the connection date".to_owned(),
        ChangeRelationship {
            connected_on: Some(_),
            ..
        } => "noting the connection".to_owned(),
        ChangeRelationship {
            programme: Some(_),
            mentor: None,
            mentee: None,
            ..
        } => "changing the programme".to_owned(),
        ChangeRelationship {
            mentor: Some(_),
            mentee: None,
            ..
        } => of(&state.mentor),
        ChangeRelationship {
            mentor: None,
            mentee: Some(_),
            ..
        } => of(&state.mentee),
        _ => "changing the details".to_owned(),
    }
}

/// Puts a detail back as it was before (R60): these fields of its row.
pub(crate) fn put_back(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    detail: Detail,
    then: &Row,
) -> Result<Outcome<RelationshipView>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let (record, id, name) = match detail {
            Detail::ConnectedOn => (
                &schema::RELATIONSHIP,
                part.relationship.as_str(),
                "putting back the connection date".to_owned(),
            ),
            Detail::Programme => (
                &schema::RELATIONSHIP,
                part.relationship.as_str(),
                "putting back the programme".to_owned(),
            ),
            Detail::Mentor | Detail::Mentee => {
                let side = if detail == Detail::Mentor {
                    Side::Mentor
                } else {
                    Side::Mentee
                };
                if role.side() == Some(side) && !part.example {
                    return Err(Error::field(
                        "own_details",
                        "detail",
                        "These are your own details, which are the same in all your relationships. Nothing was changed. Change them in the settings.",
                    ));
                }
                let name = format!("putting back the details of “{}”", state.person(side).name);
                (&schema::PARTICIPANT, side.key(), name)
            }
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        for (field, value) in then {
            pen.set(record, id, field, value.clone())?;
        }
        if detail == Detail::ConnectedOn {
            let waits = then.get("connected_on").is_none_or(Value::is_null);
            let word = if waits { "waiting" } else { "connected" };
            pen.set(record, id, "connection", Value::from(word))?;
        }
        know_people(tx, &part, role)?;
        Ok(Outcome::changed(
            view(tx, &part, role, &desk.now)?,
            &["relationships", "people", "today", "agreement", "reminders"],
        ))
    })
}

/// Brings the owner's list of people to what the relationship says of them, after it was turned back.
pub(crate) fn know_people(tx: &Tx<'_>, part: &PartRow, role: Role) -> Result<()> {
    let state = State::load(tx, &part.relationship)?;
    for (side, id) in [(Side::Mentor, &part.mentor), (Side::Mentee, &part.mentee)] {
        let person = state.person(side);
        if role.side() != Some(side) && !person.name.is_empty() {
            let row = PersonRow {
                id: id.clone(),
                name: person.name.clone(),
                email: person.email.clone(),
                phone: person.phone.clone(),
                zone: person.zone.clone(),
                place: person.place.clone(),
                owner: false,
            };
            person::save(tx, &row)?;
        }
    }
    Ok(())
}
