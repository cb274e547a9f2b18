//! The history of an answer.

use super::{Said, Wording, entries, gone};
use crate::api::agreement::{AnswerSaved, History, RestoreWording, SetAnswer, WhichAnswer};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Kind, Section, template};
use crate::domain::{terms, wording};
use crate::error::Result;
use crate::ops::agreement::named;
use crate::ops::answer::{find_field, put_back};
use crate::ops::{Desk, Outcome, contact, find_own};
use crate::record::contact::{ContactReplay, Shown};
use crate::record::state::{State, answer_id};
use crate::store::Tx;
use crate::store::edit::{self, EditRow};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Where the edits of an answer that is no list are: record, row and field.
fn place_of(field: &Field, id: String) -> (&'static str, String, &'static str) {
    match terms::of_field(&field.key) {
        Some(term) => (schema::TERMS.name, "terms".to_owned(), term.column),
        None => (schema::ANSWER.name, id, "text"),
    }
}

/// Which answers of a relationship were ever written, also where they are empty now.
pub(crate) struct Recorded<'t, 'c> {
    tx: &'t Tx<'c>,
    relationship: RelationshipId,
    lists: BTreeSet<String>,
}

impl<'t, 'c> Recorded<'t, 'c> {
    pub(crate) fn load(tx: &'t Tx<'c>, relationship: &RelationshipId) -> Result<Self> {
        Ok(Self {
            tx,
            relationship: relationship.clone(),
            lists: edit::lists_with_rows(tx, relationship, schema::ENTRY.name)?,
        })
    }

    /// Whether the two ever worded the sentence of this section.
    pub(crate) fn worded(&self, section: &Section) -> Result<bool> {
        Ok(edit::any_of_field(
            self.tx,
            &self.relationship,
            schema::SECTION.name,
            &section.key,
            "sentence",
        )?)
    }

    /// Whether this answer was.
    pub(crate) fn holds(&self, field: &Field, side: Option<Side>) -> Result<bool> {
        let id = answer_id(&field.key, side);
        if field.kind == Kind::List {
            return Ok(self.lists.contains(&id));
        }
        let (record, id, column) = place_of(field, id);
        Ok(edit::any_of_field(
            self.tx,
            &self.relationship,
            record,
            &id,
            column,
        )?)
    }
}

/// All wordings of an answer, oldest first.
fn wordings(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    field: &Field,
    side: Option<Side>,
) -> Result<Vec<Wording>> {
    let id = answer_id(&field.key, side);
    if field.kind == Kind::List {
        return list_wordings(tx, relationship, &id);
    }
    if let (Kind::Contact, Some(shown), Some(side)) =
        (field.kind, Shown::of_field(&field.key), side)
    {
        return contact_wordings(tx, relationship, shown, side);
    }
    let (record, id, column) = place_of(field, id);
    let edits = edit::of_field(tx, relationship, record, &id, column)?;
    Ok(edits
        .into_iter()
        .map(|edit| {
            let value = if edit.act == "remove" {
                // Undone to before its first change: the prefilled text stands there again.
                field.suggested_text().map_or(Value::Null, Value::from)
            } else {
                serde_json::from_str(&edit.value).unwrap_or(Value::Null)
            };
            Wording {
                value: for_field(field, value),
                edit,
            }
        })
        .collect())
}

/// The stored value as the field reads it.
fn for_field(field: &Field, value: Value) -> Value {
    match (field.kind, value) {
        (Kind::YesNo, Value::Number(number)) => Value::Bool(number.as_i64() == Some(1)),
        (Kind::YesNo, Value::String(word)) if !word.is_empty() => Value::Bool(word == "true"),
        (_, value) => value,
    }
}

/// The wordings of a list: what its lines were after each deed that touched them.
fn list_wordings(tx: &Tx<'_>, relationship: &RelationshipId, list: &str) -> Result<Vec<Wording>> {
    let mut lines: BTreeMap<String, (i64, String)> = BTreeMap::new();
    let mut wordings: Vec<Wording> = Vec::new();
    for edit in edit::of_record(tx, relationship, schema::ENTRY.name)? {
        let value: Value = serde_json::from_str(&edit.value).unwrap_or(Value::Null);
        match edit.act.as_str() {
            "create" if value.get("list").and_then(Value::as_str) == Some(list) => {
                let position = value
                    .get("position")
                    .and_then(Value::as_i64)
                    .unwrap_or_default();
                let text = value
                    .get("text")
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned();
                lines.insert(edit.record_id.clone(), (position, text));
            }
            "remove" if lines.remove(&edit.record_id).is_some() => {}
            "set" => match (lines.get_mut(&edit.record_id), edit.field.as_str()) {
                (Some(line), "position") => line.0 = value.as_i64().unwrap_or_default(),
                (Some(line), "text") => line.1 = value.as_str().unwrap_or_default().to_owned(),
                _ => continue,
            },
            _ => continue,
        }
        let mut order: Vec<_> = lines.values().collect();
        order.sort();
        let value = Value::from(
            order
                .into_iter()
                .map(|(_, text)| text.clone())
                .collect::<Vec<_>>(),
        );
        if wordings
            .last()
            .is_some_and(|last| last.edit.deed == edit.deed)
        {
            wordings.pop();
        }
        wordings.push(Wording { edit, value });
    }
    Ok(wordings)
}

