//! The summary of a session (R55, R148): actions first, then what is shared of the notes. Its facts have no place
//! for anything private.

use super::prose;
use crate::domain::dates;
use crate::domain::phrases::{self, SessionWords};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset, NaiveDate};
use fairlead_press::{
    Block, Cell, Column, Content, Document, Fact, Footer, Header, Paper, Picture, Row, Run, Table,
    TextStyle,
};

/// What the mentee wanted, at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishFact {
    /// The words.
    pub text: String,
    /// When they were said.
    pub when: String,
}

/// An action point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionFact {
    /// Whose, by name.
    pub owner: String,
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is done by now.
    pub done: bool,
}

/// A line of the shared notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteFact {
    /// Whose, by name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What one of the two takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeAway {
    /// Whose, by name.
    pub name: String,
    /// What it is.
    pub text: String,
}

/// All that the summary of a session says.
#[derive(Debug, Clone)]
pub struct SessionFacts {
    /// The mentor, by name.
    pub mentor: String,
    /// The mentee, by name.
    pub mentee: String,
    /// The programme; empty without one.
    pub programme: String,
    /// What the session is called.
    pub title: String,
    /// What it was about; may be empty.
    pub about: String,
    /// Its day and time on the clock of the mentee and of the mentor: name, and words.
    pub when: [(String, String); 2],
    /// How long it was, in minutes.
    pub minutes: u32,
    /// What the mentee wanted (R34).
    pub first_wish: Option<WishFact>,
    /// What the mentee wanted after thinking again (R35).
    pub second_wish: Option<WishFact>,
    /// The actions, in the order in which they were noted.
    pub actions: Vec<ActionFact>,
    /// The other lines of the shared notes.
    pub notes: Vec<NoteFact>,
    /// The next session's day and time, on the same two clocks.
    pub next: Option<[(String, String); 2]>,
    /// What the two take away, as far as it is shown.
    pub take_aways: Vec<TakeAway>,
    /// The programme's own words (C29).
    pub vocabulary: Vocabulary,
    /// The programme's logo: a PNG in base64, and what it shows.
    pub logo: Option<(String, String)>,
    /// When it is printed.
    pub made: DateTime<FixedOffset>,
}

impl SessionFacts {
    /// What it is of: `Session 3, Wednesday 6 May 2026 at 14:00`.
    fn under(&self) -> String {
        let [(_, mentee), _] = &self.when;
        format!("{}, {mentee}", self.title)
    }

    /// The subject of the message.
    pub fn subject(&self) -> String {
        let [(_, mentee), _] = &self.when;
        let day = mentee.split(" at ").next().unwrap_or(mentee);
        format!("Summary of our session on {day}")
    }

    /// The name of the file, without its ending.
    pub fn file_title(&self) -> String {
        self.subject()
    }
}

fn by(due: Option<NaiveDate>) -> String {
    due.map_or_else(String::new, dates::long)
}

fn fact(label: &str, value: Vec<Run>) -> Fact {
    Fact {
        label: label.to_owned(),
        value,
    }
}

fn said(wish: &WishFact) -> Vec<Run> {
    let mut runs = vec![Run::plain(&wish.text)];
    if !wish.when.is_empty() {
        runs.push(Run::italic(format!(" ({})", wish.when)));
    }
    runs
}

/// A day and time, told once where both clocks show the same, and else for each of the two.
fn on_both_clocks([(mentee, here), (mentor, there)]: &[(String, String); 2]) -> String {
    if here == there {
        here.clone()
    } else {
        format!("{here} ({mentee}); {there} ({mentor})")
    }
}

fn front(facts: &SessionFacts, words: &SessionWords) -> Vec<Fact> {
    let say = |text: &str| facts.vocabulary.say(text).into_owned();
    let mut list = vec![
        fact(&say(&words.mentee), vec![Run::bold(&facts.mentee)]),
        fact(&say(&words.mentor), vec![Run::bold(&facts.mentor)]),
    ];
    if !facts.programme.is_empty() {
        list.push(fact(
            &say(&words.programme),
            vec![Run::plain(&facts.programme)],
        ));
    }
    let minutes = format!("{}, {} min", on_both_clocks(&facts.when), facts.minutes);
    list.push(fact(&words.when, vec![Run::plain(minutes)]));
    if !facts.about.is_empty() {
        list.push(fact(&words.about, vec![Run::plain(&facts.about)]));
    }
    if let Some(first) = &facts.first_wish {
        list.push(fact(&words.first_wish, said(first)));
    }
    if let Some(second) = &facts.second_wish {
        list.push(fact(&words.second_wish, said(second)));
    }
    list
}

fn cell(run: Run) -> Cell {
    Cell {
        content: vec![Content::Paragraph {
            style: TextStyle::Body,
            runs: vec![run],
        }],
    }
}

