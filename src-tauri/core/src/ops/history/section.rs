//! The history of what a section is called, and of its sentence where the two worded it.

use super::{Said, Wording, entries, gone};
use crate::api::agreement::{History, RestoreWording};
use crate::api::form::{Order, RenameSection, SentenceSaved, WhichSection};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::template::Section;
use crate::error::Result;
use crate::ops::agreement::{find_section, named};
use crate::ops::{Desk, Outcome, find_own, section};
use crate::record::state::State;
use crate::store::Tx;
use crate::store::edit;
use serde_json::Value;

/// What one column of a section held after each edit, oldest first.
fn wordings(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    section: &str,
    column: &str,
) -> Result<Vec<Wording>> {
    let edits = edit::of_field(tx, relationship, schema::SECTION.name, section, column)?;
    Ok(edits
        .into_iter()
        .map(|edit| Wording {
            value: serde_json::from_str(&edit.value).unwrap_or(Value::Null),
            edit,
        })
        .collect())
}

fn of_column(
    desk: &Desk<'_>,
    request: &WhichSection,
    column: &str,
    otherwise: impl Fn(&State, &Section) -> String,
) -> Result<Outcome<History>> {
    let section = find_section("section", &request.section)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let wordings = wordings(tx, &part.relationship, &section.key, column)?;
        let entries = entries(&state, wordings, true, |value| {
            Said::text(
                value
                    .as_str()
                    .map_or_else(|| otherwise(&state, section), str::to_owned),
            )
        });
        Ok(Outcome::read(History { entries }))
    })
}

/// The section and the text of a wording in the history; no text where it followed the form.
fn wanted(
    desk: &Desk<'_>,
    request: &RestoreWording,
    column: &str,
) -> Result<(String, Option<String>)> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let row = edit::one(tx, &part.relationship, request.edit)?
            .filter(|row| row.record == schema::SECTION.name && row.field == column)
            .ok_or_else(gone)?;
        let value: Value = serde_json::from_str(&row.value).unwrap_or(Value::Null);
        Ok((row.record_id, value.as_str().map(str::to_owned)))
    })
}

/// What an area was called (R53, R60).
pub(crate) fn of_title(desk: &Desk<'_>, request: WhichSection) -> Result<Outcome<History>> {
    of_column(desk, &request, "title", |state, section| {
        named(state, &section.title)
    })
}

/// Gives an area a name back that it had.
pub(crate) fn restore_title(desk: &Desk<'_>, request: RestoreWording) -> Result<Outcome<Order>> {
    let (section, title) = wanted(desk, &request, "title")?;
    section::rename_back(
        desk,
        RenameSection {
            relationship: request.relationship,
            section,
            title: title.unwrap_or_default(),
        },
    )
}

/// How the two worded the sentence of a section (R60). Where it followed the answers, it says so.
pub(crate) fn of_sentence(desk: &Desk<'_>, request: WhichSection) -> Result<Outcome<History>> {
    of_column(desk, &request, "sentence", |_, _| {
        "In the words of your answers".to_owned()
    })
}

/// Puts an earlier wording of a sentence back, or lets it follow the answers again.
pub(crate) fn restore_sentence(
    desk: &Desk<'_>,
    request: RestoreWording,
) -> Result<Outcome<SentenceSaved>> {
    let (section, text) = wanted(desk, &request, "sentence")?;
    section::put_back(desk, &request.relationship, &section, text)
}
