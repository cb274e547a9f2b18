//! The 90-day check-up (R107 to R114): each alone and private, shared to combine, then what follows.

mod plan;
mod view;

pub(crate) use plan::{Meeting, add_task, book, follow_up, meet};

use super::{Desk, Opened, Outcome, dates, long_text, optional_line, words};
use crate::api::checkup::{
    AnswerCheckup, CancelledAnswer, Checkup, CheckupForm, MeetingsAnswer, TickObstacles,
    WhoLooksBack, YesOrNo,
};
use crate::domain::checkup::days::{self, Start};
use crate::domain::checkup::words as content;
use crate::domain::checkup::{Form, Log, MeetingsHeld, OPENS_OBSTACLES, together, unfavourable};
use crate::domain::shared::looking as schema;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::record::checkup::{self as record, LookingBack};
use crate::record::session::Sessions;
use crate::store::{Tx, checkup as store};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use view::Frame;

pub(crate) const CHANGED: &[&str] = &[
    "checkups",
    "sessions",
    "today",
    "reminders",
    "relationships",
];

/// A relationship with all that looking back reads.
pub(crate) struct Looking {
    pub opened: Opened,
    pub sessions: Sessions,
    pub back: LookingBack,
}

impl Looking {
    pub(crate) fn of(
        tx: &Tx<'_>,
        relationship: &crate::domain::ids::RelationshipId,
    ) -> Result<Self> {
        let opened = Opened::of(tx, relationship)?;
        Ok(Self {
            sessions: Sessions::load(tx, &opened.relationship)?,
            back: LookingBack::load(tx, &opened.relationship)?,
            opened,
        })
    }

    /// The side that a request is about: the owner's where it says none.
    pub(crate) fn side(&self, side: Option<Side>) -> Result<Side> {
        side.or(self.opened.role.side())
            .ok_or_else(|| Error::Internal("a coordinator looks back".to_owned()))
    }

    fn start(&self) -> Option<Start> {
        record::start(&self.opened.state, &self.sessions)
    }

    /// What the log says today.
    fn log(&self, desk: &Desk<'_>) -> Log {
        Log {
            on: desk.now.date(),
            start: self.start().map(|start| start.on),
            interval_days: self
                .opened
                .state
                .terms
                .pattern()
                .map(|pattern| pattern.interval_days()),
            held: self.sessions.spent().0,
            streak: self.sessions.streak(),
            longest: crate::domain::session::longest_streak(self.sessions.all()),
        }
    }

    /// Whether what one of the two has shared opens the obstacles for the other (C16).
    fn opened_by(&self, side: Side) -> bool {
        self.back.shared(side).is_some_and(|shared| {
            shared
                .form
                .log
                .as_ref()
                .is_some_and(|log| unfavourable(&shared.form.verdicts(log)) >= OPENS_OBSTACLES)
        })
    }
}

/// What one of the two has answered so far, shared or not, for that person.
fn own_form(tx: &Tx<'_>, looking: &Looking, side: Side) -> Result<Form> {
    if let Some(shared) = looking.back.shared(side) {
        return Ok(shared.form.clone());
    }
    Ok(store::private(tx, &looking.opened.relationship, side)?
        .map(|private| private.own().clone())
        .unwrap_or_default())
}

fn status(looking: &Looking, own: &CheckupForm, today: chrono::NaiveDate) -> String {
    let other = &looking.opened.state.person(own.side.other()).name;
    let others = looking.back.shared(own.side.other()).is_some();
    if own.shared.is_some() {
        return if others {
            "You have both shared your check-ups.".to_owned()
        } else {
            format!("You have shared yours. {other} has not shared theirs yet.")
        };
    }
    if own.completed.is_some() {
        return if others {
            format!("Yours is complete, and only you see it. {other} has shared theirs.")
        } else {
            "Yours is complete, and only you see it until you share it.".to_owned()
        };
    }
    match looking
        .start()
        .and_then(|start| Some((start, days::due(start.on)?)))
    {
        None => "The check-up is due 90 days after your first meeting.".to_owned(),
        Some((start, due)) => {
            let provisional = if start.provisional {
                " This is counted from the connection until your first meeting is held."
            } else {
                ""
            };
            format!(
                "The check-up is due on {}, {}.{provisional}",
                dates::long(due),
                dates::relative(today, due)
            )
        }
    }
}

