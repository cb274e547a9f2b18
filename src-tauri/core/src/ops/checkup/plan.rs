//! The meeting about obstacles and the plan that is made there (R114).

use super::super::session::{self, NewRow};
use super::super::{Desk, Outcome, address, line, meeting, optional_line, read_date, task, words};
use super::{CHANGED, Looking, answered};
use crate::api::checkup::{
    AddObstacleTask, Checkup, FollowUpObstacles, MeetAboutObstacles, ObstaclePlanView,
    ObstacleTask, ObstacleTaskView, ObstacleView,
};
use crate::domain::checkup::days;
use crate::domain::checkup::words as content;
use crate::domain::ids::SessionId;
use crate::domain::session::{Kind, Stage};
use crate::domain::shared::looking as schema;
use crate::domain::side::Side;
use crate::domain::task::Kind as TaskKind;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::checkup::ObstaclePlan;
use crate::record::meeting::Meetings;
use crate::record::task::Tasks;
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How long a meeting is where nothing was agreed, in minutes (R129).
const USUAL_MINUTES: u32 = 60;
/// The longest meeting, in minutes: a day.
const LONGEST: u32 = 1_440;

/// The agenda of such a meeting, an obstacle a line.
fn agenda(obstacles: &[u32]) -> Vec<String> {
    let words = content::words();
    let named: Vec<String> = obstacles
        .iter()
        .filter_map(|number| words.obstacle(*number))
        .map(|each| each.title.clone())
        .collect();
    words
        .obstacle_meeting
        .agenda
        .iter()
        .flat_map(|line| {
            if line == "{obstacles}" {
                named.clone()
            } else {
                vec![line.clone()]
            }
        })
        .collect()
}

fn task_view(
    looking: &Looking,
    task: &crate::record::task::Task,
    today: NaiveDate,
) -> ObstacleTaskView {
    ObstacleTaskView {
        what: task.what.clone(),
        owner: task.owner,
        name: looking.opened.state.person(task.owner).name.clone(),
        due: task.due.map(|due| words(today, due)),
        done: task.done_on.is_some(),
    }
}

/// The meetings about obstacles, the newest first.
pub(super) fn views(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    looking: &Looking,
) -> Result<Vec<ObstaclePlanView>> {
    let today = desk.now.date();
    let day = |date: NaiveDate| words(today, date);
    let tasks = Tasks::load(tx, &looking.opened.relationship)?;
    let points = Meetings::load(tx, &looking.opened.relationship)?.points;
    // What stands on the session's own agenda by now; a meeting that was planned without one has what it would get.
    let stands = |plan: &ObstaclePlan| {
        let own: Vec<String> = points
            .iter()
            .filter(|point| point.session == plan.session)
            .map(|point| point.text.clone())
            .collect();
        if own.is_empty() {
            agenda(&plan.obstacles)
        } else {
            own
        }
    };
    Ok(looking
        .back
        .plans
        .iter()
        .rev()
        .map(|plan| ObstaclePlanView {
            session: SessionId(plan.session.clone()),
            when: looking
                .sessions
                .find(&plan.session)
                .map(|session| day(session.date())),
            obstacles: plan
                .obstacles
                .iter()
                .filter_map(|number| content::words().obstacle(*number))
                .map(|each| ObstacleView {
                    number: each.number,
                    title: each.title.clone(),
                    detail: each.detail.clone(),
                    ticked: true,
                    words: String::new(),
                })
                .collect(),
            agenda: stands(plan),
            tasks: tasks
                .all
                .iter()
                .filter(|task| task.session == plan.session)
                .map(|task| task_view(looking, task, today))
                .collect(),
            follow_up: plan.follow_up_on.map(day),
            followed_up: plan.followed_up_on.map(day),
            outcome: plan.outcome.clone(),
        })
        .collect())
}

/// A step that was read.
struct Step {
    what: String,
    owner: Side,
    due: Option<NaiveDate>,
}

fn read_step(field: &str, what: &str, owner: Option<Side>, due: Option<&str>) -> Result<Step> {
    let due = match due.map(str::trim) {
        Some(due) if !due.is_empty() => Some(read_date(field, due)?),
        Some(_) | None => None,
    };
    Ok(Step {
        what: line(field, "step", what)?,
        owner: owner.unwrap_or(Side::Mentee),
        due,
    })
}

