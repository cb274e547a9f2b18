//! Goals: any number of them, at most three ranked (R63 to R65, R88, C10).

use super::agreement::goal_views;
use super::{Desk, Opened, Outcome, glimpse, line, long_text};
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

/// Opens the agreement, finds the goal and takes up the pen for a deed called after it: what changing,
/// removing and moving a goal begin with.
fn with_goal(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &GoalId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &State, &Goal) -> Result<()>,
) -> Result<Outcome<Goals>> {
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, relationship)?;
        let goal = find(&agreement.state, id)?;
        let name = format!("{doing} the goal “{}”", glimpse(&goal.title));
        deed(&mut agreement.pen(tx, desk, name), &agreement.state, goal)?;
        answer(tx, &agreement.relationship, None)
    })
}

pub(crate) fn add(desk: &Desk<'_>, request: NewGoal) -> Result<Outcome<Goals>> {
    let title = line("title", "goal", &request.title)?;
    let measure = long_text("measure", "measure", &request.measure)?;
    let rank = request.rank.map(read_rank).transpose()?.flatten();
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, &request.relationship)?;
        let state = &agreement.state;
        if state.goals.len() >= 100 {
            return Err(Error::field("too_many", "title", "There are already 100 goals. Nothing was changed. Remove one that no longer matters first."));
        }
        let id = GoalId::new();
        let mut pen = agreement.pen(tx, desk, format!("adding the goal “{}”", glimpse(&title)));
        if let Some(rank) = rank {
            free_rank(&mut pen, state, rank, "")?;
        }
        let position = state.goals.last().map_or(0, |goal| goal.position + 1);
        let mut row = Row::new();
        row.insert("title".to_owned(), Value::from(title));
        row.insert("measure".to_owned(), Value::from(measure));
        row.insert("horizon".to_owned(), Value::from(horizon(request.horizon)));
        row.insert("rank".to_owned(), rank.map_or(Value::Null, Value::from));
        row.insert("position".to_owned(), Value::from(position));
        pen.create(&schema::GOAL, id.as_str(), row)?;
        reopen(&mut pen, state)?;
        answer(tx, &agreement.relationship, Some(id))
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
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "changing",
        |pen, state, goal| {
            pen.goes_on();
            let mut set =
                |field: &str, value: Value| pen.set(&schema::GOAL, &goal.id, field, value);
            if let Some(title) = title {
                set("title", Value::from(title))?;
            }
            if let Some(measure) = measure {
                set("measure", Value::from(measure))?;
            }
            if let Some(chosen) = request.horizon {
                set("horizon", Value::from(horizon(chosen)))?;
            }
            if let Some(rank) = rank {
                if let Some(rank) = rank {
                    free_rank(pen, state, rank, &goal.id)?;
                }
                let value = rank.map_or(Value::Null, Value::from);
                pen.set(&schema::GOAL, &goal.id, "rank", value)?;
            }
            reopen(pen, state)
        },
    )
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichGoal) -> Result<Outcome<Goals>> {
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "removing",
        |pen, state, goal| {
            pen.remove(&schema::GOAL, &goal.id)?;
            reopen(pen, state)
        },
    )
}

/// Puts a goal at another place in the list (R101).
pub(crate) fn shift(desk: &Desk<'_>, request: MoveGoal) -> Result<Outcome<Goals>> {
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "moving",
        |pen, state, goal| {
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
            for (position, goal) in (0_i64..).zip(order) {
                pen.set(&schema::GOAL, &goal.id, "position", Value::from(position))?;
            }
            Ok(())
        },
    )
}
