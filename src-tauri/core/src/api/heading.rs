//! Headings that the two add to the fourteen areas (R53).

use super::agreement::Standing;
use crate::domain::ids::{HeadingId, RelationshipId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A heading of their own.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeadingView {
    /// Id.
    pub id: HeadingId,
    /// The heading.
    pub title: String,
    /// What they have decided.
    pub text: String,
    /// What the template that brought it says of it; empty where the two added it themselves.
    pub guidance: String,
    /// Who asks for it before signing, in words.
    pub asked_by: Option<String>,
    /// How the two stand to it.
    pub standing: Standing,
}

/// A new heading.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewHeading {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The heading.
    pub title: String,
    /// What they have decided.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
}

/// Changes to a heading; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeHeading {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which heading.
    pub heading: HeadingId,
    /// The heading.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// What they have decided.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// How the two stand to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub standing: Option<Standing>,
}

/// One heading.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichHeading {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which heading.
    pub heading: HeadingId,
}

/// A heading on its way to another place in the list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveHeading {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which heading.
    pub heading: HeadingId,
    /// Its new place, from 1.
    pub position: u32,
}

/// The headings in order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Headings {
    /// The headings.
    pub headings: Vec<HeadingView>,
    /// The heading that was just added.
    pub id: Option<HeadingId>,
}
