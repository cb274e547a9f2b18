//! How a relationship was set up, typed: how the two came together, and their programme.

use super::state::{date, maybe_text, number, text, yes_no};
use crate::domain::ids::RelationshipId;
use crate::domain::intake::{self, RequestState};
use crate::domain::shared as schema;
use crate::domain::vocabulary::Vocabulary;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

/// How the two came together (R1, R131).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Intake {
    pub kind: String,
    pub together: Option<bool>,
    pub asked_on: Option<NaiveDate>,
    pub message: String,
    pub reply: String,
    pub replied_on: Option<NaiveDate>,
    pub reason: String,
    /// What the mentee did about a request without an answer: `another`, `office` or nothing yet.
    pub choice: String,
    pub chosen_on: Option<NaiveDate>,
}

impl Intake {
    /// How the request stands on a day (R131, R132).
    pub(crate) fn request(&self, today: NaiveDate) -> RequestState {
        match (self.kind.as_str(), self.reply.as_str(), self.asked_on) {
            ("request", "accepted", _) => RequestState::Accepted,
            ("request", _, _) if self.choice == "another" => RequestState::Withdrawn,
            ("request", "declined", _) => RequestState::Declined,
            ("request", _, Some(asked)) if intake::has_lapsed(asked, today) => RequestState::Lapsed,
            ("request", _, Some(_)) => RequestState::Open,
            _ => RequestState::None,
        }
    }
}

/// The meeting fixed at the induction (R1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FirstMeeting {
    pub on: NaiveDate,
    pub at: NaiveTime,
    pub zone: String,
    pub method: String,
    pub place: String,
}

/// A person or an address of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContactRow {
    pub id: String,
    pub position: i64,
    pub kind: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub note: String,
}

/// An event of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EventRow {
    pub id: String,
    pub name: String,
    pub on: Option<NaiveDate>,
    pub at: Option<String>,
    pub place: String,
    pub note: String,
    /// Whether the supervisor may know of it (R94).
    pub supervisor: bool,
}

/// The logo (R58).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logo {
    pub png: String,
    pub width: u32,
    pub height: u32,
    pub words: String,
}

/// The programme without its logo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Programme {
    pub name: String,
    pub email: String,
    pub web: String,
    pub phone: String,
    pub words: [String; 5],
    pub contacts: Vec<ContactRow>,
    pub events: Vec<EventRow>,
}

/// Columns of the programme's own words, in the order of [`Vocabulary::new`].
pub(crate) const WORDS: [&str; 5] = [
    "word_mentor",
    "word_mentee",
    "word_meeting",
    "word_programme",
    "word_coordinator",
];

fn only(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &'static schema::Record,
    id: &str,
) -> Result<Row> {
    Ok(shared::row(tx, record, relationship, id)?.unwrap_or_default())
}

fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

/// How the two came together.
pub(crate) fn intake(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Intake> {
    let row = only(tx, relationship, &schema::INTAKE, "intake")?;
    Ok(Intake {
        kind: text(&row, "kind"),
        together: yes_no(&row, "together"),
        asked_on: date(&row, "asked_on"),
        message: text(&row, "message"),
        reply: text(&row, "reply"),
        replied_on: date(&row, "replied_on"),
        reason: text(&row, "reason"),
        choice: text(&row, "choice"),
        chosen_on: date(&row, "chosen_on"),
    })
}

/// The meeting fixed at the induction, where one was; and whether fixing one was left for later.
pub(crate) fn first_meeting(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<(Option<FirstMeeting>, bool)> {
    let row = only(tx, relationship, &schema::FIRST_MEETING, "first")?;
    let at =
        maybe_text(&row, "at_time").and_then(|at| NaiveTime::parse_from_str(&at, "%H:%M").ok());
    let state = text(&row, "state");
    let meeting = match (state.as_str(), date(&row, "on_date"), at) {
        ("planned", Some(on), Some(at)) => Some(FirstMeeting {
            on,
            at,
            zone: text(&row, "zone"),
            method: text(&row, "method"),
            place: text(&row, "place"),
        }),
        _ => None,
    };
    Ok((meeting, state == "skipped"))
}

/// The programme.
pub(crate) fn programme(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Programme> {
    let root = only(
        tx,
        relationship,
        &schema::RELATIONSHIP,
        relationship.as_str(),
    )?;
    let row = only(tx, relationship, &schema::PROGRAMME, "programme")?;
    let mut contacts: Vec<ContactRow> = shared::rows(tx, &schema::PROGRAMME_CONTACT, relationship)?
        .into_iter()
        .map(|(id, row)| ContactRow {
            id,
            position: position(&row),
            kind: text(&row, "kind"),
            name: text(&row, "name"),
            email: text(&row, "email"),
            phone: text(&row, "phone"),
            note: text(&row, "note"),
        })
        .collect();
    contacts.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let mut events: Vec<EventRow> = shared::rows(tx, &schema::PROGRAMME_EVENT, relationship)?
        .into_iter()
        .map(|(id, row)| EventRow {
            id,
            name: text(&row, "name"),
            on: date(&row, "on_date"),
            at: maybe_text(&row, "at_time"),
            place: text(&row, "place"),
            supervisor: row.get("supervisor").and_then(Value::as_i64) == Some(1),
            note: text(&row, "note"),
        })
        .collect();
    events.sort_by(|a, b| {
        (a.on.is_none(), a.on, &a.at, &a.name, &a.id).cmp(&(
            b.on.is_none(),
            b.on,
            &b.at,
            &b.name,
            &b.id,
        ))
    });
    Ok(Programme {
        name: text(&root, "programme"),
        email: text(&root, "programme_email"),
        web: text(&row, "web"),
        phone: text(&row, "phone"),
        words: WORDS.map(|word| text(&row, word)),
        contacts,
        events,
    })
}

/// The logo, where there is one.
pub(crate) fn logo(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Option<Logo>> {
    let row = shared::row(tx, &schema::PROGRAMME_LOGO, relationship, "logo")?;
    Ok(row.map(|row| Logo {
        png: text(&row, "png"),
        width: number(&row, "width").unwrap_or_default(),
        height: number(&row, "height").unwrap_or_default(),
        words: text(&row, "words"),
    }))
}

/// The programme's own words (C29).
pub(crate) fn vocabulary(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vocabulary> {
    let row = only(tx, relationship, &schema::PROGRAMME, "programme")?;
    let [mentor, mentee, meeting, programme, coordinator] = WORDS.map(|word| text(&row, word));
    Ok(Vocabulary::new(
        &mentor,
        &mentee,
        &meeting,
        &programme,
        &coordinator,
    ))
}
