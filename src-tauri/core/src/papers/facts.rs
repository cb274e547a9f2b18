//! What the agreement is made from: plain data, so that a paper needs no store and no clock.
//!
//! There is no place here for a private note: what cannot be put in cannot be printed (B8).

use crate::domain::agreement_text::{TextForm, TextRatings};
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Kind, Owner, Part, Section, template};
use crate::domain::terms::{Terms, Unit};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value as Json;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// One of the two people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// Where the person works from, like "Leeds".
    pub place: Option<String>,
    /// IANA zone (R92).
    pub zone: Option<String>,
}

/// Short-term work goal or long-term career goal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Horizon {
    /// R63.
    #[default]
    Short,
    /// R64.
    Long,
}

impl Horizon {
    /// The word of the store and of the fingerprint.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
        }
    }
}

/// A goal, in the order of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Goal {
    /// Its id in the record. Not printed.
    pub id: String,
    /// What it is.
    pub title: String,
    /// How the two will know (R46); may be empty.
    pub measure: String,
    /// Short-term or long-term.
    pub horizon: Horizon,
    /// 1 to 3 for one of the top three (R88).
    pub rank: Option<u32>,
    /// Where each of the two stands towards it by their own judgement (R27).
    pub ratings: TextRatings,
}

/// A date that guides the end (R67).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Milestone {
    /// Its id in the record. Not printed.
    pub id: String,
    /// What it is.
    pub name: String,
    /// When, where that is known.
    pub on: Option<NaiveDate>,
    /// Where it comes from, like "performance review"; may be empty.
    pub source: String,
    /// Whether the relationship ends on it.
    pub ends: bool,
}

/// How the two stand to a section.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// Still talking.
    #[default]
    Open,
    /// Agreed by both.
    Agreed,
    /// Left out by agreement.
    NotForUs,
    /// Left for later on purpose when the version was frozen to be signed.
    Later,
}

impl Standing {
    /// The word of the store and of the fingerprint.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed => "agreed",
            Self::NotForUs => "not_for_us",
            Self::Later => "later",
        }
    }
}

/// A heading that the two added (R53).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnSection {
    /// Its id in the record. Not printed.
    pub id: String,
    /// Their heading.
    pub title: String,
    /// What they agreed; may be empty.
    pub text: String,
    /// How they stand to it.
    pub standing: Standing,
}

/// One heading of part 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// One of the fourteen areas, by its key.
    Area(String),
    /// One of their own, by its place in [`AgreementFacts::own`].
    Own(usize),
}

/// A change since the first version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The version that brought it.
    pub version: u32,
    /// The day on which that version was frozen to be signed; none in a draft.
    pub on: Option<NaiveDate>,
    /// The section it is about, where it is about one. Not printed.
    pub section: Option<String>,
    /// What changed, in a sentence.
    pub text: String,
}

/// How far a version has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stage {
    /// It may still change.
    #[default]
    Draft,
    /// It was frozen to be signed, and waits for both signatures.
    Frozen,
    /// Both have signed.
    Signed,
}

/// Everything that stands in one agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementFacts {
    /// Id of the relationship. Not printed.
    pub relationship: String,
    /// The template that the agreement was made from. Not printed.
    pub form: TextForm,
    /// How far the version has come. No part of the fingerprint.
    pub stage: Stage,
    /// Fingerprint of the version signed before.
    pub follows: Option<String>,
    /// When the version was frozen to be signed (RFC 9557).
    pub frozen_at: Option<String>,
    /// The mentor.
    pub mentor: Person,
    /// The mentee.
    pub mentee: Person,
    /// The programme, where there is one.
    pub programme: Option<String>,
    /// When the two were connected (R3).
    pub connected_on: Option<NaiveDate>,
    /// The programme's logo: a PNG in base64, and what it shows (R58). Printed; no part of the fingerprint.
    pub logo: Option<(String, String)>,
    /// The programme's own words (C29).
    pub vocabulary: Vocabulary,
    /// Number of this version, from 1.
    pub version: u32,
    /// The answers.
    pub answers: Answers,
    /// The goals in order.
    pub goals: Vec<Goal>,
    /// The milestones.
    pub milestones: Vec<Milestone>,
    /// How the two stand to each section; a section that is not named is open.
    pub standings: BTreeMap<String, Standing>,
    /// What sections are called instead of their own title (R53).
    pub titles: BTreeMap<String, String>,
    /// The sentence of a section, where the two worded it themselves.
    pub sentences: BTreeMap<String, String>,
    /// Their own headings, in order.
    pub own: Vec<OwnSection>,
    /// The headings of part 2 in their order, where the two moved one; else the areas come in the order
    /// of the form, and their own headings follow (R53).
    pub order: Vec<Heading>,
    /// Changes since the first version.
    pub amendments: Vec<Amendment>,
    /// When the paper is made. It is printed, and is no part of the fingerprint.
    pub made: DateTime<FixedOffset>,
}

