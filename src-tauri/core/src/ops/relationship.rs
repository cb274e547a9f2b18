//! Relationships: who, in which role, and when they were connected.

use super::contact_facts::ContactFacts;
use super::contact_view::state_view;
use super::intake::{
    IntakeRows, first_contact, first_meeting_view, intake_view, read_new, waiting_status,
};
use super::profile::{read_email, read_zone};
use super::{Desk, Outcome, find, form, line, optional_line, read_date, session, time_left, words};
use crate::api::relationship::{
    ChangeRelationship, Connected, Connection, ConnectionState, Detail, Made, NewPerson,
    NewRelationship, Participant, Programme, RelationshipView, Relationships, Which,
};
use crate::api::start::{Done, Nothing};
use crate::domain::closing as end;
use crate::domain::ids::{PersonId, RelationshipId, TemplateId};
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::domain::template::template;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::closing;
use crate::record::setup;
use crate::record::state::{self, State};
use crate::store::part::{self, PartRow};
use crate::store::person::{self, PersonRow};
use crate::store::shared::Row;
use crate::store::{Tx, edit};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Reads a person as typed.
pub(crate) fn read_person(at: &str, typed: &NewPerson, own: &Zone) -> Result<PersonRow> {
    let field = |name: &str| {
        if at.is_empty() {
            name.to_owned()
        } else {
            format!("{at}.{name}")
        }
    };
    Ok(PersonRow {
        id: PersonId::new(),
        name: line(&field("name"), "name", &typed.name)?,
        email: read_email(&field("email"), &typed.email)?,
        phone: optional_line(&field("phone"), "phone number", &typed.phone)?,
        zone: read_zone(&field("zone"), &typed.zone, own)?
            .name()
            .to_owned(),
        place: optional_line(&field("place"), "place", &typed.place)?,
        owner: false,
    })
}

fn read_programme(programme: Option<&Programme>) -> Result<Programme> {
    match programme {
        Some(typed) => Ok(Programme {
            name: optional_line("programme.name", "name of the programme", &typed.name)?,
            email: read_email("programme.email", &typed.email)?,
        }),
        None => Ok(Programme::default()),
    }
}

/// The date of the connection e-mail: not in the future, since nothing has come then (R3).
pub(crate) fn read_connected_on(field: &str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let date = read_date(field, text)?;
    if date > today {
        return Err(Error::field(
            "in_the_future",
            field,
            format!(
                "{} has not come yet. Nothing was changed. Enter the day the connection e-mail arrived, or say that you are still waiting for it.",
                crate::domain::dates::long(date)
            ),
        ));
    }
    Ok(date)
}

fn read_connection(connection: &Connection, today: NaiveDate) -> Result<Option<NaiveDate>> {
    match (connection.state, connection.on.as_deref()) {
        (ConnectionState::Waiting, _) => Ok(None),
        (ConnectionState::Connected, Some(on)) => {
            read_connected_on("connection.on", on, today).map(Some)
        }
        (ConnectionState::Connected, None) => Err(Error::field(
            "empty",
            "connection.on",
            "The date of the connection e-mail is missing. Nothing was changed. Enter it, or say that you are still waiting for it.",
        )),
    }
}

fn fields(row: &PersonRow) -> Row {
    let mut fields = Row::new();
    for (name, value) in [
        ("name", &row.name),
        ("email", &row.email),
        ("phone", &row.phone),
        ("zone", &row.zone),
        ("place", &row.place),
    ] {
        fields.insert(name.to_owned(), Value::from(value.as_str()));
    }
    fields
}

/// Sets up a relationship (B1, R2, R3, R92).
pub(crate) fn create(desk: &Desk<'_>, request: NewRelationship) -> Result<Outcome<Made>> {
    let today = desk.now.date();
    let partner = read_person("partner", &request.partner, desk.now.zone())?;
    let connected_on = read_connection(&request.connection, today)?;
    let programme = read_programme(request.programme.as_ref())?;
    let intake = read_new(request.intake.as_ref(), &desk.now)?;
    let other = match (&request.other, request.role) {
        (Some(other), Role::Coordinator) => Some(read_person("other", other, desk.now.zone())?),
        (None, Role::Coordinator) => {
            return Err(Error::field(
                "empty",
                "other",
                "The mentor is missing. Nothing was changed. As coordinator, enter both people: the mentee and the mentor.",
            ));
        }
        (_, Role::Mentor | Role::Mentee) => None,
    };
    let relationship = RelationshipId::new();
    desk.store.write(|tx| {
        let second = match other {
            Some(other) => other,
            None => person::owner(tx)?.ok_or_else(|| {
                Error::refused(
                    "no_profile",
                    "Fairlead does not know your name yet. Nothing was changed. Enter your own name first.",
                )
            })?,
        };
        // For mentor and coordinator the partner is the mentee.
        let (mentor, mentee) = match request.role {
            Role::Mentee => (&partner, &second),
            Role::Mentor | Role::Coordinator => (&second, &partner),
        };
        if !second.owner {
            person::save(tx, &second)?;
        }
        person::save(tx, &partner)?;
        set_up(
            tx,
            &SetUp {
                relationship: relationship.clone(),
                role: request.role,
                mentor,
                mentee,
                connected_on,
                programme: &programme,
                template: request.template.as_ref(),
                intake: &intake,
                example: false,
            },
            &desk.now,
        )?;
        Ok(Outcome::changed(Made { id: relationship.clone() }, &["relationships", "people", "today"]))
    })
}

