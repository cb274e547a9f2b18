//! After a session: four answers that each writes unseen (R48, R49), feedback with a tag (R75), and what the other
//! one would rather have (R76, R77).

use super::{Context, Made, answered};
use crate::api::expectation::WritingStage;
use crate::api::feedback::{
    ChangeFeedbackPoint, CounterView, FeedbackAnswers, FeedbackOf, FeedbackPointView,
    FeedbackPoints, FeedbackQuestion, FeedbackView, NewCounter, NewFeedbackPoint, TaskCounters,
    WhichFeedbackPoint, WhoseFeedback, WriteFeedback,
};
use crate::api::meeting::SessionPage;
use crate::api::relationship::Which;
use crate::domain::feedback::{self, Answers, QUESTIONS};
use crate::domain::ids::{PartId, SessionId};
use crate::domain::meeting::{CounterKind, FeedbackState, FeedbackTag, is_feedback_due};
use crate::domain::moment::Moment;
use crate::domain::session::Session;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::wording::{Names, Speaker, Voice};
use crate::error::{Error, Result};
use crate::ops::contact::first_name;
use crate::ops::{Desk, Outcome, glimpse, line, long_text, moment_words};
use crate::record::Pen;
use crate::record::meeting::{Counter, behind, counters, feedback_points, shown};
use crate::record::state::answer_id;
use crate::store::shared::Row;
use crate::store::{Tx, meeting as store};
use serde_json::Value;
use std::collections::BTreeMap;

const POINTS_CHANGED: &[&str] = &["sessions", "tasks", "today"];

/// Whether one of the two has sent their answers, shown by now or not.
fn has_sent(tx: &Tx<'_>, context: &Context, session: &Session, side: Side) -> Result<bool> {
    let relationship = &context.opened.relationship;
    Ok(
        store::sent_at(tx, relationship, &session.id, side)?.is_some()
            || shown(tx, relationship, &session.id, side)?.is_some(),
    )
}

fn of(tx: &Tx<'_>, context: &Context, session: &Session, side: Side) -> Result<FeedbackOf> {
    let relationship = &context.opened.relationship;
    let open = shown(tx, relationship, &session.id, side)?;
    let unseen = store::sent_at(tx, relationship, &session.id, side)?;
    let stage = if open.is_some() || unseen.is_some() {
        WritingStage::Finished
    } else if store::draft(tx, relationship, &session.id, side)?.is_some() {
        WritingStage::Writing
    } else {
        WritingStage::Nothing
    };
    let sent = match &open {
        Some(open) => open.sent_at.clone(),
        None => unseen.as_deref().and_then(Moment::from_text),
    };
    // R49: what the other one shows is seen after sending one's own.
    let may_see = side == context.side() || has_sent(tx, context, session, side.other())?;
    Ok(FeedbackOf {
        side,
        name: context.name(side).to_owned(),
        stage,
        sent: sent.as_ref().map(moment_words),
        answers: open.filter(|_| may_see).map(|open| FeedbackAnswers {
            take_away: open.answers.take_away,
            keep: open.answers.keep,
            less: open.answers.less,
            differently: open.answers.differently,
        }),
    })
}

/// The four questions, and how far the two are.
pub(super) fn view(tx: &Tx<'_>, context: &Context, session: &Session) -> Result<FeedbackView> {
    let state = &context.opened.state;
    let speaker = Speaker {
        vocabulary: Some(&state.vocabulary),
        voice: Voice::You,
        names: Names {
            mentor: first_name(&state.mentor.name),
            mentee: first_name(&state.mentee.name),
        },
    };
    let relationship = &context.opened.relationship;
    let given = crate::record::meeting::answered(tx, relationship)?;
    let last = context
        .sessions
        .all()
        .iter()
        .take_while(|other| other.id != session.id)
        .filter(|other| given.contains(&other.id))
        .map(Session::date)
        .last();
    Ok(FeedbackView {
        due: is_feedback_due(state.terms.rhythm.as_deref(), last, session.date()),
        questions: QUESTIONS
            .into_iter()
            .map(|(field, words)| FeedbackQuestion {
                field,
                words: speaker.fill(words, None, ""),
            })
            .collect(),
        people: [Side::Mentee, Side::Mentor]
            .into_iter()
            .map(|side| of(tx, context, session, side))
            .collect::<Result<_>>()?,
    })
}

/// Whether both have answered.
pub(super) fn is_complete(tx: &Tx<'_>, context: &Context, session: &Session) -> Result<bool> {
    Ok(has_sent(tx, context, session, Side::Mentor)?
        && has_sent(tx, context, session, Side::Mentee)?)
}

