//! What the two have looked back on, typed: shared check-ups, obstacle plans, check-points, the mid-point.

use super::state::{date, maybe_text, number, text, yes_no};
use crate::domain::checkup::days::CHECK_POINT_EVERY;
use crate::domain::checkup::{Energised, Form, Log, MeetingsHeld, Suitability, days};
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::session::{Kind, Stage};
use crate::domain::shared::looking as schema;
use crate::domain::side::Side;
use crate::domain::trust::Trust;
use crate::error::Result;
use crate::record::session::Sessions;
use crate::record::state::{State, answer_id};
use crate::store::shared::{self, Row};
use crate::store::{Tx, checkup as store};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A check-up that its writer has shared.
pub(crate) struct Shared {
    pub form: Form,
    pub on: Option<NaiveDate>,
}

/// A meeting about obstacles and its plan (R114).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ObstaclePlan {
    /// The session; also the plan's id.
    pub session: String,
    /// The numbers of the obstacles it is about.
    pub obstacles: Vec<u32>,
    pub made_on: Option<NaiveDate>,
    pub follow_up_on: Option<NaiveDate>,
    pub followed_up_on: Option<NaiveDate>,
    pub outcome: String,
}

/// What one of the two answered at a check-point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CheckPoint {
    pub working: String,
    pub progress: String,
    pub change: String,
}

/// How the two kept a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    pub kept: String,
    pub note: String,
}

/// That one of the two renews what they promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commitment {
    pub choice: String,
    pub note: String,
    pub on: Option<NaiveDate>,
}

/// Everything of it that both may see, and of what is private only whether it is completed.
pub(crate) struct LookingBack {
    shared: [Option<Shared>; 2],
    completed: [Option<NaiveDate>; 2],
    /// The newest last.
    pub plans: Vec<ObstaclePlan>,
    /// Every which session is a check-point; 0 for none (R115).
    pub every: u32,
    pub check_points: BTreeMap<String, CheckPoint>,
    /// By the question, with the side where each answers.
    pub answers: BTreeMap<String, String>,
    pub clauses: BTreeMap<String, Clause>,
    trust: [Option<Trust>; 2],
    /// The day on which the two finished the evaluation of the mid-point.
    pub mid_point_on: Option<NaiveDate>,
    /// The version of the plan that was kept then.
    pub plan_version: Option<u32>,
    /// The pages of revisits, by the day for which it was due and the section.
    pub pages: BTreeMap<(NaiveDate, String), (String, String)>,
    pub commitments: BTreeMap<String, Commitment>,
}

const fn at(side: Side) -> usize {
    match side {
        Side::Mentor => 0,
        Side::Mentee => 1,
    }
}

/// The form as a row of the shared table.
pub(crate) fn row(form: &Form, shared_on: NaiveDate) -> Row {
    let day = |date: Option<NaiveDate>| date.map_or(Value::Null, |date| date.to_string().into());
    let flag = |flag: Option<bool>| flag.map_or(Value::Null, |flag| i64::from(flag).into());
    let log = form.log.as_ref();
    let obstacles: Map<String, Value> = form
        .obstacles
        .iter()
        .map(|(number, words)| (number.to_string(), Value::from(words.as_str())))
        .collect();
    let count = |count: Option<u32>| Value::from(i64::from(count.unwrap_or_default()));
    let mut row = Row::new();
    for (name, value) in [
        (
            "suitability",
            Value::from(form.suitability.map_or("", Suitability::key)),
        ),
        (
            "meetings",
            Value::from(form.meetings.map_or("", MeetingsHeld::key)),
        ),
        (
            "meetings_reason",
            Value::from(form.meetings_reason.as_str()),
        ),
        (
            "energised",
            Value::from(form.energised.map_or("", Energised::key)),
        ),
        ("time", flag(form.time)),
        ("cancelled", flag(form.cancelled)),
        (
            "cancelled_reason",
            Value::from(form.cancelled_reason.as_str()),
        ),
        (
            "obstacles",
            Value::from(Value::Object(obstacles).to_string()),
        ),
        ("completed_on", day(form.completed_on)),
        ("start_on", day(log.and_then(|log| log.start))),
        (
            "interval_days",
            log.and_then(|log| log.interval_days)
                .map_or(Value::Null, |days| i64::from(days).into()),
        ),
        ("held", count(log.map(|log| log.held))),
        ("streak", count(log.map(|log| log.streak))),
        ("longest", count(log.map(|log| log.longest))),
        ("shared_on", day(Some(shared_on))),
    ] {
        row.insert(name.to_owned(), value);
    }
    row
}

