//! The action plan on paper (B6, R101 to R104, R118): goals in order, their activities with kind, effort, dates, who
//! and how far, a bar over time, which kinds there are, resources, milestones, and where it is wanted a column of four
//! centimetres to write in by hand.
//!
//! On a sheet that lies, all of it is one table, so that a usual plan fits on one page. On a sheet that stands, each
//! goal has a heading and a table of its own.

use crate::domain::activity::{ActivityOwner, ActivityState, Effort};
use crate::domain::coverage::Coverage;
use crate::domain::dates;
use crate::domain::learning::{self, PlanWords};
use crate::domain::plan::GoalState;
use crate::domain::plan_version::{ActivityText, GoalText, PlanText};
use chrono::{DateTime, FixedOffset, NaiveDate};
use fairlead_press::{
    Block, Cell, Column, Content, Document, Fact, Footer, Header, Orientation, Paper, Row, Run,
    Table, TextStyle,
};

/// The column to write in by hand, in tenths of a millimetre (R118).
const BY_HAND: u16 = 400;

/// How a plan is laid on its sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The sheet lies.
    pub landscape: bool,
    /// There is a column to write in by hand.
    pub handwriting: bool,
}

impl Layout {
    /// Which way the sheet is turned.
    pub(crate) const fn orientation(self) -> Orientation {
        if self.landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        }
    }

    /// The width of the text between the margins, in tenths of a millimetre.
    pub(crate) const fn width(self, paper: Paper) -> u16 {
        let (short, long) = match paper {
            Paper::A4 => (2_100, 2_970),
            Paper::Letter => (2_159, 2_794),
            Paper::A5 => (1_480, 2_100),
        };
        let margins = match paper {
            Paper::A4 | Paper::Letter => 440,
            Paper::A5 => 280,
        };
        (if self.landscape { long } else { short }) - margins
    }

    /// Columns of these parts of the width, and behind them the one to write in, exactly as wide as it is to be.
    pub(crate) fn columns(self, paper: Paper, parts: &[u16]) -> Vec<Column> {
        let whole: u32 = parts.iter().map(|part| u32::from(*part)).sum();
        let hand = if self.handwriting { BY_HAND } else { 0 };
        let width = u32::from(self.width(paper).saturating_sub(hand));
        let mut left = width;
        let mut columns: Vec<Column> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            // The last one takes what rounding left over.
            let share = if at + 1 == parts.len() {
                left
            } else {
                width * u32::from(*part) / whole.max(1)
            };
            left = left.saturating_sub(share);
            columns.push(Column::share(u16::try_from(share).unwrap_or(u16::MAX)));
        }
        if self.handwriting {
            columns.push(Column::share(BY_HAND));
        }
        columns
    }
}

/// What the paper is made from.
#[derive(Debug, Clone)]
pub struct PlanFacts {
    /// The mentee's name.
    pub mentee: String,
    /// The mentor's name.
    pub mentor: String,
    /// What stands in the plan.
    pub text: PlanText,
    /// Name of who offered a resource, by the resource's id.
    pub offered: Vec<(String, String)>,
    /// By what the two will see that a milestone is reached, by its id (R137).
    pub evidence: Vec<(String, String)>,
    /// Whether the two have gone through it (C33).
    pub reviewed: bool,
    /// When the paper is made.
    pub made: DateTime<FixedOffset>,
}

/// The plan as a document for `paper`.
pub fn document(facts: &PlanFacts, paper: Paper, layout: Layout) -> Document {
    let words = learning::paper();
    let names = format!("{} and {}", facts.mentee, facts.mentor);
    let mut document = Document::new(&words.title, "en-GB", facts.made);
    document.metadata.title = format!("{}: {names}", words.title);
    document.metadata.author.clone_from(&names);
    document.metadata.subject.clone_from(&words.subject);
    document.header = Header {
        left: names,
        right: words.title.clone(),
        draft: (!facts.reviewed).then(|| words.in_progress.clone()),
    };
    document.footer = Footer {
        before: words.footer.clone(),
        after: words
            .under
            .replace("{value}", &dates::long(facts.made.date_naive())),
    };
    document.words.page.clone_from(&words.page);
    document.paper = paper;
    document.orientation = layout.orientation();
    let sheet = Sheet {
        facts,
        words,
        paper,
        layout,
        span: span(&facts.text),
    };
    document.blocks = sheet.blocks();
    document
}