/// The lines that a part of the contact plan showed after each deed that changed them.
fn contact_wordings(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    shown: Shown,
    side: Side,
) -> Result<Vec<Wording>> {
    let record = match shown {
        Shown::Times => &schema::CONTACT_TIMES,
        Shown::Channels | Shown::Promises => &schema::CONTACT_CHANNEL,
    };
    let mut replay = ContactReplay::default();
    let mut wordings: Vec<Wording> = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for edit in edit::of_record(tx, relationship, record.name)? {
        replay.apply(&edit);
        let lines = replay.lines(shown, side);
        if lines == before {
            continue;
        }
        before.clone_from(&lines);
        if wordings
            .last()
            .is_some_and(|last| last.edit.deed == edit.deed)
        {
            wordings.pop();
        }
        wordings.push(Wording {
            edit,
            value: Value::from(lines),
        });
    }
    Ok(wordings)
}

fn said(state: &State, field: &Field, value: &Value) -> Said {
    match field.read(value) {
        Ok(Some(answer @ Answer::Choice(_))) => {
            Said::text(named(state, &wording::in_words(field, &answer)))
        }
        Ok(Some(answer)) => Said::text(wording::in_words(field, &answer)),
        Ok(None) | Err(_) => Said::default(),
    }
}

/// The history of an answer with date and author, newest first (R60).
pub(crate) fn get(desk: &Desk<'_>, request: WhichAnswer) -> Result<Outcome<History>> {
    let field = find_field(&request.field, request.side)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let wordings = wordings(tx, &part.relationship, field, request.side)?;
        let typed = matches!(field.kind, Kind::Text | Kind::Long);
        let entries = entries(&state, wordings, typed, |value| said(&state, field, value));
        Ok(Outcome::read(History { entries }))
    })
}

/// The answer that an edit belongs to.
fn answer_of(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    row: &EditRow,
) -> Result<Option<(&'static Field, Option<Side>)>> {
    let id = match row.record.as_str() {
        "terms" => terms::TERMS
            .iter()
            .find(|term| term.column == row.field)
            .map(|term| term.field.to_owned()),
        "answer" => Some(row.record_id.clone()),
        "entry" => edit::of_record(tx, relationship, schema::ENTRY.name)?
            .into_iter()
            .filter(|edit| edit.act == "create" && edit.record_id == row.record_id)
            .find_map(|edit| {
                let value: Value = serde_json::from_str(&edit.value).ok()?;
                value.get("list")?.as_str().map(str::to_owned)
            }),
        // A part of the contact plan is put back row by row: `contact::restore`.
        _ => None,
    };
    Ok(id.and_then(|id| {
        let (field, side) = match id.split_once('@') {
            Some((field, side)) => (field.to_owned(), Side::from_key(side)),
            None => (id, None),
        };
        template().field(&field).map(|field| (field, side))
    }))
}

/// Puts an earlier wording back as the current one. The wordings in between stay in the history.
pub(crate) fn restore(desk: &Desk<'_>, request: RestoreWording) -> Result<Outcome<AnswerSaved>> {
    if let Some(field) = desk
        .store
        .read(|tx| contact::field_of_edit(tx, &request.relationship, request.edit))?
    {
        return contact::restore(desk, &request, field);
    }
    let wanted = desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let row = edit::one(tx, &part.relationship, request.edit)?.ok_or_else(gone)?;
        let (field, side) = answer_of(tx, &part.relationship, &row)?.ok_or_else(gone)?;
        let wording = wordings(tx, &part.relationship, field, side)?
            .into_iter()
            .find(|wording| wording.edit.id == row.id)
            .ok_or_else(gone)?;
        Ok(SetAnswer {
            relationship: part.relationship,
            field: field.key.clone(),
            side,
            value: wording.value,
        })
    })?;
    put_back(desk, wanted)
}
