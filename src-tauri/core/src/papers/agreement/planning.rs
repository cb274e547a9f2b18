//! The seven sections of the planning template: four are the purpose, three follow the clauses.

use super::{Sheet, at, cell, part, top};
use crate::domain::dates;
use crate::domain::template::{Place, Section};
use crate::papers::facts::{Goal, Horizon, Standing};
use crate::papers::prose;
use crate::papers::section::{note, open};
use fairlead_press::{Block, Cell, Column, Row, Table, TextStyle};

impl Sheet<'_> {
    pub(super) fn purpose(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let mut blocks = vec![
            part(&heads.purpose_number, &heads.purpose),
            Block::text(TextStyle::Guidance, &self.words.purpose_note),
        ];
        for section in at(Place::Purpose) {
            blocks.extend(self.section(section));
        }
        blocks
    }

    pub(super) fn planning(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::heading(1, &self.words.heads.planning),
            Block::text(TextStyle::Guidance, &self.words.planning_note),
        ];
        for section in at(Place::After) {
            blocks.extend(self.section(section));
        }
        blocks
    }

    /// A section of the planning template: number, question, answers (R78).
    fn section(&self, section: &Section) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading {
                level: 2,
                number: section.number.clone(),
                text: section.title.clone(),
            },
            Block::text(TextStyle::Guidance, &section.question),
        ];
        let left_out = self.facts.standing(section) == Standing::NotForUs;
        match section.key.as_str() {
            "template.3" if !left_out => blocks.extend(self.goals(section)),
            "template.4" if !left_out => blocks.extend(self.timeframe(section)),
            _ => blocks.extend(self.setter.content(section).into_iter().map(Block::from)),
        }
        blocks
    }

    /// R88 and R89: the goals stand there even if there are none.
    fn goals(&self, section: &Section) -> Vec<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let mut blocks = Vec::new();
        let top = top(&self.facts.goals);
        if self.facts.goals.is_empty() {
            blocks.push(open(&words.no_goals).into());
        } else if top.is_empty() {
            blocks.push(open(&words.no_top_goals).into());
        } else {
            blocks.push(Block::Table(Table {
                caption: heads.top_goals.clone(),
                columns: vec![
                    Column::share(2),
                    Column::share(10),
                    Column::share(9),
                    Column::share(6),
                ],
                head: [&heads.rank, &heads.goal, &heads.measure, &heads.horizon]
                    .map(Cell::text)
                    .into(),
                row_heads: false,
                rows: top.iter().map(|goal| self.goal(goal)).collect(),
            }));
            if top.len() < 3 {
                blocks.push(note(&words.fewer_top_goals).into());
            }
        }
        for (horizon, heading) in [
            (Horizon::Short, &heads.short_goals),
            (Horizon::Long, &heads.long_goals),
        ] {
            let further = self
                .facts
                .goals
                .iter()
                .filter(|goal| goal.rank.is_none() && goal.horizon == horizon)
                .map(|goal| {
                    if goal.measure.trim().is_empty() {
                        goal.title.clone()
                    } else {
                        format!("{} ({}: {})", goal.title, heads.measure, goal.measure)
                    }
                })
                .collect::<Vec<_>>();
            if !further.is_empty() {
                let list = prose::under_heading(heading, vec![prose::list(further)]);
                blocks.extend(list.into_iter().map(Block::from));
            }
        }
        blocks.extend(self.rest(section, !self.facts.goals.is_empty()));
        blocks
    }

    fn goal(&self, goal: &Goal) -> Row {
        let words = &self.words.words;
        let horizon = match goal.horizon {
            Horizon::Short => &words.short,
            Horizon::Long => &words.long,
        };
        let measure = if goal.measure.trim().is_empty() {
            Cell {
                content: vec![open(&words.no_measure)],
            }
        } else {
            cell(prose::read(&goal.measure))
        };
        Row {
            cells: vec![
                Cell::text(goal.rank.map(|rank| rank.to_string()).unwrap_or_default()),
                Cell::text(&goal.title),
                measure,
                Cell::text(horizon),
            ],
        }
    }

    /// R66-R68: dates, mid-point, milestones by date.
    fn timeframe(&self, section: &Section) -> Vec<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let mut blocks = Vec::new();
        if let Some(sentence) = self.setter.speaker.mid_point(&self.setter.terms) {
            blocks.push(Block::text(TextStyle::Body, sentence));
        }
        let mut milestones: Vec<_> = self.facts.milestones.iter().collect();
        milestones.sort_by_key(|milestone| (milestone.on.is_none(), milestone.on));
        if milestones.is_empty() {
            blocks.push(note(&words.no_milestones).into());
        } else {
            let sourced = milestones
                .iter()
                .any(|milestone| !milestone.source.trim().is_empty());
            let mut columns = vec![Column::share(5), Column::share(6)];
            let mut head = vec![
                Cell::text(&heads.milestone_on),
                Cell::text(&heads.milestone),
            ];
            if sourced {
                columns.push(Column::share(4));
                head.push(Cell::text(&heads.milestone_source));
            }
            let rows = milestones.iter().map(|milestone| {
                let on = milestone
                    .on
                    .map_or_else(|| words.no_date.clone(), dates::long);
                let mut cells = vec![Cell::text(on), Cell::text(&milestone.name)];
                if sourced {
                    cells.push(Cell::text(&milestone.source));
                }
                Row { cells }
            });
            blocks.push(Block::Table(Table {
                caption: String::new(),
                columns,
                head,
                row_heads: false,
                rows: rows.collect(),
            }));
        }
        let given = !self.facts.milestones.is_empty();
        let mut rest = self.rest(section, given);
        // The dates open the section, the mid-point and the milestones follow, then their own words.
        let dates_first = usize::from(!rest.is_empty());
        let after = rest.split_off(dates_first);
        rest.extend(blocks);
        rest.extend(after);
        rest
    }

    /// The other answers of a section that also has a table.
    fn rest(&self, section: &Section, given: bool) -> Vec<Block> {
        let state = &self.words.state;
        let mut content = self.setter.content(section);
        if given && content.len() == 1 {
            // Only "not yet talked through" stands there, but the table says something.
            content = match self.facts.standing(section) {
                Standing::Agreed => vec![note(&state.agreed)],
                Standing::Open => vec![note(&state.talking)],
                Standing::NotForUs => content,
            };
        }
        content.into_iter().map(Block::from).collect()
    }
}
