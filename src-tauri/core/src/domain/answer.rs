//! An answer, and whether it fits its field.

use super::dates;
use super::template::{Field, Kind};
use serde_json::Value as Json;
use thiserror::Error;

/// Most characters of a short answer.
pub const TEXT_CHARS: usize = 1_000;
/// Most characters of a long answer.
pub const LONG_CHARS: usize = 50_000;
/// Most lines of a list.
pub const LIST_LINES: usize = 100;

/// An answer that was read and fits its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A text, short or long, as it was typed.
    Text(String),
    /// Lines; empty ones are left out.
    List(Vec<String>),
    /// The key of an option.
    Choice(String),
    /// A whole number.
    Number(i64),
    /// A calendar date.
    Date(chrono::NaiveDate),
    /// Yes or no.
    YesNo(bool),
}

impl Answer {
    /// The answer as it crosses the API.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) | Self::Choice(text) => Json::String(text.clone()),
            Self::List(lines) => Json::from(lines.clone()),
            Self::Number(number) => Json::from(*number),
            Self::Date(date) => Json::String(date.to_string()),
            Self::YesNo(yes) => Json::Bool(*yes),
        }
    }

    /// The answer as `When::is` names it.
    pub fn word(&self) -> String {
        match self {
            Self::Text(text) | Self::Choice(text) => text.clone(),
            Self::List(lines) => lines.join("\n"),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::YesNo(yes) => yes.to_string(),
        }
    }
}

/// Why an answer does not fit its field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{sentence}")]
pub struct Misfit {
    /// Stable name of the reason: `invalid`, `no_such_date`, `out_of_range` or `too_long`.
    pub code: &'static str,
    /// What happened, what is safe, what to do next.
    pub sentence: String,
}

impl Field {
    /// Reads an answer as it crosses the API. Nothing, blank text and an empty list are no answer.
    ///
    /// # Errors
    /// [`Misfit`] with a sentence for the person at the screen.
    pub fn read(&self, value: &Json) -> Result<Option<Answer>, Misfit> {
        match value {
            Json::Null => return Ok(None),
            Json::String(text) if text.trim().is_empty() => return Ok(None),
            Json::String(_)
            | Json::Bool(_)
            | Json::Number(_)
            | Json::Array(_)
            | Json::Object(_) => {}
        }
        match (self.kind, value) {
            (Kind::Text, Json::String(text)) => self.short(text, TEXT_CHARS).map(Some),
            (Kind::Long, Json::String(text)) => self.short(text, LONG_CHARS).map(Some),
            (Kind::List, Json::Array(lines)) => self.lines(lines),
            // Read from the contact plan, where each line was checked; never typed as a whole.
            (Kind::Contact, Json::Array(lines)) => Ok(Some(Answer::List(
                lines
                    .iter()
                    .filter_map(Json::as_str)
                    .map(str::to_owned)
                    .collect(),
            ))),
            (Kind::Choice, Json::String(word)) if self.option(word).is_some() => {
                Ok(Some(Answer::Choice(word.clone())))
            }
            (Kind::Number, Json::Number(_) | Json::String(_)) => self.number(value).map(Some),
            (Kind::Date, Json::String(text)) => match dates::with_year(text) {
                Ok(date) => Ok(Some(Answer::Date(date))),
                Err(unread @ dates::Unread::NotADate) => Err(misfit("invalid", unread.sentence())),
                Err(unread) => Err(misfit("no_such_date", unread.sentence())),
            },
            (Kind::YesNo, Json::Bool(yes)) => Ok(Some(Answer::YesNo(*yes))),
            _ => Err(self.wrong()),
        }
    }

    fn short(&self, text: &str, limit: usize) -> Result<Answer, Misfit> {
        if text.chars().count() > limit {
            return Err(misfit(
                "too_long",
                format!(
                    "“{}” holds at most {limit} characters. What was there before is kept. Shorten the text, or keep the rest in another document.",
                    self.label
                ),
            ));
        }
        Ok(Answer::Text(text.to_owned()))
    }

    fn lines(&self, lines: &[Json]) -> Result<Option<Answer>, Misfit> {
        let mut kept = Vec::new();
        for line in lines {
            let Json::String(line) = line else {
                return Err(self.wrong());
            };
            if line.trim().is_empty() {
                continue;
            }
            self.short(line, TEXT_CHARS)?;
            kept.push(line.trim().to_owned());
        }
        if kept.len() > LIST_LINES {
            return Err(misfit(
                "too_long",
                format!(
                    "“{}” holds at most {LIST_LINES} lines. What was there before is kept. Put some of them together.",
                    self.label
                ),
            ));
        }
        Ok((!kept.is_empty()).then_some(Answer::List(kept)))
    }

