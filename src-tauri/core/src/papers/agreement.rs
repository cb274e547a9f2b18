//! The agreement on paper, in the order of requirements section 9: title block, five lines, preamble,
//! purpose, management, clauses, the rest of the planning sheet, what was left out, amendments,
//! signatures, fingerprint.

mod closing;
mod front;
mod management;
mod planning;
mod sheet;

pub use sheet::sheet;

pub use front::SummaryLine;

use super::facts::{AgreementFacts, Goal, Stage};
use super::fingerprint;
use super::section::Setter;
use crate::domain::phrases::{self, AgreementWords};
use crate::domain::template::{Place, Section, template};
use crate::domain::wording::{Names, Speaker, Voice};
use crate::trust::Fingerprint;
use crate::trust::fingerprint::in_groups;
use fairlead_press::{
    Attachment, Block, Cell, Content, Document, Fact, Footer, Header, Paper, Relation, Run,
    TextStyle,
};

/// What the structured answers of a section say, as the paper says it; empty where they say nothing.
pub fn sentence(facts: &AgreementFacts, section: &Section) -> String {
    setter(facts).sentences(section).0
}

/// The five lines that stand on the first page (R140).
pub fn summary(facts: &AgreementFacts) -> [SummaryLine; 5] {
    front::summary(&setter(facts))
}

/// Who speaks in the sentences of the paper: the two, by their short names.
pub(super) fn speaker(facts: &AgreementFacts) -> Speaker<'_> {
    setter(facts).speaker
}

fn names(facts: &AgreementFacts) -> (&str, &str) {
    let words = phrases::agreement();
    (
        called(&facts.mentor.name, &words.facts.mentor),
        called(&facts.mentee.name, &words.facts.mentee),
    )
}

fn setter(facts: &AgreementFacts) -> Setter<'_> {
    let (mentor, mentee) = names(facts);
    let (mentor, mentee) = short_names(mentor, mentee);
    Setter {
        facts,
        speaker: Speaker {
            vocabulary: Some(&facts.vocabulary),
            voice: Voice::We,
            names: Names { mentor, mentee },
        },
        terms: facts.answers.terms(),
    }
}

/// The agreement as a document for `paper`.
pub fn document(facts: &AgreementFacts, paper: Paper) -> Document {
    let words = phrases::agreement();
    let content = fingerprint::content(facts);
    let fingerprint = Fingerprint::of(&content);
    let mut document = without_signatures(facts, paper);
    document.footer.after = in_groups(&fingerprint.hex(), 2);
    document.blocks.push(Sheet::of(facts).signing(fingerprint));
    document.attachments = vec![Attachment {
        name: fingerprint::FILE.to_owned(),
        mime: "application/json".to_owned(),
        relation: Relation::Source,
        description: words.fingerprint.attachment.clone(),
        bytes: content,
    }];
    document
}

/// Everything before the signatures.
pub(super) fn without_signatures(facts: &AgreementFacts, paper: Paper) -> Document {
    let words = phrases::agreement();
    let sheet = Sheet::of(facts);
    let mut document = sheet.bare(&words.title, &words.subject, paper);
    document.header.draft = match facts.stage {
        Stage::Draft => Some(words.state.draft.clone()),
        Stage::Frozen => Some(words.state.frozen.clone()),
        Stage::Signed => None,
    };
    document.footer = Footer {
        before: match facts.stage {
            Stage::Draft => words.page.before.clone(),
            Stage::Frozen | Stage::Signed => {
                sheet
                    .full
                    .fill(&words.page.version, None, &facts.version.to_string())
            }
        },
        after: String::new(),
    };
    document.blocks = sheet.blocks();
    document
}

fn called<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    if name.trim().is_empty() {
        otherwise
    } else {
        name.trim()
    }
}

