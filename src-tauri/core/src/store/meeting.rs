//! What of a session is nobody else's: the owner's own notes, and feedback that is not shown yet (B8, R49).
//! These tables are private; no edit comes from them.

use super::{StoreError, Tx};
use crate::domain::feedback::{Answers, Unseen};
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use rusqlite::{OptionalExtension, params};

/// What the owner noted for themselves in a session.
pub(crate) fn private_note(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
) -> Result<String, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT text FROM session_private_note WHERE relationship_id = ?1 AND session = ?2",
        )?
        .query_row(params![relationship.as_str(), session], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

/// Keeps it; an empty one is taken away.
pub(crate) fn save_private_note(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    text: &str,
    at: &str,
) -> Result<(), StoreError> {
    if text.is_empty() {
        tx.conn().execute(
            "DELETE FROM session_private_note WHERE relationship_id = ?1 AND session = ?2",
            params![relationship.as_str(), session],
        )?;
    } else {
        tx.conn().execute(
            "INSERT INTO session_private_note (relationship_id, session, text, written_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (relationship_id, session) DO UPDATE SET text = excluded.text, written_at = excluded.written_at",
            params![relationship.as_str(), session, text, at],
        )?;
    }
    Ok(())
}

/// What one of the two is still writing; none where nothing is begun, or where it was sent.
pub(crate) fn draft(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
) -> Result<Option<Answers>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT take_away, keep, less, differently FROM session_feedback_unseen
             WHERE relationship_id = ?1 AND session = ?2 AND side = ?3 AND sent_at IS NULL",
        )?
        .query_row(params![relationship.as_str(), session, side.key()], |row| {
            Ok(Answers {
                take_away: row.get(0)?,
                keep: row.get(1)?,
                less: row.get(2)?,
                differently: row.get(3)?,
            })
        })
        .optional()?)
}

/// Keeps what one of the two is writing; without words there is nothing to keep.
pub(crate) fn save_draft(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
    answers: &Answers,
) -> Result<(), StoreError> {
    if answers.is_empty() {
        return discard(tx, relationship, session, side);
    }
    tx.conn().execute(
        "INSERT INTO session_feedback_unseen (relationship_id, session, side, take_away, keep, less, differently)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (relationship_id, session, side) DO UPDATE SET take_away = excluded.take_away,
           keep = excluded.keep, less = excluded.less, differently = excluded.differently",
        params![
            relationship.as_str(),
            session,
            side.key(),
            answers.take_away,
            answers.keep,
            answers.less,
            answers.differently
        ],
    )?;
    Ok(())
}

/// Sends what one of the two has written: from here on its words come out only as [`Unseen`].
pub(crate) fn send(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
    at: &str,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "UPDATE session_feedback_unseen SET sent_at = ?4 WHERE relationship_id = ?1 AND session = ?2 AND side = ?3",
        params![relationship.as_str(), session, side.key(), at],
    )?;
    Ok(())
}

/// When one of the two sent what is not shown yet.
pub(crate) fn sent_at(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
) -> Result<Option<String>, StoreError> {
    Ok(tx
        .conn()
        .prepare_cached(
            "SELECT sent_at FROM session_feedback_unseen
             WHERE relationship_id = ?1 AND session = ?2 AND side = ?3 AND sent_at IS NOT NULL",
        )?
        .query_row(params![relationship.as_str(), session, side.key()], |row| {
            row.get(0)
        })
        .optional()?)
}

/// Takes what one of the two sent out of its private place, to be shown.
pub(crate) fn take(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
) -> Result<Option<Unseen>, StoreError> {
    let taken = tx
        .conn()
        .prepare_cached(
            "SELECT take_away, keep, less, differently, sent_at FROM session_feedback_unseen
             WHERE relationship_id = ?1 AND session = ?2 AND side = ?3 AND sent_at IS NOT NULL",
        )?
        .query_row(params![relationship.as_str(), session, side.key()], |row| {
            let answers = Answers {
                take_away: row.get(0)?,
                keep: row.get(1)?,
                less: row.get(2)?,
                differently: row.get(3)?,
            };
            Ok(Unseen::new(answers, row.get(4)?))
        })
        .optional()?;
    if taken.is_some() {
        discard(tx, relationship, session, side)?;
    }
    Ok(taken)
}

/// Forgets what one of the two has written and nobody has seen.
pub(crate) fn discard(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    session: &str,
    side: Side,
) -> Result<(), StoreError> {
    tx.conn().execute(
        "DELETE FROM session_feedback_unseen WHERE relationship_id = ?1 AND session = ?2 AND side = ?3",
        params![relationship.as_str(), session, side.key()],
    )?;
    Ok(())
}
