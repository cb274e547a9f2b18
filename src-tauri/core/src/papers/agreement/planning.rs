//! The seven sections of the planning template: four are the purpose, three follow the clauses.

use super::{Sheet, at, blocks, cell, held, named, part, top};
use crate::domain::dates;
use crate::domain::side::Side;
use crate::domain::template::{Field, Kind, Place, Section};
use crate::papers::facts::{Goal, Horizon, Standing};
use crate::papers::prose;
use crate::papers::section::{is_beside, note, open};
use fairlead_press::{Block, Cell, Column, Content, Row, Table, TextStyle};

impl Sheet<'_> {
    pub(super) fn purpose(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let heading = part(&heads.purpose_number, &heads.purpose);
        self.sections(heading, &self.words.purpose_note, Place::Purpose)
    }

    pub(super) fn planning(&self) -> Vec<Block> {
        let heading = Block::heading(1, &self.words.heads.planning);
        self.sections(heading, &self.words.planning_note, Place::After)
    }

    /// A part: its heading and note stay with its first section's.
    fn sections(&self, heading: Block, note: &str, place: Place) -> Vec<Block> {
        let mut head = vec![heading, Block::text(TextStyle::Guidance, self.say(note))];
        at(place)
            .flat_map(|section| self.section(section, std::mem::take(&mut head)))
            .collect()
    }

    /// A section of the planning template: number, question, answers (R78).
    fn section(&self, section: &Section, mut head: Vec<Block>) -> Vec<Block> {
        head.extend([
            Block::Heading {
                level: 2,
                number: section.number.clone(),
                text: self.facts.title(section).into_owned(),
            },
            Block::text(TextStyle::Guidance, self.say(&section.question)),
        ]);
        let left_out = self.facts.standing(section) == Standing::NotForUs;
        let body = match section.key.as_str() {
            "template.3" if !left_out => self.goals(section),
            "template.4" if !left_out => self.timeframe(section),
            _ if left_out => blocks(self.setter.content(section)),
            _ => self.answered(section),
        };
        held(head, body)
    }

    /// What the two answer as one, around the table of what each answers (R52).
    fn answered(&self, section: &Section) -> Vec<Block> {
        let rows = self.setter.beside(section);
        if rows.is_empty() {
            return blocks(self.setter.content(section));
        }
        let rows = rows
            .into_iter()
            .map(|(name, cells)| (cell(vec![named(name)]), cells));
        let table = self.side_by_side("", rows.collect());
        // What they decided in the end stands below what each said.
        let decided = |field: &Field| field.name() == "text";
        let as_one = |field: &Field| !is_beside(field);
        let mut body = blocks(self.setter.lead(section));
        let above = |field: &Field| as_one(field) && !decided(field);
        body.extend(blocks(self.setter.rest(section, above)));
        body.push(table);
        let below = |field: &Field| as_one(field) && decided(field);
        body.extend(blocks(self.setter.rest(section, below)));
        let status = self.setter.status(section, self.setter.given(section));
        body.extend(status.map(Block::from));
        body
    }

    /// R52: a row a field, a column for each of the two, their roles in the head.
    pub(super) fn side_by_side(
        &self,
        caption: &str,
        rows: Vec<(Cell, [Vec<Content>; 2])>,
    ) -> Block {
        let heads = &self.words.heads;
        let row = |(name, cells): (Cell, [Vec<Content>; 2])| Row {
            cells: std::iter::once(name).chain(cells.map(cell)).collect(),
        };
        Block::Table(Table {
            caption: caption.to_owned(),
            columns: [4, 6, 6].map(Column::share).to_vec(),
            head: vec![
                Cell::text(&heads.each_row),
                Cell::text(self.say(&heads.each_mentee)),
                Cell::text(self.say(&heads.each_mentor)),
            ],
            row_heads: true,
            rows: rows.into_iter().map(row).collect(),
        })
    }

    /// R88 and R89: the goals stand there even if there are none.
    fn goals(&self, section: &Section) -> Vec<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let mut body = Vec::new();
        let top = top(&self.facts.goals);
        let further: Vec<&Goal> = self
            .facts
            .goals
            .iter()
            .filter(|goal| goal.rank.is_none())
            .collect();
        if self.facts.goals.is_empty() {
            body.push(open(&words.no_goals).into());
        } else if top.is_empty() {
            body.push(open(&words.no_top_goals).into());
        } else {
            body.push(self.goal_table(&heads.top_goals, &top));
            if top.len() < 3 {
                body.push(note(&self.say(&words.fewer_top_goals)).into());
            }
        }
        if !further.is_empty() {
            body.push(self.goal_table(&heads.further_goals, &further));
        }
        body.extend(blocks(self.setter.answers(section)));
        let given = !self.facts.goals.is_empty() || self.setter.given(section);
        body.extend(self.setter.status(section, given).map(Block::from));
        body
    }

    /// Goal, measure and horizon, and before them the order where the goals have one.
    pub(super) fn goal_table(&self, caption: &str, goals: &[&Goal]) -> Block {
        let heads = &self.words.heads;
        let ranked = goals.iter().any(|goal| goal.rank.is_some());
        let from = usize::from(!ranked);
        let head = [&heads.rank, &heads.goal, &heads.measure, &heads.horizon];
        Block::Table(Table {
            caption: caption.to_owned(),
            columns: [2, 10, 9, 7]
                .map(Column::share)
                .into_iter()
                .skip(from)
                .collect(),
            head: head.map(Cell::text).into_iter().skip(from).collect(),
            row_heads: false,
            rows: goals
                .iter()
                .map(|goal| Row {
                    cells: self.goal(goal).into_iter().skip(from).collect(),
                })
                .collect(),
        })
    }

    fn goal(&self, goal: &Goal) -> [Cell; 4] {
        let words = &self.words.words;
        let horizon = match goal.horizon {
            Horizon::Short => &words.short,
            Horizon::Long => &words.long,
        };
        let measure = if goal.measure.trim().is_empty() {
            cell(vec![open(&words.no_measure)])
        } else {
            cell(prose::read(&goal.measure))
        };
        [
            Cell::text(goal.rank.map(|rank| rank.to_string()).unwrap_or_default()),
            self.goal_title(goal),
            measure,
            Cell::text(horizon),
        ]
    }

    /// The goal, and where each of the two stands towards it: the baseline (R27).
    fn goal_title(&self, goal: &Goal) -> Cell {
        let words = &self.words.words;
        let mut content = vec![Content::text(TextStyle::Body, &goal.title)];
        content.extend([Side::Mentee, Side::Mentor].into_iter().filter_map(|side| {
            let rating = usize::try_from(goal.ratings.of(side)?).ok()?;
            let name = words.ratings.get(rating.checked_sub(1)?)?;
            let value = format!("{rating}, {name}");
            let speaker = &self.setter.speaker;
            Some(note(&speaker.fill(&words.rating, Some(side), &value)))
        }));
        cell(content)
    }

    /// R66-R68: dates, mid-point, milestones by date, and what else was decided.
    fn timeframe(&self, section: &Section) -> Vec<Block> {
        let is_date = |field: &Field| field.kind == Kind::Date;
        let mut body = blocks(self.setter.lead(section));
        body.extend(blocks(self.setter.rest(section, is_date)));
        if self.facts.milestones.is_empty() {
            body.push(note(&self.words.words.no_milestones).into());
        } else {
            body.push(self.milestones());
        }
        body.extend(blocks(self.setter.rest(section, |field| !is_date(field))));
        let given = !self.facts.milestones.is_empty() || self.setter.given(section);
        body.extend(self.setter.status(section, given).map(Block::from));
        body
    }

    fn milestones(&self) -> Block {
        let heads = &self.words.heads;
        let mut milestones: Vec<_> = self.facts.milestones.iter().collect();
        milestones.sort_by_key(|milestone| (milestone.on.is_none(), milestone.on));
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
                .map_or_else(|| self.words.words.no_date.clone(), dates::long);
            let mut cells = vec![Cell::text(on), Cell::text(&milestone.name)];
            if sourced {
                cells.push(Cell::text(&milestone.source));
            }
            Row { cells }
        });
        Block::Table(Table {
            caption: String::new(),
            columns,
            head,
            row_heads: false,
            rows: rows.collect(),
        })
    }
}
