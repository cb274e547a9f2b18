//! Sessions: planned, moved, held, and what is counted of them (R20, R21, R90, R92, R110, R129).

use super::relationship::DateWords;
use super::session_plan::{Contingency, PaceTalk, ProposalView};
use crate::domain::ids::{ProposalId, RelationshipId, SeriesId, SessionId};
use crate::domain::session::{Kind, Stage, StreakLevel};
use crate::domain::side::Side;
use crate::domain::week::Mark;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new session, or one that was held before it was written down.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day, as `2026-03-25`.
    pub on: String,
    /// The time, as `14:00`.
    pub at: String,
    /// On whose clock; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// On the clocks of this IANA zone instead.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub zone: Option<String>,
    /// How long it is planned to be, in minutes; as agreed when left out, else 60.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// What it is for; when left out, the first of all is the first meeting and the others are regular.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<Kind>,
    /// How: face to face, a video call, by phone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// What it is about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
    /// What became of it; `confirmed` when left out, or `held` where `heldMinutes` is given. One that was held is
    /// written down with its real day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<Stage>,
    /// How long it really was, in minutes, for one that was held; as planned when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub held_minutes: Option<u32>,
    /// Who proposes it; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub proposed_by: Option<Side>,
}

/// A session.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
}

/// Changes to a session; what is left out stays. Putting day and time right here is no move: nobody asked for it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// What it is for.
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
    /// How long it is planned to be, in minutes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// How long it really was, in minutes, where it was held.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub held_minutes: Option<u32>,
    /// The right day, where it was written down wrongly.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The right time in the session's zone, where it was written down wrongly.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
}

/// A session that was held.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// How long it really was, in minutes; as planned when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
}

/// Proposed sessions that go into both diaries: one, or all of a series.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSessions {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// Or which series.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub series: Option<SeriesId>,
}

/// A session that is called off. The line in the ledger says who asked and how long before (R20, R21).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// Who asked; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_by: Option<Side>,
    /// On which day that was asked, as `2026-06-12`; now when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_on: Option<String>,
    /// At what time, as `10:00`, where it is known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_at: Option<String>,
    /// Why, where that was said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// Whether one of the two would have travelled, so that more notice is owed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub travel: Option<bool>,
}

/// A session that gets another time. The line in the ledger says who asked and how long before (R20, R21).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveSession {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// The new day, as `2026-06-18`; the same day when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// The new time, as `15:00`; the same time when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// On whose clock day and time are told; on that of the session's own zone when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Another length, in minutes; the same when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// Who asked; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_by: Option<Side>,
    /// On which day that was asked, as `2026-06-12`; now when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_on: Option<String>,
    /// At what time, as `10:00`, where it is known.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked_at: Option<String>,
    /// Why, where that was said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// Whether one of the two would have travelled, so that more notice is owed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub travel: Option<bool>,
}

/// When a session begins for one of the two (R92), and what they say of the time (R12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionTime {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// Their IANA zone.
    pub zone: String,
    /// The day there.
    pub date: DateWords,
    /// What a clock there shows, as `10:00`.
    pub time: String,
    /// What this person says of the time.
    pub mark: Option<Mark>,
    /// A warning, where it is a time to avoid or for urgent matters only (R12). It never blocks.
    pub warning: Option<String>,
}

/// The notice given of a move or a cancellation (R21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeNotice")]
pub struct Notice {
    /// Calendar days between the day of asking and the day of the session; negative after it.
    #[ts(type = "number")]
    pub days: i64,
    /// Whole hours; days times 24 where the time of asking is not known.
    #[ts(type = "number")]
    pub hours: i64,
    /// In words: `5 days`, `1 day (20 hours)`, `3 hours`.
    pub words: String,
    /// Hours that the two owe each other.
    pub owed_hours: u32,
    /// Whether that much was given.
    pub enough: bool,
}

/// What a line of the ledger tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SessionChangeKind")]
pub enum ChangeKind {
    /// The session got another time.
    Moved,
    /// The session was called off.
    Cancelled,
}

/// A line of the ledger (R20, R21).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerLine {
    /// Which session.
    pub session: SessionId,
    /// What happened.
    pub kind: ChangeKind,
    /// Who asked.
    pub side: Side,
    /// By name.
    pub name: String,
    /// When that was asked.
    pub asked: DateWords,
    /// For when the session was planned until then.
    pub was: DateWords,
    /// At what time, as `14:00`.
    pub was_at: String,
    /// Where it was moved to.
    pub now: Option<DateWords>,
    /// At what time.
    pub now_at: Option<String>,
    /// The notice given.
    pub notice: Notice,
    /// Why, where that was said.
    pub reason: String,
    /// Two new times that whoever cancelled owes; nothing for a move, or where the two agreed to leave it out.
    pub new_times: Option<NewTimes>,
    /// All of it in a sentence.
    pub words: String,
}

/// New times that are owed for a session that was called off.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NewTimes {
    /// By when: the third working day after the day of asking.
    pub by: DateWords,
    /// Whether times were proposed for it since.
    pub done: bool,
    /// In words.
    pub words: String,
}

