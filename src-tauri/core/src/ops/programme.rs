//! The programme: name, addresses, own words, events, logo (R58, R94, R159, C29). Whoever looks after a
//! relationship may change it, a coordinator too: nothing here belongs to the two people alone.

use super::contact::read_time;
use super::picture;
use super::profile::read_email;
use super::{Desk, Outcome, find, glimpse, line, optional_line, read_date, words};
use crate::api::programme::{
    ChangeProgramme, ChangeProgrammeContact, ChangeProgrammeEvent, LogoView, NewProgrammeContact,
    NewProgrammeEvent, OwnForm, OwnWords, ProgrammeContactKind, ProgrammeContactView,
    ProgrammeEventView, ProgrammeView, ProgrammeWords, SetLogo, WhichProgrammeContact,
    WhichProgrammeEvent,
};
use crate::api::relationship::Which;
use crate::domain::ids::{ProgrammeContactId, ProgrammeEventId, RelationshipId};
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::setup::{self, ContactRow, EventRow, WORDS};
use crate::store::Tx;
use crate::store::shared::{self, Row};
use serde_json::{Value, json};

const CHANGED: &[&str] = &[
    "programme",
    "relationships",
    "contact",
    "agreement",
    "today",
];
/// Most people and addresses, and most events.
const MOST: usize = 50;

/// The programme as it stands.
pub(crate) fn view(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    now: &Moment,
    id: Option<String>,
) -> Result<ProgrammeView> {
    let programme = setup::programme(tx, relationship)?;
    let [mentor, mentee, meeting, called, coordinator] = programme.words;
    Ok(ProgrammeView {
        relationship: relationship.clone(),
        name: programme.name,
        email: programme.email,
        web: programme.web,
        phone: programme.phone,
        words: ProgrammeWords {
            mentor,
            mentee,
            meeting,
            programme: called,
            coordinator,
        },
        contacts: programme
            .contacts
            .into_iter()
            .map(|row| ProgrammeContactView {
                id: ProgrammeContactId(row.id),
                kind: ProgrammeContactKind::from_key(&row.kind),
                name: row.name,
                email: row.email,
                phone: row.phone,
                note: row.note,
            })
            .collect(),
        events: programme
            .events
            .into_iter()
            .map(|row| ProgrammeEventView {
                id: ProgrammeEventId(row.id),
                name: row.name,
                date: row.on.map(|on| words(now.date(), on)),
                time: row.at,
                place: row.place,
                note: row.note,
            })
            .collect(),
        logo: setup::logo(tx, relationship)?.map(|logo| LogoView {
            png: logo.png,
            width: logo.width,
            height: logo.height,
            words: logo.words,
        }),
        id,
    })
}

/// Where to turn, a line each: the programme itself, then its people and addresses (R159).
pub(crate) fn address_lines(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<String>> {
    let programme = setup::programme(tx, relationship)?;
    let joined = |parts: &[&str]| {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let own = joined(&[
        &programme.name,
        &programme.email,
        &programme.phone,
        &programme.web,
    ]);
    let mut lines: Vec<String> = Some(own)
        .filter(|line| !line.is_empty())
        .into_iter()
        .collect();
    lines.extend(programme.contacts.iter().map(|row| {
        let kind = ProgrammeContactKind::from_key(&row.kind).name();
        format!(
            "{kind}: {}",
            joined(&[&row.name, &row.email, &row.phone, &row.note])
        )
    }));
    Ok(lines)
}

/// The programme of a relationship.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<ProgrammeView>> {
    desk.store.read(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        Ok(Outcome::read(view(
            tx,
            &part.relationship,
            &desk.now,
            None,
        )?))
    })
}

/// The programme's own words in all their forms (C29): the window says its own sentences with them.
pub(crate) fn own_words(desk: &Desk<'_>, request: Which) -> Result<Outcome<OwnWords>> {
    desk.store.read(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        let forms = setup::vocabulary(tx, &part.relationship)?.forms();
        Ok(Outcome::read(OwnWords {
            relationship: part.relationship,
            forms: forms
                .into_iter()
                .map(|(usual, own)| OwnForm { usual, own })
                .collect(),
        }))
    })
}