impl AgreementFacts {
    /// An agreement in which nothing is answered yet.
    pub fn new(mentor: Person, mentee: Person, made: DateTime<FixedOffset>) -> Self {
        Self {
            relationship: String::new(),
            form: TextForm::default(),
            stage: Stage::Draft,
            follows: None,
            frozen_at: None,
            mentor,
            mentee,
            programme: None,
            connected_on: None,
            logo: None,
            vocabulary: Vocabulary::default(),
            version: 1,
            answers: Answers::default(),
            goals: Vec::new(),
            milestones: Vec::new(),
            standings: BTreeMap::new(),
            titles: BTreeMap::new(),
            sentences: BTreeMap::new(),
            own: Vec::new(),
            order: Vec::new(),
            amendments: Vec::new(),
            made,
        }
    }

    /// The person on this side.
    pub const fn person(&self, side: Side) -> &Person {
        match side {
            Side::Mentor => &self.mentor,
            Side::Mentee => &self.mentee,
        }
    }

    /// How the two stand to a section.
    pub fn standing(&self, section: &Section) -> Standing {
        self.standings
            .get(&section.key)
            .copied()
            .unwrap_or_default()
    }

    /// What a section is called: as the two named it, else as the form does (R53), there in the
    /// programme's words (C29).
    pub fn title<'a>(&'a self, section: &'a Section) -> Cow<'a, str> {
        match self.titles.get(&section.key) {
            Some(title) => Cow::Borrowed(title.as_str()),
            None => self.vocabulary.say(&section.title),
        }
    }

    /// The headings of part 2 in their order, the areas that were left out among them.
    pub fn headings(&self) -> Vec<Heading> {
        if !self.order.is_empty() {
            return self.order.clone();
        }
        let areas = template().part(Part::Contract);
        areas
            .map(|area| Heading::Area(area.key.clone()))
            .chain((0..self.own.len()).map(Heading::Own))
            .collect()
    }

    /// The answer that stands in the agreement: what was answered, else the wording that is there from
    /// the start (R97), else the wording that was chosen (R95).
    pub fn standing_answer(&self, field: &Field, side: Option<Side>) -> Option<Answer> {
        if let Some(answer) = self.answers.get(&field.key, side) {
            return Some(answer.clone());
        }
        if self.answers.is_emptied(&field.key, side) {
            return None;
        }
        if field.prefilled {
            return field.prefilled_answer(&self.vocabulary);
        }
        if field.kind == Kind::Long && field.owner == Owner::Both {
            let section = template().section_of(&field.key)?;
            return section.fields.iter().find_map(|choice| {
                let Some(Answer::Choice(key)) = self.answers.get(&choice.key, None) else {
                    return None;
                };
                let text = choice.option(key)?.text.as_ref()?;
                (field.name() == "text")
                    .then(|| Answer::Text(self.vocabulary.say(text).into_owned()))
            });
        }
        None
    }

    /// Whether the field is part of this agreement: not where the answer it depends on is another one.
    pub fn asks(&self, field: &Field) -> bool {
        field.when.as_ref().is_none_or(|when| {
            self.answers
                .get(&when.field, None)
                .is_none_or(|answer| when.is.contains(&answer.word()))
        })
    }
}

/// The sides that answer a field: nobody in particular, or each.
pub(super) const fn sides(field: &Field) -> &'static [Option<Side>] {
    match field.owner {
        Owner::Both => &[None],
        Owner::Each => &[Some(Side::Mentee), Some(Side::Mentor)],
    }
}

/// The answers by field and side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    given: BTreeMap<(String, Option<Side>), Answer>,
    /// What stood there from the start and was taken away.
    emptied: BTreeSet<(String, Option<Side>)>,
}

