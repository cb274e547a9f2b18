//! The structured answers that drive everything later: one typed row per relationship.
//!
//! A field of the agreement that is listed in [`TERMS`] is kept in a column of the table `terms`;
//! every other field is a text. `None` means that the two have not answered yet; where a rule needs
//! a value all the same it uses the default named here.

use super::dates::{self, Unread};
use super::name;
use super::revisit;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a structured answer may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A calendar date.
    Date,
    /// A whole number between the two, both included.
    Number(i64, i64),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Yes or no.
    YesNo,
    /// One line of text.
    Line,
}

/// One structured answer: the field people fill in, and the column that keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Key of the field in the agreement.
    pub field: &'static str,
    /// Column of the table `terms`.
    pub column: &'static str,
    /// What it may hold.
    pub kind: Kind,
}

const fn term(field: &'static str, column: &'static str, kind: Kind) -> Term {
    Term {
        field,
        column,
        kind,
    }
}

/// All structured answers.
pub const TERMS: &[Term] = &[
    term("template.4.starts_on", "starts_on", Kind::Date),
    term("template.4.ends_on", "ends_on", Kind::Date),
    term(
        "template.5.cadence",
        "cadence",
        Kind::Choice(&["monthly_60", "fortnightly_30", "six_weeks_90", "own"]),
    ),
    term(
        "template.5.interval_count",
        "interval_count",
        Kind::Number(1, 52),
    ),
    term(
        "template.5.interval_unit",
        "interval_unit",
        Kind::Choice(&["days", "weeks", "months"]),
    ),
    term(
        "template.5.meeting_minutes",
        "meeting_minutes",
        Kind::Number(5, 600),
    ),
    term("template.5.place", "meeting_place", Kind::Line),
    term("template.5.when", "meeting_when", Kind::Line),
    term(
        "template.5.postpone",
        "postpone",
        Kind::Choice(&["move", "call", "skip", "decide_each_time"]),
    ),
    term(
        "template.5.postpone_days",
        "postpone_days",
        Kind::Number(1, 60),
    ),
    term(
        "template.6.mode",
        "mode",
        Kind::Choice(&["remote", "hybrid", "in_person"]),
    ),
    term(
        "area.3.initiator",
        "initiator",
        Kind::Choice(&["mentee", "mentor", "either", "alternating"]),
    ),
    term("area.3.agenda", "agenda", Kind::YesNo),
    term(
        "area.3.agenda_lead_days",
        "agenda_lead_days",
        Kind::Number(0, 14),
    ),
    term(
        "area.3.agenda_last_call_days",
        "agenda_last_call_days",
        Kind::Number(0, 14),
    ),
    term(
        "area.3.agenda_missing",
        "agenda_missing",
        Kind::Choice(&["remind", "hold", "move"]),
    ),
    term("area.5.reply_days", "reply_days", Kind::Number(1, 30)),
    term(
        "area.5.reply_working_days",
        "reply_working_days",
        Kind::YesNo,
    ),
    term("area.5.silence_weeks", "silence_weeks", Kind::Number(1, 52)),
    term(
        "area.12.revisit",
        "revisit",
        Kind::Choice(&["m3", "m6", "m12", "other"]),
    ),
    term(
        "area.12.revisit_months",
        "revisit_months",
        Kind::Number(1, 36),
    ),
    term("area.12.revisit_on", "revisit_on", Kind::Date),
    term(
        "area.13.rhythm",
        "rhythm",
        Kind::Choice(&["each_session", "quarterly", "other"]),
    ),
    term(
        "area.14.end",
        "end_kind",
        Kind::Choice(&["end_date", "after_goal", "open"]),
    ),
    term(
        "clause.confidentiality.wording",
        "confidentiality",
        Kind::Choice(&["strict", "by_permission", "own"]),
    ),
];

/// The structured answer behind a field, where it is one.
pub fn of_field(field: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.field == field)
}

/// One value of a structured answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Not answered.
    Unset,
    /// A whole number; yes is 1 and no is 0.
    Integer(i64),
    /// A word, a line, or a date as `2026-11-26`.
    Text(String),
}