fn not_sent(tx: &Tx<'_>, context: &Context, session: &Session, side: Side) -> Result<()> {
    if !has_sent(tx, context, session, side)? {
        return Ok(());
    }
    let name = first_name(context.name(side));
    Err(Error::field(
        "finished",
        "side",
        format!(
            "{name} has sent these answers already. Nothing was changed. What comes to mind later can be written as feedback in a line."
        ),
    ))
}

/// Takes the words of a request into what is written so far.
fn take(request: &WriteFeedback, mut answers: Answers) -> Result<Answers> {
    for (field, given, kept) in [
        ("takeAway", &request.take_away, &mut answers.take_away),
        ("keep", &request.keep, &mut answers.keep),
        ("less", &request.less, &mut answers.less),
        (
            "differently",
            &request.differently,
            &mut answers.differently,
        ),
    ] {
        if let Some(given) = given {
            *kept = long_text(field, "answer", given)?;
        }
    }
    Ok(answers)
}

fn keep(
    tx: &Tx<'_>,
    context: &Context,
    session: &Session,
    (side, request): (Side, &WriteFeedback),
) -> Result<Answers> {
    not_sent(tx, context, session, side)?;
    let relationship = &context.opened.relationship;
    let before = store::draft(tx, relationship, &session.id, side)?;
    let answers = take(request, before.unwrap_or_default())?;
    store::save_draft(tx, relationship, &session.id, side, &answers)?;
    Ok(answers)
}

/// Keeps what one of the two is writing, for nobody else to see.
pub(crate) fn write(desk: &Desk<'_>, request: WriteFeedback) -> Result<Outcome<SessionPage>> {
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        let side = request.side.unwrap_or_else(|| context.side());
        keep(tx, &context, session, (side, &request))?;
        answered(desk, tx, which, Made::default())
    })
}

/// What one of the two is still writing, for who writes it.
pub(crate) fn read(desk: &Desk<'_>, request: WhoseFeedback) -> Result<Outcome<FeedbackAnswers>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        let session = context.session(&request.session)?;
        let side = request.side.unwrap_or_else(|| context.side());
        not_sent(tx, &context, session, side)?;
        let draft = store::draft(tx, &context.opened.relationship, &session.id, side)?;
        let draft = draft.unwrap_or_default();
        Ok(Outcome::read(FeedbackAnswers {
            take_away: draft.take_away,
            keep: draft.keep,
            less: draft.less,
            differently: draft.differently,
        }))
    })
}

fn show(
    pen: &mut Pen<'_, '_>,
    session: &Session,
    (side, answers, sent_at): (Side, Answers, String),
) -> Result<()> {
    let mut row = Row::new();
    for (name, text) in [
        ("take_away", answers.take_away),
        ("keep", answers.keep),
        ("less", answers.less),
        ("differently", answers.differently),
        ("sent_at", sent_at),
    ] {
        row.insert(name.to_owned(), Value::from(text));
    }
    let id = answer_id(&session.id, Some(side));
    pen.create(&schema::SESSION_FEEDBACK, &id, row)
}

/// Sends the answers of one of the two. Once both have sent theirs, both are shown, which is not undone: what was
/// read cannot be unread.
pub(crate) fn send(desk: &Desk<'_>, request: WriteFeedback) -> Result<Outcome<SessionPage>> {
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        let side = request.side.unwrap_or_else(|| context.side());
        let answers = keep(tx, &context, session, (side, &request))?;
        if answers.is_empty() {
            return Err(Error::field(
                "empty",
                "takeAway",
                "Nothing is written yet. Nothing was sent. Answer one of the four questions or more.",
            ));
        }
        let relationship = &context.opened.relationship;
        store::send(tx, relationship, &session.id, side, &desk.now.to_text())?;
        let mut pen = context.opened.pen(
            tx,
            desk,
            format!("showing the feedback on {}", Context::called(session)),
        );
        if shown(tx, relationship, &session.id, side.other())?.is_some() {
            if let Some(own) = store::take(tx, relationship, &session.id, side)? {
                let (answers, at) = feedback::alone(own);
                show(&mut pen, session, (side, answers, at))?;
            }
        } else if store::sent_at(tx, relationship, &session.id, side.other())?.is_some() {
            let mentor = store::take(tx, relationship, &session.id, Side::Mentor)?;
            let mentee = store::take(tx, relationship, &session.id, Side::Mentee)?;
            if let (Some(mentor), Some(mentee)) = (mentor, mentee) {
                for one in feedback::together(mentor, mentee) {
                    show(&mut pen, session, one)?;
                }
            }
        }
        pen.for_good()?;
        answered(desk, tx, which, Made::default())
    })
}

