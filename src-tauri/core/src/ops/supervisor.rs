//! Whom the mentee tells of taking part: opt-in, with a date, and a brief that says what the two cleared and nothing
//! else (R93, R94, R96, C24).

use super::profile::read_email;
use super::{Desk, Outcome, find_own, optional_line, paper, read_date, words};
use crate::api::first::{ChangeSupervisor, SupervisorEvent, SupervisorView};
use crate::api::relationship::Which;
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::shared::ends as tables;
use crate::domain::side::{Role, Side};
use crate::domain::template::{Answer, template};
use crate::error::{Error, Result};
use crate::papers::file_name;
use crate::papers::supervisor::{Brief, FILE, document};
use crate::record::state::State;
use crate::record::{Pen, setup};
use crate::store::{Tx, shared};
use chrono::NaiveDate;
use fairlead_press::{Document, Paper};
use serde_json::{Value, json};

const CHANGED: &[&str] = &["supervisor", "reminders", "today"];

fn may_know(state: &State, what: &str) -> bool {
    let field = template().field(&format!("clause.confidentiality.share_{what}_supervisor"));
    field.and_then(|field| state.answer(field, None)) == Some(Answer::YesNo(true))
}

/// What the two cleared for a supervisor, in lines (R96).
fn cleared(state: &State) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    if may_know(state, "meetings") {
        let day = |date: Option<NaiveDate>| date.map(dates::long);
        if let (Some(from), Some(to)) = (day(state.terms.starts_on), day(state.terms.ends_on)) {
            lines.push(("Period".to_owned(), format!("{from} to {to}")));
        }
        if let Some(pattern) = state.terms.pattern() {
            let unit = format!("{:?}", pattern.unit).to_lowercase();
            let every = if pattern.count == 1 {
                format!("every {}", unit.trim_end_matches('s'))
            } else {
                format!("every {} {unit}", pattern.count)
            };
            lines.push((
                "Meetings".to_owned(),
                format!("{} minutes {every}", pattern.minutes),
            ));
        }
    }
    if may_know(state, "goals") {
        let mut goals: Vec<_> = state
            .goals
            .iter()
            .filter(|goal| goal.rank.is_some())
            .collect();
        goals.sort_by_key(|goal| goal.rank);
        lines.extend(
            goals
                .into_iter()
                .map(|goal| ("Goal".to_owned(), goal.title.clone())),
        );
    }
    lines
}

/// What was said of the supervisor.
pub(crate) struct Kept {
    pub name: String,
    pub email: String,
    /// Whether the mentee agreed to a brief (C24).
    pub agreed: bool,
    /// When they are to be told.
    pub brief_on: Option<NaiveDate>,
    /// When they were told.
    pub done_on: Option<NaiveDate>,
}

/// What was said of the supervisor.
pub(crate) fn kept(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Kept> {
    let row = shared::row(tx, &tables::SUPERVISOR, relationship, "supervisor")?.unwrap_or_default();
    let text = |name: &str| {
        row.get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let date = |name: &str| dates::from_iso(&text(name)).ok();
    Ok(Kept {
        name: text("name"),
        email: text("email"),
        agreed: row.get("agreed").and_then(Value::as_i64) == Some(1),
        brief_on: date("brief_on"),
        done_on: date("done_on"),
    })
}

/// The refusal of whatever a supervisor would get before the mentee agreed to it (C24).
pub(crate) fn not_agreed(state: &State) -> Error {
    Error::refused(
        "not_agreed",
        format!(
            "{} has not agreed to a supervisor brief. Nothing was made. Where a supervisor shall be told, say so first on the page of the supervisor.",
            state.mentee.name
        ),
    )
}

fn view(tx: &Tx<'_>, relationship: &RelationshipId, today: NaiveDate) -> Result<SupervisorView> {
    let state = State::load(tx, relationship)?;
    let kept = kept(tx, relationship)?;
    let programme = setup::programme(tx, relationship)?;
    Ok(SupervisorView {
        name: kept.name,
        email: kept.email,
        agreed: kept.agreed,
        brief_on: kept.brief_on.map(|on| words(today, on)),
        done_on: kept.done_on.map(|on| words(today, on)),
        events: programme
            .events
            .iter()
            .map(|event| SupervisorEvent {
                event: event.id.clone(),
                name: event.name.clone(),
                date: event.on.map(|on| words(today, on)),
                shared: event.supervisor,
            })
            .collect(),
        cleared: cleared(&state)
            .into_iter()
            .map(|(label, value)| format!("{label}: {value}"))
            .collect(),
    })
}

/// The day on which the supervisor is to be told, as long as that was not done (N25).
pub(crate) fn brief_ahead(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Option<NaiveDate>> {
    let row = shared::row(tx, &tables::SUPERVISOR, relationship, "supervisor")?.unwrap_or_default();
    let date = |name: &str| {
        let text = row.get(name).and_then(Value::as_str)?;
        dates::from_iso(text).ok()
    };
    Ok(date("brief_on").filter(|_| date("done_on").is_none()))
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<SupervisorView>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(view(
            tx,
            &part.relationship,
            desk.now.date(),
        )?))
    })
}