impl Kind {
    /// Takes a value as it comes over the API, or says in a sentence why not.
    pub fn check(
        self,
        label: &str,
        value: &serde_json::Value,
    ) -> Result<Value, (&'static str, String)> {
        use serde_json::Value as Json;
        let wrong = |message: String| Err(("invalid", message));
        match (self, value) {
            (_, Json::Null) => Ok(Value::Unset),
            (_, Json::String(text)) if text.trim().is_empty() => Ok(Value::Unset),
            (Self::Date, Json::String(text)) => match dates::from_iso(text) {
                Ok(date) => Ok(Value::Text(date.to_string())),
                Err(Unread::NotADate) => wrong(Unread::NotADate.sentence()),
                Err(error) => Err(("no_such_date", error.sentence())),
            },
            (Self::Number(min, max), value) => {
                let number = match value {
                    Json::Number(number) => number.as_i64(),
                    Json::String(text) => text.trim().parse().ok(),
                    Json::Bool(_) | Json::Array(_) | Json::Object(_) | Json::Null => None,
                };
                match number {
                    Some(number) if (min..=max).contains(&number) => Ok(Value::Integer(number)),
                    Some(number) => Err((
                        "out_of_range",
                        format!(
                            "“{label}” is {number}, but it goes from {min} to {max}. What was there before is kept. Type a number between the two."
                        ),
                    )),
                    None => wrong(format!(
                        "“{label}” takes a whole number from {min} to {max}. What was there before is kept. Type it in digits."
                    )),
                }
            }
            (Self::Choice(words), Json::String(word)) => {
                match words.iter().find(|known| *known == word) {
                    Some(known) => Ok(Value::Text((*known).to_owned())),
                    None => wrong(format!(
                        "“{label}” is one of: {}. What was there before is kept.",
                        words.join(", ")
                    )),
                }
            }
            (Self::YesNo, Json::Bool(yes)) => Ok(Value::Integer(i64::from(*yes))),
            (Self::Line, Json::String(text)) => match name::optional_line(text) {
                Ok(line) => Ok(Value::Text(line)),
                Err(unfit) => Err((unfit.code(), unfit.sentence(label))),
            },
            (Self::Date, _) => wrong(format!(
                "“{label}” takes a date like 2026-11-26. What was there before is kept."
            )),
            (Self::Choice(words), _) => wrong(format!(
                "“{label}” is one of: {}. What was there before is kept.",
                words.join(", ")
            )),
            (Self::YesNo, _) => wrong(format!(
                "“{label}” is yes or no (true or false). What was there before is kept."
            )),
            (Self::Line, _) => wrong(format!(
                "“{label}” takes a line of text. What was there before is kept."
            )),
        }
    }
}

/// A span between meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// Calendar months.
    Months,
}

/// How often and for how long the two meet (R90, R141).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pattern {
    /// How many units lie between two meetings.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
    /// Length of one meeting, in minutes.
    pub minutes: u32,
}

impl Pattern {
    /// Days between two meetings; a month counts as 30.
    pub const fn interval_days(self) -> u32 {
        match self.unit {
            Unit::Days => self.count,
            Unit::Weeks => self.count.saturating_mul(7),
            Unit::Months => self.count.saturating_mul(30),
        }
    }

    /// Meeting time per month in whole minutes (R141: 60, 65 and 65 for the three presets).
    pub const fn minutes_a_month(self) -> u32 {
        let minutes = self.minutes as u64;
        let count = if self.count == 0 {
            1
        } else {
            self.count as u64
        };
        // A month is 365.25 / 12 = 30.4375 days.
        let a_month = match self.unit {
            Unit::Days => minutes * 304_375 / (count * 10_000),
            Unit::Weeks => minutes * 304_375 / (count * 70_000),
            Unit::Months => minutes / count,
        };
        a_month as u32
    }
}

/// The structured answers of one relationship.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// Start of the term (R66).
    #[ts(type = "string | null")]
    pub starts_on: Option<NaiveDate>,
    /// End of the term (R66).
    #[ts(type = "string | null")]
    pub ends_on: Option<NaiveDate>,
    /// `monthly_60`, `fortnightly_30`, `six_weeks_90` or `own` (R141).
    pub cadence: Option<String>,
    /// Interval of an own pattern (R90).
    pub interval_count: Option<u32>,
    /// Unit of an own pattern.
    pub interval_unit: Option<Unit>,
    /// Length of a meeting in an own pattern, in minutes.
    pub meeting_minutes: Option<u32>,
    /// Where the two meet (R90).
    pub meeting_place: Option<String>,
    /// When the two meet, in words (R90).
    pub meeting_when: Option<String>,
    /// What happens to a postponed meeting (R70, R144).
    pub postpone: Option<String>,
    /// Within how many days a moved meeting is held (R70).
    pub postpone_days: Option<u32>,
    /// Remote, hybrid or in person (R71).
    pub mode: Option<String>,
    /// Who initiates (R32, R91); the mentee when not answered (C18).
    pub initiator: Option<String>,
    /// Whether discussion points are sent ahead (R33).
    pub agenda: Option<bool>,
    /// Days before the session by which they are sent (R13, C6); 2 when not answered.
    pub agenda_lead_days: Option<u32>,
    /// Days before the session of the last call (R13, C6); 1 when not answered.
    pub agenda_last_call_days: Option<u32>,
    /// What the mentor does when they do not come (R33).
    pub agenda_missing: Option<String>,
    /// Days after which an unanswered message raises a prompt (R38); 3 when not answered.
    pub reply_days: Option<u32>,
    /// Whether those are working days (C28).
    pub reply_working_days: Option<bool>,
    /// Weeks without contact after which both are asked (R39); 8 when not answered.
    pub silence_weeks: Option<u32>,
    /// `m3`, `m6`, `m12` or `other` (R47).
    pub revisit: Option<String>,
    /// Months between two revisits when `other` was chosen.
    pub revisit_months: Option<u32>,
    /// A first revisit date chosen by hand.
    #[ts(type = "string | null")]
    pub revisit_on: Option<NaiveDate>,
    /// Rhythm of feedback on the relationship (R48).
    pub rhythm: Option<String>,
    /// `end_date`, `after_goal` or `open` (R50).
    pub end_kind: Option<String>,
    /// `strict`, `by_permission` or `own` (R95).
    pub confidentiality: Option<String>,
}