/// Shows what the owner has sent without waiting for the other one: for pairs of whom only one uses Fairlead (B2).
pub(crate) fn release(desk: &Desk<'_>, request: WhoseFeedback) -> Result<Outcome<SessionPage>> {
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        let own = context.side();
        if request.side.is_some_and(|side| side != own) {
            let name = first_name(context.name(own.other()));
            return Err(Error::field(
                "not_yours",
                "side",
                format!(
                    "What {name} has sent is shown when you have sent yours. Nothing was shown. Send your own answers."
                ),
            ));
        }
        let relationship = &context.opened.relationship;
        let Some(sent) = store::take(tx, relationship, &session.id, own)? else {
            return Err(Error::field(
                "empty",
                "side",
                "You have sent nothing that still waits to be shown. Nothing was changed. Send your answers first.",
            ));
        };
        let (answers, at) = feedback::alone(sent);
        let deed = format!("showing the feedback on {}", Context::called(session));
        let mut pen = context.opened.pen(tx, desk, deed);
        show(&mut pen, session, (own, answers, at))?;
        pen.for_good()?;
        answered(desk, tx, which, Made::default())
    })
}

fn counter_views(context: &Context, counters: Option<&Vec<Counter>>) -> Vec<CounterView> {
    counters
        .into_iter()
        .flatten()
        .map(|counter| CounterView {
            id: counter.id.clone(),
            side: counter.side,
            name: context.name(counter.side).to_owned(),
            kind: counter.kind,
            begins: counter.kind.words().to_owned(),
            text: counter.text.clone(),
            when: counter
                .made_at
                .as_ref()
                .map(moment_words)
                .unwrap_or_default(),
        })
        .collect()
}

/// All feedback, the newest first; of one session where one is named.
pub(super) fn point_views(
    tx: &Tx<'_>,
    context: &Context,
    session: Option<&Session>,
) -> Result<Vec<FeedbackPointView>> {
    let relationship = &context.opened.relationship;
    let counters = counters(tx, relationship)?;
    Ok(feedback_points(tx, relationship)?
        .into_iter()
        .rev()
        .filter(|point| session.is_none_or(|session| session.id == point.session))
        .map(|point| FeedbackPointView {
            session: (!point.session.is_empty()).then(|| SessionId(point.session.clone())),
            side: point.side,
            name: context.name(point.side).to_owned(),
            text: point.text,
            tag: point.tag,
            state: point.state,
            counters: counter_views(context, counters.get(&point.id)),
            when: point.made_at.as_ref().map(moment_words).unwrap_or_default(),
            id: point.id,
        })
        .collect())
}

fn all(tx: &Tx<'_>, context: &Context, id: Option<String>) -> Result<FeedbackPoints> {
    let answers: BTreeMap<_, _> = counters(tx, &context.opened.relationship)?;
    Ok(FeedbackPoints {
        points: point_views(tx, context, None)?,
        of_tasks: context
            .tasks
            .all
            .iter()
            .filter(|task| answers.contains_key(&task.id))
            .map(|task| TaskCounters {
                task: task.id.clone(),
                what: task.what.clone(),
                counters: counter_views(context, answers.get(&task.id)),
            })
            .collect(),
        id,
    })
}

/// All feedback and recommendations (R75, R76).
pub(crate) fn points(desk: &Desk<'_>, request: Which) -> Result<Outcome<FeedbackPoints>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        Ok(Outcome::read(all(tx, &context, None)?))
    })
}

/// Says something in a line, with what it is for (R75).
pub(crate) fn add_point(
    desk: &Desk<'_>,
    request: NewFeedbackPoint,
) -> Result<Outcome<FeedbackPoints>> {
    let text = line("text", "feedback", &request.text)?;
    desk.store.write(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        if let Some(session) = &request.session {
            context.session(session)?;
        }
        let present = feedback_points(tx, &context.opened.relationship)?;
        let id = PartId::new().0;
        let mut row = Row::new();
        for (name, value) in [
            (
                "session",
                request
                    .session
                    .map_or_else(String::new, |session| session.0),
            ),
            (
                "side",
                request
                    .side
                    .unwrap_or_else(|| context.side())
                    .key()
                    .to_owned(),
            ),
            ("text", text.clone()),
            ("tag", request.tag.map_or("", FeedbackTag::key).to_owned()),
            ("state", FeedbackState::Open.key().to_owned()),
            ("made_at", desk.now.to_text()),
        ] {
            row.insert(name.to_owned(), Value::from(value));
        }
        let position = behind(present.iter().map(|point| point.position));
        row.insert("position".to_owned(), Value::from(position));
        let deed = format!("giving the feedback “{}”", glimpse(&text));
        let mut pen = context.opened.pen(tx, desk, deed);
        pen.create(&schema::FEEDBACK_POINT, &id, row)?;
        Ok(Outcome::changed(
            all(tx, &context, Some(id))?,
            POINTS_CHANGED,
        ))
    })
}

