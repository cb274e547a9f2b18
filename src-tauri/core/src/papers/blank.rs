//! Blank forms, to be filled in by hand: the planning template and the agreement with ruled space and
//! boxes to tick, in the layout of the agreement (R78). They are made from a template, so that one with
//! other headings has its own forms.

mod agreement;
mod field;
mod plan;
mod planning;

use super::plan::Layout;
use crate::domain::learning;
use crate::domain::overlay::{Asked, FormSection, Overlay};
use crate::domain::phrases::{self, BlankWords};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{
    Block, Cell, Column, Content, Document, Footer, Header, Paper, Picture, Row, Run, Table,
    TextStyle,
};

/// A blank form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// The seven sections of the planning template.
    Planning,
    /// The agreement: its areas, clauses and signatures.
    Agreement,
    /// The action plan: goals, activities and milestones.
    ActionPlan,
}

/// Every blank form there is.
pub const BLANKS: &[Blank] = &[Blank::Planning, Blank::Agreement, Blank::ActionPlan];

impl Blank {
    /// The word of the command line and the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planning => "blank-template",
            Self::Agreement => "blank-contract",
            Self::ActionPlan => "blank_action_plan",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        let words = phrases::blank();
        match self {
            Self::Planning => &words.planning.title,
            Self::Agreement => &words.agreement.title,
            Self::ActionPlan => &learning::paper().blank.title,
        }
    }

    /// The form with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        BLANKS.iter().copied().find(|blank| blank.key() == key)
    }
}

/// Whose blank form it is, where it is made for a relationship: what its programme puts on its papers.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    /// The name of the programme, or nothing.
    pub programme: String,
    /// Its own words (C29).
    pub vocabulary: Vocabulary,
    /// Its logo as PNG in base64, and what it shows in words (R58).
    pub logo: Option<(String, String)>,
}

/// What a blank form is made from.
#[derive(Debug, Clone, Copy)]
pub struct BlankFacts<'a> {
    /// The template.
    pub overlay: &'a Overlay,
    /// Whether it is the form that Fairlead ships, whose name is no news on its own paper.
    pub shipped: bool,
    /// Whose it is.
    pub head: &'a Letterhead,
    /// When the form is made.
    pub made: DateTime<FixedOffset>,
}

/// The form as a document for `paper`.
pub fn document(blank: Blank, facts: BlankFacts<'_>, paper: Paper, layout: Layout) -> Document {
    let words = phrases::blank();
    let title = blank.title();
    let sheet = Sheet { facts, words };
    let mut document = Document::new(title, "en-GB", facts.made);
    let from = sheet.from();
    document.metadata.title = match &from {
        Some(from) => format!("{title}: {from}"),
        None => title.to_owned(),
    };
    document.metadata.author = from.clone().unwrap_or_default();
    document.header = Header {
        left: from.unwrap_or_default(),
        right: title.to_owned(),
        draft: None,
    };
    document.footer = Footer {
        before: words.footer.clone(),
        after: String::new(),
    };
    document.words.page.clone_from(&words.page);
    document.words.unticked.clone_from(&words.to_tick);
    document.paper = paper;
    document.blocks = match blank {
        Blank::Planning => {
            document.metadata.subject = sheet.say(&words.planning.subject);
            sheet.planning()
        }
        Blank::Agreement => {
            document.metadata.subject = sheet.say(&words.agreement.subject);
            sheet.agreement()
        }
        Blank::ActionPlan => {
            document.metadata.subject = sheet.say(&learning::paper().blank.subject);
            document.orientation = layout.orientation();
            sheet.plan(paper, layout)
        }
    };
    document
}

/// What the file may be called, without its extension and not yet safe on every system.
pub fn file_title(blank: Blank, facts: BlankFacts<'_>) -> String {
    let words = phrases::blank();
    let sheet = Sheet { facts, words };
    match sheet.from() {
        None => words.file.replace("{title}", blank.title()),
        Some(programme) if facts.shipped => words
            .file_of
            .replace("{title}", blank.title())
            .replace("{name}", &programme),
        Some(_) => words
            .file_of
            .replace("{title}", blank.title())
            .replace("{name}", &facts.overlay.name),
    }
}

