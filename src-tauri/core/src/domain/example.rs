//! The example relationship, read from `content/example.toml`. It is data like any other relationship;
//! its dates are counted from the day it is added.

use super::contact::{ChannelKind, Promise};
use super::dates;
use super::occasion::Occasion;
use super::permission::State;
use super::side::Side;
use super::template::template;
use super::week::{Day, DayPart, Mark};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value as Json;
use std::sync::LazyLock;

/// One of the two people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// E-mail address, under a name that is reserved for examples.
    pub email: String,
    /// A number that is reserved for fiction.
    pub phone: String,
    /// IANA zone.
    pub zone: String,
    /// Where the person works from.
    pub place: String,
}

/// A goal, in the order of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What it is.
    pub title: String,
    /// How the two will know.
    pub measure: String,
    /// `short` or `long`.
    pub horizon: String,
    /// 1 to 3 for one of the top three.
    pub rank: Option<u32>,
    /// On which occasion it was set (R65).
    pub occasion: Occasion,
    /// Days after the day on which the example is added: negative.
    pub days: i64,
    /// The weekday of that occasion, not before that day.
    pub weekday: Option<Day>,
}

/// A milestone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What it is.
    pub name: String,
    /// Days after the day on which the example is added.
    pub days: i64,
    /// Where it comes from.
    pub source: String,
}

/// A heading of their own (R53).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// The heading.
    pub title: String,
    /// What they have decided.
    pub text: String,
}

/// A permission to pass something on (R96).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// What is passed on.
    pub what: String,
    /// To whom.
    pub whom: String,
    /// Who alone can allow it.
    pub giver: Side,
    /// What became of it, the oldest first.
    pub steps: Vec<Step>,
}

/// One step of a permission.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What happened.
    pub state: State,
    /// Days from the day on which the example is added (negative: before).
    pub days: i64,
}

/// A way to reach one of them (R11, R73).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Whose.
    pub side: Side,
    /// What it is.
    pub kind: ChannelKind,
    /// Its own name, where it has one.
    #[serde(default)]
    pub label: String,
    /// Address or number, where there is one.
    #[serde(default)]
    pub address: String,
    /// Anything to add.
    #[serde(default)]
    pub note: String,
    /// How soon an answer comes.
    pub reply: Option<Promise>,
}

/// Marks of somebody's week (R12).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// Whose.
    pub side: Side,
    /// The days.
    pub days: Vec<Day>,
    /// The parts of each of them.
    pub parts: Vec<DayPart>,
    /// What is said of them.
    pub mark: Mark,
}

/// One line of what somebody expects (R45).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// Whose.
    pub side: Side,
    /// What.
    pub text: String,
    /// How the two stand to it.
    pub mark: super::expectation::Mark,
}

/// Other words that one of them suggested, which the other answered with words of both; both wanted those.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggested {
    /// Key of the field.
    pub field: String,
    /// Whose suggestion.
    pub side: Side,
    /// What it was said with.
    pub comment: String,
    /// The words.
    pub value: String,
    /// What the other one said.
    pub says: String,
    /// The words that stand in the end.
    pub blended: String,
}

/// How the two stand to the sections; those not named are open.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standings {
    /// Keys of the agreed sections.
    pub agreed: Vec<String>,
    /// Keys of the sections left out.
    pub left_out: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    field: String,
    side: Option<Side>,
    value: Option<Json>,
    days: Option<i64>,
}

/// An answer, as it crosses the API.
#[derive(Debug, Clone, PartialEq)]
pub struct ExampleAnswer {
    /// Key of the field.
    pub field: &'static str,
    /// Whose answer, where each gives one.
    pub side: Option<Side>,
    /// The answer.
    pub value: Json,
}

/// The example relationship.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Name of the programme.
    pub programme: String,
    /// Days from the day on which the example is added to the connection (negative: before).
    pub connected: i64,
    /// The mentee.
    pub mentee: Person,
    /// The mentor.
    pub mentor: Person,
    /// How the two stand to the sections.
    pub standings: Standings,
    /// The goals.
    #[serde(rename = "goal")]
    pub goals: Vec<Goal>,
    /// The milestones.
    #[serde(rename = "milestone")]
    pub milestones: Vec<Milestone>,
    /// Their own headings.
    #[serde(rename = "heading")]
    pub headings: Vec<Heading>,
    /// The permissions.
    #[serde(rename = "permission")]
    pub permissions: Vec<Permission>,
    /// How they are reached, in order.
    #[serde(rename = "channel")]
    pub channels: Vec<Channel>,
    /// Their weeks.
    pub times: Vec<Times>,
    /// What they expect, revealed.
    #[serde(rename = "expectation")]
    pub expectations: Vec<Expectation>,
    /// What they suggested to each other.
    #[serde(rename = "suggestion")]
    pub suggestions: Vec<Suggested>,
    answer: Vec<RawAnswer>,
}

static EXAMPLE: LazyLock<Example> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/example.json")))
        .expect("content/example.toml")
});

/// The example that Fairlead ships.
pub fn example() -> &'static Example {
    &EXAMPLE
}

impl Example {
    /// All answers, with dates counted from `today`.
    pub fn answers(&'static self, today: NaiveDate) -> Vec<ExampleAnswer> {
        self.answer
            .iter()
            .filter_map(|raw| {
                let value = match (&raw.value, raw.days) {
                    (Some(value), None) => value.clone(),
                    (None, Some(days)) => Json::String(dates::add_days(today, days)?.to_string()),
                    _ => return None,
                };
                Some(ExampleAnswer {
                    field: &raw.field,
                    side: raw.side,
                    value,
                })
            })
            .filter(|answer| template().field(answer.field).is_some())
            .collect()
    }

    /// How many answers the file holds, for the test that none is lost on the way.
    pub fn written(&self) -> usize {
        self.answer.len()
    }
}
