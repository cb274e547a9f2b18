//! What the owner wants to change about how they work (R99): private, until they make a goal of it. What both then
//! see are the words of the goal and nothing else.

use super::{Desk, Outcome, find_own, goal, line};
use crate::api::agreement::{Horizon, NewGoal};
use crate::api::journal::{
    BehaviourView, Behaviours, ChangeBehaviour, NewBehaviour, PromoteBehaviour, WhichBehaviour,
};
use crate::api::relationship::Which;
use crate::domain::ids::{BehaviourId, GoalId, RelationshipId};
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::private_plan::{self, BehaviourRow};
use crate::store::shared;
use serde_json::Value;

const CHANGED: &[&str] = &["behaviours"];

/// More than that nobody changes.
const MOST: usize = 100;

fn behaviours(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Behaviours> {
    let goals = shared::rows(tx, &schema::GOAL, relationship)?;
    let title = |id: &str| {
        let (_, row) = goals.iter().find(|(goal, _)| goal == id)?;
        row.get("title").and_then(Value::as_str).map(str::to_owned)
    };
    let behaviours = private_plan::all(tx, relationship)?
        .into_iter()
        .map(|row| {
            let goal = row.goal.filter(|goal| title(goal).is_some());
            BehaviourView {
                id: BehaviourId(row.id),
                text: row.text,
                title: goal.as_deref().and_then(title),
                goal: goal.map(GoalId),
            }
        })
        .collect();
    Ok(Behaviours {
        behaviours,
        id: None,
        goal: None,
    })
}

fn find(tx: &Tx<'_>, relationship: &RelationshipId, id: &BehaviourId) -> Result<BehaviourRow> {
    private_plan::all(tx, relationship)?
        .into_iter()
        .find(|row| row.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "behaviour",
                "This line is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
}

/// All of them.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Behaviours>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(behaviours(tx, &part.relationship)?))
    })
}

/// Notes another one.
pub(crate) fn add(desk: &Desk<'_>, request: NewBehaviour) -> Result<Outcome<Behaviours>> {
    let text = line("text", "line", &request.text)?;
    desk.store.write(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let all = private_plan::all(tx, &part.relationship)?;
        if all.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "text",
                format!("There are already {MOST} lines. Nothing was changed. Remove one that no longer matters first."),
            ));
        }
        let id = BehaviourId::new();
        let row = BehaviourRow {
            id: id.to_string(),
            position: all.last().map_or(0, |last| last.position.saturating_add(1)),
            text,
            goal: None,
        };
        private_plan::save(tx, &part.relationship, &row)?;
        let mut answer = behaviours(tx, &part.relationship)?;
        answer.id = Some(id);
        Ok(Outcome::changed(answer, CHANGED))
    })
}

/// Words one otherwise.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeBehaviour) -> Result<Outcome<Behaviours>> {
    let text = line("text", "line", &request.text)?;
    desk.store.write(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let mut row = find(tx, &part.relationship, &request.behaviour)?;
        row.text = text;
        private_plan::save(tx, &part.relationship, &row)?;
        let answer = behaviours(tx, &part.relationship)?;
        Ok(Outcome::changed(answer, CHANGED))
    })
}

/// Forgets one.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichBehaviour) -> Result<Outcome<Behaviours>> {
    desk.store.write(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let row = find(tx, &part.relationship, &request.behaviour)?;
        private_plan::delete(tx, &part.relationship, &row.id)?;
        let answer = behaviours(tx, &part.relationship)?;
        Ok(Outcome::changed(answer, CHANGED))
    })
}

/// Makes a goal of one, which both see.
pub(crate) fn promote(desk: &Desk<'_>, request: PromoteBehaviour) -> Result<Outcome<Behaviours>> {
    let (relationship, row) = desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let row = find(tx, &part.relationship, &request.behaviour)?;
        let there = match &row.goal {
            Some(goal) => shared::row(tx, &schema::GOAL, &part.relationship, goal)?.is_some(),
            None => false,
        };
        if there {
            return Err(Error::field(
                "already_goal",
                "behaviour",
                "This line is a goal already. Nothing was changed. Change the goal itself in the plan.",
            ));
        }
        Ok((part.relationship, row))
    })?;
    let made = goal::add(
        desk,
        NewGoal {
            relationship: relationship.clone(),
            title: request.title.unwrap_or_else(|| row.text.clone()),
            measure: request.measure.unwrap_or_default(),
            horizon: request.horizon.unwrap_or(Horizon::Short),
            rank: None,
            unrank: None,
            occasion: None,
            on: None,
        },
    )?;
    desk.store.write(|tx| {
        let goal = made.output.id.clone();
        let row = BehaviourRow {
            goal: goal.as_ref().map(GoalId::to_string),
            ..row
        };
        private_plan::save(tx, &relationship, &row)?;
        let mut answer = behaviours(tx, &relationship)?;
        answer.goal = goal;
        Ok(Outcome::changed(
            answer,
            &["behaviours", "plan", "agreement", "relationships", "today"],
        ))
    })
}
