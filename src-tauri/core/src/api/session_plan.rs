//! Planning sessions: the pattern, a series, times to choose from, what was agreed for a change, the pace, and calendar
//! files (R30, R70, R90, R130, R141 to R143).

use super::relationship::DateWords;
use super::session::{Notice, SessionTime};
use crate::domain::ids::{PaceTalkId, ProposalId, RelationshipId, SeriesId, SessionId};
use crate::domain::session::{Kind, Stage};
use crate::domain::side::Side;
use crate::domain::terms::Unit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The pattern of meetings by its four questions (R90); what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPattern {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// How often and how long, as a preset: `monthly_60`, `fortnightly_30` or `six_weeks_90` (R141); or `own`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub cadence: Option<String>,
    /// Own: how many units lie between two meetings.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub count: Option<u32>,
    /// Own: the unit.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<Unit>,
    /// Own: how long a meeting is, in minutes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// When, in words: `Wednesdays at 14:00`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub when: Option<String>,
    /// Where.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
}

/// A pattern that is offered (R141).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PatternPreset {
    /// Its key.
    pub cadence: String,
    /// In words: `Once a month, an hour`.
    pub words: String,
    /// How many units lie between two meetings.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
    /// Length of a meeting, in minutes.
    pub minutes: u32,
    /// What it comes to in a month, in minutes.
    pub minutes_a_month: u32,
}

/// How the two meet, as agreed (R30, R90).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PatternView {
    /// The preset's key, `own`, or nothing yet.
    pub cadence: Option<String>,
    /// How many units lie between two meetings.
    pub count: Option<u32>,
    /// The unit.
    pub unit: Option<Unit>,
    /// Length of a meeting, in minutes.
    pub minutes: Option<u32>,
    /// What it comes to in a month, in minutes.
    pub minutes_a_month: Option<u32>,
    /// In words: `90 minutes every 6 weeks`.
    pub words: Option<String>,
    /// When, in words.
    pub when: String,
    /// Where.
    pub place: String,
    /// Why the timing might change, as the two wrote it down (R31).
    pub why_change: Option<String>,
    /// The three presets.
    pub presets: Vec<PatternPreset>,
}

/// A series of sessions (R143).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSeries {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day of the first one, as `2026-03-25`.
    pub from: String,
    /// The time of all of them, as `14:00`; it stays what the clock shows when the clocks change.
    pub at: String,
    /// How many, up to 100.
    pub times: u32,
    /// How many units lie between two; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub count: Option<u32>,
    /// The unit; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<Unit>,
    /// With months: on the same weekday of the month instead of the same day of the month.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub by_weekday: Option<bool>,
    /// How long each is, in minutes; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// Who proposes it, on whose clock; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub proposed_by: Option<Side>,
    /// On the clocks of this IANA zone instead.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub zone: Option<String>,
    /// How.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// `confirmed` when left out; `proposed` where the other person still has to accept, by session.confirm.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<Stage>,
}

/// One time of a series.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SeriesTime {
    /// The day, in words.
    pub date: DateWords,
    /// The instant, as `2026-03-25T14:00:00Z`.
    pub utc: String,
    /// When that is for the mentee and for the mentor (R92).
    pub people: Vec<SessionTime>,
    /// What to think about (R12): times to avoid, days on which people do not work. Nothing here blocks.
    pub warnings: Vec<String>,
}

/// What a series would be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SeriesPreview {
    /// Its times.
    pub times: Vec<SeriesTime>,
    /// In words: `7 sessions of 90 minutes, every 6 weeks`.
    pub words: String,
}

/// A time that is proposed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSlot {
    /// The day, as `2026-03-25`.
    pub on: String,
    /// The time, as `14:00`.
    pub at: String,
}

/// Up to three times that one proposes and the other chooses from (R142).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewProposal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The times: one, two or three.
    pub slots: Vec<NewSlot>,
    /// Who proposes them, on whose clock; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub proposed_by: Option<Side>,
    /// The session that is to get one of these times; a new session when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// How long, in minutes; as that session, else as agreed, when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// What it is for; regular when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<Kind>,
    /// How.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// What it is about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
}

