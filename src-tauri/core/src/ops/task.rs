//! Tasks: set, changed, put off, done (R22 to R24), and whose the duties are (R15, R54).

use super::contact::first_name;
use super::{
    Desk, Opened, Outcome, glimpse, line, long_text, moment_words, read_date, read_past, words,
};
use crate::api::relationship::Which;
use crate::api::task::{
    CantMakeIt, ChangeTask, DelayView, DutyView, NewTask, PartnerMessage, SetDuty, ShortTime,
    TaskDone, TaskTime, TaskView, Tasks, TryDue, WhichTask,
};
use crate::domain::dates;
use crate::domain::ids::TaskId;
use crate::domain::moment::Moment;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::{self, Duty, DutyOwner, Kind};
use crate::domain::template::{Answer, template};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::State;
use crate::record::task as record;
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::Value;

pub(crate) const CHANGED: &[&str] = &["tasks", "sessions", "today", "reminders"];
/// Most tasks that may wait to be done at the same time.
const MOST: usize = 500;

/// Days that a task gets at least, and whether the two agreed on that number (R22).
pub(crate) fn minimum(state: &State) -> (i64, bool) {
    let agreed = template()
        .field(task::MINIMUM_FIELD)
        .and_then(|field| state.answer(field, None));
    match agreed {
        Some(Answer::Number(days)) => (days, true),
        Some(
            Answer::Text(_)
            | Answer::List(_)
            | Answer::Choice(_)
            | Answer::Date(_)
            | Answer::YesNo(_),
        )
        | None => (task::MINIMUM_DAYS, false),
    }
}

/// What is said of a date that leaves less time than that.
pub(crate) fn warning(state: &State, given: NaiveDate, due: NaiveDate) -> Option<ShortTime> {
    let (minimum, agreed) = minimum(state);
    let short = task::short_of_time(given, due, minimum)?;
    Some(ShortTime {
        days: short.days,
        minimum,
        agreed,
        words: short.words(agreed),
        earliest: words(given, short.earliest),
        proposed: words(given, short.proposed),
    })
}

/// The message with which the owner of a task tells that its date cannot be kept (R23).
fn delay_message(state: &State, task: &record::Task) -> Option<PartnerMessage> {
    let delay = task.delays.last()?;
    let other = state.person(task.owner.other());
    let reason = if delay.reason.is_empty() {
        ".".to_owned()
    } else {
        let stop = if delay.reason.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        format!(": {}{stop}", delay.reason)
    };
    let by = delay
        .was
        .map(|was| format!(" by {}", dates::long(was)))
        .unwrap_or_default();
    Some(PartnerMessage {
        name: other.name.clone(),
        to: other.email.clone(),
        subject: format!("A later date for “{}”", task.what),
        text: format!(
            "Hello {},\n\nI can't make “{}”{by}{reason} I can have it done by {}. Does that work for you?\n\n{}\n",
            first_name(&other.name),
            task.what,
            delay.due.map(dates::long)?,
            first_name(&state.person(task.owner).name),
        ),
    })
}

/// A task as it is shown.
pub(crate) fn view(
    state: &State,
    task: &record::Task,
    owner: Option<Side>,
    now: &Moment,
) -> TaskView {
    let today = now.date();
    let day = |date: Option<NaiveDate>| date.map(|date| words(today, date));
    let moved = task.delays.len();
    TaskView {
        id: TaskId(task.id.clone()),
        kind: task.kind,
        what: task.what.clone(),
        note: task.note.clone(),
        owner: task.owner,
        owner_name: state.person(task.owner).name.clone(),
        mine: owner == Some(task.owner),
        set_by: task.set_by,
        set_by_name: state.person(task.set_by).name.clone(),
        set_on: day(task.set_on),
        session: (!task.session.is_empty()).then(|| task.session.clone()),
        due: day(task.due),
        original: day(task.original().filter(|_| moved > 0)),
        moved: u32::try_from(moved).unwrap_or(u32::MAX),
        moved_words: task::moved_words(moved, task.original()),
        delays: task
            .delays
            .iter()
            .map(|delay| DelayView {
                was: day(delay.was),
                due: day(delay.due),
                reason: delay.reason.clone(),
                when: delay.told.as_ref().map(moment_words).unwrap_or_default(),
                days_ahead: delay
                    .was
                    .zip(delay.told.as_ref())
                    .map(|(was, told)| (was - told.date()).num_days()),
            })
            .collect(),
        asks_whether_right: task.is_open() && task::is_to_be_asked(moved),
        done_on: day(task.done_on),
        message: delay_message(state, task).filter(|_| task.is_open()),
    }
}

