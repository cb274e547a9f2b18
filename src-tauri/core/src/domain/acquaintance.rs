//! The first meeting: its blocks and their time (R80, R135), what the two have in common (R81), and the ways in
//! which a mentor can help (R87).

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Minutes of a first meeting where nothing else was agreed.
pub const MINUTES: u32 = 60;

/// The blocks of the first meeting with the minutes reserved for each: twenty of sixty for getting acquainted
/// (R135).
pub const BLOCKS: [(&str, &str, u32); 5] = [
    ("acquainted", "Get acquainted", 20),
    ("goals", "Where you are going, and where you are now", 15),
    ("help", "How the mentor can help", 10),
    ("top_three", "The top three goals", 5),
    ("agreement", "Your agreement, and the next session", 10),
];

/// What a line is about: the key, and what it is called (R81 to R85).
pub const KINDS: [(&str, &str); 11] = [
    ("common", "What we may have in common"),
    ("years", "Years in the field"),
    ("employers", "Where I have worked"),
    ("skills", "What I can do"),
    ("unique", "What only I bring"),
    ("hobbies", "What I do outside work"),
    ("style", "How I work"),
    ("benefits", "Because we are similar, or different, we can"),
    ("direction", "Where I am going"),
    ("aspirations", "What I hope for"),
    ("wish", "What I want from our first meeting"),
];

/// The seven ways in which a mentor can help (R87).
pub const WAYS: [(&str, &str); 7] = [
    ("technical_skills", "Technical skills"),
    ("multitasking", "Keeping many things going at once"),
    ("organisation", "Finding my way in the organisation"),
    ("ideas", "New ideas"),
    ("career_path", "A new career path"),
    ("network", "A wider network"),
    ("confidence", "Confidence"),
];

/// How a block, a step or a stage stands; always said in words (R79).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "StepState")]
pub enum StepState {
    /// Nobody has begun.
    #[default]
    NotStarted,
    /// It has begun.
    UnderWay,
    /// It is done.
    Done,
    /// The two skip it on purpose.
    Skipped,
}

impl StepState {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
            Self::Skipped => "Skipped on purpose",
        }
    }
}

/// Words that say nothing of what two lines share.
const COMMON_WORDS: [&str; 26] = [
    "a", "an", "and", "as", "at", "both", "by", "for", "from", "had", "have", "i", "in", "is",
    "it", "my", "of", "on", "or", "our", "the", "to", "was", "we", "with", "years",
];

fn telling(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty() && !COMMON_WORDS.contains(&word.as_str()))
        .collect()
}

/// Whether two lines say the same, by their telling words: two of them are the same, or all of the shorter line are.
pub fn overlap(one: &str, other: &str) -> bool {
    let (one, other) = (telling(one), telling(other));
    let shared = one.intersection(&other).count();
    shared >= 2 || (shared > 0 && shared == one.len().min(other.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r81_overlaps_are_found_by_the_words_that_tell() {
        assert!(overlap(
            "Started in a call centre",
            "I began at a call centre in 1998"
        ));
        assert!(overlap("ran a food bank", "Ran the food bank of St Mary's"));
        assert!(overlap("Chess", "chess, badly"));
        assert!(!overlap("Igbo and French", "tribunal experience"));
        assert!(!overlap("worked in a school", "worked in a bank"));
        assert!(!overlap("", ""));
        assert!(!overlap("in the", "in the"));
    }

    #[test]
    fn r135_twenty_of_sixty_minutes_are_for_getting_acquainted() {
        assert_eq!(BLOCKS[0].2, 20);
        assert_eq!(BLOCKS.iter().map(|block| block.2).sum::<u32>(), MINUTES);
        assert_eq!(WAYS.len(), 7, "R87");
    }
}
