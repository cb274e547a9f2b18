//! Before a session: what the mentee wants from it, and its agenda (R33 to R36, R145, R157).

use super::{Context, Made, answered, moment_of, set, with_session};
use crate::api::meeting::{
    ChangeAgendaPoint, ChooseMissing, MissingAgenda, MissingChoice, MoveAgendaPoint,
    NewAgendaPoint, RethinkWish, SendAgenda, SessionPage, SetOutcome, SetWish, WhichAgendaPoint,
};
use crate::api::session::WhichSession;
use crate::api::task::PartnerMessage;
use crate::domain::dates;
use crate::domain::ids::PartId;
use crate::domain::meeting::{AgendaMissing, DEFAULT_AGENDA, Outcome as Happened};
use crate::domain::session::Session;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::Duty;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::ops::contact::first_name;
use crate::ops::{Desk, Outcome, line, long_text, optional_line};
use crate::record::Pen;
use crate::record::meeting::{Point, behind, outcome_id};
use crate::store::shared::Row;
use serde_json::Value;

/// Most points that may stand on one agenda.
const MOST: usize = 50;

fn gone() -> Error {
    Error::field(
        "not_found",
        "point",
        "This point is not on the agenda any more. Nothing was changed. Choose one from the agenda.",
    )
}

/// Says what the mentee wants from a session (R34).
pub(crate) fn wish(desk: &Desk<'_>, request: SetWish) -> Result<Outcome<SessionPage>> {
    let text = optional_line("text", "wish", &request.text)?;
    with_session(
        desk,
        (&request.relationship, &request.session),
        "saying what to gain from",
        |_, pen, context, session| {
            write_wish(desk, pen, context, session, &text)?;
            Ok(Made::default())
        },
    )
}

fn write_wish(
    desk: &Desk<'_>,
    pen: &mut Pen<'_, '_>,
    context: &Context,
    session: &Session,
    text: &str,
) -> Result<()> {
    if context.meetings.page(&session.id).wish == text {
        return Ok(());
    }
    let at = if text.is_empty() {
        String::new()
    } else {
        desk.now.to_text()
    };
    set(pen, session, "wish", text)?;
    set(pen, session, "wish_at", at)?;
    Ok(())
}

/// Says it again after five or ten minutes of thinking; the first version stays beside it (R35).
pub(crate) fn rethink(desk: &Desk<'_>, request: RethinkWish) -> Result<Outcome<SessionPage>> {
    let text = optional_line("text", "wish", &request.text)?;
    let minutes = request.minutes.unwrap_or(5);
    if !matches!(minutes, 5 | 10) {
        return Err(Error::field(
            "out_of_range",
            "minutes",
            format!(
                "{minutes} minutes is not offered. Nothing was changed. Choose 5 or 10 minutes."
            ),
        ));
    }
    with_session(
        desk,
        (&request.relationship, &request.session),
        "thinking again about",
        |_, pen, _, session| {
            let (at, minutes) = if text.is_empty() {
                (String::new(), Value::Null)
            } else {
                (desk.now.to_text(), Value::from(minutes))
            };
            set(pen, session, "rethink", text)?;
            set(pen, session, "rethink_at", at)?;
            set(pen, session, "rethink_minutes", minutes)?;
            Ok(Made::default())
        },
    )
}

/// The points written for a session, in their order.
fn own<'a>(context: &'a Context, session: &Session) -> Vec<&'a Point> {
    context
        .meetings
        .points
        .iter()
        .filter(|point| point.session == session.id)
        .collect()
}

/// Writes the first points of a session that was planned just now, in their order (R114).
pub(crate) fn begin(
    pen: &mut Pen<'_, '_>,
    session: &str,
    points: &[String],
    side: Side,
) -> Result<()> {
    for (position, text) in (0..).zip(points) {
        create(pen, session, position, (text, side, ""))?;
    }
    Ok(())
}

fn create(
    pen: &mut Pen<'_, '_>,
    session: &str,
    position: i64,
    (text, side, topic): (&str, Side, &str),
) -> Result<String> {
    let id = PartId::new().0;
    let mut row = Row::new();
    for (name, value) in [
        ("session", Value::from(session)),
        ("position", Value::from(position)),
        ("text", Value::from(text)),
        ("side", Value::from(side.key())),
        ("topic", Value::from(topic)),
    ] {
        row.insert(name.to_owned(), value);
    }
    pen.create(&schema::AGENDA_POINT, &id, row)?;
    Ok(id)
}

fn room(present: usize, more: usize) -> Result<()> {
    if present + more > MOST {
        return Err(Error::field(
            "too_many",
            "text",
            format!(
                "An agenda has up to {MOST} points. Nothing was changed. Leave some for the next session."
            ),
        ));
    }
    Ok(())
}

