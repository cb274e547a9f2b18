//! The journal of moments, typed (R106). What both see and what the owner alone sees are two types from two tables.

use super::state::{date, position, text};
use crate::domain::ids::RelationshipId;
use crate::domain::shared::plan as tables;
use crate::domain::side::Side;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared;
use chrono::NaiveDate;

/// A moment that both see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SharedMoment {
    pub id: String,
    pub position: i64,
    pub on: NaiveDate,
    pub text: String,
    /// Whose moment it is.
    pub side: Side,
}

/// The moments that both see, by their day: what the closing record shows again.
pub(crate) fn shared_moments(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Vec<SharedMoment>> {
    let mut moments: Vec<SharedMoment> = shared::rows(tx, &tables::JOURNAL_MOMENT, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(SharedMoment {
                id,
                position: position(&row),
                on: date(&row, "on_date")?,
                text: text(&row, "text"),
                side: Side::from_key(&text(&row, "side"))?,
            })
        })
        .collect();
    moments.sort_by(|a, b| (a.on, a.position, &a.id).cmp(&(b.on, b.position, &b.id)));
    Ok(moments)
}