fn shared_form(row: &Row) -> Shared {
    let completed_on = date(row, "completed_on");
    let obstacles: BTreeMap<String, String> =
        serde_json::from_str(&text(row, "obstacles")).unwrap_or_default();
    Shared {
        form: Form {
            suitability: Suitability::from_key(&text(row, "suitability")),
            meetings: MeetingsHeld::from_key(&text(row, "meetings")),
            meetings_reason: text(row, "meetings_reason"),
            energised: Energised::from_key(&text(row, "energised")),
            time: yes_no(row, "time"),
            cancelled: yes_no(row, "cancelled"),
            cancelled_reason: text(row, "cancelled_reason"),
            obstacles: obstacles
                .into_iter()
                .filter_map(|(number, words)| Some((number.parse().ok()?, words)))
                .collect(),
            completed_on,
            log: completed_on.map(|on| Log {
                on,
                start: date(row, "start_on"),
                interval_days: number(row, "interval_days"),
                held: number(row, "held").unwrap_or_default(),
                streak: number(row, "streak").unwrap_or_default(),
                longest: number(row, "longest").unwrap_or_default(),
            }),
        },
        on: date(row, "shared_on"),
    }
}

impl LookingBack {
    /// Reads it.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let one = |record, id: &str| shared::row(tx, record, relationship, id);
        let rows = |record| shared::rows(tx, record, relationship);
        let mut plans: Vec<ObstaclePlan> = rows(&schema::OBSTACLE_PLAN)?
            .into_iter()
            .map(|(session, row)| ObstaclePlan {
                session,
                obstacles: text(&row, "obstacles")
                    .split(',')
                    .filter_map(|number| number.parse().ok())
                    .collect(),
                made_on: date(&row, "made_on"),
                follow_up_on: date(&row, "follow_up_on"),
                followed_up_on: date(&row, "followed_up_on"),
                outcome: text(&row, "outcome"),
            })
            .collect();
        plans.sort_by(|a, b| (a.follow_up_on, &a.session).cmp(&(b.follow_up_on, &b.session)));
        let mid_point = one(&schema::MID_POINT, "mid_point")?.unwrap_or_default();
        let trust = |side: Side| -> Result<Option<Trust>> {
            let row = one(&schema::MID_POINT_TRUST, side.key())?;
            Ok(row.map(|row| Trust {
                rating: number(&row, "rating").unwrap_or_default(),
                note: text(&row, "note"),
            }))
        };
        let form = |side: Side| -> Result<Option<Shared>> {
            Ok(one(&schema::CHECKUP, side.key())?.map(|row| shared_form(&row)))
        };
        Ok(Self {
            shared: [form(Side::Mentor)?, form(Side::Mentee)?],
            completed: [
                store::completed_on(tx, relationship, Side::Mentor)?,
                store::completed_on(tx, relationship, Side::Mentee)?,
            ],
            plans,
            every: one(&schema::CHECK_POINT_PATTERN, "pattern")?
                .and_then(|row| number(&row, "every"))
                .unwrap_or(CHECK_POINT_EVERY),
            check_points: rows(&schema::CHECK_POINT_ANSWER)?
                .into_iter()
                .map(|(id, row)| {
                    let answer = CheckPoint {
                        working: text(&row, "working"),
                        progress: text(&row, "progress"),
                        change: text(&row, "change"),
                    };
                    (id, answer)
                })
                .collect(),
            answers: rows(&schema::MID_POINT_ANSWER)?
                .into_iter()
                .map(|(id, row)| (id, text(&row, "text")))
                .collect(),
            clauses: rows(&schema::MID_POINT_CLAUSE)?
                .into_iter()
                .map(|(id, row)| {
                    let clause = Clause {
                        kept: text(&row, "kept"),
                        note: text(&row, "note"),
                    };
                    (id, clause)
                })
                .collect(),
            trust: [trust(Side::Mentor)?, trust(Side::Mentee)?],
            mid_point_on: date(&mid_point, "finished_on"),
            plan_version: number(&mid_point, "plan_version"),
            pages: rows(&schema::REVISIT_PAGE)?
                .into_iter()
                .filter_map(|(id, row)| {
                    let (due, section) = id.split_once('@')?;
                    let due = dates::from_iso(due).ok()?;
                    Some((
                        (due, section.to_owned()),
                        (text(&row, "choice"), text(&row, "note")),
                    ))
                })
                .collect(),
            commitments: rows(&schema::COMMITMENT)?
                .into_iter()
                .map(|(id, row)| {
                    let commitment = Commitment {
                        choice: maybe_text(&row, "choice").unwrap_or_default(),
                        note: text(&row, "note"),
                        on: date(&row, "on_date"),
                    };
                    (id, commitment)
                })
                .collect(),
        })
    }

    /// What one of the two has shared of the 90-day check-up.
    pub(crate) fn shared(&self, side: Side) -> Option<&Shared> {
        self.shared.get(at(side)).and_then(Option::as_ref)
    }

    /// The trust that one of the two has shared.
    pub(crate) fn trust(&self, side: Side) -> Option<&Trust> {
        self.trust.get(at(side)).and_then(Option::as_ref)
    }

    /// The day on which one of the two completed the own form of the 90-day check-up, shared or not: what the
    /// reminders N18 stop for.
    pub(crate) fn completed_on(&self, side: Side) -> Option<NaiveDate> {
        let shared = self
            .shared(side)
            .and_then(|shared| shared.form.completed_on);
        shared.or_else(|| self.completed.get(at(side)).copied().flatten())
    }

    /// The sessions that are check-points (R115), in their order.
    pub(crate) fn check_point_sessions<'a>(&self, sessions: &'a Sessions) -> Vec<&'a str> {
        let counted = sessions.all().iter().map(|session| {
            let lost = matches!(session.state, Stage::Cancelled | Stage::Missed);
            (session.id.as_str(), !lost)
        });
        let mut found = days::check_points(counted, self.every);
        for session in sessions.all() {
            let id = session.id.as_str();
            let lost = matches!(session.state, Stage::Cancelled | Stage::Missed);
            if session.kind == Kind::CheckPoint && !lost && !found.contains(&id) {
                found.push(id);
            }
        }
        let place = |id: &str| sessions.all().iter().position(|session| session.id == id);
        found.sort_by_key(|id| place(id));
        found
    }

    /// Whether one of the two has answered a check-point: what N21 stops for.
    pub(crate) fn answered(&self, session: &str, side: Side) -> bool {
        self.check_points
            .get(&answer_id(session, Some(side)))
            .is_some_and(|answer| *answer != CheckPoint::default())
    }
}