/// First names in sentences, as people speak; full names where the first names are the same.
fn short_names<'a>(mentor: &'a str, mentee: &'a str) -> (&'a str, &'a str) {
    let first = |name: &'a str| name.split_whitespace().next().unwrap_or(name);
    if first(mentor).to_lowercase() == first(mentee).to_lowercase() {
        (mentor, mentee)
    } else {
        (first(mentor), first(mentee))
    }
}

struct Sheet<'a> {
    facts: &'a AgreementFacts,
    words: &'static AgreementWords,
    full: Speaker<'a>,
    setter: Setter<'a>,
}

impl<'a> Sheet<'a> {
    fn of(facts: &'a AgreementFacts) -> Self {
        let words = phrases::agreement();
        let (mentor, mentee) = names(facts);
        let vocabulary = Some(&facts.vocabulary);
        let full = Speaker {
            vocabulary,
            voice: Voice::We,
            names: Names { mentor, mentee },
        };
        let setter = setter(facts);
        Self {
            facts,
            words,
            full,
            setter,
        }
    }

    /// A document of the two without anything in it.
    fn bare(&self, title: &str, subject: &str, paper: Paper) -> Document {
        let names = self.full.fill("{mentee} and {mentor}", None, "");
        let mut document = Document::new(title, "en-GB", self.facts.made);
        document.metadata.title = format!("{title}: {names}");
        document.metadata.author.clone_from(&names);
        subject.clone_into(&mut document.metadata.subject);
        document.header = Header {
            left: names,
            right: title.to_owned(),
            draft: None,
        };
        document.words.page.clone_from(&self.words.page.page);
        document.paper = paper;
        document
    }
}

impl Sheet<'_> {
    /// A text of the paper itself in the programme's words (C29).
    fn say(&self, text: &str) -> String {
        self.full.fill(text, None, "")
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.title();
        blocks.extend(self.summary());
        blocks.extend(self.preamble());
        blocks.extend(self.purpose());
        blocks.extend(self.management());
        blocks.extend(self.clauses());
        blocks.extend(self.planning());
        blocks.extend(self.left_out());
        blocks.extend(self.amendments());
        blocks
    }
}

fn at(place: Place) -> impl Iterator<Item = &'static Section> {
    template()
        .sections
        .iter()
        .filter(move |section| section.paper == place)
}

fn blocks(content: Vec<Content>) -> Vec<Block> {
    content.into_iter().map(Block::from).collect()
}

/// A heading stays with the first thing under it, and a closing line with the last one above it. Where the
/// first thing is the name of a list, the list is meant.
fn held(mut head: Vec<Block>, mut body: Vec<Block>) -> Vec<Block> {
    let tail = (body.len() > 2).then(|| body.split_off(body.len() - 2));
    let names_a_list = matches!(body.get(1), Some(Block::List { .. }))
        && matches!(body.first(), Some(Block::Paragraph { runs, .. }) if runs.len() == 1);
    let first = if names_a_list { 2 } else { 1 };
    let rest = body.split_off(body.len().min(first));
    head.extend(body);
    let mut all = vec![Block::KeepTogether { blocks: head }];
    all.extend(rest);
    all.extend(tail.map(|blocks| Block::KeepTogether { blocks }));
    all
}

/// The goals with a rank, in their order (R88).
fn top(goals: &[Goal]) -> Vec<&Goal> {
    let mut top: Vec<&Goal> = goals.iter().filter(|goal| goal.rank.is_some()).collect();
    top.sort_by_key(|goal| goal.rank);
    top
}

fn part(number: &str, text: &str) -> Block {
    Block::Heading {
        level: 1,
        number: Some(number.to_owned()),
        text: text.to_owned(),
    }
}

fn fact(label: &str, value: Vec<Run>) -> Fact {
    Fact {
        label: label.to_owned(),
        value,
    }
}

const fn cell(content: Vec<Content>) -> Cell {
    Cell { content }
}

/// What names a row.
fn named(text: String) -> Content {
    Content::Paragraph {
        style: TextStyle::Body,
        runs: vec![Run::bold(text)],
    }
}
