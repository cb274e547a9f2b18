//! The blank action plan: three goals in order, each with activities, effort and dates, and the milestones of the year
//! (R78, B6).

use super::Sheet;
use super::field::tick;
use crate::domain::activity::ActivityKind;
use crate::domain::learning;
use crate::papers::plan::Layout;
use fairlead_press::{Block, Cell, Column, Content, Paper, Row, Table, TextStyle};

/// Rows for activities of a goal, and for milestones.
const ACTIVITIES: usize = 3;
const MILESTONES: usize = 4;

impl Sheet<'_> {
    pub(super) fn plan(&self, paper: Paper, layout: Layout) -> Vec<Block> {
        let words = &learning::paper().blank;
        let mut all = self.title(&words.title, &words.under);
        all.push(Block::text(TextStyle::Body, self.say(&words.note)));
        all.extend((1..=3).map(|goal| self.blank_goal(goal, paper, layout)));
        all.push(Block::Table(Table {
            caption: words.coverage.clone(),
            columns: vec![Column::share(1); 3],
            rows: vec![Row {
                cells: ActivityKind::ALL
                    .map(|kind| Cell {
                        content: vec![tick(kind.name())],
                    })
                    .to_vec(),
            }],
            ..Table::default()
        }));
        all.push(self.blank_milestones(paper, layout));
        all
    }

    fn blank_goal(&self, goal: u32, paper: Paper, layout: Layout) -> Block {
        let shared = learning::paper();
        let words = &shared.blank;
        let heads = [
            &shared.activity,
            &words.kinds,
            &shared.effort,
            &words.start,
            &words.finish,
            &words.owner,
        ];
        let hand = layout.handwriting.then_some(&shared.notes);
        Block::KeepTogether {
            blocks: vec![
                Block::heading(2, words.goal.replace("{value}", &goal.to_string())),
                Block::Table(Table {
                    columns: [5, 5, 5, 5].map(Column::share).to_vec(),
                    rows: vec![Row {
                        cells: [
                            vec![line(&shared.goal)],
                            vec![tick(&shared.short), tick(&shared.long)],
                            vec![line(&words.measure)],
                            vec![line(&words.helps)],
                        ]
                        .map(|content| Cell { content })
                        .to_vec(),
                    }],
                    ..Table::default()
                }),
                Block::Table(Table {
                    caption: String::new(),
                    columns: layout.columns(paper, &[60, 18, 22, 22, 22, 22]),
                    head: heads
                        .into_iter()
                        .chain(hand)
                        .map(|head| Cell::text(self.say(head)))
                        .collect(),
                    row_heads: false,
                    rows: rows(ACTIVITIES, heads.len()),
                }),
            ],
        }
    }

    fn blank_milestones(&self, paper: Paper, layout: Layout) -> Block {
        let words = learning::paper();
        let heads = [
            &words.when,
            &words.milestone,
            &words.evidence,
            &words.rating,
        ];
        let hand = layout.handwriting.then_some(&words.notes);
        Block::KeepTogether {
            blocks: vec![
                Block::heading(2, &words.blank.milestones),
                Block::Table(Table {
                    caption: String::new(),
                    columns: layout.columns(paper, &[34, 60, 60, 26]),
                    head: heads
                        .into_iter()
                        .chain(hand)
                        .map(|head| Cell::text(self.say(head)))
                        .collect(),
                    row_heads: false,
                    rows: rows(MILESTONES, heads.len()),
                }),
            ],
        }
    }
}

fn line(label: &str) -> Content {
    Content::Lines {
        count: 1,
        label: label.to_owned(),
    }
}

/// Rows with room to write in each of their cells; the column for notes stays white.
fn rows(count: usize, cells: usize) -> Vec<Row> {
    (0..count)
        .map(|_| Row {
            cells: (0..cells)
                .map(|_| Cell {
                    content: vec![Content::Lines {
                        count: 1,
                        label: String::new(),
                    }],
                })
                .collect(),
        })
        .collect()
}