/// Writes in one deed and answers the programme as it is then.
fn write(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    deed: &str,
    act: impl FnOnce(&Tx<'_>, &mut Pen<'_, '_>, &RelationshipId) -> Result<Option<String>>,
) -> Result<Outcome<ProgrammeView>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, relationship)?;
        let relationship = &part.relationship;
        let mut pen = Pen::new(tx, relationship, role, &desk.now, deed).typing();
        let id = act(tx, &mut pen, relationship)?;
        Ok(Outcome::changed(
            view(tx, relationship, &desk.now, id)?,
            CHANGED,
        ))
    })
}

fn maybe<T>(text: Option<&str>, read: impl FnOnce(&str) -> Result<T>) -> Result<Option<T>> {
    text.map(read).transpose()
}

/// A web page: nothing, or an address that a browser could open.
fn read_web(text: &str) -> Result<String> {
    let text = super::address("web", "web page", text)?;
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .unwrap_or(&text);
    if text.is_empty()
        || (host.contains('.') && !text.contains(char::is_whitespace) && !host.contains("://"))
            && !host.to_lowercase().starts_with("javascript:")
    {
        return Ok(text);
    }
    Err(Error::field(
        "invalid",
        "web",
        format!(
            "“{}” does not look like a web page. Nothing was changed. Type it like mentoring.example.org, or leave it empty.",
            glimpse(&text)
        ),
    ))
}

/// A word of the programme's own. Braces mark the places of names in the form.
fn read_word(field: &str, text: &str) -> Result<String> {
    let word = optional_line(field, "word", text)?;
    if word.chars().count() > 40 || word.contains(['{', '}']) {
        return Err(Error::field(
            "invalid",
            field,
            "A word for the form has at most 40 letters and no curly brackets. Nothing was changed. Write a shorter one, or leave it empty for the usual word.",
        ));
    }
    Ok(word)
}

/// Changes the programme.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeProgramme) -> Result<Outcome<ProgrammeView>> {
    let name = maybe(request.name.as_deref(), |text| {
        optional_line("name", "name of the programme", text)
    })?;
    let email = maybe(request.email.as_deref(), |text| read_email("email", text))?;
    let web = maybe(request.web.as_deref(), read_web)?;
    let phone = maybe(request.phone.as_deref(), |text| {
        optional_line("phone", "phone number", text)
    })?;
    let given = request.words.unwrap_or_default();
    let own = [
        (&given.mentor, "words.mentor"),
        (&given.mentee, "words.mentee"),
        (&given.meeting, "words.meeting"),
        (&given.programme, "words.programme"),
        (&given.coordinator, "words.coordinator"),
    ]
    .into_iter()
    .map(|(word, field)| maybe(word.as_deref(), |text| read_word(field, text)))
    .collect::<Result<Vec<_>>>()?;
    write(
        desk,
        &request.relationship,
        "changing the programme",
        |_, pen, relationship| {
            for (field, value) in [("programme", name), ("programme_email", email)] {
                if let Some(value) = value {
                    pen.set(
                        &schema::RELATIONSHIP,
                        relationship.as_str(),
                        field,
                        Value::from(value),
                    )?;
                }
            }
            for (field, value) in [("web", web), ("phone", phone)] {
                if let Some(value) = value {
                    pen.set(&schema::PROGRAMME, "programme", field, Value::from(value))?;
                }
            }
            for (field, value) in WORDS.into_iter().zip(own) {
                if let Some(value) = value {
                    pen.set(&schema::PROGRAMME, "programme", field, Value::from(value))?;
                }
            }
            Ok(None)
        },
    )
}

fn too_many(count: usize) -> Result<()> {
    if count < MOST {
        return Ok(());
    }
    Err(Error::field(
        "too_many",
        "name",
        format!(
            "There are already {MOST} of them. Nothing was changed. Remove one that is not used first."
        ),
    ))
}

fn gone<'a, T>(found: Option<&'a T>, at: &str) -> Result<&'a T> {
    found.ok_or_else(|| {
        Error::field(
            "not_found",
            at,
            "This entry is not here any more. Nothing was changed. Choose one from the list.",
        )
    })
}

