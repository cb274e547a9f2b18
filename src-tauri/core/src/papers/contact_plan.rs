//! The contact plan on a card (R10, section 9): A5, one page. Ways and times of both, then points for discussion, what
//! happens when no answer comes, how soon one does, and where to turn.

use crate::domain::dates;
use crate::domain::phrases::{self, ContactPlanWords};
use crate::domain::side::Side;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::wording::{Names, Speaker, Voice};
use chrono::{DateTime, FixedOffset};
use fairlead_press::{
    Align, Block, Cell, Column, Content, Document, Fact, Footer, Header, Paper, Row, Run, Table,
    TextStyle,
};

/// One person's half of the card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Half {
    /// Name.
    pub name: String,
    /// The ways to reach this person, best first (R11).
    pub ways: Vec<String>,
    /// Good and bad times, a line each (R12).
    pub times: Vec<String>,
    /// How soon an answer comes, a line for each way (R73).
    pub promises: Vec<String>,
    /// Which calls without notice are fine (R72).
    pub calls: String,
}

/// What the card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFacts {
    /// The mentee's half.
    pub mentee: Half,
    /// The mentor's half.
    pub mentor: Half,
    /// How and when points for discussion are sent (R13).
    pub points: Vec<String>,
    /// What happens when no answer comes (R14, R38 to R40).
    pub silence: Vec<String>,
    /// Where to turn in the programme (R159).
    pub programme: Vec<String>,
    /// The programme's own words (C29).
    pub vocabulary: Vocabulary,
    /// When it is printed.
    pub made: DateTime<FixedOffset>,
}

/// How much room the card takes. What does not fit on one page is set smaller, then cut to what comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// All of it, in the size of the other papers.
    Whole,
    /// All of it, small.
    Small,
    /// Small, with so many lines of each kind at most and so many characters in each.
    Cut(usize, usize),
}

impl Fit {
    /// From the roomiest to one that always fits.
    pub const ALL: [Self; 6] = [
        Self::Whole,
        Self::Small,
        Self::Cut(6, 120),
        Self::Cut(4, 90),
        Self::Cut(3, 60),
        Self::Cut(2, 40),
    ];

    const fn style(self) -> TextStyle {
        match self {
            Self::Whole => TextStyle::Body,
            Self::Small | Self::Cut(_, _) => TextStyle::Small,
        }
    }

    fn lines(self, lines: &[String], words: &ContactPlanWords) -> Vec<String> {
        let Self::Cut(most, long) = self else {
            return lines.to_vec();
        };
        let mut kept: Vec<String> = lines
            .iter()
            .take(most)
            .map(|line| cut(line, long))
            .collect();
        if lines.len() > most {
            kept.push(words.more.clone());
        }
        kept
    }

    fn name(self, name: &str) -> String {
        match self {
            Self::Whole | Self::Small => name.to_owned(),
            Self::Cut(_, long) => cut(name, long),
        }
    }
}

