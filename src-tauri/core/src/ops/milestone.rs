//! Milestones that guide the end date (R67).

use super::agreement::milestone_views;
use super::{Desk, Opened, Outcome, glimpse, line, optional_line, read_date};
use crate::api::agreement::{
    ChangeMilestone, Milestones, NewMilestone, RateMilestone, WhichMilestone,
};
use crate::domain::dates;
use crate::domain::ids::{MilestoneId, RelationshipId};
use crate::domain::plan::MilestoneRating;
use crate::domain::shared as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Milestone, State};
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "plan", "relationships", "today"];

fn find<'a>(state: &'a State, id: &MilestoneId) -> Result<&'a Milestone> {
    state.milestones.iter().find(|milestone| milestone.id == id.as_str()).ok_or_else(|| {
        Error::field(
            "not_found",
            "milestone",
            "This milestone is not here any more. Nothing was changed. Choose one from the list.",
        )
    })
}

fn read_on(on: Option<&str>) -> Result<Value> {
    match on {
        Some(text) if !text.trim().is_empty() => {
            Ok(Value::from(read_date("on", text)?.to_string()))
        }
        Some(_) | None => Ok(Value::Null),
    }
}

fn answer(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<MilestoneId>,
) -> Result<Outcome<Milestones>> {
    let state = State::load(tx, relationship)?;
    Ok(Outcome::changed(
        Milestones {
            milestones: milestone_views(&state.milestones, desk.now.date()),
            id,
        },
        CHANGED,
    ))
}

const fn rated(rating: RateMilestone) -> &'static str {
    match rating {
        RateMilestone::Realistic => MilestoneRating::Realistic.key(),
        RateMilestone::Stretch => MilestoneRating::Stretch.key(),
        RateMilestone::Unclear => MilestoneRating::Unclear.key(),
        RateMilestone::None => "",
    }
}

fn reopen(pen: &mut Pen<'_, '_>, state: &State) -> Result<()> {
    if state.standing("template.4") == "agreed" {
        pen.set(
            &schema::SECTION,
            "template.4",
            "standing",
            Value::from("open"),
        )?;
    }
    Ok(())
}

/// Opens the agreement, finds the milestone and takes up the pen for a deed called after it: what
/// changing and removing a milestone begin with. The deed says whether it changed anything.
fn with_milestone(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &MilestoneId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &State, &Milestone) -> Result<bool>,
) -> Result<Outcome<Milestones>> {
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, relationship)?;
        let milestone = find(&agreement.state, id)?;
        let name = format!("{doing} the milestone “{}”", glimpse(&milestone.name));
        let mut pen = agreement.pen(tx, desk, name);
        if deed(&mut pen, &agreement.state, milestone)? {
            reopen(&mut pen, &agreement.state)?;
        }
        answer(desk, tx, &agreement.relationship, None)
    })
}

pub(crate) fn add(desk: &Desk<'_>, request: NewMilestone) -> Result<Outcome<Milestones>> {
    let name = line("name", "milestone", &request.name)?;
    let on = read_on(request.on.as_deref())?;
    let source = optional_line(
        "source",
        "source",
        request.source.as_deref().unwrap_or_default(),
    )?;
    let evidence = optional_line(
        "evidence",
        "evidence",
        request.evidence.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, &request.relationship)?;
        if agreement.state.milestones.len() >= 100 {
            return Err(Error::field("too_many", "name", "There are already 100 milestones. Nothing was changed. Remove one that no longer matters first."));
        }
        let id = MilestoneId::new();
        let mut pen =
            agreement.pen(tx, desk, format!("adding the milestone “{}”", glimpse(&name)));
        let mut row = Row::new();
        row.insert("name".to_owned(), Value::from(name));
        row.insert("on_date".to_owned(), on);
        row.insert("source".to_owned(), Value::from(source));
        row.insert("evidence".to_owned(), Value::from(evidence));
        row.insert(
            "rating".to_owned(),
            Value::from(request.rating.map_or("", MilestoneRating::key)),
        );
        pen.create(&schema::MILESTONE, id.as_str(), row)?;
        reopen(&mut pen, &agreement.state)?;
        answer(desk, tx, &agreement.relationship, Some(id))
    })
}

