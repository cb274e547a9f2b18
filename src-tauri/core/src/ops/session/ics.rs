//! Sessions and events of the programme as calendar files (R142, R143, R94).

use super::{Opened, view};
use crate::api::relationship::Which;
use crate::api::session_plan::{CalendarFile, CalendarOf};
use crate::calendar::{self, Entry, Status, When};
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::session::{Session, Stage};
use crate::domain::shared as schema;
use crate::domain::shared::ends::SUPERVISOR;
use crate::domain::side::Role;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::ops::{Desk, Outcome, find_own, supervisor};
use crate::record::setup::{self, EventRow};
use crate::record::state::State;
use crate::store::part::PartRow;
use crate::store::{Tx, edit};
use chrono::NaiveTime;

/// How long an event of the programme is taken to be, where it has a time, in minutes.
const EVENT_MINUTES: u32 = 60;

/// A session as an entry. What it is about stays here: a diary is often read by colleagues.
fn entry(opened: &Opened, session: &Session, now: &Moment) -> Entry {
    let state = &opened.state;
    let mut said = vec![format!("{} minutes", session.minutes)];
    if !session.method.is_empty() {
        said.push(session.method.clone());
    }
    for person in view::people(opened, session, now) {
        said.push(format!(
            "{}, {} for {} ({})",
            person.date.words, person.time, person.name, person.zone
        ));
    }
    let title = state.vocabulary.say("Mentoring session");
    Entry {
        uid: format!("{}@fairlead", session.id),
        sequence: session.sequence,
        when: When::At(session.start(), session.minutes),
        summary: format!("{title}: {} and {}", state.mentee.name, state.mentor.name),
        location: session.place.clone(),
        description: said.join("\n"),
        status: match session.state {
            Stage::Proposed => Status::Tentative,
            Stage::Confirmed | Stage::Held | Stage::Missed => Status::Confirmed,
            Stage::Cancelled => Status::Cancelled,
        },
    }
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn file(
    state: &State,
    what: &str,
    entries: &[Entry],
    now: &Moment,
) -> Result<Outcome<CalendarFile>> {
    if entries.is_empty() {
        return Err(Error::refused(
            "empty",
            "There is nothing that could go into a calendar. Nothing was changed. Plan something first.",
        ));
    }
    let title = format!(
        "{what} - {} and {}",
        first_name(&state.mentee.name),
        first_name(&state.mentor.name)
    );
    Ok(Outcome::read(CalendarFile {
        name: safe_file_name(&title, "ics"),
        text: calendar::write(entries, now.utc()),
        entries: u32::try_from(entries.len()).unwrap_or(u32::MAX),
    }))
}

/// The sessions, one of them, or those of a series.
pub(crate) fn sessions(desk: &Desk<'_>, request: CalendarOf) -> Result<Outcome<CalendarFile>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let now = &desk.now;
        let one = match &request.session {
            Some(id) => Some(opened.session(id)?),
            None => None,
        };
        let entries: Vec<Entry> = match one {
            Some(session) => vec![entry(&opened, session, now)],
            None => opened
                .sessions
                .all()
                .iter()
                .filter(|session| {
                    request
                        .series
                        .as_ref()
                        .is_none_or(|series| session.series == series.as_str())
                })
                // A calendar need not be told any more that something of the past was called off.
                .filter(|session| session.state != Stage::Cancelled || session.end() > now.utc())
                .map(|session| entry(&opened, session, now))
                .collect(),
        };
        let what = match one {
            Some(session) if session.state == Stage::Cancelled => {
                format!("Cancelled session {}", session.date())
            }
            Some(session) => format!("Session {}", session.date()),
            None => "Sessions".to_owned(),
        };
        file(&opened.state, &what, &entries, now)
    })
}