/// Adds a person or an address.
pub(crate) fn add_contact(
    desk: &Desk<'_>,
    request: NewProgrammeContact,
) -> Result<Outcome<ProgrammeView>> {
    let name = line("name", "name", &request.name)?;
    let email = read_email("email", request.email.as_deref().unwrap_or_default())?;
    let phone = optional_line(
        "phone",
        "phone number",
        request.phone.as_deref().unwrap_or_default(),
    )?;
    let note = optional_line("note", "note", request.note.as_deref().unwrap_or_default())?;
    let deed = format!("adding “{}” to the programme", glimpse(&name));
    write(
        desk,
        &request.relationship,
        &deed,
        |tx, pen, relationship| {
            let rows = setup::programme(tx, relationship)?.contacts;
            too_many(rows.len())?;
            let id = ProgrammeContactId::new();
            let row = json!({
                "position": rows.last().map_or(0, |last| last.position + 1),
                "kind": request.kind.key(), "name": name, "email": email, "phone": phone, "note": note,
            });
            create(pen, &schema::PROGRAMME_CONTACT, id.as_str(), row)?;
            Ok(Some(id.to_string()))
        },
    )
}

fn create(
    pen: &mut Pen<'_, '_>,
    record: &'static schema::Record,
    id: &str,
    row: Value,
) -> Result<()> {
    match row {
        Value::Object(row) => pen.create(record, id, row),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(Error::Internal(format!("a row of {}", record.name)))
        }
    }
}

/// Changes a person or an address.
pub(crate) fn change_contact(
    desk: &Desk<'_>,
    request: ChangeProgrammeContact,
) -> Result<Outcome<ProgrammeView>> {
    let fields = [
        ("kind", request.kind.map(|kind| kind.key().to_owned())),
        (
            "name",
            maybe(request.name.as_deref(), |text| line("name", "name", text))?,
        ),
        (
            "email",
            maybe(request.email.as_deref(), |text| read_email("email", text))?,
        ),
        (
            "phone",
            maybe(request.phone.as_deref(), |text| {
                optional_line("phone", "phone number", text)
            })?,
        ),
        (
            "note",
            maybe(request.note.as_deref(), |text| {
                optional_line("note", "note", text)
            })?,
        ),
    ];
    write(
        desk,
        &request.relationship,
        "changing an address of the programme",
        |tx, pen, relationship| {
            let rows = setup::programme(tx, relationship)?.contacts;
            let id = request.contact.as_str();
            let row: &ContactRow = gone(rows.iter().find(|row| row.id == id), "contact")?;
            for (field, value) in fields {
                if let Some(value) = value {
                    pen.set(
                        &schema::PROGRAMME_CONTACT,
                        &row.id,
                        field,
                        Value::from(value),
                    )?;
                }
            }
            Ok(None)
        },
    )
}

/// Takes a person or an address away.
pub(crate) fn remove_contact(
    desk: &Desk<'_>,
    request: WhichProgrammeContact,
) -> Result<Outcome<ProgrammeView>> {
    write(
        desk,
        &request.relationship,
        "removing an address of the programme",
        |tx, pen, relationship| {
            let rows = setup::programme(tx, relationship)?.contacts;
            let id = request.contact.as_str();
            let row = gone(rows.iter().find(|row| row.id == id), "contact")?;
            pen.remove(&schema::PROGRAMME_CONTACT, &row.id)?;
            Ok(None)
        },
    )
}

fn read_day(text: &str) -> Result<Value> {
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    Ok(Value::from(read_date("on", text)?.to_string()))
}

fn read_hour(text: &str) -> Result<Value> {
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    Ok(Value::from(
        read_time("at", text)?.format("%H:%M").to_string(),
    ))
}

/// Adds an event.
pub(crate) fn add_event(
    desk: &Desk<'_>,
    request: NewProgrammeEvent,
) -> Result<Outcome<ProgrammeView>> {
    let name = line("name", "event", &request.name)?;
    let on = read_day(request.on.as_deref().unwrap_or_default())?;
    let at = read_hour(request.at.as_deref().unwrap_or_default())?;
    let place = optional_line(
        "place",
        "place",
        request.place.as_deref().unwrap_or_default(),
    )?;
    let note = optional_line("note", "note", request.note.as_deref().unwrap_or_default())?;
    let deed = format!("adding the event “{}”", glimpse(&name));
    write(
        desk,
        &request.relationship,
        &deed,
        |tx, pen, relationship| {
            too_many(setup::programme(tx, relationship)?.events.len())?;
            let id = ProgrammeEventId::new();
            let row =
                json!({"name": name, "on_date": on, "at_time": at, "place": place, "note": note});
            create(pen, &schema::PROGRAMME_EVENT, id.as_str(), row)?;
            Ok(Some(id.to_string()))
        },
    )
}

