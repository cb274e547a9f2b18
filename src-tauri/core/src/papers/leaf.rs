//! What small papers of a relationship have in common: names at the top, a title, sections, facts, lists.

use super::prose;
use crate::domain::phrases;
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{
    Block, Cell, Content, Document, Fact, Footer, Header, Paper, Row, Run, Table, TextStyle,
};

/// A paper of the two, still empty.
pub(super) struct Leaf<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it is, for a reader's list of files.
    pub subject: &'a str,
    /// The mentee and the mentor.
    pub names: [&'a str; 2],
    /// What stands at the foot.
    pub footer: &'a str,
    /// The programme's words (C29).
    pub vocabulary: &'a Vocabulary,
    /// When it is printed.
    pub made: DateTime<FixedOffset>,
}

impl Leaf<'_> {
    /// Both names.
    pub(super) fn names(&self) -> String {
        let [mentee, mentor] = self.names;
        format!("{mentee} and {mentor}")
    }

    /// A text of the paper itself in the programme's words.
    pub(super) fn say(&self, text: &str) -> String {
        self.vocabulary.say(text).into_owned()
    }

    /// The document with its head and foot.
    pub(super) fn document(&self, paper: Paper) -> Document {
        let mut document = Document::new(self.title, "en-GB", self.made);
        let names = self.names();
        document.metadata.title = format!("{}: {names}", self.title);
        document.metadata.author.clone_from(&names);
        self.subject.clone_into(&mut document.metadata.subject);
        document.header = Header {
            left: names,
            right: self.title.to_owned(),
            draft: None,
        };
        document.footer = Footer {
            before: self.footer.to_owned(),
            after: String::new(),
        };
        document
            .words
            .page
            .clone_from(&phrases::agreement().page.page);
        document.paper = paper;
        document
    }
}

/// The first name, as people speak.
pub(super) fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// A heading with what stands under it; the heading stays with the first of it.
pub(super) fn section(title: &str, mut body: Vec<Block>) -> Vec<Block> {
    let rest = body.split_off(body.len().min(1));
    let mut head = vec![Block::heading(1, title)];
    head.extend(body);
    let mut all = vec![Block::KeepTogether { blocks: head }];
    all.extend(rest);
    all
}

/// `Priya: what she said`, with its lines and lists as they were typed.
pub(super) fn said(who: &str, text: &str) -> Block {
    let mut lines = text.lines();
    let one = lines.next().unwrap_or_default();
    let mut runs = vec![Run::bold(format!("{who}: ")), Run::plain(one)];
    for line in lines {
        runs.push(Run::plain(format!("\n{line}")));
    }
    Block::Paragraph {
        style: TextStyle::Body,
        runs,
    }
}

/// Labels and values.
pub(super) fn facts(pairs: &[(&str, &str)]) -> Block {
    Block::Facts {
        facts: pairs
            .iter()
            .map(|(label, value)| Fact {
                label: (*label).to_owned(),
                value: vec![Run::plain(*value)],
            })
            .collect(),
    }
}

/// A list of short lines.
pub(super) fn list(lines: impl IntoIterator<Item = String>) -> Block {
    prose::list(lines).into()
}

/// A table with a head.
pub(super) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> Block {
    let cell = |text: &str| Cell {
        content: vec![Content::text(TextStyle::Body, text)],
    };
    Block::Table(Table {
        head: head.map(&cell).into(),
        row_heads: true,
        rows: rows
            .iter()
            .map(|row| Row {
                cells: row.iter().map(|text| cell(text)).collect(),
            })
            .collect(),
        ..Table::default()
    })
}
