//! What the two of the example have done so far: each deed is done as a person would do it, at its own time.

use super::{
    Desk, activity, contact_log, example::date, journal, meeting, resource, session, task,
};
use crate::api::activity::{ChangeActivity, NewActivity, NewResource};
use crate::api::contact_log::NewContact;
use crate::api::feedback::WriteFeedback;
use crate::api::journal::NewMoment;
use crate::api::meeting::{
    NewAgendaPoint, NewNote, RethinkWish, SetOutcome, SetWish, SummarySent, WritePrivateNote,
};
use crate::api::session::{HoldSession, MoveSession, NewSession};
use crate::api::task::{CantMakeIt, NewTask, TaskDone};
use crate::domain::dates;
use crate::domain::example_course::{Moved, Note, Says, Session, course};
use crate::domain::ids::{ActivityId, GoalId, RelationshipId, SessionId, TaskId};
use crate::domain::moment::Moment;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::ops::contact::read_time;
use chrono::{NaiveDate, TimeDelta};

/// A desk at an earlier time of the same day's owner; never after now.
fn at<'a>(desk: &Desk<'a>, on: Option<NaiveDate>, hour: u32) -> Desk<'a> {
    let zone = desk.now.zone();
    let then = on.and_then(|on| zone.at(on, hour, 30));
    earlier(desk, then.map(|then| Moment::new(then, zone.clone())))
}

fn earlier<'a>(desk: &Desk<'a>, then: Option<Moment>) -> Desk<'a> {
    Desk {
        store: desk.store.clone(),
        now: then
            .filter(|then| then.utc() < desk.now.utc())
            .unwrap_or_else(|| desk.now.clone()),
    }
}

fn made(id: Option<String>) -> Result<String> {
    id.ok_or_else(|| Error::Internal("a deed of the example made nothing".to_owned()))
}

/// Does it all. `goals` are those of the example, in its order.
pub(super) fn fill(desk: &Desk<'_>, relationship: &RelationshipId, goals: &[GoalId]) -> Result<()> {
    for given in &course().contacts {
        contact_log::log(
            desk,
            NewContact {
                relationship: relationship.clone(),
                direction: None,
                from: Some(given.from),
                channel: Some(given.channel),
                on: date(desk, given.days),
                at: Some(given.at.clone()),
                note: Some(given.note.clone()),
                needs_reply: None,
                session: None,
            },
        )?;
    }
    fill_plan(desk, relationship, goals)?;
    for given in &course().sessions {
        fill_session(desk, relationship, given)?;
    }
    for given in &course().tasks {
        let then = at(desk, dates::add_days(desk.now.date(), given.set), 16);
        let added = task::add(
            &then,
            NewTask {
                relationship: relationship.clone(),
                what: given.what.clone(),
                owner: Some(given.owner),
                due: date(desk, given.due),
                note: None,
                set_by: Some(given.set_by),
                session: None,
            },
        )?;
        if let Some(moved) = &given.moved {
            let id = made(added.output.id.map(|id| id.0))?;
            let then = at(desk, dates::add_days(desk.now.date(), moved.told), 9);
            task::cant_make_it(
                &then,
                CantMakeIt {
                    relationship: relationship.clone(),
                    task: TaskId(id),
                    due: date(desk, moved.due).unwrap_or_default(),
                    reason: Some(moved.reason.clone()),
                },
            )?;
        }
    }
    for given in &course().moments {
        journal::add(
            desk,
            NewMoment {
                relationship: relationship.clone(),
                text: given.text.clone(),
                on: date(desk, given.days),
                share: Some(given.share),
                side: None,
            },
        )?;
    }
    Ok(())
}

fn fill_plan(desk: &Desk<'_>, relationship: &RelationshipId, goals: &[GoalId]) -> Result<()> {
    let goal = |place: usize| {
        place
            .checked_sub(1)
            .and_then(|at| goals.get(at))
            .cloned()
            .ok_or_else(|| Error::Internal(format!("the example has no goal {place}")))
    };
    for given in &course().activities {
        let added = activity::add(
            desk,
            NewActivity {
                relationship: relationship.clone(),
                goal: goal(given.goal)?,
                title: given.title.clone(),
                kind: given.kind,
                effort: Some(given.effort),
                start: given.start.and_then(|days| date(desk, days)),
                finish: given.finish.and_then(|days| date(desk, days)),
                owner: Some(given.owner),
                state: Some(given.state),
            },
        )?;
        if given.since.is_none() && given.learned.is_none() {
            continue;
        }
        activity::change(
            desk,
            ChangeActivity {
                relationship: relationship.clone(),
                activity: ActivityId(made(added.output.id)?),
                goal: None,
                title: None,
                kind: None,
                effort: None,
                start: None,
                finish: None,
                owner: None,
                state: None,
                since: given.since.and_then(|days| date(desk, days)),
                learned: given.learned.clone(),
            },
        )?;
    }
    for given in &course().resources {
        resource::add(
            desk,
            NewResource {
                relationship: relationship.clone(),
                goal: goal(given.goal)?,
                kind: given.kind,
                title: given.title.clone(),
                place: None,
                note: Some(given.note.clone()),
                side: Some(given.side),
            },
        )?;
    }
    Ok(())
}

