//! Times to choose from (R142) and talks about the pace (R130), typed.

use super::session::{civil, position};
use super::state::{date, maybe_text, number, text};
use crate::domain::ids::RelationshipId;
use crate::domain::session::Kind;
use crate::domain::shared::sessions as schema;
use crate::domain::side::Side;
use crate::domain::terms::{Pattern, Unit};
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::{NaiveDate, NaiveDateTime};

/// Up to three times that one proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proposal {
    pub id: String,
    pub position: i64,
    pub side: Side,
    pub made_on: NaiveDate,
    /// The session it is for, or nothing.
    pub session: String,
    pub kind: Kind,
    pub zone: String,
    pub slots: Vec<NaiveDateTime>,
    pub minutes: u32,
    pub method: String,
    pub place: String,
    pub topic: String,
    /// `open`, `chosen`, `none_fits` or `withdrawn`.
    pub state: String,
    pub chosen: Option<u32>,
}

/// A talk about the pace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pace {
    pub id: String,
    pub position: i64,
    pub side: Side,
    pub on: NaiveDate,
    pub note: String,
    pub cadence: String,
    pub pattern: Option<Pattern>,
    /// `open`, `agreed` or `kept`.
    pub state: String,
}

/// All proposals, the oldest first.
pub(crate) fn proposals(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Proposal>> {
    let mut all: Vec<Proposal> = shared::rows(tx, &schema::SESSION_PROPOSAL, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Proposal {
                id,
                position: position(&row),
                side: Side::from_key(&text(&row, "side"))?,
                made_on: date(&row, "made_on")?,
                session: text(&row, "session"),
                kind: Kind::from_key(&text(&row, "kind")).unwrap_or_default(),
                zone: text(&row, "zone"),
                slots: ["slot_1", "slot_2", "slot_3"]
                    .into_iter()
                    .filter_map(|slot| civil(&row, slot))
                    .collect(),
                minutes: number(&row, "minutes").unwrap_or_default(),
                method: text(&row, "method"),
                place: text(&row, "place"),
                topic: text(&row, "topic"),
                state: text(&row, "state"),
                chosen: number(&row, "chosen"),
            })
        })
        .collect();
    all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(all)
}

fn pattern(row: &Row) -> Option<Pattern> {
    let unit = match maybe_text(row, "interval_unit")?.as_str() {
        "days" => Unit::Days,
        "weeks" => Unit::Weeks,
        _ => Unit::Months,
    };
    Some(Pattern {
        count: number(row, "interval_count")?,
        unit,
        minutes: number(row, "minutes")?,
    })
}

/// All talks about the pace, the oldest first.
pub(crate) fn paces(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Pace>> {
    let mut all: Vec<Pace> = shared::rows(tx, &schema::PACE_TALK, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Pace {
                id,
                position: position(&row),
                side: Side::from_key(&text(&row, "side"))?,
                on: date(&row, "on_date")?,
                note: text(&row, "note"),
                cadence: text(&row, "cadence"),
                pattern: pattern(&row),
                state: text(&row, "state"),
            })
        })
        .collect();
    all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(all)
}
