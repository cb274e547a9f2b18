//! The blank planning template: seven numbered sections, each with what to write (R78).

use super::field::tick;
use super::{Sheet, blocks, lines};
use crate::domain::overlay::FormSection;
use crate::domain::phrases;
use crate::domain::side::Side;
use crate::domain::template::{Field, Kind, Owner, Part};
use fairlead_press::{Block, Cell, Column, Content, Row, Run, Table, TextStyle};

/// Rows for goals: three that come first, and three more.
const GOALS: u16 = 6;
const RANKED: u16 = 3;
const MILESTONES: u16 = 4;

impl Sheet<'_> {
    pub(super) fn planning(&self) -> Vec<Block> {
        let words = &self.words.planning;
        let mut all = self.title(&words.title, &words.under);
        all.push(Block::text(TextStyle::Body, self.say(&words.note)));
        for section in self.sections().filter(|each| each.part() == Part::Template) {
            all.extend(self.section(section));
        }
        all
    }

    fn section(&self, section: FormSection<'_>) -> Vec<Block> {
        let Some(standard) = section.standard else {
            return Vec::new();
        };
        let mut head = vec![Block::Heading {
            level: 2,
            number: standard.number.clone(),
            text: self.title_of(section),
        }];
        head.extend(blocks(self.intro(section)));
        head.push(Block::Paragraph {
            style: TextStyle::Body,
            runs: vec![
                Run::bold(format!("{} ", self.words.write)),
                Run::plain(self.say(&standard.instruction)),
            ],
        });
        // A heading and what to write stay with the room for the first answer, a table of goals too.
        let mut body = standard.fields.iter().map(|field| self.block(field));
        head.extend(body.next().unwrap_or_default());
        let mut all = vec![Block::KeepTogether { blocks: head }];
        all.extend(body.map(|blocks| Block::KeepTogether { blocks }));
        all
    }

    fn block(&self, field: &Field) -> Vec<Block> {
        match (field.kind, field.owner) {
            (Kind::Goals, _) => vec![self.goals()],
            (Kind::Milestones, _) => vec![self.milestones(field)],
            (_, Owner::Each) => vec![self.side_by_side(field)],
            (_, Owner::Both) => blocks(self.field(field)),
        }
    }

    /// The two answers beside each other.
    fn side_by_side(&self, field: &Field) -> Block {
        let cells = [Side::Mentee, Side::Mentor].map(|side| Cell {
            content: self.ask_side(field, side),
        });
        Block::Table(Table {
            caption: self.label(field),
            columns: vec![Column::share(1), Column::share(1)],
            rows: vec![Row {
                cells: cells.to_vec(),
            }],
            ..Table::default()
        })
    }

    fn goals(&self) -> Block {
        let (heads, words) = (&phrases::agreement().heads, &phrases::agreement().words);
        let row = |at: u16| {
            let rank = if at <= RANKED {
                at.to_string()
            } else {
                String::new()
            };
            Row {
                cells: vec![
                    Cell::text(rank),
                    room(2),
                    room(2),
                    Cell {
                        content: vec![tick(&words.short), tick(&words.long)],
                    },
                ],
            }
        };
        Block::Table(Table {
            caption: String::new(),
            columns: [2, 9, 8, 9].map(Column::share).to_vec(),
            head: [&heads.rank, &heads.goal, &heads.measure, &heads.horizon]
                .map(Cell::text)
                .to_vec(),
            row_heads: false,
            rows: (1..=GOALS).map(row).collect(),
        })
    }

    fn milestones(&self, field: &Field) -> Block {
        let heads = &phrases::agreement().heads;
        Block::Table(Table {
            caption: self.label(field),
            columns: [4, 7, 5].map(Column::share).to_vec(),
            head: [
                &heads.milestone_on,
                &heads.milestone,
                &heads.milestone_source,
            ]
            .map(Cell::text)
            .to_vec(),
            row_heads: false,
            rows: (0..MILESTONES)
                .map(|_| Row {
                    cells: vec![room(1), room(1), room(1)],
                })
                .collect(),
        })
    }
}

/// Room to write in a cell.
fn room(count: u16) -> Cell {
    let content: Vec<Content> = vec![lines(count, "")];
    Cell { content }
}
