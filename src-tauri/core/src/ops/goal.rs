//! Goals: any number of them, at most three ranked (R63 to R65, R88, C10).

use super::agreement::goal_views;
use super::{Desk, Opened, Outcome, glimpse, line, long_text, read_past};
use crate::api::activity::StandGoal;
use crate::api::agreement::{ChangeGoal, Goals, Horizon, MoveGoal, NewGoal, WhichGoal};
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::occasion::Occasion;
use crate::domain::plan::GoalState;
use crate::domain::ranks;
use crate::domain::shared::{self as schema, plan as tables};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::session::Sessions;
use crate::record::setup::first_meeting;
use crate::record::state::{Goal, State};
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::{Value, json};

const CHANGED: &[&str] = &["agreement", "plan", "relationships", "today"];

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
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<GoalId>,
) -> Result<Outcome<Goals>> {
    let state = State::load(tx, relationship)?;
    Ok(Outcome::changed(
        Goals {
            goals: goal_views(&state, desk.now.date()),
            id,
        },
        CHANGED,
    ))
}

/// The day on which a goal is set, where it is known (R65): it has come.
fn read_on(desk: &Desk<'_>, on: &str) -> Result<Option<NaiveDate>> {
    if on.trim().is_empty() {
        return Ok(None);
    }
    read_past("on", on, desk.now.date()).map(Some)
}

/// When the two meet for the first time, as far as it is known: when they met, else as they fixed it, else as they begin.
fn first_day(tx: &Tx<'_>, agreement: &Opened) -> Result<Option<NaiveDate>> {
    let (fixed, _) = first_meeting(tx, &agreement.relationship)?;
    let held = Sessions::load(tx, &agreement.relationship)?.partnership_start();
    Ok(held
        .or(fixed.map(|meeting| meeting.on))
        .or(agreement.state.terms.starts_on))
}

/// What becomes of the other goals when one takes a rank.
#[derive(Clone, Copy)]
enum Room<'a> {
    /// Goals in the way move on; where three others are ranked, this one gives its rank up, and without one
    /// nothing is changed.
    Asked(Option<&'a GoalId>),
    /// As above, and where three others are ranked the one that has the rank gives it up.
    Taken,
}

/// Makes room for a rank among the goals besides `except` (R88).
fn free_rank(
    pen: &mut Pen<'_, '_>,
    state: &State,
    rank: u32,
    except: &str,
    room: Room<'_>,
) -> Result<()> {
    let mut ranked: Vec<(usize, u32)> = state
        .goals
        .iter()
        .enumerate()
        .filter(|(_, goal)| goal.id != except)
        .filter_map(|(at, goal)| Some((at, goal.rank?)))
        .collect();
    let named = |(at, _): &(usize, u32)| state.goals.get(*at);
    let gives_up = match room {
        Room::Asked(None) => None,
        Room::Asked(Some(id)) => Some(
            ranked
                .iter()
                .position(|each| named(each).is_some_and(|goal| goal.id == id.as_str()))
                .ok_or_else(not_ranked)?,
        ),
        Room::Taken if ranks::make_room(&ranked, rank).is_some() => None,
        Room::Taken => ranked.iter().position(|(_, has)| *has == rank),
    };
    if let Some(at) = gives_up {
        let leaves = ranked.remove(at);
        if let Some(goal) = named(&leaves) {
            pen.set(&schema::GOAL, &goal.id, "rank", Value::Null)?;
        }
    }
    let moved = ranks::make_room(&ranked, rank).ok_or_else(|| {
        let mut names: Vec<(u32, String)> = ranked
            .iter()
            .filter_map(|each| Some((each.1, format!("{} “{}”", each.1, glimpse(&named(each)?.title)))))
            .collect();
        names.sort();
        let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
        Error::field(
            "three_ranked",
            "unrank",
            format!(
                "Three goals stand in front already: {}. Nothing was changed. Say which one gives its rank up.",
                names.join(", ")
            ),
        )
    })?;
    for (at, rank) in moved {
        if let Some(goal) = state.goals.get(at) {
            pen.set(&schema::GOAL, &goal.id, "rank", Value::from(rank))?;
        }
    }
    Ok(())
}

fn not_ranked() -> Error {
    Error::field(
        "not_ranked",
        "unrank",
        "This goal has no rank that it could give up. Nothing was changed. Choose one of the ranked goals.",
    )
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
    deed: impl FnOnce(&mut Pen<'_, '_>, &Tx<'_>, &State, &Goal) -> Result<()>,
) -> Result<Outcome<Goals>> {
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, relationship)?;
        let goal = find(&agreement.state, id)?;
        let name = format!("{doing} the goal “{}”", glimpse(&goal.title));
        deed(
            &mut agreement.pen(tx, desk, name),
            tx,
            &agreement.state,
            goal,
        )?;
        answer(desk, tx, &agreement.relationship, None)
    })
}

