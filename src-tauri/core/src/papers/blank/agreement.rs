//! The blank agreement: the areas as a table (R52), the clauses, room for what is left out, signatures.

use super::{Sheet, blocks, lines};
use crate::domain::overlay::FormSection;
use crate::domain::phrases;
use crate::domain::template::Part;
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
        all.extend(preamble.map(|text| Block::text(TextStyle::Body, text)));
        all.push(Block::KeepTogether {
            blocks: vec![
                Block::Heading {
                    level: 1,
                    number: Some(heads.purpose_number.clone()),
                    text: heads.purpose.clone(),
                },
                Block::text(TextStyle::Body, &words.purpose),
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
                Block::text(TextStyle::Body, &words.left_out),
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
            caption: heads.areas.clone(),
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
                format!("{number} {}", section.title()).trim_start(),
            )],
        }];
        left.extend(self.intro(section));
        let right = match section.standard {
            Some(standard) => standard
                .fields
                .iter()
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
        let mut head = vec![Block::heading(2, section.title())];
        head.extend(blocks(self.intro(section)));
        let mut body = standard
            .fields
            .iter()
            .map(|field| blocks(self.field(field)));
        head.extend(body.next().unwrap_or_default());
        let mut all = vec![Block::KeepTogether { blocks: head }];
        all.extend(body.map(|blocks| Block::KeepTogether { blocks }));
        all
    }

    pub(super) fn signatures(&self) -> Block {
        let words = phrases::agreement();
        let line = |label: &str| SignatureLine {
            label: label.to_owned(),
            ..SignatureLine::default()
        };
        let sign = |role: &str, thread| SignatureBox {
            role: role.to_owned(),
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
