//! The headings of part 2 as a table, and the clauses.

use super::{Sheet, at, blocks, cell, held, named, part};
use crate::domain::template::{Answer, Place, Section, template};
use crate::papers::facts::{Heading, Standing};
use fairlead_press::{Block, Cell, Column, Content, Row, Table, TextStyle};

impl Sheet<'_> {
    /// R52: two columns, heading with question beside what was agreed; in the order, and by the names,
    /// that the two chose (R53). What is not used is listed at the end of the paper instead.
    pub(super) fn management(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let headings = self.facts.headings();
        let rows = headings.iter().filter_map(|heading| match heading {
            Heading::Area(key) => self.area(key),
            Heading::Own(at) => self.own(*at),
        });
        let rows: Vec<Row> = rows.collect();
        let mut all = vec![
            part(&heads.management_number, &heads.management),
            Block::Table(Table {
                caption: self.say(&heads.areas),
                columns: vec![Column::share(4), Column::share(9)],
                head: vec![Cell::text(&heads.area), Cell::text(&heads.agreed)],
                row_heads: true,
                rows,
            }),
        ];
        let beside: Vec<_> = headings
            .iter()
            .flat_map(|heading| match heading {
                Heading::Area(key) => self.beside(key),
                Heading::Own(_) => Vec::new(),
            })
            .collect();
        if !beside.is_empty() {
            all.push(self.side_by_side(&heads.each_caption, beside));
        }
        all
    }

    /// What each answers in an area (R52): the row's name, and under it the area's.
    fn beside(&self, key: &str) -> Vec<(Cell, [Vec<Content>; 2])> {
        let area = template()
            .section(key)
            .filter(|section| self.facts.standing(section) != Standing::NotForUs);
        let Some(section) = area else {
            return Vec::new();
        };
        let rows = self.setter.beside(section).into_iter();
        rows.map(|(name, cells)| {
            let area = Content::text(TextStyle::Guidance, self.numbered(section));
            (cell(vec![named(name), area]), cells)
        })
        .collect()
    }

    /// An area by its number and what the two call it.
    fn numbered(&self, section: &Section) -> String {
        let number = section.number.as_deref().unwrap_or_default();
        format!("{number} {}", self.facts.title(section))
    }

    fn area(&self, key: &str) -> Option<Row> {
        let section = template().section(key)?;
        if self.facts.standing(section) == Standing::NotForUs {
            return None;
        }
        let title = self.facts.title(section);
        let mut beside = vec![named(self.numbered(section))];
        if title != self.say(&section.title) {
            let standard = &self.words.words.standard;
            let standard = self.full.fill(standard, None, &self.say(&section.title));
            beside.push(Content::text(TextStyle::Small, standard));
        }
        beside.push(Content::text(
            TextStyle::Guidance,
            self.say(&section.question),
        ));
        Some(Row {
            cells: vec![cell(beside), cell(self.setter.content(section))],
        })
    }

    fn own(&self, at: usize) -> Option<Row> {
        let own = self.facts.own.get(at)?;
        if own.standing == Standing::NotForUs {
            return None;
        }
        let kind = Content::text(TextStyle::Guidance, &self.words.heads.own);
        Some(Row {
            cells: vec![
                cell(vec![named(own.title.clone()), kind]),
                cell(self.setter.own(&own.text, own.standing)),
            ],
        })
    }

    /// R95 and R97.
    pub(super) fn clauses(&self) -> Vec<Block> {
        let mut all = vec![Block::heading(1, &self.words.heads.clauses)];
        for section in at(Place::Clause) {
            let head = vec![
                Block::heading(2, self.say(&section.title)),
                Block::text(TextStyle::Guidance, self.say(&section.question)),
            ];
            let mut body = blocks(self.setter.content(section));
            if self.facts.standing(section) != Standing::NotForUs {
                body.extend(self.sharing(section));
            }
            all.extend(held(head, body));
        }
        all
    }

    /// R96: what the table of a section says, row by row.
    fn sharing(&self, section: &Section) -> Option<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let cells = || {
            let fields = section.fields.iter();
            fields.filter_map(|field| Some((field, field.cell.as_ref()?)))
        };
        let mut columns: Vec<&str> = Vec::new();
        let mut topics: Vec<&str> = Vec::new();
        for (_, place) in cells() {
            if !columns.contains(&place.column.as_str()) {
                columns.push(&place.column);
            }
            if !topics.contains(&place.row.as_str()) {
                topics.push(&place.row);
            }
        }
        if topics.is_empty() {
            return None;
        }
        let said = |topic: &str, column: &str| {
            let yes = cells()
                .find(|(_, place)| place.row == topic && place.column == column)
                .and_then(|(field, _)| self.facts.standing_answer(field, None))
                == Some(Answer::YesNo(true));
            Cell::text(if yes {
                &words.may_hear
            } else {
                &words.may_not_hear
            })
        };
        let row = |topic: &&str| Row {
            cells: std::iter::once(Cell::text(self.say(topic)))
                .chain(columns.iter().map(|column| said(topic, column)))
                .collect(),
        };
        let rows = topics.iter().map(row).collect();
        Some(Block::Table(Table {
            caption: heads.sharing.clone(),
            columns: std::iter::once(5)
                .chain(columns.iter().map(|_| 4))
                .map(Column::share)
                .collect(),
            head: std::iter::once(Cell::text(&heads.topic))
                .chain(columns.iter().map(|column| Cell::text(self.say(column))))
                .collect(),
            row_heads: true,
            rows,
        }))
    }
}
