//! Today, reminders, dates and zones.

use super::relationship::DateWords;
use crate::domain::ids::RelationshipId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that waits for the owner.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Stable name, for keeping the place in the list.
    pub id: String,
    /// What kind: `recovery_code`, `connection`, `suggestion`, `agreement`, `sign`, `signature` (the other
    /// person's is waited for), `confirm_paper`, or a reminder's number such as `N20`.
    pub kind: String,
    /// What is to be done.
    pub title: String,
    /// One more sentence.
    pub body: String,
    /// Why it is here.
    pub why: String,
    /// Where the clause or rule behind it stands.
    pub why_route: Option<String>,
    /// Words of the button.
    pub action: String,
    /// Where the button leads.
    pub route: String,
    /// By when, where there is a date.
    pub by: Option<DateWords>,
    /// The relationship it belongs to.
    pub relationship: Option<RelationshipId>,
    /// The reminder behind it, which can be put off or dismissed.
    pub reminder: Option<String>,
}

/// A date ahead.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Ahead {
    /// What it is.
    pub title: String,
    /// When.
    pub date: DateWords,
    /// Where to look.
    pub route: String,
}

/// What needs the owner today.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// The date.
    pub date: DateWords,
    /// At most seven things, the most pressing first.
    pub cards: Vec<Card>,
    /// What lies ahead.
    pub coming_up: Vec<Ahead>,
}

/// One reminder.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    /// Its name, for putting it off or dismissing it.
    pub reminder: String,
    /// Number in the catalogue, such as `N20`.
    pub kind: String,
    /// The relationship.
    pub relationship: RelationshipId,
    /// What it says.
    pub title: String,
    /// One more sentence.
    pub body: String,
    /// The date it is about; putting it off does not change it.
    pub due: DateWords,
    /// When it was first shown, or will be.
    pub fires: String,
    /// The same as RFC 3339.
    pub at: String,
    /// Until when it is put off.
    pub snoozed_until: Option<String>,
    /// Words of the button.
    pub action: String,
    /// Where it leads.
    pub route: String,
    /// Why it is here.
    pub why: String,
    /// Where the clause or rule behind it stands.
    pub why_route: String,
    /// Numbers of what is told with it, because it comes within seven days and belongs to the same talk.
    pub with: Vec<String>,
}

/// The reminders.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reminders {
    /// What needs attention now, oldest first.
    pub now: Vec<ReminderView>,
    /// What will come within the next 90 days.
    pub later: Vec<ReminderView>,
}

/// How long a reminder is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// One hour.
    Hour,
    /// Until tomorrow, 09:00.
    Tomorrow,
    /// For three days, at 09:00.
    ThreeDays,
    /// Until Monday, 09:00.
    NextWeek,
}

/// A reminder to be put off.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SnoozeReminder {
    /// Its name.
    pub reminder: String,
    /// How long.
    pub until: Snooze,
}

/// One reminder by name.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichReminder {
    /// Its name.
    pub reminder: String,
}

/// A date as typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedDate {
    /// The text.
    pub text: String,
    /// It is about something that has happened: a date without a year is then the last such day, not the next.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub past: Option<bool>,
}

/// All time zones.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Zones {
    /// IANA names in order.
    pub zones: Vec<String>,
    /// The computer's own.
    pub own: String,
}

/// Until when.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// A moment, `2026-12-18T10:00:00Z`.
    pub until: String,
}

/// What would be shown as notifications if nothing else happens.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Notices {
    /// In order.
    pub notices: Vec<Notice>,
}

/// What would be shown as a notification, and when (section 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    /// Number in the catalogue.
    pub kind: String,
    /// Numbers of what is told with it (C8).
    pub with: Vec<String>,
    /// The relationship.
    pub relationship: RelationshipId,
    /// When, as RFC 9557 text.
    pub at: String,
    /// First line.
    pub title: String,
    /// Second line.
    pub body: String,
    /// Where a click leads.
    pub route: String,
}
