//! The page of a session: everything before, during and after it, at the moment.

use super::{Context, agenda, asking, feedback};
use crate::api::meeting::{
    AgendaDatesView, AgendaPointView, Checklist, ChecklistStep, FeedbackTime, NoteView,
    SessionActivity, SessionAfter, SessionGoal, SessionPage, SummaryState, Wish, WishVersion,
};
use crate::api::session::WhichSession;
use crate::api::suggestion::Talker;
use crate::api::task::TaskView;
use crate::domain::activity::ActivityState;
use crate::domain::ids::{ActivityId, GoalId, SessionId, TaskId};
use crate::domain::meeting::{
    self, AgendaDates, DEFAULT_AGENDA, FEEDBACK_MINUTES, are_notes_missing, bell,
};
use crate::domain::moment::Moment;
use crate::domain::plan::GoalState;
use crate::domain::session::{Session, Stage};
use crate::domain::side::Side;
use crate::domain::task::Duty;
use crate::domain::template::{Answer, template};
use crate::error::Result;
use crate::ops::contact::first_name;
use crate::ops::plan_view::owner_name;
use crate::ops::{Desk, Outcome, moment_words, task, words};
use crate::record::meeting::{Note, Page, notes};
use crate::record::plan::{Activity, activities};
use crate::record::state::Goal;
use crate::record::task::Task;
use crate::store::{Tx, meeting as store};
use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};

/// Where to turn with what is outside mentoring, in the agreement.
const SPECIALISTS: &str = "area.6.contacts";

/// The page of one session.
pub(crate) fn get(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionPage>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        let session = context.session(&request.session)?;
        Ok(Outcome::read(page(desk, tx, &context, session)?))
    })
}

/// The wall on which the owner reads: date and time of an instant there.
fn local(desk: &Desk<'_>, session: &Session) -> NaiveDateTime {
    desk.now.zone().civil(session.start())
}

fn version(text: &str, at: Option<&Moment>, minutes: Option<u32>) -> Option<WishVersion> {
    (!text.is_empty()).then(|| WishVersion {
        text: text.to_owned(),
        when: at.map(moment_words).unwrap_or_default(),
        minutes,
    })
}

fn wish(context: &Context, page: &Page) -> Wish {
    Wish {
        name: context.name(Side::Mentee).to_owned(),
        first: version(&page.wish, page.wish_at.as_ref(), None),
        second: version(
            &page.rethink,
            page.rethink_at.as_ref(),
            page.rethink_minutes,
        ),
    }
}

/// The agenda of a session: what was carried over, what was written for it, and the questions about tasks.
pub(super) fn points(
    desk: &Desk<'_>,
    context: &Context,
    session: &Session,
) -> Vec<AgendaPointView> {
    let agendas = context.agendas();
    let ids = agendas
        .get(&session.id)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let happened = |id: &str| {
        let (outcome, note) = context.meetings.outcome(id, &session.id)?;
        Some((*outcome, note.clone()))
    };
    let written = ids.iter().filter_map(|id| {
        let point = context
            .meetings
            .points
            .iter()
            .find(|point| point.id == *id)?;
        let carried = point.session != session.id;
        let home = context.sessions.find(&point.session);
        let happened = happened(id);
        Some(AgendaPointView {
            id: id.clone(),
            text: point.text.clone(),
            side: point.side,
            name: context.name(point.side).to_owned(),
            topic: (!point.topic.is_empty()).then(|| point.topic.clone()),
            carried_from: carried.then(|| SessionId(point.session.clone())),
            carried_date: home
                .filter(|_| carried)
                .map(|home| words(desk.now.date(), local(desk, home).date())),
            task: None,
            outcome: happened.as_ref().map(|(outcome, _)| *outcome),
            note: happened.map(|(_, note)| note).unwrap_or_default(),
        })
    });
    let asked = context.asked_tasks(session).into_iter().map(|task| {
        let id = asking(&task.id);
        let happened = happened(&id);
        AgendaPointView {
            text: format!("Is this still the right task? “{}”", task.what),
            side: task.set_by,
            name: context.name(task.set_by).to_owned(),
            topic: None,
            carried_from: None,
            carried_date: None,
            task: Some(TaskId(task.id.clone())),
            outcome: happened.as_ref().map(|(outcome, _)| *outcome),
            note: happened.map(|(_, note)| note).unwrap_or_default(),
            id,
        }
    });
    written.chain(asked).collect()
}

/// A task as it is shown here.
pub(super) fn task_view(desk: &Desk<'_>, context: &Context, task: &Task) -> TaskView {
    task::view(
        &context.opened.state,
        task,
        context.opened.role.side(),
        &desk.now,
    )
}