pub(crate) fn change(
    desk: &Desk<'_>,
    request: ChangeSupervisor,
) -> Result<Outcome<SupervisorView>> {
    let name = request
        .name
        .as_deref()
        .map(|name| optional_line("name", "name", name))
        .transpose()?;
    let email = request
        .email
        .as_deref()
        .map(|email| read_email("email", email))
        .transpose()?;
    let brief_on = match request.brief_on.as_deref().map(str::trim) {
        None => None,
        Some("") => Some(None),
        Some(on) => Some(Some(read_date("briefOn", on)?)),
    };
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let today = desk.now.date();
        // C24: whether somebody's manager is told is the mentee's to say.
        if request.agreed == Some(true) && role == Role::Mentor {
            let mentee = State::load(tx, &part.relationship)?.mentee.name;
            return Err(Error::field("not_the_mentee", "agreed", format!("Whether a supervisor is told is {mentee}’s to say. Nothing was changed. Ask {mentee}.")));
        }
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, "changing what the supervisor hears");
        let mut keep = |field: &str, value: Value| pen.set(&tables::SUPERVISOR, "supervisor", field, value);
        if let Some(name) = name {
            keep("name", Value::from(name))?;
        }
        if let Some(email) = email {
            keep("email", Value::from(email))?;
        }
        if let Some(agreed) = request.agreed {
            keep("agreed", Value::from(i64::from(agreed)))?;
        }
        if let Some(on) = brief_on {
            keep("brief_on", json!(on.map(|on| on.to_string())))?;
        }
        if let Some(done) = request.done {
            keep("done_on", if done { Value::from(today.to_string()) } else { Value::Null })?;
        }
        if let Some(events) = &request.events {
            for event in setup::programme(tx, &part.relationship)?.events {
                let shared = events.contains(&event.id);
                pen.set(&schema::PROGRAMME_EVENT, &event.id, "supervisor", Value::from(i64::from(shared)))?;
            }
        }
        Ok(Outcome::changed(view(tx, &part.relationship, today)?, CHANGED))
    })
}

/// The supervisor brief (B6): only after the mentee agreed to it, and only what the two cleared.
pub(crate) fn brief(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    size: Paper,
) -> Result<(Document, String)> {
    let made = paper::made(desk)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let view = view(tx, &part.relationship, desk.now.date())?;
        if !view.agreed {
            return Err(not_agreed(&state));
        }
        let brief = Brief {
            mentee: state.person(Side::Mentee).name.clone(),
            mentor: state.person(Side::Mentor).name.clone(),
            to: view.name,
            programme: state.programme.clone(),
            facts: cleared(&state),
            events: view
                .events
                .into_iter()
                .filter(|event| event.shared)
                .map(|event| {
                    [
                        event.date.map_or_else(String::new, |date| date.words),
                        event.name,
                    ]
                })
                .collect(),
            vocabulary: state.vocabulary.clone(),
            made,
        };
        let name = file_name::of_pair(&brief.mentor, &brief.mentee, FILE);
        Ok((document(&brief, size), name))
    })
}