fn with_point(
    desk: &Desk<'_>,
    which: &WhichFeedbackPoint,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>) -> Result<()>,
) -> Result<Outcome<FeedbackPoints>> {
    desk.store.write(|tx| {
        let context = Context::of(tx, &which.relationship, &desk.now)?;
        let point = feedback_points(tx, &context.opened.relationship)?
            .into_iter()
            .find(|point| point.id == which.feedback)
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "feedback",
                    "This feedback is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let name = format!("{doing} the feedback “{}”", glimpse(&point.text));
        deed(&mut context.opened.pen(tx, desk, name))?;
        Ok(Outcome::changed(all(tx, &context, Some(point.id))?, POINTS_CHANGED))
    })
}

/// Changes feedback: its words, what it is for, and where it stands between the two (R77).
pub(crate) fn change_point(
    desk: &Desk<'_>,
    request: ChangeFeedbackPoint,
) -> Result<Outcome<FeedbackPoints>> {
    let text = request
        .text
        .as_deref()
        .map(|text| line("text", "feedback", text))
        .transpose()?;
    let which = WhichFeedbackPoint {
        relationship: request.relationship,
        feedback: request.feedback,
    };
    with_point(desk, &which, "changing", |pen| {
        let mut set = |field: &str, value: Value| {
            pen.set(&schema::FEEDBACK_POINT, &which.feedback, field, value)
        };
        if let Some(text) = text {
            set("text", Value::from(text))?;
        }
        if let Some(tag) = request.tag {
            set("tag", Value::from(tag.key()))?;
        }
        if let Some(state) = request.state {
            set("state", Value::from(state.key()))?;
        }
        Ok(())
    })
}

/// Takes feedback away.
pub(crate) fn remove_point(
    desk: &Desk<'_>,
    request: WhichFeedbackPoint,
) -> Result<Outcome<FeedbackPoints>> {
    with_point(desk, &request, "removing", |pen| {
        pen.remove(&schema::FEEDBACK_POINT, &request.feedback)
    })
}

/// Answers feedback, a recommendation or a task with "I see it differently" or "I'd rather have …" (R76).
pub(crate) fn counter(desk: &Desk<'_>, request: NewCounter) -> Result<Outcome<FeedbackPoints>> {
    let text = match request.kind {
        CounterKind::Rather => line("text", "other kind of support", &request.text)?,
        CounterKind::Differently => super::super::optional_line("text", "answer", &request.text)?,
    };
    desk.store.write(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        let relationship = &context.opened.relationship;
        let points = feedback_points(tx, relationship)?;
        let said_by = points
            .iter()
            .find(|point| point.id == request.about)
            .map(|point| point.side)
            .or_else(|| context.tasks.find(&request.about).map(|task| task.set_by))
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "about",
                    "What this answers is not here any more. Nothing was changed. Choose feedback or a task from the list.",
                )
            })?;
        let side = request.side.unwrap_or_else(|| said_by.other());
        let present = counters(tx, relationship)?;
        let present = present.get(&request.about);
        let position = behind(present.into_iter().flatten().map(|counter| counter.position));
        let mut row = Row::new();
        for (name, value) in [
            ("target", request.about.as_str()),
            ("side", side.key()),
            ("kind", request.kind.key()),
            ("text", &text),
            ("made_at", &desk.now.to_text()),
        ] {
            row.insert(name.to_owned(), Value::from(value));
        }
        row.insert("position".to_owned(), Value::from(position));
        let id = PartId::new().0;
        let deed = format!("answering “{}”", request.kind.words());
        let mut pen = context.opened.pen(tx, desk, deed);
        pen.create(&schema::COUNTER_PROPOSAL, &id, row)?;
        Ok(Outcome::changed(all(tx, &context, Some(id))?, POINTS_CHANGED))
    })
}
