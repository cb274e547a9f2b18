//! Activities of the action plan: their kind, effort, dates and state (R102 to R104, R106).

use super::{Desk, Opened, Outcome, glimpse, line, long_text, plan, read_date, read_past};
use crate::api::activity::{ChangeActivity, MoveActivity, NewActivity, WhichActivity};
use crate::api::plan::PlanView;
use crate::domain::activity::{ActivityKind, ActivityState, Effort, EffortUnit};
use crate::domain::dates;
use crate::domain::ids::{ActivityId, GoalId, RelationshipId};
use crate::domain::shared::plan as tables;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::plan::{Activity, Plan};
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// More activities than that help nobody.
const MOST: usize = 1_000;

fn find<'a>(plan: &'a Plan, id: &ActivityId) -> Result<&'a Activity> {
    let found = plan.activities.iter().find(|each| each.id == id.as_str());
    found.ok_or_else(|| {
        Error::field(
            "not_found",
            "activity",
            "This activity is not here any more. Nothing was changed. Choose one from the plan.",
        )
    })
}

/// The goal that something is to belong to.
pub(crate) fn find_goal(plan: &Plan, id: &GoalId) -> Result<()> {
    if plan.goals.iter().any(|goal| goal.id == id.as_str()) {
        return Ok(());
    }
    Err(Error::field(
        "not_found",
        "goal",
        "This goal is not here any more. Nothing was changed. Choose one from the plan.",
    ))
}

/// How long it takes; a count of 0 takes it away.
fn read_effort(effort: Effort) -> Result<Option<Effort>> {
    let most = effort.unit.most();
    match effort.count {
        0 => Ok(None),
        count if count <= most => Ok(Some(effort)),
        _ => Err(Error::field(
            "out_of_range",
            "effort",
            format!(
                "An activity takes from 1 to {most} {}. Nothing was changed. Choose a smaller number, or another unit.",
                effort.unit.key()
            ),
        )),
    }
}

fn read_on(field: &str, text: &str) -> Result<Option<NaiveDate>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    read_date(field, text).map(Some)
}

fn iso(date: Option<NaiveDate>) -> Value {
    json!(date.map(|date| date.to_string()))
}

/// The last day as it is to be kept: only of an effort in hours it can be moved, and not before the first day.
/// One that is computed the same anyway is no other.
fn read_finish(
    start: Option<NaiveDate>,
    effort: Option<Effort>,
    finish: Option<NaiveDate>,
) -> Result<Option<NaiveDate>> {
    let Some(finish) = finish else {
        return Ok(None);
    };
    let refuse = |code: &'static str, why: String| {
        Err(Error::field(
            code,
            "finish",
            format!("{why} Nothing was changed."),
        ))
    };
    let Some(start) = start else {
        return refuse(
            "no_start",
            "The last day needs a first day before it. Say when the activity begins, too."
                .to_owned(),
        );
    };
    match effort {
        Some(Effort {
            unit: EffortUnit::Hours,
            ..
        }) if finish < start => refuse(
            "wrong_order",
            format!(
                "{} is before the first day, {}. Choose a later one.",
                dates::long(finish),
                dates::long(start)
            ),
        ),
        Some(Effort {
            unit: EffortUnit::Hours,
            ..
        }) => Ok((finish != start).then_some(finish)),
        Some(effort) if effort.finish(start) == Some(finish) => Ok(None),
        Some(effort) => refuse(
            "computed",
            format!(
                "The last day follows from the first and from {}. Change one of those two.",
                effort.words()
            ),
        ),
        None => refuse(
            "no_effort",
            "The last day follows from how long the activity takes. Say that, in hours, days or weeks.".to_owned(),
        ),
    }
}

/// Whether the dates of an activity lie within the calendar.
fn within(start: Option<NaiveDate>, effort: Option<Effort>) -> Result<()> {
    let (Some(start), Some(effort)) = (start, effort) else {
        return Ok(());
    };
    if effort
        .finish(start)
        .is_some_and(|finish| finish.year() <= dates::LAST_YEAR)
    {
        return Ok(());
    }
    Err(Error::field(
        "out_of_range",
        "effort",
        format!(
            "An activity of {} from {} on ends too far away. Nothing was changed. Choose a smaller number, or an earlier day.",
            effort.words(),
            dates::long(start)
        ),
    ))
}

pub(crate) fn add(desk: &Desk<'_>, request: NewActivity) -> Result<Outcome<PlanView>> {
    let title = line("title", "activity", &request.title)?;
    let effort = request.effort.map(read_effort).transpose()?.flatten();
    let start = read_on("start", request.start.as_deref().unwrap_or_default())?;
    let finish = read_on("finish", request.finish.as_deref().unwrap_or_default())?;
    let finish = read_finish(start, effort, finish)?;
    within(start, effort)?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let plan = Plan::load(tx, &opened.relationship)?;
        find_goal(&plan, &request.goal)?;
        if plan.activities.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "title",
                format!("There are already {MOST} activities. Nothing was changed. Remove one that no longer matters first."),
            ));
        }
        let state = request.state.unwrap_or(ActivityState::NotStarted);
        let since = (state != ActivityState::NotStarted).then_some(desk.now.date());
        let id = ActivityId::new();
        let mut row = Row::new();
        let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
        put("goal", Value::from(request.goal.as_str()));
        put("position", Value::from(next(&plan)));
        put("title", Value::from(title.as_str()));
        put("kind", Value::from(request.kind.key()));
        put("effort_count", json!(effort.map(|effort| effort.count)));
        put(
            "effort_unit",
            Value::from(effort.map_or("", |effort| effort.unit.key())),
        );
        put("starts_on", iso(start));
        put("finish_moved_on", iso(finish));
        put(
            "owner",
            Value::from(request.owner.map_or("mentee", |owner| owner.key())),
        );
        put("state", Value::from(state.key()));
        put("state_on", iso(since));
        opened
            .pen(tx, desk, format!("adding the activity “{}”", glimpse(&title)))
            .create(&tables::ACTIVITY, id.as_str(), row)?;
        plan::answer(desk, tx, &opened, Some(id.to_string()))
    })
}

