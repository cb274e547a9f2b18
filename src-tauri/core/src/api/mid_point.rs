//! The mid-point evaluation, the revisit page by page, and renewing what was promised (R47, R116 to R121).

use super::agreement::GoalRatings;
use super::relationship::DateWords;
use crate::domain::checkup::words::Owner;
use crate::domain::ids::{GoalId, RelationshipId, SessionId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A mid-point meeting to be booked (R116).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookMidPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The day, as `2026-07-30`; the mid-point itself when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
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
}

/// An answer of the mid-point.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerMidPoint {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Key of the question, as mid_point.get lists it: `set_out`, `feeling`, `shift`, `honouring`, `doing_right`,
    /// `trust_signals`, `new_goals`, `realistic`, `difficult`, `could_do`, `new_agreements` or `evaluation`.
    pub question: String,
    /// Whose answer, where each of the two gives one (`feeling`, `doing_right`, `could_do`); the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// The answer; an empty text takes it away.
    pub text: String,
}

/// How the two kept a section of what they signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClauseKept")]
pub enum Kept {
    /// Kept.
    Kept,
    /// Partly kept.
    Partly,
    /// Not kept.
    NotKept,
}

/// How the two kept one section of what they signed (R117).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JudgeClause {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The section, by its key from mid_point.get.
    pub section: String,
    /// How it was kept; null takes the judgement away.
    pub kept: Option<Kept>,
    /// A word to it; what is there stays when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// How far one of the two trusts the other (R116). Nobody else sees it before it is shared.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RateTrust {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Whose rating: `mentor` or `mentee`; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// From 1 (hardly yet) to 5 (fully).
    pub rating: u32,
    /// A word to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// A new agreement (R120). It becomes a suggestion for a section, or a heading of the two's own.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreeAnew {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The section whose words it changes, by its key; a heading of their own is added when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub section: Option<String>,
    /// What the new heading is called, where no section is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// The words as they are to stand in the agreement.
    pub words: String,
    /// Who suggests it: `mentor` or `mentee`; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
}

/// What one of the two says to going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CommitmentChoice")]
pub enum Renewal {
    /// They renew what they promised.
    GoOn,
    /// They renew it with what changed.
    GoOnChanged,
    /// They would rather end, without fault.
    End,
}

/// On which occasion that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RenewalOccasion {
    /// At the mid-point.
    MidPoint,
    /// At the revisit that is due next.
    Revisit,
}

/// One of the two renews what they promised.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewCommitment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Who: `mentor` or `mentee`; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// On which occasion; `mid_point` when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub occasion: Option<RenewalOccasion>,
    /// What they say; null takes it back.
    pub choice: Option<Renewal>,
    /// A word to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// What one of the two said to going on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CommitmentView {
    /// Who.
    pub side: Side,
    /// By name.
    pub name: String,
    /// What they said; none yet.
    pub choice: Option<Renewal>,
    /// In words.
    pub words: String,
    /// A word to it.
    pub note: String,
    /// When.
    pub on: Option<DateWords>,
}

/// What one of the two, or both together, answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MidPointAnswer {
    /// Whose; none for an answer of the two together.
    pub side: Option<Side>,
    /// By name; `You both` for the two together.
    pub name: String,
    /// The answer.
    pub text: String,
}

/// A question of the mid-point.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MidPointQuestion {
    /// Its place, from 1.
    pub number: u32,
    /// Its key in mid_point.answer.
    pub key: String,
    /// Which part it belongs to: `looking`, `goals`, `problems` or `evaluation`.
    pub part: String,
    /// Whether each answers.
    pub each: bool,
    /// The question.
    pub question: String,
    /// A word more.
    pub hint: String,
    /// The answers.
    pub answers: Vec<MidPointAnswer>,
}

impl MidPointQuestion {
    /// Whether a question of this owner is answered by each of the two.
    pub fn is_for_each(owner: Owner) -> bool {
        owner == Owner::Each
    }
}

/// A section of what was signed, beside how it was kept (R117).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedClause {
    /// Its key.
    pub section: String,
    /// Its name.
    pub name: String,
    /// What was signed, in lines.
    pub signed: Vec<String>,
    /// How it was kept.
    pub kept: Option<Kept>,
    /// A word to it.
    pub note: String,
    /// Where it stands in the agreement.
    pub route: String,
}

/// A trust rating.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TrustView {
    /// From 1 to 5.
    pub rating: u32,
    /// In words.
    pub words: String,
    /// A word to it.
    pub note: String,
    /// Whether it is shared.
    pub shared: bool,
}