/// The first day of the first activity and the last of the last, of those that were not let go.
fn span(text: &PlanText) -> Option<(NaiveDate, NaiveDate)> {
    let dated = || text.activities.iter().filter(|each| counts(each));
    let from = dated().filter_map(|each| each.start).min()?;
    let to = dated()
        .filter_map(|each| each.finish.or(each.start))
        .max()?;
    Some((from, to))
}

fn counts(activity: &ActivityText) -> bool {
    activity.state != ActivityState::Dropped
}

struct Sheet<'a> {
    facts: &'a PlanFacts,
    words: &'static PlanWords,
    paper: Paper,
    layout: Layout,
    span: Option<(NaiveDate, NaiveDate)>,
}

fn small(text: impl Into<String>) -> Content {
    Content::text(TextStyle::Small, text)
}

const fn cell(content: Vec<Content>) -> Cell {
    Cell { content }
}

impl Sheet<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut all = vec![Block::Title {
            text: self.words.title.clone(),
            under: String::new(),
        }];
        all.extend(self.heading_for());
        let text = &self.facts.text;
        if text.goals.is_empty() {
            all.push(Block::text(TextStyle::Body, &self.words.no_goals));
        } else if self.layout.landscape {
            all.push(self.table());
        } else {
            for goal in &text.goals {
                all.extend(self.goal(goal));
            }
        }
        if !text.activities.is_empty() {
            let coverage = self.coverage(None).words();
            let words = self.words.coverage.replace("{value}", &coverage);
            all.push(Block::text(TextStyle::Small, words));
        }
        all.extend(self.milestones());
        all
    }

    /// Where the mentee is heading, and from where (R137).
    fn heading_for(&self) -> Option<Block> {
        let text = &self.facts.text;
        let facts: Vec<Fact> = [
            (&self.words.career_goal, &text.career_goal),
            (&self.words.situation, &text.situation),
        ]
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(label, value)| Fact {
            label: label.clone(),
            value: vec![Run::plain(value)],
        })
        .collect();
        (!facts.is_empty()).then_some(Block::Facts { facts })
    }

    /// Which kinds a goal has, or the whole plan (R103).
    fn coverage(&self, goal: Option<&GoalText>) -> Coverage {
        let text = &self.facts.text;
        let dropped = |id: &str| {
            text.goals
                .iter()
                .any(|each| each.id == id && each.state == GoalState::Dropped)
        };
        Coverage::of(
            text.activities
                .iter()
                .filter(|each| counts(each))
                .filter(|each| match goal {
                    Some(goal) => each.goal == goal.id,
                    None => !dropped(&each.goal),
                })
                .map(|each| each.kind),
        )
    }

    fn of<'a>(&'a self, goal: &'a GoalText) -> impl Iterator<Item = &'a ActivityText> {
        let activities = &self.facts.text.activities;
        activities.iter().filter(move |each| each.goal == goal.id)
    }

    /// The words over the bars: from when to when they reach.
    fn over_time(&self) -> String {
        match self.span {
            Some((from, to)) => format!("{} – {}", day(from), day(to)),
            None => self.words.timeline_none.clone(),
        }
    }

    /// A bar over the part of time that an activity takes.
    fn bar(&self, activity: &ActivityText) -> Cell {
        let (Some((from, to)), Some(start), true) = (self.span, activity.start, counts(activity))
        else {
            return Cell::default();
        };
        let finish = activity.finish.unwrap_or(start);
        let whole = (to - from).num_days().saturating_add(1).max(1);
        let part = |days: i64| u16::try_from(days.saturating_mul(1000) / whole).unwrap_or(1000);
        cell(vec![Content::Bar {
            from: part((start - from).num_days()),
            to: part((finish - from).num_days().saturating_add(1)),
        }])
    }

    /// What is said of a goal under its title: horizon, state and kinds, the measure, what helps.
    fn about(&self, goal: &GoalText) -> (Vec<String>, Option<String>) {
        let words = self.words;
        let horizon = if goal.long { &words.long } else { &words.short };
        let mut first = vec![horizon.clone()];
        if goal.state != GoalState::Open {
            first.push(goal.state.name().to_lowercase());
        }
        let mut lines = vec![first.join(", ")];
        if self.of(goal).next().is_some() {
            lines.push(self.coverage(Some(goal)).words());
        }
        if !goal.measure.trim().is_empty() {
            lines.push(words.measure.replace("{value}", goal.measure.trim()));
        }
        (lines, self.helps(goal))
    }

    /// What helps with a goal, by who offered it (R100).
    fn helps(&self, goal: &GoalText) -> Option<String> {
        let mut by: Vec<(&str, Vec<String>)> = Vec::new();
        let resources = self.facts.text.resources.iter();
        for each in resources.filter(|each| each.goal == goal.id) {
            let offered = self.facts.offered.iter().find(|(id, _)| *id == each.id);
            let name = offered.map_or("", |(_, name)| name.as_str());
            let title = format!("{} ({})", each.title, each.kind.name().to_lowercase());
            match by.iter_mut().find(|(other, _)| *other == name) {
                Some((_, titles)) => titles.push(title),
                None => by.push((name, vec![title])),
            }
        }
        let told: Vec<String> = by
            .into_iter()
            .map(|(name, titles)| {
                self.words
                    .by
                    .replace("{name}", &first_name(name))
                    .replace("{title}", &titles.join(", "))
            })
            .collect();
        (!told.is_empty()).then(|| format!("{}{}", self.words.helps, told.join("; ")))
    }

    fn title_of(goal: &GoalText) -> String {
        match goal.rank {
            Some(rank) => format!("{rank}  {}", goal.title),
            None => goal.title.clone(),
        }
    }

    /// The cells of an activity: what and of which kind, effort, dates, who and how far, the bar.
    fn activity(&self, each: &ActivityText) -> [Cell; 5] {
        let effort = each.effort.map(Effort::words).unwrap_or_default();
        let mut from_to = Vec::new();
        from_to.extend(each.start.map(|start| small(dates::short(start))));
        if each.finish != each.start {
            from_to.extend(
                each.finish
                    .map(|finish| small(self.words.to.replace("{value}", &dates::short(finish)))),
            );
        }
        let who = match each.owner {
            ActivityOwner::Mentee => first_name(&self.facts.mentee),
            ActivityOwner::Mentor => first_name(&self.facts.mentor),
            ActivityOwner::Both => format!(
                "{} and {}",
                first_name(&self.facts.mentee),
                first_name(&self.facts.mentor)
            ),
        };
        let mut what = vec![
            small(&each.title),
            Content::Paragraph {
                style: TextStyle::Small,
                runs: vec![Run::italic(each.kind.name())],
            },
        ];
        if !each.learned.trim().is_empty() {
            what.push(small(
                self.words.learned.replace("{value}", each.learned.trim()),
            ));
        }
        let text = |text: String| {
            if text.is_empty() {
                Cell::default()
            } else {
                cell(vec![small(text)])
            }
        };
        [
            cell(what),
            text(effort),
            cell(from_to),
            text(format!("{who}, {}", each.state.name().to_lowercase())),
            self.bar(each),
        ]
    }

    fn head(&self, goal: bool) -> Vec<Cell> {
        let words = self.words;
        let goal = goal.then(|| Cell::text(&words.goal));
        let hand = self.layout.handwriting.then(|| Cell::text(&words.notes));
        goal.into_iter()
            .chain([
                Cell::text(&words.activity),
                Cell::text(&words.effort),
                Cell::text(&words.dates),
                Cell::text(&words.who),
                Cell::text(self.over_time()),
            ])
            .chain(hand)
            .collect()
    }

    /// All goals in one table, for a sheet that lies.
    fn table(&self) -> Block {
        let mut rows = Vec::new();
        for goal in &self.facts.text.goals {
            let (about, helps) = self.about(goal);
            let mut first = vec![Content::Paragraph {
                style: TextStyle::Small,
                runs: vec![Run::bold(Self::title_of(goal))],
            }];
            let guidance = |line| Content::text(TextStyle::Guidance, line);
            first.extend(about.into_iter().map(guidance));
            let helps: Vec<Content> = helps.into_iter().map(guidance).collect();
            let activities: Vec<&ActivityText> = self.of(goal).collect();
            // What helps stands in the goal's column beside the second activity, where there is room for it.
            let mut beside = if activities.len() > 1 {
                vec![helps, first]
            } else {
                first.extend(helps);
                vec![first]
            };
            for activity in &activities {
                let mut cells = vec![cell(beside.pop().unwrap_or_default())];
                cells.extend(self.activity(activity));
                rows.push(Row { cells });
            }
            if activities.is_empty() {
                let none = cell(vec![guidance(self.words.no_activities.clone())]);
                rows.push(Row {
                    cells: vec![cell(beside.pop().unwrap_or_default()), none],
                });
            }
        }
        Block::Table(Table {
            caption: String::new(),
            columns: self.layout.columns(self.paper, &[58, 54, 20, 38, 26, 30]),
            head: self.head(true),
            row_heads: false,
            rows,
        })
    }

    /// A goal with a heading and a table of its own, for a sheet that stands.
    fn goal(&self, goal: &GoalText) -> Vec<Block> {
        let mut all = vec![Block::Heading {
            level: 2,
            number: goal.rank.map(|rank| rank.to_string()),
            text: goal.title.clone(),
        }];
        let (about, helps) = self.about(goal);
        all.extend(
            about
                .into_iter()
                .chain(helps)
                .map(|line| Block::text(TextStyle::Small, line)),
        );
        let rows: Vec<Row> = self
            .of(goal)
            .map(|activity| Row {
                cells: self.activity(activity).to_vec(),
            })
            .collect();
        if rows.is_empty() {
            all.push(Block::text(TextStyle::Guidance, &self.words.no_activities));
        } else {
            all.push(Block::Table(Table {
                caption: String::new(),
                columns: self.layout.columns(self.paper, &[46, 20, 40, 26, 34]),
                head: self.head(false),
                row_heads: false,
                rows,
            }));
        }
        all
    }

    /// The milestones by date, with what the two make of them (R137, R138).
    fn milestones(&self) -> Option<Block> {
        let words = self.words;
        let milestones = &self.facts.text.milestones;
        if milestones.is_empty() {
            return None;
        }
        let rows = milestones.iter().map(|each| {
            let evidence = self.facts.evidence.iter().find(|(id, _)| *id == each.id);
            let line = |text: String| {
                if text.is_empty() {
                    Cell::default()
                } else {
                    cell(vec![small(text)])
                }
            };
            Row {
                cells: vec![
                    line(each.on.map(dates::short).unwrap_or_default()),
                    line(each.name.clone()),
                    line(evidence.map(|(_, text)| text.clone()).unwrap_or_default()),
                    line(
                        each.rating
                            .map(|rating| rating.name().to_owned())
                            .unwrap_or_default(),
                    ),
                ],
            }
        });
        let hand = self.layout.handwriting.then(|| Cell::text(&words.notes));
        Some(Block::KeepTogether {
            blocks: vec![
                Block::heading(2, &words.milestones),
                Block::Table(Table {
                    caption: String::new(),
                    columns: self.layout.columns(self.paper, &[34, 60, 60, 26]),
                    head: [
                        &words.when,
                        &words.milestone,
                        &words.evidence,
                        &words.rating,
                    ]
                    .map(Cell::text)
                    .into_iter()
                    .chain(hand)
                    .collect(),
                    row_heads: false,
                    rows: rows.collect(),
                }),
            ],
        })
    }
}

/// `30 Mar`, over a bar of which each activity's own days stand beside it.
fn day(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

fn first_name(name: &str) -> String {
    name.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}