/// Whose the duties are.
pub(crate) fn owner_of(state: &State, tasks: &record::Tasks, duty: Duty) -> DutyOwner {
    task::owner_of(
        duty,
        tasks.duties.get(&duty).copied(),
        state.terms.initiator.as_deref(),
    )
}

fn duty_views(opened: &Opened, tasks: &record::Tasks) -> Vec<DutyView> {
    let state = &opened.state;
    Duty::ALL
        .into_iter()
        .map(|duty| {
            let owner = owner_of(state, tasks, duty);
            let (mentee, mentor) = (&state.mentee.name, &state.mentor.name);
            DutyView {
                duty,
                words: state.vocabulary.say(duty.words()).into_owned(),
                owner,
                owner_name: match owner {
                    DutyOwner::Mentee => mentee.clone(),
                    DutyOwner::Mentor => mentor.clone(),
                    DutyOwner::Either => format!("{mentee} or {mentor}"),
                    DutyOwner::Alternating => format!("{mentee} and {mentor} in turn"),
                },
                mine: owner
                    .side()
                    .is_none_or(|side| opened.role.side() == Some(side)),
                said: tasks.duties.contains_key(&duty),
            }
        })
        .collect()
}

fn list_of(desk: &Desk<'_>, tx: &Tx<'_>, opened: &Opened) -> Result<Tasks> {
    let tasks = record::Tasks::load(tx, &opened.relationship)?;
    let side = opened.role.side();
    let mut open: Vec<&record::Task> = tasks.open().collect();
    open.sort_by_key(|task| (task.due.is_none(), task.due, task.position));
    let mut done: Vec<&record::Task> = tasks.all.iter().filter(|task| !task.is_open()).collect();
    done.sort_by_key(|task| std::cmp::Reverse((task.done_on, task.position)));
    let views = |tasks: Vec<&record::Task>| {
        tasks
            .into_iter()
            .map(|task| view(&opened.state, task, side, &desk.now))
            .collect()
    };
    Ok(Tasks {
        open: views(open),
        done: views(done),
        duties: duty_views(opened, &tasks),
        minimum_days: minimum(&opened.state).0,
        id: None,
        warning: None,
        message: None,
    })
}

/// All tasks (R22), and whose the duties are (R54).
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Tasks>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        Ok(Outcome::read(list_of(desk, tx, &opened)?))
    })
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    opened: &Opened,
    id: Option<&str>,
    due: Option<NaiveDate>,
) -> Result<Outcome<Tasks>> {
    let mut tasks = list_of(desk, tx, opened)?;
    tasks.id = id.map(|id| TaskId(id.to_owned()));
    tasks.warning = due.and_then(|due| warning(&opened.state, desk.now.date(), due));
    Ok(Outcome::changed(tasks, CHANGED))
}

/// A task on its way into the record.
pub(crate) struct Draft {
    pub kind: Kind,
    pub what: String,
    pub note: String,
    pub owner: Side,
    pub set_by: Side,
    pub set_on: NaiveDate,
    pub due: Option<NaiveDate>,
    /// The session in which it is set; empty outside of one.
    pub session: String,
}

fn day(date: Option<NaiveDate>) -> Value {
    date.map_or(Value::Null, |date| Value::from(date.to_string()))
}

/// Writes a task down, behind all others: for every use case that makes one.
pub(crate) fn create(pen: &mut Pen<'_, '_>, tasks: &record::Tasks, draft: Draft) -> Result<TaskId> {
    if tasks.open().count() >= MOST {
        return Err(Error::field(
            "too_many",
            "what",
            format!(
                "There are already {MOST} tasks to be done. Nothing was changed. Finish or remove some that no longer matter first."
            ),
        ));
    }
    let id = TaskId::new();
    let mut row = Row::new();
    for (name, value) in [
        ("position", Value::from(tasks.next_position())),
        ("kind", Value::from(draft.kind.key())),
        ("what", Value::from(draft.what)),
        ("note", Value::from(draft.note)),
        ("owner", Value::from(draft.owner.key())),
        ("set_by", Value::from(draft.set_by.key())),
        ("set_on", day(Some(draft.set_on))),
        ("due", day(draft.due)),
        ("session", Value::from(draft.session)),
        ("done_on", Value::Null),
    ] {
        row.insert(name.to_owned(), value);
    }
    pen.create(&schema::TASK, id.as_str(), row)?;
    Ok(id)
}