impl Terms {
    /// The meeting pattern, once it is known (R30, R90).
    pub fn pattern(&self) -> Option<Pattern> {
        match self.cadence.as_deref() {
            Some("monthly_60") => Some(Pattern {
                count: 1,
                unit: Unit::Months,
                minutes: 60,
            }),
            Some("fortnightly_30") => Some(Pattern {
                count: 2,
                unit: Unit::Weeks,
                minutes: 30,
            }),
            Some("six_weeks_90") => Some(Pattern {
                count: 6,
                unit: Unit::Weeks,
                minutes: 90,
            }),
            _ => Some(Pattern {
                count: self.interval_count?,
                unit: self.interval_unit?,
                minutes: self.meeting_minutes?,
            }),
        }
    }

    /// The mid-point of the term (R68).
    pub fn mid_point(&self) -> Option<NaiveDate> {
        revisit::mid_point(self.starts_on?, self.ends_on?)
    }

    /// The agreed revisit interval in months; six when not answered (R47).
    pub fn revisit_every(&self) -> u32 {
        match self.revisit.as_deref() {
            Some("m3") => 3,
            Some("m12") => 12,
            Some("other") => self.revisit_months.unwrap_or(revisit::DEFAULT_MONTHS),
            _ => revisit::DEFAULT_MONTHS,
        }
    }

    /// The series of revisit dates (R47). Months are counted from the start of the term, else from
    /// the connection. Where nobody has chosen and the term is six months or shorter, the first
    /// revisit is the mid-point (C8). None as long as no date is known to count from.
    pub fn revisits(&self, connected_on: Option<NaiveDate>) -> Option<revisit::Series> {
        let anchor = self.starts_on.or(connected_on)?;
        let short_term = match (self.starts_on, self.ends_on) {
            (Some(start), Some(end)) => {
                dates::add_months(start, 6).is_some_and(|limit| end <= limit)
            }
            _ => false,
        };
        let first = self.revisit_on.or_else(|| {
            (self.revisit.is_none() && short_term)
                .then(|| self.mid_point())
                .flatten()
        });
        Some(revisit::Series {
            anchor,
            months: self.revisit_every(),
            first,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn r141_presets_give_60_65_and_65_minutes_a_month() {
        let minutes = |cadence: &str| {
            Terms {
                cadence: Some(cadence.to_owned()),
                ..Terms::default()
            }
            .pattern()
            .unwrap()
            .minutes_a_month()
        };
        assert_eq!(
            (
                minutes("monthly_60"),
                minutes("fortnightly_30"),
                minutes("six_weeks_90")
            ),
            (60, 65, 65)
        );
    }

    #[test]
    fn structured_answers_are_checked() {
        let end = of_field("template.4.ends_on").unwrap().kind;
        assert_eq!(
            end.check("End", &json!("2026-12-18")),
            Ok(Value::Text("2026-12-18".into()))
        );
        assert_eq!(end.check("End", &json!("")), Ok(Value::Unset));
        assert_eq!(
            end.check("End", &json!("2027-02-29")).unwrap_err().0,
            "no_such_date"
        );
        assert_eq!(
            end.check("End", &json!("29/02/2027")).unwrap_err().0,
            "invalid"
        );
        let weeks = of_field("area.5.silence_weeks").unwrap().kind;
        assert_eq!(weeks.check("Weeks", &json!(8)), Ok(Value::Integer(8)));
        assert_eq!(weeks.check("Weeks", &json!("6")), Ok(Value::Integer(6)));
        assert_eq!(
            weeks.check("Weeks", &json!(0)).unwrap_err().0,
            "out_of_range"
        );
        assert_eq!(weeks.check("Weeks", &json!(8.5)).unwrap_err().0, "invalid");
        let who = of_field("area.3.initiator").unwrap().kind;
        assert_eq!(
            who.check("Who", &json!("the office")).unwrap_err().0,
            "invalid"
        );
    }

    #[test]
    fn c8_a_short_term_is_looked_at_half_way() {
        let day = |text: &str| dates::from_iso(text).unwrap();
        let mut terms = Terms {
            starts_on: Some(day("2026-03-11")),
            ends_on: Some(day("2026-09-11")),
            ..Terms::default()
        };
        assert_eq!(
            terms.revisits(None).unwrap().next_after(None),
            Some(day("2026-06-11"))
        );
        terms.ends_on = Some(day("2026-09-12"));
        assert_eq!(
            terms.revisits(None).unwrap().next_after(None),
            Some(day("2026-09-11"))
        );
        terms.revisit = Some("m3".into());
        terms.ends_on = Some(day("2026-09-11"));
        assert_eq!(
            terms.revisits(None).unwrap().next_after(None),
            Some(day("2026-06-11"))
        );
        assert_eq!(Terms::default().revisits(None), None);
    }
}
