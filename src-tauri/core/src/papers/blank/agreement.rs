//! The blank agreement: the areas as a table (R52), the clauses, room for what is left out, signatures.

use super::field::tick;
use super::{Sheet, blocks, lines};
use crate::domain::overlay::FormSection;
use crate::domain::phrases;
use crate::domain::template::{Field, Part, Section};
use fairlead_press::{
    Block, Cell, Column, Content, LineStyle, Row, Run, SignatureBox, SignatureLine, Table,
    TextStyle,
};

/// Rows for headings of their own (R53).
const OWN: usize = 2;

impl Sheet<'_> {
    pub(super) fn agreement(&self) -> Vec<Block> {
        let (words, heads) = (&self.words.agreement, &phrases::agreement().heads);
        let mut all = self.title(&words.title, &words.under);
        all.push(Block::heading(1, &heads.preamble));
        let preamble = phrases::agreement().preamble.iter();
        all.extend(preamble.map(|text| Block::text(TextStyle::Body, self.say(text))));
        all.push(Block::KeepTogether {
            blocks: vec![
                Block::Heading {
                    level: 1,
                    number: Some(heads.purpose_number.clone()),
                    text: heads.purpose.clone(),
                },
                Block::text(TextStyle::Body, self.say(&words.purpose)),
            ],
        });
        all.push(Block::Heading {
            level: 1,
            number: Some(heads.management_number.clone()),
            text: heads.management.clone(),
        });
        all.push(self.areas());
        all.push(Block::heading(1, &heads.clauses));
        for section in self.sections().filter(|each| each.part() == Part::Clause) {
            all.extend(self.clause(section));
        }
        all.push(Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &heads.left_out),
                Block::text(TextStyle::Body, self.say(&words.left_out)),
                lines(3, "").into(),
            ],
        });
        all.push(self.signing());
        all
    }

    fn areas(&self) -> Block {
        let heads = &phrases::agreement().heads;
        let mut rows: Vec<Row> = self
            .sections()
            .filter(|section| section.part() == Part::Contract)
            .map(|section| self.area(section))
            .collect();
        rows.extend((0..OWN).map(|_| Row {
            cells: vec![
                Cell {
                    content: vec![Content::text(TextStyle::Guidance, &heads.own), lines(1, "")],
                },
                Cell {
                    content: vec![lines(3, "")],
                },
            ],
        }));
        Block::Table(Table {
            caption: self.say(&heads.areas),
            columns: vec![Column::share(4), Column::share(9)],
            head: vec![Cell::text(&heads.area), Cell::text(&heads.agreed)],
            row_heads: true,
            rows,
        })
    }

    fn area(&self, section: FormSection<'_>) -> Row {
        let number = section
            .standard
            .and_then(|standard| standard.number.clone())
            .unwrap_or_default();
        let mut left = vec![Content::Paragraph {
            style: TextStyle::Body,
            runs: vec![Run::bold(
                format!("{number} {}", self.title_of(section)).trim_start(),
            )],
        }];
        left.extend(self.intro(section));
        let right = match section.standard {
            Some(standard) => standard
                .fields
                .iter()
                .filter(|field| is_asked(field))
                .flat_map(|field| self.field(field))
                .collect(),
            None => vec![lines(3, "")],
        };
        Row {
            cells: vec![Cell { content: left }, Cell { content: right }],
        }
    }

    fn clause(&self, section: FormSection<'_>) -> Vec<Block> {
        let Some(standard) = section.standard else {
            return Vec::new();
        };
        let mut head = vec![Block::heading(2, self.title_of(section))];
        head.extend(blocks(self.intro(section)));
        let asked = standard.fields.iter().filter(|field| is_asked(field));
        let mut body = asked.map(|field| blocks(self.field(field)));
        head.extend(body.next().unwrap_or_default());
        let mut all = vec![Block::KeepTogether { blocks: head }];
        all.extend(body.map(|blocks| Block::KeepTogether { blocks }));
        all.extend(self.sharing(standard));
        all
    }

    /// R96: who may hear what, as a box for each.
    fn sharing(&self, section: &Section) -> Option<Block> {
        let heads = &phrases::agreement().heads;
        let places = || {
            section
                .fields
                .iter()
                .filter_map(|field| field.cell.as_ref())
        };
        let mut columns: Vec<&str> = Vec::new();
        let mut topics: Vec<&str> = Vec::new();
        for place in places() {
            if !columns.contains(&place.column.as_str()) {
                columns.push(&place.column);
            }
            if !topics.contains(&place.row.as_str()) {
                topics.push(&place.row);
            }
        }
        let room = |topic: &str, column: &str| Cell {
            content: places()
                .filter(|place| place.row == topic && place.column == column)
                .map(|_| tick(&phrases::agreement().words.may_hear))
                .collect(),
        };
        let row = |topic: &&str| Row {
            cells: std::iter::once(Cell::text(self.say(topic)))
                .chain(columns.iter().map(|column| room(topic, column)))
                .collect(),
        };
        let table = Table {
            caption: heads.sharing.clone(),
            columns: std::iter::once(5)
                .chain(columns.iter().map(|_| 4))
                .map(Column::share)
                .collect(),
            head: std::iter::once(Cell::text(&heads.topic))
                .chain(columns.iter().map(|column| Cell::text(self.say(column))))
                .collect(),
            row_heads: true,
            rows: topics.iter().map(row).collect(),
        };
        (!topics.is_empty()).then(|| Block::KeepTogether {
            blocks: vec![Block::Table(table)],
        })
    }

    pub(super) fn signatures(&self) -> Block {
        let words = phrases::agreement();
        let line = |label: &str| SignatureLine {
            label: label.to_owned(),
            ..SignatureLine::default()
        };
        let sign = |role: &str, thread| SignatureBox {
            role: self.say(role),
            name: String::new(),
            thread,
            lines: vec![
                line(&self.words.name),
                line(&words.words.sign_line),
                line(&words.words.sign_date),
                line(&words.words.sign_place),
            ],
            ..SignatureBox::default()
        };
        Block::Signatures {
            boxes: vec![
                sign(&words.facts.mentee, LineStyle::Dashed),
                sign(&words.facts.mentor, LineStyle::Solid),
            ],
        }
    }
}

/// Whether a question stands on the form by itself: not where it is a cell of a table, or only for the
/// two while they talk.
fn is_asked(field: &Field) -> bool {
    field.cell.is_none() && !field.unprinted
}
