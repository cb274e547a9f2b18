//! What helps with a goal, and whose idea it was (R100).

use super::activity::find_goal;
use super::{Desk, Opened, Outcome, address, glimpse, line, optional_line, plan};
use crate::api::activity::{ChangeResource, NewResource, WhichResource};
use crate::api::plan::PlanView;
use crate::domain::ids::{RelationshipId, ResourceId};
use crate::domain::shared::plan as tables;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::plan::{Plan, Resource};
use crate::store::shared::Row;
use serde_json::Value;

/// More than that nobody reads.
const MOST: usize = 1_000;

pub(crate) fn add(desk: &Desk<'_>, request: NewResource) -> Result<Outcome<PlanView>> {
    let title = line("title", "resource", &request.title)?;
    let place = address(
        "place",
        "address",
        request.place.as_deref().unwrap_or_default(),
    )?;
    let note = optional_line(
        "note",
        "remark",
        request.note.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let plan = Plan::load(tx, &opened.relationship)?;
        find_goal(&plan, &request.goal)?;
        if plan.resources.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "title",
                format!("There are already {MOST} resources. Nothing was changed. Remove one that no longer matters first."),
            ));
        }
        let side = request.side.or_else(|| opened.role.side()).unwrap_or(Side::Mentor);
        let position = plan
            .resources
            .last()
            .map_or(0, |resource| resource.position.saturating_add(1));
        let id = ResourceId::new();
        let deed = format!("adding the resource “{}”", glimpse(&title));
        let mut row = Row::new();
        let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
        put("goal", Value::from(request.goal.as_str()));
        put("position", Value::from(position));
        put("kind", Value::from(request.kind.key()));
        put("title", Value::from(title));
        put("place", Value::from(place));
        put("note", Value::from(note));
        put("side", Value::from(side.key()));
        opened
            .pen(tx, desk, deed)
            .create(&tables::RESOURCE, id.as_str(), row)?;
        plan::answer(desk, tx, &opened, Some(id.to_string()))
    })
}

/// Opens the plan, finds the resource and takes up the pen for a deed called after it.
fn with_resource(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &ResourceId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &Plan, &Resource) -> Result<()>,
) -> Result<Outcome<PlanView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, relationship)?;
        let plan = Plan::load(tx, &opened.relationship)?;
        let found = plan.resources.iter().find(|each| each.id == id.as_str());
        let resource = found.ok_or_else(|| {
            Error::field(
                "not_found",
                "resource",
                "This resource is not here any more. Nothing was changed. Choose one from the plan.",
            )
        })?;
        let name = format!("{doing} the resource “{}”", glimpse(&resource.title));
        deed(&mut opened.pen(tx, desk, name), &plan, resource)?;
        plan::answer(desk, tx, &opened, None)
    })
}

pub(crate) fn change(desk: &Desk<'_>, request: ChangeResource) -> Result<Outcome<PlanView>> {
    let title = request
        .title
        .as_deref()
        .map(|title| line("title", "resource", title))
        .transpose()?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "address", place))
        .transpose()?;
    let note = request
        .note
        .as_deref()
        .map(|note| optional_line("note", "remark", note))
        .transpose()?;
    with_resource(
        desk,
        &request.relationship,
        &request.resource,
        "changing",
        |pen, plan, resource| {
            pen.goes_on();
            if let Some(goal) = &request.goal {
                find_goal(plan, goal)?;
            }
            let goal = request.goal.as_ref().map(|goal| goal.to_string());
            let kind = request.kind.map(|kind| kind.key().to_owned());
            let side = request.side.map(|side| side.key().to_owned());
            for (field, value) in [
                ("goal", goal),
                ("kind", kind),
                ("title", title),
                ("place", place),
                ("note", note),
                ("side", side),
            ] {
                if let Some(value) = value {
                    pen.set(&tables::RESOURCE, &resource.id, field, Value::from(value))?;
                }
            }
            Ok(())
        },
    )
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichResource) -> Result<Outcome<PlanView>> {
    with_resource(
        desk,
        &request.relationship,
        &request.resource,
        "removing",
        |pen, _, resource| pen.remove(&tables::RESOURCE, &resource.id),
    )
}
