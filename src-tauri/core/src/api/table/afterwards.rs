//! What is still written in a relationship that came to its end (R127).

use crate::domain::ids::RelationshipId;
use serde_json::Value;

/// The use cases that write after the end: reopening with a reason; staying in touch, and that the two were (R125);
/// taking that back, since what was done before the end can no longer be undone; what the owner has looked at; and
/// taking it off this computer (B7). Every other one is refused.
pub const AFTERWARDS: &[&str] = &[
    "closing.reopen",
    "closing.stay_in_touch",
    "contact.log",
    "contact.change",
    "contact.remove",
    "since.seen",
    "undo.back",
    "undo.forward",
    "deletion.delete",
];

/// The relationship whose end keeps this use case from writing, where it has one.
pub(crate) fn closed_by(name: &str, request: &Value) -> Option<RelationshipId> {
    if AFTERWARDS.contains(&name) {
        return None;
    }
    let relationship = request.get("relationship")?.as_str()?;
    Some(RelationshipId(relationship.to_owned()))
}