pub(super) fn note_views(desk: &Desk<'_>, context: &Context, notes: &[Note]) -> Vec<NoteView> {
    notes
        .iter()
        .map(|note| NoteView {
            id: note.id.clone(),
            side: note.side,
            name: context.name(note.side).to_owned(),
            text: note.text.clone(),
            outside: note.outside,
            action: context
                .tasks
                .find(&note.task)
                .map(|task| task_view(desk, context, task)),
        })
        .collect()
}

fn specialists(context: &Context) -> Vec<String> {
    let answer = template()
        .field(SPECIALISTS)
        .and_then(|field| context.opened.state.answer(field, None));
    match answer {
        Some(Answer::List(lines)) => lines,
        Some(
            Answer::Text(_)
            | Answer::Choice(_)
            | Answer::Number(_)
            | Answer::Date(_)
            | Answer::YesNo(_),
        )
        | None => Vec::new(),
    }
}

/// What is known for the checklists.
struct Known {
    wish: bool,
    rethought: bool,
    agenda: Option<bool>,
    notes: bool,
    feedback: Option<bool>,
    summary: bool,
    next: bool,
}

fn checklists(context: &Context, session: &Session, known: &Known) -> Vec<Checklist> {
    let mentee = first_name(context.name(Side::Mentee)).to_owned();
    let step = |step, words: &str, done| ChecklistStep {
        step,
        words: words.to_owned(),
        done,
    };
    let list = |list, title, steps: Vec<ChecklistStep>| Checklist {
        list,
        title,
        done: u32::try_from(steps.iter().filter(|step| step.done).count()).unwrap_or(u32::MAX),
        steps,
    };
    let arranged = match session.state {
        Stage::Confirmed | Stage::Held | Stage::Missed => true,
        Stage::Proposed | Stage::Cancelled => false,
    };
    let mut ready = vec![step(
        "wish",
        &format!("{mentee} has said what they want from it"),
        known.wish,
    )];
    if let Some(sent) = known.agenda {
        ready.push(step("agenda", "The agenda is sent", sent));
    }
    ready.push(step(
        "rethink",
        &format!("{mentee} has thought about it again, just before"),
        known.rethought,
    ));
    let mut after = vec![step("notes", "Notes are written", known.notes)];
    if let Some(given) = known.feedback {
        after.push(step(
            "feedback",
            "Both have answered the four questions",
            given,
        ));
    }
    after.push(step("summary", "The summary is sent", known.summary));
    after.push(step("next", "The next session is in the diary", known.next));
    vec![
        list(
            "before",
            "Before",
            vec![
                step("diaries", "It is in both diaries", arranged),
                step(
                    "place",
                    "How and where you meet is known",
                    !session.method.is_empty() || !session.place.is_empty(),
                ),
            ],
        ),
        list("ready", "Ready", ready),
        list("after", "After", after),
    ]
}

fn agenda_dates(desk: &Desk<'_>, wanted: bool, dates: AgendaDates) -> AgendaDatesView {
    let today = desk.now.date();
    AgendaDatesView {
        wanted,
        prepare: words(today, dates.prepare),
        send: words(today, dates.send),
        last_call: words(today, dates.last_call),
    }
}

/// The session that comes after this one.
pub(super) fn next(desk: &Desk<'_>, context: &Context, session: &Session) -> Option<SessionAfter> {
    let next = context.following(session)?;
    let civil = local(desk, next);
    Some(SessionAfter {
        session: SessionId(next.id.clone()),
        date: words(desk.now.date(), civil.date()),
        time: civil.format("%H:%M").to_string(),
    })
}

/// When the time for feedback begins in a session.
pub(super) fn rings_at(session: &Session, page: &Page) -> DateTime<Utc> {
    // By the planned length: the bell rings while the two are talking.
    let planned = Session {
        held_minutes: None,
        ..session.clone()
    };
    let minutes = page.feedback_minutes.unwrap_or(FEEDBACK_MINUTES);
    bell(planned.end(), minutes)
}

