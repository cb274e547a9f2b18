//! The 90-day check-up (R107 to R114): five questions, how unfavourable answers are counted, ten
//! obstacles, and what follows from them.
//!
//! The rule is section 8 of the requirements, word by word: two unfavourable answers or fewer are "on
//! track"; from three on, the obstacles are looked at, 1 to 5 apart from 6 to 10.

pub mod days;
pub mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// From how many unfavourable answers on the obstacles are looked at: more than two (R109, C12).
pub const OPENS_OBSTACLES: u32 = 3;
/// From how many sessions in a row that did not happen on the answer is unfavourable: more than three (R110, C13).
pub const STREAK_FLAG: u32 = 4;
/// The obstacles whose outcome is the help of the coordinator (R112).
pub const CLOSING: std::ops::RangeInclusive<u32> = 1..=5;
/// The obstacles whose outcome is a plan of the two (R113).
pub const PLANNING: std::ops::RangeInclusive<u32> = 6..=10;

/// Question 1: how well the two suit each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Suitability {
    /// Very good.
    VeryGood,
    /// Good.
    Good,
    /// Fair.
    Fair,
    /// Poor.
    Poor,
}

/// Question 3: how often a meeting gives energy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Energised {
    /// Always.
    Always,
    /// Mostly.
    Mostly,
    /// Rarely.
    Rarely,
    /// Never.
    Never,
}

/// Question 2: whether enough of the agreed meetings were held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingsHeld {
    /// At least half of what was agreed.
    Enough,
    /// Fewer than half of what was agreed.
    TooFew,
}

impl Suitability {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::VeryGood, Self::Good, Self::Fair, Self::Poor];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::VeryGood => "very_good",
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Poor => "poor",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.key() == key)
    }

    /// Whether it counts as unfavourable (C12).
    pub const fn is_unfavourable(self) -> bool {
        matches!(self, Self::Fair | Self::Poor)
    }
}

impl Energised {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::Always, Self::Mostly, Self::Rarely, Self::Never];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Mostly => "mostly",
            Self::Rarely => "rarely",
            Self::Never => "never",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.key() == key)
    }

    /// Whether it counts as unfavourable.
    pub const fn is_unfavourable(self) -> bool {
        matches!(self, Self::Rarely | Self::Never)
    }
}

impl MeetingsHeld {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Enough, Self::TooFew];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Enough => "enough",
            Self::TooFew => "too_few",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.key() == key)
    }
}

/// What the log says on one day: the facts that questions 2 and 5 are pre-filled from (R108).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The day on which it was counted.
    pub on: NaiveDate,
    /// When the partnership began: the first meeting held, else the connection date (C11).
    pub start: Option<NaiveDate>,
    /// Days between two meetings as agreed; none as long as nothing is agreed.
    pub interval_days: Option<u32>,
    /// Meetings held since the start.
    pub held: u32,
    /// How many of the newest sessions in a row were cancelled or missed.
    pub streak: u32,
    /// The longest such row so far.
    pub longest: u32,
}

impl Log {
    /// Days since the start.
    pub fn elapsed(&self) -> Option<u32> {
        u32::try_from((self.on - self.start?).num_days()).ok()
    }

    /// How many meetings the agreed rhythm makes in that time, rounded down.
    pub fn expected(&self) -> Option<u32> {
        self.elapsed()?.checked_div(self.interval_days?)
    }

    /// Question 2: fewer than half of what is expected. None where nothing can be expected yet.
    pub fn meetings(&self) -> Option<MeetingsHeld> {
        Some(if u64::from(self.held) * 2 < u64::from(self.expected()?) {
            MeetingsHeld::TooFew
        } else {
            MeetingsHeld::Enough
        })
    }

    /// Question 5: more than three in a row.
    pub const fn cancelled(&self) -> bool {
        self.streak >= STREAK_FLAG
    }
}

/// What one person answers. It is neither printed nor serialised as a whole: see [`Private`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Question 1.
    pub suitability: Option<Suitability>,
    /// Question 2 as the person sees it; none where the log's count stands.
    pub meetings: Option<MeetingsHeld>,
    /// Why the person sees it otherwise.
    pub meetings_reason: String,
    /// Question 3.
    pub energised: Option<Energised>,
    /// Question 4: satisfied with the time given to it.
    pub time: Option<bool>,
    /// Question 5 as the person sees it: more than three in a row; none where the log's count stands.
    pub cancelled: Option<bool>,
    /// Why the person sees it otherwise.
    pub cancelled_reason: String,
    /// The obstacles that were ticked, each with words or without.
    pub obstacles: BTreeMap<u32, String>,
    /// The day on which the person finished.
    pub completed_on: Option<NaiveDate>,
    /// What the log said on that day.
    pub log: Option<Log>,
}

/// The form of one person that nobody else sees yet. There are two ways out of it: to show it to who wrote
/// it, and [`Private::share`]. It cannot be printed, serialised or become an edit by mistake (B8).
pub struct Private(Form);

