//! One session before, during and after (R17): what the two write about it, and its page.

pub(crate) mod agenda;
pub(crate) mod bell;
mod feedback;
mod notes;
mod page;
mod summary;

pub(crate) use agenda::begin as begin_agenda;
pub(crate) use agenda::{
    add, change, choose_missing, default_agenda, outcome, remove, rethink, send, shift, wish,
};
pub(crate) use feedback::{
    add_point, change_point, counter, points, read, release, remove_point, send as send_feedback,
    write,
};
pub(crate) use notes::{
    add as add_note, change as change_note, feedback_time, mark, outside, plain, private,
    remove as remove_note, taker,
};
pub(crate) use page::get;
pub(crate) use summary::{facts as summary_facts, get as summary, sent as summary_sent};

use super::{Desk, Opened, Outcome};
use crate::api::meeting::SessionPage;
use crate::domain::carry::{self, Stop};
use crate::domain::dates;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::session::{Kind, Session};
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::{self, Duty};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::meeting::Meetings;
use crate::record::session::Sessions;
use crate::record::task::{Task, Tasks};
use crate::store::Tx;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

const CHANGED: &[&str] = &["sessions", "tasks", "topics", "today", "reminders"];

/// All that a session's page is made from, but the notes of the session.
pub(crate) struct Context {
    pub opened: Opened,
    pub sessions: Sessions,
    pub meetings: Meetings,
    pub tasks: Tasks,
    now: DateTime<Utc>,
}

/// The id under which the agenda asks whether a task is still the right one (R24).
fn asking(task: &str) -> String {
    format!("task:{task}")
}

impl Context {
    /// Opens it; see [`super::find_own`] for who may.
    pub(crate) fn of(tx: &Tx<'_>, relationship: &RelationshipId, now: &Moment) -> Result<Self> {
        let opened = Opened::of(tx, relationship)?;
        Ok(Self {
            sessions: Sessions::load(tx, &opened.relationship)?,
            meetings: Meetings::load(tx, &opened.relationship)?,
            tasks: Tasks::load(tx, &opened.relationship)?,
            opened,
            now: now.utc(),
        })
    }

    /// One of the sessions.
    pub(crate) fn session(&self, id: &SessionId) -> Result<&Session> {
        self.sessions.find(id.as_str()).ok_or_else(|| {
            Error::field(
                "not_found",
                "session",
                "This session is not here any more. Nothing was changed. Choose one from the list.",
            )
        })
    }

    /// The owner's side. Whoever may open it has one.
    fn side(&self) -> Side {
        self.opened.role.side().unwrap_or(Side::Mentee)
    }

    /// The name of one of the two.
    fn name(&self, side: Side) -> &str {
        &self.opened.state.person(side).name
    }

    /// Whose a duty is, where it is one person's; the mentee's otherwise (R15).
    fn duty(&self, duty: Duty) -> Side {
        super::task::owner_of(&self.opened.state, &self.tasks, duty)
            .side()
            .unwrap_or(Side::Mentee)
    }

    /// Whether a session is behind the two: it has its final state, its time has passed, or its summary was sent.
    pub(crate) fn is_over(&self, session: &Session) -> bool {
        session.state.is_final()
            || session.end() <= self.now
            || self.meetings.has_happened(&session.id)
    }

    /// The first session that is not behind the two.
    fn next_open(&self) -> Option<&Session> {
        self.sessions
            .all()
            .iter()
            .find(|session| !self.is_over(session))
    }

    /// The session after this one that is not called off.
    fn following(&self, session: &Session) -> Option<&Session> {
        self.sessions
            .all()
            .iter()
            .skip_while(|other| other.id != session.id)
            .skip(1)
            .find(|other| !self.is_over(other))
    }

    /// What stands on the agenda of each session, carried over or written for it (J6).
    fn agendas(&self) -> BTreeMap<String, Vec<String>> {
        let stops: Vec<Stop> = self
            .sessions
            .all()
            .iter()
            .map(|session| Stop {
                id: session.id.clone(),
                over: self.is_over(session),
            })
            .collect();
        let points: Vec<carry::Point> = self
            .meetings
            .points
            .iter()
            .map(|point| carry::Point {
                id: point.id.clone(),
                home: point.session.clone(),
            })
            .collect();
        carry::agendas(&stops, &points, |point, session| {
            self.meetings
                .outcome(point, session)
                .is_some_and(|(outcome, _)| outcome.settles())
        })
    }