fn set_task(
    desk: &Desk<'_>,
    pen: &mut Pen<'_, '_>,
    tx: &Tx<'_>,
    looking: &Looking,
    (session, step): (&str, Step),
) -> Result<()> {
    let tasks = Tasks::load(tx, &looking.opened.relationship)?;
    let draft = task::Draft {
        kind: TaskKind::Task,
        what: step.what,
        note: String::new(),
        owner: step.owner,
        set_by: looking.side(None)?,
        set_on: desk.now.date(),
        due: step.due,
        session: session.to_owned(),
    };
    task::create(pen, &tasks, draft)?;
    Ok(())
}

fn read_numbers(numbers: &[u32]) -> Result<BTreeSet<u32>> {
    let unknown = numbers
        .iter()
        .find(|number| content::words().obstacle(**number).is_none());
    match unknown {
        None => Ok(numbers.iter().copied().collect()),
        Some(number) => Err(Error::field(
            "out_of_range",
            "obstacles",
            format!(
                "There is no obstacle {number}. Nothing was changed. They are numbered from 1 to 10."
            ),
        )),
    }
}

/// The obstacles that were shared: what is private stays private.
fn shared_obstacles(looking: &Looking) -> BTreeSet<u32> {
    Side::BOTH
        .into_iter()
        .filter_map(|side| looking.back.shared(side))
        .flat_map(|shared| shared.form.ticked())
        .collect()
}

/// A meeting of looking back to be written down, as it was asked for.
pub(crate) struct Meeting {
    pub kind: Kind,
    pub on: NaiveDate,
    pub at: NaiveTime,
    pub minutes: Option<u32>,
    pub method: Option<String>,
    pub place: Option<String>,
    pub topic: String,
}

/// Writes a meeting of looking back down: as long and where the two agreed, and face to face where nothing
/// else is said, for pairs who work from a distance by video with camera on (R128).
pub(crate) fn book(
    pen: &mut Pen<'_, '_>,
    looking: &Looking,
    meeting: Meeting,
) -> Result<SessionId> {
    let side = looking.side(None)?;
    let state = &looking.opened.state;
    let minutes = match meeting.minutes {
        Some(minutes) if (1..=LONGEST).contains(&minutes) => minutes,
        Some(minutes) => {
            return Err(Error::field(
                "out_of_range",
                "minutes",
                format!(
                    "A meeting lasts from 1 to {LONGEST} minutes, not {minutes}. Nothing was changed. Enter its length in minutes."
                ),
            ));
        }
        None => state
            .terms
            .pattern()
            .map_or(USUAL_MINUTES, |pattern| pattern.minutes),
    };
    let method = meeting.method.filter(|method| !method.is_empty());
    let new = NewRow {
        kind: meeting.kind,
        starts_at: meeting.on.and_time(meeting.at),
        zone: Zone::named(&state.person(side).zone).unwrap_or_else(Zone::utc),
        minutes,
        method: method.unwrap_or_else(|| {
            meeting
                .kind
                .first_method(state.terms.mode.as_deref())
                .to_owned()
        }),
        place: meeting
            .place
            .or_else(|| state.terms.meeting_place.clone())
            .unwrap_or_default(),
        topic: meeting.topic,
        state: Stage::Confirmed,
        held_minutes: None,
        series: String::new(),
        proposed_by: Some(side),
    };
    session::write_down(pen, looking.sessions.next_position(), &new)
}