/// All that a new relationship consists of.
pub(crate) struct SetUp<'a> {
    pub relationship: RelationshipId,
    pub role: Role,
    pub mentor: &'a PersonRow,
    pub mentee: &'a PersonRow,
    pub connected_on: Option<NaiveDate>,
    pub programme: &'a Programme,
    /// The template it is made from; the shipped form where there is none.
    pub template: Option<&'a TemplateId>,
    pub intake: &'a IntakeRows,
    pub example: bool,
}

/// Writes a new relationship. Its first deed cannot be undone: a relationship is ended, not undone.
pub(crate) fn set_up(tx: &Tx<'_>, new: &SetUp<'_>, now: &Moment) -> Result<()> {
    part::insert_root(tx, &new.relationship)?;
    part::insert(
        tx,
        &PartRow {
            relationship: new.relationship.clone(),
            role: new.role.key().to_owned(),
            mentor: new.mentor.id.clone(),
            mentee: new.mentee.id.clone(),
            example: new.example,
            created_at: now.to_text(),
        },
    )?;
    let mut pen = Pen::new(
        tx,
        &new.relationship,
        new.role,
        now,
        "setting up the relationship",
    );
    let mut root = Row::new();
    root.insert(
        "connection".to_owned(),
        Value::from(if new.connected_on.is_some() {
            "connected"
        } else {
            "waiting"
        }),
    );
    root.insert(
        "connected_on".to_owned(),
        json!(new.connected_on.map(|date| date.to_string())),
    );
    root.insert(
        "programme".to_owned(),
        Value::from(new.programme.name.as_str()),
    );
    root.insert(
        "programme_email".to_owned(),
        Value::from(new.programme.email.as_str()),
    );
    pen.create(&schema::RELATIONSHIP, new.relationship.as_str(), root)?;
    pen.create(&schema::PARTICIPANT, Side::Mentor.key(), fields(new.mentor))?;
    pen.create(&schema::PARTICIPANT, Side::Mentee.key(), fields(new.mentee))?;
    if let Some(template) = new.template {
        let state = State::load(tx, &new.relationship)?;
        form::begin(tx, &mut pen, &state, template)?;
    }
    pen.create(&schema::INTAKE, "intake", new.intake.intake.clone())?;
    if let Some(meeting) = &new.intake.meeting {
        pen.create(&schema::FIRST_MEETING, "first", meeting.clone())?;
        session::fix_first(tx, &mut pen, &new.relationship)?;
    }
    if let Some(deed) = edit::newest_done(tx, &new.relationship)? {
        edit::mark_deed(tx, deed.id, "gone")?;
    }
    edit::mark_seen(
        tx,
        &new.relationship,
        edit::newest(tx, &new.relationship)?,
        &now.to_text(),
    )?;
    Ok(())
}

fn participant(state: &State, side: Side, role: Role, now: &Moment) -> Participant {
    let person = state.person(side);
    let zone = Zone::named(&person.zone).unwrap_or_else(Zone::utc);
    Participant {
        side,
        called: state.vocabulary.say(side.key()).into_owned(),
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        zone: zone.name().to_owned(),
        local_time: zone.civil(now.utc()).format("%H:%M").to_string(),
        place: person.place.clone(),
        owner: role.side() == Some(side),
    }
}

/// Both names, the mentee first.
pub(crate) fn title(state: &State) -> String {
    format!("{} and {}", state.mentee.name, state.mentor.name)
}