struct Sheet<'a> {
    facts: BlankFacts<'a>,
    words: &'static BlankWords,
}

impl<'a> Sheet<'a> {
    /// Whose form it is, where it is not Fairlead's own: the programme, else the template.
    fn from(&self) -> Option<String> {
        let overlay = self.facts.overlay;
        let programme = match self.facts.head.programme.as_str() {
            "" => overlay.programme.as_str(),
            programme => programme,
        };
        match programme {
            "" if self.facts.shipped => None,
            "" => Some(overlay.name.clone()),
            programme => Some(programme.to_owned()),
        }
    }

    /// A text of the form in the programme's words (C29).
    fn say(&self, text: &str) -> String {
        self.facts.head.vocabulary.say(text).into_owned()
    }

    /// What a section is called: in the template's own words as they are, else in the programme's.
    fn title_of(&self, section: FormSection<'_>) -> String {
        match section.own_title() {
            Some(title) => title.to_owned(),
            None if section.is_own() => section.title().to_owned(),
            None => self.say(section.title()),
        }
    }

    /// The sections of the template that are not left out.
    fn sections(&self) -> impl Iterator<Item = FormSection<'a>> + use<'a> {
        let sections = self.facts.overlay.sections();
        sections.filter(|section| !section.is_hidden())
    }

    fn title(&self, title: &str, under: &str) -> Vec<Block> {
        let line = |label: &String| Cell {
            content: vec![Content::Lines {
                count: 1,
                label: self.say(label),
            }],
        };
        let under = self.say(under);
        // R58: over the title, as on the agreement.
        let logo = self.facts.head.logo.iter().map(|(png, words)| {
            Block::Picture(Picture {
                png: png.clone(),
                words: words.clone(),
                width: 45,
                height: 20,
            })
        });
        let mut blocks: Vec<Block> = logo.collect();
        blocks.extend([
            Block::Title {
                text: self.say(title),
                under: match self.from() {
                    Some(from) => format!("{from}. {under}"),
                    None => under,
                },
            },
            Block::Table(Table {
                columns: [4, 4, 3].map(Column::share).to_vec(),
                rows: vec![Row {
                    cells: [&self.words.mentee, &self.words.mentor, &self.words.date]
                        .map(line)
                        .to_vec(),
                }],
                ..Table::default()
            }),
        ]);
        blocks
    }

    /// What stands under the heading of a section: its question, the template's guidance, who asks for it.
    fn intro(&self, section: FormSection<'_>) -> Vec<Content> {
        let mut intro = Vec::new();
        if let Some(standard) = section.standard {
            intro.push(Content::text(
                TextStyle::Guidance,
                self.say(&standard.question),
            ));
        }
        if let Some(guidance) = section.own_guidance().filter(|text| !text.is_empty()) {
            intro.push(Content::text(TextStyle::Guidance, guidance));
        }
        if section.asked() == Asked::Template {
            let words = phrases::templates();
            let asked = match self.facts.overlay.programme.as_str() {
                "" => words.asked.clone(),
                programme => words.asked_by.replace("{programme}", programme),
            };
            intro.push(Content::Paragraph {
                style: TextStyle::Guidance,
                runs: vec![Run::bold(asked)],
            });
        }
        intro
    }

    /// The two signatures, with room for the names.
    fn signing(&self) -> Block {
        let words = phrases::agreement();
        Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &words.heads.signatures),
                Block::text(TextStyle::Body, self.say(&words.words.signing)),
                self.signatures(),
            ],
        }
    }
}

fn blocks(content: Vec<Content>) -> Vec<Block> {
    content.into_iter().map(Block::from).collect()
}

fn lines(count: u16, label: &str) -> Content {
    Content::Lines {
        count,
        label: label.to_owned(),
    }
}
