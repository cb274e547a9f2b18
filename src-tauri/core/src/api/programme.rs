//! The programme: addresses, events, own words, logo (R58, R94, R159, C29).

use super::relationship::DateWords;
use crate::domain::ids::{ProgrammeContactId, ProgrammeEventId, RelationshipId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody is to the programme, or what an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeContactKind {
    /// Looks after relationships.
    Coordinator,
    /// The office.
    Office,
    /// Where to turn when contact breaks down.
    Escalation,
    /// Anybody else.
    Other,
}

impl ProgrammeContactKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [
        Self::Coordinator,
        Self::Office,
        Self::Escalation,
        Self::Other,
    ];

    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Office => "office",
            Self::Escalation => "escalation",
            Self::Other => "other",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.key() == key)
            .unwrap_or(Self::Other)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coordinator => "Coordinator",
            Self::Office => "Office",
            Self::Escalation => "When contact breaks down",
            Self::Other => "Other",
        }
    }
}

/// A person or an address of the programme.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgrammeContactView {
    /// Id.
    pub id: ProgrammeContactId,
    /// What it is.
    pub kind: ProgrammeContactKind,
    /// Name.
    pub name: String,
    /// E-mail address, or nothing.
    pub email: String,
    /// Phone number, or nothing.
    pub phone: String,
    /// Anything to add.
    pub note: String,
}

/// An event of the programme.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgrammeEventView {
    /// Id.
    pub id: ProgrammeEventId,
    /// What it is.
    pub name: String,
    /// When, where that is known.
    pub date: Option<DateWords>,
    /// At what time, as `14:00`.
    pub time: Option<String>,
    /// Where.
    pub place: String,
    /// Anything to add.
    pub note: String,
}

/// What the programme calls things; empty for the usual word (C29).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWords {
    /// For mentor.
    #[serde(default)]
    pub mentor: String,
    /// For mentee.
    #[serde(default)]
    pub mentee: String,
    /// For meeting.
    #[serde(default)]
    pub meeting: String,
    /// For programme.
    #[serde(default)]
    pub programme: String,
    /// For coordinator.
    #[serde(default)]
    pub coordinator: String,
}

/// Changes to what the programme calls things; what is left out stays (C29).
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeProgrammeWords {
    /// For mentor.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mentor: Option<String>,
    /// For mentee.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mentee: Option<String>,
    /// For meeting.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meeting: Option<String>,
    /// For programme.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub programme: Option<String>,
    /// For coordinator.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub coordinator: Option<String>,
}

/// A usual word in one of its forms, and what the programme says instead (C29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnForm {
    /// As the catalogues have it: `mentor`, `Mentors`, `a mentor`.
    pub usual: String,
    /// What stands there instead: `coach`, `Coaches`, `an adviser`.
    pub own: String,
}

/// The programme's own words in every form that a sentence needs (C29). Whole words are replaced, the
/// longest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwnWords {
    /// Whose.
    pub relationship: RelationshipId,
    /// The forms; none where every word is the usual one.
    pub forms: Vec<OwnForm>,
}

/// The largest picture file that is taken, in bytes.
pub const LARGEST_PICTURE: usize = 2_000_000;

/// The logo, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogoView {
    /// PNG in base64.
    pub png: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What it shows, in words.
    pub words: String,
}

/// The whole programme.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgrammeView {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Its name, or nothing.
    pub name: String,
    /// Its e-mail address, or nothing (R159).
    pub email: String,
    /// Its web page, or nothing.
    pub web: String,
    /// Its phone number, or nothing.
    pub phone: String,
    /// What it calls things.
    pub words: ProgrammeWords,
    /// Its people and addresses in order.
    pub contacts: Vec<ProgrammeContactView>,
    /// Its events by date.
    pub events: Vec<ProgrammeEventView>,
    /// Its logo.
    pub logo: Option<LogoView>,
    /// The entry that was just added.
    pub id: Option<String>,
}

/// Changes to the programme; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeProgramme {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Its name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// Its e-mail address.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
    /// Its web page.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub web: Option<String>,
    /// Its phone number.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// What it calls things; an empty word brings the usual one back.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub words: Option<ChangeProgrammeWords>,
}

/// A new person or address of the programme.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewProgrammeContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is.
    pub kind: ProgrammeContactKind,
    /// Name.
    pub name: String,
    /// E-mail address, or nothing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
    /// Phone number, or nothing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// Changes to a person or an address of the programme; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeProgrammeContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which entry.
    pub contact: ProgrammeContactId,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<ProgrammeContactKind>,
    /// Name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// E-mail address.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
    /// Phone number.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// One person or address of the programme.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichProgrammeContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which entry.
    pub contact: ProgrammeContactId,
}

/// A new event of the programme.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewProgrammeEvent {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What it is.
    pub name: String,
    /// The day, as `2026-11-26`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The time, as `14:00`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// Where.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// Changes to an event; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeProgrammeEvent {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which event.
    pub event: ProgrammeEventId,
    /// What it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// The day; empty for not known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The time; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// Where.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// Anything to add.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// One event.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichProgrammeEvent {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which event.
    pub event: ProgrammeEventId,
}

/// A picture to be the programme's logo (R58).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetLogo {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// A PNG or JPEG file in base64, at most 2 MB.
    pub picture: String,
    /// What it shows, in words; "Logo of …" when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub words: Option<String>,
}
