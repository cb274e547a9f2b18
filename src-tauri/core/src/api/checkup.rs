//! The 90-day check-up, and periodic check-points (R107 to R115).

use super::relationship::DateWords;
use crate::domain::checkup::{Energised, Help, Outcome, Suitability};
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::session::StreakLevel;
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the two, in one relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoLooksBack {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose form: `mentor` or `mentee`; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum YesOrNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Question 2: as the log counts it, or as the person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingsAnswer {
    /// The log's count stands.
    AsCounted,
    /// At least half of what was agreed (favourable).
    Enough,
    /// Fewer than half of what was agreed (unfavourable).
    TooFew,
}

/// Question 5: as the log counts it, or as the person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CancelledAnswer {
    /// The log's count stands.
    AsCounted,
    /// More than three in a row (unfavourable).
    Yes,
    /// Three or fewer (favourable).
    No,
}

/// Answers to the five questions; what is left out stays. Nobody else sees them before they are shared.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerCheckup {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose answers: `mentor` or `mentee`; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Question 1, how well the two suit each other: `very_good` or `good` (favourable), `fair` or `poor` (unfavourable).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub suitability: Option<Suitability>,
    /// Question 2, the meetings held. It is counted from the log; say `enough` or `too_few` only to see it otherwise.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meetings: Option<MeetingsAnswer>,
    /// Why question 2 is seen otherwise than the log counts; needed then.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meetings_reason: Option<String>,
    /// Question 3, how often a meeting gives energy: `always` or `mostly` (favourable), `rarely` or `never` (unfavourable).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub energised: Option<Energised>,
    /// Question 4, satisfied with the time: `yes` (favourable) or `no` (unfavourable).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub satisfied: Option<YesOrNo>,
    /// Question 5, more than three sessions in a row cancelled. It is counted from the log; say `yes` or `no` only to
    /// see it otherwise.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub cancelled: Option<CancelledAnswer>,
    /// Why question 5 is seen otherwise than the log counts; needed then.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub cancelled_reason: Option<String>,
}

/// An obstacle that is ticked.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TickedObstacle {
    /// Its number, from 1 to 10.
    pub number: u32,
    /// Words to it, where somebody wants to say more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub words: Option<String>,
}

/// All obstacles that one of the two ticks. What is left out of the list is not ticked.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TickObstacles {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who ticks: `mentor` or `mentee`; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// The ticked ones, like `[{"number": 6}, {"number": 9, "words": "audit until June"}]`.
    pub obstacles: Vec<TickedObstacle>,
}

/// A step of the plan that is made at a meeting about obstacles.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ObstacleTask {
    /// What is to be done.
    pub what: String,
    /// Who does it: `mentor` or `mentee`; the mentee when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// Until when, as `2026-06-30`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
}

/// A meeting about obstacles, with the plan that is made there (R114).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetAboutObstacles {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day of the meeting, as `2026-06-15`.
    pub on: String,
    /// The time, as `14:00`.
    pub at: String,
    /// How long, in minutes; as agreed when left out, else 60.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// How; face to face when left out, for pairs who work from a distance video with camera on (R128).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub method: Option<String>,
    /// Where, or the link; as agreed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// Numbers of the obstacles it is about; those that were shared when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub obstacles: Option<Vec<u32>>,
    /// Steps that are agreed already; more can be added with checkup.task.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub tasks: Option<Vec<ObstacleTask>>,
    /// The day on which the two look at the plan again; 30 days after the meeting when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub follow_up_on: Option<String>,
}

/// One more step of an obstacle plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddObstacleTask {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The meeting; the newest one when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// What is to be done.
    pub what: String,
    /// Who does it: `mentor` or `mentee`; the mentee when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owner: Option<Side>,
    /// Until when, as `2026-06-30`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due: Option<String>,
}

/// The two have looked at their obstacle plan again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FollowUpObstacles {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The meeting; the newest one when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// What became of it.
    pub outcome: String,
    /// Another day to look at it once more, as `2026-08-15`, where it is not settled yet.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub again_on: Option<String>,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupOption {
    /// The word of the API.
    pub value: String,
    /// In words.
    pub words: String,
}

/// One of the five questions with its answer and how it counts (R109).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckupLine {
    /// 1 to 5.
    pub number: u32,
    /// Its field in checkup.answer.
    pub key: String,
    /// The question.
    pub question: String,
    /// What can be chosen.
    pub options: Vec<CheckupOption>,
    /// The answer that counts; none as long as there is none.
    pub answer: Option<String>,
    /// The same in words.
    pub words: String,
    /// What the log says, in a sentence; questions 2 and 5 only.
    pub counted: Option<String>,
    /// Whether the person sees it otherwise than the log.
    pub overruled: bool,
    /// Why.
    pub reason: String,
    /// Whether it counts as unfavourable; none as long as it is open.
    pub unfavourable: Option<bool>,
    /// That in words: `favourable`, `unfavourable`, `not answered yet`.
    pub verdict: String,
}

/// One of the ten obstacles.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ObstacleView {
    /// 1 to 10.
    pub number: u32,
    /// What it is.
    pub title: String,
    /// The same in a sentence.
    pub detail: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Words to it.
    pub words: String,
}

/// A card of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckupCardKind {
    /// Nothing else is required.
    OnTrack,
    /// A talk, first of all (C15).
    Talk,
    /// Outcome A: the coordinator can help to close, and the no-fault ending stands open. Never forced.
    Coordinator,
    /// Outcome B: a meeting about the obstacles, and a plan.
    Plan,
}

/// What can be done from a card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupAction {
    /// What the button says.
    pub words: String,
    /// Where it leads.
    pub route: String,
}

