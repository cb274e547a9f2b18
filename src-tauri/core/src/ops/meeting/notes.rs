//! During a session: shared notes with actions, the owner's own notes, and what is outside mentoring.

use super::{Context, Made, answered, set, with_session};
use crate::api::meeting::{
    ChangeNote, MarkAction, NewNote, SessionPage, SetFeedbackTime, SetNoteTaker, WhichNote,
    WritePrivateNote,
};
use crate::api::session::WhichSession;
use crate::domain::ids::PartId;
use crate::domain::meeting::OUTSIDE;
use crate::domain::session::Session;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::Kind;
use crate::error::{Error, Result};
use crate::ops::task::{Draft, create as create_task, read_due};
use crate::ops::{Desk, Outcome, line, long_text};
use crate::record::Pen;
use crate::record::meeting::{Note, behind, notes};
use crate::store::shared::Row;
use crate::store::{Tx, meeting as store};
use chrono::NaiveDate;
use serde_json::Value;

/// Most lines that the notes of one session may have.
const MOST: usize = 500;

struct Line<'a> {
    side: Side,
    outside: bool,
    text: &'a str,
    task: &'a str,
}

fn create(
    pen: &mut Pen<'_, '_>,
    session: &Session,
    position: i64,
    new: &Line<'_>,
) -> Result<String> {
    let id = PartId::new().0;
    let mut row = Row::new();
    for (name, value) in [
        ("session", Value::from(session.id.as_str())),
        ("position", Value::from(position)),
        ("side", Value::from(new.side.key())),
        (
            "kind",
            Value::from(if new.outside { "outside" } else { "note" }),
        ),
        ("text", Value::from(new.text)),
        ("task", Value::from(new.task)),
    ] {
        row.insert(name.to_owned(), value);
    }
    pen.create(&schema::SESSION_NOTE, &id, row)?;
    Ok(id)
}

fn room(present: usize, more: usize) -> Result<()> {
    if present + more > MOST {
        return Err(Error::field(
            "too_many",
            "text",
            format!(
                "The notes of a session have up to {MOST} lines. Nothing was changed. Put some lines together."
            ),
        ));
    }
    Ok(())
}

/// Makes an action of a line: a task of that session (R148).
fn action(
    desk: &Desk<'_>,
    pen: &mut Pen<'_, '_>,
    context: &Context,
    session: &Session,
    (what, set_by, owner, due): (&str, Side, Side, Option<NaiveDate>),
) -> Result<String> {
    let id = create_task(
        pen,
        &context.tasks,
        Draft {
            kind: Kind::Action,
            what: what.to_owned(),
            note: String::new(),
            owner,
            set_by,
            set_on: desk.now.date(),
            due,
            session: session.id.clone(),
        },
    )?;
    Ok(id.0)
}

/// Adds lines to the shared notes; a single one may be an action from the start (R148).
pub(crate) fn add(desk: &Desk<'_>, request: NewNote) -> Result<Outcome<SessionPage>> {
    let text = long_text("text", "note", &request.text)?;
    let lines = text
        .lines()
        .filter(|text| !text.trim().is_empty())
        .map(|text| line("text", "line", text))
        .collect::<Result<Vec<_>>>()?;
    if lines.is_empty() {
        line("text", "line", "")?;
    }
    let due = read_due(request.due.as_deref())?;
    let is_action = request.owner.is_some() || due.is_some();
    if is_action && lines.len() > 1 {
        return Err(Error::field(
            "invalid",
            "text",
            "An action is one line, and these are several. Nothing was changed. Add the lines first and mark each action.",
        ));
    }
    with_session(
        desk,
        (&request.relationship, &request.session),
        "adding to the notes of",
        |tx, pen, context, session| {
            let present = notes(tx, &context.opened.relationship, &session.id)?;
            room(present.len(), lines.len())?;
            let side = request.side.unwrap_or_else(|| context.side());
            let first = behind(present.iter().map(|note| note.position));
            let mut id = None;
            for (position, text) in (first..).zip(&lines) {
                let task = if is_action {
                    let owner = request.owner.unwrap_or(Side::Mentee);
                    action(desk, pen, context, session, (text, side, owner, due))?
                } else {
                    String::new()
                };
                let new = Line {
                    side,
                    outside: false,
                    text,
                    task: &task,
                };
                id = Some(create(pen, session, position, &new)?);
            }
            Ok(Made { id, due })
        },
    )
}

fn find(tx: &Tx<'_>, context: &Context, session: &Session, id: &str) -> Result<Note> {
    notes(tx, &context.opened.relationship, &session.id)?
        .into_iter()
        .find(|note| note.id == id)
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "note",
                "This line is not in the notes any more. Nothing was changed. Choose one from the notes.",
            )
        })
}