fn actions(facts: &SessionFacts, words: &SessionWords) -> Vec<Block> {
    let heading = Block::heading(1, &words.actions);
    if facts.actions.is_empty() {
        return vec![Block::KeepTogether {
            blocks: vec![heading, Block::text(TextStyle::Body, &words.no_actions)],
        }];
    }
    let head = [&words.what, &words.who, &words.by].map(|text| cell(Run::bold(text)));
    let rows = facts.actions.iter().map(|action| {
        let due = match (action.done, action.due) {
            (true, _) => words.done.clone(),
            (false, None) => words.no_date.clone(),
            (false, due) => by(due),
        };
        Row {
            cells: vec![
                // Highlighted by weight and by its place: it stays so in black and white (R148).
                cell(Run::bold(&action.what)),
                cell(Run::plain(&action.owner)),
                cell(Run::plain(due)),
            ],
        }
    });
    let table = Block::Table(Table {
        caption: String::new(),
        columns: vec![Column::share(6), Column::share(3), Column::share(3)],
        head: head.to_vec(),
        row_heads: true,
        rows: rows.collect(),
    });
    vec![heading, table]
}

/// The summary as a document for `paper`.
pub fn document(facts: &SessionFacts, paper: Paper) -> Document {
    let words = phrases::session();
    let names = format!("{} and {}", facts.mentee, facts.mentor);
    let mut document = Document::new(&words.title, "en-GB", facts.made);
    document.metadata.title = format!("{}: {names}", facts.subject());
    document.metadata.author.clone_from(&names);
    document.metadata.subject = facts.under();
    document.header = Header {
        left: names,
        right: words.title.clone(),
        draft: None,
    };
    document.footer = Footer {
        before: facts.under(),
        after: String::new(),
    };
    document
        .words
        .page
        .clone_from(&phrases::agreement().page.page);
    document.paper = paper;
    let mut blocks = Vec::new();
    if let Some((png, shown)) = &facts.logo {
        blocks.push(Block::Picture(Picture {
            png: png.clone(),
            words: shown.clone(),
            width: 60,
            height: 20,
        }));
    }
    blocks.push(Block::Title {
        text: words.title.clone(),
        under: facts.under(),
    });
    blocks.push(Block::Facts {
        facts: front(facts, words),
    });
    blocks.extend(actions(facts, words));
    if !facts.notes.is_empty() {
        let lines: Vec<String> = facts.notes.iter().map(|note| note.text.clone()).collect();
        blocks.push(Block::heading(1, &words.notes));
        blocks.push(prose::list(lines).into());
    }
    let next = facts.next.as_ref().map(on_both_clocks);
    let next = next.as_deref().unwrap_or(&words.no_next);
    blocks.push(Block::KeepTogether {
        blocks: vec![
            Block::heading(1, &words.next),
            Block::text(TextStyle::Body, next),
        ],
    });
    if !facts.take_aways.is_empty() {
        let list = facts
            .take_aways
            .iter()
            .map(|one| fact(&one.name, vec![Run::plain(&one.text)]));
        blocks.push(Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &words.take_aways),
                Block::Facts {
                    facts: list.collect(),
                },
            ],
        });
    }
    document.blocks = blocks;
    document
}

/// The summary as a message from `from` to `to`: the same facts in the same order, actions first.
pub fn message_text(facts: &SessionFacts, to: &str, from: &str) -> String {
    let words = phrases::session();
    let mut text = format!(
        "Hello {to},\n\n{}\n\n{}\n",
        words.opening,
        words.actions.to_uppercase()
    );
    if facts.actions.is_empty() {
        text.push_str(&format!("{}\n", words.no_actions));
    }
    for action in &facts.actions {
        let due = match (action.done, action.due) {
            (true, _) => format!(" ({})", words.done),
            (false, Some(due)) => format!(" ({} {})", words.by.to_lowercase(), dates::long(due)),
            (false, None) => String::new(),
        };
        text.push_str(&format!("- {}: {}{due}\n", action.owner, action.what));
    }
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("\n{title}\n"));
            for line in lines {
                text.push_str(&format!("{line}\n"));
            }
        }
    };
    let wishes = [
        (&words.first_wish, &facts.first_wish),
        (&words.second_wish, &facts.second_wish),
    ];
    for (title, wish) in wishes {
        part(title, wish.iter().map(|wish| wish.text.clone()).collect());
    }
    part(
        &words.notes,
        facts
            .notes
            .iter()
            .map(|note| format!("- {}", note.text))
            .collect(),
    );
    part(&words.next, facts.next.iter().map(on_both_clocks).collect());
    part(
        &words.take_aways,
        facts
            .take_aways
            .iter()
            .map(|one| format!("{}: {}", one.name, one.text))
            .collect(),
    );
    text.push_str(&format!("\n{from}\n"));
    text
}
