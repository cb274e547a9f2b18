//! What the two wrote about their sessions, typed: agendas, outcomes, topics, notes, feedback. It is read by
//! itself and not with the agreement, and the notes of one session at a time.

use super::state::{answer_id, date, number, text};
use crate::domain::feedback::Answers;
use crate::domain::ids::RelationshipId;
use crate::domain::meeting::{AgendaMissing, CounterKind, FeedbackState, FeedbackTag, Outcome};
use crate::domain::moment::Moment;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a session's page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub wish: String,
    pub wish_at: Option<Moment>,
    pub rethink: String,
    pub rethink_at: Option<Moment>,
    pub rethink_minutes: Option<u32>,
    pub agenda_sent_at: Option<Moment>,
    pub agenda_missing: Option<AgendaMissing>,
    pub note_taker: Option<Side>,
    pub feedback_minutes: Option<u32>,
    pub summary_sent_at: Option<Moment>,
}

/// A point of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    pub id: String,
    pub session: String,
    pub position: i64,
    pub text: String,
    pub side: Side,
    pub topic: String,
}

/// A topic or a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    pub id: String,
    pub position: i64,
    pub module: bool,
    pub title: String,
    pub on: Option<NaiveDate>,
    pub before: String,
    pub after: String,
    pub session: String,
    pub done_on: Option<NaiveDate>,
}

/// A line of the shared notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub id: String,
    pub session: String,
    pub position: i64,
    pub side: Side,
    /// Whether it says that something is outside mentoring (R41).
    pub outside: bool,
    pub text: String,
    /// Its task, where it is an action; empty otherwise.
    pub task: String,
}

/// What belongs to a request for help.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Help {
    pub attachment: String,
    pub answer: String,
    pub answered_at: Option<Moment>,
}

/// Feedback or a recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeedbackPoint {
    pub id: String,
    pub session: String,
    pub position: i64,
    pub side: Side,
    pub text: String,
    pub tag: Option<FeedbackTag>,
    pub state: FeedbackState,
    pub made_at: Option<Moment>,
}

/// A counter-proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counter {
    pub id: String,
    pub target: String,
    pub position: i64,
    pub side: Side,
    pub kind: CounterKind,
    pub text: String,
    pub made_at: Option<Moment>,
}

/// The four answers of one of the two to a session, shown.
#[derive(Clone)]
pub(crate) struct Shown {
    pub answers: Answers,
    pub sent_at: Option<Moment>,
}

/// The sessions' pages of a relationship, without their notes and feedback.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meetings {
    pub pages: BTreeMap<String, Page>,
    /// In the order in which they stand, session by session.
    pub points: Vec<Point>,
    /// What happened to a point in a session, and words about it, by [`outcome_id`].
    pub outcomes: BTreeMap<String, (Outcome, String)>,
    /// In their order.
    pub topics: Vec<Topic>,
    /// The sessions of which there are notes (R156).
    pub noted: BTreeSet<String>,
}

/// The id of what happened to a point in a session.
pub(crate) fn outcome_id(point: &str, session: &str) -> String {
    format!("{point}@{session}")
}

fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

fn moment(row: &Row, name: &str) -> Option<Moment> {
    Moment::from_text(&text(row, name))
}

fn page(row: &Row) -> Page {
    Page {
        wish: text(row, "wish"),
        wish_at: moment(row, "wish_at"),
        rethink: text(row, "rethink"),
        rethink_at: moment(row, "rethink_at"),
        rethink_minutes: number(row, "rethink_minutes"),
        agenda_sent_at: moment(row, "agenda_sent_at"),
        agenda_missing: AgendaMissing::from_key(&text(row, "agenda_missing")),
        note_taker: Side::from_key(&text(row, "note_taker")),
        feedback_minutes: number(row, "feedback_minutes"),
        summary_sent_at: moment(row, "summary_sent_at"),
    }
}

/// The position behind the last of these.
pub(crate) fn behind(positions: impl Iterator<Item = i64>) -> i64 {
    positions.max().map_or(0, |last| last.saturating_add(1))
}