impl LookingBack {
    /// The day on which the two look again at a plan about obstacles: the first that they have not looked at (R114).
    pub(crate) fn looks_again_on(&self) -> Option<NaiveDate> {
        let open = self
            .plans
            .iter()
            .filter(|plan| plan.followed_up_on.is_none());
        open.filter_map(|plan| plan.follow_up_on).min()
    }
}

/// When the partnership began, and whether that is provisional (C11).
pub(crate) fn start(state: &State, sessions: &Sessions) -> Option<days::Start> {
    days::start(sessions.partnership_start(), state.connected_on)
}

/// The mid-point by the first meeting held, else by the agreed start, else by the connection (section 8).
pub(crate) fn mid_point(state: &State, sessions: &Sessions) -> Option<days::MidPoint> {
    let start = sessions
        .partnership_start()
        .or(state.terms.starts_on)
        .or(state.connected_on)?;
    days::MidPoint::of(start, state.terms.ends_on?)
}

/// The session of the mid-point: the last one that was neither cancelled nor missed. What N19 stops for.
pub(crate) fn mid_point_session(sessions: &Sessions) -> Option<&crate::domain::session::Session> {
    sessions.all().iter().rev().find(|session| {
        session.kind == Kind::MidPoint && !matches!(session.state, Stage::Cancelled | Stage::Missed)
    })
}