impl Answers {
    /// Takes an answer as it is stored or crosses the API. What does not fit its field is kept as text:
    /// nothing that somebody wrote may be missing on paper.
    pub fn set(&mut self, field: &str, side: Option<Side>, value: &Json) {
        let answer = match template().field(field).map(|field| field.read(value)) {
            Some(Ok(answer)) => answer,
            Some(Err(_)) | None => Some(Answer::Text(match value {
                Json::String(text) => text.clone(),
                other @ (Json::Null
                | Json::Bool(_)
                | Json::Number(_)
                | Json::Array(_)
                | Json::Object(_)) => other.to_string(),
            })),
        };
        let key = (field.to_owned(), side);
        match answer {
            Some(answer) => self.given.insert(key, answer),
            None => self.given.remove(&key),
        };
    }

    /// Says that a wording which stands there from the start was taken away.
    pub fn empty(&mut self, field: &str, side: Option<Side>) {
        self.emptied.insert((field.to_owned(), side));
    }

    fn is_emptied(&self, field: &str, side: Option<Side>) -> bool {
        self.emptied.contains(&(field.to_owned(), side))
    }

    /// One answer.
    pub fn get(&self, field: &str, side: Option<Side>) -> Option<&Answer> {
        self.given.get(&(field.to_owned(), side))
    }

    /// The structured answers, typed.
    pub fn terms(&self) -> Terms {
        Terms {
            starts_on: self.date("template.4.starts_on"),
            ends_on: self.date("template.4.ends_on"),
            cadence: self.text("template.5.cadence"),
            interval_count: self.number("template.5.interval_count"),
            interval_unit: match self.text("template.5.interval_unit").as_deref() {
                Some("days") => Some(Unit::Days),
                Some("weeks") => Some(Unit::Weeks),
                Some("months") => Some(Unit::Months),
                _ => None,
            },
            meeting_minutes: self.number("template.5.meeting_minutes"),
            meeting_place: self.text("template.5.place"),
            meeting_when: self.text("template.5.when"),
            postpone: self.text("template.5.postpone"),
            postpone_days: self.number("template.5.postpone_days"),
            mode: self.text("template.6.mode"),
            initiator: self.text("area.3.initiator"),
            agenda: self.yes("area.3.agenda"),
            agenda_lead_days: self.number("area.3.agenda_lead_days"),
            agenda_last_call_days: self.number("area.3.agenda_last_call_days"),
            agenda_missing: self.text("area.3.agenda_missing"),
            reply_days: self.number("area.5.reply_days"),
            reply_working_days: self.yes("area.5.reply_working_days"),
            silence_weeks: self.number("area.5.silence_weeks"),
            revisit: self.text("area.12.revisit"),
            revisit_months: self.number("area.12.revisit_months"),
            revisit_on: self.date("area.12.revisit_on"),
            rhythm: self.text("area.13.rhythm"),
            end_kind: self.text("area.14.end"),
            confidentiality: self.text("clause.confidentiality.wording"),
        }
    }

    fn text(&self, field: &str) -> Option<String> {
        match self.get(field, None)? {
            Answer::Text(text) | Answer::Choice(text) => Some(text.clone()),
            Answer::List(_) | Answer::Number(_) | Answer::Date(_) | Answer::YesNo(_) => None,
        }
    }

    fn number(&self, field: &str) -> Option<u32> {
        match self.get(field, None)? {
            Answer::Number(number) => u32::try_from(*number).ok(),
            Answer::Text(_)
            | Answer::Choice(_)
            | Answer::List(_)
            | Answer::Date(_)
            | Answer::YesNo(_) => None,
        }
    }

    fn date(&self, field: &str) -> Option<NaiveDate> {
        match self.get(field, None)? {
            Answer::Date(date) => Some(*date),
            Answer::Text(_)
            | Answer::Choice(_)
            | Answer::List(_)
            | Answer::Number(_)
            | Answer::YesNo(_) => None,
        }
    }

    fn yes(&self, field: &str) -> Option<bool> {
        match self.get(field, None)? {
            Answer::YesNo(yes) => Some(*yes),
            Answer::Text(_)
            | Answer::Choice(_)
            | Answer::List(_)
            | Answer::Number(_)
            | Answer::Date(_) => None,
        }
    }
}
