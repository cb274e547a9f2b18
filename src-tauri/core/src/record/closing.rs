//! How a relationship ended, typed: its standing, the steps that led there, what the two said, and how they
//! stay in touch (R122 to R127).

use super::state::{date, number, text};
use crate::domain::closing::{CODE, Standing, Step, Touches, Unit, refusal};
use crate::domain::ids::RelationshipId;
use crate::domain::shared::ends as schema;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::shared;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// One thing that happened to the course of the relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepRow {
    pub position: i64,
    pub what: Step,
    pub on: Option<NaiveDate>,
    /// The date before, where the step moved one.
    pub before: Option<NaiveDate>,
    pub side: Option<Side>,
    pub reason: String,
}

/// How the two stay in touch afterwards (R125).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stay {
    /// One idea a line.
    pub ideas: String,
    pub count: Option<u32>,
    pub unit: Option<Unit>,
    pub first_on: Option<NaiveDate>,
    /// Whether Fairlead reminds of it after the end (N26).
    pub remind: bool,
}

/// The end of a relationship, as far as it has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Closing {
    pub standing: Standing,
    /// When it was closed or ended.
    pub on: Option<NaiveDate>,
    /// What happened, the oldest first.
    pub steps: Vec<StepRow>,
    /// Answers, by question, @ and side.
    pub answers: BTreeMap<String, String>,
    pub stay: Stay,
}

/// Whether it goes on, and since when it does not: one row, for whoever asks before each edit.
pub(crate) fn standing(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<(Standing, Option<NaiveDate>)> {
    Ok(
        shared::row(tx, &schema::CLOSING, relationship, "closing")?.map_or(
            (Standing::Open, None),
            |row| {
                (
                    Standing::from_key(&text(&row, "state")),
                    date(&row, "on_date"),
                )
            },
        ),
    )
}

/// Refuses to write into a relationship that has come to its end (R127). Edits are asked by their [`Pen`](super::Pen);
/// whoever writes a private table asks here.
pub(crate) fn check_open(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<()> {
    let (standing, on) = standing(tx, relationship)?;
    if standing == Standing::Open {
        return Ok(());
    }
    Err(refused(standing, on))
}

/// The one refusal of what is written after the end.
pub(crate) fn refused(standing: Standing, on: Option<NaiveDate>) -> Error {
    Error::field(CODE, "relationship", refusal(standing, on))
}

impl Closing {
    /// Reads it.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let (standing, on) = standing(tx, relationship)?;
        let mut steps: Vec<StepRow> = shared::rows(tx, &schema::CLOSING_STEP, relationship)?
            .into_iter()
            .filter_map(|(_, row)| {
                Some(StepRow {
                    position: row.get("position").and_then(Value::as_i64)?,
                    what: Step::from_key(&text(&row, "what"))?,
                    on: date(&row, "on_date"),
                    before: date(&row, "before_date"),
                    side: Side::from_key(&text(&row, "side")),
                    reason: text(&row, "reason"),
                })
            })
            .collect();
        steps.sort_by_key(|step| step.position);
        let stay = shared::row(tx, &schema::STAY_IN_TOUCH, relationship, "plan")?
            .map(|row| Stay {
                ideas: text(&row, "ideas"),
                count: number(&row, "count"),
                unit: Unit::from_key(&text(&row, "unit")),
                first_on: date(&row, "first_on"),
                remind: row.get("remind").and_then(Value::as_i64) == Some(1),
            })
            .unwrap_or_default();
        Ok(Self {
            standing,
            on,
            steps,
            answers: shared::rows(tx, &schema::CLOSING_ANSWER, relationship)?
                .into_iter()
                .map(|(id, row)| (id, text(&row, "text")))
                .collect(),
            stay,
        })
    }

    /// What somebody answered; empty where nothing.
    pub(crate) fn answer(&self, question: &str, side: Side) -> &str {
        self.answers
            .get(&super::state::answer_id(question, Some(side)))
            .map_or("", String::as_str)
    }

    /// The days on which the two mean to be in touch, counted from the end or, before it, from `today`; none
    /// where no interval is set.
    pub(crate) fn touches(&self, today: NaiveDate) -> Option<Touches> {
        Some(Touches {
            since: self.on.unwrap_or(today),
            first: self.stay.first_on,
            count: self.stay.count?,
            unit: self.stay.unit?,
        })
    }
}
