//! What a document is made of, seen once before it is set: which characters, and how deep.

use std::collections::BTreeSet;

use crate::{
    Block, Content, Document, Fact, Item, PressError, Run, boxes::modules, clean::clean,
    finish::short,
};

/// Lists and groups may stand in each other this deep; deeper ones are refused rather than risk the stack.
pub const DEEPEST: usize = 100;

/// All characters that the document shows.
///
/// # Errors
/// [`PressError::TooDeep`], [`PressError::Field`] and [`PressError::QrCode`].
pub(crate) fn characters(document: &Document) -> Result<BTreeSet<char>, PressError> {
    let mut survey = Survey {
        characters: "0123456789…•.".chars().collect(),
        fields: BTreeSet::new(),
    };
    let Document {
        metadata: _,
        header,
        footer,
        paper: _,
        orientation: _,
        words,
        blocks,
        attachments: _,
    } = document;
    for text in [
        &header.left,
        &header.right,
        &footer.before,
        &footer.after,
        &words.page,
    ] {
        survey.text(text);
    }
    if let Some(draft) = &header.draft {
        survey.text(draft);
    }
    survey.blocks(blocks, 0)?;
    Ok(survey.characters)
}

struct Survey {
    characters: BTreeSet<char>,
    /// The names of signature fields.
    fields: BTreeSet<String>,
}

impl Survey {
    fn text(&mut self, text: &str) {
        self.characters.extend(clean(text).chars());
    }

    /// A field's full name is its path, divided by full stops.
    fn field(&mut self, name: &str) -> Result<(), PressError> {
        let fit = !name.is_empty() && !name.contains('.') && *name == short(name);
        if fit && self.fields.insert(name.to_owned()) {
            Ok(())
        } else {
            Err(PressError::Field(name.to_owned()))
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            self.text(&run.text);
        }
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) -> Result<(), PressError> {
        if depth > DEEPEST {
            return Err(PressError::TooDeep);
        }
        for block in blocks {
            match block {
                Block::Title { text, under } => {
                    self.text(text);
                    self.text(under);
                }
                Block::Heading {
                    level: _,
                    number,
                    text,
                } => {
                    self.text(text);
                    if let Some(number) = number {
                        self.text(number);
                    }
                }
                Block::Paragraph { style: _, runs } => self.runs(runs),
                Block::List { ordered: _, items } => self.items(items, depth + 1)?,
                Block::Table(table) => {
                    self.text(&table.caption);
                    for cell in table
                        .head
                        .iter()
                        .chain(table.rows.iter().flat_map(|row| &row.cells))
                    {
                        self.content(&cell.content, depth + 1)?;
                    }
                }
                Block::Facts { facts } => {
                    for Fact { label, value } in facts {
                        self.text(label);
                        self.runs(value);
                    }
                }
                Block::Signatures { boxes } => {
                    for each in boxes {
                        self.text(&each.role);
                        self.text(&each.name);
                        for line in &each.lines {
                            self.text(&line.label);
                            self.text(&line.value);
                        }
                        if let Some(field) = &each.field {
                            self.field(&field.name)?;
                        }
                        for Fact { label, value } in &each.details {
                            self.text(label);
                            self.runs(value);
                        }
                    }
                }
                Block::QrCode(code) => {
                    modules(&code.text)?;
                    self.text(&code.label);
                }
                Block::Lines { count: _, label } => self.text(label),
                Block::Checkbox { checked, runs } => self.tick(*checked, runs),
                Block::Picture(picture) => self.text(&picture.words),
                Block::Rule { line: _ } | Block::Bar { from: _, to: _ } | Block::PageBreak => {}
                Block::KeepTogether { blocks } => self.blocks(blocks, depth + 1)?,
            }
        }
        Ok(())
    }

    fn content(&mut self, content: &[Content], depth: usize) -> Result<(), PressError> {
        if depth > DEEPEST {
            return Err(PressError::TooDeep);
        }
        for part in content {
            match part {
                Content::Paragraph { style: _, runs } => self.runs(runs),
                Content::List { ordered: _, items } => self.items(items, depth + 1)?,
                Content::Checkbox { checked, runs } => self.tick(*checked, runs),
                Content::Lines { count: _, label } => self.text(label),
                Content::Bar { from: _, to: _ } => {}
            }
        }
        Ok(())
    }

    fn items(&mut self, items: &[Item], depth: usize) -> Result<(), PressError> {
        items
            .iter()
            .try_for_each(|item| self.content(&item.content, depth))
    }

    fn tick(&mut self, checked: bool, runs: &[Run]) {
        self.characters.insert(tick(checked));
        self.runs(runs);
    }
}

/// The box of a checkbox.
pub(crate) fn tick(checked: bool) -> char {
    if checked { '☑' } else { '☐' }
}