impl Meetings {
    /// Reads them.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut points: Vec<Point> = shared::rows(tx, &schema::AGENDA_POINT, relationship)?
            .into_iter()
            .filter_map(|(id, row)| {
                Some(Point {
                    session: text(&row, "session"),
                    position: position(&row),
                    text: text(&row, "text"),
                    side: Side::from_key(&text(&row, "side"))?,
                    topic: text(&row, "topic"),
                    id,
                })
            })
            .collect();
        points.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut topics: Vec<Topic> = shared::rows(tx, &schema::TOPIC, relationship)?
            .into_iter()
            .map(|(id, row)| Topic {
                position: position(&row),
                module: text(&row, "kind") == "module",
                title: text(&row, "title"),
                on: date(&row, "on_date"),
                before: text(&row, "before"),
                after: text(&row, "after"),
                session: text(&row, "session"),
                done_on: date(&row, "done_on"),
                id,
            })
            .collect();
        topics.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        Ok(Self {
            pages: shared::rows(tx, &schema::SESSION_PAGE, relationship)?
                .into_iter()
                .map(|(id, row)| (id, page(&row)))
                .collect(),
            points,
            outcomes: shared::rows(tx, &schema::AGENDA_OUTCOME, relationship)?
                .into_iter()
                .filter_map(|(id, row)| {
                    let outcome = Outcome::from_key(&text(&row, "outcome"))?;
                    Some((id, (outcome, text(&row, "note"))))
                })
                .collect(),
            topics,
            noted: shared::texts(tx, &schema::SESSION_NOTE, relationship, "session")?
                .into_iter()
                .collect(),
        })
    }

    /// What is known of a session's page.
    pub(crate) fn page(&self, session: &str) -> Page {
        self.pages.get(session).cloned().unwrap_or_default()
    }

    /// What happened to a point in a session.
    pub(crate) fn outcome(&self, point: &str, session: &str) -> Option<&(Outcome, String)> {
        self.outcomes.get(&outcome_id(point, session))
    }

    /// Whether something was written down of what happened in a session: it is behind the two.
    pub(crate) fn has_happened(&self, session: &str) -> bool {
        self.pages
            .get(session)
            .is_some_and(|page| page.summary_sent_at.is_some())
    }
}

/// The notes of one session in their order.
pub(crate) fn notes(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
) -> Result<Vec<Note>> {
    let mut notes: Vec<Note> =
        shared::rows_with(tx, &schema::SESSION_NOTE, relationship, "session", session)?
            .into_iter()
            .filter_map(|(id, row)| {
                Some(Note {
                    session: text(&row, "session"),
                    position: position(&row),
                    side: Side::from_key(&text(&row, "side"))?,
                    outside: text(&row, "kind") == "outside",
                    text: text(&row, "text"),
                    task: text(&row, "task"),
                    id,
                })
            })
            .collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(notes)
}

/// What belongs to the requests for help, by their tasks (R151).
pub(crate) fn help(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<BTreeMap<String, Help>> {
    Ok(shared::rows(tx, &schema::HELP_REQUEST, relationship)?
        .into_iter()
        .map(|(id, row)| {
            let help = Help {
                attachment: text(&row, "attachment"),
                answer: text(&row, "answer"),
                answered_at: moment(&row, "answered_at"),
            };
            (id, help)
        })
        .collect())
}

/// Feedback and recommendations of all sessions, the oldest first (R75).
pub(crate) fn feedback_points(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<FeedbackPoint>> {
    let mut points: Vec<FeedbackPoint> = shared::rows(tx, &schema::FEEDBACK_POINT, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(FeedbackPoint {
                session: text(&row, "session"),
                position: position(&row),
                side: Side::from_key(&text(&row, "side"))?,
                text: text(&row, "text"),
                tag: FeedbackTag::from_key(&text(&row, "tag")),
                state: FeedbackState::from_key(&text(&row, "state")),
                made_at: moment(&row, "made_at"),
                id,
            })
        })
        .collect();
    points.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(points)
}

/// What was answered to feedback and tasks, by what it answers (R76).
pub(crate) fn counters(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<BTreeMap<String, Vec<Counter>>> {
    let mut all: BTreeMap<String, Vec<Counter>> = BTreeMap::new();
    for (id, row) in shared::rows(tx, &schema::COUNTER_PROPOSAL, relationship)? {
        let (Some(side), Some(kind)) = (
            Side::from_key(&text(&row, "side")),
            CounterKind::from_key(&text(&row, "kind")),
        ) else {
            continue;
        };
        let target = text(&row, "target");
        all.entry(target.clone()).or_default().push(Counter {
            id,
            target,
            position: position(&row),
            side,
            kind,
            text: text(&row, "text"),
            made_at: moment(&row, "made_at"),
        });
    }
    for counters in all.values_mut() {
        counters.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    }
    Ok(all)
}

/// The four answers of one of the two to a session, where they are shown (R49).
pub(crate) fn shown(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
) -> Result<Option<Shown>> {
    let id = answer_id(session, Some(side));
    Ok(
        shared::row(tx, &schema::SESSION_FEEDBACK, relationship, &id)?.map(|row| Shown {
            answers: Answers {
                take_away: text(&row, "take_away"),
                keep: text(&row, "keep"),
                less: text(&row, "less"),
                differently: text(&row, "differently"),
            },
            sent_at: moment(&row, "sent_at"),
        }),
    )
}

/// The sessions for which one of the two has shown answers.
pub(crate) fn answered(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<BTreeSet<String>> {
    Ok(shared::rows(tx, &schema::SESSION_FEEDBACK, relationship)?
        .into_iter()
        .filter_map(|(id, _)| Some(id.rsplit_once('@')?.0.to_owned()))
        .collect())
}
