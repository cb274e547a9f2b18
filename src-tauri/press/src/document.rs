//! What a paper says, before anyone decides where it stands on a page.
//!
//! A [`Document`] is plain data: the screen renders it and the press sets it. Texts are shown as they are given,
//! so the words, their language and their order are the caller's; the press adds page numbers and nothing else.
//! Every text may hold anything a person can type.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{QrCode, SignatureBox};

/// A paper: what it is, what stands on every page, and its blocks in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PaperDocument")]
pub struct Document {
    /// What a reader's window title, a file browser and a screen reader say about the file.
    pub metadata: Metadata,
    /// The words at the top of every page.
    pub header: Header,
    /// The words at the bottom of every page, around "page 2 of 4".
    pub footer: Footer,
    /// The sheet.
    pub paper: Paper,
    /// Which way the sheet is turned.
    pub orientation: Orientation,
    /// The few words that the press itself sets.
    #[serde(default)]
    pub words: Words,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// Files carried inside the PDF. Not part of the JSON: the screen does not show them.
    #[serde(skip)]
    pub attachments: Vec<Attachment>,
}

impl Document {
    /// An empty A4 document in portrait; the title also stands at the left of the header.
    pub fn new(
        title: impl Into<String>,
        language: impl Into<String>,
        created: DateTime<FixedOffset>,
    ) -> Self {
        let title = title.into();
        Self {
            header: Header {
                left: title.clone(),
                ..Header::default()
            },
            metadata: Metadata {
                title,
                language: language.into(),
                author: String::new(),
                subject: String::new(),
                created,
            },
            footer: Footer::default(),
            paper: Paper::A4,
            orientation: Orientation::Portrait,
            words: Words::default(),
            blocks: Vec::new(),
            attachments: Vec::new(),
        }
    }
}

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// The title a reader shows in its window.
    pub title: String,
    /// BCP 47 tag of the document's language, like `en-GB`. A tag that is no tag counts as `und`.
    pub language: String,
    /// Whose paper it is; may be empty.
    pub author: String,
    /// One line on what it is about; may be empty.
    pub subject: String,
    /// When the paper was made: civil date and time with its offset. The press has no clock.
    #[ts(type = "string")]
    pub created: DateTime<FixedOffset>,
}

/// The top of every page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    /// At the side where reading starts, mostly the names.
    pub left: String,
    /// At the other side, mostly the title.
    pub right: String,
    /// Words for a paper that does not stand yet, like "Draft, not signed". They stand in bold over the header.
    pub draft: Option<String>,
}

/// The bottom of every page: `before · page 2 of 4 · after`. Empty parts fall away.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Footer {
    /// Before the page number, like "Agreement v2".
    pub before: String,
    /// After the page number, like the words of a fingerprint.
    pub after: String,
}

/// The words that the press sets on its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The page number; `{page}` and `{pages}` are replaced.
    pub page: String,
    /// What a screen reader says for a ticked box.
    pub ticked: String,
    /// What a screen reader says for an empty box.
    pub unticked: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            page: "page {page} of {pages}".into(),
            ticked: "ticked".into(),
            unticked: "not ticked".into(),
        }
    }
}

/// The sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 inches.
    Letter,
    /// 148 x 210 mm, for a card.
    A5,
}

/// Which way the sheet is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Orientation {
    /// Higher than wide.
    #[default]
    Portrait,
    /// Wider than high.
    Landscape,
}

/// One block of the paper.
///
/// `Paragraph`, `List`, `Checkbox`, `Lines` and `Bar` look the same here and in [`Content`], so that one renderer serves both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Block {
    /// The paper's own name, once, at the top. Not in the outline; headings stand below it.
    Title {
        /// The name, like "Mentoring agreement".
        text: String,
        /// A line under it, like the names; may be empty.
        under: String,
    },
    /// A heading; also an entry of the outline. Stays with what follows.
    Heading {
        /// 1 (part), 2 (section), 3 (within a section) or 4; anything else counts as the nearest of them.
        level: u8,
        /// The number or letter before it, like "3" or "Part 2".
        number: Option<String>,
        /// The heading.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// How it looks.
        style: TextStyle,
        /// Its text. A line feed starts a new line.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Numbered from 1 instead of bullets.
        ordered: bool,
        /// Its items.
        items: Vec<Item>,
    },
    /// A table. It may run over pages: its head is then repeated, and a long row is continued on the next page.
    Table(Table),
    /// Label and value pairs without a grid, like the title block's names and dates.
    Facts {
        /// The pairs, in order.
        facts: Vec<Fact>,
    },
    /// Boxes to sign in, two side by side where they fit. A box is never split.
    Signatures {
        /// One for each person.
        boxes: Vec<SignatureBox>,
    },
    /// A QR code with words beside it.
    QrCode(QrCode),
    /// Ruled space to write in by hand.
    Lines {
        /// How many lines; 0 counts as 1, more than 200 as 200.
        count: u16,
        /// What belongs there, small, over the lines; may be empty.
        label: String,
    },
    /// A box with its text.
    Checkbox {
        /// Whether it is ticked.
        checked: bool,
        /// What it stands for.
        runs: Vec<Run>,
    },
    /// See [`Content::Bar`].
    Bar {
        /// Where it begins, in thousandths of the width from where reading starts.
        from: u16,
        /// Where it ends, in thousandths.
        to: u16,
    },
    /// A rule across the page.
    Rule {
        /// How it is drawn.
        line: LineStyle,
    },
    /// A picture, where reading starts, like a logo.
    Picture(Picture),
    /// What follows starts on a new page. Two in a row make one break.
    PageBreak,
    /// These blocks stay on one page if one page can hold them.
    KeepTogether {
        /// The blocks.
        blocks: Vec<Block>,
    },
}