impl Private {
    /// A form out of its private table.
    pub(crate) const fn new(form: Form) -> Self {
        Self(form)
    }

    /// For who wrote it, and nobody else.
    pub(crate) const fn own(&self) -> &Form {
        &self.0
    }

    /// The person shares it: from here on both see it.
    pub fn share(self) -> Form {
        self.0
    }
}

impl Form {
    /// The five verdicts in order: whether the answer is unfavourable, none as long as it is open. What the
    /// person says of questions 2 and 5 stands above the log (R108).
    pub fn verdicts(&self, log: &Log) -> [Option<bool>; 5] {
        [
            self.suitability.map(Suitability::is_unfavourable),
            self.meetings
                .or_else(|| log.meetings())
                .map(|held| held == MeetingsHeld::TooFew),
            self.energised.map(Energised::is_unfavourable),
            self.time.map(|satisfied| !satisfied),
            Some(self.cancelled.unwrap_or_else(|| log.cancelled())),
        ]
    }

    /// The numbers of the ticked obstacles.
    pub fn ticked(&self) -> BTreeSet<u32> {
        self.obstacles.keys().copied().collect()
    }
}

/// How many of the answers are unfavourable: u.
pub fn unfavourable(verdicts: &[Option<bool>; 5]) -> u32 {
    verdicts
        .iter()
        .map(|each| u32::from(*each == Some(true)))
        .sum()
}

/// What follows from the check-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CheckupOutcome")]
pub enum Outcome {
    /// Two unfavourable answers or fewer: nothing else is required.
    OnTrack,
    /// Three or more, and no obstacle named yet: a talk is proposed, and no coordinator.
    NothingNamed,
    /// Obstacles of 1 to 5 alone: the coordinator can help to close, or the two talk first.
    A,
    /// Obstacles of 6 to 10 alone: a meeting about them and a plan.
    B,
    /// Obstacles of both kinds: A first, then B.
    Both,
}

impl Outcome {
    /// Whether the card of outcome A belongs to it.
    pub const fn shows_closing(self) -> bool {
        matches!(self, Self::A | Self::Both)
    }

    /// Whether the card of outcome B belongs to it.
    pub const fn shows_plan(self) -> bool {
        matches!(self, Self::B | Self::Both)
    }
}

/// The outcome of `unfavourable` answers and the ticked obstacles (R109, R112, R113, C14).
pub fn outcome(unfavourable: u32, ticked: &BTreeSet<u32>) -> Outcome {
    if unfavourable < OPENS_OBSTACLES {
        return Outcome::OnTrack;
    }
    let any =
        |mut range: std::ops::RangeInclusive<u32>| range.any(|number| ticked.contains(&number));
    match (any(CLOSING), any(PLANNING)) {
        (true, true) => Outcome::Both,
        (true, false) => Outcome::A,
        (false, true) => Outcome::B,
        (false, false) => Outcome::NothingNamed,
    }
}

/// The outcome of what both have shared: either person with three or more opens the obstacles, and the
/// ticks of both count (C16).
pub fn together(forms: &[(u32, BTreeSet<u32>)]) -> Outcome {
    let most = forms
        .iter()
        .map(|(count, _)| *count)
        .max()
        .unwrap_or_default();
    let all = forms
        .iter()
        .flat_map(|(_, ticked)| ticked)
        .copied()
        .collect();
    outcome(most, &all)
}

/// The help that an obstacle brings besides the card of its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ObstacleHelp")]
pub enum Help {
    /// 3, no agreement about confidentiality: the clause is opened, to write it now.
    ConfidentialityClause,
    /// 4, personal matters: a pause with a date to come back on.
    Pause,
    /// 6, goals that are not clear: the goals are opened.
    Goals,
    /// 7, expectations that nobody can meet: area 10 is opened.
    Expectations,
    /// 8, no support from the supervisor: the supervisor brief.
    SupervisorBrief,
    /// 9, too much work: another rhythm of meetings.
    Cadence,
    /// 10, distance: how the two can work together from afar.
    Remote,
}

impl Help {
    /// The help of an obstacle, where it brings one.
    pub const fn of(obstacle: u32) -> Option<Self> {
        match obstacle {
            3 => Some(Self::ConfidentialityClause),
            4 => Some(Self::Pause),
            6 => Some(Self::Goals),
            7 => Some(Self::Expectations),
            8 => Some(Self::SupervisorBrief),
            9 => Some(Self::Cadence),
            10 => Some(Self::Remote),
            _ => None,
        }
    }
}

/// The helps of an outcome, in the order of the obstacles.
pub fn helps(outcome: Outcome, ticked: &BTreeSet<u32>) -> Vec<(u32, Help)> {
    if outcome == Outcome::OnTrack {
        return Vec::new();
    }
    ticked
        .iter()
        .filter_map(|number| Some((*number, Help::of(*number)?)))
        .collect()
}
