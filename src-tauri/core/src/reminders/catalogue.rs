//! The catalogue N01 to N27 as data, from `content/reminders.toml` (requirements, section 7).

use crate::domain::side::Role;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;
use ts_rs::TS;

macro_rules! numbers {
    ($($name:ident $about:literal),+ $(,)?) => {
        /// Number of a kind of reminder in the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Number {
            $(#[doc = $about] $name,)+
        }

        impl Number {
            /// All kinds, in order.
            pub const ALL: [Self; 27] = [$(Self::$name),+];

            /// As it is written, `N20`.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }
        }
    };
}

numbers! {
    N01 "The mentee's first message (R4).",
    N02 "The mentor's turn (R5).",
    N03 "Two weeks without contact (R6, R7).",
    N04 "A request waits for its answer (R132).",
    N05 "No answer to a request (R132).",
    N06 "No agreement begun (R51).",
    N07 "Points for a session (R13, R145).",
    N08 "No points received (R33).",
    N09 "Think again right before (R35).",
    N10 "Time for feedback (R147).",
    N11 "A session without notes (R156).",
    N12 "Summary of a session (R55).",
    N13 "A task (R22 to R24).",
    N14 "A message without an answer (R38).",
    N15 "It has gone quiet (R39).",
    N16 "Back in touch after \"all fine\" (R19).",
    N17 "Action plan in 30 days (R98).",
    N18 "90-day check-up (R107).",
    N19 "Half-way meeting (R68, R116).",
    N20 "The agreement is read again (R47).",
    N21 "Check-point (R115).",
    N22 "Closing meeting (R122).",
    N23 "Plan not touched (R105).",
    N24 "Sessions cancelled in a row (R110).",
    N25 "Supervisor brief, programme events (R93, R94).",
    N26 "Staying in touch (R125).",
    N27 "Waiting for the other's part (B3, B4).",
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// What leads are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadUnit {
    /// Calendar days from a date.
    Days,
    /// Minutes from a moment.
    Minutes,
}

/// When on its day a reminder is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimeOfDay {
    /// At the start of the day, 09:00 where nothing else was chosen.
    Start,
    /// At the end of the day, 17:00 where nothing else was chosen.
    End,
    /// At the minute it is counted to.
    Moment,
}

/// Kinds that are told as one when they come within seven days of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The 90-day check-up, half-way, and reading the agreement again (C8).
    Review,
}

/// Words that take the place of the usual ones.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    /// First line.
    pub title: Option<String>,
    /// What it says, with names.
    pub body: String,
    /// What a notification says without names.
    pub discreet: String,
}

/// One kind of reminder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its number.
    pub kind: Number,
    /// The requirements it serves.
    pub requirements: Vec<String>,
    /// For whom.
    pub whom: Vec<Role>,
    /// What it is called in the settings.
    pub name: String,
    /// What it is called beside others of its family.
    #[serde(default)]
    pub short: String,
    /// What its leads are counted from, in words.
    pub measured: String,
    /// What ends it, in words.
    pub until: String,
    /// What its leads are counted in.
    pub unit: LeadUnit,
    /// When it is told; negative is before.
    pub leads: Vec<i64>,
    /// Where the pair agrees on the leads, in words.
    pub agreed: Option<String>,
    /// When on its day.
    pub time: TimeOfDay,
    /// What it is merged with.
    pub family: Option<Family>,
    /// Days for which it stays in the list.
    pub listed: i64,
    /// First line; never names or content.
    pub title: String,
    /// What it says, with names.
    pub body: String,
    /// On the date itself, where that is said in other words.
    pub today: Option<String>,
    /// After the date, where that is said in other words.
    pub after: Option<String>,
    /// To a coordinator.
    pub coordinator: Option<String>,
    /// What a notification says without names.
    pub discreet: String,
    /// Other words for the mentor.
    pub mentor: Option<Say>,
    /// Words for the second thing that this kind is about.
    pub other: Option<Say>,
    /// Other words for each of the leads.
    #[serde(default)]
    pub step: Vec<Say>,
    /// Whether it ends with a word of its reader, so that a notification can take that word at once.
    #[serde(default)]
    pub done: bool,
    /// The button.
    pub action: String,
    /// Where it leads.
    pub route: String,
    /// The answer to "Why am I seeing this?".
    pub why: String,
    /// Where the clause or rule stands.
    pub why_route: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    kinds: Vec<Kind>,
}

static CATALOGUE: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    let read: Catalogue =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/reminders.json")))
            .expect("content/reminders.toml");
    read.kinds
});

/// All kinds, in order.
pub fn kinds() -> &'static [Kind] {
    &CATALOGUE
}

/// One kind.
pub fn kind(number: Number) -> &'static Kind {
    #[expect(
        clippy::expect_used,
        reason = "a test holds the catalogue against the numbers"
    )]
    CATALOGUE
        .get(number as usize)
        .filter(|kind| kind.kind == number)
        .expect("content/reminders.toml has the kinds in order")
}
