//! The kinds of reminders and what the owner chose for them (section 7).

use super::start::Delivery;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::side::Role;
use crate::reminders::catalogue::{LeadUnit, Number, TimeOfDay};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time at which a kind of reminder comes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Lead {
    /// In the unit of its kind; negative is before.
    pub amount: i64,
    /// In words: `14 days before`, `on the day`.
    pub words: String,
}

/// A kind of reminder with what the owner chose.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReminderKind {
    /// Number in the catalogue.
    pub kind: Number,
    /// What it is called.
    pub name: String,
    /// For whom it is.
    pub roles: Vec<Role>,
    /// What its times are counted from.
    pub measured: String,
    /// What ends it.
    pub until: String,
    /// Why there is such a reminder.
    pub why: String,
    /// Where the pair agrees on the times; the owner's own times go before.
    pub agreed: Option<String>,
    /// What its times are counted in.
    pub unit: LeadUnit,
    /// When on its day it comes.
    pub time: TimeOfDay,
    /// How it reaches the owner.
    pub delivery: Delivery,
    /// When it comes, the earliest first.
    pub leads: Vec<Lead>,
    /// Whether the owner chose something else than what is usual.
    pub changed: bool,
}

/// All kinds of reminders.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReminderKinds {
    /// In the order of the catalogue, N01 to N27.
    pub kinds: Vec<ReminderKind>,
}

/// Another choice for a kind of reminder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeReminderKind {
    /// Number in the catalogue.
    pub kind: Number,
    /// How it reaches the owner; left out, as before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub delivery: Option<Delivery>,
    /// When it comes, in days (minutes for N09 to N11) from what it is counted from, negative before it, like
    /// `[-14, -3, 0]`; left out, as before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub leads: Option<Vec<i64>>,
}

/// A kind of reminder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichKind {
    /// Number in the catalogue.
    pub kind: Number,
}

/// Whether notifications are paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Pauses {
    /// For the rest of this day. The list goes on.
    pub today: bool,
}

/// Pausing notifications, or taking that back.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PauseReminders {
    /// True: no notification for the rest of this day. False: notifications again from now on.
    pub today: bool,
}

/// What a reminder of a session asks for was opened: the minutes of thinking again (N09), or the feedback form (N10).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenedReminder {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Number in the catalogue: `N09` or `N10`.
    pub kind: Number,
    /// Of which session.
    pub session: SessionId,
}
