//! The contact plan: channels, times, points ahead, and what happens when nobody answers (R10 to R14, R72, R73).

use super::relationship::DateWords;
use crate::domain::contact::{ChannelKind, Promise};
use crate::domain::ids::{ChannelId, RelationshipId};
use crate::domain::side::Side;
use crate::domain::week::{Day, DayPart, Mark};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A way to reach one person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChannelView {
    /// Id.
    pub id: ChannelId,
    /// What it is.
    pub kind: ChannelKind,
    /// What it is called: its own name, or that of its kind.
    pub name: String,
    /// Its own name, like that of an app; may be empty.
    pub label: String,
    /// Address, number or link; may be empty.
    pub address: String,
    /// Anything to add; may be empty.
    pub note: String,
    /// How soon an answer comes this way (R73).
    pub reply: Option<Promise>,
    /// The promise in words: `within 2 days`.
    pub promise: Option<String>,
}

/// A part of a day with its mark.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimeCell {
    /// Which part.
    pub part: DayPart,
    /// What is said of it.
    pub mark: Option<Mark>,
}

/// One day of somebody's week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DayView {
    /// Which day.
    pub day: Day,
    /// Its name.
    pub name: String,
    /// Its parts, from midnight on.
    pub parts: Vec<TimeCell>,
}

/// A part of the day as the grid names it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartName {
    /// Which part.
    pub part: DayPart,
    /// Its name.
    pub name: String,
    /// Its hours: `09:00 to 12:00`.
    pub hours: String,
}

/// One person's half of the contact plan.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactSide {
    /// Which side.
    pub side: Side,
    /// Name.
    pub name: String,
    /// Whether this is the owner of this installation.
    pub owner: bool,
    /// Whether nothing is written here yet.
    pub empty: bool,
    /// What to do about an empty half: `Ask Tomasz`; none where something is written, or for the owner.
    pub ask: Option<String>,
    /// IANA zone in which the times are meant.
    pub zone: String,
    /// What a clock there shows now.
    pub local_time: String,
    /// The ways to reach this person, best first (R11).
    pub channels: Vec<ChannelView>,
    /// The times of the week (R12).
    pub week: Vec<DayView>,
    /// The times in words, one line for each mark.
    pub times: Vec<String>,
    /// The promises of an answer in words (R73).
    pub promises: Vec<String>,
    /// "If I have not replied, please …", in words (R14).
    pub nudge: Option<String>,
    /// Which unplanned calls are fine, in words (R72).
    pub calls: Option<String>,
}

/// The contact plan.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactPlan {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Both names.
    pub title: String,
    /// The mentee's half.
    pub mentee: ContactSide,
    /// The mentor's half.
    pub mentor: ContactSide,
    /// The names of the parts of a day.
    pub parts: Vec<PartName>,
    /// How and when points for discussion are sent, in words (R13).
    pub points: Vec<String>,
    /// What happens when nobody answers, in words (R38 to R40).
    pub silence: Vec<String>,
    /// Where to turn in the programme, a line for each address (R159).
    pub programme: Vec<String>,
}

/// What became of a change of the contact plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactSaved {
    /// The plan as it is now.
    pub plan: ContactPlan,
    /// The channel that was just added.
    pub id: Option<ChannelId>,
}

/// A new channel; it goes to the end of the list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewChannel {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose.
    pub side: Side,
    /// What it is.
    pub kind: ChannelKind,
    /// Its own name, like that of an app.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub label: Option<String>,
    /// Address, number or link.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// How soon an answer comes this way.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reply: Option<Promise>,
}

/// Changes to a channel; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeChannel {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which channel.
    pub channel: ChannelId,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<ChannelKind>,
    /// Its own name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub label: Option<String>,
    /// Address, number or link.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// How soon an answer comes this way.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reply: Option<Promise>,
    /// Takes the promise of an answer back.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub no_promise: Option<bool>,
}

/// One channel.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichChannel {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which channel.
    pub channel: ChannelId,
}

/// A channel on its way to another place in its person's list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveChannel {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which channel.
    pub channel: ChannelId,
    /// Its new place, from 1.
    pub position: u32,
}

/// A part of a day with the mark it is given.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkedTime {
    /// Which day.
    pub day: Day,
    /// Which part of it.
    pub part: DayPart,
    /// What is said of it; null takes the mark away.
    pub mark: Option<Mark>,
}

/// Marks of a person's week; parts that are not named stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkTimes {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose week.
    pub side: Side,
    /// The parts and their marks.
    pub times: Vec<MarkedTime>,
}

/// A time that is thought of.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryTime {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day, as `2026-11-26`.
    pub on: String,
    /// The time, as `14:00`.
    pub at: String,
    /// In whose zone; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// How long, in minutes; 60 when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
}

/// How a time suits one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suits {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// The day there.
    pub date: DateWords,
    /// What a clock there shows then, as `09:00`.
    pub time: String,
    /// What this person says of the time.
    pub mark: Option<Mark>,
    /// A warning, where it is a time to avoid or for urgent matters only (R12). It never blocks.
    pub warning: Option<String>,
}

/// How a time suits both.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimeSuits {
    /// The mentee and the mentor.
    pub people: Vec<Suits>,
}
