//! The fourteen areas as a table, and the clauses.

use super::{Sheet, at, blocks, cell, held, part};
use crate::domain::template::Place;
use fairlead_press::{Block, Cell, Column, Content, Row, Run, Table, TextStyle};

impl Sheet<'_> {
    /// R52: two columns, heading with question beside what was agreed; own headings follow (R53).
    pub(super) fn management(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let mut rows: Vec<Row> = at(Place::Management)
            .map(|section| {
                let number = section.number.as_deref().unwrap_or_default();
                let heading = Content::Paragraph {
                    style: TextStyle::Body,
                    runs: vec![Run::bold(format!("{number} {}", section.title))],
                };
                let question = Content::text(TextStyle::Guidance, &section.question);
                Row {
                    cells: vec![
                        cell(vec![heading, question]),
                        cell(self.setter.content(section)),
                    ],
                }
            })
            .collect();
        rows.extend(self.facts.own.iter().map(|own| {
            let heading = Content::Paragraph {
                style: TextStyle::Body,
                runs: vec![Run::bold(&own.title)],
            };
            let kind = Content::text(TextStyle::Guidance, &heads.own);
            Row {
                cells: vec![
                    cell(vec![heading, kind]),
                    cell(self.setter.own(&own.text, own.standing)),
                ],
            }
        }));
        vec![
            part(&heads.management_number, &heads.management),
            Block::Table(Table {
                caption: heads.areas.clone(),
                columns: vec![Column::share(4), Column::share(9)],
                head: vec![Cell::text(&heads.area), Cell::text(&heads.agreed)],
                row_heads: true,
                rows,
            }),
        ]
    }

    /// R95 and R97.
    pub(super) fn clauses(&self) -> Vec<Block> {
        let mut all = vec![Block::heading(1, &self.words.heads.clauses)];
        for section in at(Place::Clause) {
            let head = vec![
                Block::heading(2, &section.title),
                Block::text(TextStyle::Guidance, &section.question),
            ];
            all.extend(held(head, blocks(self.setter.content(section))));
        }
        all
    }
}
