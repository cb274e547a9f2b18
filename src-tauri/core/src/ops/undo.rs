//! Undo and redo by name.

use super::details::know_people;
use super::{Desk, Outcome, find};
use crate::api::agreement::UndoState;
use crate::api::relationship::Which;
use crate::domain::ids::RelationshipId;
use crate::error::Result;
use crate::record::{setup, undo};
use crate::store::{Tx, edit};

const CHANGED: &[&str] = &["agreement", "relationships", "people", "today", "reminders"];

fn view(tx: &Tx<'_>, relationship: &RelationshipId, done: Option<String>) -> Result<UndoState> {
    let words = setup::vocabulary(tx, relationship)?;
    // C29: a deed is kept by its usual name, so that other words later give it another one.
    let say = |name: String| words.say_around_quotes(&name);
    Ok(UndoState {
        back: edit::newest_done(tx, relationship)?.map(|deed| say(deed.name)),
        forward: edit::oldest_undone(tx, relationship)?.map(|deed| say(deed.name)),
        done: done.map(say),
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
        know_people(tx, &part, role)?;
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
        know_people(tx, &part, role)?;
        Ok(Outcome::changed(
            view(tx, &part.relationship, done)?,
            CHANGED,
        ))
    })
}
