//! The contact log and what follows from it: who is waiting for whom, how long it has been quiet, and telling the
//! programme (R2 to R9, R16, R18, R19, R38 to R40, R56, R57).

use super::relationship::DateWords;
use crate::domain::contact::ChannelKind;
use crate::domain::escalation::{About, Mishap, Outcome};
use crate::domain::ids::{ContactId, RelationshipId, SessionId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which way a contact went, seen from the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the owner to the other person.
    #[serde(alias = "outgoing", alias = "sent")]
    Out,
    /// From the other person to the owner.
    #[serde(alias = "incoming", alias = "received")]
    In,
}

/// A contact that took place (R18).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// `out` from the owner, `in` from the other person. A coordinator says `from` instead.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub direction: Option<Direction>,
    /// Who reached out, in place of `direction`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<Side>,
    /// By which way; when left out, the first way that the one who was reached named in the contact plan, else e-mail.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub channel: Option<ChannelKind>,
    /// On which day, as `2026-11-26`; today when left out. Not in the future.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// At which time by the owner's clock, as `14:00`; now when both day and time are left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// One line about it; both can see it, the programme never does.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Whether it wants an answer: if none is logged, the one who wrote is asked after the agreed days (R38).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub needs_reply: Option<bool>,
    /// A meeting that the two agreed on in it: it becomes a session.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<AgreedSession>,
}

/// A meeting that the two agreed on in a contact.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreedSession {
    /// The day, as `2026-11-26`.
    pub on: String,
    /// The time by the owner's clock, as `14:00`.
    pub at: String,
    /// How long, in minutes; as agreed for all when left out, else 60.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// How: face to face, a video call, by phone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link; as agreed for all when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// What it is about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
}

/// Changes to a contact that was written down; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which contact.
    pub contact: ContactId,
    /// `out` from the owner, `in` from the other person.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub direction: Option<Direction>,
    /// Who reached out, in place of `direction`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<Side>,
    /// By which way.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub channel: Option<ChannelKind>,
    /// On which day, as `2026-11-26`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// At which time, as `14:00`; an empty text takes the time away.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// One line about it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Whether it wants an answer; false when none is expected any more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub needs_reply: Option<bool>,
}

/// One contact that was written down.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichContact {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which contact.
    pub contact: ContactId,
}

/// Weeks or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AwayUnit")]
pub enum AwayUnit {
    /// Seven days each.
    #[serde(alias = "week")]
    Weeks,
    /// Calendar months.
    #[serde(alias = "month")]
    Months,
}

/// "All fine for now" (R19): no help is needed, and when the sender will be in touch again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SayAllFine {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In how many weeks or months.
    pub count: u32,
    /// Weeks or months.
    pub unit: AwayUnit,
    /// The message, as it was sent; the suggested one when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// By which way; as in `contact.log`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub channel: Option<ChannelKind>,
    /// Who says so: `out` (when left out) is the owner, `in` the other person, whose message is written down here.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub direction: Option<Direction>,
    /// On which day it was said, as `2026-11-26`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// What a message for "All fine for now" would say.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryAllFine {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// In how many weeks or months.
    pub count: u32,
    /// Weeks or months.
    pub unit: AwayUnit,
}

/// The message, and the day on which the sender will be in touch again.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllFineDraft {
    /// The day.
    pub back_on: DateWords,
    /// The message, to be changed and sent.
    pub message: MessageDraft,
}

/// A message to be read, changed and sent by the person, in their own mail program or another way (B2).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageDraft {
    /// The e-mail address it goes to; empty where none is known.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// A message to begin from (R4, R5, R16, R56).
#[derive(Debug, Clone, Serialize, TS)]
pub struct StarterView {
    /// `first`, `check_in`, `encouragement` or `refocus`.
    pub key: String,
    /// What it is for.
    pub title: String,
    /// When it helps.
    pub about: String,
    /// The message.
    pub message: MessageDraft,
}

/// A contact that was written down.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LoggedContact {
    /// Id.
    pub id: ContactId,
    /// Which way it went, seen from the owner; none for a coordinator.
    pub direction: Option<Direction>,
    /// Who reached out.
    pub from: Side,
    /// By which way.
    pub channel: ChannelKind,
    /// The same in words.
    pub channel_name: String,
    /// The day.
    pub on: DateWords,
    /// The time, as `14:00`, where it is known.
    pub at: Option<String>,
    /// One line about it; empty for a coordinator, who sees dates only.
    pub note: String,
    /// Whether it wants an answer.
    pub needs_reply: bool,
    /// Whether it wants one and has none.
    pub waiting: bool,
    /// Whether it said that all is fine for now.
    pub all_fine: bool,
    /// The session that was agreed in it.
    pub session: Option<SessionId>,
    /// `Priya wrote, e-mail`.
    pub words: String,
}

/// Where the two stand on the way to being in touch (R2 to R9).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactStateView {
    /// `not_connected`, `mentees_turn`, `either_turn`, `waiting_for_mentor`, `waiting_for_mentee`, `overdue` or
    /// `in_touch`.
    pub state: String,
    /// `early`, `green`, `amber` or `red` (R9).
    pub flag: String,
    /// Days since the connection e-mail; none before it came.
    #[ts(type = "number | null")]
    pub day: Option<i64>,
    /// Since when the two are in touch both ways.
    pub in_touch_on: Option<DateWords>,
    /// The state in one sentence, to the owner.
    pub words: String,
    /// The last contact in either direction, or the last meeting that was held (R18).
    pub last: Option<DateWords>,
    /// The same in words.
    pub last_words: String,
}

