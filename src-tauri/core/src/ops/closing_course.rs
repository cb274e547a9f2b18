//! The course of a relationship: closed, ended, reopened for a reason, extended, brought to an earlier end (R97,
//! R127).

use super::closing::{CHANGED, view};
use super::{
    Desk, Outcome, answer as agreement_answer, find_own, line, optional_line, read_date, read_past,
};
use crate::api::closing::{CloseRelationship, ClosingView, MoveEnd, ReopenRelationship};
use crate::domain::closing::{Standing, Step};
use crate::domain::dates;
use crate::domain::shared::ends as schema;
use crate::domain::side::{Role, Side};
use crate::domain::template::{Answer, template};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::closing::Closing;
use crate::record::state::State;
use crate::store::edit;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Writes down what happened to the course of the relationship.
fn step(
    pen: &mut Pen<'_, '_>,
    closing: &Closing,
    role: Role,
    what: Step,
    (on, before): (NaiveDate, Option<NaiveDate>),
    reason: &str,
) -> Result<()> {
    let position = closing
        .steps
        .iter()
        .map(|step| step.position)
        .max()
        .map_or(0, |last| last.saturating_add(1));
    let mut row = Row::new();
    for (name, value) in [
        ("position", Value::from(position)),
        ("what", Value::from(what.key())),
        ("on_date", Value::from(on.to_string())),
        ("before_date", json!(before.map(|on| on.to_string()))),
        ("side", Value::from(role.side().map_or("", Side::key))),
        ("reason", Value::from(reason)),
    ] {
        row.insert(name.to_owned(), value);
    }
    let id = uuid::Uuid::new_v4().to_string();
    pen.create(&schema::CLOSING_STEP, &id, row)
}

/// Closes or ends the relationship: from here on it is read-only (R127). Undo does not lead back, only
/// reopening with a reason.
pub(crate) fn finish(
    desk: &Desk<'_>,
    request: &CloseRelationship,
    standing: Standing,
) -> Result<Outcome<ClosingView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let (what, deed) = match standing {
        Standing::Ended => (Step::Ended, "ending the relationship"),
        Standing::Open | Standing::Closed => (Step::Closed, "closing the relationship"),
    };
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let closing = Closing::load(tx, &part.relationship)?;
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).sealing();
        step(&mut pen, &closing, role, what, (on, None), "")?;
        pen.set(
            &schema::CLOSING,
            "closing",
            "on_date",
            Value::from(on.to_string()),
        )?;
        pen.set(
            &schema::CLOSING,
            "closing",
            "state",
            Value::from(standing.key()),
        )?;
        edit::forget_deeds(tx, &part.relationship)?;
        Ok(Outcome::changed(view(tx, &part, role, today)?, CHANGED))
    })
}

/// Closes a relationship after its closing conversation.
pub(crate) fn close(desk: &Desk<'_>, request: CloseRelationship) -> Result<Outcome<ClosingView>> {
    finish(desk, &request, Standing::Closed)
}

/// Reopens a relationship that has come to its end, for a reason (R127).
pub(crate) fn reopen(desk: &Desk<'_>, request: ReopenRelationship) -> Result<Outcome<ClosingView>> {
    let reason = line("reason", "reason", &request.reason)?;
    let today = desk.now.date();
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let closing = Closing::load(tx, &part.relationship)?;
        if closing.standing == Standing::Open {
            return Err(Error::field(
                "not_closed",
                "relationship",
                "This relationship goes on, so there is nothing to reopen. Nothing was changed. Go on writing.",
            ));
        }
        let deed = "reopening the relationship";
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed)
            .sealing()
            .reopening();
        step(&mut pen, &closing, role, Step::Reopened, (today, None), &reason)?;
        pen.set(&schema::CLOSING, "closing", "state", Value::from(""))?;
        pen.set(&schema::CLOSING, "closing", "on_date", Value::Null)?;
        edit::forget_deeds(tx, &part.relationship)?;
        Ok(Outcome::changed(view(tx, &part, role, today)?, CHANGED))
    })
}

/// The end of the term, as the agreement asks for it (R66).
const ENDS_ON: &str = "template.4.ends_on";

fn move_end(desk: &Desk<'_>, request: &MoveEnd, what: Step) -> Result<Outcome<ClosingView>> {
    let to = read_date("endsOn", &request.ends_on)?;
    let reason = optional_line(
        "reason",
        "reason",
        request.reason.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let closing = Closing::load(tx, &part.relationship)?;
        let now = state.terms.ends_on;
        let wrong = match (what, now) {
            (Step::Extended, Some(end)) if to <= end => Some((end, "not later than", "a later day")),
            (Step::FinishedEarly, Some(end)) if to >= end => {
                Some((end, "not earlier than", "an earlier day"))
            }
            _ => None,
        };
        if let Some((end, relation, then)) = wrong {
            return Err(Error::field(
                "wrong_order",
                "endsOn",
                format!(
                    "{} is {relation} the end you agreed on, {}. Nothing was changed. Choose {then}.",
                    dates::long(to),
                    dates::long(end)
                ),
            ));
        }
        let deed = match what {
            Step::Extended => "extending the relationship",
            Step::FinishedEarly | Step::Closed | Step::Ended | Step::Reopened => {
                "bringing the end forward"
            }
        };
        let field = template()
            .field(ENDS_ON)
            .ok_or_else(|| Error::Internal(ENDS_ON.to_owned()))?;
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        agreement_answer::put(&mut pen, &state, field, None, Some(&Answer::Date(to))).map_err(
            |error| match error {
                Error::Refused(mut refusal) => {
                    if refusal.field.as_deref() == Some("value") {
                        refusal.field = Some("endsOn".to_owned());
                    }
                    Error::Refused(refusal)
                }
                other @ (Error::Paper(_) | Error::Internal(_)) => other,
            },
        )?;
        step(&mut pen, &closing, role, what, (to, now), &reason)?;
        Ok(Outcome::changed(
            view(tx, &part, role, desk.now.date())?,
            CHANGED,
        ))
    })
}

/// Puts the end off. The mid-point follows.
pub(crate) fn extend(desk: &Desk<'_>, request: MoveEnd) -> Result<Outcome<ClosingView>> {
    move_end(desk, &request, Step::Extended)
}

/// Brings the end forward.
pub(crate) fn finish_early(desk: &Desk<'_>, request: MoveEnd) -> Result<Outcome<ClosingView>> {
    move_end(desk, &request, Step::FinishedEarly)
}
