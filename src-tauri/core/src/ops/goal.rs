//! Goals: any number of them, at most three ranked (R63 to R65, R88, C10).

use super::agreement::goal_views;
use super::{Desk, Outcome, find_own, glimpse, line, long_text};
use crate::api::agreement::{ChangeGoal, Goals, Horizon, MoveGoal, NewGoal, WhichGoal};
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Goal, State};
use crate::store::Tx;
use crate::store::shared::Row;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "relationships", "today"];

const fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Short => "short",
        Horizon::Long => "long",
    }
}

fn read_rank(rank: u32) -> Result<Option<u32>> {
    match rank {
        0 => Ok(None),
        1..=3 => Ok(Some(rank)),
        _ => Err(Error::field(
            "out_of_range",
            "rank",
            "Only three goals stand in front. Nothing was changed. Choose 1, 2 or 3, or 0 for none.",
        )),
    }
}

fn find<'a>(state: &'a State, id: &GoalId) -> Result<&'a Goal> {
    state
        .goals
        .iter()
        .find(|goal| goal.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "goal",
                "This goal is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
}

fn answer(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<GoalId>,
) -> Result<Outcome<Goals>> {
    let state = State::load(tx, relationship)?;
    Ok(Outcome::changed(
        Goals {
            goals: goal_views(&state.goals),
            id,
        },
        CHANGED,
    ))
}

/// Takes the rank from the goal that has it.
fn free_rank(pen: &mut Pen<'_, '_>, state: &State, rank: u32, except: &str) -> Result<()> {
    for goal in state
        .goals
        .iter()
        .filter(|goal| goal.rank == Some(rank) && goal.id != except)
    {
        pen.set(&schema::GOAL, &goal.id, "rank", Value::Null)?;
    }
    Ok(())
}

/// The section the goals stand in is open again when they change.
fn reopen(pen: &mut Pen<'_, '_>, state: &State) -> Result<()> {
    if state.standing("template.3") == "agreed" {
        pen.set(
            &schema::SECTION,
            "template.3",
            "standing",
            Value::from("open"),
        )?;
    }
    Ok(())
}

pub(crate) fn add(desk: &Desk<'_>, request: NewGoal) -> Result<Outcome<Goals>> {
    let title = line("title", "goal", &request.title)?;
    let measure = long_text("measure", "measure", &request.measure)?;
    let rank = request.rank.map(read_rank).transpose()?.flatten();
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        if state.goals.len() >= 100 {
            return Err(Error::field("too_many", "title", "There are already 100 goals. Nothing was changed. Remove one that no longer matters first."));
        }
        let id = GoalId::new();
        let mut pen =
            Pen::new(tx, &part.relationship, role, &desk.now, format!("adding the goal “{}”", glimpse(&title)));
        if let Some(rank) = rank {
            free_rank(&mut pen, &state, rank, "")?;
        }
        let position = state.goals.last().map_or(0, |goal| goal.position + 1);
        let mut row = Row::new();
        row.insert("title".to_owned(), Value::from(title));
        row.insert("measure".to_owned(), Value::from(measure));
        row.insert("horizon".to_owned(), Value::from(horizon(request.horizon)));
        row.insert("rank".to_owned(), rank.map_or(Value::Null, Value::from));
        row.insert("position".to_owned(), Value::from(position));
        pen.create(&schema::GOAL, id.as_str(), row)?;
        reopen(&mut pen, &state)?;
        answer(tx, &part.relationship, Some(id))
    })
}

pub(crate) fn change(desk: &Desk<'_>, request: ChangeGoal) -> Result<Outcome<Goals>> {
    let title = request
        .title
        .as_deref()
        .map(|title| line("title", "goal", title))
        .transpose()?;
    let measure = request
        .measure
        .as_deref()
        .map(|text| long_text("measure", "measure", text))
        .transpose()?;
    let rank = request.rank.map(read_rank).transpose()?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let goal = find(&state, &request.goal)?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            format!("changing the goal “{}”", glimpse(&goal.title)),
        )
        .typing();
        let id = goal.id.as_str();
        if let Some(title) = &title {
            pen.set(&schema::GOAL, id, "title", Value::from(title.as_str()))?;
        }
        if let Some(measure) = &measure {
            pen.set(&schema::GOAL, id, "measure", Value::from(measure.as_str()))?;
        }
        if let Some(long) = request.horizon {
            pen.set(&schema::GOAL, id, "horizon", Value::from(horizon(long)))?;
        }
        if let Some(rank) = rank {
            if let Some(rank) = rank {
                free_rank(&mut pen, &state, rank, id)?;
            }
            pen.set(
                &schema::GOAL,
                id,
                "rank",
                rank.map_or(Value::Null, Value::from),
            )?;
        }
        reopen(&mut pen, &state)?;
        answer(tx, &part.relationship, None)
    })
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichGoal) -> Result<Outcome<Goals>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let goal = find(&state, &request.goal)?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            format!("removing the goal “{}”", glimpse(&goal.title)),
        );
        pen.remove(&schema::GOAL, &goal.id)?;
        reopen(&mut pen, &state)?;
        answer(tx, &part.relationship, None)
    })
}

/// Puts a goal at another place in the list (R101).
pub(crate) fn shift(desk: &Desk<'_>, request: MoveGoal) -> Result<Outcome<Goals>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let goal = find(&state, &request.goal)?;
        let mut order: Vec<&Goal> = state
            .goals
            .iter()
            .filter(|other| other.id != goal.id)
            .collect();
        let place = usize::try_from(request.position)
            .unwrap_or(usize::MAX)
            .saturating_sub(1)
            .min(order.len());
        order.insert(place, goal);
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            format!("moving the goal “{}”", glimpse(&goal.title)),
        );
        for (position, goal) in (0_i64..).zip(order) {
            pen.set(&schema::GOAL, &goal.id, "position", Value::from(position))?;
        }
        answer(tx, &part.relationship, None)
    })
}
