//! Permissions to pass something on (R95, R96).

use super::relationship::DateWords;
use crate::domain::ids::{PermissionId, RelationshipId};
use crate::domain::permission::State;
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step of a permission.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StepView {
    /// What happened.
    pub state: State,
    /// Who did it.
    pub side: Side,
    /// Who did it, by name.
    pub name: String,
    /// When.
    pub date: Option<DateWords>,
}

/// A permission with all that became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PermissionView {
    /// Id.
    pub id: PermissionId,
    /// What is passed on.
    pub what: String,
    /// To whom.
    pub whom: String,
    /// Whose words they are: who alone can allow it.
    pub giver: Side,
    /// Who alone can allow it, by name.
    pub name: String,
    /// What holds now.
    pub state: State,
    /// What may come next.
    pub next: Vec<State>,
    /// All steps, the oldest first.
    pub steps: Vec<StepView>,
}

/// A new permission.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPermission {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What is passed on.
    pub what: String,
    /// To whom.
    pub whom: String,
    /// Whose words they are: who alone can allow it.
    pub giver: Side,
    /// `asked` or `given`.
    pub state: State,
    /// When, as `2026-11-26`; today where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Who did it; where it is left out, who asks is the other one, and who gives is the giver.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// Changes to the words of a permission; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePermission {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which permission.
    pub permission: PermissionId,
    /// What is passed on.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub what: Option<String>,
    /// To whom.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub whom: Option<String>,
}

/// What became of a permission.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepPermission {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which permission.
    pub permission: PermissionId,
    /// What happened.
    pub state: State,
    /// When, as `2026-11-26`; today where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Who did it; where it is left out, who asks is the other one, and who gives is the giver.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// One permission.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPermission {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which permission.
    pub permission: PermissionId,
}

/// The permissions, in the order in which they were written down.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Permissions {
    /// The permissions.
    pub permissions: Vec<PermissionView>,
    /// The permission that was just added.
    pub id: Option<PermissionId>,
}