/// A letter to the programme: names and dates only (C23).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupLetter {
    /// The address; empty where none is known.
    pub to: String,
    /// Who it goes to, by name.
    pub name: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// A card of an outcome, in the order in which they are shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupCard {
    /// Which.
    pub kind: CheckupCardKind,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What can be done.
    pub actions: Vec<CheckupAction>,
    /// Where to turn in the programme, a line each; for the coordinator's card.
    pub addresses: Vec<String>,
    /// A letter to the programme; for the coordinator's card.
    pub letter: Option<CheckupLetter>,
}

/// What a single obstacle brings besides.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupHelp {
    /// Which obstacle.
    pub obstacle: u32,
    /// What help.
    pub help: Help,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What can be done.
    pub action: CheckupAction,
}

/// What follows from a check-up (R109, R112, R113).
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckupOutcomeView {
    /// Which outcome.
    pub outcome: Outcome,
    /// Its cards in order: A before B.
    pub cards: Vec<CheckupCard>,
    /// What single obstacles bring besides, in their order.
    pub helps: Vec<CheckupHelp>,
}

/// The form of one person.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckupForm {
    /// Whose.
    pub side: Side,
    /// By name.
    pub name: String,
    /// The five questions in order, each with how it counts.
    pub lines: Vec<CheckupLine>,
    /// How many answers are unfavourable.
    pub unfavourable: u32,
    /// Whether all five are answered.
    pub answered: bool,
    /// The sum in a sentence.
    pub sum: String,
    /// Whether step 2 is open: three or more here, or in what the other person has shared (C16).
    pub obstacles_open: bool,
    /// The ten obstacles in order.
    pub obstacles: Vec<ObstacleView>,
    /// When the person completed it.
    pub completed: Option<DateWords>,
    /// When the person shared it.
    pub shared: Option<DateWords>,
    /// What follows from it; none before it is completed.
    pub result: Option<CheckupOutcomeView>,
}

/// A meeting about obstacles and its plan (R114).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObstaclePlanView {
    /// The session.
    pub session: SessionId,
    /// When it is, in words.
    pub when: Option<DateWords>,
    /// The obstacles it is about.
    pub obstacles: Vec<ObstacleView>,
    /// Its agenda.
    pub agenda: Vec<String>,
    /// The steps: who does what until when.
    pub tasks: Vec<ObstacleTaskView>,
    /// When the two look at it again.
    pub follow_up: Option<DateWords>,
    /// When they did.
    pub followed_up: Option<DateWords>,
    /// What became of it.
    pub outcome: String,
}

/// A step of an obstacle plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ObstacleTaskView {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: Side,
    /// By name.
    pub name: String,
    /// Until when.
    pub due: Option<DateWords>,
    /// Whether it is done.
    pub done: bool,
}

/// What is offered where sessions were cancelled again and again (R158).
#[derive(Debug, Clone, Serialize, TS)]
pub struct StreakCard {
    /// How many in a row.
    pub streak: u32,
    /// How serious that is.
    pub level: StreakLevel,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What can be done: a talk, another rhythm, and from four on ending without fault.
    pub actions: Vec<CheckupAction>,
}

/// The 90-day check-up of a relationship, as one of the two sees it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Checkup {
    /// When the partnership began (C11); none as long as nothing is known.
    pub start: Option<DateWords>,
    /// Whether that is the connection date, because no meeting was held yet.
    pub provisional: bool,
    /// When it is due: 90 days after the start.
    pub due: Option<DateWords>,
    /// The days on which it is announced.
    pub notices: Vec<DateWords>,
    /// Where it stands, in a sentence.
    pub status: String,
    /// The own form. Nobody else sees it before it is shared.
    pub own: CheckupForm,
    /// What the other person has shared; none before.
    pub other: Option<CheckupForm>,
    /// The other person's name.
    pub other_name: String,
    /// What follows from both, once both have shared (C16).
    pub together: Option<CheckupOutcomeView>,
    /// Meetings about obstacles, the newest first.
    pub plans: Vec<ObstaclePlanView>,
    /// What is offered because of cancelled sessions; none below two in a row.
    pub streak: Option<StreakCard>,
    /// Where such a meeting is best held (R128).
    pub place_tip: String,
}

/// Every which session is a check-point.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCheckPoints {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Every which session, from 1; 0 for none. Every third as long as nobody has said.
    pub every: u32,
}

/// What one of the two answers at a check-point; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerCheckPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which session.
    pub session: SessionId,
    /// Who answers: `mentor` or `mentee`; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// How well the two are working together just now.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub working: Option<String>,
    /// What has moved since the last check-point.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub progress: Option<String>,
    /// What to do differently from here.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub change: Option<String>,
}

/// What one of the two answered at a check-point.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckPointAnswers {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// Whether anything is answered.
    pub answered: bool,
    /// The answers in the order of the questions.
    pub answers: Vec<String>,
}

/// A question of a check-point.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckPointQuestion {
    /// Its field in check_point.answer.
    pub key: String,
    /// The question.
    pub question: String,
}

/// A session that is a check-point.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckPointView {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub date: DateWords,
    /// Whether it was held.
    pub held: bool,
    /// The mentee's answers and the mentor's.
    pub people: Vec<CheckPointAnswers>,
}

/// The check-points of a relationship (R115).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckPoints {
    /// Every which session is one; 0 for none.
    pub every: u32,
    /// That in a sentence.
    pub words: String,
    /// The three questions.
    pub questions: Vec<CheckPointQuestion>,
    /// The sessions, in the order of their dates.
    pub sessions: Vec<CheckPointView>,
    /// A question for the mentor alone, to be answered in self_check.save (R153); none for the mentee.
    pub mentor_question: Option<String>,
    /// Where such a meeting is best held (R128).
    pub place_tip: String,
}
