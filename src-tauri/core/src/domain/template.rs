//! The agreement's form: seven sections, fourteen areas and two clauses, read from `content/*.toml`.
//!
//! The text is data, so that the form, the paper and the command line can never ask different
//! questions. Everything is compiled in and checked once, at first use; the tests read it too.

use super::side::Side;
use super::vocabulary::Vocabulary;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use thiserror::Error;
use ts_rs::TS;

pub use super::answer::{Answer, Misfit};

/// Which part of the agreement a section belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// One of the seven numbered sections of the planning template (R78).
    Template,
    /// One of the fourteen areas of the contract (R28).
    Contract,
    /// Confidentiality (R95) or the no-fault ending (R97).
    Clause,
}

/// Where a section stands on paper (requirements, section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In part 1, Purpose.
    Purpose,
    /// As a row of the table in part 2, Management (R52).
    Management,
    /// Among the clauses that follow the table.
    Clause,
    /// After the clauses: the rest of the planning template.
    After,
}

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FieldKind")]
pub enum Kind {
    /// One line of text.
    Text,
    /// Paragraphs and lists.
    Long,
    /// Several short lines.
    List,
    /// One of the options.
    Choice,
    /// A whole number.
    Number,
    /// A calendar date.
    Date,
    /// Yes or no.
    YesNo,
    /// The goals, kept by use cases of their own.
    Goals,
    /// The milestones, kept by use cases of their own.
    Milestones,
    /// A part of the contact plan, kept by use cases of its own and read as lines.
    Contact,
}

/// Whether the two share one answer, or each gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// One answer for both.
    #[default]
    Both,
    /// One answer for each person.
    Each,
}

/// A value the form suggests. It is no answer until somebody takes it, unless the field is prefilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Suggestion {
    /// For yes or no.
    YesNo(bool),
    /// For a number.
    Number(i64),
    /// For a text, or the key of an option.
    Text(String),
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FieldOption")]
pub struct Choice {
    /// What is stored.
    pub key: String,
    /// What the form shows; `{mentor}` and `{mentee}` are names.
    pub label: String,
    /// A second line beside it.
    pub detail: Option<String>,
    /// What the paper says when it is chosen; the label where there is none.
    pub sentence: Option<String>,
    /// The wording that choosing it puts into the section's text (R95).
    pub text: Option<String>,
}

/// When a field is asked at all: only while another one has one of these answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// Full key of the other field.
    pub field: String,
    /// Its answers as text: an option's key, or `true` or `false`.
    pub is: Vec<String>,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Full key, like `template.4.ends_on`.
    pub key: String,
    /// What an answer is.
    pub kind: Kind,
    /// Whose answer it is.
    #[serde(default)]
    pub owner: Owner,
    /// What the form asks.
    pub label: String,
    /// A line of help under the label.
    pub hint: Option<String>,
    /// Must be answered before signing (R144, R146).
    #[serde(default)]
    pub required: bool,
    /// The options of a choice.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Smallest number, or fewest lines of a list.
    pub min: Option<i64>,
    /// Largest number.
    pub max: Option<i64>,
    /// Unit of a number, in the plural.
    pub unit: Option<String>,
    /// What the form suggests.
    pub default: Option<Suggestion>,
    /// The suggestion stands in the agreement until it is changed (R97).
    #[serde(default)]
    pub prefilled: bool,
    /// What the paper calls the answer; the label where there is none. `{person}` is a name.
    pub heading: Option<String>,
    /// What the row with both answers is called in a table on paper (R52), where each answers.
    #[serde(default)]
    pub row: Option<String>,
    /// What the paper says for an answer; `{value}` is the answer in words.
    pub sentence: Option<String>,
    /// What the paper says for no, and for the number 0.
    pub otherwise: Option<String>,
    /// When the field is asked.
    pub when: Option<When>,
    /// Where it stands in the section's table, where it is a cell of one (R96).
    pub cell: Option<Cell>,
    /// On whose role card it stands, where it is part of one (R61).
    pub about: Option<Side>,
    /// Only for the two while they talk: it stands on no paper and in no fingerprint.
    #[serde(default)]
    pub unprinted: bool,
}

/// A place in the table of a section: yes-or-no answers that belong side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FieldCell")]
pub struct Cell {
    /// What the row is about.
    pub row: String,
    /// What the column is about.
    pub column: String,
}