/// The check-up as one of the two sees it.
fn view(desk: &Desk<'_>, tx: &Tx<'_>, looking: &Looking, side: Side) -> Result<Checkup> {
    let state = &looking.opened.state;
    let today = desk.now.date();
    let frame = Frame {
        tx,
        relationship: &looking.opened.relationship,
        state,
        sessions: &looking.sessions,
        today,
    };
    let other = side.other();
    let form = own_form(tx, looking, side)?;
    let log = form.log.clone().unwrap_or_else(|| looking.log(desk));
    let shared_on = |side: Side| looking.back.shared(side).and_then(|shared| shared.on);
    let own = frame.form(side, &form, &log, looking.opened_by(other), shared_on(side))?;
    let others = match looking.back.shared(other) {
        Some(shared) => {
            let log = shared.form.log.clone().unwrap_or_else(|| looking.log(desk));
            let opened = looking.opened_by(side);
            Some(frame.form(other, &shared.form, &log, opened, shared.on)?)
        }
        None => None,
    };
    let counted = |form: &Form, log: &Log| (unfavourable(&form.verdicts(log)), form.ticked());
    let both = match (
        looking.back.shared(Side::Mentor),
        looking.back.shared(Side::Mentee),
    ) {
        (Some(mentor), Some(mentee)) => {
            let forms = [mentor, mentee].map(|shared| {
                let log = shared.form.log.clone().unwrap_or_else(|| looking.log(desk));
                counted(&shared.form, &log)
            });
            let ticked = forms
                .iter()
                .flat_map(|(_, ticked)| ticked)
                .copied()
                .collect();
            Some(frame.outcome(together(&forms), &ticked)?)
        }
        _ => None,
    };
    let start = looking.start();
    let day = |date: chrono::NaiveDate| words(today, date);
    Ok(Checkup {
        start: start.map(|start| day(start.on)),
        provisional: start.is_some_and(|start| start.provisional),
        due: start.and_then(|start| days::due(start.on)).map(day),
        notices: start
            .map(|start| days::notices(start.on).into_iter().map(day).collect())
            .unwrap_or_default(),
        status: state
            .vocabulary
            .say(&status(looking, &own, today))
            .into_owned(),
        own,
        other: others,
        other_name: state.person(other).name.clone(),
        together: both,
        plans: plan::views(desk, tx, looking)?,
        streak: frame.streak(),
        place_tip: content::place_tip("obstacles", state.terms.mode.as_deref())
            .unwrap_or_default()
            .to_owned(),
    })
}

pub(super) fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &crate::domain::ids::RelationshipId,
    side: Side,
) -> Result<Outcome<Checkup>> {
    let looking = Looking::of(tx, relationship)?;
    Ok(Outcome::changed(view(desk, tx, &looking, side)?, CHANGED))
}

/// The check-up: the own form with its count line by line, and what the other person has shared.
pub(crate) fn get(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<Checkup>> {
    desk.store.read(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        Ok(Outcome::read(view(desk, tx, &looking, side)?))
    })
}

fn not_shared(looking: &Looking, side: Side) -> Result<()> {
    if looking.back.shared(side).is_none() {
        return Ok(());
    }
    Err(Error::field(
        "shared",
        "side",
        format!(
            "{} has shared these answers, and both of you have them. Nothing was changed. What has changed since then is for your next talk.",
            looking.opened.state.person(side).name
        ),
    ))
}

/// Refuses an answer that differs from the log without a reason.
fn reasons(form: &Form, log: &Log) -> Result<()> {
    let missing = |field: &str, what: &str| {
        Error::field(
            "reason",
            field,
            format!(
                "The log counts {what} otherwise. Nothing was changed. Say in a few words why you see it differently."
            ),
        )
    };
    if form.meetings.is_some() && log.meetings().is_some() && form.meetings_reason.is_empty() {
        return Err(missing("meetingsReason", "your meetings"));
    }
    if form.cancelled.is_some() && form.cancelled_reason.is_empty() {
        return Err(missing("cancelledReason", "cancelled sessions"));
    }
    Ok(())
}

/// What agrees with the log overrules nothing.
fn settle(form: &mut Form, log: &Log) {
    if form.meetings.is_some() && form.meetings == log.meetings() {
        form.meetings = None;
    }
    if form.cancelled == Some(log.cancelled()) {
        form.cancelled = None;
    }
    if form.meetings.is_none() {
        form.meetings_reason.clear();
    }
    if form.cancelled.is_none() {
        form.cancelled_reason.clear();
    }
}