fn feedback_time(desk: &Desk<'_>, session: &Session, page: &Page) -> FeedbackTime {
    let minutes = page.feedback_minutes.unwrap_or(FEEDBACK_MINUTES);
    let at = rings_at(session, page);
    FeedbackTime {
        minutes,
        at: desk.now.zone().civil(at).format("%H:%M").to_string(),
        utc: at.to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}

/// The goals that come first, and the activities that are planned or under way (R149).
fn plan(
    tx: &Tx<'_>,
    context: &Context,
    today: NaiveDate,
) -> Result<(Vec<SessionGoal>, Vec<SessionActivity>)> {
    let state = &context.opened.state;
    let mut ordered: Vec<&Goal> = state
        .goals
        .iter()
        .filter(|goal| goal.state == GoalState::Open)
        .collect();
    ordered.sort_by_key(|goal| (goal.rank.is_none(), goal.rank, goal.position));
    let goals = ordered.iter().filter_map(|goal| {
        Some(SessionGoal {
            id: GoalId(goal.id.clone()),
            title: goal.title.clone(),
            rank: goal.rank?,
        })
    });
    let open: Vec<Activity> = activities(tx, &context.opened.relationship)?
        .into_iter()
        .filter(|each| {
            matches!(
                each.state,
                ActivityState::NotStarted | ActivityState::UnderWay
            )
        })
        .collect();
    let beside = ordered.iter().flat_map(|goal| {
        open.iter()
            .filter(|each| each.goal == goal.id)
            .map(|each| SessionActivity {
                id: ActivityId(each.id.clone()),
                title: each.title.clone(),
                goal: GoalId(goal.id.clone()),
                goal_title: goal.title.clone(),
                state: each.state,
                state_words: each.state.name().to_owned(),
                finish: each.finish().map(|on| words(today, on)),
                owner_name: owner_name(state, each.owner),
            })
    });
    Ok((goals.collect(), beside.collect()))
}

/// The page as it stands.
pub(super) fn page(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    context: &Context,
    session: &Session,
) -> Result<SessionPage> {
    let relationship = &context.opened.relationship;
    let state = &context.opened.state;
    let page = context.meetings.page(&session.id);
    let notes = notes(tx, relationship, &session.id)?;
    let over = context.is_over(session);
    let today = desk.now.date();
    let civil = local(desk, session);
    let feedback = feedback::view(tx, context, session)?;
    let agenda_wanted = state.terms.agenda.unwrap_or(true);
    let dates = meeting::agenda_dates(
        civil.date(),
        state.terms.agenda_lead_days,
        state.terms.agenda_last_call_days,
    );
    let is_missed = dates.is_some_and(|dates| meeting::is_missed(today, dates, over));
    let agenda = points(desk, context, session);
    let following = next(desk, context, session);
    let actions = context.carried_actions(session);
    let known = Known {
        wish: !page.wish.is_empty() || !page.rethink.is_empty(),
        rethought: !page.rethink.is_empty(),
        agenda: agenda_wanted.then_some(page.agenda_sent_at.is_some()),
        notes: context.meetings.noted.contains(&session.id),
        feedback: match feedback.due {
            true => Some(feedback::is_complete(tx, context, session)?),
            false => None,
        },
        summary: page.summary_sent_at.is_some(),
        next: following.is_some(),
    };
    let (goals, activities) = plan(tx, context, today)?;
    Ok(SessionPage {
        relationship: relationship.clone(),
        session: SessionId(session.id.clone()),
        title: context.title(session),
        date: words(today, civil.date()),
        time: civil.format("%H:%M").to_string(),
        minutes: session.minutes,
        about: session.topic.clone(),
        over,
        people: [Side::Mentee, Side::Mentor]
            .map(|side| Talker {
                side,
                name: context.name(side).to_owned(),
                owner: context.opened.role.side() == Some(side),
            })
            .to_vec(),
        checklists: checklists(context, session, &known),
        wish: wish(context, &page),
        offers_agenda: (is_missed && agenda.is_empty())
            .then(|| DEFAULT_AGENDA.map(str::to_owned).to_vec()),
        agenda_missing: (is_missed && agenda_wanted && page.agenda_sent_at.is_none())
            .then(|| agenda::missing(context, session, page.agenda_missing)),
        agenda,
        tasks: context
            .tasks
            .open()
            .filter(|task| !actions.iter().any(|action| action.id == task.id))
            .filter(|task| task.session != session.id)
            .map(|task| task_view(desk, context, task))
            .collect(),
        actions: actions
            .into_iter()
            .map(|task| task_view(desk, context, task))
            .collect(),
        agenda_dates: dates.map(|dates| agenda_dates(desk, agenda_wanted, dates)),
        agenda_sent: page.agenda_sent_at.as_ref().map(moment_words),
        themes: context
            .meetings
            .topics
            .iter()
            .filter(|topic| topic.session == session.id)
            .map(|topic| crate::ops::topic::view(topic, today))
            .collect(),
        note_taker: page.note_taker,
        notes_missing: are_notes_missing(session.end(), desk.now.utc(), notes.len())
            && !matches!(session.state, Stage::Cancelled | Stage::Missed),
        notes: note_views(desk, context, &notes),
        private_note: store::private_note(tx, relationship, &session.id)?,
        goals,
        activities,
        specialists: specialists(context),
        feedback_time: feedback_time(desk, session, &page),
        feedback,
        feedback_points: feedback::point_views(tx, context, Some(session))?,
        summary: SummaryState {
            owner_name: context.name(context.duty(Duty::Summary)).to_owned(),
            sent: page.summary_sent_at.as_ref().map(moment_words),
        },
        next: following,
        id: None,
        warning: None,
        message: None,
    })
}
