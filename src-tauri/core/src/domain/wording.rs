//! From structured answers to sentences.
//!
//! The sentences stand in `content/agreement.toml` beside the questions; what needs more than one
//! answer stands here.

use super::dates;
use super::side::Side;
use super::template::{Answer, Field, Kind, template};
use super::terms::{Pattern, Terms, Unit};
use super::vocabulary::Vocabulary;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Who speaks: the form speaks to the pair, the paper speaks as the pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// "You meet every month."
    You,
    /// "We meet every month."
    We,
}

/// The names that stand in sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names<'a> {
    /// What the mentor is called.
    pub mentor: &'a str,
    /// What the mentee is called.
    pub mentee: &'a str,
}

impl<'a> Names<'a> {
    /// What the person on this side is called.
    pub const fn of(self, side: Side) -> &'a str {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }
}

/// One speaker: the voice and the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker<'a> {
    /// You or we.
    pub voice: Voice,
    /// The names.
    pub names: Names<'a>,
    /// The programme's own words, where it has some (C29).
    pub vocabulary: Option<&'a Vocabulary>,
}

impl Speaker<'_> {
    /// Fills the places of a text from the content files: `{We}`, `{mentor}`, `{person}`, `{value}`.
    /// What is filled in is never read again, so that a name like `{value}` stays a name.
    pub fn fill(&self, text: &str, person: Option<Side>, value: &str) -> String {
        let mut filled = String::with_capacity(text.len() + value.len());
        let text = match self.vocabulary {
            Some(vocabulary) => vocabulary.say(text),
            None => Cow::Borrowed(text),
        };
        let mut rest: &str = &text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((word, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match self.word(word, person, value) {
                Some(text) => filled.push_str(text),
                None => {
                    filled.push('{');
                    filled.push_str(word);
                    filled.push('}');
                }
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }

    fn word<'b>(&'b self, word: &str, person: Option<Side>, value: &'b str) -> Option<&'b str> {
        let pick = |we, you| match self.voice {
            Voice::We => we,
            Voice::You => you,
        };
        Some(match word {
            "We" => pick("We", "You"),
            "we" => pick("we", "you"),
            "us" => pick("us", "you"),
            "our" => pick("our", "your"),
            "Our" => pick("Our", "Your"),
            "mentor" => self.names.mentor,
            "mentee" => self.names.mentee,
            "person" => self.names.of(person?),
            "value" => value,
            _ => return None,
        })
    }

    /// What the paper calls the answer to a field.
    pub fn heading(&self, field: &Field, person: Option<Side>) -> String {
        self.fill(field.heading.as_deref().unwrap_or(&field.label), person, "")
    }

    /// The sentence for one answer, where the answer is not prose of its own: choices, numbers, dates,
    /// yes and no. `None` for texts and lists, which stand as they were written.
    pub fn sentence(&self, field: &Field, answer: &Answer, person: Option<Side>) -> Option<String> {
        let own = field.sentence.as_deref();
        match answer {
            Answer::Text(_) | Answer::List(_) => None,
            Answer::Choice(key) => {
                let option = field.option(key)?;
                let text = option.sentence.as_ref().unwrap_or(&option.label);
                Some(self.fill(text, person, ""))
            }
            Answer::Number(0) if field.otherwise.is_some() => field
                .otherwise
                .as_deref()
                .map(|text| self.fill(text, person, "")),
            Answer::Number(_) | Answer::Date(_) => {
                let value = in_words(field, answer);
                Some(own.map_or_else(|| value.clone(), |text| self.fill(text, person, &value)))
            }
            Answer::YesNo(yes) => {
                let (text, bare) = if *yes {
                    (own, "Yes")
                } else {
                    (field.otherwise.as_deref(), "No")
                };
                Some(text.map_or_else(|| bare.to_owned(), |text| self.fill(text, person, "")))
            }
        }
    }

    /// "We meet every 6 weeks for 90 minutes." (R90)
    pub fn meeting(&self, pattern: Pattern) -> String {
        self.fill("{We} meet {value}.", None, &rhythm(pattern))
    }

    /// "We talk every 6 weeks for 90 minutes, as section 5 says." Area 2 asks for the rhythm again (R30).
    pub fn timing(&self, pattern: Pattern) -> String {
        self.fill(
            "{We} talk {value}, as section 5 says.",
            None,
            &rhythm(pattern),
        )
    }

    /// "That is about 65 minutes a month." (R141)
    pub fn meeting_time(&self, pattern: Pattern) -> String {
        let about = if pattern.unit == Unit::Months
            && pattern.minutes.is_multiple_of(pattern.count.max(1))
        {
            ""
        } else {
            "about "
        };
        format!(
            "That is {about}{} a month.",
            amount(i64::from(pattern.minutes_a_month()), "minutes")
        )
    }

    /// "The mid-point is Thursday 30 July 2026." (R68)
    pub fn mid_point(&self, terms: &Terms) -> Option<String> {
        let date = terms.mid_point()?;
        Some(format!("The mid-point is {}.", dates::long(date)))
    }

    /// "If a message has no answer after 3 working days, the one who wrote asks again." (R38)
    pub fn reply(&self, terms: &Terms) -> Option<String> {
        let days = i64::from(terms.reply_days?);
        let unit = if terms.reply_working_days == Some(true) {
            "working days"
        } else {
            "days"
        };
        Some(format!(
            "If a message has no answer after {}, the one who wrote asks again.",
            amount(days, unit)
        ))
    }

    /// "If Priya has not replied after 3 days, please send a text message." (R14) `answers` gives this
    /// person's answer to a field.
    pub fn nudge(&self, side: Side, answers: impl Fn(&str) -> Option<Answer>) -> Option<String> {
        let after = match answers("area.5.nudge_days") {
            Some(answer) => format!(
                " after {}",
                in_words(template().field("area.5.nudge_days")?, &answer)
            ),
            None => String::new(),
        };
        let text = match answers("area.5.nudge_by") {
            Some(answer) => template()
                .field("area.5.nudge_by")?
                .option(&answer.word())?
                .sentence
                .as_deref()?,
            None if after.is_empty() => return None,
            None => "If {person} has not replied{value}, please ask again.",
        };
        Some(self.fill(text, Some(side), &after))
    }

    /// "We read this agreement again every six months, for the first time on Friday 11 September
    /// 2026." (R47)
    pub fn revisit(&self, terms: &Terms, connected_on: Option<NaiveDate>) -> Option<String> {
        let every = match terms.revisit.as_deref()? {
            "m3" => "every three months".to_owned(),
            "m6" => "every six months".to_owned(),
            "m12" => "every twelve months".to_owned(),
            _ => match (terms.revisit_months, terms.revisit_on) {
                (Some(months), _) => every(i64::from(months), "months"),
                (None, Some(date)) => format!("on {}", dates::long(date)),
                (None, None) => "at a time that is still open".to_owned(),
            },
        };
        let mut when = every;
        let counted = terms.revisit_months.is_some() || terms.revisit.as_deref() != Some("other");
        let first = terms
            .revisits(connected_on)
            .and_then(|series| series.next_after(None))
            .or(terms.revisit_on);
        if let (true, Some(date)) = (counted, first) {
            when.push_str(&format!(", for the first time on {}", dates::long(date)));
        }
        Some(self.fill("{We} read this agreement again {value}.", None, &when))
    }
}

/// `every 6 weeks for 90 minutes`.
pub fn rhythm(pattern: Pattern) -> String {
    let unit = match pattern.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    };
    format!(
        "{} for {}",
        every(i64::from(pattern.count), unit),
        amount(i64::from(pattern.minutes), "minutes")
    )
}

/// An answer in words: `24 hours`, `Thursday 30 July 2026`, `Yes`, the label of an option.
pub fn in_words(field: &Field, answer: &Answer) -> String {
    match answer {
        Answer::Number(number) => amount(*number, field.unit.as_deref().unwrap_or_default()),
        Answer::Date(date) => dates::long(*date),
        Answer::YesNo(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Answer::Choice(key) => field
            .option(key)
            .map_or_else(|| key.clone(), |option| option.label.clone()),
        Answer::Text(text) => text.clone(),
        Answer::List(lines) => lines.join("; "),
    }
}

/// `1 day`, `2 days`, `3 working days`; the unit is given in the plural.
pub fn amount(number: i64, unit: &str) -> String {
    if unit.is_empty() {
        return number.to_string();
    }
    format!("{number} {}", counted(number, unit))
}

fn counted(number: i64, unit: &str) -> &str {
    if number == 1 {
        unit.strip_suffix('s').unwrap_or(unit)
    } else {
        unit
    }
}

fn every(number: i64, unit: &str) -> String {
    if number == 1 {
        format!("every {}", counted(1, unit))
    } else {
        format!("every {number} {unit}")
    }
}

/// Whether the answer to a kind of field is prose that stands as it was written.
pub const fn is_prose(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Long | Kind::List)
}
