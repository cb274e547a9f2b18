//! Where each of the two stands towards a goal by their own judgement: with the goals, the baseline that a
//! signed version keeps (R27).

use super::agreement::goal_views;
use super::{Desk, Opened, Outcome, glimpse};
use crate::api::agreement::Goals;
use crate::api::signing::SetRating;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::state::{State, answer_id};
use serde_json::Value;

/// The highest step of a rating.
const HIGHEST: u32 = 5;

/// Says where somebody stands, or takes it back.
pub(crate) fn set(desk: &Desk<'_>, request: SetRating) -> Result<Outcome<Goals>> {
    let value = match request.value {
        None => 0,
        Some(value @ 1..=HIGHEST) => value,
        Some(_) => {
            return Err(Error::field(
                "out_of_range",
                "value",
                "A rating goes from 1, just starting, to 5, there. Nothing was changed. Choose one of the five, or none.",
            ));
        }
    };
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let goal = opened
            .state
            .goals
            .iter()
            .find(|goal| goal.id == request.goal.as_str())
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "goal",
                    "This goal is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let deed = format!(
            "rating where {} stands with “{}”",
            opened.state.person(request.side).name,
            glimpse(&goal.title)
        );
        opened.pen(tx, desk, deed).set(
            &schema::RATING,
            &answer_id(&goal.id, Some(request.side)),
            "value",
            Value::from(value),
        )?;
        let state = State::load(tx, &opened.relationship)?;
        Ok(Outcome::changed(
            Goals {
                goals: goal_views(&state, desk.now.date()),
                id: None,
            },
            &["agreement", "relationships"],
        ))
    })
}
