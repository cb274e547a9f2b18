//! Messages to begin from (R4, R5, R16, R19, R56), from `content/messages.toml`.

use super::vocabulary::Vocabulary;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Messages {
    first_mentee: Message,
    first_mentor: Message,
    check_in: Message,
    encouragement: Message,
    refocus: Message,
    refocus_open: Message,
    all_fine: Message,
    escalation: EscalationWords,
}

/// A message to begin from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The requirements it serves.
    pub requirements: Vec<String>,
    /// What it is for, in few words.
    pub title: String,
    /// When it helps.
    pub about: String,
    /// The subject of an e-mail.
    pub subject: String,
    /// The message itself.
    pub text: String,
}

/// What the programme is told when contact breaks down: facts, and nothing else (C23).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EscalationWords {
    #[expect(dead_code, reason = "kept beside the words, for whoever changes them")]
    pub requirements: Vec<String>,
    pub dear: String,
    pub first_subject: String,
    pub first: String,
    pub stalled_subject: String,
    pub stalled: String,
    pub stalled_unknown: String,
    pub attempts: String,
    pub attempt: String,
    pub no_attempts: String,
    pub looked_at: String,
    pub looked: String,
    pub ask: String,
    pub mishaps: MishapWords,
}

/// The four simple mishaps (R8).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MishapWords {
    pub junk: String,
    pub spelling: String,
    pub other_channel: String,
    pub out_of_office: String,
}

static MESSAGES: LazyLock<Messages> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/messages.json")))
        .expect("content/messages.toml")
});

/// Which message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// The mentee's first one (R4).
    FirstOfMentee,
    /// The mentor's first one (R5).
    FirstOfMentor,
    /// When it has been quiet (R16, R56).
    CheckIn,
    /// A word of encouragement (R56).
    Encouragement,
    /// Back to the first goal (R56).
    Refocus,
    /// The same where there is no goal yet.
    RefocusOpen,
    /// No help needed just now (R19).
    AllFine,
}

impl Starter {
    /// The word of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstOfMentee | Self::FirstOfMentor => "first",
            Self::CheckIn => "check_in",
            Self::Encouragement => "encouragement",
            Self::Refocus | Self::RefocusOpen => "refocus",
            Self::AllFine => "all_fine",
        }
    }

    /// Its words.
    pub fn message(self) -> &'static Message {
        match self {
            Self::FirstOfMentee => &MESSAGES.first_mentee,
            Self::FirstOfMentor => &MESSAGES.first_mentor,
            Self::CheckIn => &MESSAGES.check_in,
            Self::Encouragement => &MESSAGES.encouragement,
            Self::Refocus => &MESSAGES.refocus,
            Self::RefocusOpen => &MESSAGES.refocus_open,
            Self::AllFine => &MESSAGES.all_fine,
        }
    }
}

/// The words of an escalation.
pub(crate) fn escalation() -> &'static EscalationWords {
    &MESSAGES.escalation
}

/// Puts names and dates in their places: first the text in the programme's words (C29), so that no name is touched,
/// and each place once, so that a name with braces stays as it is.
pub(crate) fn fill(vocabulary: &Vocabulary, text: &str, places: &[(&str, &str)]) -> String {
    let text = vocabulary.say(text);
    let mut filled = String::new();
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(place, behind)| {
            let (_, value) = places.iter().find(|(name, _)| *name == place)?;
            Some((*value, behind))
        });
        match found {
            Some((value, behind)) => {
                filled.push_str(value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Starter; 7] = [
        Starter::FirstOfMentee,
        Starter::FirstOfMentor,
        Starter::CheckIn,
        Starter::Encouragement,
        Starter::Refocus,
        Starter::RefocusOpen,
        Starter::AllFine,
    ];

    #[test]
    fn r56_every_message_is_complete_and_leaves_no_place_open() {
        let places = [
            ("partner", "Tomasz"),
            ("own", "Priya"),
            ("goal", "lead a small project"),
            ("date", "Monday 1 June 2026"),
        ];
        for starter in ALL {
            let message = starter.message();
            for text in [
                &message.title,
                &message.subject,
                &message.about,
                &message.text,
            ] {
                let said = fill(&Vocabulary::default(), text, &places);
                assert!(!said.trim().is_empty());
                assert!(!said.contains(['{', '}']), "{said}");
            }
            assert!(!message.requirements.is_empty());
        }
    }

    #[test]
    fn a_name_with_braces_stays_as_it_is() {
        let places = [("own", "{partner}"), ("partner", "Tomasz")];
        assert_eq!(
            fill(&Vocabulary::default(), "{own} and {partner} {x", &places),
            "{partner} and Tomasz {x"
        );
    }
}