pub(crate) fn add(desk: &Desk<'_>, request: NewGoal) -> Result<Outcome<Goals>> {
    let title = line("title", "goal", &request.title)?;
    let measure = long_text("measure", "measure", &request.measure)?;
    let rank = request.rank.map(read_rank).transpose()?.flatten();
    let on = match request.on.as_deref() {
        Some(on) => read_on(desk, on)?,
        None => Some(desk.now.date()),
    };
    desk.store.write(|tx| {
        let agreement = Opened::of(tx, &request.relationship)?;
        let state = &agreement.state;
        if state.goals.len() >= 100 {
            return Err(Error::field("too_many", "title", "There are already 100 goals. Nothing was changed. Remove one that no longer matters first."));
        }
        let id = GoalId::new();
        let mut pen = agreement.pen(tx, desk, format!("adding the goal “{}”", glimpse(&title)));
        if let Some(rank) = rank {
            free_rank(&mut pen, state, rank, "", Room::Asked(request.unrank.as_ref()))?;
        }
        // R65: the day tells of the first meeting; what came later, the two say themselves.
        let occasion = match (request.occasion, on) {
            (None, Some(on)) => Occasion::of_day(on, first_day(tx, &agreement)?),
            (said, _) => said,
        };
        let position = state.goals.last().map_or(0, |goal| goal.position + 1);
        let mut row = Row::new();
        row.insert("title".to_owned(), Value::from(title));
        row.insert("measure".to_owned(), Value::from(measure));
        row.insert("horizon".to_owned(), Value::from(horizon(request.horizon)));
        row.insert("rank".to_owned(), rank.map_or(Value::Null, Value::from));
        row.insert("position".to_owned(), Value::from(position));
        row.insert(
            "occasion".to_owned(),
            Value::from(occasion.map_or("", Occasion::key)),
        );
        row.insert("set_on".to_owned(), json!(on.map(|on| on.to_string())));
        row.insert("state".to_owned(), Value::from(GoalState::Open.key()));
        row.insert("state_on".to_owned(), Value::Null);
        pen.create(&schema::GOAL, id.as_str(), row)?;
        reopen(&mut pen, state)?;
        answer(desk, tx, &agreement.relationship, Some(id))
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
    let on = request
        .on
        .as_deref()
        .map(|on| read_on(desk, on))
        .transpose()?;
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "changing",
        |pen, _, state, goal| {
            pen.goes_on();
            let mut set =
                |field: &str, value: Value| pen.set(&schema::GOAL, &goal.id, field, value);
            let mut changed = false;
            if let Some(title) = title {
                changed |= set("title", Value::from(title))?;
            }
            if let Some(measure) = measure {
                changed |= set("measure", Value::from(measure))?;
            }
            if let Some(chosen) = request.horizon {
                changed |= set("horizon", Value::from(horizon(chosen)))?;
            }
            // Where a goal was set is a note on it, and nothing that the two agree on.
            if let Some(occasion) = request.occasion {
                set("occasion", Value::from(occasion.key()))?;
            }
            if let Some(on) = on {
                set("set_on", json!(on.map(|on| on.to_string())))?;
            }
            if let Some(rank) = rank {
                let room = Room::Asked(request.unrank.as_ref());
                changed |= set_rank(pen, state, goal, rank, room)?;
            }
            if changed { reopen(pen, state) } else { Ok(()) }
        },
    )
}

fn set_rank(
    pen: &mut Pen<'_, '_>,
    state: &State,
    goal: &Goal,
    rank: Option<u32>,
    room: Room<'_>,
) -> Result<bool> {
    if let Some(rank) = rank.filter(|rank| goal.rank != Some(*rank)) {
        free_rank(pen, state, rank, &goal.id, room)?;
    }
    let value = rank.map_or(Value::Null, Value::from);
    pen.set(&schema::GOAL, &goal.id, "rank", value)
}

/// Words a goal as it was worded before (R60): these fields of its row.
pub(crate) fn put_back(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &GoalId,
    then: Row,
) -> Result<Outcome<Goals>> {
    with_goal(
        desk,
        relationship,
        id,
        "putting back",
        |pen, _, state, goal| {
            let mut changed = false;
            for (field, value) in then {
                changed |= if field == "rank" {
                    let rank = value.as_u64().and_then(|rank| u32::try_from(rank).ok());
                    set_rank(pen, state, goal, rank, Room::Taken)?
                } else {
                    let set = pen.set(&schema::GOAL, &goal.id, &field, value)?;
                    // How it stands is a note on it, and nothing that the two agree on.
                    set && !matches!(field.as_str(), "state" | "state_on")
                };
            }
            if changed { reopen(pen, state) } else { Ok(()) }
        },
    )
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichGoal) -> Result<Outcome<Goals>> {
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "removing",
        |pen, tx, state, goal| {
            take_along(pen, tx, state, goal)?;
            pen.remove(&schema::GOAL, &goal.id)?;
            reopen(pen, state)
        },
    )
}

/// What belongs to a goal goes with it, and comes back with it.
fn take_along(pen: &mut Pen<'_, '_>, tx: &Tx<'_>, state: &State, goal: &Goal) -> Result<()> {
    for record in [&tables::ACTIVITY, &tables::RESOURCE] {
        for (id, row) in shared::rows(tx, record, &state.relationship)? {
            if row.get("goal").and_then(Value::as_str) == Some(goal.id.as_str()) {
                pen.remove(record, &id)?;
            }
        }
    }
    Ok(())
}

/// Says how a goal stands, and since when.
pub(crate) fn stand(desk: &Desk<'_>, request: StandGoal) -> Result<Outcome<Goals>> {
    let on = match (request.state, request.on.as_deref()) {
        (GoalState::Open, _) => None,
        (_, Some(on)) => Some(read_past("on", on, desk.now.date())?),
        (_, None) => Some(desk.now.date()),
    };
    with_goal(
        desk,
        &request.relationship,
        &request.goal,
        "saying how it stands with",
        |pen, _, _, goal| {
            let mut set =
                |field: &str, value: Value| pen.set(&schema::GOAL, &goal.id, field, value);
            set("state", Value::from(request.state.key()))?;
            set("state_on", json!(on.map(|on| on.to_string())))?;
            Ok(())
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
        |pen, _, state, goal| {
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
