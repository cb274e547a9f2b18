//! What is for mentors alone: prompt cards and the private self-check (R152 to R155). Nothing of it is ever
//! shared, printed or exported to the other person.

use super::relationship::DateWords;
use crate::domain::ids::{RelationshipId, SelfCheckId, SessionId};
use crate::domain::self_check::Trend;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A prompt card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MentorCard {
    /// Its name.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What to ask.
    pub text: String,
}

/// The prompt cards (R152).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MentorCards {
    /// Who sees them.
    pub note: String,
    /// The cards.
    pub cards: Vec<MentorCard>,
}

/// A self-check after a meeting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSelfCheck {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which self-check, to change it; a new one when left out, or that of the session.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub check: Option<SelfCheckId>,
    /// The session it is about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// The day of the meeting, as `2026-05-06`; that of the session when left out, else today.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Numbers of the pitfalls that happened, from 1 to 8; what is there stays when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub pitfalls: Option<Vec<u32>>,
    /// How much of the time the mentor talked, in percent from 0 to 100.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub talk_share: Option<u32>,
    /// What the mentor answers to the question of the open mind (R153).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reflection: Option<String>,
}

/// One self-check.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSelfCheck {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which self-check.
    pub check: SelfCheckId,
}

/// One of the eight pitfalls.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PitfallView {
    /// 1 to 8.
    pub number: u32,
    /// What happened.
    pub title: String,
    /// How often it was ticked in the older half of the checks.
    pub before: u32,
    /// How often in the newer half.
    pub lately: u32,
}

/// A self-check.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SelfCheckView {
    /// Its id.
    pub id: SelfCheckId,
    /// The day of the meeting.
    pub on: DateWords,
    /// The session, where it is about one.
    pub session: Option<SessionId>,
    /// The numbers of the pitfalls.
    pub pitfalls: Vec<u32>,
    /// The talk share in percent.
    pub talk_share: Option<u32>,
    /// What was answered to the question of the open mind.
    pub reflection: String,
}

/// The self-checks of a mentor with where they are going.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SelfChecks {
    /// Who sees them.
    pub note: String,
    /// The question of the slider (R155).
    pub talk_question: String,
    /// The question of the open mind (R153).
    pub reflection_question: String,
    /// The eight pitfalls in order, with how often each was ticked.
    pub pitfalls: Vec<PitfallView>,
    /// The checks, the newest first.
    pub checks: Vec<SelfCheckView>,
    /// The mean talk share, in percent.
    pub mean: Option<u32>,
    /// Where the talk share is going; none with fewer than two.
    pub trend: Option<Trend>,
    /// That in a sentence.
    pub words: String,
    /// The one that was just kept.
    pub id: Option<SelfCheckId>,
}