/// How often somebody moved or cancelled (R20); both see it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerCount {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// Moves they asked for.
    pub moves: u32,
    /// Sessions they called off.
    pub cancellations: u32,
    /// How many of both came with less notice than owed.
    pub short_notice: u32,
    /// In words: `Daniel Ferreira: 1 move, no cancellations`.
    pub words: String,
}

/// The ledger of moves and cancellations.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Ledger {
    /// The newest first.
    pub lines: Vec<LedgerLine>,
    /// The mentee and the mentor.
    pub counts: Vec<LedgerCount>,
}

/// A session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Id.
    pub id: SessionId,
    /// Its place among the sessions that were not cancelled, from 1.
    pub number: Option<u32>,
    /// What it is for.
    pub kind: Kind,
    /// That in words.
    pub kind_name: String,
    /// What became of it.
    pub state: Stage,
    /// That in words.
    pub state_name: String,
    /// The day in its own zone, as `2026-03-25`.
    pub on: String,
    /// The time in its own zone, as `14:00`.
    pub at: String,
    /// Its own IANA zone: that of the one who proposed it.
    pub zone: String,
    /// The day in its own zone, in words.
    pub date: DateWords,
    /// The instant, as `2026-03-25T14:00:00Z`.
    pub utc: String,
    /// When that is for the mentee and for the mentor (R92), and how it suits them (R12).
    pub people: Vec<SessionTime>,
    /// Length as planned, in minutes.
    pub minutes: u32,
    /// How long it was, in minutes, once it was held.
    pub held_minutes: Option<u32>,
    /// How.
    pub method: String,
    /// Where, or the link.
    pub place: String,
    /// What it is about.
    pub topic: String,
    /// What it was booked with.
    pub series: Option<SeriesId>,
    /// Who proposed it.
    pub proposed_by: Option<Side>,
    /// How often it was moved (R20).
    pub moves: u32,
    /// How often a calendar had to be told of a change.
    pub sequence: u32,
    /// Whether it is over.
    pub past: bool,
    /// Whether it is over and nobody has said yet what became of it.
    pub untold: bool,
    /// What to think about, in sentences: times to avoid, moves (R12, R20). Nothing here blocks.
    pub warnings: Vec<String>,
}

/// The next session at a glance.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextSession {
    /// Which.
    pub id: SessionId,
    /// The owner's day.
    pub date: DateWords,
    /// On the owner's clock, as `14:00`.
    pub time: String,
    /// What it is for, in words.
    pub kind_name: String,
}

/// How many sessions in a row were cancelled or missed (R110).
#[derive(Debug, Clone, Serialize, TS)]
pub struct StreakView {
    /// How many, up to now.
    pub count: u32,
    /// The most there ever were in a row.
    pub longest: u32,
    /// How serious that is.
    pub level: StreakLevel,
    /// What to say of it; nothing below two.
    pub words: Option<String>,
}

/// The minutes of two who meet less often than every thirty days, over one turn of their rhythm (R129, C21).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeterInRhythm {
    /// How many days one turn has: 42 for every six weeks.
    pub days: u32,
    /// Minutes held in so many days, today among them.
    pub minutes: u32,
    /// What that comes to in thirty days.
    pub comes_to: u32,
    /// In words.
    pub words: String,
}

/// Minutes held in the last thirty days against sixty (R129).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Meter {
    /// Minutes held.
    pub minutes: u32,
    /// Minutes that a mentor commits to.
    pub target: u32,
    /// The first of the thirty days.
    pub since: DateWords,
    /// What the agreed pattern comes to in a month, in minutes (R141).
    pub agreed: Option<u32>,
    /// The same over one turn of the agreed rhythm, where that is longer than thirty days.
    pub rhythm: Option<MeterInRhythm>,
    /// Whether the target is reached: in the thirty days, or by what a turn of a longer rhythm comes to.
    pub reached: bool,
    /// In words.
    pub words: String,
}

/// The sessions of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sessions {
    /// All of them, in the order of the times they are planned for.
    pub sessions: Vec<SessionView>,
    /// The one that was just written down.
    pub id: Option<SessionId>,
    /// The next one that is still to be held.
    pub next: Option<SessionId>,
    /// Those that are over and of which nobody has said yet what became of them.
    pub untold: Vec<SessionId>,
    /// How many are still to be held before the relationship ends (R25).
    pub left: u32,
    /// How many were held.
    pub held: u32,
    /// How many minutes they took together.
    pub held_minutes: u32,
    /// That in hours: `10 h`, `7 h 30 min`.
    pub held_words: String,
    /// The day of the first session held, from which the partnership counts (C11).
    pub partnership_start: Option<DateWords>,
    /// How many were cancelled or missed in a row.
    pub streak: StreakView,
    /// The commitment meter.
    pub meter: Meter,
    /// Moves and cancellations.
    pub ledger: Ledger,
    /// Times to choose from (R142), the newest first.
    pub proposals: Vec<ProposalView>,
    /// Talks about the pace (R130), the newest first.
    pub pace: Vec<PaceTalk>,
    /// The series that was just booked.
    pub series: Option<SeriesId>,
    /// The proposal that was just made.
    pub proposal: Option<ProposalId>,
    /// What the two agreed for the session that was just moved or cancelled (R70).
    pub contingency: Option<Contingency>,
}