/// Plans the meeting about obstacles: a session of that kind, its agenda, the first steps, and the day on
/// which the two look at it again (R114).
pub(crate) fn meet(desk: &Desk<'_>, request: MeetAboutObstacles) -> Result<Outcome<Checkup>> {
    let on = read_date("on", &request.on)?;
    let at = super::super::contact::read_time("at", &request.at)?;
    let method = request
        .method
        .as_deref()
        .map(|method| optional_line("method", "method", method))
        .transpose()?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "place", place))
        .transpose()?;
    let numbers = request.obstacles.as_deref().map(read_numbers).transpose()?;
    let follow_up_on = match request.follow_up_on.as_deref() {
        Some(day) => read_date("followUpOn", day)?,
        None => days::follow_up(on).unwrap_or(on),
    };
    if follow_up_on < on {
        return Err(Error::field(
            "too_early",
            "followUpOn",
            "That day lies before the meeting. Nothing was changed. Choose a later day to look at the plan again.",
        ));
    }
    let steps = request
        .tasks
        .unwrap_or_default()
        .into_iter()
        .map(|ObstacleTask { what, owner, due }| read_step("tasks", &what, owner, due.as_deref()))
        .collect::<Result<Vec<_>>>()?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(None)?;
        let mut pen = looking
            .opened
            .pen(tx, desk, "planning a meeting about obstacles");
        let meeting = Meeting {
            kind: Kind::Obstacles,
            on,
            at,
            minutes: request.minutes,
            method,
            place,
            topic: content::words().obstacle_meeting.topic.clone(),
        };
        let id = book(&mut pen, &looking, meeting)?;
        let numbers = numbers.unwrap_or_else(|| shared_obstacles(&looking));
        let points = agenda(&numbers.iter().copied().collect::<Vec<_>>());
        meeting::begin_agenda(&mut pen, id.as_str(), &points, side)?;
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let mut row = Row::new();
        for (name, value) in [
            ("obstacles", json!(numbers.join(","))),
            ("made_on", json!(desk.now.date().to_string())),
            ("follow_up_on", json!(follow_up_on.to_string())),
            ("followed_up_on", Value::Null),
            ("outcome", json!("")),
        ] {
            row.insert(name.to_owned(), value);
        }
        pen.create(&schema::OBSTACLE_PLAN, id.as_str(), row)?;
        for step in steps {
            set_task(desk, &mut pen, tx, &looking, (id.as_str(), step))?;
        }
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

fn find<'l>(looking: &'l Looking, session: Option<&SessionId>) -> Result<&'l ObstaclePlan> {
    let found = match session {
        Some(session) => looking
            .back
            .plans
            .iter()
            .find(|plan| plan.session == session.as_str()),
        None => looking.back.plans.last(),
    };
    found.ok_or_else(|| {
        Error::field(
            "not_found",
            "session",
            "There is no meeting about obstacles here. Nothing was changed. Plan it with checkup.meet first.",
        )
    })
}

/// Adds a step to the plan: who does what until when.
pub(crate) fn add_task(desk: &Desk<'_>, request: AddObstacleTask) -> Result<Outcome<Checkup>> {
    let step = read_step("due", &request.what, request.owner, request.due.as_deref())?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let session = find(&looking, request.session.as_ref())?.session.clone();
        let mut pen = looking
            .opened
            .pen(tx, desk, "adding a step to the obstacle plan");
        set_task(desk, &mut pen, tx, &looking, (&session, step))?;
        let side = looking.side(None)?;
        let answered = answered(desk, tx, &looking.opened.relationship, side)?;
        Ok(Outcome::changed(answered.output, TASKS_TOO))
    })
}

const TASKS_TOO: &[&str] = &["checkups", "tasks", "sessions", "today", "reminders"];

/// The two have looked at their plan again, after 30 days as proposed.
pub(crate) fn follow_up(desk: &Desk<'_>, request: FollowUpObstacles) -> Result<Outcome<Checkup>> {
    let outcome = super::super::long_text("outcome", "outcome", &request.outcome)?;
    let again = request
        .again_on
        .as_deref()
        .map(|day| read_date("againOn", day))
        .transpose()?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let plan = find(&looking, request.session.as_ref())?;
        let mut pen = looking
            .opened
            .pen(tx, desk, "looking at the obstacle plan again");
        let mut set = |field: &str, value: Value| {
            pen.set(&schema::OBSTACLE_PLAN, &plan.session, field, value)
        };
        set("outcome", Value::from(outcome.trim()))?;
        match again {
            Some(day) => {
                set("follow_up_on", Value::from(day.to_string()))?;
                set("followed_up_on", Value::Null)?;
            }
            None => {
                set("followed_up_on", Value::from(desk.now.date().to_string()))?;
            }
        }
        let side = looking.side(None)?;
        let answered = answered(desk, tx, &looking.opened.relationship, side)?;
        Ok(Outcome::changed(answered.output, CHANGED))
    })
}