pub(crate) fn change(desk: &Desk<'_>, request: ChangeMilestone) -> Result<Outcome<Milestones>> {
    let name = request
        .name
        .as_deref()
        .map(|name| line("name", "milestone", name))
        .transpose()?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_on(Some(on)))
        .transpose()?;
    let source = request
        .source
        .as_deref()
        .map(|source| optional_line("source", "source", source))
        .transpose()?;
    let evidence = request
        .evidence
        .as_deref()
        .map(|evidence| optional_line("evidence", "evidence", evidence))
        .transpose()?;
    with_milestone(
        desk,
        &request.relationship,
        &request.milestone,
        "changing",
        |pen, state, milestone| {
            pen.goes_on();
            let mut set = |field: &str, value: Value| {
                pen.set(&schema::MILESTONE, &milestone.id, field, value)
            };
            let mut changed = false;
            if let Some(name) = name {
                changed |= set("name", Value::from(name))?;
            }
            if let Some(source) = source {
                changed |= set("source", Value::from(source))?;
            }
            // What the two make of a milestone is a note on it, and nothing that the agreement says.
            if let Some(evidence) = evidence {
                set("evidence", Value::from(evidence))?;
            }
            if let Some(rating) = request.rating {
                set("rating", Value::from(rated(rating)))?;
            }
            let date = match &on {
                Some(on) => on.as_str().and_then(|text| dates::from_iso(text).ok()),
                None => milestone.on,
            };
            if let Some(on) = on {
                changed |= set("on_date", on)?;
            }
            changed |= match request.ends {
                Some(true) => end_on(pen, state, &milestone.id, date)?,
                Some(false) => set("ends", Value::from(0))?,
                None => false,
            };
            Ok(changed)
        },
    )
}

/// Words a milestone as it was worded before (R60): these fields of its row. Where the relationship ended
/// on it, it does so again.
pub(crate) fn put_back(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &MilestoneId,
    then: Row,
) -> Result<Outcome<Milestones>> {
    with_milestone(
        desk,
        relationship,
        id,
        "putting back",
        |pen, state, milestone| {
            let row = crate::record::state::milestone(milestone.id.clone(), &then);
            let mut changed = false;
            for (field, value) in then {
                if field != "ends" {
                    let set = pen.set(&schema::MILESTONE, &milestone.id, &field, value)?;
                    changed |= set && !matches!(field.as_str(), "evidence" | "rating");
                }
            }
            changed |= match (row.ends, milestone.ends) {
                (true, false) => end_on(pen, state, &milestone.id, row.on)?,
                (false, true) => {
                    pen.set(&schema::MILESTONE, &milestone.id, "ends", Value::from(0))?
                }
                (true, true) | (false, false) => false,
            };
            Ok(changed)
        },
    )
}

/// Puts the end of the relationship on a milestone (R67). At most one has it.
fn end_on(pen: &mut Pen<'_, '_>, state: &State, id: &str, on: Option<NaiveDate>) -> Result<bool> {
    let Some(on) = on else {
        return Err(Error::field(
            "empty",
            "on",
            "This milestone has no date yet, so nothing can end on it. Nothing was changed. Write its date first.",
        ));
    };
    if let Some(start) = state.terms.starts_on.filter(|start| on <= *start) {
        return Err(Error::field(
            "wrong_order",
            "on",
            format!(
                "{} is not after the start, {}. Nothing was changed. Choose a later milestone, or change the start first.",
                dates::long(on),
                dates::long(start)
            ),
        ));
    }
    for other in state.milestones.iter().filter(|other| other.ends) {
        pen.set(&schema::MILESTONE, &other.id, "ends", Value::from(0))?;
    }
    let mut changed = pen.set(&schema::MILESTONE, id, "ends", Value::from(1))?;
    changed |= pen.set(
        &schema::TERMS,
        "terms",
        "ends_on",
        Value::from(on.to_string()),
    )?;
    Ok(changed)
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichMilestone) -> Result<Outcome<Milestones>> {
    with_milestone(
        desk,
        &request.relationship,
        &request.milestone,
        "removing",
        |pen, _, milestone| {
            pen.remove(&schema::MILESTONE, &milestone.id)?;
            Ok(true)
        },
    )
}