/// How a pair that does not exist answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Their first names.
    pub pair: String,
    /// What they wrote.
    pub text: String,
}

/// One section: guidance, questions to ask each other, and fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `template.1` to `template.7`, `area.1` to `area.14`, `clause.confidentiality`, `clause.no_fault`.
    pub key: String,
    /// Which part it belongs to.
    pub part: Part,
    /// Its number within the part; the clauses have none.
    pub number: Option<String>,
    /// A few words.
    pub title: String,
    /// The question it answers, in one line.
    pub question: String,
    /// One to three sentences, always visible.
    pub guidance: String,
    /// Why it matters.
    pub why: String,
    /// Questions to ask each other.
    pub ask: Vec<String>,
    /// An example from a fictional pair.
    pub example: Example,
    /// What to write (R78).
    pub instruction: String,
    /// The requirements it serves.
    pub requirements: Vec<String>,
    /// Where it stands on paper.
    pub paper: Place,
    /// Full keys of questions of other sections that are asked here too: the answer is the same one (R30, R91).
    #[serde(default)]
    pub also: Vec<String>,
    /// Its questions; the last one is `text`, "What you have decided".
    #[serde(rename(deserialize = "field"))]
    #[ts(rename = "fields")]
    pub fields: Vec<Field>,
}

/// The whole form.
#[derive(Debug)]
pub struct Template {
    /// The sections in the order in which they are asked.
    pub sections: Vec<Section>,
    places: HashMap<String, (usize, usize)>,
}

/// What is wrong with the content; only a developer ever sees it.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ContentError {
    /// It is no TOML of this shape.
    #[error("{0}")]
    Shape(String),
    /// It has the shape but not the sense.
    #[error("{key}: {fault}")]
    Sense {
        /// The section or field.
        key: String,
        /// What is wrong.
        fault: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    section: Vec<Section>,
}

static TEMPLATE: LazyLock<Template> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    Template::read(include_str!(concat!(env!("OUT_DIR"), "/agreement.json")))
        .expect("content/agreement.toml")
});

/// The form that Fairlead ships.
pub fn template() -> &'static Template {
    &TEMPLATE
}

impl Template {
    /// Reads and checks a form: the JSON that the build makes of `content/agreement.toml`.
    ///
    /// # Errors
    /// [`ContentError`] names the place where the text does not follow the schema.
    pub fn read(text: &str) -> Result<Self, ContentError> {
        let raw: Raw =
            serde_json::from_str(text).map_err(|error| ContentError::Shape(error.to_string()))?;
        let mut sections = raw.section;
        let mut places = HashMap::new();
        for (at, section) in sections.iter_mut().enumerate() {
            if !is_key(&section.key) {
                return fault(
                    &section.key,
                    "a section's key is two words with a dot between",
                );
            }
            for (position, field) in section.fields.iter_mut().enumerate() {
                if field.key.is_empty() || !field.key.bytes().all(is_key_byte) {
                    return fault(
                        &field.key,
                        "a field's key is lower-case letters, digits and _",
                    );
                }
                field.key = format!("{}.{}", section.key, field.key);
                if places.insert(field.key.clone(), (at, position)).is_some() {
                    return fault(&field.key, "stands there twice");
                }
            }
        }
        let template = Self { sections, places };
        template.check()?;
        Ok(template)
    }