/// Changes an event.
pub(crate) fn change_event(
    desk: &Desk<'_>,
    request: ChangeProgrammeEvent,
) -> Result<Outcome<ProgrammeView>> {
    let text = |field: &'static str, text: &Option<String>| {
        maybe(text.as_deref(), |text| {
            optional_line(field, field, text).map(Value::from)
        })
    };
    let fields = [
        (
            "name",
            maybe(request.name.as_deref(), |text| {
                line("name", "event", text).map(Value::from)
            })?,
        ),
        ("on_date", maybe(request.on.as_deref(), read_day)?),
        ("at_time", maybe(request.at.as_deref(), read_hour)?),
        ("place", text("place", &request.place)?),
        ("note", text("note", &request.note)?),
    ];
    write(
        desk,
        &request.relationship,
        "changing an event",
        |tx, pen, relationship| {
            let rows = setup::programme(tx, relationship)?.events;
            let id = request.event.as_str();
            let row: &EventRow = gone(rows.iter().find(|row| row.id == id), "event")?;
            for (field, value) in fields {
                if let Some(value) = value {
                    pen.set(&schema::PROGRAMME_EVENT, &row.id, field, value)?;
                }
            }
            Ok(None)
        },
    )
}

/// Takes an event away.
pub(crate) fn remove_event(
    desk: &Desk<'_>,
    request: WhichProgrammeEvent,
) -> Result<Outcome<ProgrammeView>> {
    write(
        desk,
        &request.relationship,
        "removing an event",
        |tx, pen, relationship| {
            let rows = setup::programme(tx, relationship)?.events;
            let id = request.event.as_str();
            let row = gone(rows.iter().find(|row| row.id == id), "event")?;
            pen.remove(&schema::PROGRAMME_EVENT, &row.id)?;
            Ok(None)
        },
    )
}

/// Takes a picture as the programme's logo (R58): it is looked at whole, made small enough for paper, and
/// written anew, so that nothing of the file but its pixels is kept.
pub(crate) fn set_logo(desk: &Desk<'_>, request: SetLogo) -> Result<Outcome<ProgrammeView>> {
    let picture = picture::read(&request.picture)
        .map_err(|unfit| Error::field(unfit.code(), "picture", unfit.sentence()))?;
    let described = maybe(request.words.as_deref(), |text| {
        optional_line("words", "description", text)
    })?
    .filter(|words| !words.is_empty());
    write(
        desk,
        &request.relationship,
        "choosing the logo",
        |tx, pen, relationship| {
            let described = match described {
                Some(words) => words,
                None => {
                    let name = setup::programme(tx, relationship)?.name;
                    if name.is_empty() {
                        "Logo of the programme".to_owned()
                    } else {
                        format!("Logo of {name}")
                    }
                }
            };
            let mut row = Row::new();
            row.insert("png".to_owned(), Value::from(picture.png));
            row.insert("width".to_owned(), Value::from(picture.width));
            row.insert("height".to_owned(), Value::from(picture.height));
            row.insert("words".to_owned(), Value::from(described));
            if shared::row(tx, &schema::PROGRAMME_LOGO, relationship, "logo")?.is_some() {
                for (field, value) in row {
                    pen.set(&schema::PROGRAMME_LOGO, "logo", &field, value)?;
                }
            } else {
                pen.create(&schema::PROGRAMME_LOGO, "logo", row)?;
            }
            Ok(None)
        },
    )
}

/// Takes the logo away.
pub(crate) fn remove_logo(desk: &Desk<'_>, request: Which) -> Result<Outcome<ProgrammeView>> {
    write(
        desk,
        &request.relationship,
        "removing the logo",
        |tx, pen, relationship| {
            if setup::logo(tx, relationship)?.is_some() {
                pen.remove(&schema::PROGRAMME_LOGO, "logo")?;
            }
            Ok(None)
        },
    )
}
