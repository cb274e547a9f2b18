//! Periodic check-points: three questions more at every third session, or another one (R115).

use super::checkup::Looking;
use super::{Desk, Outcome, long_text, words};
use crate::api::checkup::{
    AnswerCheckPoint, CheckPointAnswers, CheckPointQuestion, CheckPointView, CheckPoints,
    SetCheckPoints,
};
use crate::api::relationship::Which;
use crate::domain::checkup::words as content;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::shared::looking as schema;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::state::answer_id;
use crate::store::Tx;
use serde_json::Value;

const CHANGED: &[&str] = &["checkups", "sessions", "today", "reminders"];
/// The largest distance between two check-points, in sessions.
const MOST: u32 = 52;

fn said(every: u32) -> String {
    match every {
        0 => "You have no check-points.".to_owned(),
        1 => "Every session is a check-point.".to_owned(),
        2 => "Every second session is a check-point.".to_owned(),
        3 => "Every third session is a check-point.".to_owned(),
        _ => format!("Every {every}th session is a check-point."),
    }
}

fn view(desk: &Desk<'_>, looking: &Looking) -> CheckPoints {
    let state = &looking.opened.state;
    let today = desk.now.date();
    let sessions = looking
        .back
        .check_point_sessions(&looking.sessions)
        .into_iter()
        .filter_map(|id| looking.sessions.find(id))
        .map(|session| CheckPointView {
            session: SessionId(session.id.clone()),
            date: words(today, session.date()),
            held: session.is_held(),
            people: [Side::Mentee, Side::Mentor]
                .map(|side| {
                    let key = answer_id(&session.id, Some(side));
                    let answer = looking
                        .back
                        .check_points
                        .get(&key)
                        .cloned()
                        .unwrap_or_default();
                    CheckPointAnswers {
                        side,
                        name: state.person(side).name.clone(),
                        answered: looking.back.answered(&session.id, side),
                        answers: vec![answer.working, answer.progress, answer.change],
                    }
                })
                .to_vec(),
        })
        .collect();
    let own = |text: &str| state.vocabulary.say(text).into_owned();
    CheckPoints {
        every: looking.back.every,
        words: own(&said(looking.back.every)),
        questions: content::words()
            .check_points
            .iter()
            .map(|each| CheckPointQuestion {
                key: each.key.clone(),
                question: own(&each.title),
            })
            .collect(),
        sessions,
        mentor_question: (looking.opened.role == Role::Mentor)
            .then(|| content::words().mentor.open_mind.clone()),
        place_tip: content::place_tip("check_point", state.terms.mode.as_deref())
            .unwrap_or_default()
            .to_owned(),
    }
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Outcome<CheckPoints>> {
    let looking = Looking::of(tx, relationship)?;
    Ok(Outcome::changed(view(desk, &looking), CHANGED))
}

/// The check-points with what each of the two answered.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<CheckPoints>> {
    desk.store.read(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        Ok(Outcome::read(view(desk, &looking)))
    })
}

/// Says every which session is a check-point.
pub(crate) fn set(desk: &Desk<'_>, request: SetCheckPoints) -> Result<Outcome<CheckPoints>> {
    if request.every > MOST {
        return Err(Error::field(
            "out_of_range",
            "every",
            format!(
                "Every how many sessions there is a check-point is a number from 1 to {MOST}, or 0 for none. Nothing was changed. Enter one of these."
            ),
        ));
    }
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let mut pen = looking.opened.pen(tx, desk, "choosing the check-points");
        let value = Value::from(i64::from(request.every));
        pen.set(&schema::CHECK_POINT_PATTERN, "pattern", "every", value)?;
        answered(desk, tx, &looking.opened.relationship)
    })
}

/// Answers a check-point.
pub(crate) fn answer(desk: &Desk<'_>, request: AnswerCheckPoint) -> Result<Outcome<CheckPoints>> {
    let read = |field: &str, text: Option<String>| {
        text.map(|text| long_text(field, "answer", &text))
            .transpose()
    };
    let answers = [
        ("working", read("working", request.working)?),
        ("progress", read("progress", request.progress)?),
        ("change", read("change", request.change)?),
    ];
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        let session = looking.sessions.find(request.session.as_str()).ok_or_else(|| {
            Error::field(
                "not_found",
                "session",
                "This session is not here any more. Nothing was changed. Choose one from the list.",
            )
        })?;
        let id = answer_id(&session.id, Some(side));
        let mut pen = looking
            .opened
            .pen(tx, desk, "answering the check-point")
            .typing();
        for (field, text) in answers {
            if let Some(text) = text {
                pen.set(&schema::CHECK_POINT_ANSWER, &id, field, Value::from(text))?;
            }
        }
        answered(desk, tx, &looking.opened.relationship)
    })
}
