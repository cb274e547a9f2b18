//! Undo and redo by name.

use super::{Desk, Outcome, find};
use crate::api::agreement::UndoState;
use crate::api::relationship::Which;
use crate::domain::ids::RelationshipId;
use crate::error::Result;
use crate::record::undo;
use crate::store::{Tx, edit};

const CHANGED: &[&str] = &["agreement", "relationships", "today", "reminders"];

fn view(tx: &Tx<'_>, relationship: &RelationshipId, done: Option<String>) -> Result<UndoState> {
    Ok(UndoState {
        back: edit::newest_done(tx, relationship)?.map(|deed| deed.name),
        forward: edit::oldest_undone(tx, relationship)?.map(|deed| deed.name),
        done,
    })
}

pub(crate) fn state(desk: &Desk<'_>, request: Which) -> Result<Outcome<UndoState>> {
    desk.store.read(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        Ok(Outcome::read(view(tx, &part.relationship, None)?))
    })
}

pub(crate) fn back(desk: &Desk<'_>, request: Which) -> Result<Outcome<UndoState>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let done = undo::back(tx, &part.relationship, role, &desk.now)?;
        Ok(Outcome::changed(
            view(tx, &part.relationship, done)?,
            CHANGED,
        ))
    })
}

pub(crate) fn forward(desk: &Desk<'_>, request: Which) -> Result<Outcome<UndoState>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let done = undo::forward(tx, &part.relationship, role, &desk.now)?;
        Ok(Outcome::changed(
            view(tx, &part.relationship, done)?,
            CHANGED,
        ))
    })
}
