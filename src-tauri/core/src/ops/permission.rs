//! The log of permissions: what may be passed on, to whom, since when and by whose word (R95, R96).

use super::{Desk, Outcome, find_own, glimpse, line, read_date, words};
use crate::api::permission::{
    ChangePermission, NewPermission, PermissionView, Permissions, StepPermission, StepView,
    WhichPermission,
};
use crate::domain::dates;
use crate::domain::ids::{PermissionId, RelationshipId};
use crate::domain::permission::State as Step;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Permission, State};
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement"];
const MOST: usize = 200;

pub(crate) fn views(state: &State, today: NaiveDate) -> Vec<PermissionView> {
    state
        .permissions
        .iter()
        .filter_map(|permission| {
            let now = permission.steps.last()?.state;
            Some(PermissionView {
                id: PermissionId(permission.id.clone()),
                what: permission.what.clone(),
                whom: permission.whom.clone(),
                giver: permission.giver,
                name: state.person(permission.giver).name.clone(),
                state: now,
                next: Step::next(Some(now)).to_vec(),
                steps: permission
                    .steps
                    .iter()
                    .map(|step| StepView {
                        state: step.state,
                        side: step.side,
                        name: state.person(step.side).name.clone(),
                        date: step.on.map(|on| words(today, on)),
                    })
                    .collect(),
            })
        })
        .collect()
}

fn find<'a>(state: &'a State, id: &PermissionId) -> Result<&'a Permission> {
    state
        .permissions
        .iter()
        .find(|permission| permission.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "permission",
                "This permission is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
}

fn answer(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<PermissionId>,
) -> Result<Outcome<Permissions>> {
    let state = State::load(tx, relationship)?;
    Ok(Outcome::changed(
        Permissions {
            permissions: views(&state, desk.now.date()),
            id,
        },
        CHANGED,
    ))
}

/// A step that is about to be written down.
struct Taken {
    state: Step,
    side: Side,
    on: NaiveDate,
}

/// Reads a step: who may take it, and on which day.
fn read_step(
    desk: &Desk<'_>,
    state: &State,
    giver: Side,
    before: Option<&Permission>,
    (step, on, side): (Step, Option<&str>, Option<Side>),
) -> Result<Taken> {
    let last = before.and_then(|permission| permission.steps.last());
    if !Step::next(last.map(|last| last.state)).contains(&step) {
        let now = match last.map(|last| last.state) {
            None => "Nobody has asked for it or given it yet",
            Some(Step::Asked) => "It was asked for, and can be given or refused",
            Some(Step::Given) => "It is given, and can only be withdrawn",
            Some(Step::Refused) => "It was refused, and can be asked for again or given",
            Some(Step::Withdrawn) => "It was withdrawn, and can be asked for again or given",
        };
        return Err(Error::field(
            "wrong_order",
            "state",
            format!("{now}. Nothing was changed. Choose what comes next."),
        ));
    }
    let side = side.unwrap_or(if step.is_the_givers() {
        giver
    } else {
        giver.other()
    });
    if step.is_the_givers() && side != giver {
        return Err(Error::field(
            "not_the_giver",
            "side",
            format!(
                "Only {} can say that, because these are {}'s words. Nothing was changed. Write down that it was asked for.",
                state.person(giver).name,
                state.person(giver).name
            ),
        ));
    }
    let today = desk.now.date();
    let on = match on {
        Some(text) if !text.trim().is_empty() => read_date("on", text)?,
        Some(_) | None => today,
    };
    if on > today {
        return Err(Error::field(
            "wrong_order",
            "on",
            format!(
                "{} has not come yet. Nothing was changed. Write down the day on which it happened.",
                dates::long(on)
            ),
        ));
    }
    if let Some(then) = last.and_then(|last| last.on)
        && on < then
    {
        return Err(Error::field(
            "wrong_order",
            "on",
            format!(
                "{} lies before the step before it, {}. Nothing was changed. Choose a later day.",
                dates::long(on),
                dates::long(then)
            ),
        ));
    }
    Ok(Taken {
        state: step,
        side,
        on,
    })
}

