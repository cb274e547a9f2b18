//! The tasks of one relationship, typed (R22 to R24), and whose the duties are (R54).

use super::state::{date, text};
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::{Duty, Kind};
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// A date that could not be kept (R23).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delay {
    pub was: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub reason: String,
    pub told: Option<Moment>,
    pub position: i64,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Task {
    pub id: String,
    pub position: i64,
    pub kind: Kind,
    pub what: String,
    pub note: String,
    pub owner: Side,
    pub set_by: Side,
    pub set_on: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    /// The session in which it was set; empty outside of one.
    pub session: String,
    pub done_on: Option<NaiveDate>,
    /// The oldest first.
    pub delays: Vec<Delay>,
}

impl Task {
    /// The date it had before it was put off for the first time; its date where it never was.
    pub(crate) fn original(&self) -> Option<NaiveDate> {
        self.delays.first().map_or(self.due, |first| first.was)
    }

    /// Whether it is still to be done.
    pub(crate) const fn is_open(&self) -> bool {
        self.done_on.is_none()
    }
}

/// The tasks of a relationship.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tasks {
    /// In the order in which they were set.
    pub all: Vec<Task>,
    /// Whose a duty is, where the two have said.
    pub duties: BTreeMap<Duty, Side>,
}

fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

impl Tasks {
    /// Reads them.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut delays: BTreeMap<String, Vec<Delay>> = BTreeMap::new();
        for (_, row) in shared::rows(tx, &schema::TASK_DELAY, relationship)? {
            delays.entry(text(&row, "task")).or_default().push(Delay {
                was: date(&row, "was"),
                due: date(&row, "due"),
                reason: text(&row, "reason"),
                told: Moment::from_text(&text(&row, "told_at")),
                position: position(&row),
            });
        }
        let mut all: Vec<Task> = shared::rows(tx, &schema::TASK, relationship)?
            .into_iter()
            .filter_map(|(id, row)| {
                let mut delays = delays.remove(&id).unwrap_or_default();
                delays.sort_by_key(|delay| delay.position);
                Some(Task {
                    position: position(&row),
                    kind: Kind::from_key(&text(&row, "kind"))?,
                    what: text(&row, "what"),
                    note: text(&row, "note"),
                    owner: Side::from_key(&text(&row, "owner"))?,
                    set_by: Side::from_key(&text(&row, "set_by"))?,
                    set_on: date(&row, "set_on"),
                    due: date(&row, "due"),
                    session: text(&row, "session"),
                    done_on: date(&row, "done_on"),
                    delays,
                    id,
                })
            })
            .collect();
        all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let duties = shared::rows(tx, &schema::DUTY, relationship)?
            .into_iter()
            .filter_map(|(id, row)| {
                Some((Duty::from_key(&id)?, Side::from_key(&text(&row, "owner"))?))
            })
            .collect();
        Ok(Self { all, duties })
    }

    /// The tasks still to be done.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Task> {
        self.all.iter().filter(|task| task.is_open())
    }

    /// The task with this id.
    pub(crate) fn find(&self, id: &str) -> Option<&Task> {
        self.all.iter().find(|task| task.id == id)
    }

    /// Where a new task stands: behind all others.
    pub(crate) fn next_position(&self) -> i64 {
        self.all
            .iter()
            .map(|task| task.position)
            .max()
            .map_or(0, |last| last.saturating_add(1))
    }
}
