//! What the two of the example have done so far, read from `content/example_course.toml`: contacts, sessions, tasks
//! and their action plan. Its dates are counted from the day on which the example is added.

use super::activity::{ActivityKind, ActivityOwner, ActivityState, Effort};
use super::contact::ChannelKind;
use super::dates;
use super::meeting::Outcome;
use super::plan::ResourceKind;
use super::session::Kind;
use super::side::Side;
use super::week::Day;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::LazyLock;

/// A contact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Days from the day on which the example is added: negative.
    pub days: i64,
    /// The time by the owner's clock.
    pub at: String,
    /// Who reached out.
    pub from: Side,
    /// By which way.
    pub channel: ChannelKind,
    /// A line about it.
    pub note: String,
}

/// A point of an agenda.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// What it is.
    pub text: String,
    /// Who put it there.
    pub side: Side,
    /// What happened to it.
    pub outcome: Option<Outcome>,
}

/// A line of the shared notes; an action where it has an owner.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub side: Side,
    /// Whose action it is.
    pub owner: Option<Side>,
    /// Days from the day on which the example is added to the day on which it is due.
    pub due: Option<i64>,
    /// The same for the day on which it was done.
    pub done: Option<i64>,
}

/// The four answers of one of them (R49).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// What they take away.
    pub take_away: String,
    /// What the mentor should keep doing.
    pub keep: String,
    /// What the mentor should do less of.
    pub less: String,
    /// What the mentee could do differently.
    pub differently: String,
}

/// A session that got another day (R20, R21).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// By how many days.
    pub days: i64,
    /// Days from the day on which the example is added to the day of asking.
    pub asked: i64,
    /// Who asked.
    pub by: Side,
    /// Why.
    pub reason: String,
}

/// A session. One that has `held` was held; any other one is in both diaries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its name in this file.
    pub key: String,
    /// Days from the day on which the example is added.
    pub days: i64,
    /// The weekday on which it is, not before that day.
    pub weekday: Option<Day>,
    /// The time on the mentee's clock.
    pub at: String,
    /// How long it is planned to be, in minutes.
    pub minutes: u32,
    /// How long it was, in minutes.
    pub held: Option<u32>,
    /// What it is for.
    pub kind: Kind,
    /// How the two meet.
    pub method: String,
    /// What it is about.
    #[serde(default)]
    pub topic: String,
    /// That it got another day.
    pub moved: Option<Moved>,
    /// What the mentee wants from it (R34).
    #[serde(default)]
    pub wish: String,
    /// The same, thought about again just before (R35).
    #[serde(default)]
    pub rethink: String,
    /// Its agenda.
    #[serde(default)]
    pub points: Vec<Point>,
    /// The shared notes.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What the owner noted for themselves.
    #[serde(default)]
    pub private: String,
    /// What the mentee answered at its end.
    pub mentee_says: Option<Says>,
    /// What the mentor answered at its end.
    pub mentor_says: Option<Says>,
}

/// A date that could not be kept (R23).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PutOff {
    /// Days from the day on which the example is added to the day on which that was told.
    pub told: i64,
    /// The same for the new date.
    pub due: i64,
    /// Why.
    pub reason: String,
}

/// A task of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What is to be done.
    pub what: String,
    /// Whose it is.
    pub owner: Side,
    /// Who set it.
    pub set_by: Side,
    /// Days from the day on which the example is added to the day on which it was set.
    pub set: i64,
    /// The same for the date it is due.
    pub due: i64,
    /// That its date could not be kept.
    pub moved: Option<PutOff>,
}

/// An activity of the plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Place of its goal in `example.toml`, from 1.
    pub goal: usize,
    /// What it is.
    pub title: String,
    /// One of the three kinds of learning.
    pub kind: ActivityKind,
    /// How long it takes.
    pub effort: Effort,
    /// Days from the day on which the example is added to its first day.
    pub start: Option<i64>,
    /// The same for its last day, where that was moved.
    pub finish: Option<i64>,
    /// Who does it.
    pub owner: ActivityOwner,
    /// How far it is.
    pub state: ActivityState,
    /// The same for the day since which it is so far.
    pub since: Option<i64>,
    /// What was learned by it.
    pub learned: Option<String>,
}

/// Something that helps with a goal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Place of its goal in `example.toml`, from 1.
    pub goal: usize,
    /// Of which kind.
    pub kind: ResourceKind,
    /// What it is.
    pub title: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
    /// Whose idea it is.
    pub side: Side,
}

/// A moment of the journal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Days from the day on which the example is added: negative.
    pub days: i64,
    /// What it was.
    pub text: String,
    /// Whether both see it.
    pub share: bool,
}

/// What the two have done so far.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Their contacts, the oldest first.
    #[serde(rename = "contact")]
    pub contacts: Vec<Contact>,
    /// Their sessions, the oldest first.
    #[serde(rename = "session")]
    pub sessions: Vec<Session>,
    /// Their tasks beside the actions of sessions.
    #[serde(rename = "task")]
    pub tasks: Vec<Task>,
    /// The activities.
    #[serde(rename = "activity")]
    pub activities: Vec<Activity>,
    /// What helps.
    #[serde(rename = "resource")]
    pub resources: Vec<Resource>,
    /// The journal.
    #[serde(rename = "moment")]
    pub moments: Vec<Moment>,
}

static COURSE: LazyLock<Course> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(
        env!("OUT_DIR"),
        "/example_course.json"
    )))
    .expect("content/example_course.toml")
});

/// What the two of the example have done so far.
pub fn course() -> &'static Course {
    &COURSE
}

impl Session {
    /// The day for which it is planned at first, by the day on which the example is added.
    pub fn planned(&self, today: NaiveDate) -> Option<NaiveDate> {
        on(today, self.days, self.weekday)
    }
}

/// The day that lies so many days from another one, or the next such weekday from there on.
pub fn on(today: NaiveDate, days: i64, weekday: Option<Day>) -> Option<NaiveDate> {
    let earliest = dates::add_days(today, days)?;
    match weekday {
        None => Some(earliest),
        Some(weekday) => earliest.iter_days().take(7).find(|day| {
            let number = day.weekday().num_days_from_monday() as usize;
            Day::ALL.get(number) == Some(&weekday)
        }),
    }
}