/// Puts a point on the agenda.
pub(crate) fn add(desk: &Desk<'_>, request: NewAgendaPoint) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "adding a point to the agenda of",
        |_, pen, context, session| {
            let topic = request
                .topic
                .as_deref()
                .map(|topic| {
                    context
                        .meetings
                        .topics
                        .iter()
                        .find(|other| other.id == topic)
                        .ok_or_else(|| {
                            Error::field(
                                "not_found",
                                "topic",
                                "This topic is not here any more. Nothing was changed. Choose one from the list.",
                            )
                        })
                })
                .transpose()?;
            let text = match topic {
                Some(topic) if request.text.trim().is_empty() => topic.title.clone(),
                Some(_) | None => line("text", "point", &request.text)?,
            };
            let points = own(context, session);
            room(points.len(), 1)?;
            let position = behind(points.iter().map(|point| point.position));
            let topic = topic.map_or("", |topic| topic.id.as_str());
            let side = request.side.unwrap_or_else(|| context.side());
            let id = create(pen, &session.id, position, (&text, side, topic))?;
            Ok(Made {
                id: Some(id),
                due: None,
            })
        },
    )
}

/// Puts the three points on the agenda that serve where nobody has written one (R157).
pub(crate) fn default_agenda(
    desk: &Desk<'_>,
    request: WhichSession,
) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "adding three points to the agenda of",
        |_, pen, context, session| {
            let points = own(context, session);
            room(points.len(), DEFAULT_AGENDA.len())?;
            let first = behind(points.iter().map(|point| point.position));
            for (position, text) in (first..).zip(DEFAULT_AGENDA) {
                create(pen, &session.id, position, (text, context.side(), ""))?;
            }
            Ok(Made::default())
        },
    )
}

/// A point as it stands on the agenda of a session.
fn find<'a>(context: &'a Context, session: &Session, id: &str) -> Result<&'a Point> {
    let agendas = context.agendas();
    let stands = agendas
        .get(&session.id)
        .is_some_and(|agenda| agenda.iter().any(|point| point == id));
    context
        .meetings
        .points
        .iter()
        .find(|point| stands && point.id == id)
        .ok_or_else(gone)
}

/// Words a point otherwise.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeAgendaPoint) -> Result<Outcome<SessionPage>> {
    let text = line("text", "point", &request.text)?;
    with_session(
        desk,
        (&request.relationship, &request.session),
        "changing the agenda of",
        |_, pen, context, session| {
            let point = find(context, session, &request.point)?;
            pen.goes_on();
            pen.set(&schema::AGENDA_POINT, &point.id, "text", Value::from(text))?;
            Ok(Made::default())
        },
    )
}

/// Takes a point from the agenda. One that was carried over stays with the session it was written for, and goes
/// no further.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichAgendaPoint) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "removing a point from the agenda of",
        |_, pen, context, session| {
            let point = find(context, session, &request.point)?;
            if point.session == session.id {
                pen.remove(&schema::AGENDA_POINT, &point.id)?;
            } else {
                let id = outcome_id(&point.id, &session.id);
                let dropped = Value::from(Happened::Dropped.key());
                pen.set(&schema::AGENDA_OUTCOME, &id, "outcome", dropped)?;
            }
            Ok(Made::default())
        },
    )
}

/// Moves a point to another place among those written for the session.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveAgendaPoint) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "ordering the agenda of",
        |_, pen, context, session| {
            let mut points = own(context, session);
            let from = points
                .iter()
                .position(|point| point.id == request.point)
                .ok_or_else(gone)?;
            let point = points.remove(from);
            let to = (request.position.max(1) as usize - 1).min(points.len());
            points.insert(to, point);
            for (position, point) in (0_i64..).zip(points) {
                let position = Value::from(position);
                pen.set(&schema::AGENDA_POINT, &point.id, "position", position)?;
            }
            Ok(Made::default())
        },
    )
}

/// Notes what happened to a point in the session.
pub(crate) fn outcome(desk: &Desk<'_>, request: SetOutcome) -> Result<Outcome<SessionPage>> {
    let note = request
        .note
        .as_deref()
        .map(|note| long_text("note", "note", note))
        .transpose()?;
    with_session(
        desk,
        (&request.relationship, &request.session),
        "noting what you got to in",
        |_, pen, context, session| {
            let asked = context
                .tasks
                .all
                .iter()
                .any(|task| super::asking(&task.id) == request.point);
            if !asked {
                find(context, session, &request.point)?;
            }
            let id = outcome_id(&request.point, &session.id);
            let key = request.outcome.map_or("", Happened::key);
            pen.set(&schema::AGENDA_OUTCOME, &id, "outcome", Value::from(key))?;
            if let Some(note) = note {
                pen.set(&schema::AGENDA_OUTCOME, &id, "note", Value::from(note))?;
            }
            Ok(Made::default())
        },
    )
}

