//! Relationships: who, in which role, and when they were connected.

use super::contact_facts::ContactFacts;
use super::contact_view::state_view;
use super::intake::{
    IntakeRows, first_contact, first_meeting_view, intake_view, read_new, waiting_status,
};
use super::profile::{read_email, read_zone};
use super::{Desk, Outcome, find, form, line, optional_line, read_date, session, time_left, words};
use crate::api::relationship::{
    Connection, ConnectionState, Made, NewPerson, NewRelationship, Participant, Programme,
    RelationshipView, Relationships, Which,
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
use crate::record::state::State;
use crate::record::{closing, setup};
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

pub(super) fn read_programme(programme: Option<&Programme>) -> Result<Programme> {
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

pub(super) fn fields(row: &PersonRow) -> Row {
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
        intake: intake_view(&state, &intake, role, today),
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

/// Takes a relationship off this computer.
pub(crate) fn remove(tx: &Tx<'_>, part: &PartRow) -> Result<Done> {
    part::delete(tx, &part.relationship)?;
    person::delete_if_alone(tx, &part.mentor)?;
    person::delete_if_alone(tx, &part.mentee)?;
    Ok(Done {})
}