/// How many sections are agreed or left out on purpose.
pub(crate) fn settled(state: &State) -> u32 {
    let count = template()
        .sections
        .iter()
        .filter(|section| state.standing(&section.key) != "open")
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn status(state: &State, settled: u32, sections: u32) -> String {
    if settled == 0 {
        "Your agreement is waiting for its first conversation.".to_owned()
    } else if settled < sections {
        // How many are settled stands beside this sentence, as a bar and in words.
        template()
            .sections
            .iter()
            .find(|section| state.standing(&section.key) == "open")
            .map_or_else(
                || "You are talking about your agreement.".to_owned(),
                |section| format!("Next in your agreement: “{}”.", state.title(section)),
            )
    } else {
        "Every section of your agreement is settled.".to_owned()
    }
}

pub(crate) fn view(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    now: &Moment,
) -> Result<RelationshipView> {
    let state = State::load(tx, &part.relationship)?;
    let today = now.date();
    let settled = settled(&state);
    let sections = u32::try_from(template().sections.len()).unwrap_or(u32::MAX);
    let intake = setup::intake(tx, &part.relationship)?;
    let facts = ContactFacts::load(tx, &state, today)?;
    let (meeting, meeting_skipped) = setup::first_meeting(tx, &part.relationship)?;
    let (standing, ended_on) = closing::standing(tx, &part.relationship)?;
    Ok(RelationshipView {
        id: part.relationship.clone(),
        title: title(&state),
        role,
        mentor: participant(&state, Side::Mentor, role, now),
        mentee: participant(&state, Side::Mentee, role, now),
        example: part.example,
        connection: if state.connected {
            ConnectionState::Connected
        } else {
            ConnectionState::Waiting
        },
        connected_on: state.connected_on.map(|date| words(today, date)),
        contact: state_view(&state, role, &facts, now),
        first_contact: first_contact(&state, &facts, role, now),
        intake: intake_view(&state, &intake, today),
        first_meeting: meeting.and_then(|meeting| first_meeting_view(&state, &meeting, now)),
        meeting_skipped,
        next_session: session::next(tx, &state, role, now)?,
        programme: Programme {
            name: state.programme.clone(),
            email: state.programme_email.clone(),
        },
        starts_on: state.terms.starts_on.map(|date| words(today, date)),
        mid_point: time_left::mid_point(tx, &state)?.map(|date| words(today, date)),
        ends_on: state.terms.ends_on.map(|date| words(today, date)),
        time_left: time_left::words(tx, &state, now)?,
        revisit_on: state.next_revisit().map(|date| words(today, date)),
        settled,
        sections,
        status: match end::sentence(standing, ended_on) {
            Some(sentence) => sentence,
            None if state.connected => status(&state, settled, sections),
            None => waiting_status(&state, &intake, role, today),
        },
        standing,
        badge: end::badge(standing, ended_on),
        template: form::used(tx, &state)?,
    })
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<RelationshipView>> {
    desk.store.read(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        Ok(Outcome::read(view(tx, &part, role, &desk.now)?))
    })
}

pub(crate) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Relationships>> {
    desk.store.read(|tx| {
        let mut relationships = Vec::new();
        for part in part::all(tx)? {
            let (part, role) = find(tx, &part.relationship)?;
            relationships.push(view(tx, &part, role, &desk.now)?);
        }
        relationships.sort_by_key(|view| view.title.to_lowercase());
        Ok(Outcome::read(Relationships { relationships }))
    })
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
    let read = |at: &str, typed: &Option<NewPerson>| {
        let read = |typed: &NewPerson| {
            let row = read_person(at, typed, desk.now.zone())?;
            Ok::<_, Error>((row, !typed.zone.trim().is_empty()))
        };
        typed.as_ref().map(read).transpose()
    };
    let mentor = read("mentor", &request.mentor)?;
    let mentee = read("mentee", &request.mentee)?;
    let programme = request
        .programme
        .as_ref()
        .map(|typed| read_programme(Some(typed)))
        .transpose()?;
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let relationship = &part.relationship;
        let state = State::load(tx, relationship)?;
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
            let (Some((typed, zone_given)), present) = (typed, state.person(side)) else {
                continue;
            };
            // A zone that was left out stays; the computer's own is for new people only.
            let zone = if *zone_given {
                &typed.zone
            } else {
                &present.zone
            };
            let row = PersonRow {
                id: id.clone(),
                zone: zone.clone(),
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

/// Takes a relationship off this computer.
pub(crate) fn remove(tx: &Tx<'_>, part: &PartRow) -> Result<Done> {
    part::delete(tx, &part.relationship)?;
    person::delete_if_alone(tx, &part.mentor)?;
    person::delete_if_alone(tx, &part.mentee)?;
    Ok(Done {})
}