/// Reads a date that may be left out; an empty one is none.
pub(crate) fn read_due(due: Option<&str>) -> Result<Option<NaiveDate>> {
    match due {
        Some(text) if !text.trim().is_empty() => Ok(Some(read_date("due", text)?)),
        Some(_) | None => Ok(None),
    }
}

/// Sets a task (R22).
pub(crate) fn add(desk: &Desk<'_>, request: NewTask) -> Result<Outcome<Tasks>> {
    let what = line("what", "task", &request.what)?;
    let note = long_text("note", "note", request.note.as_deref().unwrap_or_default())?;
    let due = read_due(request.due.as_deref())?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let tasks = record::Tasks::load(tx, &opened.relationship)?;
        let owner = request.owner.unwrap_or(Side::Mentee);
        let mut pen = opened.pen(tx, desk, format!("setting the task “{}”", glimpse(&what)));
        let id = create(
            &mut pen,
            &tasks,
            Draft {
                kind: Kind::Task,
                what,
                note,
                owner,
                set_by: request.set_by.or(opened.role.side()).unwrap_or(owner),
                set_on: desk.now.date(),
                due,
                session: request.session.unwrap_or_default(),
            },
        )?;
        answered(desk, tx, &opened, Some(id.as_str()), due)
    })
}

/// How much time a date leaves, without setting anything (R22).
pub(crate) fn try_due(desk: &Desk<'_>, request: TryDue) -> Result<Outcome<TaskTime>> {
    let due = read_date("due", &request.due)?;
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let today = desk.now.date();
        Ok(Outcome::read(TaskTime {
            days: (due - today).num_days(),
            minimum: minimum(&opened.state).0,
            warning: warning(&opened.state, today, due),
        }))
    })
}

fn gone() -> Error {
    Error::field(
        "not_found",
        "task",
        "This task is not here any more. Nothing was changed. Choose one from the list.",
    )
}

/// Opens the relationship, finds the task and takes up the pen for a deed called after it.
fn with_task(
    desk: &Desk<'_>,
    which: &WhichTask,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &Opened, &record::Task) -> Result<Option<NaiveDate>>,
) -> Result<Outcome<Tasks>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &which.relationship)?;
        let tasks = record::Tasks::load(tx, &opened.relationship)?;
        let task = tasks.find(which.task.as_str()).ok_or_else(gone)?;
        let name = format!("{doing} the task “{}”", glimpse(&task.what));
        let mut pen = opened.pen(tx, desk, name);
        let due = deed(&mut pen, &opened, task)?;
        answered(desk, tx, &opened, Some(&task.id), due)
    })
}

/// Changes a task. Another date agreed on here counts as no delay.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeTask) -> Result<Outcome<Tasks>> {
    let what = request
        .what
        .as_deref()
        .map(|what| line("what", "task", what))
        .transpose()?;
    let note = request
        .note
        .as_deref()
        .map(|note| long_text("note", "note", note))
        .transpose()?;
    let due = request
        .due
        .as_deref()
        .map(|due| read_due(Some(due)))
        .transpose()?;
    let which = WhichTask {
        relationship: request.relationship,
        task: request.task,
    };
    with_task(desk, &which, "changing", |pen, _, task| {
        pen.goes_on();
        let mut set = |field: &str, value: Value| pen.set(&schema::TASK, &task.id, field, value);
        if let Some(what) = what {
            set("what", Value::from(what))?;
        }
        if let Some(note) = note {
            set("note", Value::from(note))?;
        }
        if let Some(owner) = request.owner {
            set("owner", Value::from(owner.key()))?;
        }
        if let Some(due) = due {
            set("due", day(due))?;
        }
        Ok(due.flatten())
    })
}