fn cut(text: &str, long: usize) -> String {
    if text.chars().count() <= long {
        return text.to_owned();
    }
    let kept: String = text.chars().take(long.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

struct Card<'a> {
    facts: &'a CardFacts,
    words: &'static ContactPlanWords,
    speaker: Speaker<'a>,
    fit: Fit,
}

/// The card as a document.
pub fn document(facts: &CardFacts, fit: Fit) -> Document {
    let words = phrases::contact_plan();
    let card = Card {
        facts,
        words,
        speaker: Speaker {
            vocabulary: Some(&facts.vocabulary),
            voice: Voice::We,
            names: Names {
                mentor: &facts.mentor.name,
                mentee: &facts.mentee.name,
            },
        },
        fit,
    };
    let names = card.say("{mentee} and {mentor}");
    let mut document = Document::new(&words.title, "en-GB", facts.made);
    document.metadata.title = format!("{}: {names}", words.title);
    document.metadata.author.clone_from(&names);
    document.metadata.subject.clone_from(&words.subject);
    document.header = Header {
        left: fit.name(&names),
        right: words.title.clone(),
        draft: None,
    };
    document.footer = Footer {
        before: format!("{} {}", words.as_of, dates::long(facts.made.date_naive())),
        after: String::new(),
    };
    document
        .words
        .page
        .clone_from(&phrases::agreement().page.page);
    document.paper = Paper::A5;
    document.blocks = card.blocks();
    document
}

impl Card<'_> {
    fn say(&self, text: &str) -> String {
        self.speaker.fill(text, None, "")
    }

    fn half(&self, side: Side) -> &Half {
        match side {
            Side::Mentor => &self.facts.mentor,
            Side::Mentee => &self.facts.mentee,
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let words = self.words;
        let mut blocks = vec![Block::Title {
            text: words.title.clone(),
            under: self.fit.name(&self.say(&words.under)),
        }];
        blocks.push(Block::Table(self.people()));
        let mut facts = Vec::new();
        for (label, lines) in [
            (&words.points, self.facts.points.clone()),
            (&words.silence, self.facts.silence.clone()),
            (&words.promises, self.promises()),
            (&words.programme, self.facts.programme.clone()),
        ] {
            let lines = self.fit.lines(&lines, words);
            let value = if lines.is_empty() {
                Run::italic(words.none.clone())
            } else {
                Run::plain(lines.join("\n"))
            };
            facts.push(Fact {
                label: self.say(label),
                value: vec![value],
            });
        }
        blocks.push(Block::Facts { facts });
        blocks
    }

    /// The ways and the times of both, side by side.
    fn people(&self) -> Table {
        let words = self.words;
        let column = |share| Column {
            share,
            align: Align::Start,
        };
        let head = |side: Side, role: &str| {
            let name = self.fit.name(&self.half(side).name);
            self.cell(&[format!("{name}, {}", self.say(role))])
        };
        let rows = [
            (&words.ways, Half::ways as fn(&Half) -> Vec<String>),
            (&words.times, Half::times),
        ];
        Table {
            caption: String::new(),
            columns: vec![column(3), column(6), column(6)],
            head: vec![
                self.cell(&[]),
                head(Side::Mentee, &words.mentee),
                head(Side::Mentor, &words.mentor),
            ],
            row_heads: true,
            rows: rows
                .into_iter()
                .map(|(label, lines)| {
                    let half = |side: Side| {
                        let lines = lines(self.half(side));
                        if lines.is_empty() {
                            return self.ask(side);
                        }
                        self.cell(&self.fit.lines(&lines, words))
                    };
                    Row {
                        cells: vec![
                            self.cell(&[self.say(label)]),
                            half(Side::Mentee),
                            half(Side::Mentor),
                        ],
                    }
                })
                .collect(),
        }
    }

    fn cell(&self, lines: &[String]) -> Cell {
        let content = lines.iter().map(|line| Content::Paragraph {
            style: self.fit.style(),
            runs: vec![Run::plain(line)],
        });
        Cell {
            content: content.collect(),
        }
    }

    /// What stands where nobody has said anything yet.
    fn ask(&self, side: Side) -> Cell {
        let name = self.fit.name(first(&self.half(side).name));
        Cell {
            content: vec![Content::Paragraph {
                style: self.fit.style(),
                runs: vec![Run::italic(self.speaker.fill(&self.words.ask, None, &name))],
            }],
        }
    }

    fn promises(&self) -> Vec<String> {
        [Side::Mentee, Side::Mentor]
            .into_iter()
            .flat_map(|side| {
                let half = self.half(side);
                let name = first(&half.name);
                half.promises
                    .iter()
                    .map(move |line| format!("{name}, {line}"))
            })
            .collect()
    }
}

impl Half {
    fn ways(&self) -> Vec<String> {
        let mut lines: Vec<String> = self
            .ways
            .iter()
            .enumerate()
            .map(|(at, way)| format!("{}. {way}", at + 1))
            .collect();
        if !self.calls.is_empty() {
            lines.push(self.calls.clone());
        }
        lines
    }

    fn times(&self) -> Vec<String> {
        self.times.clone()
    }
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}
