//! Suggestions and comments on them, typed (R76).

use super::state::{answer_id, maybe_text, text};
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::suggestion::{Place, Stage};
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use serde_json::Value;

/// A suggestion as a row of the shared record.
#[derive(Debug, Clone)]
pub(crate) struct Suggestion {
    pub id: String,
    pub position: i64,
    pub place: Place,
    /// Whose it is.
    pub side: Side,
    /// What is suggested.
    pub value: Value,
    /// What it takes the place of: what stood there when it was made, or when it was accepted.
    pub before: Value,
    pub comment: String,
    pub made: Option<Moment>,
    /// The suggestion that it answers.
    pub answers: Option<String>,
    pub stage: Stage,
    pub reason: String,
    pub decided: Option<Moment>,
    /// In the order in which they were written.
    pub comments: Vec<Comment>,
}

/// What one of the two said about a suggestion.
#[derive(Debug, Clone)]
pub(crate) struct Comment {
    pub position: i64,
    pub side: Side,
    pub text: String,
    pub made: Option<Moment>,
}

fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

fn json(row: &Row, name: &str) -> Value {
    serde_json::from_str(&text(row, name)).unwrap_or(Value::Null)
}

/// The columns that say where.
pub(crate) fn target(place: &Place) -> (&'static str, String) {
    match place {
        Place::Answer { field, side } => ("answer", answer_id(field, *side)),
        Place::Sentence { section } => ("sentence", section.clone()),
        Place::Heading { heading } => ("heading", heading.to_string()),
    }
}

fn place(row: &Row) -> Option<Place> {
    let target = text(row, "target");
    Some(match text(row, "place").as_str() {
        "answer" => {
            let (field, side) = match target.split_once('@') {
                Some((field, side)) => (field.to_owned(), Some(Side::from_key(side)?)),
                None => (target, None),
            };
            Place::Answer { field, side }
        }
        "sentence" => Place::Sentence { section: target },
        "heading" => Place::Heading {
            heading: crate::domain::ids::HeadingId(target),
        },
        _ => return None,
    })
}

/// All suggestions of a relationship, in the order in which they were made.
pub(crate) fn all(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Suggestion>> {
    let mut all: Vec<Suggestion> = shared::rows(tx, &schema::SUGGESTION, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Suggestion {
                id,
                position: position(&row),
                place: place(&row)?,
                side: Side::from_key(&text(&row, "side"))?,
                value: json(&row, "value"),
                before: json(&row, "before"),
                comment: text(&row, "comment"),
                made: Moment::from_text(&text(&row, "made_at")),
                answers: maybe_text(&row, "answers"),
                stage: Stage::from_key(&text(&row, "state"))?,
                reason: text(&row, "reason"),
                decided: maybe_text(&row, "decided_at").and_then(|at| Moment::from_text(&at)),
                comments: Vec::new(),
            })
        })
        .collect();
    all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    for (_, row) in shared::rows(tx, &schema::SUGGESTION_COMMENT, relationship)? {
        let of = text(&row, "suggestion");
        if let (Some(suggestion), Some(side)) = (
            all.iter_mut().find(|suggestion| suggestion.id == of),
            Side::from_key(&text(&row, "side")),
        ) {
            suggestion.comments.push(Comment {
                position: position(&row),
                side,
                text: text(&row, "text"),
                made: Moment::from_text(&text(&row, "made_at")),
            });
        }
    }
    for suggestion in &mut all {
        suggestion.comments.sort_by_key(|comment| comment.position);
    }
    Ok(all)
}

/// Those that nobody has decided yet.
pub(crate) fn open(all: &[Suggestion]) -> impl Iterator<Item = &Suggestion> {
    all.iter()
        .filter(|suggestion| suggestion.stage == Stage::Open)
}