/// How often a row was changed, by its history.
fn changes(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &schema::Record,
    id: &str,
) -> Result<u32> {
    let edits = edit::of_record(tx, relationship, record.name)?;
    let deeds: std::collections::BTreeSet<i64> = edits
        .iter()
        .filter(|edit| edit.record_id == id)
        .map(|edit| edit.deed)
        .collect();
    Ok(u32::try_from(deeds.len().saturating_sub(1)).unwrap_or(u32::MAX))
}

fn event(event: &EventRow, sequence: u32, zone: &Zone) -> Option<Entry> {
    let on = event.on?;
    let at = event
        .at
        .as_deref()
        .and_then(|at| NaiveTime::parse_from_str(at, "%H:%M").ok());
    Some(Entry {
        uid: format!("{}@fairlead", event.id),
        sequence,
        when: match at.and_then(|at| zone.instant(on.and_time(at))) {
            Some(start) => When::At(start, EVENT_MINUTES),
            None => When::Day(on),
        },
        summary: event.name.clone(),
        location: event.place.clone(),
        description: event.note.clone(),
        status: Status::Confirmed,
    })
}

/// The events of the programme that have a day and are wanted, in the clock of the owner.
fn of_programme(
    tx: &Tx<'_>,
    state: &State,
    (part, role): (&PartRow, Role),
    now: &Moment,
    wanted: fn(&EventRow) -> bool,
) -> Result<Vec<Entry>> {
    let zone = role
        .side()
        .and_then(|side| Zone::named(&state.person(side).zone))
        .unwrap_or_else(|| now.zone().clone());
    let mut entries = Vec::new();
    for row in setup::programme(tx, &part.relationship)?.events {
        if wanted(&row) {
            let sequence = changes(tx, &part.relationship, &schema::PROGRAMME_EVENT, &row.id)?;
            entries.extend(event(&row, sequence, &zone));
        }
    }
    Ok(entries)
}

/// The day on which the supervisor is told, where it is still to come (R93).
fn brief(tx: &Tx<'_>, state: &State, relationship: &RelationshipId) -> Result<Option<Entry>> {
    let supervisor = supervisor::kept(tx, relationship)?;
    let Some(on) = supervisor.brief_on.filter(|_| supervisor.done_on.is_none()) else {
        return Ok(None);
    };
    let name = if supervisor.name.is_empty() {
        "your supervisor"
    } else {
        &supervisor.name
    };
    Ok(Some(Entry {
        uid: format!("supervisor-{relationship}@fairlead"),
        sequence: changes(tx, relationship, &SUPERVISOR, "supervisor")?,
        when: When::Day(on),
        summary: format!("{}: talk with {name}", state.vocabulary.say("Mentoring")),
        location: String::new(),
        description: String::new(),
        status: Status::Confirmed,
    }))
}

/// The programme's events that have a day (R94), and the day on which the supervisor is told (R93).
pub(crate) fn events(desk: &Desk<'_>, request: Which) -> Result<Outcome<CalendarFile>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let mut entries = of_programme(tx, &state, (&part, role), &desk.now, |_| true)?;
        entries.extend(brief(tx, &state, &part.relationship)?);
        file(
            &state,
            &state.vocabulary.say("Programme events"),
            &entries,
            &desk.now,
        )
    })
}

/// The events of which the supervisor may know, for the supervisor's own diary: day, name and place, and only after
/// the mentee agreed (R94, C24).
pub(crate) fn for_supervisor(desk: &Desk<'_>, request: Which) -> Result<Outcome<CalendarFile>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        if !supervisor::kept(tx, &part.relationship)?.agreed {
            return Err(supervisor::not_agreed(&state));
        }
        let mut entries = of_programme(tx, &state, (&part, role), &desk.now, |event| {
            event.supervisor
        })?;
        for entry in &mut entries {
            entry.description.clear();
        }
        file(
            &state,
            &state.vocabulary.say("Programme events for the supervisor"),
            &entries,
            &desk.now,
        )
    })
}
