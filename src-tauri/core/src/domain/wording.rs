//! From structured answers to sentences, and advice on answers that do not fit together.
//!
//! The sentences stand in `content/agreement.toml` beside the questions; what needs more than one
//! answer stands here. Advice never blocks: it asks a question, and the two decide.

use super::dates;
use super::side::Side;
use super::template::{Answer, Field, Kind};
use super::terms::{Pattern, Terms, Unit};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

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
}

impl Speaker<'_> {
    /// Fills the places of a text from the content files: `{We}`, `{mentor}`, `{person}`, `{value}`.
    /// What is filled in is never read again, so that a name like `{value}` stays a name.
    pub fn fill(&self, text: &str, person: Option<Side>, value: &str) -> String {
        let mut filled = String::with_capacity(text.len() + value.len());
        let mut rest = text;
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

    /// "We read this agreement again every six months. The first time is Friday 11 September 2026." (R47)
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
        let mut sentence = self.fill("{We} read this agreement again {value}.", None, &every);
        let counted = terms.revisit_months.is_some() || terms.revisit.as_deref() != Some("other");
        let first = terms
            .revisits(connected_on)
            .and_then(|series| series.next_after(None))
            .or(terms.revisit_on);
        if let (true, Some(date)) = (counted, first) {
            sentence.push_str(&format!(" The first time is {}.", dates::long(date)));
        }
        Some(sentence)
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

/// A question about answers that do not fit together. It never blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Advice {
    /// The field it stands beside.
    pub field: &'static str,
    /// Stable name of the rule.
    pub code: &'static str,
    /// The question, in words.
    pub sentence: String,
    /// A number that would fit, where there is one.
    pub number: Option<u32>,
}

fn advice(field: &'static str, code: &'static str, sentence: impl Into<String>) -> Advice {
    Advice {
        field,
        code,
        sentence: sentence.into(),
        number: None,
    }
}

