//! The closing record (section 9): goals reached, appreciation, what came back, how the two stay in touch,
//! the evaluation, and a page of thanks. Private notes cannot come here: they are no part of its facts.

use super::leaf::{self, Leaf};
use crate::domain::closing_words::{AnswerKind, Group, words};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{Block, Document, Paper, Run, TextStyle};

/// An answer of one of the two.
#[derive(Debug, Clone)]
pub struct Said {
    /// Key of the question.
    pub question: String,
    /// What the mentee answered; empty where nothing.
    pub mentee: String,
    /// What the mentor answered.
    pub mentor: String,
}

/// What stands in the closing record.
#[derive(Debug, Clone)]
pub struct ClosingRecord {
    /// The mentee's name.
    pub mentee: String,
    /// The mentor's name.
    pub mentor: String,
    /// From and to when, in words; none where it is not known.
    pub term: Option<(String, String)>,
    /// `2 of 3`.
    pub goals_reached: String,
    /// Meetings held.
    pub meetings: u32,
    /// `10 h`.
    pub time: String,
    /// Moments of the journal with their days.
    pub moments: Vec<(Option<String>, String)>,
    /// The goals in their order, and whether each was reached.
    pub goals: Vec<(String, bool)>,
    /// The answers.
    pub said: Vec<Said>,
    /// How the two stay in touch; empty where nothing is planned.
    pub stay: String,
    /// How mentoring goes on: whose, and what.
    pub culture: Vec<(String, String)>,
    /// The programme's words.
    pub vocabulary: Vocabulary,
    /// When it is printed.
    pub made: DateTime<FixedOffset>,
}

impl ClosingRecord {
    fn said(&self, question: &str) -> Option<&Said> {
        self.said
            .iter()
            .find(|said| said.question == question)
            .filter(|said| !said.mentee.is_empty() || !said.mentor.is_empty())
    }
}

/// Every answer of a group, each under its question, with the name of who gave it.
fn answers(leaf: &Leaf<'_>, record: &ClosingRecord, group: Group) -> Vec<Block> {
    let mut blocks = Vec::new();
    for question in words().questions.iter().filter(|q| q.group == group) {
        let Some(said) = record.said(&question.key) else {
            continue;
        };
        let mut body = vec![Block::heading(3, leaf.say(&question.label))];
        for (name, text) in [
            (&record.mentee, &said.mentee),
            (&record.mentor, &said.mentor),
        ] {
            if text.is_empty() {
                continue;
            }
            let text = match question.kind {
                AnswerKind::Text => text.clone(),
                AnswerKind::Scale => words().record.mark.replace("{value}", text),
            };
            body.push(leaf::said(leaf::first(name), &text));
        }
        blocks.push(Block::KeepTogether { blocks: body });
    }
    blocks
}

fn section(title: &str, mut body: Vec<Block>) -> Vec<Block> {
    if body.is_empty() {
        body.push(Block::text(TextStyle::Small, &words().record.nothing));
    }
    leaf::section(title, body)
}

/// One page of thanks: what each wants the other to know, in their own words.
fn thanks(record: &ClosingRecord) -> Vec<Block> {
    let words = &words().record;
    let mut blocks = vec![Block::PageBreak, Block::heading(1, &words.thanks)];
    let letter = |from: &str, to: &str, texts: [&str; 2]| {
        let mut letter = vec![Block::text(
            TextStyle::Lead,
            words.dear.replace("{to}", leaf::first(to)),
        )];
        let written: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        if written.is_empty() {
            letter.push(Block::text(TextStyle::Lead, &words.plain_thanks));
        }
        letter.extend(
            written
                .into_iter()
                .map(|text| Block::text(TextStyle::Lead, text)),
        );
        letter.push(Block::Paragraph {
            style: TextStyle::Lead,
            runs: vec![Run::italic(from)],
        });
        Block::KeepTogether { blocks: letter }
    };
    let texts = |mentee: bool| {
        ["appreciation", "gratitude"].map(|question| {
            record.said(question).map_or(
                "",
                |said| {
                    if mentee { &said.mentee } else { &said.mentor }
                },
            )
        })
    };
    blocks.push(letter(&record.mentee, &record.mentor, texts(true)));
    blocks.push(letter(&record.mentor, &record.mentee, texts(false)));
    blocks.push(Block::text(TextStyle::Small, &words.last));
    blocks
}

/// The closing record as a document for `paper`.
pub fn document(record: &ClosingRecord, paper: Paper) -> Document {
    let words = &words().record;
    let leaf = Leaf {
        title: &words.title,
        subject: &words.subject,
        names: [&record.mentee, &record.mentor],
        footer: &words.footer,
        vocabulary: &record.vocabulary,
        made: record.made,
    };
    let mut document = leaf.document(paper);
    let under = match &record.term {
        Some((from, to)) => format!(
            "{}, {}",
            leaf.names(),
            words.under.replace("{from}", from).replace("{to}", to)
        ),
        None => leaf.names(),
    };
    document.blocks.push(Block::Title {
        text: words.title.clone(),
        under,
    });
    document.blocks.extend(leaf::section(
        &words.glance,
        vec![leaf::facts(&[
            (&words.goals_reached, &record.goals_reached),
            (&words.meetings, &record.meetings.to_string()),
            (&words.time, &record.time),
            (&words.moments_kept, &record.moments.len().to_string()),
        ])],
    ));
    let goals: Vec<[String; 2]> = record
        .goals
        .iter()
        .map(|(title, reached)| {
            let stands = if *reached {
                &words.reached
            } else {
                &words.not_reached
            };
            [title.clone(), stands.clone()]
        })
        .collect();
    let goals = (!goals.is_empty())
        .then(|| leaf::table([&words.goal, &words.stands], &goals))
        .into_iter()
        .collect();
    document.blocks.extend(section(&words.goals, goals));
    document
        .blocks
        .extend(section(&words.stock, answers(&leaf, record, Group::Stock)));
    document
        .blocks
        .extend(section(&words.gain, answers(&leaf, record, Group::Return)));
    if !record.moments.is_empty() {
        let moments = record.moments.iter().map(|(day, text)| match day {
            Some(day) => format!("{day}: {text}"),
            None => text.clone(),
        });
        document
            .blocks
            .extend(section(&words.moments, vec![leaf::list(moments)]));
    }
    let stay = (!record.stay.is_empty())
        .then(|| Block::text(TextStyle::Body, &record.stay))
        .into_iter()
        .collect();
    document.blocks.extend(section(&words.stay, stay));
    if !record.culture.is_empty() {
        let lines = record
            .culture
            .iter()
            .map(|(who, what)| format!("{}: {what}", leaf::first(who)));
        document
            .blocks
            .extend(section(&words.culture, vec![leaf::list(lines)]));
    }
    document.blocks.extend(section(
        &words.evaluation,
        answers(&leaf, record, Group::Evaluation),
    ));
    document.blocks.extend(thanks(record));
    document
}