/// Words a line otherwise, and its action with it.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeNote) -> Result<Outcome<SessionPage>> {
    let text = line("text", "line", &request.text)?;
    with_session(
        desk,
        (&request.relationship, &request.session),
        "changing the notes of",
        |tx, pen, context, session| {
            let note = find(tx, context, session, &request.note)?;
            if note.task.is_empty() {
                pen.goes_on();
            }
            pen.set(
                &schema::SESSION_NOTE,
                &note.id,
                "text",
                Value::from(text.as_str()),
            )?;
            if context.tasks.find(&note.task).is_some() {
                pen.set(&schema::TASK, &note.task, "what", Value::from(text))?;
            }
            Ok(Made::default())
        },
    )
}

/// Makes an action of a line that stands in the notes (R148).
pub(crate) fn mark(desk: &Desk<'_>, request: MarkAction) -> Result<Outcome<SessionPage>> {
    let due = read_due(request.due.as_deref())?;
    with_session(
        desk,
        (&request.relationship, &request.session),
        "marking an action in the notes of",
        |tx, pen, context, session| {
            let note = find(tx, context, session, &request.note)?;
            let owner = request.owner.unwrap_or(Side::Mentee);
            if let Some(task) = context.tasks.find(&note.task) {
                let due = due.map_or(Value::Null, |due| Value::from(due.to_string()));
                pen.set(&schema::TASK, &task.id, "owner", Value::from(owner.key()))?;
                pen.set(&schema::TASK, &task.id, "due", due)?;
            } else {
                let task = action(
                    desk,
                    pen,
                    context,
                    session,
                    (&note.text, note.side, owner, due),
                )?;
                pen.set(&schema::SESSION_NOTE, &note.id, "task", Value::from(task))?;
            }
            Ok(Made {
                id: Some(note.id),
                due,
            })
        },
    )
}

fn without_task(pen: &mut Pen<'_, '_>, context: &Context, note: &Note) -> Result<()> {
    if context.tasks.find(&note.task).is_some() {
        pen.remove(&schema::TASK, &note.task)?;
    }
    Ok(())
}

/// Makes a plain line of an action; its task goes.
pub(crate) fn plain(desk: &Desk<'_>, request: WhichNote) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "taking an action back in the notes of",
        |tx, pen, context, session| {
            let note = find(tx, context, session, &request.note)?;
            without_task(pen, context, &note)?;
            pen.set(&schema::SESSION_NOTE, &note.id, "task", Value::from(""))?;
            Ok(Made::default())
        },
    )
}

/// Takes a line away, and its task with it.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichNote) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "removing a line from the notes of",
        |tx, pen, context, session| {
            let note = find(tx, context, session, &request.note)?;
            without_task(pen, context, &note)?;
            pen.remove(&schema::SESSION_NOTE, &note.id)?;
            Ok(Made::default())
        },
    )
}

/// Notes neutrally that something is outside mentoring (R41). What it was about is not written down; where to turn
/// stands in the answer.
pub(crate) fn outside(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "noting that something is outside mentoring in",
        |tx, pen, context, session| {
            let present = notes(tx, &context.opened.relationship, &session.id)?;
            room(present.len(), 1)?;
            let text = context.opened.state.vocabulary.say(OUTSIDE).into_owned();
            let new = Line {
                side: context.side(),
                outside: true,
                text: &text,
                task: "",
            };
            let position = behind(present.iter().map(|note| note.position));
            let id = create(pen, session, position, &new)?;
            Ok(Made {
                id: Some(id),
                due: None,
            })
        },
    )
}

/// Says who takes notes (R156).
pub(crate) fn taker(desk: &Desk<'_>, request: SetNoteTaker) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "choosing who takes notes in",
        |_, pen, _, session| {
            set(
                pen,
                session,
                "note_taker",
                request.side.map_or("", Side::key),
            )?;
            Ok(Made::default())
        },
    )
}

/// Says how much time at the end is kept for feedback (R147).
pub(crate) fn feedback_time(
    desk: &Desk<'_>,
    request: SetFeedbackTime,
) -> Result<Outcome<SessionPage>> {
    if !(5..=10).contains(&request.minutes) {
        return Err(Error::field(
            "out_of_range",
            "minutes",
            format!(
                "{} minutes is not between 5 and 10. Nothing was changed. Choose a number of minutes between the two.",
                request.minutes
            ),
        ));
    }
    with_session(
        desk,
        (&request.relationship, &request.session),
        "keeping time for feedback in",
        |_, pen, _, session| {
            set(pen, session, "feedback_minutes", request.minutes)?;
            Ok(Made::default())
        },
    )
}

/// Keeps what the owner notes for themselves (B8): it is no edit, and leaves this computer by no way.
pub(crate) fn private(desk: &Desk<'_>, request: WritePrivateNote) -> Result<Outcome<SessionPage>> {
    let text = long_text("text", "note", &request.text)?;
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        store::save_private_note(
            tx,
            &context.opened.relationship,
            &session.id,
            &text,
            &desk.now.to_text(),
        )?;
        answered(desk, tx, which, Made::default())
    })
}