fn next(plan: &Plan) -> i64 {
    plan.activities
        .last()
        .map_or(0, |activity| activity.position.saturating_add(1))
}

/// Opens the plan, finds the activity and takes up the pen for a deed called after it.
fn with_activity(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &ActivityId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &Tx<'_>, &Plan, &Activity) -> Result<()>,
) -> Result<Outcome<PlanView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, relationship)?;
        let plan = Plan::load(tx, &opened.relationship)?;
        let activity = find(&plan, id)?;
        let name = format!("{doing} the activity “{}”", glimpse(&activity.title));
        deed(&mut opened.pen(tx, desk, name), tx, &plan, activity)?;
        plan::answer(desk, tx, &opened, None)
    })
}

pub(crate) fn change(desk: &Desk<'_>, request: ChangeActivity) -> Result<Outcome<PlanView>> {
    let today = desk.now.date();
    let title = request
        .title
        .as_deref()
        .map(|title| line("title", "activity", title))
        .transpose()?;
    let effort = request.effort.map(read_effort).transpose()?;
    let start = request
        .start
        .as_deref()
        .map(|start| read_on("start", start))
        .transpose()?;
    let finish = request
        .finish
        .as_deref()
        .map(|finish| read_on("finish", finish))
        .transpose()?;
    let since = request
        .since
        .as_deref()
        .map(|since| read_past("since", since, today))
        .transpose()?;
    let learned = request
        .learned
        .as_deref()
        .map(|learned| long_text("learned", "what you learned", learned))
        .transpose()?;
    with_activity(
        desk,
        &request.relationship,
        &request.activity,
        "changing",
        |pen, _, plan, activity| {
            pen.goes_on();
            let set = |pen: &mut Pen<'_, '_>, field: &str, value: Value| {
                pen.set(&tables::ACTIVITY, &activity.id, field, value)
            };
            if let Some(goal) = &request.goal {
                find_goal(plan, goal)?;
                set(pen, "goal", Value::from(goal.as_str()))?;
            }
            if let Some(title) = title {
                set(pen, "title", Value::from(title))?;
            }
            if let Some(kind) = request.kind {
                set(pen, "kind", Value::from(ActivityKind::key(kind)))?;
            }
            let effort = effort.unwrap_or(activity.effort);
            let start = start.unwrap_or(activity.start);
            let moved = match finish {
                Some(finish) => read_finish(start, effort, finish)?,
                // An end that was moved by hand stays as long as it can: in hours, and after the first day.
                None => activity
                    .finish_moved
                    .filter(|moved| start.is_some_and(|start| *moved > start))
                    .filter(|_| effort.is_some_and(|effort| effort.unit == EffortUnit::Hours)),
            };
            within(start, effort)?;
            set(
                pen,
                "effort_count",
                json!(effort.map(|effort| effort.count)),
            )?;
            set(
                pen,
                "effort_unit",
                Value::from(effort.map_or("", |effort| effort.unit.key())),
            )?;
            set(pen, "starts_on", iso(start))?;
            set(pen, "finish_moved_on", iso(moved))?;
            if let Some(owner) = request.owner {
                set(pen, "owner", Value::from(owner.key()))?;
            }
            let state = request.state.unwrap_or(activity.state);
            let on = match (state, since) {
                (ActivityState::NotStarted, _) => None,
                (_, Some(since)) => Some(since),
                (_, None) if state == activity.state => activity.state_on,
                (_, None) => Some(today),
            };
            set(pen, "state", Value::from(state.key()))?;
            set(pen, "state_on", iso(on))?;
            if let Some(learned) = learned {
                set(pen, "learned", Value::from(learned))?;
            }
            Ok(())
        },
    )
}

pub(crate) fn remove(desk: &Desk<'_>, request: WhichActivity) -> Result<Outcome<PlanView>> {
    with_activity(
        desk,
        &request.relationship,
        &request.activity,
        "removing",
        |pen, _, _, activity| pen.remove(&tables::ACTIVITY, &activity.id),
    )
}

/// Puts an activity at another place among those of its goal.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveActivity) -> Result<Outcome<PlanView>> {
    with_activity(
        desk,
        &request.relationship,
        &request.activity,
        "moving",
        |pen, _, plan, activity| {
            let mut order: Vec<&Activity> = plan
                .of(&activity.goal)
                .filter(|other| other.id != activity.id)
                .collect();
            // The places that the activities of this goal have among all stay theirs.
            let mut places: Vec<i64> = plan.of(&activity.goal).map(|each| each.position).collect();
            places.sort_unstable();
            let place = usize::try_from(request.position)
                .unwrap_or(usize::MAX)
                .saturating_sub(1)
                .min(order.len());
            order.insert(place, activity);
            for (position, each) in places.into_iter().zip(order) {
                pen.set(
                    &tables::ACTIVITY,
                    &each.id,
                    "position",
                    Value::from(position),
                )?;
            }
            Ok(())
        },
    )
}