fn write_step(pen: &mut Pen<'_, '_>, state: &State, permission: &str, step: &Taken) -> Result<()> {
    let last = state
        .permissions
        .iter()
        .flat_map(|permission| &permission.steps)
        .map(|step| step.position)
        .max();
    let position = last.map_or(0, |last| last.saturating_add(1));
    let mut row = Row::new();
    row.insert("permission".to_owned(), Value::from(permission));
    row.insert("state".to_owned(), Value::from(step.state.key()));
    row.insert("side".to_owned(), Value::from(step.side.key()));
    row.insert("on_date".to_owned(), Value::from(step.on.to_string()));
    row.insert("position".to_owned(), Value::from(position));
    pen.create(
        &schema::PERMISSION_STEP,
        &uuid::Uuid::new_v4().to_string(),
        row,
    )
}

/// Writes down a permission that was asked for or given.
pub(crate) fn add(desk: &Desk<'_>, request: NewPermission) -> Result<Outcome<Permissions>> {
    let what = line("what", "what is passed on", &request.what)?;
    let whom = line("whom", "to whom", &request.whom)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        if state.permissions.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "what",
                format!("There are already {MOST} permissions. Nothing was changed. Remove one that no longer matters first."),
            ));
        }
        let given = (request.state, request.on.as_deref(), request.side);
        let step = read_step(desk, &state, request.giver, None, given)?;
        let id = PermissionId::new();
        let deed = format!("adding the permission “{}”", glimpse(&what));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        let mut row = Row::new();
        row.insert("what".to_owned(), Value::from(what));
        row.insert("whom".to_owned(), Value::from(whom));
        row.insert("giver".to_owned(), Value::from(request.giver.key()));
        pen.create(&schema::PERMISSION, id.as_str(), row)?;
        write_step(&mut pen, &state, id.as_str(), &step)?;
        answer(desk, tx, &part.relationship, Some(id))
    })
}

/// Changes the words of a permission; whose words they are stays.
pub(crate) fn change(desk: &Desk<'_>, request: ChangePermission) -> Result<Outcome<Permissions>> {
    let read = |at: &str, name: &str, text: Option<&str>| {
        text.map(|text| line(at, name, text)).transpose()
    };
    let what = read("what", "what is passed on", request.what.as_deref())?;
    let whom = read("whom", "to whom", request.whom.as_deref())?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let permission = find(&state, &request.permission)?;
        let deed = format!("changing the permission “{}”", glimpse(&permission.what));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        for (field, text) in [("what", what), ("whom", whom)] {
            if let Some(text) = text {
                pen.set(
                    &schema::PERMISSION,
                    &permission.id,
                    field,
                    Value::from(text),
                )?;
            }
        }
        answer(desk, tx, &part.relationship, None)
    })
}

/// Writes down what became of a permission. The steps before it stay.
pub(crate) fn step(desk: &Desk<'_>, request: StepPermission) -> Result<Outcome<Permissions>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let permission = find(&state, &request.permission)?;
        let given = (request.state, request.on.as_deref(), request.side);
        let step = read_step(desk, &state, permission.giver, Some(permission), given)?;
        let deed = format!(
            "{} the permission “{}”",
            match step.state {
                Step::Asked => "asking for",
                Step::Given => "giving",
                Step::Refused => "refusing",
                Step::Withdrawn => "withdrawing",
            },
            glimpse(&permission.what)
        );
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        write_step(&mut pen, &state, &permission.id, &step)?;
        answer(desk, tx, &part.relationship, None)
    })
}

/// Takes a permission and its steps off the list. The history keeps them, and undo brings them back.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichPermission) -> Result<Outcome<Permissions>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let permission = find(&state, &request.permission)?;
        let deed = format!("removing the permission “{}”", glimpse(&permission.what));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        for step in &permission.steps {
            pen.remove(&schema::PERMISSION_STEP, &step.id)?;
        }
        pen.remove(&schema::PERMISSION, &permission.id)?;
        answer(desk, tx, &part.relationship, None)
    })
}