/// What may stand in a table cell or a list item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Content {
    /// See [`Block::Paragraph`].
    Paragraph {
        /// How it looks.
        style: TextStyle,
        /// Its text. A line feed starts a new line.
        runs: Vec<Run>,
    },
    /// See [`Block::List`].
    List {
        /// Numbered from 1 instead of bullets.
        ordered: bool,
        /// Its items.
        items: Vec<Item>,
    },
    /// See [`Block::Checkbox`].
    Checkbox {
        /// Whether it is ticked.
        checked: bool,
        /// What it stands for.
        runs: Vec<Run>,
    },
    /// See [`Block::Lines`].
    Lines {
        /// How many lines; 0 counts as 1, more than 200 as 200.
        count: u16,
        /// What belongs there, small, over the lines; may be empty.
        label: String,
    },
    /// A bar across a part of the width, like a stretch of time in a table. What it shows stands in the cells beside
    /// it in words; the bar itself is decoration.
    Bar {
        /// Where it begins, in thousandths of the width from where reading starts.
        from: u16,
        /// Where it ends, in thousandths. A bar is never so short that it cannot be seen.
        to: u16,
    },
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TextStyle {
    /// Running text: serif, 11 pt.
    #[default]
    Body,
    /// Opening text, larger: the summary and the preamble.
    Lead,
    /// Notes and dates, smaller.
    Small,
    /// What the paper itself asks or explains, as against what the two people wrote: small, sans, grey.
    Guidance,
}

/// A stretch of text in one look and language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic. Scripts without an italic stay upright.
    #[serde(default)]
    pub italic: bool,
    /// BCP 47 tag where it differs from the document's.
    #[serde(default)]
    pub language: Option<String>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// What stands beside the bullet or number.
    pub content: Vec<Content>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What the table shows, over it; may be empty.
    pub caption: String,
    /// The columns, from where reading starts. A table without columns has as many equal ones as its longest row.
    pub columns: Vec<Column>,
    /// The head row, repeated on every page; empty for none.
    pub head: Vec<Cell>,
    /// The first cell of every row is that row's heading.
    pub row_heads: bool,
    /// The rows. Missing cells are empty; cells beyond the last column go into the last column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its part of the width, beside the other columns' shares. 0 counts as 1.
    pub share: u16,
    /// Where its text stands.
    #[serde(default)]
    pub align: Align,
}

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// Where reading starts.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where reading ends; for numbers.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Its content.
    pub content: Vec<Content>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// A PNG file in base64. Where it cannot be read as one, its words stand in its place.
    pub png: String,
    /// What it shows, for readers who do not see it. Without words it is decoration.
    pub words: String,
    /// How wide it may be at most, in millimetres.
    pub width: u16,
    /// How high it may be at most, in millimetres. A picture is never enlarged beyond 96 pixels an inch.
    pub height: u16,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// What it is, like "Mentor".
    pub label: String,
    /// The value.
    pub value: Vec<Run>,
}

/// How a line is drawn. The two people's threads differ in kind, not only in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LineStyle {
    /// Thin and grey.
    #[default]
    Hairline,
    /// The mentor's thread.
    Solid,
    /// The mentee's thread.
    Dashed,
}

/// A file carried inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name, like `agreement.json`.
    pub name: String,
    /// Its media type, like `application/json`.
    pub mime: String,
    /// What it is to the document.
    pub relation: Relation,
    /// One line on it.
    pub description: String,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
}

/// What an attached file is to the document (PDF/A-3 `AFRelationship`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The document was made from it.
    Source,
    /// The numbers behind it.
    Data,
    /// Another form of the same content.
    Alternative,
    /// Something added, like signatures.
    Supplement,
}

impl Run {
    /// Text in the document's language without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: true,
            ..Self::default()
        }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            italic: true,
            ..Self::default()
        }
    }
}

impl Content {
    /// A paragraph of one plain run.
    pub fn text(style: TextStyle, text: impl Into<String>) -> Self {
        Self::Paragraph {
            style,
            runs: vec![Run::plain(text)],
        }
    }
}

impl Block {
    /// A paragraph of one plain run.
    pub fn text(style: TextStyle, text: impl Into<String>) -> Self {
        Content::text(style, text).into()
    }

    /// A heading without a number.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            number: None,
            text: text.into(),
        }
    }
}

impl From<Content> for Block {
    fn from(content: Content) -> Self {
        match content {
            Content::Paragraph { style, runs } => Self::Paragraph { style, runs },
            Content::List { ordered, items } => Self::List { ordered, items },
            Content::Checkbox { checked, runs } => Self::Checkbox { checked, runs },
            Content::Lines { count, label } => Self::Lines { count, label },
            Content::Bar { from, to } => Self::Bar { from, to },
        }
    }
}

impl Cell {
    /// A cell of one body paragraph; no text, no paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        Self {
            content: vec![Content::text(TextStyle::Body, text)],
        }
    }
}

impl Table {
    /// A record of what happened, in order: when (the row's heading) and what, each with its words over it.
    pub fn record<K: Into<String>, V: Into<String>>(
        caption: impl Into<String>,
        head: [&str; 2],
        events: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        Self {
            caption: caption.into(),
            columns: vec![Column::share(4), Column::share(7)],
            head: head.map(Cell::text).into(),
            row_heads: true,
            rows: events
                .into_iter()
                .map(|(key, value)| Row {
                    cells: vec![Cell::text(key), Cell::text(value)],
                })
                .collect(),
        }
    }
}

impl Column {
    /// A column with this share of the width, its text where reading starts.
    pub fn share(share: u16) -> Self {
        Self {
            share,
            align: Align::Start,
        }
    }
}