/// Where a goal stood when the agreement was signed, and where it stands now (R27).
#[derive(Debug, Clone, Serialize, TS)]
pub struct GoalThenNow {
    /// The goal.
    pub goal: GoalId,
    /// What it is.
    pub title: String,
    /// How the two know that it is reached.
    pub measure: String,
    /// 1 to 3 for one of the top three.
    pub rank: Option<u32>,
    /// The ratings in the newest signed version; none where the goal is newer.
    pub then: Option<GoalRatings>,
    /// The ratings of now.
    pub now: GoalRatings,
}

/// The session of the mid-point.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MidPointSession {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub date: DateWords,
    /// Whether it was held.
    pub held: bool,
    /// Whether its day lies between 40 and 50 percent of the term.
    pub in_window: bool,
}

/// The mid-point of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MidPointView {
    /// The first day that fits: 40 percent of the term. None as long as the term has no dates.
    pub opens: Option<DateWords>,
    /// The mid-point: the proposed day, and the last one that fits.
    pub on: Option<DateWords>,
    /// The end of the term.
    pub ends: Option<DateWords>,
    /// The days on which it is announced.
    pub notices: Vec<DateWords>,
    /// Where it stands, in a sentence.
    pub status: String,
    /// Whether today lies in the window.
    pub open_now: bool,
    /// The meeting, once it is booked.
    pub session: Option<MidPointSession>,
    /// Where it is best held (R128).
    pub place_tip: String,
    /// The own trust rating, shared or not.
    pub own_trust: Option<TrustView>,
    /// What the other person has shared of theirs.
    pub other_trust: Option<TrustView>,
    /// The other person's name.
    pub other_name: String,
    /// The questions with their answers.
    pub questions: Vec<MidPointQuestion>,
    /// The number of the newest signed version, whose sections stand beside; none where nothing was signed.
    pub version: Option<u32>,
    /// Its sections.
    pub clauses: Vec<SignedClause>,
    /// The goals, then and now.
    pub goals: Vec<GoalThenNow>,
    /// Days left of the term.
    pub days_left: Option<u32>,
    /// Sessions planned from now to the end.
    pub sessions_left: u32,
    /// What is left, in a sentence (R119).
    pub left_words: String,
    /// Activities that are not started yet (R119).
    pub not_started: Vec<String>,
    /// Suggestions that wait for a decision, new agreements among them (R120).
    pub suggestions: u32,
    /// What each says to going on.
    pub commitments: Vec<CommitmentView>,
    /// When the evaluation was finished (R121).
    pub finished: Option<DateWords>,
    /// The version of the plan that was kept then (R119).
    pub plan_version: Option<u32>,
}

/// The evaluation for the coordinator: names, dates and the summing-up, nothing else (R121).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MidPointEvaluation {
    /// A name for the file.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What becomes of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageChoice {
    /// It stays.
    Keep,
    /// It changes.
    Change,
}

/// One page of a revisit (R47).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoosePage {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The section, by its key from revisit.get.
    pub section: String,
    /// Whether it stays or changes; a section that changes is talked about again. Null takes the choice back.
    pub choice: Option<PageChoice>,
    /// Other words for it: they become a suggestion, for the other person to decide.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub words: Option<String>,
    /// Who suggests them: `mentor` or `mentee`; the owner when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// A word to it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// A page of a revisit: one section of the agreement.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RevisitPage {
    /// Its key.
    pub section: String,
    /// Its name.
    pub name: String,
    /// What stands there now, in lines.
    pub now: Vec<String>,
    /// What was signed, in lines; none where nothing was signed.
    pub signed: Option<Vec<String>>,
    /// Whether the two differ.
    pub differs: bool,
    /// Whether it stays or changes; none as long as it was not looked at.
    pub choice: Option<PageChoice>,
    /// A word to it.
    pub note: String,
    /// Where it stands in the agreement.
    pub route: String,
}

/// The revisit that is due next (R47).
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Revisit {
    /// When it is due; none as long as no date is known.
    pub due: Option<DateWords>,
    /// The date after that one.
    pub then: Option<DateWords>,
    /// The days on which it is announced.
    pub notices: Vec<DateWords>,
    /// When the last one was finished.
    pub last: Option<DateWords>,
    /// Where it stands, in a sentence.
    pub status: String,
    /// The sections in the order of the agreement.
    pub pages: Vec<RevisitPage>,
    /// Pages that stay.
    pub kept: u32,
    /// Pages that change.
    pub changed: u32,
    /// Pages that were not looked at.
    pub open: u32,
    /// What differs now from the newest signed version, a sentence each: the next version's amendments.
    pub amendments: Vec<String>,
    /// The number that the next version will have.
    pub next_version: u32,
    /// What each says to going on.
    pub commitments: Vec<CommitmentView>,
}