/// Sends the agenda: it is marked as sent, and the message is written. What the mentee wants from the session
/// belongs to it (R34).
pub(crate) fn send(desk: &Desk<'_>, request: SendAgenda) -> Result<Outcome<SessionPage>> {
    let wish = request
        .wish
        .as_deref()
        .map(|wish| line("wish", "wish", wish))
        .transpose()?;
    let texts = request
        .points
        .unwrap_or_default()
        .iter()
        .map(|point| line("points", "point", point))
        .collect::<Result<Vec<_>>>()?;
    let at = moment_of(desk, request.on.as_deref())?;
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        let deed = format!("sending the agenda of {}", Context::called(session));
        let mut pen = context.opened.pen(tx, desk, deed);
        if let Some(wish) = &wish {
            write_wish(desk, &mut pen, &context, session, wish)?;
        } else if context.meetings.page(&session.id).wish.is_empty() {
            return Err(Error::field(
                "empty",
                "wish",
                format!(
                    "What {} wants from this session is not said yet, and it goes with the agenda. Nothing was sent. Write one line.",
                    context.name(Side::Mentee)
                ),
            ));
        }
        let points = own(&context, session);
        room(points.len(), texts.len())?;
        let first = behind(points.iter().map(|point| point.position));
        let sender = context.duty(Duty::Points);
        for (position, text) in (first..).zip(&texts) {
            create(&mut pen, &session.id, position, (text, sender, ""))?;
        }
        let stands = context.agendas().get(&session.id).map_or(0, Vec::len);
        if stands + texts.len() + context.asked_tasks(session).len() == 0 {
            return Err(Error::field(
                "empty",
                "points",
                "No point stands on the agenda yet. Nothing was sent. Write one point or more, or take the three that are offered.",
            ));
        }
        set(&mut pen, session, "agenda_sent_at", at.to_text())?;
        let mut outcome = answered(desk, tx, which, Made::default())?;
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        outcome.output.message = Some(message(&context, session, &outcome.output));
        Ok(outcome)
    })
}

/// The day and time of a session on the clock of one of the two, in words.
pub(super) fn when(context: &Context, session: &Session, side: Side) -> String {
    let zone = Zone::named(&context.opened.state.person(side).zone).unwrap_or_else(Zone::utc);
    let civil = zone.civil(session.start());
    format!("{} at {}", dates::long(civil.date()), civil.format("%H:%M"))
}

/// The message with which the agenda goes to the other person.
fn message(context: &Context, session: &Session, page: &SessionPage) -> PartnerMessage {
    let from = context.duty(Duty::Points);
    let (sender, other) = (
        context.name(from),
        context.opened.state.person(from.other()),
    );
    let mut text = format!(
        "Hello {},\n\nfor our session on {} I would like to talk about:\n\n",
        first_name(&other.name),
        when(context, session, from.other())
    );
    for (number, point) in page.agenda.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", number + 1, point.text));
    }
    let wish = page.wish.second.as_ref().or(page.wish.first.as_ref());
    if let Some(wish) = wish {
        text.push_str(&format!(
            "\nWhat {} wants from this session: {}\n",
            first_name(&page.wish.name),
            wish.text
        ));
    }
    text.push_str(&format!("\n{}\n", first_name(sender)));
    PartnerMessage {
        name: other.name.clone(),
        to: other.email.clone(),
        subject: format!("Points for our session on {}", dates::long(session.date())),
        text,
    }
}

/// Chooses what is done as no agenda has come (R33).
pub(crate) fn choose_missing(
    desk: &Desk<'_>,
    request: ChooseMissing,
) -> Result<Outcome<SessionPage>> {
    with_session(
        desk,
        (&request.relationship, &request.session),
        "choosing what to do without an agenda for",
        |_, pen, _, session| {
            let key = request.choice.map_or("", AgendaMissing::key);
            set(pen, session, "agenda_missing", key)?;
            Ok(Made::default())
        },
    )
}

/// What is said where no agenda has come by the day of the last call (R33).
pub(super) fn missing(
    context: &Context,
    session: &Session,
    chosen: Option<AgendaMissing>,
) -> MissingAgenda {
    let from = context.duty(Duty::Points);
    let (sender, other) = (context.opened.state.person(from), from.other());
    let (one, two) = (first_name(&sender.name), first_name(context.name(other)));
    let agreed = context.opened.state.terms.agenda_missing.as_deref();
    MissingAgenda {
        words: format!("Nothing received from {one} yet for this session."),
        choices: AgendaMissing::ALL
            .into_iter()
            .map(|choice| MissingChoice {
                choice,
                words: match choice {
                    AgendaMissing::Remind => format!("{two} reminds {one}"),
                    AgendaMissing::Hold => "You meet all the same".to_owned(),
                    AgendaMissing::Move => "You move the session".to_owned(),
                },
                agreed: agreed == Some(choice.key()),
            })
            .collect(),
        chosen,
        message: PartnerMessage {
            name: sender.name.clone(),
            to: sender.email.clone(),
            subject: format!("Our session on {}", dates::long(session.date())),
            text: format!(
                "Hello {one},\n\nour session is on {}. What would you like to talk about, and what do you want from it? A line or two is enough.\n\n{two}\n",
                when(context, session, from)
            ),
        },
    }
}
