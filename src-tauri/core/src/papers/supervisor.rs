//! The supervisor brief (section 9): that somebody takes part, what the two cleared, and the programme's events.
//! Never notes, limits or feedback: they are no part of its facts.

use super::leaf::{self, Leaf};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{Block, Document, Paper, TextStyle};

/// What it is called.
pub const TITLE: &str = "Supervisor brief";
/// Name of its file.
pub const FILE: &str = "Supervisor brief - {mentee} and {mentor}";

/// What stands in the brief.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The mentee's name.
    pub mentee: String,
    /// The mentor's name.
    pub mentor: String,
    /// Whom it is for; may be empty.
    pub to: String,
    /// The programme; may be empty.
    pub programme: String,
    /// What the two cleared for a supervisor: label and value.
    pub facts: Vec<(String, String)>,
    /// Events of the programme: the day, and what it is.
    pub events: Vec<[String; 2]>,
    /// The programme's words.
    pub vocabulary: Vocabulary,
    /// When it is printed.
    pub made: DateTime<FixedOffset>,
}

/// The brief as a document for `paper`.
pub fn document(brief: &Brief, paper: Paper) -> Document {
    let leaf = Leaf {
        title: TITLE,
        subject: "That somebody takes part in mentoring",
        names: [&brief.mentee, &brief.mentor],
        footer: TITLE,
        vocabulary: &brief.vocabulary,
        made: brief.made,
    };
    let mut document = leaf.document(paper);
    document.blocks.push(Block::Title {
        text: TITLE.to_owned(),
        under: if brief.to.is_empty() {
            brief.mentee.clone()
        } else {
            format!("{}, for {}", brief.mentee, brief.to)
        },
    });
    let part = if brief.programme.is_empty() {
        leaf.say("takes part in mentoring")
    } else {
        format!("takes part in {}", brief.programme)
    };
    document.blocks.push(Block::text(
        TextStyle::Lead,
        format!("{} {part}, with {}.", brief.mentee, brief.mentor),
    ));
    if !brief.facts.is_empty() {
        let facts: Vec<(&str, &str)> = brief
            .facts
            .iter()
            .map(|(label, value)| (label.as_str(), value.as_str()))
            .collect();
        document.blocks.extend(leaf::section(
            "What you may know",
            vec![leaf::facts(&facts)],
        ));
    }
    if !brief.events.is_empty() {
        document.blocks.extend(leaf::section(
            "Events of the programme",
            vec![leaf::table(["Date", "Event"], &brief.events)],
        ));
    }
    document.blocks.push(Block::text(
        TextStyle::Small,
        "What the two say to each other stays between them. Thank you for making room for it.",
    ));
    document
}