    fn number(&self, value: &Json) -> Result<Answer, Misfit> {
        let number = match value {
            Json::Number(number) => number.as_i64(),
            Json::String(text) => text.trim().parse().ok(),
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        };
        let (min, max) = (self.min.unwrap_or(i64::MIN), self.max.unwrap_or(i64::MAX));
        match number {
            Some(number) if (min..=max).contains(&number) => Ok(Answer::Number(number)),
            Some(number) => Err(misfit(
                "out_of_range",
                format!(
                    "“{}” is {number}, but it goes from {min} to {max}. What was there before is kept. Type a number between the two.",
                    self.label
                ),
            )),
            None => Err(self.wrong()),
        }
    }

    fn wrong(&self) -> Misfit {
        let takes = match self.kind {
            Kind::Text | Kind::Long => "takes a text".to_owned(),
            Kind::List => "takes a list of lines".to_owned(),
            Kind::Choice => format!(
                "is one of: {}",
                self.options
                    .iter()
                    .map(|option| option.key.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            Kind::Number => format!(
                "takes a whole number from {} to {}",
                self.min.unwrap_or_default(),
                self.max.unwrap_or_default()
            ),
            Kind::Date => "takes a date like 2026-11-26".to_owned(),
            Kind::YesNo => "is yes or no (true or false)".to_owned(),
            Kind::Goals => "is filled goal by goal".to_owned(),
            Kind::Milestones => "is filled milestone by milestone".to_owned(),
            Kind::Contact => "is filled in the contact plan".to_owned(),
        };
        let next = match self.kind {
            Kind::Text | Kind::Long => "Send it as text.",
            Kind::List => "Send the lines as a list.",
            Kind::Choice => "Choose one of these.",
            Kind::Number => "Type it in digits.",
            Kind::Date => "Type the day in that form.",
            Kind::YesNo => "Choose one of the two.",
            Kind::Goals => "Use goal.add and goal.change.",
            Kind::Milestones => "Use milestone.add and milestone.change.",
            Kind::Contact => "Use channel.add, channel.change or times.mark.",
        };
        misfit(
            "invalid",
            format!(
                "“{}” {takes}. What was there before is kept. {next}",
                self.label
            ),
        )
    }
}

const fn misfit(code: &'static str, sentence: String) -> Misfit {
    Misfit { code, sentence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::template;
    use serde_json::json;

    fn read(key: &str, value: Json) -> Result<Option<Answer>, &'static str> {
        template()
            .field(key)
            .unwrap()
            .read(&value)
            .map_err(|misfit| misfit.code)
    }

    #[test]
    fn answers_are_read_by_the_kind_of_their_field() {
        assert_eq!(
            read("template.2.purposes", json!(["one", " ", " two "])),
            Ok(Some(Answer::List(vec!["one".into(), "two".into()])))
        );
        assert_eq!(read("template.2.purposes", json!([])), Ok(None));
        assert_eq!(read("template.2.purposes", json!("one")), Err("invalid"));
        assert_eq!(
            read("template.6.ad_hoc", json!("ask_first")),
            Ok(Some(Answer::Choice("ask_first".into())))
        );
        assert_eq!(read("template.6.ad_hoc", json!("maybe")), Err("invalid"));
        assert_eq!(
            read("template.1.shared_effort", json!(false)),
            Ok(Some(Answer::YesNo(false)))
        );
        assert_eq!(read("template.3.goals", json!("x")), Err("invalid"));
        assert_eq!(read("template.1.text", json!(null)), Ok(None));
        assert_eq!(read("template.1.text", json!(7)), Err("invalid"));
    }

    #[test]
    fn answers_at_the_edges_of_their_range() {
        assert_eq!(
            read("area.4.notice_hours", json!(0)),
            Ok(Some(Answer::Number(0)))
        );
        assert_eq!(
            read("area.4.notice_hours", json!("720")),
            Ok(Some(Answer::Number(720)))
        );
        assert_eq!(read("area.4.notice_hours", json!(721)), Err("out_of_range"));
        assert_eq!(read("area.4.notice_hours", json!(-1)), Err("out_of_range"));
        assert_eq!(read("area.4.notice_hours", json!(1.5)), Err("invalid"));
        assert_eq!(
            read("template.4.ends_on", json!("2027-02-29")),
            Err("no_such_date")
        );
        let full = "ä".repeat(TEXT_CHARS);
        assert!(read("area.4.places", json!(full)).is_ok());
        assert_eq!(
            read("area.4.places", json!(format!("{full}a"))),
            Err("too_long")
        );
        assert_eq!(
            read("area.4.text", json!("a".repeat(LONG_CHARS + 1))),
            Err("too_long")
        );
    }
}