/// The way to check that the two agreed on (R40), and what the other person said of reminders (R14).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mechanism {
    /// The channel; empty where none was agreed.
    pub channel: String,
    /// The words, to be copied.
    pub text: String,
    /// "If Tomasz has not replied after 3 days, please send a text message." Empty where that was not said.
    pub nudge: String,
}

/// A message without an answer (R38).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotHeardBack {
    /// The message.
    pub contact: ContactId,
    /// Who waits.
    pub from: Side,
    /// When it was sent.
    pub sent_on: DateWords,
    /// The day on which the one who wrote asks again: the agreed days or the promised turn-around, whichever is
    /// longer (C34).
    pub ask_on: DateWords,
    /// Whether that day has come.
    pub due: bool,
    /// In one sentence.
    pub words: String,
    /// What the two agreed to do then.
    pub mechanism: Mechanism,
}

/// How long it has been quiet (R39).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuietView {
    /// `running`, `paused`, `hidden` (a confirmed session lies within seven days) or `ringing`.
    pub state: String,
    /// Days without contact, not counting a pause.
    #[ts(type = "number")]
    pub days: i64,
    /// After how many weeks both are asked.
    pub weeks: u32,
    /// When that is, if nothing happens before.
    pub rings_on: DateWords,
    /// In one sentence.
    pub words: String,
    /// What the two agreed to do then.
    pub mechanism: Mechanism,
}

/// "All fine for now", as long as it runs or its day has come (R19).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllFineView {
    /// The contact in which it was said.
    pub contact: ContactId,
    /// Who said so.
    pub from: Side,
    /// When.
    pub said_on: DateWords,
    /// When that person will be in touch again.
    pub back_on: DateWords,
    /// Whether it still runs.
    pub runs: bool,
    /// Whether its day has come and nothing was heard since.
    pub due: bool,
    /// In one sentence.
    pub words: String,
}

/// One of the four simple mishaps (R8).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MishapView {
    /// Which.
    pub mishap: Mishap,
    /// A question to the owner.
    pub label: String,
    /// Whether it was looked at.
    pub done: bool,
}

/// Telling the programme (R6, R7, R57).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EscalationView {
    /// About what.
    pub about: About,
    /// What it is called.
    pub title: String,
    /// Why, in one or two sentences.
    pub words: String,
    /// From which day on it waits for the owner; earlier use is allowed (C5).
    pub due_on: Option<DateWords>,
    /// Whether it waits for the owner now.
    pub due: bool,
    /// Whether telling the programme is a duty, as it is for the mentor (R7).
    pub duty: bool,
    /// The four simple mishaps, to be looked at first (R8).
    pub mishaps: Vec<MishapView>,
    /// The message to the programme: names, dates, attempts and what was looked at, nothing else (C23).
    pub draft: MessageDraft,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// When.
    pub ended_on: Option<DateWords>,
    /// Why there was no need.
    pub reason: String,
}

/// The contact log with all that follows from it today.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactLogView {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Both names.
    pub title: String,
    /// Where the two stand.
    pub contact: ContactStateView,
    /// How long it has been quiet; none before the first contact.
    pub quiet: Option<QuietView>,
    /// Messages without an answer, the oldest first.
    pub not_heard_back: Vec<NotHeardBack>,
    /// "All fine for now".
    pub all_fine: Option<AllFineView>,
    /// What can be told to the programme, and what was.
    pub escalations: Vec<EscalationView>,
    /// Messages to begin from.
    pub starters: Vec<StarterView>,
    /// What was written down, the newest first.
    pub contacts: Vec<LoggedContact>,
    /// The contact that was just written down.
    pub id: Option<ContactId>,
}

/// One escalation of the owner.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichEscalation {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// About what; about the first contact when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub about: Option<About>,
}

/// One of the four simple mishaps, looked at or not (R8).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TickMishap {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// About what; about the first contact when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub about: Option<About>,
    /// Which.
    pub mishap: Mishap,
    /// Whether it was looked at; yes when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub done: Option<bool>,
}

/// How telling the programme ended (R7).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseEscalation {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// About what; about the first contact when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub about: Option<About>,
    /// The programme was told, or there was no need; null opens it again.
    pub outcome: Option<Outcome>,
    /// Why there was no need; asked for then.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// On which day, as `2026-11-26`; today when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// One pair in the coordinator's figure (R9): states and dates, never a note.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PairInTouch {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Both names.
    pub title: String,
    /// Where the two stand.
    pub contact: ContactStateView,
}

/// How many pairs are in touch (R9).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InTouchFigure {
    /// Pairs that the owner looks after and that are connected.
    pub connected: u32,
    /// Of these, in touch both ways by the end of day 14.
    pub in_time: u32,
    /// In touch, but later or since a day that is not known.
    pub later: u32,
    /// Not in touch yet, up to day 14.
    pub under_way: u32,
    /// Not in touch after day 14.
    pub overdue: u32,
    /// In words: `In touch by day 14: 12 of 14 pairs.`
    pub words: String,
    /// The pairs, those without contact first.
    pub pairs: Vec<PairInTouch>,
}