/// All advice on the structured answers.
pub fn advise(terms: &Terms) -> Vec<Advice> {
    [
        silence(terms),
        term(terms),
        open_end(terms),
        missing_end(terms),
        last_call(terms),
        early_revisit(terms),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// R39, C7: a silence limit no longer than the meeting interval would ring each time.
fn silence(terms: &Terms) -> Option<Advice> {
    let pattern = terms.pattern()?;
    let weeks = terms.silence_weeks?;
    let interval = pattern.interval_days();
    if weeks.saturating_mul(7) > interval {
        return None;
    }
    let fits = interval.div_ceil(7).saturating_add(2).max(8);
    let meets = match rhythm(pattern).split_once(" for ") {
        Some((every, _)) => every.to_owned(),
        None => rhythm(pattern),
    };
    Some(Advice {
        number: (fits <= 52).then_some(fits),
        ..advice(
            "area.5.silence_weeks",
            "silence_within_interval",
            format!(
                "You meet {meets}, so this reminder would come each time. Would {} suit you better?",
                amount(i64::from(fits), "weeks")
            ),
        )
    })
}

/// R66: six to twelve months is usual; another length is only pointed out.
fn term(terms: &Terms) -> Option<Advice> {
    let (start, end) = (terms.starts_on?, terms.ends_on?);
    let at = "template.4.ends_on";
    if end <= start {
        return Some(advice(
            at,
            "end_before_start",
            format!(
                "The end lies before the beginning on {}, so there is no mid-point yet. Which of the two dates is right?",
                dates::long(start)
            ),
        ));
    }
    if end < dates::add_months(start, 6)? {
        return Some(advice(
            at,
            "term_short",
            "This is shorter than the usual six to twelve months. Is it long enough for your goals?",
        ));
    }
    if end > dates::add_months(start, 12)? {
        return Some(advice(
            at,
            "term_long",
            "This is longer than the usual six to twelve months. Would a nearer end help you to use the time?",
        ));
    }
    None
}

/// C9: an open end needs a date to look at the agreement again.
fn open_end(terms: &Terms) -> Option<Advice> {
    (terms.end_kind.as_deref() == Some("open")
        && (terms.revisit.is_none() || revisit_is_vague(terms)))
    .then(|| {
        advice(
            "area.12.revisit",
            "open_end_without_revisit",
            "You left the end open, so a date to look at this again is needed before you sign. When should it be?",
        )
    })
}

fn revisit_is_vague(terms: &Terms) -> bool {
    terms.revisit.as_deref() == Some("other")
        && terms.revisit_months.is_none()
        && terms.revisit_on.is_none()
}

/// R50: the end date was chosen as the end, and is missing.
fn missing_end(terms: &Terms) -> Option<Advice> {
    (terms.end_kind.as_deref() == Some("end_date") && terms.ends_on.is_none()).then(|| {
        advice(
            "area.14.end",
            "end_date_missing",
            "There is no end date in section 4 yet. Which day should it be?",
        )
    })
}

/// C6: the last call comes after the day on which points are due.
fn last_call(terms: &Terms) -> Option<Advice> {
    let lead = terms.agenda_lead_days.unwrap_or(2);
    let call = terms.agenda_last_call_days?;
    (terms.agenda != Some(false) && call >= lead && call > 0).then(|| {
        advice(
            "area.3.agenda_last_call_days",
            "last_call_too_early",
            match lead {
                0 => "The points are due on the day of the meeting, so a last reminder would come too early. Is one of the two numbers different?".to_owned(),
                _ => format!(
                    "The points are due {} before the meeting, so a last reminder would have to come later than that. Is one of the two numbers different?",
                    amount(i64::from(lead), "days")
                ),
            },
        )
    })
}

/// R47: a first revisit before the beginning.
fn early_revisit(terms: &Terms) -> Option<Advice> {
    let (start, on) = (terms.starts_on?, terms.revisit_on?);
    (on <= start).then(|| {
        advice(
            "area.12.revisit_on",
            "revisit_before_start",
            format!(
                "This day is not after you begin on {}. When do you want to look at the agreement again?",
                dates::long(start)
            ),
        )
    })
}

const GENERIC: &[&str] = &[
    "be mentored",
    "being mentored",
    "mentoring",
    "mentorship",
    "have a mentor",
    "having a mentor",
    "get a mentor",
    "be a mentor",
    "mentor somebody",
    "mentor someone",
    "learn",
    "grow",
    "develop",
    "get better",
    "improve",
    "get advice",
    "advice",
    "guidance",
    "support",
    "help",
    "career",
    "my career",
    "development",
    "personal development",
    "career development",
    "professional development",
];

/// R62: a purpose that would suit any pair is questioned, never refused.
pub fn question_purpose(purpose: &str) -> Option<Advice> {
    let plain: String = purpose
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .to_lowercase();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let lead_in = [
        "i", "we", "want", "would", "like", "to", "for", "just", "some", "so", "that", "can",
    ];
    while words.first().is_some_and(|word| lead_in.contains(word)) {
        words.remove(0);
    }
    GENERIC.contains(&words.join(" ").as_str()).then(|| {
        advice(
            "template.2.purposes",
            "purpose_generic",
            "For what? Try: so that I can ...",
        )
    })
}

/// R63 and R88: what a look at the goals suggests. `short` counts short-term goals, `ranked` those in front.
pub fn advise_goals(short: usize, long: usize, ranked: usize) -> Vec<Advice> {
    let at = "template.3.goals";
    let mut all = Vec::new();
    if short < 2 {
        all.push(advice(
            at,
            "goals_short_term",
            "Two or more short-term goals at work make a good beginning. What else could be reached soon?",
        ));
    }
    if long == 0 {
        all.push(advice(
            at,
            "goals_long_term",
            "There is no long-term goal yet. Where should the longer path lead?",
        ));
    }
    if short + long > 0 && ranked < 3 {
        all.push(advice(
            at,
            "goals_ranked",
            "Fewer than three goals are in front. That is fine, and you can put others in front at any meeting.",
        ));
    }
    all
}

/// Whether the answer to a kind of field is prose that stands as it was written.
pub const fn is_prose(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Long | Kind::List)
}