/// One session: written down, prepared, held and followed up, as far as it has come.
fn fill_session(desk: &Desk<'_>, relationship: &RelationshipId, given: &Session) -> Result<()> {
    let planned = given
        .planned(desk.now.date())
        .ok_or_else(|| Error::Internal("a session of the example has no day".to_owned()))?;
    let added = session::add(
        desk,
        NewSession {
            relationship: relationship.clone(),
            on: planned.to_string(),
            at: given.at.clone(),
            side: Some(Side::Mentee),
            zone: None,
            minutes: Some(given.minutes),
            kind: Some(given.kind),
            method: Some(given.method.clone()),
            place: None,
            topic: Some(given.topic.clone()),
            state: None,
            held_minutes: None,
            proposed_by: Some(Side::Mentee),
        },
    )?;
    let id = SessionId(made(added.output.id.map(|id| id.0))?);
    let mut day = planned;
    if let Some(moved) = &given.moved {
        day = shift(desk, relationship, &id, (planned, moved))?;
    }
    let starts = day.and_time(read_time("at", &given.at)?);
    let moment = |minutes: i64| {
        let zone = desk.now.zone();
        let instant = zone.instant(starts)?;
        let minutes = TimeDelta::try_minutes(minutes)?;
        Some(Moment::new(
            instant.checked_add_signed(minutes)?,
            zone.clone(),
        ))
    };
    prepare(&earlier(desk, moment(-44 * 60)), (relationship, &id), given)?;
    if !given.rethink.is_empty() {
        meeting::rethink(
            &earlier(desk, moment(-14)),
            RethinkWish {
                relationship: relationship.clone(),
                session: id.clone(),
                text: given.rethink.clone(),
                minutes: Some(5),
            },
        )?;
    }
    if let Some(held) = given.held {
        session::hold(
            desk,
            HoldSession {
                relationship: relationship.clone(),
                session: id.clone(),
                minutes: Some(held),
            },
        )?;
        let end = earlier(desk, moment(i64::from(held)));
        follow_up(desk, &end, (relationship, &id), given)?;
    }
    Ok(())
}

fn shift(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &SessionId,
    (planned, moved): (NaiveDate, &Moved),
) -> Result<NaiveDate> {
    let to = dates::add_days(planned, moved.days).unwrap_or(planned);
    session::shift(
        desk,
        MoveSession {
            relationship: relationship.clone(),
            session: id.clone(),
            on: Some(to.to_string()),
            at: None,
            side: None,
            minutes: None,
            asked_by: Some(moved.by),
            asked_on: date(desk, moved.asked),
            asked_at: None,
            reason: Some(moved.reason.clone()),
            travel: None,
        },
    )?;
    Ok(to)
}

fn prepare(
    desk: &Desk<'_>,
    (relationship, id): (&RelationshipId, &SessionId),
    given: &Session,
) -> Result<()> {
    for point in &given.points {
        let page = meeting::add(
            desk,
            NewAgendaPoint {
                relationship: relationship.clone(),
                session: id.clone(),
                text: point.text.clone(),
                side: Some(point.side),
                topic: None,
            },
        )?;
        if point.outcome.is_some() {
            meeting::outcome(
                desk,
                SetOutcome {
                    relationship: relationship.clone(),
                    session: id.clone(),
                    point: made(page.output.id)?,
                    outcome: point.outcome,
                    note: None,
                },
            )?;
        }
    }
    if !given.wish.is_empty() {
        meeting::wish(
            desk,
            SetWish {
                relationship: relationship.clone(),
                session: id.clone(),
                text: given.wish.clone(),
            },
        )?;
    }
    Ok(())
}

/// What is written in a session and after it. `end` is the desk at its end, `desk` the one of today.
fn follow_up(
    desk: &Desk<'_>,
    end: &Desk<'_>,
    (relationship, id): (&RelationshipId, &SessionId),
    given: &Session,
) -> Result<()> {
    for note in &given.notes {
        write_note(desk, end, (relationship, id), note)?;
    }
    if !given.private.is_empty() {
        meeting::private(
            end,
            WritePrivateNote {
                relationship: relationship.clone(),
                session: id.clone(),
                text: given.private.clone(),
            },
        )?;
    }
    for (side, says) in [
        (Side::Mentor, &given.mentor_says),
        (Side::Mentee, &given.mentee_says),
    ] {
        if let Some(says) = says {
            meeting::send_feedback(end, answers(relationship, id, side, says))?;
        }
    }
    let day_after = dates::add_days(end.now.date(), 1);
    meeting::summary_sent(
        desk,
        SummarySent {
            relationship: relationship.clone(),
            session: id.clone(),
            on: day_after
                .filter(|day| *day <= desk.now.date())
                .map(|day| day.to_string()),
        },
    )?;
    Ok(())
}

fn answers(
    relationship: &RelationshipId,
    id: &SessionId,
    side: Side,
    says: &Says,
) -> WriteFeedback {
    WriteFeedback {
        relationship: relationship.clone(),
        session: id.clone(),
        side: Some(side),
        take_away: Some(says.take_away.clone()),
        keep: Some(says.keep.clone()),
        less: Some(says.less.clone()),
        differently: Some(says.differently.clone()),
    }
}

fn write_note(
    desk: &Desk<'_>,
    end: &Desk<'_>,
    (relationship, id): (&RelationshipId, &SessionId),
    note: &Note,
) -> Result<()> {
    let page = meeting::add_note(
        end,
        NewNote {
            relationship: relationship.clone(),
            session: id.clone(),
            text: note.text.clone(),
            side: Some(note.side),
            owner: note.owner,
            due: note.due.and_then(|days| date(desk, days)),
        },
    )?;
    if let Some(done) = note.done {
        let line = made(page.output.id)?;
        let action = page
            .output
            .notes
            .into_iter()
            .find(|each| each.id == line)
            .and_then(|each| each.action);
        task::done(
            desk,
            TaskDone {
                relationship: relationship.clone(),
                task: TaskId(made(action.map(|action| action.id.0))?),
                on: date(desk, done),
            },
        )?;
    }
    Ok(())
}