/// Keeps answers, for nobody else to see (R107, R108).
pub(crate) fn answer(desk: &Desk<'_>, request: AnswerCheckup) -> Result<Outcome<Checkup>> {
    let reason = |field: &str, text: &Option<String>| {
        text.as_deref()
            .map(|text| long_text(field, "reason", text))
            .transpose()
    };
    let meetings_reason = reason("meetingsReason", &request.meetings_reason)?;
    let cancelled_reason = reason("cancelledReason", &request.cancelled_reason)?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        let mut form = own_form(tx, &looking, side)?;
        let log = looking.log(desk);
        form.suitability = request.suitability.or(form.suitability);
        form.energised = request.energised.or(form.energised);
        form.time = request
            .satisfied
            .map(|satisfied| satisfied == YesOrNo::Yes)
            .or(form.time);
        match request.meetings {
            Some(MeetingsAnswer::AsCounted) => form.meetings = None,
            Some(MeetingsAnswer::Enough) => form.meetings = Some(MeetingsHeld::Enough),
            Some(MeetingsAnswer::TooFew) => form.meetings = Some(MeetingsHeld::TooFew),
            None => {}
        }
        match request.cancelled {
            Some(CancelledAnswer::AsCounted) => form.cancelled = None,
            Some(CancelledAnswer::Yes) => form.cancelled = Some(true),
            Some(CancelledAnswer::No) => form.cancelled = Some(false),
            None => {}
        }
        if let Some(reason) = meetings_reason {
            form.meetings_reason = reason.trim().to_owned();
        }
        if let Some(reason) = cancelled_reason {
            form.cancelled_reason = reason.trim().to_owned();
        }
        settle(&mut form, &log);
        reasons(&form, &log)?;
        if form.completed_on.is_some() {
            complete_form(desk, &mut form, log);
        }
        store::keep(tx, &looking.opened.relationship, side, &form)?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// The day and the log's count go into the form, where all five questions are answered.
fn complete_form(desk: &Desk<'_>, form: &mut Form, log: Log) {
    if form.verdicts(&log).iter().all(Option::is_some) {
        form.completed_on = Some(desk.now.date());
        form.log = Some(log);
    } else {
        form.completed_on = None;
        form.log = None;
    }
}

/// One of the two has answered all five: the count is kept as it is on this day. It stays private.
pub(crate) fn complete(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<Checkup>> {
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        let mut form = own_form(tx, &looking, side)?;
        let log = looking.log(desk);
        settle(&mut form, &log);
        reasons(&form, &log)?;
        let open: Vec<String> = form
            .verdicts(&log)
            .iter()
            .zip(1..)
            .filter(|(verdict, _)| verdict.is_none())
            .map(|(_, number)| number.to_string())
            .collect();
        if !open.is_empty() {
            let what = if open.len() == 1 {
                format!("Question {} is", open.concat())
            } else {
                format!("Questions {} are", open.join(", "))
            };
            return Err(Error::refused(
                "incomplete",
                format!("{what} still open. Your answers are kept. Answer all five, then complete the check-up."),
            ));
        }
        complete_form(desk, &mut form, log);
        store::keep(tx, &looking.opened.relationship, side, &form)?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

fn read_obstacles(request: &TickObstacles) -> Result<BTreeMap<u32, String>> {
    let mut ticked = BTreeMap::new();
    for each in &request.obstacles {
        if content::words().obstacle(each.number).is_none() {
            return Err(Error::field(
                "out_of_range",
                "obstacles",
                format!(
                    "There is no obstacle {}. Nothing was changed. They are numbered from 1 to 10.",
                    each.number
                ),
            ));
        }
        let words = optional_line(
            "obstacles",
            "words",
            each.words.as_deref().unwrap_or_default(),
        )?;
        ticked.insert(each.number, words);
    }
    Ok(ticked)
}

/// Ticks obstacles (R111): private as long as the form is, for both to see once it is shared.
pub(crate) fn obstacles(desk: &Desk<'_>, request: TickObstacles) -> Result<Outcome<Checkup>> {
    let ticked = read_obstacles(&request)?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        let mut form = own_form(tx, &looking, side)?;
        let log = form.log.clone().unwrap_or_else(|| looking.log(desk));
        let verdicts = form.verdicts(&log);
        let open = verdicts.iter().all(Option::is_some)
            && (unfavourable(&verdicts) >= OPENS_OBSTACLES || looking.opened_by(side.other()));
        if !open {
            return Err(Error::field(
                "not_open",
                "obstacles",
                "Obstacles are looked at once more than two of five answers are unfavourable, here or in what the other person has shared. Nothing was changed. Answer the five questions first.",
            ));
        }
        if looking.back.shared(side).is_some() {
            let all: Map<String, Value> = ticked
                .iter()
                .map(|(number, words)| (number.to_string(), Value::from(words.as_str())))
                .collect();
            let mut pen = looking.opened.pen(tx, desk, "naming obstacles");
            let value = Value::from(Value::Object(all).to_string());
            pen.set(&schema::CHECKUP, side.key(), "obstacles", value)?;
        } else {
            form.obstacles = ticked;
            store::keep(tx, &looking.opened.relationship, side, &form)?;
        }
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// One of the two shares the completed form, to combine it with the other's (C16). What has been read
/// cannot be unread, so this is not undone.
pub(crate) fn share(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<Checkup>> {
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        let relationship = &looking.opened.relationship;
        if looking.back.completed_on(side).is_none() {
            return Err(Error::refused(
                "not_completed",
                "This check-up is not complete yet. Nothing was shared. Answer all five questions and complete it first.",
            ));
        }
        if let Some(private) = store::take(tx, relationship, side)? {
            let name = &looking.opened.state.person(side).name;
            let mut pen = looking.opened.pen(tx, desk, format!("sharing the check-up of {name}"));
            let row = record::row(&private.share(), desk.now.date());
            pen.create(&schema::CHECKUP, side.key(), row)?;
            pen.for_good()?;
        }
        answered(desk, tx, relationship, side)
    })
}

/// Forgets what one of the two has answered and not shared, so that they can begin anew.
pub(crate) fn begin_anew(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<Checkup>> {
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        store::take(tx, &looking.opened.relationship, side)?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}
