//! How the two come together: matched by a programme, by a request, or by themselves (R1, R2, R131).

use super::closing::LetterDraft;
use super::contact::Suits;
use super::relationship::DateWords;
use crate::domain::ids::RelationshipId;
use crate::domain::intake::{RequestChoice, RequestState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the two come together (R131, C17).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeKind {
    /// A programme matches them and sends the connection e-mail.
    #[default]
    Matched,
    /// The mentee asks a mentor, who accepts or declines.
    Request,
    /// They found each other.
    SelfArranged,
}

impl IntakeKind {
    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::Request => "request",
            Self::SelfArranged => "self_arranged",
        }
    }

    /// The kind with this word; matched where nothing was said.
    pub fn from_key(key: &str) -> Self {
        [Self::Request, Self::SelfArranged]
            .into_iter()
            .find(|kind| kind.key() == key)
            .unwrap_or_default()
    }
}

/// What the mentor answered to a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestReply {
    /// Nothing yet.
    #[default]
    Open,
    /// Yes: that day is the connection date (C17).
    Accepted,
    /// No; no reason is needed.
    Declined,
}

impl RequestReply {
    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }

    /// The answer with this word; open where nothing was said.
    pub fn from_key(key: &str) -> Self {
        [Self::Accepted, Self::Declined]
            .into_iter()
            .find(|reply| reply.key() == key)
            .unwrap_or_default()
    }
}

/// The next meeting, fixed before the two part (R1).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFirstMeeting {
    /// The day, as `2026-11-26`.
    pub on: String,
    /// The time in the owner's zone, as `14:00`.
    pub at: String,
    /// How: face to face, a video call, by phone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
}

/// How the two come together, as it is said when a relationship is set up.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewIntake {
    /// Which way.
    pub kind: IntakeKind,
    /// Whether both are at the induction now (R1).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub together: Option<bool>,
    /// The next meeting, where they are.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meeting: Option<NewFirstMeeting>,
    /// They are, and leave the next meeting for later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub skip_meeting: Option<bool>,
    /// When the mentor was asked, as `2026-11-26`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_on: Option<String>,
    /// What the mentor was asked.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub message: Option<String>,
}

/// Changes to how the two came together; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeIntake {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which way.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<IntakeKind>,
    /// When the mentor was asked.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_on: Option<String>,
    /// What the mentor was asked.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub message: Option<String>,
}

/// The mentor's answer to a request.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReplyToRequest {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The answer.
    pub reply: RequestReply,
    /// When it came, as `2026-11-26`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Why, where the mentor said so.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// The first meeting of a relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetFirstMeeting {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The meeting; null leaves it for later.
    pub meeting: Option<NewFirstMeeting>,
}

/// What the mentee does about a request that lapsed or was declined (R132).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseAfterRequest {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// What.
    pub choice: RequestChoice,
    /// The day, as `2026-02-20`; today when left out. Asking again gives ten days from this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// What follows from the choice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RequestChosen {
    /// How the two stand now.
    pub intake: IntakeView,
    /// What to do next, in a sentence.
    pub next: String,
    /// A letter to the office, where it is told: names and dates only (C23).
    pub draft: Option<LetterDraft>,
}

/// A choice that is offered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OfferedChoice {
    /// Which.
    pub choice: RequestChoice,
    /// What it is called.
    pub words: String,
}

/// How the two came together.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IntakeView {
    /// Which way.
    pub kind: IntakeKind,
    /// Whether both were at the induction; none where that was not said.
    pub together: Option<bool>,
    /// When the mentor was asked.
    pub asked_on: Option<DateWords>,
    /// By when the mentor answers: ten days later (R132).
    pub reply_by: Option<DateWords>,
    /// What the mentor was asked.
    pub message: String,
    /// What the mentor answered.
    pub reply: RequestReply,
    /// When.
    pub replied_on: Option<DateWords>,
    /// Why, where that was said.
    pub reason: String,
    /// How the request stands today.
    pub state: RequestState,
    /// What the mentee can do, once ten days have gone by or the mentor has declined (R132).
    pub choices: Vec<OfferedChoice>,
    /// When the mentee decided to ask somebody else, or told the office.
    pub chosen_on: Option<DateWords>,
}

/// The meeting that the two fixed at the induction (R1).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FirstMeetingView {
    /// The day, in the zone in which it was fixed.
    pub date: DateWords,
    /// The time there, as `14:00`.
    pub time: String,
    /// That zone.
    pub zone: String,
    /// How.
    pub method: String,
    /// Where.
    pub place: String,
    /// The time on each person's wall, and what they say of it (R12, R92).
    pub people: Vec<Suits>,
}

/// Where the two stand in the first fourteen days (R3 to R9).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FirstContact {
    /// Days since the connection e-mail.
    #[ts(type = "number")]
    pub day: i64,
    /// The same in words: `Day 0 of 14`.
    pub words: String,
    /// Whose turn it is, and until when.
    pub turn: String,
    /// Until when.
    pub until: DateWords,
}