    /// The tasks about which this session asks "Is this still the right task?" (R24): the next session asks about
    /// each with three delays that no session has talked about since the last one, and a session in which something
    /// was noted about the question keeps it.
    fn asked_tasks(&self, session: &Session) -> Vec<&Task> {
        let is_next = self.next_open().is_some_and(|next| next.id == session.id);
        self.tasks
            .all
            .iter()
            .filter(|task| {
                let id = asking(&task.id);
                let noted = self.meetings.outcome(&id, &session.id).is_some();
                let due = task.is_open() && task::is_to_be_asked(task.delays.len());
                noted || (is_next && due && !self.was_talked_about(task))
            })
            .collect()
    }

    /// Whether a session settled the question about a task after it was put off for the last time.
    fn was_talked_about(&self, task: &Task) -> bool {
        let last = task
            .delays
            .last()
            .and_then(|delay| delay.told.as_ref())
            .map(Moment::utc);
        self.sessions.all().iter().any(|session| {
            self.is_over(session)
                && last.is_none_or(|last| session.end() >= last)
                && self
                    .meetings
                    .outcome(&asking(&task.id), &session.id)
                    .is_some_and(|(outcome, _)| outcome.settles())
        })
    }

    /// The actions of earlier sessions that were still to be done when this one came.
    fn carried_actions(&self, session: &Session) -> Vec<&Task> {
        let before: Vec<&Session> = self
            .sessions
            .all()
            .iter()
            .take_while(|other| other.id != session.id)
            .collect();
        if !before.iter().all(|other| self.is_over(other)) {
            return Vec::new();
        }
        let ids: HashSet<&str> = before.iter().map(|other| other.id.as_str()).collect();
        let mut actions: Vec<&Task> = self
            .tasks
            .all
            .iter()
            .filter(|task| ids.contains(task.session.as_str()))
            .filter(|task| task.done_on.is_none_or(|on| on >= session.date()))
            .collect();
        actions.sort_by_key(|task| (task.due.is_none(), task.due, task.position));
        actions
    }

    /// What a session is called: `Session 3`, or its kind.
    fn title(&self, session: &Session) -> String {
        match (session.kind, self.sessions.ordinal(&session.id)) {
            (Kind::Regular, Some(number)) => format!("Session {number}"),
            (
                Kind::Regular
                | Kind::First
                | Kind::Milestones
                | Kind::Obstacles
                | Kind::CheckPoint
                | Kind::MidPoint
                | Kind::Closing
                | Kind::Other,
                _,
            ) => self
                .opened
                .state
                .vocabulary
                .say(session.kind.name())
                .into_owned(),
        }
    }

    /// A session in the name of a deed: `the session on Wednesday 6 May 2026`.
    fn called(session: &Session) -> String {
        format!("the session on {}", dates::long(session.date()))
    }
}

/// What a deed has made.
#[derive(Default)]
struct Made {
    id: Option<String>,
    /// The date of a task that was made.
    due: Option<NaiveDate>,
}

/// Opens a session and takes up the pen for a deed; answers its page.
fn with_session(
    desk: &Desk<'_>,
    (relationship, id): (&RelationshipId, &SessionId),
    doing: &str,
    deed: impl FnOnce(&Tx<'_>, &mut Pen<'_, '_>, &Context, &Session) -> Result<Made>,
) -> Result<Outcome<SessionPage>> {
    desk.store.write(|tx| {
        let context = Context::of(tx, relationship, &desk.now)?;
        let session = context.session(id)?;
        let name = format!("{doing} {}", Context::called(session));
        let mut pen = context.opened.pen(tx, desk, name);
        let made = deed(tx, &mut pen, &context, session)?;
        answered(desk, tx, (relationship, id), made)
    })
}

/// The page as it is now.
fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    (relationship, id): (&RelationshipId, &SessionId),
    made: Made,
) -> Result<Outcome<SessionPage>> {
    let context = Context::of(tx, relationship, &desk.now)?;
    let session = context.session(id)?;
    let mut page = page::page(desk, tx, &context, session)?;
    page.id = made.id;
    page.warning = made
        .due
        .and_then(|due| super::task::warning(&context.opened.state, desk.now.date(), due));
    Ok(Outcome::changed(page, CHANGED))
}

/// Sets one field of a session's page.
fn set(
    pen: &mut Pen<'_, '_>,
    session: &Session,
    field: &str,
    value: impl Into<Value>,
) -> Result<bool> {
    pen.set(&schema::SESSION_PAGE, &session.id, field, value.into())
}

/// The moment at which something was done: now, or on a day that has passed, told in the owner's zone.
fn moment_of(desk: &Desk<'_>, on: Option<&str>) -> Result<Moment> {
    let Some(on) = on else {
        return Ok(desk.now.clone());
    };
    let day = super::read_past("on", on, desk.now.date())?;
    let zone = desk.now.zone();
    let civil = day.and_time(desk.now.civil().time());
    let instant = zone
        .instant(civil)
        .ok_or_else(|| Error::Internal(format!("{civil} in {zone}")))?;
    Ok(Moment::new(instant, zone.clone()))
}