/// Notes that a task is done.
pub(crate) fn done(desk: &Desk<'_>, request: TaskDone) -> Result<Outcome<Tasks>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let which = WhichTask {
        relationship: request.relationship,
        task: request.task,
    };
    with_task(desk, &which, "finishing", |pen, _, task| {
        pen.set(&schema::TASK, &task.id, "done_on", day(Some(on)))?;
        Ok(None)
    })
}

/// Notes that a task is to be done after all.
pub(crate) fn reopen(desk: &Desk<'_>, request: WhichTask) -> Result<Outcome<Tasks>> {
    with_task(desk, &request, "opening again", |pen, _, task| {
        pen.set(&schema::TASK, &task.id, "done_on", Value::Null)?;
        Ok(None)
    })
}

/// Takes a task away; what it was stays in the history.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichTask) -> Result<Outcome<Tasks>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let tasks = record::Tasks::load(tx, &opened.relationship)?;
        let task = tasks.find(request.task.as_str()).ok_or_else(gone)?;
        let name = format!("removing the task “{}”", glimpse(&task.what));
        let mut pen = opened.pen(tx, desk, name);
        pen.remove(&schema::TASK, &task.id)?;
        answered(desk, tx, &opened, None, None)
    })
}

/// Tells that a date cannot be kept, and which one can (R23). The first date stays beside the new one.
pub(crate) fn cant_make_it(desk: &Desk<'_>, request: CantMakeIt) -> Result<Outcome<Tasks>> {
    let due = read_date("due", &request.due)?;
    let reason = super::optional_line(
        "reason",
        "reason",
        request.reason.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let tasks = record::Tasks::load(tx, &opened.relationship)?;
        let task = tasks.find(request.task.as_str()).ok_or_else(gone)?;
        later(task, due, desk.now.date())?;
        let name = format!("putting off the task “{}”", glimpse(&task.what));
        let mut pen = opened.pen(tx, desk, name);
        let last = task.delays.last().map(|last| last.position);
        let mut row = Row::new();
        for (name, value) in [
            ("task", Value::from(task.id.as_str())),
            (
                "position",
                Value::from(last.map_or(0, |last| last.saturating_add(1))),
            ),
            ("was", day(task.due)),
            ("due", day(Some(due))),
            ("reason", Value::from(reason)),
            ("told_at", Value::from(desk.now.to_text())),
        ] {
            row.insert(name.to_owned(), value);
        }
        pen.create(&schema::TASK_DELAY, TaskId::new().as_str(), row)?;
        pen.set(&schema::TASK, &task.id, "due", day(Some(due)))?;
        let mut outcome = answered(desk, tx, &opened, Some(&task.id), None)?;
        let now = &outcome.output.open;
        outcome.output.message = now
            .iter()
            .find(|view| view.id.as_str() == task.id)
            .and_then(|view| view.message.clone());
        Ok(outcome)
    })
}

/// Refuses a new date that puts nothing off.
fn later(task: &record::Task, due: NaiveDate, today: NaiveDate) -> Result<()> {
    if !task.is_open() {
        return Err(Error::field(
            "done",
            "task",
            "This task is done, so there is no date to put off. Nothing was changed. Open it again first, if it is not.",
        ));
    }
    let Some(was) = task.due else {
        return Err(Error::field(
            "empty",
            "task",
            "This task has no date that could be put off. Nothing was changed. Give it a date with task.change.",
        ));
    };
    if due <= was {
        return Err(Error::field(
            "wrong_order",
            "due",
            format!(
                "{} is not after {}, the date it has. Nothing was changed. Choose a later one; an earlier one needs no telling.",
                dates::long(due),
                dates::long(was)
            ),
        ));
    }
    if due < today {
        return Err(Error::field(
            "in_the_past",
            "due",
            format!(
                "{} has passed. Nothing was changed. Choose a date that can be kept.",
                dates::long(due)
            ),
        ));
    }
    Ok(())
}

/// Says whose a duty is from now on (R15, R54).
pub(crate) fn set_duty(desk: &Desk<'_>, request: SetDuty) -> Result<Outcome<Tasks>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let deed = format!("changing who has the duty “{}”", request.duty.words());
        let mut pen = opened.pen(tx, desk, deed);
        let owner = Value::from(request.owner.map_or("", Side::key));
        pen.set(&schema::DUTY, request.duty.key(), "owner", owner)?;
        answered(desk, tx, &opened, None, None)
    })
}
