//! What each of the two answers before they share it (R107, R116): private tables, which no edit comes from.

use super::{StoreError, Tx};
use crate::domain::checkup::{Energised, Form, Log, MeetingsHeld, Private, Suitability};
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::domain::trust::{PrivateTrust, Trust};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

fn date(row: &Row<'_>, at: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(at)?;
    Ok(text.and_then(|text| dates::from_iso(&text).ok()))
}

fn form(row: &Row<'_>) -> rusqlite::Result<Form> {
    let word = |at: &str| row.get::<_, String>(at);
    let obstacles: BTreeMap<String, String> =
        serde_json::from_str(&word("obstacles")?).unwrap_or_default();
    let completed_on = date(row, "completed_on")?;
    let log = match completed_on {
        Some(on) => Some(Log {
            on,
            start: date(row, "start_on")?,
            interval_days: row.get("interval_days")?,
            held: row.get("held")?,
            streak: row.get("streak")?,
            longest: row.get("longest")?,
        }),
        None => None,
    };
    Ok(Form {
        suitability: Suitability::from_key(&word("suitability")?),
        meetings: MeetingsHeld::from_key(&word("meetings")?),
        meetings_reason: word("meetings_reason")?,
        energised: Energised::from_key(&word("energised")?),
        time: row.get("time")?,
        cancelled: row.get("cancelled")?,
        cancelled_reason: word("cancelled_reason")?,
        obstacles: obstacles
            .into_iter()
            .filter_map(|(number, words)| Some((number.parse().ok()?, words)))
            .collect(),
        completed_on,
        log,
    })
}

/// What one of the two has answered and not shared.
pub(crate) fn private(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Option<Private>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached("SELECT * FROM checkup_private WHERE relationship_id = ?1 AND side = ?2")?
        .query_row(params![relationship.as_str(), side.key()], |row| {
            Ok(Private::new(form(row)?))
        })
        .optional()?)
}

/// The day on which one of the two completed the form, nothing else of it.
pub(crate) fn completed_on(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Option<NaiveDate>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT completed_on FROM checkup_private WHERE relationship_id = ?1 AND side = ?2",
        )?
        .query_row(params![relationship.as_str(), side.key()], |row| {
            date(row, "completed_on")
        })
        .optional()?
        .flatten())
}

/// Keeps what one of the two answers.
pub(crate) fn keep(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
    form: &Form,
) -> Result<(), StoreError> {
    let obstacles: BTreeMap<String, &String> = form
        .obstacles
        .iter()
        .map(|(number, words)| (number.to_string(), words))
        .collect();
    let obstacles = serde_json::to_string(&obstacles)
        .map_err(|error| StoreError::Database(error.to_string()))?;
    let log = form.log.as_ref();
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    tx.conn().execute(
        "INSERT OR REPLACE INTO checkup_private (relationship_id, side, suitability, meetings, meetings_reason,
           energised, time, cancelled, cancelled_reason, obstacles, completed_on, start_on, interval_days, held,
           streak, longest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        params![
            relationship.as_str(),
            side.key(),
            form.suitability.map_or("", Suitability::key),
            form.meetings.map_or("", MeetingsHeld::key),
            form.meetings_reason,
            form.energised.map_or("", Energised::key),
            form.time,
            form.cancelled,
            form.cancelled_reason,
            obstacles,
            text(form.completed_on),
            text(log.and_then(|log| log.start)),
            log.and_then(|log| log.interval_days),
            log.map_or(0, |log| log.held),
            log.map_or(0, |log| log.streak),
            log.map_or(0, |log| log.longest),
        ],
    )?;
    Ok(())
}

/// Takes the form of one of the two out of its private place.
pub(crate) fn take(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Option<Private>, StoreError> {
    let found = private(tx, relationship, side)?;
    tx.conn().execute(
        "DELETE FROM checkup_private WHERE relationship_id = ?1 AND side = ?2",
        params![relationship.as_str(), side.key()],
    )?;
    Ok(found)
}

/// How far one of the two trusts the other, not shared.
pub(crate) fn trust(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Option<PrivateTrust>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT rating, note FROM mid_point_trust_private WHERE relationship_id = ?1 AND side = ?2",
        )?
        .query_row(params![relationship.as_str(), side.key()], |row| {
            Ok(PrivateTrust::new(Trust {
                rating: row.get(0)?,
                note: row.get(1)?,
            }))
        })
        .optional()?)
}

/// Keeps it; none takes it away.
pub(crate) fn keep_trust(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
    trust: Option<&Trust>,
) -> Result<(), StoreError> {
    match trust {
        Some(trust) => tx.conn().execute(
            "INSERT OR REPLACE INTO mid_point_trust_private (relationship_id, side, rating, note)
             VALUES (?1, ?2, ?3, ?4)",
            params![relationship.as_str(), side.key(), trust.rating, trust.note],
        )?,
        None => tx.conn().execute(
            "DELETE FROM mid_point_trust_private WHERE relationship_id = ?1 AND side = ?2",
            params![relationship.as_str(), side.key()],
        )?,
    };
    Ok(())
}