/// A proposal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichProposal {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which proposal.
    pub proposal: ProposalId,
}

/// The time that the other person chose.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseSlot {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which proposal.
    pub proposal: ProposalId,
    /// Which of its times, from 1.
    pub slot: u32,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// The other person has not chosen yet.
    Open,
    /// One of the times was chosen.
    Chosen,
    /// None of them fits.
    NoneFits,
    /// Taken back.
    Withdrawn,
}

/// Up to three times to choose from (R142).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalView {
    /// Id.
    pub id: ProposalId,
    /// Who proposes.
    pub side: Side,
    /// By name.
    pub name: String,
    /// When it was made.
    pub made: DateWords,
    /// The session that is to get one of these times.
    pub session: Option<SessionId>,
    /// The times, each on both clocks.
    pub slots: Vec<SeriesTime>,
    /// Length, in minutes.
    pub minutes: u32,
    /// What became of it.
    pub state: ProposalState,
    /// Which time was chosen, from 1.
    pub chosen: Option<u32>,
}

/// What can be done where a session cannot be as planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContingencyKind {
    /// Find a new date.
    Move,
    /// A short call at the same time instead.
    Call,
    /// Leave it out, and meet at the next date.
    Skip,
}

/// One way out, and whether it is the agreed one (R70).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContingencyOffer {
    /// What.
    pub kind: ContingencyKind,
    /// In words.
    pub words: String,
    /// Whether the two agreed on it.
    pub agreed: bool,
    /// By when, where the two agreed on a number of days.
    pub until: Option<DateWords>,
}

/// What the two agreed for a session that cannot be as planned (R70), and what a change would mean now (R20, R21).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Contingency {
    /// Which session.
    pub session: SessionId,
    /// What was agreed, in a sentence; nothing where nothing was.
    pub agreed: Option<String>,
    /// The ways out, the agreed one first.
    pub offers: Vec<ContingencyOffer>,
    /// The notice that would be given now, or that was given last.
    pub notice: Notice,
    /// How often it was moved already.
    pub moves: u32,
    /// What to think about before moving it once more (R20).
    pub warning: Option<String>,
    /// By when whoever cancels proposes two new times: three working days from the day of asking.
    pub new_times_by: DateWords,
}

/// Somebody says that the pace cannot be kept, and which one could (R130).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TellPace {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who says so; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// When the two talked about it, as `2026-06-12`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// What was said, where the two want to keep it. Both see it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// The proposed pattern: `monthly_60`, `fortnightly_30`, `six_weeks_90` or `own`.
    pub cadence: String,
    /// Own: how many units lie between two meetings.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub count: Option<u32>,
    /// Own: the unit.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<Unit>,
    /// Own: how long a meeting is, in minutes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
}

/// What came of a talk about the pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaceAnswer {
    /// The two take the proposed pattern, and the agreement says so.
    Agreed,
    /// They keep theirs.
    Kept,
}

/// What the two decided about the pace.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerPace {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which talk.
    pub talk: PaceTalkId,
    /// What they decided.
    pub answer: PaceAnswer,
}

/// A talk about the pace (R130).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaceTalk {
    /// Id.
    pub id: PaceTalkId,
    /// Who said that the pace cannot be kept.
    pub side: Side,
    /// By name.
    pub name: String,
    /// When.
    pub on: DateWords,
    /// What was said.
    pub note: String,
    /// The proposed pattern, in words.
    pub pattern: String,
    /// What they decided; nothing yet.
    pub answer: Option<PaceAnswer>,
}

/// Which sessions go into a calendar file; all of them where none are named.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarOf {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// One session: cancelled, the file takes it out of the calendar.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// The sessions of a series.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub series: Option<SeriesId>,
}

/// A calendar file (.ics).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarFile {
    /// A name to suggest, with its ending.
    pub name: String,
    /// What stands in the file.
    pub text: String,
    /// How many entries it has.
    pub entries: u32,
}