    /// The section with this key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// The field with this full key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        let (section, field) = self.places.get(key)?;
        self.sections.get(*section)?.fields.get(*field)
    }

    /// The section a field stands in.
    pub fn section_of(&self, field: &str) -> Option<&Section> {
        let (section, _) = self.places.get(field)?;
        self.sections.get(*section)
    }

    /// Every field of the form.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The sections of one part.
    pub fn part(&self, part: Part) -> impl Iterator<Item = &Section> {
        self.sections
            .iter()
            .filter(move |section| section.part == part)
    }

    fn check(&self) -> Result<(), ContentError> {
        let mut seen = HashSet::new();
        for section in &self.sections {
            let key = section.key.as_str();
            if !seen.insert(key) {
                return fault(key, "stands there twice");
            }
            let numbered = section.number.is_some();
            if numbered == (section.part == Part::Clause) {
                return fault(key, "sections and areas have a number, clauses have none");
            }
            if let Some(number) = &section.number
                && !key.ends_with(&format!(".{number}"))
            {
                return fault(key, "its key does not end in its number");
            }
            if section.ask.is_empty() || section.requirements.is_empty() {
                return fault(key, "asks nothing, or serves no requirement");
            }
            if !section
                .fields
                .iter()
                .any(|field| field.key.ends_with(".text") && field.kind == Kind::Long)
            {
                return fault(key, "has no field `text`");
            }
            for also in &section.also {
                if self.section_of(also).is_none_or(|other| other.key == *key) {
                    return fault(key, "also asks what no other section asks");
                }
            }
            for field in &section.fields {
                self.check_field(field)?;
            }
        }
        Ok(())
    }

    fn check_field(&self, field: &Field) -> Result<(), ContentError> {
        let key = field.key.as_str();
        if (field.kind == Kind::Choice) == field.options.is_empty() {
            return fault(key, "a choice, and nothing else, has options");
        }
        let options: HashSet<_> = field.options.iter().map(|option| &option.key).collect();
        if options.len() != field.options.len() {
            return fault(key, "two options have the same key");
        }
        if (field.kind == Kind::Number) != (field.min.is_some() && field.max.is_some())
            && field.kind != Kind::List
        {
            return fault(
                key,
                "a number, and nothing else, has a smallest and a largest value",
            );
        }
        if field.prefilled
            && (field.prefilled_answer(&Vocabulary::default()).is_none()
                || !matches!(field.kind, Kind::Long | Kind::YesNo))
        {
            return fault(
                key,
                "is prefilled with nothing, or is no text and no yes or no",
            );
        }
        if field.cell.is_some() && (field.kind, field.owner) != (Kind::YesNo, Owner::Both) {
            return fault(
                key,
                "stands in a table, where there is only one yes or no in a cell",
            );
        }
        if let Some(default) = &field.default {
            let value = match default {
                Suggestion::YesNo(yes) => Json::Bool(*yes),
                Suggestion::Number(number) => Json::from(*number),
                Suggestion::Text(text) => Json::String(text.clone()),
            };
            if field.read(&value).is_err() {
                return fault(key, "suggests what it would refuse");
            }
        }
        if let Some(when) = &field.when {
            let Some(other) = self.field(&when.field) else {
                return fault(key, "depends on a field that does not exist");
            };
            let known = |word: &String| match other.kind {
                Kind::Choice => other.options.iter().any(|option| &option.key == word),
                Kind::YesNo => word == "true" || word == "false",
                Kind::Text
                | Kind::Long
                | Kind::List
                | Kind::Number
                | Kind::Date
                | Kind::Goals
                | Kind::Milestones
                | Kind::Contact => false,
            };
            if when.is.is_empty() || !when.is.iter().all(known) {
                return fault(key, "depends on an answer that cannot be given");
            }
            if other.owner == Owner::Each {
                return fault(key, "depends on an answer that there may be two of");
            }
        }
        Ok(())
    }
}

fn fault<T>(key: &str, fault: &str) -> Result<T, ContentError> {
    Err(ContentError::Sense {
        key: key.to_owned(),
        fault: fault.to_owned(),
    })
}

const fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

fn is_key(key: &str) -> bool {
    let mut words = key.split('.');
    let word = |word: Option<&str>| {
        word.is_some_and(|word| !word.is_empty() && word.bytes().all(is_key_byte))
    };
    word(words.next()) && word(words.next()) && words.next().is_none()
}

impl Field {
    /// The key within its section, like `ends_on`.
    pub fn name(&self) -> &str {
        self.key.rsplit('.').next().unwrap_or(&self.key)
    }

    /// The option with this key.
    pub fn option(&self, key: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.key == key)
    }

    /// The answer that stands there until somebody changes it (R96, R97).
    pub fn prefilled_answer(&self, vocabulary: &Vocabulary) -> Option<Answer> {
        if !self.prefilled {
            return None;
        }
        match &self.default {
            Some(Suggestion::YesNo(yes)) => Some(Answer::YesNo(*yes)),
            Some(Suggestion::Text(_)) => {
                let text = self.suggested_text()?;
                Some(Answer::Text(vocabulary.say(text).into_owned()))
            }
            Some(Suggestion::Number(_)) | None => None,
        }
    }

    /// The suggested text, where the suggestion is one.
    pub fn suggested_text(&self) -> Option<&str> {
        match &self.default {
            Some(Suggestion::Text(text)) => Some(text.trim_start_matches('\n')),
            Some(Suggestion::YesNo(_) | Suggestion::Number(_)) | None => None,
        }
    }
}
