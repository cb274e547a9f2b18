//! Taking one's goals along into another relationship: what the mentee wrote, and nothing of what the other did
//! (J9).

use super::intake::IntakeRows;
use super::relationship::{SetUp, read_person, set_up};
use super::{Desk, Outcome, find_own};
use crate::api::closing::{GoalsTaken, TakeGoals};
use crate::api::relationship::{NewPerson, Programme};
use crate::domain::activity::ActivityOwner;
use crate::domain::ids::RelationshipId;
use crate::domain::plan::GoalState;
use crate::domain::shared::plan as tables;
use crate::domain::shared::{self as schema, Record};
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::plan::{ID, Plan};
use crate::record::state::State;
use crate::store::shared::{self, Row};
use crate::store::{Tx, edit, person};
use serde_json::{Value, json};

/// Whether the words that stand in a field are the mentee's own: the last edit of it is theirs.
fn is_own(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &Record,
    id: &str,
    field: &str,
) -> Result<bool> {
    Ok(edit::of_field(tx, relationship, record.name, id, field)?
        .last()
        .is_some_and(|edit| edit.author == Role::Mentee.key()))
}

/// The fields of a row, without those whose words are the other's; none where its name is.
fn own_row(
    tx: &Tx<'_>,
    from: &RelationshipId,
    record: &'static Record,
    id: &str,
    name: &str,
) -> Result<Option<Row>> {
    let Some(row) = shared::row(tx, record, from, id)? else {
        return Ok(None);
    };
    if !is_own(tx, from, record, id, name)? {
        return Ok(None);
    }
    let mut own = Row::new();
    for (field, value) in row {
        let text = value.as_str().is_some_and(|text| !text.is_empty());
        let keeps = !text || is_own(tx, from, record, id, &field)?;
        own.insert(field, if keeps { value } else { json!("") });
    }
    Ok(Some(own))
}

/// A draft for the relationship to come.
fn new_relationship(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    partner: Option<&NewPerson>,
) -> Result<RelationshipId> {
    let unknown = NewPerson {
        name: "My next mentor".to_owned(),
        ..NewPerson::default()
    };
    let mentor = read_person("partner", partner.unwrap_or(&unknown), desk.now.zone())?;
    let mentee = person::owner(tx)?.ok_or_else(|| {
        Error::refused(
            "no_profile",
            "Fairlead does not know your name yet. Nothing was changed. Enter your own name first.",
        )
    })?;
    person::save(tx, &mentor)?;
    let relationship = RelationshipId::new();
    let mut intake = Row::new();
    intake.insert("kind".to_owned(), json!("matched"));
    intake.insert("reply".to_owned(), json!(""));
    set_up(
        tx,
        &SetUp {
            relationship: relationship.clone(),
            role: Role::Mentee,
            mentor: &mentor,
            mentee: &mentee,
            connected_on: None,
            programme: &Programme::default(),
            template: None,
            intake: &IntakeRows {
                intake,
                meeting: None,
            },
            example: false,
        },
        &desk.now,
    )?;
    Ok(relationship)
}

fn set(row: &mut Row, field: &str, value: Value) {
    row.insert(field.to_owned(), value);
}

/// Copies the open goals with their plan.
fn copy(
    tx: &Tx<'_>,
    pen: &mut Pen<'_, '_>,
    (from, into): (&RelationshipId, &RelationshipId),
) -> Result<(u32, u32)> {
    let plan = Plan::load(tx, from)?;
    let there = State::load(tx, into)?;
    let mut position = there.goals.last().map_or(0, |goal| goal.position + 1);
    let (mut goals, mut activities) = (0_u32, 0_u32);
    for goal in plan.in_order() {
        if goal.state != GoalState::Open {
            continue;
        }
        let Some(mut row) = own_row(tx, from, &schema::GOAL, &goal.id, "title")? else {
            continue;
        };
        let taken = |rank: u32| there.goals.iter().any(|goal| goal.rank == Some(rank));
        if goal.rank.is_some_and(taken) {
            set(&mut row, "rank", Value::Null);
        }
        // R65: in the new relationship the goal is set before the first meeting.
        set(&mut row, "occasion", json!("before_first"));
        set(&mut row, "position", Value::from(position));
        position += 1;
        let id = uuid::Uuid::new_v4().to_string();
        pen.create(&schema::GOAL, &id, row)?;
        goals = goals.saturating_add(1);
        for activity in plan.of(&goal.id) {
            if !activity.counts() || activity.owner == ActivityOwner::Mentor {
                continue;
            }
            let row = own_row(tx, from, &tables::ACTIVITY, &activity.id, "title")?;
            let Some(mut row) = row else { continue };
            set(&mut row, "goal", json!(id));
            pen.create(&tables::ACTIVITY, &uuid::Uuid::new_v4().to_string(), row)?;
            activities = activities.saturating_add(1);
        }
        let own = plan
            .resources
            .iter()
            .filter(|resource| resource.goal == goal.id && resource.side == Side::Mentee);
        for resource in own {
            let row = own_row(tx, from, &tables::RESOURCE, &resource.id, "title")?;
            let Some(mut row) = row else { continue };
            set(&mut row, "goal", json!(id));
            pen.create(&tables::RESOURCE, &uuid::Uuid::new_v4().to_string(), row)?;
        }
    }
    for (field, text) in [
        ("career_goal", &plan.career_goal),
        ("situation", &plan.situation),
    ] {
        if !text.is_empty() && is_own(tx, from, &tables::PLAN, ID, field)? {
            pen.set(&tables::PLAN, ID, field, Value::from(text.as_str()))?;
        }
    }
    Ok((goals, activities))
}

/// Takes the goals and the plan of the mentee along.
pub(crate) fn take(desk: &Desk<'_>, request: TakeGoals) -> Result<Outcome<GoalsTaken>> {
    let not_mentee = |field: &str| {
        Error::field(
            "not_the_mentee",
            field,
            "Goals and plan are the mentee’s, and you are not the mentee there. Nothing was changed. Choose a relationship in which you are.",
        )
    };
    desk.store.write(|tx| {
        let (from, role) = find_own(tx, &request.from)?;
        if role != Role::Mentee {
            return Err(not_mentee("from"));
        }
        let into = match &request.into {
            Some(into) => {
                let (into, role) = find_own(tx, into)?;
                if role != Role::Mentee || into.relationship == from.relationship {
                    return Err(not_mentee("into"));
                }
                into.relationship
            }
            None => new_relationship(desk, tx, request.partner.as_ref())?,
        };
        let partner = State::load(tx, &from.relationship)?.mentor.name;
        let deed = "taking your goals along";
        let mut pen = Pen::new(tx, &into, Role::Mentee, &desk.now, deed);
        let (goals, activities) = copy(tx, &mut pen, (&from.relationship, &into))?;
        Ok(Outcome::changed(
            GoalsTaken {
                relationship: into,
                goals,
                activities,
                left: format!(
                    "Nothing that {partner} wrote was copied. The old relationship stays as it is."
                ),
            },
            &[
                "relationships",
                "people",
                "agreement",
                "plan",
                "today",
                "reminders",
            ],
        ))
    })
}
