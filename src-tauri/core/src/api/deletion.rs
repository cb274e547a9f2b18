//! Taking a relationship off this computer: what is exported, what disappears, and what stays elsewhere (B7).

use crate::domain::ids::RelationshipId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All that is kept of a relationship, as a file in an open format.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RelationshipExport {
    /// A name for the file.
    pub name: String,
    /// JSON: every row of every table that belongs to the relationship, private notes included.
    pub text: String,
}

/// What happens to the backups that hold the relationship.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldBackups {
    /// They stay, with the relationship in them.
    #[default]
    Keep,
    /// They are removed, and a new one is made of what is left.
    Remove,
}

/// Deleting a relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeleteRelationship {
    /// Which.
    pub relationship: RelationshipId,
    /// The name that deletion.get asks for, typed: it shows that this relationship is meant and no other.
    pub name: String,
    /// What happens to the backups that hold it; they are kept when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub backups: Option<HeldBackups>,
}

/// Something that disappears.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Disappears {
    /// The table it stands in.
    pub what: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// In words: `8 sessions`.
    pub words: String,
}

/// A backup that holds the relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HoldingBackup {
    /// Its name, as backup.list gives it.
    pub backup: String,
    /// When it was made, in words.
    pub made: String,
}

/// What deleting a relationship would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeletionView {
    /// The name to be typed.
    pub name: String,
    /// Both names.
    pub title: String,
    /// What disappears.
    pub disappears: Vec<Disappears>,
    /// Where it disappears, and where not.
    pub computer: String,
    /// That it cannot be undone, and that it can be exported first.
    pub once: String,
    /// What the backups still hold, in a sentence.
    pub backups: String,
    /// Which backups, the newest first.
    pub held: Vec<HoldingBackup>,
}

/// What was deleted.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deleted {
    /// Both names.
    pub title: String,
    /// Backups that were removed with it.
    pub backups_removed: u32,
    /// Backups that still hold it.
    pub backups_left: u32,
    /// What was done, in a sentence or two.
    pub sentence: String,
}
